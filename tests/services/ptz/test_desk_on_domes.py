"""The desk on simulated domes that really move: what counts is what their motors did."""

from __future__ import annotations

import json
import math
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from tests.services.ptz.desk_room import DeskRoom, desk_room
from tests.support.waiting import soon_enough
from wall.demo import running_city
from wall.model.errors import WallError
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import Place, Velocity
from wall.model.ptz.operator import Operator, Rank
from wall.model.ptz.settings import DomeSettings
from wall.model.tile import Cause

LAN = Operator("lan")
RIGHT = Velocity(pan=0.2)
BRAKES_S = 0.4
"""Its inertia."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def room(folder: Path) -> Iterator[DeskRoom]:
    with running_city(8, 1, "--habits", "off") as city, desk_room(city, folder) as room:
        yield room


@pytest.fixture
def dome(room: DeskRoom) -> Iterator[int]:
    """At rest and far from the ends of its range, its connection warm; well again afterwards, and in nobody's hand."""
    camera_id = room.dome()
    room.desk.open(camera_id)
    told = len(room.did(camera_id)["told"])
    room.desk.go_to(camera_id, Place(0.0, 0.0, 0.0))
    room.wait(lambda: "AbsoluteMove" in [each["name"] for each in room.did(camera_id)["told"][told:]], "it is told")
    room.wait(lambda: abs(room.did(camera_id)["position"][0]) < 0.01, "it looks ahead")
    room.wait_until_it_stands(camera_id)
    yield camera_id
    for fault in ("ptz_ignores_stop", "ptz_ignores_timeout", "ptz_slow"):
        room.fault(fault, camera_id, on=False)
    room.desk.let_all_go()
    room.wait_until_it_stands(camera_id)
    room.desk.release(camera_id)
    room.desk.close(camera_id)
    room.desk.change_operator(LAN)


def test_it_moves_as_long_as_it_is_held_and_all_of_it_is_written_down(room: DeskRoom, dome: int) -> None:
    def press() -> float:
        """How late it was at the beginning or at the end."""
        pressed_s = time.monotonic()
        room.hold(dome, RIGHT, 1.5)
        room.desk.let_go("keys:1")
        let_go_s = time.monotonic()
        did = room.wait_until_it_stands(dome)
        (motion,) = [each for each in did["motions"] if each["from_s"] > pressed_s]
        assert let_go_s - 0.1 < motion["to_s"]
        return float(max(motion["from_s"] - pressed_s, motion["to_s"] - let_go_s - BRAKES_S))

    soon_enough(press, 0.3)
    room.wait(lambda: _last_deed(room) is Deed.STOPPED, "that it surely stands is written down")
    entries = room.fleet.fleet.db.ask(lambda: room.room.ptz_journal.entries(dome)).result()
    assert [(each.deed, each.operator) for each in entries[:2]] == [(Deed.STOPPED, LAN), (Deed.MOVED, LAN)]


def test_a_dome_with_every_vice_stands_soon_after_the_hand_is_gone(room: DeskRoom, dome: int) -> None:
    """It swallows the first stop and keeps to no timeout, and the window says nothing any more."""
    room.fault("ptz_ignores_stop", dome)
    room.fault("ptz_ignores_timeout", dome)

    def late_s(*, lets_go: bool) -> float:
        room.hold(dome, RIGHT, 0.5)
        if lets_go:
            room.desk.let_go("keys:1")
        gone_s = time.monotonic()
        return float(room.wait_until_it_stands(dome)["stopped_s"] - gone_s)

    soon_enough(partial(late_s, lets_go=False), 0.4 + 0.5 + BRAKES_S)
    soon_enough(partial(late_s, lets_go=True), 0.5 + BRAKES_S)


def test_a_camera_that_answers_after_seconds_keeps_nobody_waiting(room: DeskRoom, dome: int) -> None:
    room.fault("ptz_slow", dome, value=2)
    room.fault("ptz_ignores_timeout", dome)
    asked_s: list[float] = []

    def late_s() -> float:
        began_s = time.monotonic()
        room.desk.drive(dome, "keys:1", RIGHT)
        asked_s.append(time.monotonic() - began_s)
        room.wait(lambda: room.did(dome)["moving"], "it moves")
        room.desk.let_go("keys:1")
        let_go_s = time.monotonic()
        room.wait(lambda: not room.did(dome)["moving"], "it stands")
        return float(room.did(dome)["stopped_s"] - let_go_s)

    soon_enough(late_s, 0.3 + BRAKES_S)
    assert min(asked_s) < 0.05
    room.wait(lambda: room.desk.standing(dome).is_stop_unconfirmed, "it is told that the stop is not confirmed")


def test_a_camera_that_takes_its_time_obeys_each_press(room: DeskRoom, dome: int) -> None:
    room.fault("ptz_slow", dome, value=0.8)

    def late_s(pan: float) -> float:
        pressed_s = time.monotonic()
        room.hold(dome, Velocity(pan=pan), 0.6)
        room.desk.let_go("keys:1")
        let_go_s = time.monotonic()
        room.wait(partial(_moved_since, room, dome, pressed_s), "it moves")
        time.sleep(0.9)
        did = room.did(dome)
        return math.inf if did["moving"] else float(did["stopped_s"] - let_go_s)

    for pan in (0.2, -0.2, 0.2, -0.2):
        soon_enough(partial(late_s, pan), 0.3 + BRAKES_S)


