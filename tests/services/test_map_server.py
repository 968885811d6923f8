"""A map of a real tile server that is good, slow, wrong and down: nobody waits, and nothing is told twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.maps import xyz_server
from tests.maps.makers import colour_of
from tests.maps.xyz_server import Habit, Server, serving
from tests.services.map_room import MapRoom, eventually, map_room, result
from tests.support.full import files_at_most
from wall.model.errors import MapError
from wall.model.events import WorkFailed
from wall.model.map_kinds import BaseMap, MapFault, Tile
from wall.model.map_taking import Taking
from wall.model.tile import Cause

WEEK_S = 7 * 86_400.0


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MapRoom]:
    with map_room(tmp_path) as opened:
        yield opened


@pytest.fixture
def base(room: MapRoom, server: Server) -> BaseMap:
    return taken(room, server)


def taken(room: MapRoom, server: Server) -> BaseMap:
    """The server's map, and it has not been asked for anything that a test would count."""
    found = result(room.maps.take_in(server.template))
    server.asked.clear()
    return found


def test_a_tile_is_asked_for_once_and_is_there_after_a_restart_without_the_server(tmp_path: Path) -> None:
    with serving() as server, map_room(tmp_path) as room:
        base = taken(room, server)
        assert [colour_of(room.tile(base, 3, 5, 6)) for _ in range(3)] == [(30, 5, 6)] * 3
        assert server.asked == ["/tiles/3/5/6.png"]
    with map_room(tmp_path) as room:
        assert colour_of(room.tile(base, 3, 5, 6)) == (30, 5, 6)
        assert room.told == []


def test_an_old_tile_is_served_at_once_and_renewed_quietly(room: MapRoom, server: Server, base: BaseMap) -> None:
    room.tile(base, 3, 5, 6)
    room.unix.now_s += WEEK_S + 10
    server.habit = xyz_server.other
    assert colour_of(room.tile(base, 3, 5, 6)) == (30, 5, 6)
    eventually(lambda: room.renewed() == [Tile(3, 5, 6)])
    assert colour_of(room.tile(base, 3, 5, 6)) == (255, 255, 0)
    assert len(server.asked) == 2 and "If-Modified-Since" in server.headers[-1]


def test_an_old_tile_that_has_not_changed_is_old_no_more(room: MapRoom, server: Server, base: BaseMap) -> None:
    room.tile(base, 3, 5, 6)
    room.unix.now_s += WEEK_S + 10
    server.habit = xyz_server.unchanged
    room.tile(base, 3, 5, 6)
    eventually(lambda: len(server.asked) == 2)
    room.tile(base, 4, 0, 0)  # What came before has been dealt with then.
    room.tile(base, 3, 5, 6)
    room.tile(base, 4, 0, 1)
    assert len(server.asked) == 4 and room.renewed() == []


def test_an_old_tile_that_is_gone_stays(room: MapRoom, server: Server, base: BaseMap) -> None:
    room.tile(base, 3, 5, 6)
    room.unix.now_s += WEEK_S + 10
    server.habit = xyz_server.nothing_there
    for _ in range(2):
        assert colour_of(room.tile(base, 3, 5, 6)) == (30, 5, 6)
    eventually(lambda: len(server.asked) == 2)
    assert colour_of(room.tile(base, 3, 5, 6)) == (30, 5, 6) and room.renewed() == []


def test_what_is_not_there_is_asked_for_once_a_day(room: MapRoom, server: Server, base: BaseMap) -> None:
    server.habit = xyz_server.nothing_there
    assert [room.tile(base, 3, 5, 6) for _ in range(3)] == [None] * 3
    assert len(server.asked) == 1 and room.troubles() == []
    room.unix.now_s += 86_401
    server.habit = xyz_server.good
    assert room.tile(base, 3, 5, 6) is None
    eventually(lambda: room.renewed() == [Tile(3, 5, 6)])


def test_a_server_that_is_down_is_told_once_and_asked_ever_less(tmp_path: Path) -> None:
    with map_room(tmp_path) as room:
        with serving() as server:
            base = taken(room, server)
            kept = room.tile(base, 3, 0, 0)
            port = server.server_port
        began_s = time.monotonic()
        assert [room.tile(base, 4, x, 0) for x in range(16)] == [None] * 16
        assert room.tile(base, 3, 0, 0) == kept, "what is kept is shown"
        assert room.troubles() == [MapFault.UNREACHABLE]
        for x in range(200):
            assert room.maps.tile(base.map_id, Tile(8, x, 0)).result(5) is None
        assert time.monotonic() - began_s < 10
        assert room.troubles() == [MapFault.UNREACHABLE]
        with serving(port) as server:
            room.clock.now_s += 400
            eventually(lambda: room.troubles() == [MapFault.UNREACHABLE, None], "nobody noticed that it is back")
            assert len(server.asked) == 1, "one tile is enough to see that"
            assert colour_of(room.tile(base, 4, 3, 0)) == (40, 3, 0)
    assert room.troubles() == [MapFault.UNREACHABLE, None]


