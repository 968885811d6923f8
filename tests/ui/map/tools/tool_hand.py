"""What an operator at the map has on the screen, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.map.mouse import NO_KEY, Mouse
from wall.ui.console.facts import Facts
from wall.ui.console.style import dress
from wall.ui.keys import Keyboard
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.tools.desk import MapDesk
from wall.ui.map.tools.ports import DeskPorts
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class Maps:
    """Two base maps, of which one is shown."""

    def __init__(self) -> None:
        self.shown_id = 0

    def choose_id(self, map_id: int) -> None:
        self.shown_id = map_id


class ToolHand(Mouse):
    """One window: the buttons above, the map, and the panels at its right."""

    def __init__(self, theme: Theme, fleet: FakeFleet, bridge: EventBridge) -> None:
        self.window = QWidget()
        self.theme = theme
        self.fleet = fleet
        self.bridge = bridge
        self.facts = Facts(fleet, bridge, (), self.window)
        self.maps = Maps()
        self.put: list[Sequence[int]] = []
        self.opened: list[int] = []
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.files: list[Path | None] = []
        self.names: list[str] = []
        super().__init__(MapCanvas(theme, self.window))

    def open(self, ports: DeskPorts) -> None:
        """Put it together."""
        self.desk = MapDesk(self.theme, self.canvas, self.facts, self.fleet, self.bridge, ports, self.window)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.desk.side)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.desk.bar)
        column.addLayout(row, 1)
        Keyboard(self.desk.keys(), self.window)
        dress(self.window, self.theme)
        self.window.resize(1100, 700)

    def file_for(self, name: str) -> Path | None:
        """The operator is asked for a file."""
        self.names.append(name)
        return self.files.pop(0)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """A key, wherever the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, keys)

    @property
    def on(self) -> set[str]:
        """Which buttons are down."""
        names = ("find", "views", "measure", "sight", "layers", "place", "paper")
        return {each for each in names if self.desk.bar.button_of(each).isChecked()}

    def close(self) -> None:
        """As the program does."""
        self.desk.end()
        self.facts.end()
        self.window.close()
        self.window.deleteLater()
