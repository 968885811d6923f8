"""Answers where something is: an index of places, the fleet's finder for cameras, and the map that flies there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from wall.model.geo.landmarks import without_doubles
from wall.model.geo.mercator import to_world
from wall.model.geo.place_finder import Place, PlaceFinder, places_of
from wall.model.geo.standing import standings
from wall.model.health import Verdict
from wall.model.inventory import Position
from wall.ui.console.city import site_label
from wall.ui.console.facts import Facts
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.tools.finder_panel import FinderPanel, FoundCamera, Target
from wall.ui.map.tools.ports import DeskPorts
from wall.ui.map.tools.rows import TwoLines
from wall.ui.theme import Theme


class FinderDesk(QObject):
    """`find` finds cameras (see `FleetPort.find`)."""

    def __init__(
        self, theme: Theme, canvas: MapCanvas, facts: Facts, find: Callable[[str], list[int]], ports: DeskPorts
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._facts = facts
        self._find = find
        self._ports = ports
        self._places: PlaceFinder | None = None
        self._standing: dict[int, Position] | None = None
        self.panel = FinderPanel(theme, self._find_places, self._find_cameras, canvas)
        self.panel.hide()
        self.panel.chosen.connect(self._fly)
        facts.city_changed.connect(self.renew)

    def renew(self) -> None:
        """The city or the map is another one: the index is made anew when it is needed."""
        self._places = self._standing = None
        if self.panel.isVisible():
            self.panel.look()

    # -- inside

    def _find_places(self, text: str) -> Sequence[Place]:
        if self._places is None:
            self._places = PlaceFinder(
                without_doubles([*self._ports.landmarks(), *places_of(self._facts.city.inventory)])
            )
        return self._places.find(text)

    def _find_cameras(self, text: str, most: int) -> Sequence[FoundCamera]:
        if self._standing is None:
            self._standing = {each.camera_id: each.place for each in standings(self._facts.city.inventory)}
        known = [each for each in self._find(text) if each in self._facts.city.cameras][:most]
        return [FoundCamera(each, self._row(each), self._standing.get(each)) for each in known]

    def _row(self, camera_id: int) -> TwoLines:
        city = self._facts.city
        camera = city.cameras[camera_id]
        site, health = city.site_of(camera), self._facts.health.get(camera_id)
        name = camera.nickname or camera.name
        return TwoLines(
            camera_id,
            name if camera.number is None else f"{camera.number}  {name}",
            site_label(site) if site is not None else "",
            health.verdict if health is not None else Verdict.UNKNOWN,
            (camera_id,),
        )

    def _fly(self, target: Target) -> None:
        """Never farther away than one looks already."""
        zoom = max(target.zoom, min(self._canvas.frame.zoom, target.zoom + 2))
        self._canvas.centre_on(to_world(target.position), zoom)
        if target.camera_id is not None:
            self._ports.open_camera(target.camera_id)
