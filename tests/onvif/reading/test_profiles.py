"""Profiles of Media and Media2, as devices tell them."""

from __future__ import annotations

import pytest

from tests.onvif.fixtures import needs_captures, single_reply
from tests.onvif.reading.replies import answer
from wall.model.device import Problem, PtzNode, Step, Trouble
from wall.model.stream import Codec
from wall.onvif.faults import read_body
from wall.onvif.reading.profiles import RawProfile, read_profiles
from wall.onvif.reading.values import codec_of

SOURCE = "<tt:Name>Front</tt:Name><tt:SourceToken>V1</tt:SourceToken>"
ENCODER = (
    "<tt:Encoding>{}</tt:Encoding><tt:Resolution><tt:Width>1920</tt:Width><tt:Height>1080</tt:Height></tt:Resolution>"
    "<tt:RateControl><tt:FrameRateLimit>25.0</tt:FrameRateLimit><tt:BitrateLimit>4096</tt:BitrateLimit></tt:RateControl>"
)


def media(token: str, inner: str) -> str:
    return f'<trt:Profiles token="{token}" fixed="true"><tt:Name>Main</tt:Name>{inner}</trt:Profiles>'


def whole(token: str = "P1", encoding: str = "H264") -> str:
    source = f'<tt:VideoSourceConfiguration token="c">{SOURCE}</tt:VideoSourceConfiguration>'
    encoder = f'<tt:VideoEncoderConfiguration token="e">{ENCODER.format(encoding)}</tt:VideoEncoderConfiguration>'
    return media(token, source + encoder)


def read(*profiles: str) -> tuple[tuple[RawProfile, ...], tuple[Problem, ...]]:
    return read_profiles(answer(f"<trt:GetProfilesResponse>{''.join(profiles)}</trt:GetProfilesResponse>"))


WHOLE = RawProfile("P1", "Main", "V1", "Front", True, "H264", 1920, 1080, 25.0, 4096)


def test_a_profile_of_media() -> None:
    assert read(whole()) == ((WHOLE,), ())


def test_a_profile_of_media2_reads_the_same() -> None:
    body = answer(
        '<tr2:GetProfilesResponse><tr2:Profiles token="P1"><tr2:Name>Main</tr2:Name><tr2:Configurations>'
        f'<tr2:VideoSource token="c">{SOURCE}</tr2:VideoSource>'
        f'<tr2:VideoEncoder token="e" Profile="Main">{ENCODER.format("H265")}</tr2:VideoEncoder>'
        '<tr2:PTZ token="z"><tt:NodeToken>N1</tt:NodeToken></tr2:PTZ>'
        "</tr2:Configurations></tr2:Profiles></tr2:GetProfilesResponse>"
    )
    (profile,), problems = read_profiles(body, is_media2=True)
    assert (profile.encoding, profile.width, profile.fps, profile.source_token) == ("H265", 1920, 25.0, "V1")
    assert (profile.ptz_token, profile.ptz_node, profile.is_media2) == ("z", "N1", True)
    assert problems == ()


@pytest.mark.parametrize(
    "namespaces",
    [
        "",
        'xmlns="urn:wrong" xmlns:tt="urn:wrong:too" xmlns:trt="urn:also"',
        'xmlns:trt="http://www.onvif.org/ver10/schema" xmlns:tt="http://www.onvif.org/ver10/media/wsdl"',
    ],
    ids=["undeclared", "wrong", "swapped"],
)
def test_namespaces_do_not_matter(namespaces: str) -> None:
    told = f"<trt:GetProfilesResponse>{whole()}</trt:GetProfilesResponse>"
    assert read_profiles(answer(told, namespaces=namespaces)) == ((WHOLE,), ())
    assert read_profiles(answer(told.replace("trt:", "").replace("tt:", ""))) == ((WHOLE,), ())


def test_an_encoder_that_says_its_encoding_only_by_what_it_has() -> None:
    told = whole().replace("<tt:Encoding>H264</tt:Encoding>", "<tt:H264><tt:GovLength>1</tt:GovLength></tt:H264>")
    assert read(told) == ((WHOLE,), ())


