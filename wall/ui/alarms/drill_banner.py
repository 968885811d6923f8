"""A nightly drill that failed, until somebody has taken note of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wall.model.alarms.drill import Drill
from wall.ui.alarms import drill_words
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.console.parts import button, label
from wall.ui.homeward import Homeward
from wall.ui.theme import SPACE


class DrillBanner(QFrame):
    """Hidden as long as all is well. It is on the disk until then: it stands there after a restart, too."""

    def __init__(
        self, hours: DrillHours, open_results: Callable[[], None], complain: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("incident")
        self._hours = hours
        self._complain = complain
        self._home = Homeward(self)
        self._drills: Sequence[Drill] = ()
        self.text = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(self.text, 1)
        row.addWidget(button(self.tr("All drills…"), open_results))
        self.seen = button(self.tr("Taken note of"), self._see)
        row.addWidget(self.seen)
        self.hide()
        hours.ended.connect(self._ask)
        hours.seen.connect(self._ask)
        self._ask()

    def _ask(self, _drill: object = None) -> None:
        self._home.follow(self._hours.book.unseen(), self._show, self._complain)

    def _show(self, drills: Sequence[Drill]) -> None:
        self._drills = drills
        if drills:
            newest = drills[0]
            text = self.tr("▲  The nightly drill of {0} failed: {1}.").format(
                drill_words.begun_word(newest), drill_words.reasons(newest)
            )
            more = len(drills) - 1
            self.text.setText(text + (" " + self.tr("{0} earlier ones, too.").format(more) if more else ""))
        self.setVisible(bool(drills))

    def _see(self) -> None:
        self._hours.see(self._drills)
