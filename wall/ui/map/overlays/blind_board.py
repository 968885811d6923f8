"""The blind-spot board: which duty zones nobody watches now, who turned the dome away, and when it goes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.health import Verdict
from wall.model.ptz.blind import Blind, BlindSpot
from wall.ui.console.parts import Check, label
from wall.ui.figures import number
from wall.ui.map.tools.rows import ROW_PX, TwoLines, TwoLinesList
from wall.ui.ptz.presets import words
from wall.ui.theme import SPACE, Theme

_MOST_ROWS = 8
_MARKS = {
    Blind.LOST: Verdict.LOST,
    Blind.AWAY: Verdict.ATTENTION,
    Blind.RETURNING: Verdict.ATTENTION,
    Blind.UNKNOWN: Verdict.UNKNOWN,
    Blind.UNSEEN: Verdict.UNKNOWN,
}


class BlindBoard(QWidget):
    """`opened` tells the camera of a row."""

    opened = Signal(int)
    asked = Signal()
    """Other zones are to be listed."""

    def __init__(self, theme: Theme, name_of: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self.said = label(is_muted=True)
        self.unseen = Check(self.tr("Also those on no screen"), theme, self)
        self.list = TwoLinesList(theme, self)
        self.list.setAccessibleName(self.tr("Blind spots"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for each in (self.said, self.unseen, self.list):
            column.addWidget(each)
        self.unseen.toggled.connect(lambda _on: self.asked.emit())
        self.list.clicked.connect(lambda _index: self._open())
        self.list.opened.connect(lambda _row: self._open())

    def show_spots(self, spots: Sequence[BlindSpot], zones: int, now_s: float) -> None:
        """These of so many zones."""
        self.list.rows.show([self._row(each, now_s) for each in spots])
        self.list.setVisible(bool(spots))
        self.list.setFixedHeight(min(_MOST_ROWS, len(spots)) * ROW_PX + 2)
        if not zones:
            self.said.setText(self.tr("No dome belongs anywhere yet: choose its duty view on the page of domes."))
        elif not spots:
            self.said.setText(self.tr("All {0} duty zones are watched.").format(number(zones)))
        else:
            text = self.tr("{0} of {1} duty zones are watched by nobody")
            self.said.setText(text.format(number(len(spots)), number(zones)))

    def _row(self, spot: BlindSpot, now_s: float) -> TwoLines:
        view = spot.zone.view
        name = f"{self._name_of(spot.camera_id)}  ·  {view.name or view.token}"
        detail = blind_line(spot, now_s)
        if spot.seen_by:
            others = self.tr("seen by {0}").format(self._name_of(spot.seen_by[0]))
            detail = f"{detail}  ·  {others}"
        return TwoLines(spot.camera_id, name, detail, _MARKS[spot.why], (spot.camera_id,))

    def _open(self) -> None:
        row = self.list.current
        if row is not None and isinstance(row.key, int):
            self.opened.emit(row.key)


def blind_line(spot: BlindSpot, now_s: float) -> str:
    """Why nobody watches a zone."""
    translate = QCoreApplication.translate
    if spot.patrol:
        return translate("BlindBoard", "on patrol: {0}").format(spot.patrol)
    match spot.why:
        case Blind.LOST:
            return translate("BlindBoard", "no picture from the camera")
        case Blind.UNSEEN:
            return translate("BlindBoard", "on no screen")
        case Blind.RETURNING:
            return translate("BlindBoard", "goes back")
        case Blind.UNKNOWN:
            text = translate("BlindBoard", "nobody knows where it looks")
        case _:
            text = translate("BlindBoard", "turned away by {0}").format(words.who(spot.moved_by))
    if spot.returns_at_s is None:
        return text
    back = translate("BlindBoard", "back in {0}").format(words.countdown(spot.returns_at_s - now_s))
    return f"{text}  ·  {back}"
