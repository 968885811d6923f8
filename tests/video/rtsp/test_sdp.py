"""Descriptions of streams, of several makers' kinds and of none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.errors import MalformedReplyError, UnsupportedError, WallError
from wall.model.stream import Codec
from wall.model.tile import Cause
from wall.video.rtsp.sdp import find_video

SPS, PPS = "Z0IAKeKQFAe2AtwEBAaQeJEV", "aM48gA=="


def describe(*lines: str) -> bytes:
    return "\r\n".join(["v=0", "o=- 1 1 IN IP4 10.0.0.1", "s=Live", "t=0 0", *lines]).encode() + b"\r\n"


def test_h264_among_sound_and_metadata() -> None:
    video = find_video(
        describe(
            "a=control:*",
            "m=audio 0 RTP/AVP 0",
            "a=control:trackID=2",
            "m=video 0 RTP/AVP 96",
            "a=rtpmap:96 H264/90000",
            f"a=fmtp:96 packetization-mode=1; profile-level-id=420029; sprop-parameter-sets={SPS},{PPS}",
            "a=control:trackID=1",
            "m=application 0 RTP/AVP 107",
            "a=control:trackID=4",
        )
    )
    assert (video.codec, video.payload_type, video.clock_rate) == (Codec.H264, 96, 90000)
    assert (video.control, video.session_control) == ("trackID=1", "*")
    assert video.parameter_sets.startswith(b"\0\0\0\1\x67\x42")
    assert b"\0\0\0\1\x68\xce" in video.parameter_sets


def test_h265_parameter_sets() -> None:
    video = find_video(
        describe(
            "m=video 0 RTP/AVP 98",
            "a=rtpmap:98 H265/90000",
            "a=fmtp:98 sprop-vps=QAEMAf//AWAAAAM=;sprop-sps=QgEBAWAAAAM=; sprop-pps=RAHgdg==;sprop-max-don-diff=2",
        )
    )
    assert video.codec is Codec.H265
    assert [part[:2].hex() for part in video.parameter_sets.split(b"\0\0\0\1")[1:]] == [
        "4001",
        "4201",
        "4401",
    ]
    assert video.donl


def test_mjpeg_needs_no_rtpmap() -> None:
    video = find_video(describe("m=video 0 RTP/AVP 26", "a=x-dimensions:2560,1440", "a=control:rtsp://h/v"))
    assert (video.codec, video.payload_type, video.size) == (Codec.MJPEG, 26, (2560, 1440))


def test_the_first_showable_of_several() -> None:
    video = find_video(
        describe(
            "m=video 0 RTP/AVP 99 96",
            "a=rtpmap:99 MP4V-ES/90000",
            "a=rtpmap:96 h264/90000/1",
            "m=video 0 RTP/AVP 97",
            "a=rtpmap:97 H265/90000",
        )
    )
    assert (video.payload_type, video.other_types) == (96, frozenset({99}))


@pytest.mark.parametrize("value", ["", ",", "Z0IAKQ", "!!!", "AAAA", "Z0IAKQ==,,aM48gA", "AAAAAWdCACk="])
def test_careless_parameter_sets(value: str) -> None:
    video = find_video(
        describe("m=video 0 RTP/AVP 96", "a=rtpmap:96 H264/90000", f"a=fmtp:96 sprop-parameter-sets={value}")
    )
    assert not video.parameter_sets or video.parameter_sets.startswith(b"\0\0\0\1\x67")


@pytest.mark.parametrize("rate", ["", "/0", "/fast", "/99999999999999"])
def test_careless_clock_rates(rate: str) -> None:
    video = find_video(describe("m=video 0 RTP/AVP 96", f"a=rtpmap:96 H264{rate}"))
    assert video.clock_rate > 0


def test_bare_lines_and_blanks() -> None:
    video = find_video(b"v=0\nm=video 0 RTP/AVP 96 \n a=rtpmap:96  H264/90000 \na=control: track1\n")
    assert (video.codec, video.control) == (Codec.H264, "track1")


def test_sound_alone_is_no_video() -> None:
    with pytest.raises(UnsupportedError) as caught:
        find_video(describe("m=audio 0 RTP/AVP 0"))
    assert caught.value.cause is Cause.NO_VIDEO


def test_a_format_that_cannot_be_shown_is_named() -> None:
    with pytest.raises(UnsupportedError, match="VP9") as caught:
        find_video(describe("m=video 0 RTP/AVP 96", "a=rtpmap:96 VP9/90000"))
    assert caught.value.cause is Cause.CODEC


def test_a_web_page_is_no_description() -> None:
    with pytest.raises(MalformedReplyError):
        find_video(b"<html><body>Login</body></html>")


@given(st.binary(max_size=400))
def test_any_body_is_understood_or_refused(body: bytes) -> None:
    try:
        find_video(b"v=0\nm=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n" + body)
        find_video(body)
    except WallError:
        pass
