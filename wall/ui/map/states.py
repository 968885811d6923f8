"""How a camera stands on the map: what of it somebody must see first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from wall.model.health import Verdict
from wall.ui.marks import Mark
from wall.ui.theme import Theme


class MapState(IntEnum):
    """The graver, the higher: of several cameras in one mark the highest is shown."""

    MUTED = 0
    """Somebody has decided that it shall not call for attention."""
    LIVE = 1
    UNKNOWN = 2
    LATE = 3
    ILL = 4
    LOST = 5
    ACKNOWLEDGED = 6
    ALARM = 7


OF_VERDICT = {
    Verdict.WELL: MapState.LIVE,
    Verdict.ATTENTION: MapState.LATE,
    Verdict.ILL: MapState.ILL,
    Verdict.LOST: MapState.LOST,
    Verdict.UNKNOWN: MapState.UNKNOWN,
}

MARKS = {
    MapState.LIVE: Mark.DISC,
    MapState.UNKNOWN: Mark.RING,
    MapState.LATE: Mark.HALF,
    MapState.ILL: Mark.DIAMOND,
    MapState.LOST: Mark.SQUARE,
    MapState.ACKNOWLEDGED: Mark.DIAMOND,
    MapState.ALARM: Mark.TRIANGLE,
}
"""The shapes of the console's lists; a muted camera is a ring that is struck out."""


def colour_of(state: MapState, theme: Theme) -> QColor:
    """Grey while nobody must look."""
    match state:
        case MapState.ALARM:
            return theme.alarm
        case MapState.ACKNOWLEDGED:
            return theme.ack
        case MapState.LOST | MapState.ILL:
            return theme.lost
        case MapState.LATE:
            return theme.late
        case MapState.MUTED:
            return theme.muted
    return theme.live


def word_of(state: MapState) -> str:
    """The same in a word."""
    translate = QCoreApplication.translate
    words = {
        MapState.MUTED: translate("Map", "muted"),
        MapState.LIVE: translate("Map", "well"),
        MapState.UNKNOWN: translate("Map", "not asked yet"),
        MapState.LATE: translate("Map", "needs attention"),
        MapState.ILL: translate("Map", "shows nothing"),
        MapState.LOST: translate("Map", "lost"),
        MapState.ACKNOWLEDGED: translate("Map", "acknowledged"),
        MapState.ALARM: translate("Map", "alarm"),
    }
    return words[state]
