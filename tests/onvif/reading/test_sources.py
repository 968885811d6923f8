"""The eyes of a device."""

from __future__ import annotations

from tests.onvif.reading.replies import answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.sources import VideoSource, read_sources


def source(token: str, width: str = "1920", height: str = "1080", fps: str = "25.0") -> str:
    return (
        f'<trt:VideoSources token="{token}"><tt:Framerate>{fps}</tt:Framerate><tt:Resolution>'
        f"<tt:Width>{width}</tt:Width><tt:Height>{height}</tt:Height></tt:Resolution></trt:VideoSources>"
    )


def read(*sources: str) -> tuple[tuple[VideoSource, ...], tuple[Problem, ...]]:
    return read_sources(answer(f"<trt:GetVideoSourcesResponse>{''.join(sources)}</trt:GetVideoSourcesResponse>"))


def test_sixteen_sources_of_a_recorder() -> None:
    sources, problems = read(*(source(f"V{number}") for number in range(16)))
    assert [each.token for each in sources] == [f"V{number}" for number in range(16)]
    assert sources[0] == VideoSource("V0", 1920, 1080, 25.0)
    assert problems == ()


def test_no_source_is_named() -> None:
    nothing = Problem(Step.SOURCES, Trouble.INCOMPLETE, "no video source")
    assert read() == ((), (nothing,))
    assert read_sources(answer("<trt:GetAudioSourcesResponse/>")) == ((), (nothing,))


def test_a_token_counts_once_and_none_does_not_count() -> None:
    sources, problems = read(source("A"), source("A", "640"), source(""), source("B", "-1", "nan", "0"))
    assert sources == (VideoSource("A", 1920, 1080, 25.0), VideoSource("B"))
    assert problems == (
        Problem(Step.SOURCES, Trouble.DUPLICATE, "video sources: A"),
        Problem(Step.SOURCES, Trouble.INCOMPLETE, "1 video sources without token"),
    )


def test_the_singular_is_understood() -> None:
    single = source("A").replace("VideoSources", "VideoSource")
    assert [each.token for each in read(single)[0]] == ["A"]
    assert [
        each.token for each in read(f"<trt:VideoSources>{single}{single.replace('A', 'B')}</trt:VideoSources>")[0]
    ] == [
        "A",
        "B",
    ]
