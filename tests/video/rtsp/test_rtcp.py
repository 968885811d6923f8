"""The camera's clock, its goodbye, and what we report to it."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.packets import SOURCE, goodbye, rtp, sender_report
from tests.video.rtsp.streams import Stream
from wall.video.rtsp.rtcp import ClockOffset, RtcpReceiver

NOW_S = 1_700_000_000.0


class Room:
    """A receiver with clocks that a test moves."""

    def __init__(self) -> None:
        self.stream = Stream()
        self.now_s = NOW_S
        self.offsets: list[float] = []
        self.goodbyes = 0
        self.receiver = RtcpReceiver(self.stream.rtp, 42, lambda: self.now_s, self.offsets.append, self._goodbye)

    def feed(self, packet: bytes) -> None:
        self.receiver.packet(memoryview(packet), 0, len(packet))

    def _goodbye(self) -> None:
        self.goodbyes += 1


def test_the_clock_of_the_camera() -> None:
    room = Room()
    room.stream.feed(rtp(b"\x41x", 1))
    room.feed(sender_report(NOW_S + 3600))
    assert room.offsets == [pytest.approx(3600, abs=1e-3)]


def test_a_clock_is_smoothed_and_a_step_followed() -> None:
    offset = ClockOffset()
    for _ in range(50):
        offset.take(0.0)
        offset.take(0.2)
    assert offset.offset_s == pytest.approx(0.1, abs=0.03)
    assert offset.take(-5) == -5


@pytest.mark.parametrize("report", [sender_report(NOW_S, source=1), sender_report(-2_208_988_800)])
def test_clocks_of_others_and_no_clock(report: bytes) -> None:
    room = Room()
    room.stream.feed(rtp(b"\x41x", 1))
    room.feed(report)
    assert room.offsets == []


def test_a_goodbye_behind_a_report() -> None:
    room = Room()
    room.feed(sender_report(NOW_S) + goodbye())
    assert room.goodbyes == 1


def test_a_report_before_any_packet_has_no_block() -> None:
    report = Room().receiver.report()
    assert report[:8] == struct.pack("!BBHI", 0x80, 201, 1, 42)
    assert len(report) % 4 == 0


def test_a_report_of_loss() -> None:
    room = Room()
    room.stream.feed(rtp(b"\x41x", 1))
    room.feed(sender_report(NOW_S))
    room.now_s += 2
    room.stream.feed(*(rtp(b"\x41x", number) for number in (2, 5)))
    report = room.receiver.report()
    _, _, _, us, source, lost, highest, _, last, delay = struct.unpack("!BBHIIIIIII", report[:32])
    assert (us, source, highest) == (42, SOURCE, 5)
    assert (lost >> 24, lost & 0xFFFFFF) == (2 * 256 // 5, 2)
    assert last == (int(NOW_S) + 2_208_988_800 & 0xFFFF) << 16
    assert delay == 2 * 65536
    assert room.receiver.report()[12] == 0, "the share is of the time since the last report"


@given(st.binary(max_size=100))
def test_any_packet_does_no_harm(packet: bytes) -> None:
    Room().feed(packet)
