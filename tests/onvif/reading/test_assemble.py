"""Cameras made of what a device told piece by piece."""

from __future__ import annotations

from dataclasses import replace

from tests.onvif.fixtures import needs_captures, single_reply
from wall.model.device import Channel, Preset, Problem, PtzNode, Step, StreamProfile, Trouble
from wall.model.stream import Codec
from wall.onvif.faults import read_body
from wall.onvif.reading.assemble import Uris, channels, merge, ptz_profiles
from wall.onvif.reading.profiles import RawProfile, read_profiles
from wall.onvif.reading.sources import VideoSource

MAIN = RawProfile("P1", "Main", "V1", "Front", True, "H264", 1920, 1080, 25.0, 4096)
SUB = RawProfile("P2", "Sub", "V1", "Front", True, "H264", 640, 360, 15.0, 512)
V1, V2 = VideoSource("V1", 1920, 1080, 25.0), VideoSource("V2")
NODE = PtzNode("N1", True, True, True, True, 300)
TOLD_NODE = PtzNode("N1", True, False, False, False, 0)


def details(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.detail for problem in problems]


def test_one_source_with_its_streams_the_largest_first() -> None:
    uris = {"P1": Uris("rtsp://h/1", "http://h/1.jpg"), "P2": Uris("rtsp://h/2")}
    (channel,), problems = channels([V1], [SUB, MAIN], uris=uris)
    assert channel == Channel(
        "V1",
        "Front",
        (
            StreamProfile("P1", "Main", "H264", Codec.H264, 1920, 1080, 25.0, 4096, "rtsp://h/1", "http://h/1.jpg"),
            StreamProfile("P2", "Sub", "H264", Codec.H264, 640, 360, 15.0, 512, "rtsp://h/2"),
        ),
    )
    assert channel.snapshot_url == "http://h/1.jpg"
    assert problems == ()


def test_sixteen_sources_are_sixteen_cameras() -> None:
    sources = [VideoSource(f"V{number}") for number in range(16)]
    profiles = [
        replace(profile, token=f"{profile.token}-{source.token}", source_token=source.token)
        for source in reversed(sources)
        for profile in (MAIN, SUB)
    ]
    made, problems = channels(sources, profiles)
    assert [channel.source_token for channel in made] == [source.token for source in sources]
    assert {len(channel.streams) for channel in made} == {2}
    assert problems == ()


def test_media2_knows_the_encoding_and_media_the_rest() -> None:
    bare = replace(MAIN, encoding="", has_encoder=False, width=None, height=None, fps=None, bitrate_kbps=None)
    better = replace(MAIN, name="", encoding="H265", is_media2=True, source_token="")
    other = replace(SUB, token="P3", is_media2=True)
    assert merge([bare, SUB], [other, better]) == (replace(MAIN, encoding="H265", is_media2=True), SUB, other)
    assert merge([MAIN], [replace(MAIN, is_media2=True)]) == (MAIN,)
    assert merge([MAIN], [RawProfile("P1", is_media2=True)]) == (MAIN,)
    wrong = replace(MAIN, encoding="H264")
    assert merge([wrong], [better])[0].encoding == "H265"


def test_a_profile_without_source_belongs_to_the_only_one() -> None:
    stray = replace(SUB, source_token="")
    (channel,), problems = channels([V1], [MAIN, stray])
    assert [stream.token for stream in channel.streams] == ["P1", "P2"]
    assert problems == ()
    made, problems = channels([V1, V2], [MAIN, replace(SUB, token="P3", source_token="V2"), stray])
    assert [len(channel.streams) for channel in made] == [1, 1]
    assert problems == (Problem(Step.PROFILES, Trouble.INCOMPLETE, "without video source: P2"),)


def test_sources_that_only_profiles_tell_of_are_cameras_too() -> None:
    made, problems = channels([V1], [replace(SUB, source_token="V9"), MAIN])
    assert [channel.source_token for channel in made] == ["V1", "V9"]
    assert details(problems) == ["video source that is not listed: V9"]
    made, problems = channels([], [replace(SUB, source_token="V9"), MAIN])
    assert [channel.source_token for channel in made] == ["V9", "V1"]
    assert problems == ()