def test_who_has_reserved_it_keeps_it_until_somebody_of_a_higher_rank_takes_it(room: DeskRoom, dome: int) -> None:
    room.desk.reserve(dome, 5.0)
    room.desk.change_operator(Operator("minh"))
    room.hold(dome, RIGHT, 0.3)
    standing = room.desk.standing(dome)
    assert standing.cause is Cause.HELD and standing.hold is not None and standing.hold.is_reserved
    assert not room.did(dome)["moving"]
    room.desk.change_operator(Operator("hà", Rank.SUPERVISOR))
    room.desk.take_over(dome)
    room.hold(dome, RIGHT, 0.3)
    assert room.did(dome)["moving"]
    room.desk.let_all_go()
    assert Operator("hà", Rank.SUPERVISOR) in room.desk.operators().result(5.0)
    entries = room.fleet.fleet.db.ask(lambda: room.room.ptz_journal.entries(limit=10)).result()
    deeds = [each.deed for each in reversed(entries)]
    began = deeds.index(Deed.RESERVED)
    assert deeds[began : began + 4] == [Deed.RESERVED, Deed.CAME, Deed.CAME, Deed.TOOK]


def test_one_that_turns_the_other_way_is_put_right_and_no_hand_stays_on_it(room: DeskRoom, dome: int) -> None:
    room.fault("ptz_inverted", dome)
    try:
        assert _turned(room, dome, RIGHT) < 0
        room.desk.drive(dome, "keys:1", Velocity(pan=0.1))
        room.wait(lambda: room.did(dome)["moving"], "it moves")
        room.desk.settle(dome, DomeSettings(inverts_pan=True)).result(10)
        room.wait_until_it_stands(dome)
        assert room.desk.settings(dome).inverts_pan
        # A press while its last stops are still being answered goes the old way.
        room.wait(lambda: _turned(room, dome, RIGHT) > 0, "it turns as it is told")
    finally:
        room.fault("ptz_inverted", dome, on=False)
        room.desk.settle(dome, DomeSettings()).result(10)
        room.wait_until_it_stands(dome)


def test_a_preset_is_set_gone_to_renamed_and_removed(room: DeskRoom, dome: int) -> None:
    kept = room.desk.set_preset(dome, "Cổng chính").result(5.0)
    assert kept in room.desk.presets(dome).result(5.0)
    before = room.desk.look(dome).result(5.0)
    room.hold(dome, Velocity(pan=-0.5), 0.7)
    room.desk.send(dome, kept.token, room.desk.operator).result(5.0)
    room.wait(lambda: room.desk.look(dome).result(5.0) == before, "it is back")
    room.desk.remove_preset(dome, kept.token).result(5.0)
    assert kept not in room.desk.presets(dome).result(5.0)
    with pytest.raises(WallError):
        room.desk.send(dome, kept.token).result(5.0)


@pytest.mark.parametrize("is_guarded", [True, False])
def test_a_program_that_is_killed_leaves_no_dome_turning(
    room: DeskRoom, folder: Path, dome: int, is_guarded: bool
) -> None:
    """The guardian stops it; where that was killed, too, the next program does."""
    room.fault("ptz_ignores_timeout", dome)
    command = [sys.executable, "-m", "tests.services.ptz.killed_desk", room.city.control, str(folder), str(dome)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        children = [psutil.Process(each) for each in json.loads(process.stdout.readline())["children"]]
        assert children and room.did(dome)["moving"]
        for each in () if is_guarded else children:
            each.kill()
        process.send_signal(signal.SIGKILL)
        killed_s = time.monotonic()
    if is_guarded:
        room.wait(lambda: not room.did(dome)["moving"], "the guardian stops it")
        assert room.did(dome)["stopped_s"] < killed_s + 1.5
    else:
        time.sleep(1.5)
        assert room.did(dome)["moving"]
        with desk_room(room.city, folder, survey=False) as again:
            again.wait(lambda: not again.did(dome)["moving"], "the next program stops it")
            again.wait(lambda: _last_deed(again) is Deed.STOPPED, "and writes it down")
    psutil.wait_procs(children, 10.0)


def _turned(room: DeskRoom, camera_id: int, velocity: Velocity) -> float:
    """How far to the right a short press has turned it."""
    before = room.did(camera_id)["position"][0]
    room.hold(camera_id, velocity, 0.3)
    room.desk.let_go("keys:1")
    after = room.wait_until_it_stands(camera_id)["position"][0]
    return float((after - before + 1) % 2 - 1)


def _moved_since(room: DeskRoom, camera_id: int, since_s: float) -> bool:
    return any(each["from_s"] >= since_s for each in room.did(camera_id)["motions"])


def _last_deed(room: DeskRoom) -> Deed:
    return room.fleet.fleet.db.ask(lambda: room.room.ptz_journal.entries(limit=1)).result()[0].deed
