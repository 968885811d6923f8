"""What a cell may show besides one camera: whatever is selected, or several cameras in turn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.view import CarouselCell, Content
from wall.ui.console.parts import button, label
from wall.ui.console.popup import Popup
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.theme import SPACE

_WIDTH = 88 * SPACE


class CellChooser(Popup):
    """`hotspot_chosen`: it shows what is selected; `turn_chosen`: the cameras at hand, each for so many seconds."""

    hotspot_chosen = Signal()
    turn_chosen = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hotspot = button(self.tr("Hotspot: whatever camera is selected"), self._choose_hotspot)
        self.turn = button("", self._choose_turn)
        self.dwell = seconds_field(self.tr("Seconds"))
        self.dwell.setText("10")
        self.dwell.returnPressed.connect(self._choose_turn)
        self._hint = label(self.tr("Select several cameras, or a site, in the tree first."), is_muted=True)
        each = QHBoxLayout()
        each.setSpacing(2 * SPACE)
        each.addWidget(self.turn, 1)
        each.addWidget(self.dwell)
        each.addWidget(label(self.tr("s each")))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.hotspot)
        column.addLayout(each)
        column.addWidget(self._hint)
        self.setFixedWidth(_WIDTH)

    def show_choices(self, anchor: QWidget, cameras: int, now: Content | None) -> None:
        """Offer what there is for so many cameras at hand."""
        if isinstance(now, CarouselCell):
            self.dwell.setText(f"{now.dwell_s:g}")
        self.turn.setText(self.tr("{0} cameras in turn").format(cameras))
        self.turn.setEnabled(cameras > 1)
        self.dwell.setEnabled(cameras > 1)
        self._hint.setVisible(cameras < 2)
        self.open_under(anchor, self.turn if cameras > 1 else self.hotspot)

    def _choose_hotspot(self) -> None:
        self.close_it()
        self.hotspot_chosen.emit()

    def _choose_turn(self) -> None:
        self.close_it()
        self.turn_chosen.emit(seconds_in(self.dwell) or 0.0)