@pytest.mark.parametrize(
    ("habit", "fault"),
    [
        (xyz_server.page, MapFault.WRONG_ANSWER),
        (xyz_server.cut_off, MapFault.WRONG_ANSWER),
        (xyz_server.failing, MapFault.WRONG_ANSWER),
        (xyz_server.refusing, MapFault.REFUSED),
        (xyz_server.huge, MapFault.TOO_LARGE),
        (xyz_server.breaking_off, MapFault.UNREACHABLE),
    ],
)
def test_a_server_that_is_wrong_is_told_once_and_left_alone(
    room: MapRoom, server: Server, base: BaseMap, habit: Habit, fault: MapFault
) -> None:
    server.habit = habit
    assert [room.tile(base, 5, x, 0) for x in range(12)] == [None] * 12
    eventually(lambda: room.troubles() == [fault])
    asked = len(server.asked)
    assert asked <= 12
    assert [room.tile(base, 6, x, 0) for x in range(30)] == [None] * 30
    assert len(server.asked) <= asked + 1 and room.troubles() == [fault]
    server.habit = xyz_server.good
    room.clock.now_s += 400
    eventually(lambda: room.troubles() == [fault, None])
    assert colour_of(room.tile(base, 6, 3, 0)) == (60, 3, 0)


def test_one_broken_tile_is_no_outage(room: MapRoom, server: Server, base: BaseMap) -> None:
    def every_third(handler: xyz_server.Handler) -> None:
        (xyz_server.cut_off if len(server.asked) % 3 == 0 else xyz_server.good)(handler)

    server.habit = every_third
    assert [room.tile(base, 5, x, 0) is None for x in range(9)] == [False, False, True] * 3
    assert room.troubles() == []


def test_one_hiccup_of_the_connection_costs_no_tile(room: MapRoom, server: Server, base: BaseMap) -> None:
    def first_fails(handler: xyz_server.Handler) -> None:
        (xyz_server.breaking_off if len(server.asked) == 1 else xyz_server.good)(handler)

    server.habit = first_fails
    assert colour_of(room.tile(base, 5, 1, 0)) == (50, 1, 0)
    assert room.troubles() == [] and len(server.asked) == 2


@pytest.mark.alone
def test_a_slow_server_holds_up_nobody(room: MapRoom, server: Server, base: BaseMap) -> None:
    kept = room.tile(base, 1, 0, 0)
    server.habit = xyz_server.slow(0.4)
    waiting = [room.maps.tile(base.map_id, Tile(7, x, 0)) for x in range(40)]
    eventually(lambda: server.asked)
    began_s = time.monotonic()
    assert room.tile(base, 1, 0, 0) == kept
    assert time.monotonic() - began_s < 0.35, "what is kept waits for no server"
    for each in waiting[:-1]:
        each.cancel()
    assert colour_of(result(waiting[-1])) == (70, 39, 0)
    eventually(lambda: all(each.done() for each in waiting))
    assert len(server.asked) < 15, "what nobody sees any more is not asked for"


def test_no_more_than_a_few_at_once(room: MapRoom, server: Server, base: BaseMap) -> None:
    at_once: list[int] = []
    under_way: list[int] = []

    def counting(handler: xyz_server.Handler) -> None:
        under_way.append(1)
        at_once.append(len(under_way))
        time.sleep(0.03)
        under_way.pop()
        xyz_server.good(handler)

    server.habit = counting
    asked = [room.maps.tile(base.map_id, Tile(7, x, 0)) for x in range(30)]
    assert all(result(each) is not None for each in asked)
    assert 2 <= max(at_once) <= 4


def test_the_cache_stays_within_its_bound(tmp_path: Path) -> None:
    with serving() as server, map_room(tmp_path, cache_bytes=1000) as room:
        base = taken(room, server)
        for x in range(40):
            assert room.tile(base, 7, x, 0) is not None
        room.tile(base, 7, 39, 0)
        assert sum(each.stat().st_size for each in room.cache.rglob("*") if each.is_file()) <= 1000


def test_a_full_disk_is_told_once_and_the_tiles_are_shown(room: MapRoom, server: Server, base: BaseMap) -> None:
    with files_at_most(20):
        assert [colour_of(room.tile(base, 5, x, 0)) for x in range(5)] == [(50, x, 0) for x in range(5)]
        eventually(lambda: len(server.asked) == 5)
        room.tile(base, 5, 0, 0)
    assert [each.cause for each in room.events(WorkFailed)] == [Cause.DISK_FULL] and room.troubles() == []
    assert not [each for each in room.cache.rglob("*") if each.is_file()]


@pytest.mark.parametrize("habit", [xyz_server.page, xyz_server.nothing_there, xyz_server.failing, xyz_server.moved])
def test_what_is_no_tile_server_is_not_taken_in(room: MapRoom, server: Server, habit: Habit) -> None:
    server.habit = habit
    with pytest.raises(MapError) as caught:
        result(room.maps.take_in(server.template))
    assert "127.0.0.1" in str(caught.value)
    assert len(room.maps.maps) == 1


def test_a_program_that_ends_while_a_server_thinks(tmp_path: Path) -> None:
    def forever(handler: xyz_server.Handler) -> None:
        handler.connection.settimeout(5)
        handler.rfile.read(1)

    with serving() as server:
        with map_room(tmp_path) as room:
            base = taken(room, server)
            server.habit = forever
            waiting = [room.maps.tile(base.map_id, Tile(7, x, 0)) for x in range(10)]
            eventually(lambda: len(server.asked) == 4)
            began_s = time.monotonic()
        assert time.monotonic() - began_s < 2
        assert all(each.done() for each in waiting)


def test_a_server_that_keeps_silent_is_waited_for_only_as_long_as_somebody_wants_it(
    room: MapRoom, server: Server
) -> None:
    server.habit = xyz_server.slow(3.0)
    taking = Taking()
    taken = room.maps.take_in(server.template, taking=taking)
    eventually(lambda: server.asked, "it was asked")
    began_s = time.monotonic()
    taking.stop()
    with pytest.raises(MapError) as caught:
        result(taken)
    assert caught.value.fault is MapFault.STOPPED and time.monotonic() - began_s < 2
    assert len(room.maps.maps) == 1
