"""Addresses of streams and single pictures, as told."""

from __future__ import annotations

import pytest

from tests.onvif.reading.replies import answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.uris import read_snapshot_uri, read_stream_uri

URI = "rtsp://h/a?x=1&amp;y=2"


@pytest.mark.parametrize(
    "inner",
    [
        f"<trt:MediaUri><tt:Uri>{URI}</tt:Uri><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri>",
        f"<tr2:Uri>\n  {URI} </tr2:Uri>",
        f"<tt:Extension><tt:Uri>{URI}</tt:Uri></tt:Extension>",
        "<trt:MediaUri><tt:Uri>rtsp://h/a?x=1&y=2</tt:Uri></trt:MediaUri>",
        "<trt:MediaUri><tt:Uri><![CDATA[rtsp://h/a?x=1]]>&amp;y=2</tt:Uri></trt:MediaUri>",
    ],
    ids=["media", "media2", "elsewhere", "not escaped", "cdata"],
)
def test_the_address_is_found(inner: str) -> None:
    told = answer(f"<trt:GetStreamUriResponse>{inner}</trt:GetStreamUriResponse>")
    assert read_stream_uri(told) == read_snapshot_uri(told) == ("rtsp://h/a?x=1&y=2", ())


def test_no_address_is_named() -> None:
    empty = answer("<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri/></trt:MediaUri></trt:GetStreamUriResponse>")
    assert read_stream_uri(empty) == ("", (Problem(Step.STREAMS, Trouble.INCOMPLETE, "no address"),))
    assert read_snapshot_uri(empty) == ("", (Problem(Step.SNAPSHOT, Trouble.INCOMPLETE, "no address"),))


def test_an_endless_address_is_none() -> None:
    endless = answer(f"<trt:GetStreamUriResponse><tr2:Uri>rtsp://h/{'x' * 5000}</tr2:Uri></trt:GetStreamUriResponse>")
    assert read_stream_uri(endless) == (
        "",
        (Problem(Step.STREAMS, Trouble.TOO_LARGE, "an address of 5009 characters"),),
    )
