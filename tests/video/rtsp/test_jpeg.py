"""JPEG files rebuilt from what RTP carries of them show the same picture (RFC 2435)."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from tests.video.rtsp.packets import picture
from tests.video.rtsp.streams import Stream
from wall.video.rtsp.depacketize.jpeg import JpegDepacketizer
from wall.video.rtsp.depacketize.jpeg_header import quantisation_tables

YUV_422, YUV_420 = 0, 1


def photograph(width: int = 320, height: int = 184) -> Image.Image:
    """Something with edges and gradients."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste((200, 30, 60), (20, 20, 90, 80))
    image.paste((10, 180, 240), (120, 60, 250, 150))
    return image


def file_of(image: Image.Image, quality: int, kind: int = YUV_420, restart: int = 0) -> bytes:
    buffer = io.BytesIO()
    subsampling = "4:2:0" if kind == YUV_420 else "4:2:2"
    options = {"restart_marker_blocks": restart} if restart else {}
    image.save(buffer, "JPEG", quality=quality, subsampling=subsampling, **options)
    return buffer.getvalue()


def scan_and_tables(data: bytes) -> tuple[bytes, bytes]:
    """What a camera would send of a file."""
    tables, position = b"", 2
    while data[position + 1] != 0xDA:
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        if data[position + 1] == 0xDB:
            tables += data[position + 5 : position + 2 + length]
        position += 2 + length
    length = int.from_bytes(data[position + 2 : position + 4], "big")
    return data[position + 2 + length : -2], tables


def payloads(
    scan: bytes, kind: int, quality: int, size: tuple[int, int], tables: bytes = b"", restart: int = 0
) -> list[bytes]:
    parts = []
    for offset in range(0, len(scan), 1000):
        head = struct.pack("!IBBBB", offset, kind + (64 if restart else 0), quality, size[0] // 8, size[1] // 8)
        head += struct.pack("!HH", restart, 0xFFFF) if restart else b""
        if quality >= 128 and offset == 0:
            head += struct.pack("!BBH", 0, 0, len(tables)) + tables
        parts.append(head + scan[offset : offset + 1000])
    return parts


def same(received: bytes, sent: bytes) -> bool:
    with Image.open(io.BytesIO(received)) as ours, Image.open(io.BytesIO(sent)) as theirs:
        return ours.size == theirs.size and ours.convert("RGB").tobytes() == theirs.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", [YUV_422, YUV_420])
@pytest.mark.parametrize("quality", [30, 50, 90])
def test_tables_from_the_quality(kind: int, quality: int) -> None:
    file = file_of(photograph(), quality, kind)
    scan, tables = scan_and_tables(file)
    assert quantisation_tables(quality) == tables
    stream = Stream(JpegDepacketizer()).feed(*picture(payloads(scan, kind, quality, (320, 184)), 0, 0))
    assert same(stream.pictures[0], file)
    assert stream.units[0].keyframe


def test_tables_in_the_stream_and_kept() -> None:
    file = file_of(photograph(), 77)
    scan, tables = scan_and_tables(file)
    first = payloads(scan, YUV_420, 200, (320, 184), tables)
    second = payloads(scan, YUV_420, 200, (320, 184))
    stream = Stream(JpegDepacketizer())
    stream.feed(*picture(first, 0, 0), *picture(second, len(first), 6000))
    assert [same(unit, file) for unit in stream.pictures] == [True, True]


def test_restart_markers() -> None:
    file = file_of(photograph(), 60, restart=4)
    scan, _ = scan_and_tables(file)
    assert b"\xff\xd0" in scan
    stream = Stream(JpegDepacketizer()).feed(*picture(payloads(scan, YUV_420, 60, (320, 184), restart=4), 0, 0))
    assert same(stream.pictures[0], file)


def test_a_large_picture_takes_its_size_from_the_description() -> None:
    file = file_of(photograph(2560, 1440), 50)
    scan, _ = scan_and_tables(file)
    stream = Stream(JpegDepacketizer((2560, 1440)))
    stream.feed(*picture(payloads(scan, YUV_420, 50, (0, 0)), 0, 0))
    assert same(stream.pictures[0], file)


def test_a_missing_part_ends_the_picture_there() -> None:
    file = file_of(photograph(), 90)
    scan, _ = scan_and_tables(file)
    packets = picture(payloads(scan, YUV_420, 90, (320, 184)), 0, 0)
    assert len(packets) > 3
    stream = Stream(JpegDepacketizer()).feed(packets[0], *packets[2:])
    (unit,) = stream.units
    assert unit.damaged
    assert unit.data.endswith(scan[:1000] + b"\xff\xd9")


def test_a_lost_beginning_gives_no_picture() -> None:
    file = file_of(photograph(), 90)
    packets = picture(payloads(scan_and_tables(file)[0], YUV_420, 90, (320, 184)), 0, 0)
    again = picture(payloads(scan_and_tables(file)[0], YUV_420, 90, (320, 184)), len(packets), 6000)
    stream = Stream(JpegDepacketizer()).feed(*packets[1:], *again)
    (unit,) = stream.units
    assert same(unit.data, file)
