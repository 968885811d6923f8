"""GetVideoSources (ONVIF Media, section 5.9): the eyes of a device."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.tokens import each_of, each_once, token_of
from wall.onvif.reading.values import decimal_within, problem, whole_within
from wall.onvif.xml import Element, text

_MOST_SOURCES = 512


@dataclass(frozen=True, slots=True)
class VideoSource:
    """One eye. Size in pixels and rate are the sensor's, not a stream's."""

    token: str
    width: int | None = None
    height: int | None = None
    fps: float | None = None


def read_sources(body: Element) -> tuple[tuple[VideoSource, ...], tuple[Problem, ...]]:
    """The video sources, each token once. Every device that is asked this should have one."""
    elements = each_of(body, "VideoSources", "VideoSource", _MOST_SOURCES)
    if not elements:
        return (), (problem(Step.SOURCES, Trouble.INCOMPLETE, "no video source"),)
    return each_once((_source(each) for each in elements), Step.SOURCES, "video sources")


def _source(element: Element) -> VideoSource:
    return VideoSource(
        token_of(element),
        whole_within(text(element, "Resolution", "Width"), 1, 100_000),
        whole_within(text(element, "Resolution", "Height"), 1, 100_000),
        decimal_within(text(element, "Framerate"), 0.001, 1000),
    )
