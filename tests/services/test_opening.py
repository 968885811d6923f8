"""The room and the fleet on one database, and the room of a plain list."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.wall_room import board_of, cameras_of, city, on_disk
from tests.store import old_database
from tests.support.waiting import wait_until
from wall.model.camera import Camera, streams_of
from wall.model.errors import StoreError
from wall.model.events import Event, InventoryChanged, WorkFailed
from wall.model.layout import Layout
from wall.model.stream import Credentials, Source
from wall.services.io import IoLoop
from wall.services.opening import open_room, room_of
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore

LOGIN = Credentials("admin", "secret")


def keep(path: Path, cameras: int) -> None:
    database = Database(path)
    store = InventoryStore(database)
    store.load()
    store.save(
        replace(city(cameras), cameras=tuple(replace(each, camera_id=0) for each in city(cameras).cameras)), "made"
    )
    database.close()


def test_a_room_on_the_database_of_the_fleet(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    keep(path, 5)
    events: list[Event] = []
    with IoLoop() as io:
        with open_room(io, path, events.append, "lan") as (fleet, room):
            assert cameras_of(room.board(1))[:5] == [each.camera_id for each in fleet.inventory.cameras]
            assert len(room.layouts) > 10 and room.operator == "lan"
            room.show(1, board_of(3))
            fleet.add_rtsp("Chợ", "rtsp://10.9.9.9/1", None)
            wait_until(lambda: len(room.cameras.ids()) == 6)
            assert room.cameras.by_number(6) == room.cameras.find("cho")[0]
        with open_room(io, path, events.append, "lan") as (_, again):
            assert again.board(1) == board_of(3)
    assert not [event for event in events if isinstance(event, WorkFailed)]


def test_a_plain_stream_is_shown_with_its_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[Event] = []
    with IoLoop() as io, open_room(io, tmp_path / "citywall.db", events.append, "", lambda _: "passphrase") as opened:
        fleet, room = opened
        fleet.add_rtsp("Chợ", "rtsp://10.9.9.9/1", LOGIN)
        wait_until(lambda: room.cameras.ids(), 20, lambda: str(events))
        camera = room.cameras.camera(room.cameras.ids()[0])
        assert camera is not None and camera.main.credentials == LOGIN and camera.main.credential
        wait_until(lambda: any(isinstance(each, InventoryChanged) for each in events))


def test_a_database_that_cannot_be_read_is_told_and_leaves_nothing_running(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with IoLoop() as io, pytest.raises(StoreError), open_room(io, path, lambda event: None, "lan"):
        pytest.fail("opened")
    assert path.read_bytes().startswith(b"no database")


def test_the_room_of_a_plain_list_shows_it_in_pages_and_keeps_nothing() -> None:
    cameras = [Camera(n, f"Camera {n}", streams_of(Source(f"rtsp://10.0.0.1/{n}", LOGIN))) for n in (5, 3, 9, 1, 7)]
    events: list[Event] = []
    with room_of(cameras, 2, 1, events.append) as room:
        (screen,) = room.screens
        board = room.board(screen.screen_id)
        assert (board.layout, board.pages) == (Layout.plain(2, 1), 3)
        numbers = [room.cameras.camera(each) for each in cameras_of(board) if each]
        assert [camera and camera.number for camera in numbers] == [5, 3, 9, 1, 7]
        assert len(room.cameras.find("camera")) == 5
        room.show(screen.screen_id, board.turned(1))
        room.tick()
        assert room.selected_screen == screen.screen_id
    assert not [event for event in events if isinstance(event, WorkFailed)]
    assert not Path(":memory:").exists()


def test_a_room_without_cameras_is_an_empty_wall() -> None:
    with room_of([], 2, 2, lambda event: None) as room:
        assert room.board(1).is_empty and room.hotspot is None


def test_what_fails_inside_ends_the_thread_of_the_room() -> None:
    with pytest.raises(ZeroDivisionError), room_of([], 2, 2, lambda event: None):
        raise ZeroDivisionError
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("db")]


def test_an_older_database_gets_a_wall(tmp_path: Path) -> None:
    """One of the version before there were walls: everything in it stays, and there is a screen that shows it."""
    path = tmp_path / "citywall.db"
    old_database.restore(1, path)
    with IoLoop() as io, open_room(io, path, lambda event: None, "", lambda _: "passphrase") as (fleet, room):
        shown = [each for each in cameras_of(room.board(1)) if each]
        assert shown == list(room.cameras.ids())[:16] and len(shown) > 0 and fleet.inventory.cameras
    assert len(on_disk(path).screens) == 1
