"""Finding the video in a session description (RFC 4566, RFC 6184, RFC 7798, RFC 2435). No I/O."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field

from wall.model.errors import MalformedReplyError, UnsupportedError
from wall.model.stream import Codec
from wall.model.tile import Cause

START_CODE = b"\0\0\0\1"
_CODECS = {"H264": Codec.H264, "H265": Codec.H265, "HEVC": Codec.H265, "JPEG": Codec.MJPEG}
_STATIC_TYPES = {26: ("JPEG", 90000), 32: ("MPV", 90000), 31: ("H261", 90000), 34: ("H263", 90000)}
_PARAMETER_SETS = {
    Codec.H264: (("sprop-parameter-sets",), 0x1F, 0, {7, 8}),
    Codec.H265: (("sprop-vps", "sprop-sps", "sprop-pps"), 0x3F, 1, {32, 33, 34}),
}


@dataclass(frozen=True, slots=True)
class VideoMedia:
    """The one video of a description that we shall receive.

    `control` is as written, `session_control` that of the whole presentation. `other_types` are payload types
    that the description also names for this media: they may come, and are none of ours.
    """

    codec: Codec
    payload_type: int
    clock_rate: int
    control: str
    session_control: str
    parameter_sets: bytes = field(repr=False)
    other_types: frozenset[int]
    size: tuple[int, int] | None
    """Width and height where the description says so: large JPEG pictures cannot say it themselves."""
    donl: bool
    """H.265 packets carry decoding order numbers (sprop-max-don-diff above zero)."""


@dataclass(slots=True)
class Section:
    """One media of a description, or what stands before the first: its `m=` line, and its attributes."""

    first: str = ""
    attributes: list[tuple[str, str]] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute; "" where there is none."""
        return next((value for key, value in self.attributes if key == name), "")

    def has(self, name: str) -> bool:
        """Is there such an attribute, with or without a value?"""
        return any(key == name for key, _ in self.attributes)

    def for_type(self, name: str, payload_type: int) -> str:
        """Return the attribute `name:<payload type> …` without the type."""
        for key, value in self.attributes:
            if key == name and (match := re.match(rf"{payload_type}(?:\s+|$)", value)):
                return value[match.end() :]
        return ""


def find_video(body: bytes) -> VideoMedia:
    """Choose the first video that can be shown.

    Raises MalformedReplyError (NOT_VIDEO) when this is no description, UnsupportedError when it has no video
    (NO_VIDEO) or only such as cannot be shown (CODEC).
    """
    session, medias = sections(body.decode("utf-8", "replace"))
    videos = [media for media in medias if media.first.lower().startswith("video")]
    if not videos:
        raise UnsupportedError("the camera's description names no video", cause=Cause.NO_VIDEO)
    names: list[str] = []
    for media in videos:
        types = [int(part) for part in media.first.split()[3:] if part.isascii() and part.isdigit()]
        for payload_type in types:
            name, clock_rate = rtpmap(media, payload_type)
            names.append(name or f"payload type {payload_type}")
            if codec := _CODECS.get(name):
                return _video(session, media, codec, payload_type, clock_rate, frozenset(types))
    raise UnsupportedError(f"the camera sends {', '.join(names)[:80] or 'video of no named format'}")


def sections(text: str) -> tuple[Section, list[Section]]:
    """What holds for all of a description, and its media. Raises MalformedReplyError."""
    session = current = Section()
    medias: list[Section] = []
    for line in text.splitlines():
        key, equals, value = line.strip().partition("=")
        if key == "m" and equals:
            current = Section(value)
            medias.append(current)
        elif key == "a" and equals:
            name, _, rest = value.partition(":")
            current.attributes.append((name.strip().lower(), rest.strip()))
    if not medias and not text.lstrip().startswith("v="):
        raise MalformedReplyError("the camera's description of the stream cannot be read")
    return session, medias


def rtpmap(media: Section, payload_type: int) -> tuple[str, int]:
    """What a payload type is called, in capitals, and its clock rate. "" where nobody says."""
    name, _, rest = media.for_type("rtpmap", payload_type).partition("/")
    if not name:
        return _STATIC_TYPES.get(payload_type, ("", 90000))
    rate = re.match(r"\s*(\d{1,9})", rest)
    return name.strip().upper(), int(rate[1]) if rate and int(rate[1]) else 90000


def _video(
    session: Section,
    media: Section,
    codec: Codec,
    payload_type: int,
    clock_rate: int,
    types: frozenset[int],
) -> VideoMedia:
    parameters = format_parameters(media.for_type("fmtp", payload_type))
    return VideoMedia(
        codec,
        payload_type,
        clock_rate,
        media.get("control"),
        session.get("control"),
        _parameter_sets(codec, parameters),
        types - {payload_type},
        _size(media, payload_type),
        parameters.get("sprop-max-don-diff", "0").strip("0") != "",
    )


def format_parameters(text: str) -> dict[str, str]:
    """The `fmtp` parameters, by their names in small letters."""
    pairs = (part.partition("=") for part in text.split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs if key.strip()}


def _parameter_sets(codec: Codec, parameters: dict[str, str]) -> bytes:
    """Join the parameter sets that make sense; cameras also put empty or foreign ones there."""
    if codec not in _PARAMETER_SETS:
        return b""
    names, mask, shift, wanted = _PARAMETER_SETS[codec]
    joined = b""
    for text in ",".join(parameters.get(name, "") for name in names).split(","):
        unit = _decoded(text).lstrip(b"\0").removeprefix(b"\1") if text.strip() else b""
        if unit and (unit[0] >> shift) & mask in wanted:
            joined += START_CODE + unit
    return joined


def _decoded(text: str) -> bytes:
    bare = text.strip().rstrip("=")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return b""


def _size(media: Section, payload_type: int) -> tuple[int, int] | None:
    text = media.get("x-dimensions") or media.for_type("framesize", payload_type)
    match = re.match(r"\s*(\d{1,5})\s*[,x-]\s*(\d{1,5})", text)
    return (int(match[1]), int(match[2])) if match else None
