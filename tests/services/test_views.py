"""Saved views and tours: names, folders, one step back, in and out of files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.wall_room import PATIENCE_S, WallRoom, city, on_disk, view_of, wall_room
from tests.support.stuck import stuck_disk, stuck_file
from wall.model.errors import StoreError
from wall.model.events import ViewsChanged, WorkFailed
from wall.model.tile import Cause
from wall.model.view import CameraCell, Stop, Tour

DAY, NIGHT = view_of("Day", 1, 2), view_of("Night", 3)


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[WallRoom]:
    with wall_room(city(9), tmp_path / "citywall.db") as wall:
        yield wall


def names(wall: WallRoom) -> list[str]:
    return [view.name for view in wall.room.views]


def test_a_view_is_kept_and_told_with_its_id(wall: WallRoom, tmp_path: Path) -> None:
    (day,), _ = wall.save(DAY)
    assert wall.room.views == (replace(DAY, view_id=day),) == on_disk(tmp_path / "citywall.db").views
    assert wall.told(ViewsChanged)[-1] == ViewsChanged(tuple(wall.room.views), (), "view Day saved")


def test_many_at_once_all_count(wall: WallRoom) -> None:
    for number in range(20):
        wall.room.save_view(view_of(f"View {number}", 1))
    wall.wait_for_views(20)
    assert len({view.view_id for view in wall.room.views}) == 20
    assert names(wall) == [f"View {number}" for number in range(20)]  # Numbers by their size: 2 before 10.


def test_they_are_in_the_order_of_folders_and_names(wall: WallRoom) -> None:
    wall.save(replace(DAY, folder="Đêm"), replace(DAY, name="Ánh"), replace(NIGHT, folder="Chợ"))
    assert [(view.folder, view.name) for view in wall.room.views] == [("", "Ánh"), ("Chợ", "Night"), ("Đêm", "Day")]


def test_two_of_one_name_in_one_place_are_refused_in_words(wall: WallRoom) -> None:
    wall.save(replace(DAY, folder="Chợ"))
    with pytest.raises(ValueError, match=r"Day.*Chợ"):
        wall.room.save_view(replace(NIGHT, name=" Day ", folder="Chợ"))
    wall.save(DAY, replace(DAY, folder="Chợ", owner="lan"))
    assert len(wall.room.views) == 3
    wall.save(tours=[Tour("Round", (Stop(0, 1),))])
    with pytest.raises(ValueError, match="Round"):
        wall.room.save_tour(Tour("Round", (Stop(0, 2),)))


def test_a_name_taken_faster_than_it_is_told_fails_and_says_so(wall: WallRoom) -> None:
    wall.room.save_view(DAY)
    wall.room.save_view(DAY)
    wall.settle()
    assert names(wall) == ["Day"] and [failed.work for failed in wall.told(WorkFailed)] == ["view Day saved"]


def test_names_written_in_two_ways_are_one(wall: WallRoom) -> None:
    wall.save(replace(DAY, name="Chợ"))
    with pytest.raises(ValueError):
        wall.room.save_view(replace(NIGHT, name="Cho\u031b\u0323"))


def test_private_views_of_others_are_not_shown(wall: WallRoom) -> None:
    wall.save(replace(DAY, owner="lan"), tours=[Tour("Mine", (Stop(0, 1),), owner="lan")])
    wall.room.save_view(replace(NIGHT, owner="huy"))
    wall.room.save_tour(Tour("His", (Stop(0, 1),), owner="huy"))
    wall.settle()
    assert names(wall) == ["Day"] and [tour.name for tour in wall.room.tours] == ["Mine"]
    assert wall.told(ViewsChanged)[-1].views == tuple(wall.room.views)


def test_renaming_changes_one_view(wall: WallRoom) -> None:
    (day, night), _ = wall.save(DAY, NIGHT)
    wall.save(replace(DAY, name="Morning", view_id=day))
    assert {view.view_id: view.name for view in wall.room.views} == {day: "Morning", night: "Night"}


def test_one_that_is_gone_by_now_is_saved_as_a_new_one(wall: WallRoom) -> None:
    (day,), _ = wall.save(DAY)
    wall.room.remove_views([day])
    wall.save(replace(DAY, view_id=day))
    assert names(wall) == ["Day"]


def test_tours_lose_the_stops_that_are_gone_and_all_comes_back_in_one_step(wall: WallRoom) -> None:
    (day, night), _ = wall.save(DAY, NIGHT)
    wall.save(tours=[Tour("Both", (Stop(day), Stop(night))), Tour("One", (Stop(day),)), Tour("Eyes", (Stop(0, 1),))])
    before = wall.room.views, wall.room.tours
    wall.room.remove_views([day])
    wall.settle()
    assert names(wall) == ["Night"]
    assert {tour.name: len(tour.stops) for tour in wall.room.tours} == {"Both": 1, "Eyes": 1}
    assert wall.told(ViewsChanged)[-1].undo == "1 view removed"
    wall.room.undo_views()
    wall.settle()
    assert (wall.room.views, wall.room.tours) == before and wall.told(ViewsChanged)[-1].undo == ""


def test_what_was_removed_is_named(wall: WallRoom) -> None:
    (day, night), (tour,) = wall.save(DAY, NIGHT, tours=[Tour("Eyes", (Stop(0, 1),))])
    wall.room.remove_views([day, night], [tour])
    wall.settle()
    assert wall.told(ViewsChanged)[-1].undo == "2 views and 1 tour removed"


def test_a_view_calls_up_and_one_that_is_gone_is_a_key_error(wall: WallRoom) -> None:
    (day,), _ = wall.save(DAY)
    wall.room.call_up(1, day)
    assert wall.room.board(1).view_id == day and wall.room.board(1).title == "Day"
    assert not wall.room.board(1).differs_from(wall.room.views[0])
    with pytest.raises(KeyError):
        wall.room.call_up(1, 99)
    wall.room.undo_board(1)
    assert wall.room.board(1).is_empty


def test_a_view_whose_cameras_are_gone_keeps_their_cells(wall: WallRoom) -> None:
    (old,), _ = wall.save(view_of("Old", 77, 1))
    wall.room.call_up(1, old)
    assert wall.room.board(1).content_at(0) == CameraCell(77)
    assert wall.room.cameras.camera(77) is None and wall.room.cameras.name_of(77) == "#77"


def test_out_to_a_file_and_in_again(wall: WallRoom, tmp_path: Path) -> None:
    (day, night), _ = wall.save(DAY, replace(NIGHT, owner="lan"))
    file = tmp_path / "views.json"
    assert wall.room.export_views([day, night], file).result(PATIENCE_S) == 2
    wall.room.remove_views([night])
    many, problems = wall.room.import_views(file).result(PATIENCE_S)
    assert many == 2 and problems == ()
    assert [(view.name, view.owner) for view in wall.room.views] == [("Day", ""), ("Day 2", ""), ("Night", "")]
    assert wall.told(ViewsChanged)[-1].undo == "2 views imported"
    wall.room.undo_views()
    wall.settle()
    assert names(wall) == ["Day"]


def test_a_broken_file_takes_nothing_in(wall: WallRoom, tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError) as told:
        wall.room.import_views(file).result(PATIENCE_S)
    assert told.value.cause is Cause.FILE and "views.json" in told.value.detail
    assert wall.room.views == () and not wall.told(ViewsChanged)


def test_a_disk_that_fails_changes_nothing_and_is_told(wall: WallRoom, tmp_path: Path) -> None:
    (day,), _ = wall.save(DAY)
    with closing(sqlite3.connect(tmp_path / "citywall.db")) as other:
        other.execute("begin immediate")
        wall.room.save_view(NIGHT)
        wall.room.remove_views([day])
        wall.settle()
        other.rollback()
    assert names(wall) == ["Day"] and len(wall.told(WorkFailed)) == 2
    wall.save(NIGHT)
    assert names(wall) == ["Day", "Night"]


def test_a_stick_that_hangs_holds_up_neither_the_views_nor_the_database(wall: WallRoom, tmp_path: Path) -> None:
    (day,), _ = wall.save(DAY)
    stick = tmp_path / "stick"
    stick.mkdir()
    file = stick / "views.json"
    with stuck_disk(stick) as tries:
        writing = wall.room.export_views([day], file)
        assert tries.wait(PATIENCE_S)
        wall.save(NIGHT)
        assert not writing.done() and not file.exists()
    assert writing.result(PATIENCE_S) == 1
    with stuck_file(file):
        reading = wall.room.import_views(file)
        wall.save(view_of("Evening", 4))
        assert not reading.done()
    assert reading.result(PATIENCE_S) == (1, ())
    assert names(wall) == ["Day", "Day 2", "Evening", "Night"]
