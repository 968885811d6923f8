"""What stands beside the map while cameras are placed: what can be done, and who stands nowhere yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.ui.console.parts import ElidedButton, button, heading, label
from wall.ui.figures import number
from wall.ui.map.placing.book import Thing
from wall.ui.map.placing.unplaced import UnplacedList
from wall.ui.theme import LARGE, SPACE


class PlacingPanel(QWidget):
    """Asks, and does nothing itself."""

    undo_requested = Signal()
    firm_requested = Signal()
    away_requested = Signal()
    done_requested = Signal()

    def __init__(
        self, name_of: Callable[[Thing], str], cameras_of: Callable[[Thing], Sequence[int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.unplaced = UnplacedList(name_of, cameras_of, self)
        self._title = label(self.tr("Placing"), size=LARGE)
        self._hint = label(
            self.tr(
                "Drag cameras and sites to where they stand; the filled knob turns a camera, the open ones say how wide"
                " it sees. Shift and drag chooses several."
            ),
            is_muted=True,
        )
        self._chosen = label()
        self._firm = button(
            self.tr("Keep where they stand"),
            self.firm_requested.emit,
            tip=self.tr("They stand in the ring of their site: make that their own place"),
        )
        self._away = button(
            self.tr("Take from the map"), self.away_requested.emit, tip=self.tr("They have no place of their own then")
        )
        self._undo = ElidedButton(self.undo_requested.emit, self)
        self._heading = heading("")
        self._nobody = label(self.tr("Every camera stands on the map."), is_muted=True)
        self._lay_out()
        self.show_chosen(0, 0)
        self.show_unplaced(())

    def show_chosen(self, cameras: int, approximate: int) -> None:
        """So many are chosen, of which so many stand only in a ring."""
        self._chosen.setText(self.tr("{0} cameras chosen").format(number(cameras)) if cameras else "")
        self._chosen.setVisible(bool(cameras))
        self._firm.setVisible(bool(approximate))
        self._away.setVisible(cameras > approximate)

    def show_unplaced(self, things: tuple[Thing, ...]) -> None:
        """These stand nowhere."""
        if self.unplaced.rows.things != things:
            self.unplaced.rows.show(things)
        sites = sum(each.is_site for each in things)
        cameras = self.tr("{0} cameras without a place: drag them onto the map").format(number(len(things) - sites))
        both = self.tr("{0} sites and {1} cameras without a place: drag them onto the map")
        self._heading.setText(both.format(number(sites), number(len(things) - sites)) if sites else cameras)
        self._heading.setVisible(bool(things))
        self.unplaced.setVisible(bool(things))
        self._nobody.setVisible(not things)

    def show_undo(self, words: str) -> None:
        """What one step back would take back; "" for nothing."""
        self._undo.setVisible(bool(words))
        self._undo.show_text(self.tr("Undo: {0}").format(words))

    def _lay_out(self) -> None:
        self._heading.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(
            button(self.tr("Done"), self.done_requested.emit, tip=self.tr("Nothing can be moved then (Esc)"))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(head)
        for each in (self._hint, self._chosen, self._firm, self._away, self._undo, self._heading):
            column.addWidget(each)
        column.addWidget(self.unplaced, 1)
        column.addWidget(self._nobody)
        column.addStretch(0)
