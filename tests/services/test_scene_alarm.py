"""From a cloth over a simulated camera to its alarm, and away again: real streams, decode processes and database."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import AlarmRoom, alarm_room
from tests.services.test_live_view import LIVE, Watched, live_view
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.alarms import kinds
from wall.model.events import Event
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.own import OwnSignals
from wall.video.decode.scene import LEARNT_LOOKS

BLINDED, MOVED = TileStatus(TileState.LIVE, Cause.BLINDED), TileStatus(TileState.LIVE, Cause.MOVED)
LEARNT_S = LEARNT_LOOKS * 1.5
NOTICED_WITHIN_S = 60.0
"""Fifteen seconds, and the clip has to be drawn and encoded before."""


def wait_for(watched: Watched, *statuses: TileStatus) -> None:
    for tile, status in enumerate(statuses, 1):
        watched.wait(tile, status, NOTICED_WITHIN_S)


def tell(room: AlarmRoom, own: OwnSignals, events: Sequence[Event]) -> None:
    """As the console does, and let some seconds pass."""
    for event in events:
        own.take_note(event)
    room.settle()
    room.pass_time(10.0)


def test_a_camera_that_is_covered_and_one_that_is_turned_are_alarms_until_all_is_well(tmp_path: Path) -> None:
    with running_city(3, 1, "--clip", "bench") as city, live_view() as watched, alarm_room(tmp_path / "a.db") as room:
        own, control = OwnSignals(room.desk, {1: 1, 2: 2}.get, lambda: T + room.now_s), Control(city.control)
        for tile in (1, 2, 3):
            watched.live.show(tile, city.cameras[tile - 1].source_for_grid(), 320, 180)
        wait_for(watched, LIVE, LIVE, LIVE)
        time.sleep(LEARNT_S)
        control.set_fault("covered", [1], on=True)
        control.set_fault("turned", [2, 3], on=True)
        wait_for(watched, BLINDED, MOVED, MOVED)
        watched.live.turned(3)
        wait_for(watched, BLINDED, MOVED, LIVE)  # On purpose, it is told.
        told = list(watched.events)
        tell(room, own, told)
        opened = {(each.kind, each.camera_id) for each in room.desk.open_alarms()}
        assert opened == {(kinds.BLINDED, 1), (kinds.MOVED, 2)}
        control.set_fault("covered", [1], on=False)
        control.set_fault("turned", [2], on=False)
        control.close()
        wait_for(watched, LIVE, LIVE)
        tell(room, own, watched.events[len(told) :])
        assert not any(each.lasts for each in room.desk.open_alarms())


@pytest.mark.timeout(240)
def test_a_camera_that_was_turned_while_the_program_was_off_is_found_out(tmp_path: Path) -> None:
    scenes = tmp_path / "scenes"
    with running_city(2, 1, "--clip", "bench") as city:
        with live_view(scenes=scenes) as watched:
            show(watched, city)
            wait_until(lambda: len(list(scenes.glob("*.json"))) == 2, NOTICED_WITHIN_S)
        with closing(Control(city.control)) as control:
            control.set_fault("turned", [2], on=True)
        with live_view(scenes=scenes) as watched:
            show(watched, city)
            watched.wait(2, MOVED, 2 * NOTICED_WITHIN_S)
            assert MOVED not in watched.statuses(1)


def show(watched: Watched, city: City) -> None:
    for tile, camera in enumerate(city.cameras, 1):
        watched.live.show(tile, camera.source_for_grid(), 320, 180)
        watched.wait(tile, LIVE)
