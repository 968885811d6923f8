"""Answers who sees a spot: with the tool that asks, the panel that tells, and the cameras as they stand now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wall.model.geo.sight import best_first, eyes
from wall.model.inventory import Position
from wall.ui.console.facts import Facts
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.tools.ports import DeskPorts
from wall.ui.map.tools.sight_panel import SightPanel
from wall.ui.map.tools.sight_tool import SightTool
from wall.ui.theme import Theme


class SightDesk(QObject):
    """`toggled` tells whether the tool has the hand."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, canvas: MapCanvas, facts: Facts, ports: DeskPorts) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._facts = facts
        self._ports = ports
        self.tool = SightTool(theme, canvas.drag_by, lambda: self.toggled.emit(False), self.ask)
        self.panel = SightPanel(theme, canvas)
        self.panel.hide()
        self.panel.put_requested.connect(ports.put_cameras)
        self.panel.picked.connect(self._pick)
        self.panel.done_requested.connect(self.toggle)
        facts.city_changed.connect(self._take_city)
        facts.health_changed.connect(lambda _cameras: self._show())

    @property
    def is_on(self) -> bool:
        return self._canvas.tool is self.tool

    def toggle(self) -> None:
        """On, or off."""
        if self.is_on:
            self._canvas.tool = None
            return
        self._canvas.tool = self.tool
        self.toggled.emit(True)
        self._show()
        self._canvas.setFocus()

    def go_back(self) -> bool:
        """Esc: the spot, then the tool. False where it is off."""
        if not self.is_on:
            return False
        if not self.tool.put_back():
            self._canvas.tool = None
        return True

    def ask(self, spot: Position | None) -> None:
        """Who sees this? None: nothing is asked any more."""
        if spot is not None:
            # Made anew each time, some milliseconds for a city: a dome looks elsewhere by now.
            self.tool.looks = best_first(eyes(self._facts.city.inventory, self._ports.headings()), spot)
        self._show()  # The list has nobody in hand then.
        self.tool.show(self.tool.looks, self.tool.looks[0].eye.camera_id if self.tool.looks else None)

    # -- inside

    def _show(self) -> None:
        if self.is_on:
            looks = self.tool.looks if self.tool.spot is not None else None
            self.panel.show_looks(looks, self._facts.city, self._facts.health)

    def _pick(self, camera_id: int | None) -> None:
        self.tool.show(self.tool.looks, camera_id)
        if camera_id is not None:
            self._ports.open_camera(camera_id)

    def _take_city(self) -> None:
        if self.is_on and self.tool.spot is not None:
            self.ask(self.tool.spot)
