"""The mark of a camera in lists: a shape and a colour, so that it is never told by colour alone."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPixmap

from wall.model.health import Verdict
from wall.ui.marks import Mark, painted_mark
from wall.ui.theme import Theme

MARK_SIZE = 10

MARKS = {
    Verdict.WELL: Mark.DISC,
    Verdict.ATTENTION: Mark.HALF,
    Verdict.ILL: Mark.DIAMOND,
    Verdict.LOST: Mark.SQUARE,
    Verdict.UNKNOWN: Mark.RING,
}

WORST_FIRST = (Verdict.LOST, Verdict.ILL, Verdict.ATTENTION, Verdict.UNKNOWN, Verdict.WELL)
"""What somebody must see to comes before what nobody has looked at."""


def colour_of(verdict: Verdict, theme: Theme) -> QColor:
    """The colour of the mark: grey while nobody must look."""
    if verdict in (Verdict.ILL, Verdict.LOST):
        return theme.lost
    if verdict is Verdict.ATTENTION:
        return theme.late
    return theme.live


def colour_on_picture(verdict: Verdict, theme: Theme) -> QColor:
    """The same on the shade over a picture."""
    if verdict in (Verdict.ILL, Verdict.LOST):
        return theme.on_shade_lost
    return theme.on_shade_late if verdict is Verdict.ATTENTION else theme.on_shade_muted


class VerdictMarks:
    """Ready-painted marks for item views."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self._pixmaps = {
            verdict: painted_mark(MARKS[verdict], MARK_SIZE, colour_of(verdict, theme), scale) for verdict in Verdict
        }

    def __getitem__(self, verdict: Verdict) -> QPixmap:
        return self._pixmaps[verdict]
