"""The colours of vector maps, mixed from the theme's: quiet greys and blue-greys under what has to be seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from wall.model.geo.style import Tone
from wall.ui.theme import Theme

_WATER, _GREEN = QColor("#5C93B3"), QColor("#5E9A6F")
"""Only a hint of either is ever seen: water and parks are known by their place, and colour means that one must look."""


def tones_of(theme: Theme) -> Mapping[Tone, QColor]:
    """In the dark a road is a little lighter than the ground, by day the ground is grey and a road white."""
    return _by_day(theme) if theme.ground.lightness() > 128 else _in_the_dark(theme)


def halo_of(theme: Theme) -> QColor:
    """What stands around letters, so that they are read over everything."""
    halo = QColor(tones_of(theme)[Tone.CITY])
    halo.setAlpha(220)
    return halo


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """So much of the other in the one."""
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload] # PySide says object.
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _in_the_dark(theme: Theme) -> Mapping[Tone, QColor]:
    ground, grey = theme.ground, theme.muted
    water = mixed(mixed(ground, grey, 0.12), _WATER, 0.20)
    return {
        Tone.OUTSIDE: ground,
        Tone.CITY: mixed(ground, grey, 0.105),
        Tone.CITY_EDGE: mixed(ground, grey, 0.55),
        Tone.WARD_EDGE: mixed(ground, grey, 0.38),
        Tone.INDUSTRY: mixed(ground, grey, 0.175),
        Tone.PARK: mixed(mixed(ground, grey, 0.10), _GREEN, 0.17),
        Tone.CITADEL: mixed(ground, grey, 0.20),
        Tone.WATER: water,
        Tone.BANK: mixed(water, _WATER, 0.16),
        Tone.CASING: mixed(ground, grey, 0.02),
        Tone.STREET: mixed(ground, grey, 0.26),
        Tone.SECONDARY: mixed(ground, grey, 0.33),
        Tone.PRIMARY: mixed(ground, grey, 0.42),
        Tone.TRUNK: mixed(ground, grey, 0.52),
        Tone.MOTORWAY: mixed(ground, grey, 0.62),
        Tone.RAIL: mixed(ground, grey, 0.60),
        Tone.RAIL_GAP: ground,
        Tone.OWN: mixed(ground, grey, 0.90),
        Tone.OWN_AREA: _clear(grey, 40),
        Tone.MARK: mixed(ground, theme.text, 0.68),
        Tone.NAME: mixed(ground, theme.text, 0.80),
        Tone.WARD_NAME: mixed(ground, theme.text, 0.60),
        Tone.WATER_NAME: mixed(_WATER, theme.text, 0.20),
        Tone.ROAD_NAME: mixed(ground, theme.text, 0.66),
        Tone.FAR_NAME: mixed(ground, theme.text, 0.56),
        Tone.SIGN: mixed(ground, grey, 0.30),
    }


def _by_day(theme: Theme) -> Mapping[Tone, QColor]:
    ground, grey, white, text = theme.ground, theme.muted, theme.surface, theme.text
    water = mixed(mixed(ground, grey, 0.16), _WATER, 0.38)
    return {
        Tone.OUTSIDE: mixed(ground, grey, 0.13),
        Tone.CITY: mixed(ground, grey, 0.03),
        Tone.CITY_EDGE: mixed(ground, grey, 0.62),
        Tone.WARD_EDGE: mixed(ground, grey, 0.45),
        Tone.INDUSTRY: mixed(ground, grey, 0.125),
        Tone.PARK: mixed(mixed(ground, grey, 0.05), _GREEN, 0.22),
        Tone.CITADEL: mixed(ground, grey, 0.18),
        Tone.WATER: water,
        Tone.BANK: mixed(water, grey, 0.22),
        Tone.CASING: mixed(ground, grey, 0.40),
        Tone.STREET: white,
        Tone.SECONDARY: white,
        Tone.PRIMARY: white,
        Tone.TRUNK: mixed(ground, grey, 0.26),
        Tone.MOTORWAY: mixed(ground, grey, 0.38),
        Tone.RAIL: mixed(ground, grey, 0.75),
        Tone.RAIL_GAP: white,
        Tone.OWN: mixed(ground, grey, 0.95),
        Tone.OWN_AREA: _clear(grey, 40),
        Tone.MARK: mixed(ground, text, 0.74),
        Tone.NAME: mixed(ground, text, 0.88),
        Tone.WARD_NAME: mixed(ground, text, 0.68),
        Tone.WATER_NAME: mixed(_WATER, text, 0.52),
        Tone.ROAD_NAME: mixed(ground, text, 0.72),
        Tone.FAR_NAME: mixed(ground, text, 0.68),
        Tone.SIGN: white,
    }


def _clear(colour: QColor, alpha: int) -> QColor:
    clear = QColor(colour)
    clear.setAlpha(alpha)
    return clear
