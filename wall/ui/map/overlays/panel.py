"""The switches of the overlays, each with its controls below it while it is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from wall.ui.console.parts import Check, button
from wall.ui.map.overlays.switches import Overlay, Switches
from wall.ui.map.tools.side import panel_column
from wall.ui.theme import SPACE, Theme


class LayersPanel(QWidget):
    """Made anew when there is another overlay; shows what is on however it came to be on."""

    done_requested = Signal()

    def __init__(self, theme: Theme, switches: Switches, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._switches = switches
        self._checks: dict[str, Check] = {}
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addStretch(1)
        self._lay_out()
        switches.changed.connect(self._show)
        self._show()

    def check_of(self, name: str) -> Check:
        """The switch of an overlay. KeyError where there is none."""
        return self._checks[name]

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._list)
        column = panel_column(self, self.tr("Layers"), button(self.tr("Done"), self.done_requested.emit))
        column.addWidget(scroll, 1)

    def _show(self) -> None:
        for overlay in self._switches.overlays:
            if overlay.name not in self._checks:
                self._add(overlay)
            is_on = overlay.name in self._switches.on
            self._checks[overlay.name].setChecked(is_on)
            if overlay.controls is not None:
                overlay.controls.setVisible(is_on)

    def _add(self, overlay: Overlay) -> None:
        check = self._checks[overlay.name] = Check(overlay.title, self._theme, self._list)
        check.clicked.connect(lambda is_on, name=overlay.name: self._switches.turn(name, on=is_on))
        at = self._column.count() - 1
        self._column.insertWidget(at, check)
        if overlay.controls is not None:
            self._column.insertWidget(at + 1, overlay.controls)
