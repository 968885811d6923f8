"""HTTP replies, cut out of whatever pieces they come in."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.device import Trouble
from wall.onvif.faults import DeviceFault
from wall.onvif.http_message import HttpReply, ReplyLimits, ReplyReader

SMALL = ReplyLimits(head=200, body=100, chunk_line=20)


def read(*pieces: bytes, ends: bool = False, limits: ReplyLimits = SMALL) -> HttpReply | None:
    reader = ReplyReader(limits)
    for piece in pieces:
        if (reply := reader.feed(piece)) is not None:
            return reply
    return reader.end() if ends else None


COUNTED = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n"
OLD = b"HTTP/1.0 200 OK\r\n\r\nhello"


@pytest.mark.parametrize("whole", [COUNTED, CHUNKED], ids=["counted", "chunked"])
def test_a_reply_may_come_in_any_pieces(whole: bytes) -> None:
    pieces = [whole[index : index + 1] for index in range(len(whole))]
    for reply in (read(whole), read(*pieces)):
        assert reply is not None
        assert (reply.status, reply.body, reply.keeps_alive) == (200, b"hello", True)
    assert read(*pieces[:-1]) is None


def test_a_body_may_end_with_the_connection() -> None:
    assert read(OLD) is None
    reply = read(OLD, ends=True)
    assert reply is not None
    assert (reply.body, reply.keeps_alive) == (b"hello", False)


def test_a_counted_body_may_not_end_with_the_connection() -> None:
    assert read(COUNTED[:-1], ends=True) is None


@pytest.mark.parametrize(
    ("head", "keeps"),
    [
        (b"HTTP/1.1 200 OK", True),
        (b"HTTP/1.1 200", True),
        (b"HTTP/1.1 200 OK\r\nConnection: Close", False),
        (b"HTTP/1.0 200 OK", False),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive", True),
    ],
)
def test_who_keeps_the_connection(head: bytes, keeps: bool) -> None:
    reply = read(head + b"\r\nContent-Length: 0\r\n\r\n")
    assert reply is not None
    assert reply.keeps_alive is keeps


def test_more_than_was_announced_ends_the_connection() -> None:
    reply = read(COUNTED + b"more")
    assert reply is not None
    assert (reply.body, reply.keeps_alive) == (b"hello", False)


def test_bare_line_feeds_and_lines_that_are_none_are_taken() -> None:
    reply = read(b"HTTP/1.1 401 No\nWWW-Authenticate: a\nrubbish\nWWW-Authenticate: b\nContent-Length: 0\n\n")
    assert reply is not None
    assert reply.headers == {"www-authenticate": "a, b", "content-length": "0"}


def test_a_continue_goes_before_the_reply() -> None:
    reply = read(b"HTTP/1.1 100 Continue\r\n\r\n" + COUNTED)
    assert reply is not None
    assert reply.status == 200


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"SSH-2.0-dropbear", Trouble.NOT_ONVIF),
        (b"HTTP/2 200 OK\r\n\r\n", Trouble.NOT_ONVIF),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300, Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300 + b"\r\n\r\n", Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 101, Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\n", Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"a\r\n0123456789\r\n" * 11, Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", Trouble.MALFORMED),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", Trouble.MALFORMED),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"0" * 30, Trouble.MALFORMED),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"x: y\r\n" * 100, Trouble.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, trouble: Trouble) -> None:
    with pytest.raises(DeviceFault) as caught:
        read(data)
    assert caught.value.trouble is trouble


PARTS = st.sampled_from([b"HTTP/1.1 ", b"200", b" OK\r\n", b"\r\n", b"\n", b"Content-Length: ", b"3", b"chunked",
                         b"Transfer-Encoding: ", b"a", b"0", b";", b"\xff"])  # fmt: skip


@given(st.lists(st.one_of(st.binary(max_size=20), PARTS), max_size=40))
def test_nothing_else_is_ever_raised(pieces: list[bytes]) -> None:
    try:
        reply = read(*pieces, ends=True)
    except DeviceFault:
        return
    assert reply is None or len(reply.body) <= SMALL.body


@pytest.mark.parametrize("whole", [COUNTED, CHUNKED, OLD], ids=["counted", "chunked", "old"])
def test_a_reader_goes_when_nobody_needs_it_without_the_garbage_collector(whole: bytes) -> None:
    gc.disable()
    try:
        reader = ReplyReader(SMALL)
        reader.feed(whole)
        gone = weakref.ref(reader)
        del reader
        assert gone() is None
    finally:
        gc.enable()
