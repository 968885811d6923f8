"""Sound in descriptions of several makers' kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.test_sdp import describe
from wall.model.errors import UnsupportedError, WallError
from wall.model.sound import SoundCodec
from wall.model.tile import Cause
from wall.video.rtsp.sound_sdp import AuLayout, find_sound

VIDEO = ("m=video 0 RTP/AVP 96", "a=rtpmap:96 H264/90000", "a=control:trackID=1")
AAC = "a=fmtp:104 profile-level-id=1;mode=AAC-hbr; sizelength=13;indexlength=3;indexdeltalength=3;config=1408"


def test_g711_needs_no_rtpmap() -> None:
    sound = find_sound(describe(*VIDEO, "m=audio 0 RTP/AVP 8", "a=control:trackID=2"))
    assert (sound.codec, sound.payload_type, sound.clock_rate) == (SoundCodec.PCMA, 8, 8000)
    assert sound.control == "trackID=2"


def test_g711_in_a_dynamic_type() -> None:
    sound = find_sound(describe("m=audio 0 RTP/AVP 98", "a=rtpmap:98 pcmu/8000/1"))
    assert (sound.codec, sound.payload_type) == (SoundCodec.PCMU, 98)


def test_aac() -> None:
    sound = find_sound(describe(*VIDEO, "m=audio 0 RTP/AVP 104", "a=rtpmap:104 mpeg4-generic/16000/1", AAC))
    assert (sound.codec, sound.clock_rate, sound.config) == (SoundCodec.AAC, 16000, b"\x14\x08")
    assert sound.layout == AuLayout(13, 3)


def test_the_way_back_to_a_loudspeaker_is_not_the_sound() -> None:
    back = ("m=audio 0 RTP/AVP 0", "a=control:back", "a=sendonly")
    sound = find_sound(describe(*back, "m=audio 0 RTP/AVP 8", "a=control:there", "a=recvonly"))
    assert sound.control == "there"
    with pytest.raises(UnsupportedError) as caught:
        find_sound(describe(*VIDEO, *back))
    assert caught.value.cause is Cause.NO_SOUND


def test_the_first_playable_of_several() -> None:
    sound = find_sound(describe("m=audio 0 RTP/AVP 100 0", "a=rtpmap:100 G726-16/8000"))
    assert (sound.payload_type, sound.other_types) == (0, frozenset({100}))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("m=audio 0 RTP/AVP 100", "a=rtpmap:100 G726-16/8000"), "G726-16"),
        (("m=audio 0 RTP/AVP 18",), "G729"),
        (("m=audio 0 RTP/AVP 104", "a=rtpmap:104 MPEG4-GENERIC/16000"), "MPEG4-GENERIC"),
        (("m=audio 0 RTP/AVP 104", "a=rtpmap:104 MPEG4-GENERIC/16000", AAC.replace("1408", "xy")), "MPEG4-GENERIC"),
        (("m=audio 0 RTP/AVP 104", "a=rtpmap:104 MPEG4-GENERIC/16000", AAC.replace("=13", "=99")), "MPEG4-GENERIC"),
    ],
)
def test_what_cannot_be_played_is_named(lines: tuple[str, ...], name: str) -> None:
    with pytest.raises(UnsupportedError, match=name) as caught:
        find_sound(describe(*VIDEO, *lines))
    assert caught.value.cause is Cause.SOUND_FORMAT


def test_pictures_alone() -> None:
    with pytest.raises(UnsupportedError) as caught:
        find_sound(describe(*VIDEO))
    assert caught.value.cause is Cause.NO_SOUND


@given(st.lists(st.sampled_from([*VIDEO, "m=audio 0 RTP/AVP 104", "a=rtpmap:104 mpeg4-generic/0", AAC]) | st.text()))
def test_anything_may_be_said(lines: list[str]) -> None:
    try:
        find_sound(describe(*lines))
    except WallError:
        return
