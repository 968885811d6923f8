"""The habits of a device, by who made it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.onvif.habits.habits import CAREFUL, Habits
from wall.simulator.onvif.habits.makes import (
    axiom_nord,
    dong_son,
    kinh_bac,
    lotus,
    meridian,
    reoview,
    song_cau,
    thang_long,
)

_BY_MAKE: Mapping[str, Habits] = MappingProxyType(
    {
        "Dong Son Vision": dong_son.HABITS,
        "Lotus Optics": lotus.HABITS,
        "Axiom Nord": axiom_nord.HABITS,
        "Song Cau": song_cau.HABITS,
        "Meridian": meridian.HABITS,
        "Reoview": reoview.HABITS,
        "Kinh Bac": kinh_bac.HABITS,
        "Thang Long": thang_long.HABITS,
    }
)


def habits_of(maker: str) -> Habits:
    """What the devices of that maker do; the careful camera's for a maker without habits."""
    return _BY_MAKE.get(maker, CAREFUL)
