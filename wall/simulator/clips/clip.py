"""A clip in memory and as bytes on disk."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import accumulate, pairwise

_MAGIC = "citywall clip 1"


class DamagedClipError(ValueError):
    """The bytes are no clip, or not all of it."""


@dataclass(frozen=True, slots=True)
class AccessUnit:
    """One encoded picture, as an Annex B byte stream."""

    data: bytes
    is_key: bool


@dataclass(frozen=True, slots=True)
class Clip:
    """Access units that repeat; the first is a keyframe. Unit i shows picture number i."""

    codec: str
    width: int
    height: int
    fps: int
    units: tuple[AccessUnit, ...]


def to_bytes(clip: Clip) -> bytes:
    """One line of JSON, then the access units."""
    body = b"".join(unit.data for unit in clip.units)
    head = {
        "magic": _MAGIC,
        "codec": clip.codec,
        "width": clip.width,
        "height": clip.height,
        "fps": clip.fps,
        "sizes": [len(unit.data) for unit in clip.units],
        "keys": [i for i, unit in enumerate(clip.units) if unit.is_key],
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head).encode() + b"\n" + body


def from_bytes(data: bytes) -> Clip:
    """The clip in those bytes; DamagedClipError where anything is missing or changed."""
    line, _, body = data.partition(b"\n")
    try:
        head = json.loads(line)
        sizes, keys = [int(n) for n in head["sizes"]], set(head["keys"])
        is_whole = head["magic"] == _MAGIC and head["sha256"] == hashlib.sha256(body).hexdigest()
        if not is_whole or sum(sizes) != len(body) or 0 not in keys:
            raise DamagedClipError("the contents do not agree with the header")
        edges = pairwise(accumulate(sizes, initial=0))
        units = tuple(AccessUnit(body[a:b], i in keys) for i, (a, b) in enumerate(edges))
        return Clip(head["codec"], head["width"], head["height"], head["fps"], units)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedClipError(f"not a clip: {error}") from error
