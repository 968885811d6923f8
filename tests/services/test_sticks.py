"""The joysticks of this computer, on virtual ones of SDL's own in a real process, and a real database."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.sticks_room import PATIENCE_S, Player, running_sticks
from tests.support.waiting import wait_until
from wall.model.dome_events import StickMapsChanged, SticksChanged
from wall.model.events import Event, WorkFailed
from wall.model.sticks import StickFault, StickGone, StickNews, StickReading, usual_map


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def heard() -> list[StickNews]:
    return []


@pytest.fixture
def player(told: list[Event], heard: list[StickNews], tmp_path: Path) -> Iterator[Player]:
    with running_sticks(told.append, heard.append, tmp_path / "city.db") as player:
        yield player


def stood(heard: list[StickNews], stick: int) -> list[tuple[int, ...]]:
    return [each.axes for each in heard if isinstance(each, StickReading) and each.stick == stick]


def fault(player: Player) -> StickFault:
    return player.sticks.fault[0]


def test_a_stick_is_known_and_heard(player: Player, told: list[Event], heard: list[StickNews]) -> None:
    stick = player.plug()
    assert SticksChanged({stick: player.sticks.sticks[stick]}) in told
    player.move(0, 12000)
    player.press(3)
    wait_until(lambda: stood(heard, stick)[-1:] == [(12000, 0, 0)], PATIENCE_S)
    wait_until(lambda: getattr(heard[-1], "buttons", 0) == 8, PATIENCE_S)


def test_two_sticks_are_two(player: Player, heard: list[StickNews]) -> None:
    one, other = player.plug("a"), player.plug("b", "Tay cầm", axes=6)
    player.move(5, -500, "b")
    player.move(1, 7000, "a")
    wait_until(lambda: stood(heard, one)[-1:] == [(0, 7000, 0)], PATIENCE_S)
    wait_until(lambda: stood(heard, other)[-1:] == [(0, 0, 0, 0, 0, -500)], PATIENCE_S)


def test_a_pulled_stick_has_been_let_go(player: Player, told: list[Event], heard: list[StickNews]) -> None:
    stick = player.plug()
    player.move(0, 30000)
    wait_until(lambda: stood(heard, stick)[-1:] == [(30000, 0, 0)], PATIENCE_S)
    player.pull()
    wait_until(lambda: heard[-1] == StickGone(stick), PATIENCE_S)
    wait_until(lambda: told[-1] == SticksChanged({}), PATIENCE_S)


def test_a_killed_process_has_let_all_sticks_go_and_is_replaced(
    player: Player, told: list[Event], heard: list[StickNews]
) -> None:
    stick = player.plug()
    player.move(0, 30000)
    wait_until(lambda: stood(heard, stick)[-1:] == [(30000, 0, 0)], PATIENCE_S)
    killed = player.sticks.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: heard[-1] == StickGone(stick), PATIENCE_S)
    assert fault(player) is StickFault.LOST and not player.sticks.sticks
    wait_until(lambda: player.sticks.pid not in (None, killed), PATIENCE_S)
    wait_until(lambda: fault(player) is StickFault.NONE, PATIENCE_S, "it reads again")
    player.plug()


def test_a_process_that_hangs_says_nothing_any_more(player: Player, heard: list[StickNews]) -> None:
    """Nobody pretends on its behalf that a stick is still held."""
    stick = player.plug()
    player.move(0, 30000)
    wait_until(lambda: stood(heard, stick)[-1:] == [(30000, 0, 0)], PATIENCE_S)
    assert player.sticks.pid is not None
    os.kill(player.sticks.pid, signal.SIGSTOP)
    count = len(heard)
    with pytest.raises(AssertionError):
        wait_until(lambda: len(heard) > count + 3, 0.6)


def test_what_is_settled_holds_at_once_and_after_a_restart(
    player: Player, told: list[Event], heard: list[StickNews], tmp_path: Path
) -> None:
    stick = player.plug()
    model = player.sticks.sticks[stick]
    assert player.sticks.map_of(model) == usual_map(model)
    for step in range(1, 51):
        settled = replace(usual_map(model), dead_zone=step / 100)
        player.sticks.keep_map(model, settled)
        assert player.sticks.map_of(model) == settled
    assert StickMapsChanged() in told
    player.wait_for_disk()
    with running_sticks(told.append, heard.append, tmp_path / "city.db") as again:
        again.wait_for_disk()
        assert again.sticks.map_of(model) == settled
    assert not [each for each in told if isinstance(each, WorkFailed)]
