"""What an operator who places cameras has on the screen, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.map.mouse import Mouse
from wall.model.geo.placing import CameraPlace
from wall.model.inventory import CameraRecord
from wall.ui.console.facts import Facts
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.placing.book import Thing
from wall.ui.map.placing.mode import PlacingMode


class Hand(Mouse):
    """On one window."""

    def __init__(self, window: QWidget, canvas: MapCanvas, mode: PlacingMode, fleet: FakeFleet, facts: Facts) -> None:
        super().__init__(canvas)
        self.window = window
        self.mode = mode
        self.fleet = fleet
        self.facts = facts

    def record(self, camera_id: int) -> CameraRecord:
        """As the fleet has it."""
        return next(each for each in self.fleet.inventory_now.cameras if each.camera_id == camera_id)

    def place(self, camera_id: int) -> CameraPlace:
        """As the map shows it."""
        found = self.mode.book.place_of(Thing(False, camera_id))
        assert isinstance(found, CameraPlace)
        return found

    def settle(self, qtbot: QtBot) -> None:
        """Until what was done has come to the fleet, and back."""
        qtbot.waitUntil(lambda: not self.mode._due)
        qtbot.waitUntil(lambda: self.facts.city.inventory == self.fleet.inventory_now)
