"""Who holds a dome, and what can be done about it, on the pad."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wall.model.ptz.operator import Hold, Rank
from wall.model.ptz.standing import PtzStanding
from wall.ui.ptz import words
from wall.ui.ptz.pad_buttons import PadButton
from wall.ui.ptz.port import PtzPort
from wall.ui.theme import BODY, SPACE, font

RESERVED_MINUTES = 10.0


class PadHolder(QWidget):
    """UI thread. Only what makes sense now can be pressed."""

    def __init__(self, port: PtzPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = port
        self._camera_id = 0
        self._holder = QLabel(self)
        self._holder.setObjectName("holder")
        self._holder.setFont(font(BODY))
        self._holder.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._reserve = self._button(self.tr("Reserve"), self.tr("Nobody else moves it for 10 minutes"), self._hold_it)
        self._release = self._button(self.tr("Release"), self.tr("Others may move it again"), self._free_it)
        self._ask = self._button(self.tr("Ask for it"), self.tr("Ask whoever holds it, politely"), self._ask_for_it)
        self._take = self._button(
            self.tr("Take over"), self.tr("Take it from a lower rank; it is noted"), self._take_it
        )
        self._give = self._button(self.tr("Give it"), self.tr("To the one who asks"), lambda: self._answer(gives=True))
        self._keep = self._button(self.tr("Keep it"), self.tr("Say no to the one who asks"), lambda: self._answer())
        for button in (self._reserve, self._release, self._ask, self._take, self._give, self._keep):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._holder)
        column.addLayout(row)

    def show_standing(self, standing: PtzStanding) -> None:
        """As it is now."""
        self._camera_id, hold = standing.camera_id, standing.hold
        me = self._port.operator
        is_free = hold is None or hold.operator.rank is Rank.SYSTEM
        is_mine = hold is not None and hold.operator == me
        is_asked = hold is not None and is_mine and hold.asked_by is not None
        self._holder.setText(_sentence(hold, is_free=is_free, is_mine=is_mine) or self.tr("Nobody holds it"))
        self._reserve.setVisible(is_free or (is_mine and not is_asked))
        self._release.setVisible(hold is not None and is_mine and hold.is_reserved and not is_asked)
        self._ask.setVisible(not is_free and not is_mine)
        self._take.setVisible(not is_free and not is_mine)
        self._take.setEnabled(hold is not None and hold.operator.rank < me.rank)
        self._give.setVisible(is_asked)
        self._keep.setVisible(is_asked)

    # -- inside

    def _button(self, text: str, tip: str, does: Callable[[], None]) -> PadButton:
        button = PadButton(text, tip, self)
        button.clicked.connect(lambda: does())
        return button

    def _hold_it(self) -> None:
        self._port.reserve(self._camera_id, RESERVED_MINUTES)

    def _free_it(self) -> None:
        self._port.release(self._camera_id)

    def _ask_for_it(self) -> None:
        self._port.request(self._camera_id)

    def _take_it(self) -> None:
        self._port.take_over(self._camera_id)

    def _answer(self, *, gives: bool = False) -> None:
        self._port.answer_request(self._camera_id, gives=gives)


def _sentence(hold: Hold | None, *, is_free: bool, is_mine: bool) -> str:
    if hold is None or is_free:
        return ""
    if is_mine and hold.asked_by is not None:
        return words.asked_by(words.name_of(hold.asked_by))
    return words.yours(is_reserved=hold.is_reserved) if is_mine else words.held_by(words.name_of(hold.operator))