def test_profiles_that_lack_nearly_everything_are_kept() -> None:
    profiles, problems = read(
        media("A", ""), media("B", "<tt:VideoEncoderConfiguration/>"), '<trt:Profiles token="C"/>'
    )
    assert profiles == (RawProfile("A", "Main"), RawProfile("B", "Main", has_encoder=True), RawProfile("C"))
    assert problems == ()


def test_no_profiles_are_no_profiles() -> None:
    assert read() == ((), ())


def test_numbers_that_cannot_be_meant_are_not_told() -> None:
    told = whole().replace("1920", "0").replace("25.0", "2147483647").replace("4096", "2147483647")
    (profile,), _ = read(told)
    assert (profile.width, profile.height, profile.fps, profile.bitrate_kbps) == (None, 1080, None, None)


def test_a_token_counts_once() -> None:
    profiles, problems = read(whole(), whole(encoding="JPEG"), whole(""), whole("x" * 5000), whole("${TOKEN}"))
    assert profiles == (WHOLE,)
    assert problems == (
        Problem(Step.PROFILES, Trouble.DUPLICATE, "profiles: P1"),
        Problem(Step.PROFILES, Trouble.INCOMPLETE, "3 profiles without token"),
    )


def test_tokens_are_kept_as_they_are() -> None:
    assert [each.token for each in read(whole("Hồ sơ  1&amp;2"))[0]] == ["Hồ sơ  1&2"]


def test_a_list_may_be_called_otherwise() -> None:
    single = whole().replace("trt:Profiles", "trt:Profile")
    assert read(single) == ((WHOLE,), ())
    assert read(f"<trt:Profiles>{single}</trt:Profiles>") == ((WHOLE,), ())


def test_a_ptz_configuration_tells_of_its_node() -> None:
    ranges = "<tt:Range><tt:XRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:XRange></tt:Range>"
    ptz = (
        '<tt:PTZConfiguration token="z"><tt:NodeToken>N1</tt:NodeToken><tt:DefaultContinuousPanTiltVelocitySpace>x'
        f"</tt:DefaultContinuousPanTiltVelocitySpace><tt:ZoomLimits>{ranges}</tt:ZoomLimits></tt:PTZConfiguration>"
    )
    (profile,), _ = read(media("P1", ptz))
    assert (profile.ptz_token, profile.ptz_node) == ("z", "N1")
    assert profile.ptz == PtzNode("N1", True, True, False, False, 0, zoom_limits=(-1.0, 1.0))


@pytest.mark.parametrize(
    ("told", "codec", "name"),
    [
        *((told, Codec.H264, "H264") for told in ("H264", "h264", "H.264", "video/H264", "AVC", "H264+", "MPEG4-AVC")),
        *((told, Codec.H265, "H265") for told in ("H265", "h.265", "HEVC", "video/H265", "hvc-H265", "Smart H.265+")),
        *((told, Codec.MJPEG, "JPEG") for told in ("JPEG", "MJPEG", "jpg", "Motion-JPEG")),
        *((told, None, "MPEG4") for told in ("MPEG4", "MP4V-ES", "mpeg-4")),
        ("AV1", None, "AV1"),
        ("x\n" * 100, None, "X X X X X X X X X X"),
    ],
)
def test_an_encoding_has_many_names(told: str, codec: Codec | None, name: str) -> None:
    assert codec_of(told) == (codec, name)


@needs_captures
def test_a_recorder_with_36_profiles_and_invalid_encoders() -> None:
    profiles, problems = read_profiles(
        read_body(200, {}, single_reply("get_profiles_response_with_invalid_video_encoder"))
    )
    assert problems == ()
    assert len(profiles) == 36
    assert [each.token for each in profiles[:4]] == [f"MediaProfile{n}" for n in ("00000", "00001", "00002", "00100")]
    assert [each.has_encoder for each in profiles[:4]] == [True, False, False, True]
    assert {each.encoding for each in profiles} == {""}
    assert len({each.source_token for each in profiles}) == 12
