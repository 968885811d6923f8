"""From packets to access units: order, loss, restarts, and what is not ours."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.packets import picture, rtp
from tests.video.rtsp.streams import Stream
from wall.model.errors import MalformedReplyError, UnreachableError, WallError
from wall.model.tile import Cause

SLICE, IDR = b"\x41\xe0slice", b"\x65\xe0idr"
SPS, PPS = b"\x67\x42sps", b"\x68pps"


def annex_b(*units: bytes) -> bytes:
    return b"".join(b"\0\0\0\1" + unit for unit in units)


def test_a_picture_comes_with_its_marker() -> None:
    stream = Stream().feed(rtp(SPS, 1, 3000), rtp(PPS, 2, 3000), rtp(IDR, 3, 3000))
    assert stream.units == []
    stream.feed(rtp(SLICE, 4, 3000, marker=True))
    (unit,) = stream.units
    assert unit.data == annex_b(SPS, PPS, IDR, SLICE)
    assert (unit.keyframe, unit.damaged, unit.arrived_s) == (True, False, 100.0)


def test_a_new_timestamp_ends_a_picture_without_marker() -> None:
    stream = Stream().feed(rtp(IDR, 1, 0), rtp(SLICE, 2, 6000), rtp(SLICE, 3, 12000))
    assert stream.pictures == [annex_b(IDR), annex_b(SLICE)]
    assert [unit.media_s for unit in stream.units] == [0, pytest.approx(6000 / 90000)]


def test_parameter_sets_with_a_marker_of_their_own_stay_with_the_picture() -> None:
    stream = Stream().feed(rtp(SPS, 1, 0, marker=True), rtp(PPS, 2, 0, marker=True), rtp(IDR, 3, 0, marker=True))
    assert stream.pictures == [annex_b(SPS, PPS, IDR)]


def test_parameter_sets_with_a_time_of_their_own_stay_with_the_picture() -> None:
    stream = Stream().feed(rtp(SPS, 1, 0), rtp(PPS, 2, 0), rtp(IDR, 3, 90000, marker=True))
    assert stream.pictures == [annex_b(SPS, PPS, IDR)]
    assert stream.units[0].media_s == 1


def test_timestamps_go_on_where_they_wrap() -> None:
    stream = Stream().feed(rtp(IDR, 1, 2**32 - 45000, marker=True), rtp(SLICE, 2, 45000, marker=True))
    first, second = (unit.media_s for unit in stream.units)
    assert second - first == pytest.approx(1)


def test_sequence_numbers_go_on_where_they_wrap() -> None:
    stream = Stream().feed(*(rtp(SLICE, number, number * 10, marker=True) for number in range(65530, 65540)))
    assert [unit.damaged for unit in stream.units] == [False] * 10
    assert stream.rtp.highest == 65539
    assert stream.rtp.lost == 0


def test_a_lost_packet_damages_its_picture_only() -> None:
    first, second, third = (picture([SLICE, SLICE, SLICE], 3 * n, n * 6000) for n in range(3))
    stream = Stream().feed(*first, second[0], second[2], *third)
    assert [(unit.damaged, unit.lost_packets) for unit in stream.units] == [(False, 0), (True, 1), (False, 0)]
    assert stream.rtp.lost == 1


def test_a_lost_marker_damages_both_it_could_belong_to() -> None:
    first, second, third = (picture([SLICE, SLICE], 2 * n, n * 6000) for n in range(3))
    stream = Stream().feed(first[0], *second, *third)
    assert [unit.damaged for unit in stream.units] == [True, True, False]


def test_a_lost_picture_damages_the_next() -> None:
    pictures = [picture([SLICE], n, n * 6000) for n in range(4)]
    stream = Stream().feed(*pictures[0], *pictures[2], *pictures[3])
    assert [(unit.damaged, unit.lost_packets) for unit in stream.units] == [(False, 0), (True, 1), (False, 0)]


def test_a_gap_cuts_the_nal_unit() -> None:
    parts = [b"\x7c\x81aaa", b"\x7c\x01bbb", b"\x7c\x01ccc", b"\x7c\x41ddd"]
    packets = picture(parts, 0, 0)
    stream = Stream().feed(packets[0], packets[1], packets[3])
    assert stream.pictures == [annex_b(b"\x61aaabbb")]
    assert stream.units[0].damaged


def test_joining_in_the_middle_of_a_picture_damages_it() -> None:
    stream = Stream().feed(rtp(b"\x7c\x01bbb", 5, 0), rtp(SLICE, 6, 0, marker=True))
    assert stream.units[0].damaged


def test_late_and_double_packets_are_dropped() -> None:
    stream = Stream().feed(*(rtp(SLICE, n, n, marker=True) for n in (10, 11, 11, 10, 12)))
    assert len(stream.units) == 3
    assert stream.rtp.lost == 0


def test_sequence_numbers_go_on_where_they_wrap_within_a_gap() -> None:
    stream = Stream().feed(rtp(SLICE, 65533, 0, marker=True), rtp(SLICE, 3, 1, marker=True))
    assert stream.rtp.highest == 65539
    assert stream.rtp.lost == 5


def test_timestamps_may_go_back() -> None:
    """Pictures that are shown in another order than they are sent."""
    stream = Stream().feed(*(rtp(SLICE, n, time, marker=True) for n, time in enumerate((0, 18000, 6000))))
    assert [unit.media_s * 15 for unit in stream.units] == pytest.approx([0, 3, 1])


def test_a_late_run_of_packets_is_no_restart() -> None:
    stream = Stream().feed(*(rtp(SLICE, n, n, marker=True) for n in (*range(10, 20), 11, 12, 13, 20)))
    assert len(stream.units) == 11
    assert not any(unit.damaged for unit in stream.units)


def test_one_wild_sequence_number_is_dropped() -> None:
    stream = Stream().feed(*(rtp(SLICE, n, n, marker=True) for n in (10, 40000, 11)))
    assert [unit.damaged for unit in stream.units] == [False, False]


def test_a_camera_that_restarts_is_followed() -> None:
    stream = Stream().feed(*(rtp(SLICE, n, n, marker=True) for n in (50000, 10, 11, 12)))
    assert len(stream.units) == 3
    assert stream.units[1].damaged
    assert not stream.units[2].damaged


def test_a_new_source_is_followed_at_once() -> None:
    stream = Stream().feed(rtp(SLICE, 7, 0, marker=True), rtp(SLICE, 90, 1, marker=True, source=9))
    assert [unit.damaged for unit in stream.units] == [False, True]
    assert stream.rtp.source == 9
    assert stream.rtp.lost == 0


def test_a_new_payload_type_ends_the_stream() -> None:
    stream = Stream().feed(rtp(SLICE, 1, 0, marker=True), rtp(b"x", 2, 1, payload_type=97))
    with pytest.raises(UnreachableError) as caught:
        stream.feed(rtp(b"x", 3, 1, payload_type=97))
    assert caught.value.cause is Cause.ENDED


def test_rare_odd_packets_do_not_end_the_stream() -> None:
    stream = Stream()
    for number in range(5):
        stream.feed(rtp(SLICE, number, number, marker=True), rtp(b"x", 0, 1, payload_type=97))
    assert len(stream.units) == 5


def test_other_types_of_the_description_are_passed_over() -> None:
    stream = Stream(other_types=frozenset({99}))
    stream.feed(*(rtp(b"x", number, 0, payload_type=99) for number in range(4)))
    assert stream.units == []


def test_rtcp_among_the_packets_goes_its_way() -> None:
    report = struct.pack("!BBHIII", 0x80, 200, 3, 1, 2, 3)
    assert Stream().feed(report).control == [report]


def test_extension_sources_and_padding_are_taken_off() -> None:
    header = struct.pack("!BBHIII", 0x80 | 0x20 | 0x10 | 1, 0x80 | 96, 1, 0, 7, 8)
    extension = struct.pack("!HH", 0xABAC, 1) + b"exte"
    stream = Stream().feed(header + extension + IDR + b"\0\0\3")
    assert stream.pictures == [annex_b(IDR)]


@pytest.mark.parametrize(
    "packet",
    [b"", b"\x80\x60", rtp(b"", 1)[:11], b"\x40" + rtp(SLICE, 1)[1:], b"\x9f" + rtp(SLICE, 1)[1:]],
)
def test_packets_that_make_no_sense_are_dropped(packet: bytes) -> None:
    stream = Stream().feed(packet, rtp(IDR, 1, 0, marker=True))
    assert len(stream.units) == 1


def test_empty_packets_only_show_life() -> None:
    stream = Stream().feed(rtp(b"", 1, 0, marker=True), rtp(IDR, 2, 0, marker=True))
    assert stream.pictures == [annex_b(IDR)]
    assert not stream.units[0].damaged


def test_a_picture_without_end_is_refused() -> None:
    stream = Stream(max_unit=10_000)
    with pytest.raises(MalformedReplyError) as caught:
        stream.feed(*(rtp(SLICE + bytes(1000), number, 0) for number in range(20)))
    assert caught.value.cause is Cause.OVERSIZE


def test_jitter_grows_with_uneven_arrival() -> None:
    stream = Stream()
    for number in range(50):
        stream.now_s = 100 + number / 15 + (0.02 if number % 2 else 0)
        stream.feed(rtp(SLICE, number, number * 6000, marker=True))
    assert stream.rtp.jitter == pytest.approx(0.02 * 90000, rel=0.1)


@given(st.lists(st.binary(max_size=60), max_size=20), st.booleans())
def test_any_packets_are_taken_or_refused(packets: list[bytes], headed: bool) -> None:
    stream = Stream()
    with suppress(WallError):
        stream.feed(*(rtp(packet, n, n // 3) if headed else packet for n, packet in enumerate(packets)))


@given(st.lists(st.integers(0, 11), min_size=1, max_size=12, unique=True))
def test_no_picture_that_lacks_a_packet_passes_for_whole(kept: list[int]) -> None:
    packets = [packet for n in range(4) for packet in picture([SLICE, SLICE, SLICE], 3 * n, n * 6000)]
    start = min(kept)
    stream = Stream().feed(*(packets[number] for number in sorted(kept)), rtp(SLICE, 12, 9 * 6000, marker=True))
    for unit in stream.units[:-1]:
        number = round(unit.media_s * 15)
        missing = {n for n in range(3 * number, 3 * number + 3) if n >= start} - set(kept)
        assert unit.damaged or not missing
