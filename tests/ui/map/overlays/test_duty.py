"""Duty views on the map and the blind-spot board: a real map, domes that stand as a test says, looked at in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from tests.services.ptz.paper_domes import PRESETS, PaperDome, TestClock
from tests.ui.map.little_city import CITY, GATE, HERE
from tests.ui.map.overlays.conftest import LayerHand
from tests.ui.ptz.presets.paper_port import PaperPort
from wall.model.dome_events import DutyChanged, PtzStood
from wall.model.events import HealthChanged, InventoryChanged
from wall.model.geo.course import destination
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord
from wall.model.ptz.duty import DutyView
from wall.model.ptz.move import Place
from wall.model.ptz.patrol import Patrol, PatrolStop
from wall.model.ptz.standing import Duty, PtzStanding
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.headings import DomeHeadings
from wall.ui.map.label_texts import texts_of
from wall.ui.map.marks import CameraMark
from wall.ui.map.overlays.duty import DutyEyes, DutyOverlay
from wall.ui.map.places import places_of
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.theme import DARK

DOME = CameraRecord("Ngã Sáu", 12, position=HERE, bearing_deg=180.0, view_deg=60.0, has_ptz=True, camera_id=7)
FACING = CameraRecord(
    "Đối diện",
    13,
    position=destination(HERE, 90, 80),
    bearing_deg=270.0,
    view_deg=60.0,
    streams=GATE.streams,
    camera_id=8,
)
VIEW = DutyView(7, "5", "Hướng chợ", place=Place(-0.5, 0.0, 0.0))
"""A quarter turn to the left of south: east."""


@dataclass
class KnownDuty:
    """As much of a DutyPort as the map looks at."""

    views: dict[int, DutyView] = field(default_factory=dict)
    patrols: tuple[Patrol, ...] = ()


class DutyMap:
    """The overlay, and what it is told."""

    def __init__(self, hand: LayerHand) -> None:
        self.hand = hand
        hand.fleet.inventory_now = replace(CITY, cameras=(DOME, FACING))
        hand.fleet.tell(InventoryChanged(hand.fleet.inventory_now))
        self.clock, self.watched, self.shown = TestClock(), set[int](), list[int]()
        self.port = PaperPort(self.clock)
        self.port.domes[7] = PaperDome(PRESETS["5"], PRESETS["5"])
        self.duty = KnownDuty({7: VIEW})
        self.facts = DutyFacts(self.port, cast(DutyPort, self.duty), hand.bridge, hand.window)
        self.cameras = CameraLayer(DARK, hand.window)
        about = DutyEyes(self.cameras, lambda: self.watched, self.shown.append, self.clock.monotonic)
        self.overlay = DutyOverlay(DARK, hand.canvas, hand.facts, self.facts, about)
        hand.switches.add(self.overlay)
        hand.switches.turn("duty", on=True)

    def stands(self, standing: PtzStanding) -> None:
        self.port.standings[standing.camera_id] = standing
        self.hand.fleet.tell(PtzStood(standing))

    def amber(self, room: QRect) -> int:
        """So many pixels there are marked."""
        image = self.hand.viewport.grab(room).toImage()
        colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(each.red() > each.blue() + 40 for each in colours)

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(each.name, each.detail) for each in self.overlay.controls.list.rows.rows]


@pytest.fixture
def duty(hand: LayerHand, qtbot: QtBot) -> Iterator[DutyMap]:
    made = DutyMap(hand)
    qtbot.waitUntil(lambda: 7 in hand.facts.city.cameras)
    hand.canvas.centre_on(hand.canvas.frame.centre, 18.0, at_once=True)
    yield made
    hand.switches.end()
    made.facts.end()
    made.cameras.end()


def test_a_zone_that_is_watched_is_quiet_and_one_that_nobody_watches_is_marked(duty: DutyMap, qtbot: QtBot) -> None:
    duty.watched.add(7)
    duty.stands(PtzStanding(7, duty=Duty.THERE))
    said = duty.overlay.controls.said
    qtbot.waitUntil(lambda: said.text() == "All 1 duty zones are watched.")
    rim = duty.hand.pixel(HERE)
    frame = duty.hand.canvas.frame
    radius = 80 / frame.metres_per_pixel()
    inside = QRect(0, 0, 24, 24).translated(rim + QPoint(round(radius * 0.7) - 12, -12))
    assert duty.amber(inside) == 0
    duty.stands(PtzStanding(7, duty=Duty.AWAY, moved_by="an", returns_at_s=duty.clock.now_s + 65))
    detail = "turned away by an  ·  back in 1:05  ·  seen by 13  Đối diện"
    qtbot.waitUntil(lambda: duty.rows == [("12  Ngã Sáu  ·  Hướng chợ", detail)])
    assert duty.amber(inside) > 20, "towards the east, where it belongs"


def test_the_countdown_counts_and_a_lost_camera_is_gravest(duty: DutyMap, qtbot: QtBot) -> None:
    duty.stands(PtzStanding(7, duty=Duty.AWAY, moved_by="", returns_at_s=duty.clock.now_s + 30))
    qtbot.waitUntil(lambda: bool(duty.rows) and "somebody outside CityWall  ·  back in 0:30" in duty.rows[0][1])
    duty.clock.now_s += 7
    duty.overlay.renew()
    assert "back in 0:23" in duty.rows[0][1]
    duty.hand.fleet.tell(HealthChanged({7: Health(Verdict.LOST)}))
    qtbot.waitUntil(lambda: duty.rows[0][1].startswith("no picture from the camera"))


def test_those_on_no_screen_are_listed_when_they_are_asked_for(duty: DutyMap, qtbot: QtBot) -> None:
    duty.stands(PtzStanding(7, duty=Duty.THERE))
    board = duty.overlay.controls
    qtbot.waitUntil(lambda: board.said.text() == "All 1 duty zones are watched.")
    board.unseen.click()
    assert [detail for _, detail in duty.rows] == ["on no screen"]
    duty.watched.add(7)
    duty.overlay.renew()
    assert not duty.rows


def test_a_row_and_a_sign_lead_to_their_camera(duty: DutyMap, qtbot: QtBot) -> None:
    duty.stands(PtzStanding(7, duty=Duty.AWAY, moved_by="an"))
    qtbot.waitUntil(lambda: bool(duty.rows) and "turned away" in duty.rows[0][1])
    board = duty.overlay.controls
    board.list.setCurrentIndex(board.list.rows.index(0))
    board.list.opened.emit(board.list.current)
    assert duty.shown == [7]
    assert duty.hand.under(duty.hand.pixel(HERE) + QPoint(0, 36)) == CameraMark(7)


def test_without_a_duty_view_the_board_says_where_one_is_chosen(duty: DutyMap, qtbot: QtBot) -> None:
    duty.duty.views.clear()
    duty.hand.fleet.tell(DutyChanged((), ()))
    qtbot.waitUntil(lambda: "page of domes" in duty.overlay.controls.said.text())
    assert not duty.overlay.layer.zones


def test_a_dome_on_patrol_that_belongs_nowhere_is_shown_and_missed_by_nobody(duty: DutyMap, qtbot: QtBot) -> None:
    duty.duty.views.clear()
    duty.duty.patrols = (Patrol(7, "Vòng chợ", (PatrolStop("1"),), is_on=True), Patrol(7, "Đêm", (PatrolStop("2"),)))
    duty.hand.fleet.tell(DutyChanged((), duty.duty.patrols))
    qtbot.waitUntil(lambda: [each.name for each in duty.overlay.layer.zones] == ["Vòng chợ"])
    assert not duty.rows and duty.hand.under(duty.hand.pixel(HERE) + QPoint(0, 36)) == CameraMark(7)


def test_the_wedge_of_a_dome_follows_where_it_looks(duty: DutyMap, qtbot: QtBot) -> None:
    inventory = duty.hand.facts.city.inventory
    duty.cameras.show_places(places_of(inventory), texts_of(inventory))
    headings = DomeHeadings(duty.cameras, duty.hand.facts, duty.port, duty.hand.bridge, duty.hand.window)
    assert duty.cameras.heading_of(7) == (180.0, 60.0), "as it was placed"
    duty.stands(PtzStanding(7, place=Place(-0.5, 0.0, 0.0)))
    qtbot.waitUntil(lambda: duty.cameras.heading_of(7) == (90.0, 60.0))
    duty.stands(PtzStanding(7, place=Place(0.25, 0.0, 0.6)))
    qtbot.waitUntil(lambda: duty.cameras.heading_of(7) == (225.0, None))
    assert duty.cameras.heading_of(8) == (270.0, 60.0)
    headings.end()
    duty.stands(PtzStanding(7, place=Place(0.0, 0.0, 0.0)))
    qtbot.wait(250)
    assert duty.cameras.heading_of(7) == (225.0, None)


def test_off_it_hears_nothing(duty: DutyMap, qtbot: QtBot) -> None:
    duty.hand.switches.turn("duty", on=False)
    before = duty.overlay.layer.zones
    duty.stands(PtzStanding(7, duty=Duty.AWAY))
    qtbot.wait(200)
    assert duty.overlay.layer.zones == before and duty.overlay.layer not in duty.hand.canvas.layers
