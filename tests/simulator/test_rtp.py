"""Cutting access units into packets, and putting them together again as RFC 6184 and RFC 7798 say."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulator.footage import clip
from wall.simulator.clips.clip import AccessUnit, Clip
from wall.simulator.rtp import h264, h265, nal
from wall.simulator.rtp.packets import PAYLOAD_LIMIT, fill, packetise
from wall.simulator.rtp.rtcp import goodbye, sender_report
from wall.simulator.rtsp.sink import rtp_bounds


def joined_h264(payloads: Iterator[bytes]) -> list[bytes]:
    """NAL units out of single NAL unit packets and FU-A."""
    units: list[bytes] = []
    for payload in payloads:
        if payload[0] & 0x1F != 28:
            units.append(payload)
        elif payload[1] & 0x80:
            units.append(bytes([payload[0] & 0xE0 | payload[1] & 0x1F]) + payload[2:])
        else:
            units[-1] += payload[2:]
    return units


def joined_h265(payloads: Iterator[bytes]) -> list[bytes]:
    """NAL units out of single NAL unit packets and fragmentation units."""
    units: list[bytes] = []
    for payload in payloads:
        if payload[0] >> 1 & 0x3F != 49:
            units.append(payload)
        elif payload[2] & 0x80:
            units.append(bytes([payload[0] & 0x81 | (payload[2] & 0x3F) << 1, payload[1]]) + payload[3:])
        else:
            units[-1] += payload[3:]
    return units


@given(st.binary(min_size=1, max_size=200), st.integers(4, 60))
def test_fragments_of_h264_join_to_the_unit(body: bytes, limit: int) -> None:
    unit = b"\x65" + body
    parts = list(h264.payloads(unit, limit))
    assert joined_h264(iter(parts)) == [unit]
    assert all(len(part) <= limit for part in parts)


@given(st.binary(min_size=1, max_size=200), st.integers(5, 60))
def test_fragments_of_h265_join_to_the_unit(body: bytes, limit: int) -> None:
    unit = b"\x26\x01" + body
    parts = list(h265.payloads(unit, limit))
    assert joined_h265(iter(parts)) == [unit]
    assert all(len(part) <= limit for part in parts)


@given(st.lists(st.binary(min_size=1, max_size=30).map(lambda b: b.replace(b"\x00", b"\x01")), max_size=6))
def test_nal_units_are_found_behind_both_start_codes(units: list[bytes]) -> None:
    stream = b"".join((b"\x00\x00\x01", b"\x00\x00\x00\x01")[i % 2] + unit for i, unit in enumerate(units))
    assert nal.split(stream) == units


@pytest.mark.parametrize(("codec", "join"), [("h264", joined_h264), ("h265", joined_h265)])
def test_a_clip_arrives_whole(codec: str, join) -> None:  # type: ignore[no-untyped-def]
    sent, packets = clip(codec), packetise(clip(codec))
    is_sent = {"h264": h264, "h265": h265}[codec].is_sent
    for unit, frame in zip(sent.units, packets.frames, strict=True):
        bounds = rtp_bounds(frame.offsets, len(frame.block))
        payloads = [frame.block[begin + 12 : end] for begin, end in bounds]
        assert join(iter(payloads)) == [piece for piece in nal.split(unit.data) if is_sent(piece)]
        assert all(len(payload) <= PAYLOAD_LIMIT for payload in payloads)
        markers = [frame.block[begin + 1] >> 7 for begin, _ in bounds]
        assert markers == [0] * (len(bounds) - 1) + [1]
    assert [frame.is_key for frame in packets.frames].count(True) == 2


def test_a_block_is_what_rtsp_interleaves() -> None:
    frame = packetise(clip()).frames[0]
    block = fill(frame, channel=6, sequence=65535, timestamp=90_000, source=0xCAFE)
    at, sequences = 0, []
    while at < len(block):
        mark, channel, length = struct.unpack_from("!cBH", block, at)
        assert (mark, channel) == (b"$", 6)
        first, _, sequence, timestamp, source = struct.unpack_from("!BBHII", block, at + 4)
        assert (first, timestamp, source) == (0x80, 90_000, 0xCAFE)
        sequences.append(sequence)
        at += 4 + length
    assert sequences == [(65535 + i) % 65536 for i in range(len(frame.offsets))]
    assert len(sequences) > 1
    # The template that all sessions share is untouched.
    assert frame.block[frame.offsets[0] + 6 : frame.offsets[0] + 16] == bytes(10)


def test_the_description_carries_the_parameter_sets() -> None:
    units = nal.split(clip().units[0].data)
    found = re.search("sprop-parameter-sets=(.*),(.*)", packetise(clip()).format_parameters)
    assert found
    assert [base64.b64decode(text) for text in found.groups()] == units[:2]
    assert "profile-level-id=4D" in packetise(clip()).format_parameters  # main profile
    assert packetise(clip("h265")).format_parameters.startswith("sprop-vps=")


def test_the_keyframe_before_a_frame() -> None:
    packets = packetise(clip())
    assert [packets.keyframe_at_or_before(i) for i in (0, 29, 30, 59, 60, 91)] == [0, 0, 30, 30, 0, 30]


def test_the_encoder_s_remarks_are_not_sent() -> None:
    unit = AccessUnit(b"\x00\x00\x01\x06abc" + clip().units[0].data, True)
    frame = packetise(Clip("h264", 320, 180, 15, (unit,))).frames[0]
    assert b"abc" not in frame.block


def test_a_sender_report() -> None:
    report = sender_report(0xCAFE, 1_700_000_000.5, 1234, 10, 2000)
    kind, words, source, seconds, fraction, timestamp, packets, octets = struct.unpack_from("!xBHIIIIII", report)
    assert (kind, words, source) == (200, 6, 0xCAFE)
    assert seconds - 2_208_988_800 == 1_700_000_000
    assert fraction == 2**31
    assert (timestamp, packets, octets) == (1234, 10, 2000)
    assert report[28:30] == bytes((0x81, 202))
    assert len(report) == 28 + 4 * (int.from_bytes(report[30:32], "big") + 1)


def test_a_goodbye() -> None:
    assert goodbye(1) == bytes((0x81, 203, 0, 1, 0, 0, 0, 1))
