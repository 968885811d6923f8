"""RTSP requests out of whatever comes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.simulator.rtsp.message import Inbox, Interleaved, MalformedError, Request, Response
from wall.simulator.rtsp.transport import TransportAsk, parse_transport

STREAM = (
    b"OPTIONS rtsp://h/1/sub RTSP/1.0\r\nCSeq: 1\r\n\r\n"
    b"$\x01\x00\x05hello"
    b"SET_PARAMETER rtsp://h/1/sub RTSP/1.0\r\ncseq:2\r\nContent-Length: 4\r\n\r\nabcd\r\n"
    b"TEARDOWN rtsp://h/1/sub RTSP/1.0\r\nCSeq: 3\r\nSession: 77;x\r\n\r\n"
)


@given(st.lists(st.integers(1, len(STREAM) - 1)))
def test_pieces_of_any_size_give_the_same_messages(cuts: list[int]) -> None:
    inbox, messages = Inbox(), list[Request | Interleaved]()
    edges = [0, *sorted(cuts), len(STREAM)]
    for begin, end in pairwise(edges):
        messages += inbox.feed(STREAM[begin:end])
    assert messages == [
        Request("OPTIONS", "rtsp://h/1/sub", {"cseq": "1"}),
        Interleaved(1, b"hello"),
        Request("SET_PARAMETER", "rtsp://h/1/sub", {"cseq": "2", "content-length": "4"}),
        Request("TEARDOWN", "rtsp://h/1/sub", {"cseq": "3", "session": "77;x"}),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"PLAY rtsp://h/ RTSP/1.0\r\nContent-Length: 99999999\r\n\r\n",
        b"PLAY rtsp://h/ RTSP/1.0\r\nContent-Length: -1\r\n\r\n",
        b"x" * 20_000,
    ],
)
def test_what_is_no_rtsp_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        list(Inbox().feed(data))


@given(st.binary(max_size=300))
def test_garbage_is_refused_or_waited_for(data: bytes) -> None:
    try:
        list(Inbox().feed(data))
    except MalformedError:
        return


def test_an_answer() -> None:
    answer = Response(200, (("Session", "1"),), "v=0ộ").to_bytes("7")
    assert answer == b"RTSP/1.0 200 OK\r\nCSeq: 7\r\nSession: 1\r\nContent-Length: 6\r\n\r\nv=0\xe1\xbb\x99"


@pytest.mark.parametrize(
    ("header", "ask"),
    [
        ("RTP/AVP/TCP;unicast;interleaved=2-3", TransportAsk(True, 2, 3)),
        ("RTP/AVP/TCP;unicast", TransportAsk(True, 0, 1)),
        ("RTP/AVP;unicast;client_port=5000-5001", TransportAsk(False, 5000, 5001)),
        ("RTP/AVP/UDP;unicast;client_port=5000", TransportAsk(False, 5000, 5001)),
        ("RTP/AVP;multicast,RTP/AVP/TCP;interleaved=0-1", TransportAsk(True, 0, 1)),
        ("RTP/SAVP;unicast;client_port=5000-5001", None),
        ("RTP/AVP;unicast", None),
        ("RTP/AVP;unicast;client_port=0-1", None),
        ("RTP/AVP;unicast;client_port=70000-70001", None),
        ("RTP/AVP/TCP;interleaved=300-301", None),
        ("RTP/AVP/TCP;interleaved=0-1;mode=RECORD", None),
        ("", None),
    ],
)
def test_the_first_transport_that_can_be_served(header: str, ask: TransportAsk | None) -> None:
    assert parse_transport(header) == ask
