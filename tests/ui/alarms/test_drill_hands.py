"""With what drills are made on the real wall: a supervisor that takes a test, and domes that are spared."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.alarms.alarm_room import WAIT_S
from tests.services.alarms.ways_room import running
from tests.support.supervisor import supervisor
from tests.ui.ptz.fake_ptz import FakePtz
from wall.model.alarms.drill import Hung
from wall.model.alarms.push import Answer
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings, WaysOut
from wall.model.inventory import CameraRecord, Inventory
from wall.model.picture import PictureDrill
from wall.model.ptz.operator import SYSTEM, Hold, Operator
from wall.model.ptz.standing import PtzStanding
from wall.services.alarms.drills import DrillHands
from wall.services.alarms.ways import Ways
from wall.ui.alarms.drill_desk import drill_hands
from wall.ui.signals import EventBridge
from wall.ui.tile_numbers import TileNumbers

CITY = Inventory(cameras=(CameraRecord("Ngã Sáu", 12, site_id=3, camera_id=1), CameraRecord("Kho", None, camera_id=2)))


class NoPictures:
    def drill(self, tile: int, drill: PictureDrill, seconds: float) -> None:
        pytest.fail("nothing was begun")

    def hang(self, spared: Collection[int]) -> Future[Hung]:
        pytest.fail("nothing was begun")


def hands_on(ways: Ways, ptz: FakePtz, numbers: TileNumbers) -> DrillHands:
    return drill_hands(NoPictures(), numbers, ptz, ways, lambda: CITY)


def test_each_way_that_is_set_up_is_sent_a_message_that_says_it_is_a_test(tmp_path: Path, qtbot: QtBot) -> None:
    with running(tmp_path / "a.db") as wall, supervisor() as there:
        hands = hands_on(wall.ways, FakePtz(EventBridge()), TileNumbers())
        assert list(hands.test_push()) == []
        wall.keep(WaysIn(out=WaysOut(hook=HookSettings(there.url))))
        (test,) = hands.test_push()
        assert test.result(WAIT_S).answer is Answer.TAKEN
        assert [(each["kind"], each["id"]) for each in there.heard] == [("test", 0)]
        there.status = 500
        (test,) = hands.test_push()
        assert test.result(WAIT_S).answer is Answer.REJECTED


def test_domes_that_a_person_moves_are_spared_on_each_of_their_tiles(tmp_path: Path, qtbot: QtBot) -> None:
    ptz, numbers = FakePtz(EventBridge()), TileNumbers()
    with running(tmp_path / "a.db") as wall:
        hands = hands_on(wall.ways, ptz, numbers)
        tiles = [numbers.next(camera_id) for camera_id in (1, 2, 1)]
        assert list(hands.driven()) == []
        ptz.stand(PtzStanding(1, hold=Hold(Operator("Minh"))))
        ptz.stand(PtzStanding(2, hold=Hold(SYSTEM)))
        assert list(hands.driven()) == [tiles[0], tiles[2]], "the program's own hands need not be"
        numbers.give_back(tiles[0])
        assert list(hands.driven()) == [tiles[2]]


def test_what_a_camera_is_called_and_where_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    with running(tmp_path / "a.db") as wall:
        hands = hands_on(wall.ways, FakePtz(EventBridge()), TileNumbers())
        assert [hands.name_of(each) for each in (1, 2, 9)] == ["12  Ngã Sáu", "Kho", ""]
        assert [hands.site_of(each) for each in (1, 2, 9)] == [3, 0, 0]
