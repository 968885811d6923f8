"""Views, tours, screens, boards and keys are there after a restart, whatever else is in the file."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import room, shapes
from tests.store.full_disk import filled_up
from wall.model.board import Board, Slot
from wall.model.errors import StoreError
from wall.model.kept import Kept, UnderWay
from wall.model.screen import Screen
from wall.model.tile import Cause
from wall.model.view import CameraCell, Stop, Tour, View
from wall.services.wall_ports import KeepsWall
from wall.store.database import Database
from wall.store.wall_store import WallStore


@pytest.fixture
def store(database: Database) -> KeepsWall:
    return WallStore(database)


@pytest.fixture
def kept(store: KeepsWall) -> Kept:
    return store.save_views(room.views(), room.tours(), "saving views")


def reopened(database: Database) -> Kept:
    """What another program finds."""
    with closing(Database(database.path)) as again:
        return WallStore(again).load()


def by_name(kept: Kept) -> dict[str, View]:
    return {view.name: view for view in kept.views}


def spoil(database: Database, statement: str) -> None:
    with database.transaction() as tables:
        tables.execute(statement)


# -- views and tours


def test_a_new_wall_is_empty(store: KeepsWall) -> None:
    assert store.load() == Kept()
    assert store.undo_views() == Kept()


def test_views_and_tours_come_back_after_a_restart(database: Database, kept: Kept) -> None:
    assert [replace(view, view_id=0) for view in kept.views] == list(room.views())
    assert [replace(tour, tour_id=0) for tour in kept.tours] == list(room.tours())
    assert [view.view_id for view in kept.views] == [1, 2, 3, 4] and [each.tour_id for each in kept.tours] == [1, 2]
    assert kept.undo == "saving views"
    assert reopened(database) == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(shapes.views(), max_size=4, unique_by=lambda view: (view.owner, view.folder, view.name)))
def test_views_of_every_shape_come_back(database: Database, views: list[View]) -> None:
    saved = WallStore(database).save_views(views, (), "a step")
    assert [replace(view, view_id=0) for view in saved.views] == views
    assert WallStore(database).load().views == saved.views


def test_what_differs_is_saved_and_can_be_taken_back_once(store: KeepsWall, database: Database, kept: Kept) -> None:
    changed = (replace(kept.views[0], name="Cổng bắc"), *kept.views[2:], room.view(9))
    saved = store.save_views(changed, kept.tours[:1], "many things")
    assert [view.view_id for view in saved.views] == [1, 3, 4, 5] and saved.undo == "many things"
    assert reopened(database) == saved
    assert store.undo_views() == replace(kept, undo="")
    assert store.undo_views() == reopened(database) == replace(kept, undo="")


def test_a_step_can_be_taken_back_after_a_restart(database: Database, store: KeepsWall, kept: Kept) -> None:
    store.save_views((), (), "removing all")
    with closing(Database(database.path)) as again:
        assert WallStore(again).load() == Kept(undo="removing all")
        assert WallStore(again).undo_views() == replace(kept, undo="")


def test_where_nothing_differs_the_step_stays(store: KeepsWall, kept: Kept) -> None:
    assert store.save_views(kept.views[::-1], kept.tours, "nothing") == kept


def test_an_id_is_never_used_twice(store: KeepsWall, kept: Kept) -> None:
    store.save_views(kept.views[:1], (), "removing the rest")
    again = store.save_views((*kept.views[:1], room.view(9)), room.tours()[1:], "adding")
    assert [view.view_id for view in again.views] == [1, 5] and again.tours[0].tour_id == 3


def test_two_views_may_change_their_names_with_each_other(store: KeepsWall, database: Database) -> None:
    one, two = store.save_views([replace(room.view(1), name=name) for name in "ab"], (), "two").views
    store.save_views((replace(one, name="b"), replace(two, name="a")), (), "exchanged")
    assert [view.name for view in reopened(database).views] == ["b", "a"]


@pytest.mark.parametrize("what", ["view", "tour"])
def test_two_of_one_name_in_one_folder_of_one_owner_are_refused(
    store: KeepsWall, database: Database, kept: Kept, what: str
) -> None:
    view, tour = replace(kept.views[0], view_id=0), replace(kept.tours[0], tour_id=0)
    with pytest.raises(ValueError, match=f"there is a {what} «.*» in the folder «Ngày» already"):
        if what == "view":
            store.save_views((*kept.views, view), kept.tours, "a double")
        else:
            store.save_views(kept.views, (*kept.tours, tour), "a double")
    assert reopened(database) == kept
    elsewhere = (replace(view, folder="Đêm"), replace(view, owner="anh"))
    assert len(store.save_views((*kept.views, *elsewhere), kept.tours, "none").views) == 6


def test_one_id_twice_is_refused(store: KeepsWall, kept: Kept) -> None:
    with pytest.raises(ValueError, match="view 1 is there twice"):
        store.save_views((*kept.views, replace(kept.views[0], name="other")), (), "a double")


def test_what_another_program_added_meanwhile_stays(database: Database, store: KeepsWall, kept: Kept) -> None:
    with closing(Database(database.path)) as other:
        theirs = WallStore(other)
        theirs.save_views((*theirs.load().views, room.view(50)), kept.tours, "theirs")
    ours = store.save_views((replace(kept.views[0], name="ours"), *kept.views[1:]), kept.tours, "ours")
    assert {view.name for view in ours.views} >= {"ours", "Chế độ 50"}
    assert reopened(database).views == ours.views
    with pytest.raises(ValueError, match="already"):
        store.save_views((*ours.views, room.view(50)), kept.tours, "a name that they took")


def test_a_view_with_thousands_of_cells_and_a_tour_with_thousands_of_stops(store: KeepsWall) -> None:
    large = View("tất cả", room.ONE_AND_FIVE, tuple(CameraCell(key) for key in range(1, 10_001)))
    tour = Tour("tất cả", tuple(Stop(camera_id=key) for key in range(1, 10_001)))
    saved = store.save_views([large], [tour], "large")
    assert (saved.views[0].contents, saved.tours[0].stops) == (large.contents, tour.stops)
    assert store.load() == saved


def test_two_thousand_views_are_loaded_while_one_blinks(database: Database) -> None:
    views = [room.view(number, cells=36) for number in range(1, 2001)]
    saved = WallStore(database).save_views(views, (), "all")
    store, took_s = WallStore(database), []
    for number in range(3):
        began_s = time.thread_time()
        loaded = store.load()
        took_s.append(time.thread_time() - began_s)
        assert len(loaded.views) == len(saved.views)
        store.save_views((replace(loaded.views[0], name=f"{number}"), *loaded.views[1:]), (), "one")
    assert min(took_s) < 0.3, "of a processor, however long others have it"


# -- what cannot be understood


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("contents", '{"format":2,"contents":[]}', "a newer CityWall"),
        ("contents", '{"format":1,', "line 1, column"),
        ("layout", "{}", "«format» is missing"),
        ("layout", '{"format":1,"columns":2,"rows":1,"cells":[[0,0,2,1],[1,0,1,1]]}', "lie over each other"),
        ("name", " ", "needs a name"),
    ],
)
def test_a_view_that_cannot_be_read_is_named_and_kept(
    database: Database, kept: Kept, column: str, value: str, told: str
) -> None:
    spoil(database, f"update view set {column} = '{value}' where view_id = 2")
    store = WallStore(database)
    loaded = store.load()
    assert [view.view_id for view in loaded.views] == [1, 3, 4] and loaded.tours == kept.tours
    (wrong,) = loaded.unreadable
    assert wrong.startswith("view 2 «") and told in wrong
    store.save_views(loaded.views[:1], (), "removing what is there")
    store.undo_views()
    with database.reading() as tables:
        assert tables.execute(f"select {column} from view where view_id = 2").fetchone() == (value,)


def test_a_blob_in_the_place_of_a_text_is_named(database: Database, kept: Kept) -> None:
    spoil(database, "update view set name = x'00ff', contents = x'00ff' where view_id = 2")
    assert len(WallStore(database).load().unreadable) == 1


def test_the_name_of_a_view_that_cannot_be_read_is_taken(database: Database, kept: Kept) -> None:
    spoil(database, "update view set contents = '?' where view_id = 1")
    store = WallStore(database)
    with pytest.raises(ValueError, match="already"):
        store.save_views((*store.load().views, room.view(1)), kept.tours, "a new one of its name")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("update tour set data = '[]' where tour_id = 1", "tour 1 «Tuần tra»"),
        ("update screen set display = '[1]' where screen_id = 1", "screen 1 «Tường trái»"),
        ("update screen set area = '[1,2,3,\"4\"]' where screen_id = 1", "screen 1 «Tường trái»"),
        ("update screen_board set data = '{' where screen_id = 1", "what was shown on screen 1"),
        ("update key_assignment set keys = '7'", "the keys of open"),
    ],
)
def test_whatever_cannot_be_read_is_named_and_the_rest_is_there(
    database: Database, store: KeepsWall, kept: Kept, statement: str, told: str
) -> None:
    (one, two) = store.keep_screens(room.screens())
    store.keep_boards({one.screen_id: room.board(1), two.screen_id: room.board(2)})
    store.keep_keys({"open": ("Return",)})
    spoil(database, statement)
    loaded = reopened(database)
    (wrong,) = loaded.unreadable
    assert wrong.startswith(told) and "stays as it is" in wrong
    assert len(loaded.tours) + len(loaded.screens) + len(loaded.boards) + len(loaded.keys) == 2 + 2 + 2 + 1 - 1


def test_a_screen_that_cannot_be_read_is_not_taken_away(database: Database, store: KeepsWall) -> None:
    store.keep_screens(room.screens())
    spoil(database, "update screen set display = 'x' where screen_id = 1")
    again = WallStore(database)
    again.keep_screens([*again.load().screens, Screen("mới", 3)])
    with database.reading() as tables:
        assert [row[0] for row in tables.execute("select screen_id from screen order by screen_id")] == [1, 2, 3]


# -- screens and what they show


def test_screens_and_boards_come_back_after_a_restart(database: Database, store: KeepsWall) -> None:
    screens = store.keep_screens(room.screens())
    boards = {screen.screen_id: room.board(screen.number) for screen in screens}
    store.keep_boards(boards)
    assert [replace(screen, screen_id=0) for screen in screens] == list(room.screens())
    assert (reopened(database).screens, reopened(database).boards) == (screens, boards)


def test_only_the_board_that_changed_is_written(database: Database, store: KeepsWall) -> None:
    screens = store.keep_screens(room.screens())
    boards = {screen.screen_id: room.board(screen.number) for screen in screens}
    with closing(Database(database.path)) as other:
        store.keep_boards(boards)
        before = other.changes_by_others
        store.keep_boards(boards)
        assert other.changes_by_others == before, "no transaction for nothing"
        store.keep_boards({**boards, 2: Board(room.ONE_AND_FIVE)})
        assert other.changes_by_others != before
        assert WallStore(other).load().boards == {**boards, 2: Board(room.ONE_AND_FIVE)}


def test_a_board_of_a_screen_that_is_gone_is_passed_over(database: Database, store: KeepsWall) -> None:
    (one, two) = store.keep_screens(room.screens())
    store.keep_boards({1: room.board(1), 2: room.board(2)})
    assert store.keep_screens([two]) == (two,)
    store.keep_boards({1: room.board(3), 2: room.board(4)})
    assert (reopened(database).screens, reopened(database).boards) == ((two,), {2: room.board(4)})
    (_, new) = store.keep_screens([two, replace(one, screen_id=0)])
    assert new.screen_id == 3, "an id is never used twice"


def test_a_board_that_came_before_its_screen_is_written_once_it_is_there(database: Database, store: KeepsWall) -> None:
    store.keep_boards({1: room.board(1)})
    store.keep_screens([replace(room.screens()[0], screen_id=1)])
    store.keep_boards({1: room.board(1)})
    assert reopened(database).boards == {1: room.board(1)}


def test_a_screen_that_comes_back_is_written_its_board_again(store: KeepsWall, database: Database) -> None:
    (one,) = store.keep_screens(room.screens()[:1])
    store.keep_boards({1: room.board(1)})
    store.keep_screens([])
    store.keep_screens([one])
    store.keep_boards({1: room.board(1)})
    assert reopened(database).boards == {1: room.board(1)}


def test_a_screen_changes_its_panel_and_keeps_its_board(store: KeepsWall, database: Database) -> None:
    screens = store.keep_screens(room.screens())
    store.keep_boards({1: room.board(1)})
    moved = store.keep_screens([replace(screens[0], display=None, kiosk=False), screens[1]])
    assert (reopened(database).screens, reopened(database).boards) == (moved, {1: room.board(1)})


# -- keys


def test_keys_come_back_after_a_restart(database: Database, store: KeepsWall) -> None:
    store.keep_keys({"open": ("Return", "Ctrl+O"), "close": ()})
    assert reopened(database).keys == {"open": ("Return", "Ctrl+O"), "close": ()}
    store.keep_keys({"close": ("Esc",)})
    assert reopened(database).keys == {"close": ("Esc",)}


# -- a disk that does not do it


def test_a_full_disk_is_told_and_what_was_kept_is_kept(database: Database, store: KeepsWall, kept: Kept) -> None:
    (screen,) = store.keep_screens(room.screens()[:1])
    store.keep_boards({screen.screen_id: room.board(1)})
    before = reopened(database)
    many = tuple(Slot(CameraCell(10**9 + place), (10**9,) * 8) for place in range(5000))
    large = Board(room.ONE_AND_FIVE, many)
    with filled_up(database):
        for save in (
            lambda: store.keep_boards({screen.screen_id: large}),
            lambda: store.save_views([large.as_view("large")], (), "large"),
            lambda: store.keep_keys({"open": ("x" * 500_000,)}),
            lambda: store.keep_screens([screen, Screen("x" * 500_000, 2)]),
        ):
            with pytest.raises(StoreError, match="make room") as caught:
                save()
            assert caught.value.cause is Cause.DISK_FULL
    assert reopened(database) == before
    store.keep_boards({screen.screen_id: large})
    assert reopened(database).boards == {screen.screen_id: large}, "it was not taken for written"


def test_a_locked_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with closing(Database(path)) as other, closing(Database(path, busy_timeout_s=0.05)) as database:
        store = WallStore(database)
        (screen,) = store.keep_screens(room.screens()[:1])
        with other.transaction(), pytest.raises(StoreError, match="another program") as caught:
            store.keep_boards({screen.screen_id: room.board(1)})
        assert caught.value.cause is Cause.DATABASE_BUSY
        store.keep_boards({screen.screen_id: room.board(1)})
        assert WallStore(other).load().boards == {screen.screen_id: room.board(1)}


def test_tours_under_way_are_those_that_were_kept_last(database: Database, store: KeepsWall) -> None:
    store.load()
    store.save_views(room.views(), room.tours(), "saving")
    store.keep_screens(room.screens())
    store.keep_tours([UnderWay(1, 1), UnderWay(2, 2, 3, 1, is_paused=True)])
    store.keep_tours([UnderWay(2, 2, 3, 0), UnderWay(1, 1, None, 1)])
    assert WallStore(database).load().under_way == (UnderWay(2, 2, 3, 0), UnderWay(1, 1, None, 1))
    store.keep_tours([])
    assert WallStore(database).load().under_way == ()


def test_a_tour_or_a_screen_that_is_gone_is_not_under_way(database: Database, store: KeepsWall) -> None:
    store.load()
    store.save_views(room.views(), room.tours(), "saving")
    store.keep_screens(room.screens())
    store.keep_tours([UnderWay(1, 99), UnderWay(99, 1), UnderWay(1, 1)])
    assert WallStore(database).load().under_way == (UnderWay(1, 1),)


def test_a_database_that_may_only_be_read_is_told(database: Database, store: KeepsWall) -> None:
    (screen,) = store.keep_screens(room.screens()[:1])
    with database.reading() as tables:
        tables.execute("pragma query_only = on")
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        store.keep_boards({screen.screen_id: room.board(1)})
    assert store.load().screens == (screen,)
