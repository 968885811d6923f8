"""Duty views on the map: where each dome belongs, and the board of those zones that nobody watches now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from wall.model.geo.mercator import to_world
from wall.model.geo.sight import eyes
from wall.model.geo.standing import standings
from wall.model.health import Verdict
from wall.model.inventory import Position
from wall.model.ptz.blind import Blind, BlindSpot, blind_spots, zone_of
from wall.model.ptz.duty import DutyView
from wall.model.ptz.heading import heading_deg
from wall.ui.console.facts import Facts
from wall.ui.console.tree_model import camera_label
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.blind_board import BlindBoard, blind_line
from wall.ui.map.overlays.duty_layer import DutyLayer, Zone
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.theme import Theme

_TICK_MS = 1000


@dataclass(frozen=True, slots=True)
class DutyEyes:
    """What it asks of the rest. `watched` are the cameras that stand on a screen now; `show` brings one into view."""

    cameras: CameraLayer
    watched: Callable[[], Collection[int]]
    show: Callable[[int], object]
    monotonic: Callable[[], float]


class DutyOverlay(QObject):
    """An Overlay."""

    name = "duty"
    is_low = False

    def __init__(self, theme: Theme, canvas: MapCanvas, facts: Facts, duty: DutyFacts, about: DutyEyes) -> None:
        super().__init__(canvas)
        self.title = self.tr("Duty views, patrols and blind spots")
        self.layer = DutyLayer(theme)
        self.controls = BlindBoard(theme, self._name_of, canvas)
        self.controls.hide()
        self._facts = facts
        self._duty = duty
        self._about = about
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.renew)
        self.controls.opened.connect(about.show)
        self.controls.asked.connect(self.renew)

    def turn_on(self) -> None:
        """Hear of domes, and count down."""
        for signal in (self._duty.changed, self._facts.city_changed):
            signal.connect(self.renew)
        for told in (self._duty.stood, self._facts.health_changed):
            told.connect(self._hear)
        self._timer.start()
        self.renew()

    def turn_off(self) -> None:
        """Hear no more."""
        self._timer.stop()
        for signal in (self._duty.changed, self._facts.city_changed):
            signal.disconnect(self.renew)
        for told in (self._duty.stood, self._facts.health_changed):
            told.disconnect(self._hear)

    def renew(self) -> None:
        """Show how it is now."""
        inventory, now_s = self._facts.city.inventory, self._about.monotonic()
        places = {each.camera_id: each.place for each in standings(inventory)}
        views = [view for camera, view in self._duty.duty.views.items() if camera in self._facts.city.cameras]
        headings = {view.camera_id: self._heading(view) for view in views}
        looks = ((each.camera_id, self._about.cameras.heading_of(each.camera_id)) for each in inventory.cameras)
        found = eyes(inventory, {camera: look[0] for camera, look in looks if look is not None})
        spots = blind_spots(
            (zone_of(view, places.get(view.camera_id), headings[view.camera_id]) for view in views),
            self._duty.standing,
            {camera for camera, health in self._facts.health.items() if health.verdict in (Verdict.LOST, Verdict.ILL)},
            self._about.watched(),
            {eye.camera_id: eye for eye in found},
        )
        listed = [each for each in spots if each.why is not Blind.UNSEEN or self.controls.unseen.isChecked()]
        self.controls.show_spots(listed, len(views), now_s)
        whys = {each.camera_id: each for each in spots}
        placed = [view for view in views if view.camera_id in places]
        zones = [self._zone(each, places, headings[each.camera_id], whys.get(each.camera_id), now_s) for each in placed]
        self.layer.show([*zones, *self._walking(places)])

    # -- inside

    def _hear(self, cameras: frozenset[int]) -> None:
        """What becomes of other cameras waits for the next second."""
        if not cameras.isdisjoint(self._duty.duty.views):
            self.renew()

    def _name_of(self, camera_id: int) -> str:
        camera = self._facts.city.cameras.get(camera_id)
        return camera_label(camera) if camera is not None else str(camera_id)

    def _heading(self, view: DutyView) -> float | None:
        """Where it looks at its preset, as far as that was learnt."""
        if view.place is None:
            return None
        ability = self._duty.domes.ability(view.camera_id)
        middle = self._facts.city.cameras[view.camera_id].bearing_deg
        return heading_deg(view.place, ability.pan_degrees if ability else None, middle)

    def _walking(self, places: Mapping[int, Position]) -> list[Zone]:
        """Domes on patrol that belong nowhere: nobody misses what they do not see."""
        duty = self._duty.duty
        walking = [each for each in duty.patrols if each.is_on and each.camera_id not in duty.views]
        return [
            Zone(each.camera_id, to_world(places[each.camera_id]), None, None, each.name, self.tr("on patrol"))
            for each in walking
            if each.camera_id in places
        ]

    def _zone(
        self,
        view: DutyView,
        places: Mapping[int, Position],
        heading: float | None,
        spot: BlindSpot | None,
        now_s: float,
    ) -> Zone:
        point = to_world(places[view.camera_id])
        if spot is None or spot.why is Blind.UNSEEN:
            return Zone(view.camera_id, point, heading)
        detail = blind_line(spot, now_s) if spot.why is not Blind.UNKNOWN else ""
        return Zone(view.camera_id, point, heading, spot.why, view.name or view.token, detail)
