"""The control room as the UI uses it: one truth of what stands where, and everything back after a restart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.wall_room import PATIENCE_S, WallRoom, board_of, cameras_of, city, on_disk, view_of, wall_room
from tests.support.stuck import stuck_disk
from wall.model.bookmark import Bookmark
from wall.model.errors import StoreError
from wall.model.events import (
    BoardChanged,
    BookmarksChanged,
    HotspotChanged,
    KeysChanged,
    ScreensChanged,
    ScreenSelected,
    WorkFailed,
)
from wall.model.inventory import Inventory, to_show
from wall.model.layout import Layout
from wall.model.screen import DisplayId, Screen
from wall.model.tile import Cause
from wall.model.view import CameraCell, CarouselCell, HotspotCell
from wall.services.camera_book import CameraBook
from wall.ui.room_port import RoomPort


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "citywall.db"


@pytest.fixture
def wall(path: Path) -> Iterator[WallRoom]:
    with wall_room(city(20, priorities=(9,)), path, screens=2) as wall:
        yield wall


def test_it_is_what_the_ui_asks_for(wall: WallRoom) -> None:
    room: RoomPort = wall.room
    assert room.operator == "lan" and [screen.number for screen in room.screens] == [1, 2]


def test_what_is_shown_is_believed_and_told_at_once(wall: WallRoom) -> None:
    wall.room.show(1, board_of(7))
    assert wall.room.board(1) == board_of(7) and wall.told(BoardChanged)[-1] == BoardChanged(1, board_of(7))


def test_everything_is_back_after_a_restart(wall: WallRoom, path: Path) -> None:
    panel = DisplayId("Dell", "U4320Q", "ABC", "DP-1")
    wall.room.keep_screens(
        [replace(wall.room.screens[0], display=panel, kiosk=True), wall.room.screens[1], Screen("Three", 3)]
    )
    third = wall.room.screens[2].screen_id
    wall.room.show(third, replace(board_of(5, 6, 7, columns=3, rows=3, selected=2), single=True))
    wall.room.show(1, board_of(1).put(0, CameraCell(2)))
    wall.room.assign_keys({"wall.alone": ("F8",)})
    views, _ = wall.save(view_of("Day", 1))
    before = wall.room.screens, [wall.room.board(each.screen_id) for each in wall.room.screens]
    wall.room.close()
    with wall_room(city(20), path) as again:
        now = again.room.screens, [again.room.board(each.screen_id) for each in again.room.screens]
        assert now == before and again.room.keys == {"wall.alone": ("F8",)}
        assert [view.view_id for view in again.room.views] == views
        again.settle()
        assert not again.told(WorkFailed)


def test_a_power_cut_brings_back_the_boards_without_guests(wall: WallRoom, path: Path) -> None:
    wall.room.show(1, board_of(1, 11))
    wall.room.show(2, board_of(12))
    wall.room.panel_lost(1)
    assert 1 in cameras_of(wall.room.board(2))
    wall.room.show(2, wall.room.board(2).put(0, CameraCell(13)))
    wall.keep()
    assert 1 not in cameras_of(wall.room.own_board(2)), "a view is saved without guests"
    boards = on_disk(path).boards
    assert boards[1] == board_of(1, 11) and cameras_of(boards[2]) == [13, None, None, None]


def test_a_new_wall_shows_the_first_cameras_until_somebody_decides(path: Path) -> None:
    with wall_room(city(6), path, screens=0) as wall:
        (screen,) = wall.room.screens
        assert screen.number == 1 and wall.room.board(screen.screen_id).layout == Layout.plain(3, 3)
        assert cameras_of(wall.room.board(screen.screen_id))[:7] == [1, 2, 3, 4, 5, 6, None]
        assert wall.room.selected_screen == screen.screen_id and wall.room.hotspot == 1
    with wall_room(city(6), path, screens=0) as again:
        assert cameras_of(again.room.board(screen.screen_id))[:7] == [1, 2, 3, 4, 5, 6, None]


def test_a_new_wall_fills_as_cameras_are_found() -> None:
    present = [Inventory()]
    book = CameraBook(lambda: present[0], lambda text: [], lambda record, _, site: to_show(record, 0, site, None))
    with wall_room(book, screens=0) as wall:
        screen = wall.room.selected_screen
        assert wall.room.board(screen).is_empty and wall.room.board(screen).layout == Layout.plain(4, 4)
        for cameras in (3, 40):
            present[0] = city(cameras)
            wall.go_on(0.1)
            assert cameras_of(wall.room.board(screen))[0] == 1
        assert cameras_of(wall.room.board(screen)) == list(range(1, 17))
        wall.room.show(screen, board_of())
        present[0] = city(50)
        wall.go_on(1)
        assert wall.room.board(screen).is_empty


def test_an_emptied_wall_stays_empty_after_a_restart(path: Path) -> None:
    with wall_room(city(6), path, screens=0) as wall:
        wall.room.show(wall.room.selected_screen, board_of())
    with wall_room(city(6), path, screens=0) as again:
        again.go_on(1)
        assert again.room.board(again.room.selected_screen).is_empty


def test_screens_get_ids_at_once_and_go_with_their_boards(wall: WallRoom, path: Path) -> None:
    wall.room.keep_screens([*wall.room.screens, Screen("New", 3)])
    new = wall.room.screens[2]
    assert new.screen_id == 3 and wall.room.board(3).is_empty
    wall.room.show(3, board_of(7))
    wall.room.select(3)
    wall.room.keep_screens(wall.room.screens[:2])
    with pytest.raises(KeyError):
        wall.room.board(3)
    assert wall.room.selected_screen == 1 and wall.told(ScreenSelected)[-1] == ScreenSelected(1)
    wall.room.keep_screens([*wall.room.screens, Screen("Newer", 3)])
    assert wall.room.screens[2].screen_id == 4 and wall.room.board(4).is_empty
    wall.keep()
    assert on_disk(path).screens == tuple(wall.room.screens)
    assert 3 not in on_disk(path).boards


def test_screens_are_in_the_order_of_their_numbers(wall: WallRoom) -> None:
    one, two = wall.room.screens
    wall.room.keep_screens([replace(one, number=5), two])
    assert [screen.number for screen in wall.room.screens] == [2, 5]
    assert wall.told(ScreensChanged)[-1].screens == tuple(wall.room.screens)


def test_without_any_screen_there_is_no_hand(wall: WallRoom) -> None:
    wall.room.keep_screens([])
    assert wall.room.selected_screen == 0
    wall.room.keep_screens([Screen("1", 1)])
    assert wall.room.selected_screen == wall.room.screens[0].screen_id


def test_the_hotspot_is_the_selected_camera_of_the_screen_in_hand(wall: WallRoom) -> None:
    wall.room.show(1, board_of(7, 8))
    wall.room.show(2, board_of(9))
    assert wall.room.hotspot == 7
    wall.room.select(2)
    assert wall.room.hotspot == 9 and wall.told(ScreenSelected)[-1] == ScreenSelected(2)
    wall.room.show(1, board_of(8))
    assert wall.room.hotspot == 9
    assert [changed.camera_id for changed in wall.told(HotspotChanged)][-2:] == [7, 9]


def test_a_hotspot_does_not_feed_itself_and_stays_where_nothing_is(wall: WallRoom) -> None:
    board = board_of(7).put(1, HotspotCell()).put(2, CarouselCell((5, 6)))
    wall.room.show(1, board.selected_at(0))
    for cell in (1, 2, 3):
        wall.room.show(1, wall.room.board(1).selected_at(cell))
        assert wall.room.hotspot == 7


def test_a_step_back_moves_no_other_screen(wall: WallRoom) -> None:
    wall.room.show(1, board_of(7))
    wall.room.show(2, board_of(8))
    assert wall.room.undo_board(1) and wall.room.board(1).is_empty
    assert cameras_of(wall.room.board(2))[0] == 8


def test_keys_are_told_and_kept(wall: WallRoom, path: Path) -> None:
    wall.room.assign_keys({"wall.alone": ("F8", "Ctrl+J")})
    assert wall.told(KeysChanged)[-1].keys == {"wall.alone": ("F8", "Ctrl+J")}
    wall.room.assign_keys({})
    wall.keep()
    assert on_disk(path).keys == {} and wall.room.keys == {}


def test_bookmarks_are_kept_found_changed_removed_and_brought_back(wall: WallRoom) -> None:
    marked = Bookmark(1.7e9, 7, 7, "Camera 7", "Ngã Sáu", "xe tải", ("lấn chiếm",), operator="lan")
    key = wall.room.add_bookmark(marked, b"jpeg").result(PATIENCE_S)
    assert wall.room.bookmark_picture(key).result(PATIENCE_S) == b"jpeg"
    (found,) = wall.room.find_bookmarks("nga sau lan chiem").result(PATIENCE_S).bookmarks
    assert found == replace(marked, has_picture=True, bookmark_id=key)
    wall.room.change_bookmark(replace(found, note="xe buýt")).result(PATIENCE_S)
    assert wall.room.find_bookmarks("buyt", 7).result(PATIENCE_S).bookmarks[0].note == "xe buýt"
    wall.room.remove_bookmarks([key]).result(PATIENCE_S)
    assert wall.room.find_bookmarks("").result(PATIENCE_S).bookmarks == ()
    assert wall.room.restore_bookmarks().result(PATIENCE_S) == 1
    assert len(wall.told(BookmarksChanged)) == 4


def test_a_question_that_waits_is_given_up_for_a_newer_one(wall: WallRoom, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("begin immediate")
        wall.room.add_bookmark(Bookmark(1.0, 7, 7, "Camera 7"), b"")  # Keeps the db thread for a tenth of a second.
        older, newer = wall.room.find_bookmarks("n"), wall.room.find_bookmarks("ng")
        assert older.cancelled() and newer.result(PATIENCE_S).bookmarks == ()


def test_a_bookmark_that_the_disk_does_not_take_says_so(wall: WallRoom, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreError) as told:
            wall.room.add_bookmark(Bookmark(1.0, 7, 7, "Camera 7"), b"").result(PATIENCE_S)
    assert told.value.cause is Cause.DATABASE_BUSY and not wall.told(BookmarksChanged)


def test_a_picture_is_written_to_a_file(wall: WallRoom, tmp_path: Path) -> None:
    file = tmp_path / "new" / "7.jpg"
    wall.room.save_picture(file, b"jpeg").result(PATIENCE_S)
    assert file.read_bytes() == b"jpeg"
    with pytest.raises(StoreError) as told:
        wall.room.save_picture(file / "8.jpg", b"jpeg").result(PATIENCE_S)
    assert told.value.cause is Cause.FILE


def test_what_was_live_on_a_screen_is_in_the_ledger(wall: WallRoom) -> None:
    for _ in range(11):
        wall.room.note_shown(1, {7: True, 8: False})
        wall.go_on(1)
    seen = wall.room.seen(0.0).result(PATIENCE_S)
    assert len(seen) == 20 and seen[-1].camera_id == 7 and seen[-1].seconds == pytest.approx(10, abs=0.1)
    assert all(each.last_s == 0 for each in seen[:-1])


def test_with_the_database_held_by_another_program_the_wall_goes_on(wall: WallRoom, path: Path) -> None:
    wall.settle()
    with closing(sqlite3.connect(path)) as other:
        other.execute("begin immediate")
        for camera in range(1, 6):
            wall.room.show(1, board_of(camera))
            wall.go_on(1)
        assert cameras_of(wall.room.board(1))[0] == 5
        wall.settle()
        other.rollback()
    assert [failed.cause for failed in wall.told(WorkFailed)] == [Cause.DATABASE_BUSY]
    wall.go_on(4)
    wall.settle()
    assert on_disk(path).boards[1] == board_of(5)


def test_what_cannot_be_read_any_more_is_named_and_the_rest_is_there(wall: WallRoom, path: Path) -> None:
    wall.room.show(1, board_of(7))
    wall.room.show(2, board_of(8))
    wall.room.close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("update screen_board set data = '{' where screen_id = 2")
    with wall_room(city(9), path) as again:
        (failed,) = again.told(WorkFailed)
        assert "2" in failed.detail and again.room.board(1) == board_of(7) and again.room.board(2).is_empty
        again.go_on(1)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("select data from screen_board where screen_id = 2").fetchone() == ("{",)


def test_a_disk_that_hangs_while_a_picture_is_written_holds_up_nothing_else(wall: WallRoom, tmp_path: Path) -> None:
    share = tmp_path / "share"
    with stuck_disk(share) as tries:
        writing = wall.room.save_picture(share / "7.jpg", b"jpeg")
        assert tries.wait(PATIENCE_S)
        wall.room.find_bookmarks("").result(PATIENCE_S)
        assert not writing.done()
    writing.result(PATIENCE_S)
    assert (share / "7.jpg").read_bytes() == b"jpeg"
