"""Real clips, packetised as cameras do, come out whole and decode; garbage does no harm."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.clips import Encoder, clip, decoded
from tests.video.rtsp.packets import h264_payloads, h265_payloads, nal_units, picture, rtp
from tests.video.rtsp.streams import Stream
from wall.video.rtsp.depacketize import Depacketizer
from wall.video.rtsp.depacketize.h264 import H264Depacketizer
from wall.video.rtsp.depacketize.h265 import H265Depacketizer
from wall.video.rtsp.depacketize.jpeg import JpegDepacketizer

Packetise = Callable[[bytes], list[bytes]]


def send(stream: Stream, pictures: tuple[bytes, ...], packetise: Packetise) -> None:
    sequence = 0
    for number, unit in enumerate(pictures):
        packets = picture(packetise(unit), sequence, number * 6000)
        sequence += len(packets)
        stream.feed(*packets)


def h264_aggregated(unit: bytes) -> list[bytes]:
    """All in one STAP-A."""
    units = nal_units(unit)
    return [b"\x78" + b"".join(struct.pack("!H", len(part)) + part for part in units)]


def h265_aggregated(unit: bytes) -> list[bytes]:
    """All in one AP."""
    units = nal_units(unit)
    return [b"\x60\x01" + b"".join(struct.pack("!H", len(part)) + part for part in units)]


def with_start_codes(unit: bytes) -> list[bytes]:
    """As careless cameras do: the start codes travel, too."""
    return [b"\0\0\0\1" + part for part in nal_units(unit)]


@pytest.mark.parametrize(
    ("encoder", "codec", "depacketizer", "packetise"),
    [
        ("libx264", "h264", H264Depacketizer, h264_payloads),
        ("libx264", "h264", H264Depacketizer, h264_aggregated),
        ("libx264", "h264", H264Depacketizer, with_start_codes),
        ("libx265", "hevc", H265Depacketizer, h265_payloads),
        ("libx265", "hevc", H265Depacketizer, h265_aggregated),
    ],
)
def test_a_clip_comes_out_whole(
    encoder: Encoder, codec: str, depacketizer: type[H264Depacketizer], packetise: Packetise
) -> None:
    stream = Stream(depacketizer())
    send(stream, clip(encoder), packetise)
    assert [nal_units(unit.data) for unit in stream.units] == [nal_units(unit) for unit in clip(encoder)]
    assert not any(unit.damaged for unit in stream.units)
    assert [number for number, unit in enumerate(stream.units) if unit.keyframe] == [0, 10]
    assert decoded(codec, stream.pictures) == len(clip(encoder))


@pytest.mark.parametrize(
    ("units", "keyframe"),
    [
        ([b"\x65\x88"], True),
        ([b"\x67\x42", b"\x68\xce", b"\x41\xb0\x00"], True),  # SPS, PPS, I slice (type 2)
        ([b"\x67\x42", b"\x68\xce", b"\x41\x88\x00"], True),  # the same, all slices being I (type 7)
        ([b"\x67\x42", b"\x68\xce", b"\x41\x9a\x00"], False),  # the same with a P slice (type 5)
        ([b"\x41\xb0\x00"], False),  # an I slice alone
        ([b"\x67\x42", b"\x06\x06\x01", b"\x41\x9a\x00"], True),  # a recovery point
        ([b"\x67\x42", b"\x41"], False),
    ],
)
def test_where_decoding_can_begin(units: list[bytes], keyframe: bool) -> None:
    stream = Stream().feed(*picture(units, 0, 0))
    assert [unit.keyframe for unit in stream.units] == [keyframe]


def test_h265_order_numbers_are_skipped() -> None:
    idr = b"\x26\x01" + b"abcdefgh"
    single = idr[:2] + b"\0\1" + idr[2:]
    fragments = [b"\x62\x01\x93\0\2abcd", b"\x62\x01\x53efgh"]
    aggregate = b"\x60\x01" + b"\0\3" + struct.pack("!H", len(idr)) + idr + b"\1" + struct.pack("!H", len(idr)) + idr
    stream = Stream(H265Depacketizer(order_numbers=True))
    stream.feed(rtp(single, 0, 0, marker=True), *picture(fragments, 1, 1), rtp(aggregate, 3, 2, marker=True))
    unit = b"\0\0\0\1" + idr
    assert stream.pictures == [unit, unit, unit + unit]
    assert not any(unit.damaged for unit in stream.units)


@pytest.mark.parametrize(
    ("depacketizer", "payload"),
    [
        (H264Depacketizer(), b"\x78\x00\x05ab"),
        (H264Depacketizer(), b"\x7c"),
        (H264Depacketizer(), b"\x7c\x05abc"),
        (H264Depacketizer(), b"\x5dabc"),
        (H264Depacketizer(), b"\x00\x00\x00\x01"),
        (H265Depacketizer(), b"\x26"),
        (H265Depacketizer(), b"\x62\x01\x13abc"),
        (H265Depacketizer(), b"\x60\x01\x00\x09ab"),
        (H265Depacketizer(), b"\x64\x01abc"),
        (JpegDepacketizer(), b"\x00\x00\x00"),
        (JpegDepacketizer(), b"\x00\x00\x01\x00\x01\x46\x28\x17scan"),
        (JpegDepacketizer(), b"\x00\x00\x00\x00\x05\x46\x28\x17scan"),
        (JpegDepacketizer(), b"\x00\x00\x00\x00\x01\x46\x00\x00scan"),
        (JpegDepacketizer(), b"\x00\x00\x00\x00\x01\xff\x28\x17\x00\x00\x00\x00"),
    ],
)
def test_payloads_that_make_no_sense(depacketizer: Depacketizer, payload: bytes) -> None:
    assert not depacketizer.add(memoryview(payload), 0, len(payload))


@given(st.sampled_from([H264Depacketizer, H265Depacketizer, JpegDepacketizer]), st.lists(st.binary(min_size=1)))
def test_any_payloads_do_no_harm(kind: Callable[[], Depacketizer], payloads: list[bytes]) -> None:
    depacketizer = kind()
    for payload in payloads:
        depacketizer.add(memoryview(payload), 0, len(payload))
        if depacketizer.has_picture:
            depacketizer.take()
