"""Tools, placing and overlays as a part of a map page."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSettings

from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.facts import Facts
from wall.ui.console.ports import FleetPort
from wall.ui.map.headings import DomeHeadings
from wall.ui.map.overlays.cases import Cases
from wall.ui.map.overlays.duty import DutyEyes, DutyOverlay
from wall.ui.map.overlays.heat import Heat
from wall.ui.map.overlays.moments import Moments
from wall.ui.map.overlays.outages import Outages
from wall.ui.map.overlays.units import UnitsOverlay, UnitsPort
from wall.ui.map.page import MapPage
from wall.ui.map.part import MakePart
from wall.ui.map.ports import MapsPort
from wall.ui.map.tools.desk import MapDesk
from wall.ui.map.tools.landmarks import Landmarks
from wall.ui.map.tools.paper_desk import AskForMapFile
from wall.ui.map.tools.ports import BaseMaps, DeskPorts, MapViewsPort, NoBaseMaps, PutCameras
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ToolPorts:
    """What the tools of all maps ask of the program. None: there is no such thing here."""

    facts: Facts
    fleet: FleetPort
    room: RoomPort
    events: EventBridge
    put_cameras: PutCameras
    unix_time: Callable[[], float]
    views: MapViewsPort | None = None
    units: UnitsPort | None = None
    maps: MapsPort | None = None
    settings: QSettings | None = None
    ask_file: AskForMapFile | None = None
    alarms: AlarmFacts | None = None
    open_case: Callable[[int], object] = lambda _alarm_id: None
    domes: PtzPort | None = None
    duty: DutyPort | None = None


def tools_part(theme: Theme, ports: ToolPorts) -> MakePart:
    """What makes them for each page."""

    def make(page: MapPage) -> MapDesk:
        landmarks = Landmarks(ports.maps, ports.events, page)
        desk = MapDesk(
            theme, page.canvas, ports.facts, ports.fleet, ports.events, _ports_of(page, ports, landmarks), page
        )
        landmarks.changed.connect(desk.finder.renew)
        desk.ended.connect(landmarks.end)
        _lay_over(desk, page, theme, ports)
        _follow_domes(desk, page, theme, ports)
        return desk

    return make


class ShownMaps:
    """The base maps, as far as the tools need them."""

    def __init__(self, maps: MapsPort) -> None:
        self._maps = maps

    @property
    def shown_id(self) -> int:
        return self._maps.shown.map_id

    def choose_id(self, map_id: int) -> None:
        """One that is gone is passed over."""
        if any(each.map_id == map_id for each in self._maps.maps):
            self._maps.choose(map_id)


def _ports_of(page: MapPage, ports: ToolPorts, landmarks: Landmarks) -> DeskPorts:
    maps: BaseMaps = ShownMaps(ports.maps) if ports.maps is not None else NoBaseMaps()
    return DeskPorts(
        ports.put_cameras,
        page.opened.emit,
        page.notice.say,
        page.notice.complain,
        ports.views,
        maps,
        attribution=lambda: page.furniture.attribution,
        headings=partial(_headings, page, ports.facts),
        landmarks=landmarks.places,
        cameras=page.cameras,
        furniture=(page.furniture,),
        ask_file=ports.ask_file,
    )


def _headings(page: MapPage, facts: Facts) -> dict[int, float]:
    """Where the domes look now, as the map shows it."""
    domes = (camera.camera_id for camera in facts.city.cameras.values() if camera.has_ptz)
    known = ((camera, page.cameras.heading_of(camera)) for camera in domes)
    return {camera: heading[0] for camera, heading in known if heading is not None}


def _follow_domes(desk: MapDesk, page: MapPage, theme: Theme, ports: ToolPorts) -> None:
    """Where they look, and where they belong."""
    if ports.domes is None or ports.duty is None:
        return
    headings = DomeHeadings(page.cameras, ports.facts, ports.domes, ports.events, page)
    facts = DutyFacts(ports.domes, ports.duty, ports.events, page)
    about = DutyEyes(page.cameras, ports.room.watched, page.show_camera, time.monotonic)
    desk.switches.add(DutyOverlay(theme, page.canvas, ports.facts, facts, about))
    for each in (headings, facts):
        desk.ended.connect(each.end)


def _lay_over(desk: MapDesk, page: MapPage, theme: Theme, ports: ToolPorts) -> None:
    """From the lowest to the topmost."""
    canvas, switches = page.canvas, desk.switches
    switches.add(Heat(theme, canvas, ports.facts, ports.room, ports.unix_time))
    switches.add(Moments(theme, canvas, ports.facts, ports.room, ports.events, ports.unix_time))
    if ports.alarms is not None:
        switches.add(Cases(theme, canvas, ports.facts, ports.alarms, ports.unix_time, ports.open_case))
    if ports.units is not None:
        switches.add(UnitsOverlay(theme, canvas, ports.units, ports.events, ports.unix_time, ports.settings))
    switches.add(Outages(theme, canvas, ports.facts, ports.unix_time))
