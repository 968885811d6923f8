"""Puts alarms into figures, a few hours at a time."""

from __future__ import annotations

from wall.model.alarms.figures import WINDOW_S, Figures
from wall.services.alarms.ports import KeepsAlarms
from wall.services.in_parts import InParts

_STEP_S = 6 * 3600.0
"""10,000 alarms a day: the disk is held for 20 ms at a time."""


def put_into_figures(store: KeepsAlarms, from_s: float, until_s: float) -> InParts[Figures]:
    """The alarms that began between (Unix seconds), in whole windows."""
    begins_s = from_s - from_s % WINDOW_S
    figures = Figures(begins_s)
    while True:
        ends_s = min(until_s, begins_s + _STEP_S)
        figures.add(store.figures(begins_s, ends_s))
        if ends_s >= until_s:
            return figures
        begins_s = ends_s
        yield None
