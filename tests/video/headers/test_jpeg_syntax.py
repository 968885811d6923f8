"""JPEG headers that encoders at hand do not write."""

from __future__ import annotations

import pytest

from wall.model.stream import Codec
from wall.video.headers import PictureSize, picture_size

START, SCAN, END = b"\xff\xd8", b"\xff\xda\0\x08\1\1\0\0\x3f\0", b"\xff\xd9"
APPLICATION = b"\xff\xe1\0\x0aExif\0\0\xff\xc0"
LARGEST_APPLICATION = b"\xff\xe1\xff\xff" + bytes(0xFFFD)


def frame(kind: int, width: int, height: int) -> bytes:
    numbers = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes((0xFF, kind, 0, 11, 8)) + numbers + b"\1\1\x11\0"


def read(*parts: bytes) -> PictureSize | None:
    return picture_size(Codec.MJPEG, b"".join(parts))


@pytest.mark.parametrize("kind", [0xC0, 0xC1, 0xC2], ids=["baseline", "extended", "progressive"])
def test_kinds_of_frame(kind: int) -> None:
    assert read(START, APPLICATION, frame(kind, 330, 214), SCAN) == PictureSize(330, 214)


def test_tables_are_not_frames() -> None:
    assert read(START, b"\xff\xc4\0\4\0\0", frame(0xC0, 16, 8)) == PictureSize(16, 8)


def test_fill_bytes_before_a_marker() -> None:
    assert read(START, b"\xff\xff\xff", frame(0xC0, 16, 8)) == PictureSize(16, 8)


def test_a_full_exif_segment_before_the_frame() -> None:
    assert read(START, LARGEST_APPLICATION, frame(0xC0, 16, 8)) == PictureSize(16, 8)


@pytest.mark.parametrize(
    "parts",
    [
        (frame(0xC0, 16, 8),),
        (START, SCAN, frame(0xC0, 16, 8)),
        (START, END, frame(0xC0, 16, 8)),
        (START, b"\0\0", frame(0xC0, 16, 8)),
        (START, frame(0xC3, 16, 8), SCAN),
        (START, frame(0xC0, 16, 0)),
        (START, frame(0xC0, 0, 8)),
        (START, frame(0xC0, 16385, 8)),
        (START, b"\xff\xe0\0\0" * 100_000),
        (START, b"\xff" * 1_000_000),
        (START,),
    ],
    ids=[
        "start",
        "scan",
        "end",
        "marker",
        "lossless",
        "height",
        "width",
        "huge",
        "segments",
        "fill",
        "short",
    ],
)
def test_what_says_nothing(parts: tuple[bytes, ...]) -> None:
    assert read(*parts) is None
