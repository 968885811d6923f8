"""Units on their way into a recording, and what plays of the files afterwards."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.video.encoded import grey_number
from wall.model.recording import RecordOrder
from wall.model.stream import Codec
from wall.video.record.unit import Clocks, RecordUnit

STARTED_S = 1_796_000_000.0
"""Unix time."""
FOREVER_S = 1e12


@dataclass
class Time:
    """A clock that a test moves: monotonic, and Unix time beside it."""

    now_s: float = 5000.0

    def __call__(self) -> float:
        return self.now_s

    @property
    def clocks(self) -> Clocks:
        begin_s = self.now_s
        return Clocks(self, lambda: STARTED_S + self.now_s - begin_s)


def order(
    folder: Path, *, key: int = 1, reserve_bytes: int = 0, from_s: float = 0.0, until_s: float = FOREVER_S
) -> RecordOrder:
    return RecordOrder(key, str(folder), 127, "Ngã Sáu / hướng Tây", from_s, until_s, reserve_bytes, 2.3)


def units(
    codec: Codec, data: Sequence[bytes], began_s: float = 5000.0, *, fps: float = 15.0, keyframe_every: int = 15
) -> Iterator[RecordUnit]:
    """As a camera's, each when it arrives."""
    for number, unit in enumerate(data):
        keyframe = codec is Codec.MJPEG or number % keyframe_every == 0
        yield RecordUnit(unit, began_s + number / fps, keyframe, codec)


@dataclass
class Film:
    """What a file holds, decoded."""

    codec: str
    sizes: list[tuple[int, int]] = field(default_factory=list)
    stamps_s: list[float] = field(default_factory=list)
    greys: list[int] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.stamps_s)


def film(path: Path) -> Film:
    """Decode all of a file. It fails where anything in it is damaged."""
    with av.open(str(path), options={"err_detect": "explode"}) as container:
        stream = container.streams.video[0]
        found = Film(stream.codec_context.name, metadata=dict(container.metadata))
        for frame in container.decode(stream):
            assert not frame.is_corrupt
            found.sizes.append((frame.width, frame.height))
            found.stamps_s.append(float(Fraction(frame.pts or 0) * (frame.time_base or Fraction(0))))
            found.greys.append(grey_number(int(np.mean(frame.to_ndarray(format="gray")))))
    return found


def are_growing(stamps_s: Iterable[float]) -> bool:
    """Strictly."""
    listed = list(stamps_s)
    return all(one < other for one, other in itertools.pairwise(listed))


def files_in(folder: Path) -> list[Path]:
    """All recordings, by name."""
    return sorted(folder.rglob("*.mp4"))
