"""What is published reaches the desk: a lost camera, a new one, a frozen tile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.model.alarms.town import TOWN, T
from tests.services.alarms.alarm_room import AlarmRoom, alarm_room
from tests.services.alarms.hands import idle_hands
from wall.model.dome_events import PtzStood
from wall.model.events import HealthChanged, InventoryChanged, TileChanged
from wall.model.health import Health, Verdict
from wall.model.ptz.standing import PtzStanding
from wall.model.tile import TileState, TileStatus
from wall.ui.alarms.ears import AlarmEars
from wall.ui.signals import EventBridge
from wall.ui.tile_numbers import TileNumbers


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AlarmRoom]:
    with alarm_room(tmp_path / "citywall.db") as room:
        yield room


def test_what_happens_becomes_an_alarm_with_its_camera(qtbot: QtBot, room: AlarmRoom) -> None:
    bridge, numbers = EventBridge(), TileNumbers()
    ears = AlarmEars(room.desk, bridge, numbers.camera_of, idle_hands(), lambda: T + room.now_s)
    tile = numbers.next(4)
    bridge.publish(InventoryChanged(replace(TOWN, cameras=(*TOWN.cameras, replace(TOWN.cameras[0], camera_id=9)))))
    bridge.publish(HealthChanged({9: Health(Verdict.LOST)}))
    bridge.publish(TileChanged(tile, TileStatus(TileState.FROZEN), 0.0))

    def told() -> bool:
        room.pass_time(20.0)
        return len(room.desk.open_alarms()) == 2

    qtbot.waitUntil(told, timeout=10_000)
    assert {(each.kind, each.name) for each in room.desk.open_alarms()} == {("lost", "Ngã Sáu 1"), ("frozen", "Chợ 1")}
    ears.close()
    bridge.publish(HealthChanged({1: Health(Verdict.LOST)}))
    qtbot.wait(50)
    room.pass_time(60.0)
    assert len(room.desk.open_alarms()) == 2


def test_a_dome_that_moves_is_told_of(qtbot: QtBot, room: AlarmRoom) -> None:
    bridge, turned = EventBridge(), list[int]()
    ears = AlarmEars(room.desk, bridge, TileNumbers().camera_of, idle_hands(), turned=turned.append)
    bridge.publish(PtzStood(PtzStanding(4, is_moving=True)))
    qtbot.waitUntil(lambda: turned == [4], timeout=10_000)
    ears.close()


def test_a_tile_that_was_given_back_shows_nobody() -> None:
    numbers = TileNumbers(5)
    one, other = numbers.next(7), numbers.next(8)
    numbers.give_back(one)
    numbers.give_back(one)
    assert (one, numbers.camera_of(one), numbers.camera_of(other), numbers.next()) == (5, None, 8, 7)
    assert (numbers.tiles_of(8), numbers.tiles_of(7)) == ([other], [])