def test_a_source_without_profiles_is_a_camera_without_streams() -> None:
    made, problems = channels([V1, V2], [MAIN])
    assert made[1] == Channel("V2", "V2")
    assert details(problems) == ["video source without profile: V2"]


def test_no_profiles_at_all_are_named() -> None:
    assert channels([], []) == ((), (Problem(Step.PROFILES, Trouble.INCOMPLETE, "no profile at all"),))
    made, problems = channels([V1], [])
    assert made == (Channel("V1", "V1"),)
    assert details(problems) == ["video source without profile: V1", "no profile at all"]


def test_profiles_without_an_encoder_are_kept_and_named() -> None:
    bare = RawProfile("P3", source_token="V1")
    empty = RawProfile("P4", source_token="V1", has_encoder=True)
    odd = replace(SUB, token="P5", encoding="MPEG4")
    (channel,), problems = channels([V1], [bare, empty, odd, MAIN])
    assert [(stream.token, stream.codec) for stream in channel.streams] == [
        ("P1", Codec.H264),
        ("P5", None),
        ("P3", None),
        ("P4", None),
    ]
    assert channel.streams[2].name == "P3"
    assert details(problems) == [
        "without encoder: P3",
        "encoder without encoding: P4",
        "encoding that cannot be shown: P5 MPEG4",
    ]


def test_of_the_same_size_the_cheaper_comes_first() -> None:
    same = [replace(MAIN, token=token, encoding=token) for token in ("MPEG4", "JPEG", "H265", "H264")]
    slow = replace(MAIN, token="slow", fps=5.0)
    (channel,), _ = channels([V1], [slow, *same])
    assert [stream.token for stream in channel.streams] == ["H264", "slow", "H265", "JPEG", "MPEG4"]


def test_a_camera_with_jpeg_alone() -> None:
    (channel,), problems = channels([V1], [replace(MAIN, encoding="JPEG")])
    assert channel.streams[0].codec is Codec.MJPEG
    assert problems == ()


def test_ptz_goes_to_the_first_profile_that_has_it() -> None:
    dome = replace(SUB, ptz_token="Z", ptz_node="N1", ptz=TOLD_NODE)
    presets = {"P2": (Preset("1", "Gate"),), "P1": (Preset("9", "no"),)}
    assert ptz_profiles([V1], [MAIN, dome]) == {"V1": "P2"}
    (channel,), _ = channels(
        [V1], [MAIN, dome], nodes=[PtzNode("N0", False, False, False, False, 0), NODE], presets=presets
    )
    assert (channel.ptz, channel.ptz_profile, channel.presets) == (NODE, "P2", (Preset("1", "Gate"),))


def test_ptz_without_a_node_is_what_its_configuration_tells() -> None:
    dome = replace(MAIN, ptz_node="N1", ptz=TOLD_NODE)
    other = replace(NODE, token="other")
    assert channels([V1], [dome])[0][0].ptz == TOLD_NODE
    assert channels([V1], [dome], nodes=[other])[0][0].ptz == TOLD_NODE
    assert channels([V1], [replace(dome, ptz_node="")], nodes=[other])[0][0].ptz == other
    assert channels([V1], [MAIN], nodes=[NODE])[0][0].ptz is None


@needs_captures
def test_a_recorder_with_36_profiles_is_twelve_cameras() -> None:
    profiles, _ = read_profiles(read_body(200, {}, single_reply("get_profiles_response_with_invalid_video_encoder")))
    made, problems = channels([], profiles)
    assert [channel.source_token for channel in made] == [f"0{number:02}00" for number in range(12)]
    assert made[11].name == "VideoSourceConfig_Channel12"
    assert [stream.token for stream in made[11].streams] == [f"MediaProfile0110{number}" for number in range(3)]
    assert [problem.detail[:58] for problem in problems] == [
        "without encoder: MediaProfile00001, MediaProfile00002, Med",
        "encoder without encoding: MediaProfile00000, MediaProfile0",
    ]
    assert all(len(problem.detail) <= 200 for problem in problems)
