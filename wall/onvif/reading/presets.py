"""GetPresets (ONVIF PTZ, section 5.4.2): the positions that a dome remembers."""

from __future__ import annotations

from wall.model.device import Preset, Problem, Step
from wall.onvif.reading.tokens import each_of, each_once, token_of
from wall.onvif.reading.values import said
from wall.onvif.xml import Element

_MOST_PRESETS = 1024


def read_presets(body: Element) -> tuple[tuple[Preset, ...], tuple[Problem, ...]]:
    """The presets, each token once. One without a name is called by its token."""
    presets = (_preset(each) for each in each_of(body, "Presets", "Preset", _MOST_PRESETS))
    return each_once(presets, Step.PRESETS, "presets")


def _preset(element: Element) -> Preset:
    token = token_of(element)
    return Preset(token, said(element, "Name") or token)
