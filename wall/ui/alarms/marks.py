"""The mark of an alarm in lists: a shape and a colour for how urgently somebody is wanted."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPixmap

from wall.model.alarms.state import State
from wall.ui.marks import Mark, painted_mark
from wall.ui.theme import Theme

MARK_SIZE = 10

MARKS = {
    State.NEW: Mark.TRIANGLE,
    State.ACKNOWLEDGED: Mark.DIAMOND,
    State.IN_PROGRESS: Mark.DIAMOND,
    State.ON_HOLD: Mark.HALF,
    State.CLOSED: Mark.RING,
}


def colour_of(state: State, theme: Theme) -> QColor:
    """Red for what nobody has seen, orange for what somebody sees to, grey for what can wait or is done."""
    if state is State.NEW:
        return theme.alarm
    if state in (State.ACKNOWLEDGED, State.IN_PROGRESS):
        return theme.ack
    return theme.late if state is State.ON_HOLD else theme.live


class AlarmMarks:
    """Ready-painted marks for item views."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self._pixmaps = {
            state: painted_mark(MARKS[state], MARK_SIZE, colour_of(state, theme), scale) for state in State
        }

    def __getitem__(self, state: State) -> QPixmap:
        return self._pixmaps[state]
