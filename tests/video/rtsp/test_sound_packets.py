"""Packets of sound: delivered as they come, and AAC so that a decoder knows what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.packets import VIDEO, rtp
from wall.video.rtsp.depacketize import Depacketizer
from wall.video.rtsp.depacketize.aac import AacDepacketizer, Shape, shape_of
from wall.video.rtsp.depacketize.g711 import G711Depacketizer
from wall.video.rtsp.sound_sdp import AuLayout
from wall.video.rtsp.sound_stream import SoundStream
from wall.video.rtsp.units import AccessUnit

SHAPE = Shape(kind=2, rate=8, channels=1)


class Stream:
    """Packets in, units out."""

    def __init__(self, depacketizer: Depacketizer) -> None:
        self.units: list[AccessUnit] = []
        self.rtp = SoundStream(depacketizer, VIDEO, frozenset(), 8000, 1 << 20, lambda: 100.0, self.units.append)

    def feed(self, *packets: bytes) -> list[bytes]:
        for packet in packets:
            self.rtp.packet(memoryview(bytearray(packet)), 0, len(packet))
        return [unit.data for unit in self.units]


def aac() -> AacDepacketizer:
    return AacDepacketizer(SHAPE, AuLayout())


def packed(*units: bytes, sizes: tuple[int, ...] = ()) -> bytes:
    """Access units as AAC-hbr packs them; `sizes` where they are said to be others."""
    said = sizes or tuple(len(unit) for unit in units)
    headers = b"".join((size << 3).to_bytes(2, "big") for size in said)
    return (len(headers) * 8).to_bytes(2, "big") + headers + b"".join(units)


def adts_units(data: bytes) -> list[bytes]:
    """What an ADTS reader makes of it."""
    found = []
    while data:
        assert data[0] == 0xFF and data[1] == 0xF1
        assert (data[2] >> 6, data[2] >> 2 & 0xF, (data[2] & 1) << 2 | data[3] >> 6) == (1, 8, 1)
        length = (data[3] & 3) << 11 | data[4] << 3 | data[5] >> 5
        found.append(data[7:length])
        data = data[length:]
    return found


def test_samples_come_with_their_packet_whatever_the_marker_says() -> None:
    stream = Stream(G711Depacketizer())
    assert stream.feed(rtp(b"one", 1, 0, marker=True), rtp(b"two", 2, 320)) == [b"one", b"two"]
    assert [unit.media_s for unit in stream.units] == [0, 0.04]


def test_lost_samples_are_told() -> None:
    stream = Stream(G711Depacketizer())
    assert stream.feed(rtp(b"one", 1, 0), rtp(b"three", 3, 640), rtp(b"four", 4, 960)) == [b"one", b"three", b"four"]
    assert [unit.lost_packets for unit in stream.units] == [0, 1, 0]


def test_one_unit_a_packet() -> None:
    (data,) = Stream(aac()).feed(rtp(packed(b"access unit"), 1, marker=True))
    assert adts_units(data) == [b"access unit"]


def test_several_units_in_a_packet() -> None:
    (data,) = Stream(aac()).feed(rtp(packed(b"first", b"second", b"3"), 1))
    assert adts_units(data) == [b"first", b"second", b"3"]


def test_a_unit_in_several_packets() -> None:
    stream = Stream(aac())
    assert stream.feed(rtp(packed(b"begin", sizes=(11,)), 1, 0)) == []
    (data,) = stream.feed(rtp(packed(b"to end", sizes=(11,)), 2, 0, marker=True))
    assert adts_units(data) == [b"beginto end"]


def test_a_unit_that_lost_its_end_is_nothing() -> None:
    stream = Stream(aac())
    stream.feed(rtp(packed(b"begin", sizes=(11,)), 1, 0), rtp(packed(b"whole"), 3, 1024, marker=True))
    assert adts_units(stream.units[-1].data) == [b"whole"]
    assert len(stream.units) == 1


@pytest.mark.parametrize(
    "payload", [b"\0", b"\0\0", b"\0\x10", b"\0\x08\x10", packed(b"", sizes=(0,)), packed(b"ab", b"c", sizes=(2, 9))]
)
def test_nonsense_is_passed_over(payload: bytes) -> None:
    stream = Stream(aac())
    stream.feed(rtp(payload, 1, 0), rtp(packed(b"sense"), 2, 1024, marker=True))
    assert adts_units(stream.units[-1].data)[-1:] == [b"sense"]


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_anything_may_come(payloads: list[bytes]) -> None:
    Stream(aac()).feed(*(rtp(payload, number, number * 1024) for number, payload in enumerate(payloads)))


@pytest.mark.parametrize(
    ("config", "shape"),
    [
        ("1408", Shape(2, 8, 1)),  # LC, 16 kHz, mono
        ("1190", Shape(2, 3, 2)),  # LC, 48 kHz, stereo
        ("2B92", Shape(2, 7, 2)),  # SBR over 22 kHz
        ("1780", None),  # a rate that is spelt out
        ("1400", None),  # channels that are described elsewhere
        ("F808", None),  # an object type beyond ADTS
    ],
)
def test_what_a_configuration_says(config: str, shape: Shape | None) -> None:
    assert shape_of(bytes.fromhex(config)) == shape
