"""Taking the connection apart: the same calls whatever the chunks, and no end to nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.video.rtsp.packets import interleaved, rtp
from wall.model.errors import MalformedReplyError
from wall.model.tile import Cause
from wall.video.rtsp.interleaved import Demultiplexer
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.message import Request, Response

ANSWER = b"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 4\r\n\r\nbody"


@dataclass
class Taken:
    """What came out of one demultiplexer."""

    limits: Limits = field(default_factory=Limits)
    channels: tuple[int, ...] = (0,)
    packets: list[bytes] = field(default_factory=list)
    messages: list[Response | Request] = field(default_factory=list)
    largest: int = 0

    def __post_init__(self) -> None:
        self.demultiplexer = Demultiplexer(self.messages.append, self.limits)
        for channel in self.channels:
            self.demultiplexer.channels[channel] = self._packet

    def feed(self, data: bytes, size: int = 4096) -> Taken:
        """Bring the bytes in chunks of a size at most."""
        position = 0
        while position < len(data):
            room = self.demultiplexer.writable()
            self.largest = max(self.largest, len(room))
            count = min(len(room), size, len(data) - position)
            room[:count] = data[position : position + count]
            self.demultiplexer.written(count)
            position += count
        return self

    def _packet(self, memory: memoryview, start: int, end: int) -> None:
        self.packets.append(bytes(memory[start:end]))


def test_packets_and_messages_in_turn() -> None:
    one, two = rtp(b"one", 1), rtp(b"two" * 500, 2)
    taken = Taken().feed(interleaved(one) + ANSWER + b"\r\n" + interleaved(two) + ANSWER)
    assert taken.packets == [one, two]
    assert [message.body for message in taken.messages] == [b"body", b"body"]


def test_unknown_channels_are_passed_over() -> None:
    taken = Taken().feed(interleaved(rtp(b"sound", 1), 2) + interleaved(rtp(b"video", 1)))
    assert taken.packets == [rtp(b"video", 1)]


def test_the_largest_packet() -> None:
    packet = rtp(bytes(65535 - 12), 1)
    assert Taken().feed(interleaved(packet) * 3, size=1000).packets == [packet] * 3


def test_garbage_between_packets_is_skipped() -> None:
    packet = rtp(b"video", 1)
    taken = Taken().feed(interleaved(packet) + b"\xff\x24\x09RTSP?\xfe" + interleaved(packet) + ANSWER)
    assert taken.packets == [packet, packet]
    assert len(taken.messages) == 1


def test_garbage_without_end_is_refused() -> None:
    with pytest.raises(MalformedReplyError):
        Taken().feed(b"\xff" * 1_000_000)


@pytest.mark.parametrize("banner", [b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 400 Bad\r\n\r\n", b"\x15\x03\x01\0\2\2\x28"])
def test_other_protocols_are_refused_at_once(banner: bytes) -> None:
    with pytest.raises(MalformedReplyError) as caught:
        Taken(channels=()).feed(banner)
    assert caught.value.cause is Cause.NOT_VIDEO


def test_a_head_without_end_is_refused() -> None:
    taken = Taken(channels=())
    with pytest.raises(MalformedReplyError) as caught:
        taken.feed(b"RTSP/1.0 200 OK\r\n" + b"X: y\r\n" * 100_000)
    assert caught.value.cause is Cause.OVERSIZE
    assert taken.largest < 512 * 1024


def test_a_huge_body_is_refused_before_it_comes() -> None:
    with pytest.raises(MalformedReplyError) as caught:
        Taken(channels=()).feed(b"RTSP/1.0 200 OK\r\nContent-Length: 104857600\r\n\r\n")
    assert caught.value.cause is Cause.OVERSIZE


def test_the_largest_body() -> None:
    body = bytes(range(256)) * 1024
    answer = b"RTSP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    taken = Taken().feed(answer + interleaved(rtp(b"x", 1)))
    assert taken.messages[0].body == body
    assert len(taken.packets) == 1


def test_small_chunks_cost_no_search_from_the_start() -> None:
    """Without remembering where the search stopped this would look at 14 GB."""
    head = b"RTSP/1.0 200 OK\r\n" + b"X: yyyyyyyyyyyyyy\r\n" * 70_000
    started_s = time.process_time()
    taken = Taken(Limits(header_bytes=2 << 20), channels=()).feed(head + b"\r\n", size=64)
    assert len(taken.messages) == 1
    assert time.process_time() - started_s < 5


@pytest.mark.parametrize("cut", range(1, len(ANSWER)))
def test_a_head_that_is_moved_to_the_front_while_it_comes(cut: int) -> None:
    packet = interleaved(rtp(bytes(28_000), 1))
    taken = Taken().feed(packet + ANSWER[:cut], size=len(packet) + cut).feed(ANSWER[cut:])
    assert len(taken.messages) == 1


def test_garbage_that_looks_like_the_beginning_of_a_packet() -> None:
    packet = rtp(b"video", 1)
    assert Taken().feed(b"\xff$\x00\xff\xff\x00" + interleaved(packet)).packets == [packet]


PIECES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([ANSWER, b"OPTIONS * RTSP/1.0\r\n\r\n", b"\r\n", b"$", b"RTSP/1.", b"$\x00", b"\r\n\r\n"]),
    st.builds(lambda size: interleaved(rtp(bytes(size), 7)), st.integers(0, 3000)),
    st.builds(lambda size: interleaved(bytes(size), 5), st.integers(0, 50)),
)


@example(b"AA\t\x00\tRTSP/0.0\n\n", 1)
@given(st.lists(PIECES, max_size=12).map(b"".join), st.integers(1, 700))
def test_any_bytes_in_any_chunks_give_the_same(data: bytes, size: int) -> None:
    assert outcome(data, size) == outcome(data, len(data) or 1)


def outcome(data: bytes, size: int) -> tuple[list[bytes], list[Response | Request], str]:
    """What comes out, and how it ends."""
    taken = Taken()
    try:
        taken.feed(data, size)
    except MalformedReplyError as error:
        return taken.packets, taken.messages, str(error)
    return taken.packets, taken.messages, ""
