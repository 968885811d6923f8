"""Everything about where one dome belongs and goes: its presets at the left, its duty view and patrols at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wall.ui.console.parts import button, label
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.duty_pane import DutyPane
from wall.ui.ptz.presets.patrol_pane import PatrolPane
from wall.ui.ptz.presets.preset_pane import PresetPane
from wall.ui.ptz.presets.settings_pane import SettingsPane
from wall.ui.theme import LARGE, SPACE, Theme

_BOTH_FROM = 160 * SPACE


class DomeSheet(QWidget):
    """While it shows a dome, that is open at the desk. `compare_requested` tells its camera and its name,
    `journal_requested` its camera.
    """

    compare_requested = Signal(int, str)
    journal_requested = Signal(int)

    def __init__(self, theme: Theme, facts: DutyFacts, monotonic: Callable[[], float], parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._camera_id: int | None = None
        self._opened: int | None = None
        self.title = label(size=LARGE, is_bold=True)
        self.presets = PresetPane(theme, facts, self)
        self.duty = DutyPane(theme, facts, monotonic, self)
        self.patrols = PatrolPane(theme, facts, self)
        self.settings = SettingsPane(theme, facts, self)
        self._lay_out()
        self.presets.known.connect(self.patrols.take_presets)
        self.duty.compare_requested.connect(self._ask_compare)

    @property
    def camera_id(self) -> int | None:
        """Which dome is shown."""
        return self._camera_id

    def show_dome(self, camera_id: int | None, name: str) -> None:
        """This one; None: none."""
        self.title.setText(name)
        if camera_id == self._camera_id:
            return
        self._camera_id = camera_id
        self.look(is_seen=self.isVisible())
        for each in (self.duty, self.patrols, self.settings, self.presets):
            each.show_dome(camera_id)

    def look(self, *, is_seen: bool) -> None:
        """Somebody sees it, or nobody does: what is seen is connected, so that a click moves it at once."""
        wanted = self._camera_id if is_seen else None
        if wanted == self._opened:
            return
        if self._opened is not None:
            self._facts.domes.close(self._opened)
        if wanted is not None:
            self._facts.domes.open(wanted)
        self._opened = wanted

    def go_back(self) -> bool:
        """Esc."""
        return self.patrols.go_back()

    def _ask_compare(self) -> None:
        if self._camera_id is not None:
            self.compare_requested.emit(self._camera_id, self.title.text())

    def _ask_journal(self) -> None:
        if self._camera_id is not None:
            self.journal_requested.emit(self._camera_id)

    def _lay_out(self) -> None:
        side = QWidget(self)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 3 * SPACE)
        inner.setSpacing(6 * SPACE)
        inner.addWidget(self.duty)
        inner.addWidget(self.patrols)
        inner.addWidget(self.settings)
        inner.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(4 * SPACE)
        self._sides.addWidget(self.presets, 1)
        self._sides.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 3 * SPACE, 0)
        head.setSpacing(2 * SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(button(self.tr("Its journal…"), self._ask_journal))
        column.addLayout(head)
        column.addLayout(self._sides, 1)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both."""
        is_narrow = self.width() < _BOTH_FROM
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
