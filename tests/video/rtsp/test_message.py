"""RTSP messages, in good form and as cameras send them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.errors import MalformedReplyError
from wall.video.rtsp.message import (
    Request,
    Response,
    content_length,
    may_start_message,
    parse_message,
    serialise_answer,
    serialise_request,
)


def test_reads_an_answer() -> None:
    message = parse_message(b"RTSP/1.0 200 OK\r\nCSeq: 2\r\nWWW-Authenticate: a\r\nwww-authenticate: b\r\n\r\n")
    assert isinstance(message, Response)
    assert (message.status, message.reason) == (200, "OK")
    assert message.headers.get("cseq") == "2"
    assert message.headers.all("www-authenticate") == ["a", "b"]


@pytest.mark.parametrize(
    "head",
    [
        b"RTSP/1.0 200\nCSeq:2\n\n",
        b"RTSP/1.0  200  OK \r\nCSeq :2\r\nnonsense\r\n\r\n",
        b"RTSP/1.0 200 OK\r\nX: 1\r\n CSeq: 9\r\nCSEQ:\t2\r\n\r\n",
    ],
)
def test_reads_careless_answers(head: bytes) -> None:
    message = parse_message(head)
    assert isinstance(message, Response)
    assert message.status == 200
    assert message.headers.get("cseq") == "2"


def test_a_folded_line_goes_on() -> None:
    message = parse_message(b"RTSP/1.0 200 OK\r\nPublic: OPTIONS,\r\n\tPLAY\r\n\r\n")
    assert message.headers.get("public") == "OPTIONS, PLAY"


def test_reads_a_request_of_the_camera() -> None:
    message = parse_message(b"GET_PARAMETER rtsp://10.0.0.1/ RTSP/1.0\r\nCSeq: 7\r\n\r\n")
    assert isinstance(message, Request)
    assert serialise_answer(message, "200 OK") == b"RTSP/1.0 200 OK\r\nCSeq: 7\r\n\r\n"


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"RTSP/1.0 OK\r\n\r\n", b"\r\n\r\n", b"A B\r\n\r\n"])
def test_refuses_other_protocols(head: bytes) -> None:
    with pytest.raises(MalformedReplyError):
        parse_message(head)


def test_what_goes_back_to_the_camera_has_no_line_breaks() -> None:
    message = parse_message(b"RTSP/1.0 200 OK\r\nSession: 1\rX-Injected: 2\x00\r\n\r\n")
    assert message.headers.get("session") == "1 X-Injected: 2 "


def test_a_length_that_is_no_number_is_refused() -> None:
    message = parse_message(b"RTSP/1.0 200 OK\r\nContent-Length: -5\r\n\r\n")
    with pytest.raises(MalformedReplyError):
        content_length(message.headers)


def test_writes_a_request() -> None:
    written = serialise_request("PLAY", "rtsp://h/", 3, [("Session", "1")])
    assert written == b"PLAY rtsp://h/ RTSP/1.0\r\nCSeq: 3\r\nUser-Agent: CityWall\r\nSession: 1\r\n\r\n"


@pytest.mark.parametrize(
    "beginning",
    [
        b"R",
        b"RTSP",
        b"RTSP/",
        b"RTSP/1.0 20",
        b"OPTIONS * RT",
        b"OPTIONS",
        b"SET_",
        "RTSP/1.0 401 Từ chối".encode(),
    ],
)
def test_what_may_become_a_message(beginning: bytes) -> None:
    assert may_start_message(beginning)


@pytest.mark.parametrize(
    "beginning",
    [b"HTTP/1.1", b"SSH-2.0-", b"220 smtp", b"\x16\x03", b"RTSP/x", b"HELLO\r\n", b"GET / HTTP/1.1\r\n"],
)
def test_what_cannot_become_a_message(beginning: bytes) -> None:
    assert not may_start_message(beginning)


@given(st.binary(max_size=300))
def test_any_head_is_read_or_refused(garbage: bytes) -> None:
    try:
        message = parse_message(b"RTSP/1.0 200 OK\r\n" + garbage)
        content_length(message.headers)
    except MalformedReplyError:
        pass
    may_start_message(garbage)


@given(st.sampled_from([b"RTSP/1.0 200 OK", b"OPTIONS rtsp://h/ RTSP/1.0", b"PLAY_NOTIFY * RTSP/1.0\r"]))
def test_every_beginning_of_a_first_line_may_start_a_message(line: bytes) -> None:
    assert all(may_start_message(line[:length]) for length in range(1, len(line)))
    assert may_start_message(line + b"\n")
