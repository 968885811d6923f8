"""A real server on loopback, asked for tiles: whatever it does is a tile, none, or a fault with a name."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest

from tests.maps import xyz_server
from tests.maps.makers import colour_of
from tests.maps.xyz_server import Habit, Server, serving
from wall.maps.found import Found
from wall.maps.server_check import examine_server
from wall.maps.template import Template, read_template
from wall.maps.tile_server import Reply, TileServer, Times
from wall.model.errors import MapError
from wall.model.inventory import Position
from wall.model.map_kinds import MapFault, MapKind, Tile

TILE = Tile(3, 5, 6)
TIMES = Times(connect_s=2.0, tile_s=0.6)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def asked(template: str, tile: Tile = TILE, since_s: float | None = None) -> Reply:
    async def ask() -> Reply:
        to = TileServer(read_template(template), TIMES)
        try:
            return await to.ask(tile, since_s)
        finally:
            await to.close()

    return asyncio.run(ask())


def found_at(template: Template, near: Position | None = None) -> Found:
    return asyncio.run(examine_server(TileServer(template, TIMES), template, near))


def test_a_tile_comes_and_we_say_who_we_are(server: Server) -> None:
    assert colour_of(asked(server.template).data) == (30, 5, 6)
    assert server.asked == ["/tiles/3/5/6.png"]
    assert server.headers[0]["User-Agent"].startswith("CityWall")


def test_none_there_is_no_fault(server: Server) -> None:
    server.habit = xyz_server.nothing_there
    assert asked(server.template) == Reply()


def test_what_is_kept_is_not_sent_again(server: Server) -> None:
    server.habit = xyz_server.unchanged
    assert asked(server.template, since_s=1_790_000_000.0) == Reply(is_unchanged=True)
    assert server.headers[0]["If-Modified-Since"] == "Mon, 21 Sep 2026 14:13:20 GMT"


@pytest.mark.parametrize(
    ("habit", "fault"),
    [
        (xyz_server.failing, MapFault.WRONG_ANSWER),
        (xyz_server.refusing, MapFault.REFUSED),
        (xyz_server.moved, MapFault.WRONG_ANSWER),
        (xyz_server.huge, MapFault.TOO_LARGE),
        (xyz_server.breaking_off, MapFault.UNREACHABLE),
        (xyz_server.slow(3.0), MapFault.SLOW),
    ],
)
def test_whatever_it_does_has_a_name(server: Server, habit: Habit, fault: MapFault) -> None:
    server.habit = habit
    began_s = time.monotonic()
    with pytest.raises(MapError) as caught:
        asked(server.template)
    assert caught.value.fault is fault
    assert time.monotonic() - began_s < 2.5


def test_nobody_there() -> None:
    with serving() as gone:
        template = gone.template
    with pytest.raises(MapError) as caught:
        asked(template)
    assert caught.value.fault is MapFault.UNREACHABLE


def test_no_key_of_an_address_is_told(server: Server) -> None:
    server.habit = xyz_server.failing
    with pytest.raises(MapError) as caught:
        asked(f"{server.template}?key=SECRET")
    assert "SECRET" not in str(caught.value) and "127.0.0.1" in str(caught.value)
    assert server.asked == ["/tiles/3/5/6.png?key=SECRET"]


def test_a_server_is_looked_at_before_it_is_kept(server: Server) -> None:
    found = found_at(read_template(server.template))
    assert (found.kind, found.name, found.attribution) == (MapKind.TILE_SERVER, "127.0.0.1", "127.0.0.1")
    assert server.asked == ["/tiles/0/0/0.png"]


def test_a_server_of_one_city_is_asked_where_the_city_is(server: Server) -> None:
    def only_here(handler: xyz_server.Handler) -> None:
        (xyz_server.good if handler.path.startswith("/tiles/12/") else xyz_server.nothing_there)(handler)

    server.habit = only_here
    found = found_at(read_template(server.template), Position(21.18, 106.06))
    assert found.kind is MapKind.TILE_SERVER
    assert server.asked[-1] == "/tiles/12/3254/1801.png"


@pytest.mark.parametrize(
    ("habit", "fault"),
    [
        (xyz_server.page, MapFault.WRONG_ANSWER),
        (xyz_server.cut_off, MapFault.WRONG_ANSWER),
        (xyz_server.nothing_there, MapFault.WRONG_ANSWER),
        (xyz_server.failing, MapFault.WRONG_ANSWER),
    ],
)
def test_what_is_no_tile_server_is_not_kept(server: Server, habit: Habit, fault: MapFault) -> None:
    server.habit = habit
    with pytest.raises(MapError) as caught:
        found_at(read_template(server.template), Position(21.18, 106.06))
    assert caught.value.fault is fault
