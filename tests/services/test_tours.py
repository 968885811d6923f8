"""Tours under way: when they turn, what they make ready, and that they never work against the hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.wall_room import WallRoom, board_of, cameras_of, city, view_of, wall_room
from wall.model.events import BoardChanged, HotspotChanged, TouringChanged, WarmWanted
from wall.model.framing import Framing
from wall.model.touring import DOWN_DWELL_S, WARM_S
from wall.model.view import CameraCell, Order, Stop, Tour

DAY, NIGHT, DAWN = view_of("Day", 1, 2), view_of("Night", 3, 4), view_of("Dawn", 5, 6)


@pytest.fixture
def wall() -> Iterator[WallRoom]:
    with wall_room(city(40, priorities=(9,)), screens=2) as wall:
        yield wall


def shown(wall: WallRoom, screen: int = 1) -> list[int | None]:
    return cameras_of(wall.room.board(screen))


def live(wall: WallRoom, *cameras: int, down: tuple[int, ...] = (), screen: int = 1) -> None:
    wall.room.note_shown(screen, {**dict.fromkeys(cameras, True), **dict.fromkeys(down, False)})


def test_a_tour_of_views_turns_the_screen_in_time_and_begins_anew(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    assert shown(wall)[:2] == [1, 2]
    wall.go_on(9.8)
    assert shown(wall)[:2] == [1, 2]
    wall.go_on(0.4)
    assert shown(wall)[:2] == [3, 4]
    wall.go_on(10)
    assert shown(wall)[:2] == [1, 2]


def test_the_next_stop_is_made_ready_once_and_in_time(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.go_on(10 - WARM_S - 0.3)
    assert not wall.told(WarmWanted)
    wall.go_on(WARM_S)
    (warm,) = wall.told(WarmWanted)
    assert warm.screen_id == 1 and cameras_of(warm.board)[:2] == [3, 4]
    wall.go_on(1)
    assert wall.room.board(1) == warm.board


def test_a_tour_of_cameras_turns_one_cell_and_leaves_the_hand_alone(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12, 13, 14, selected=1))
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8, dwell_s=3), cell=2)
    assert shown(wall) == [11, 12, 7, 14]
    wall.go_on(3.2)
    assert shown(wall) == [11, 12, 8, 14] and wall.room.board(1).selected == 1
    assert wall.room.board(1).slots[2].back[-2:] == (13, 7)
    assert wall.told(WarmWanted) and cameras_of(wall.told(WarmWanted)[0].board) == [11, 12, 8, 14]


def test_without_a_cell_the_selected_one_is_turned(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12, selected=1))
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8))
    (touring,) = wall.room.touring(1)
    assert shown(wall)[:2] == [11, 7] and touring.cell == 1
    assert wall.room.hotspot == 7 and wall.told(HotspotChanged)[-1].camera_id == 7


def test_a_stop_may_stay_longer_than_the_others(wall: WallRoom) -> None:
    _, (tour,) = wall.save(tours=[Tour("Eyes", (Stop(0, 7, 5.0), Stop(0, 8)), 3.0)])
    wall.room.start_tour(1, tour, 0)
    wall.go_on(4.8)
    assert shown(wall)[0] == 7
    wall.go_on(0.4)
    assert shown(wall)[0] == 8


def test_a_camera_that_is_down_has_its_turn_cut_short(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    wall.go_on(1)
    live(wall, down=(7,))
    wall.go_on(DOWN_DWELL_S - 1.2)
    assert shown(wall)[0] == 7
    wall.go_on(0.4)
    assert shown(wall)[0] == 8


def test_a_view_stays_when_one_of_its_cameras_is_live(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.go_on(1)
    live(wall, 2, down=(1,))
    wall.go_on(5)
    assert shown(wall)[:2] == [1, 2]


def test_a_camera_that_was_live_and_falters_keeps_its_turn(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    wall.go_on(1)
    live(wall, 7)
    wall.go_on(4)
    live(wall, down=(7,))
    wall.go_on(4)
    assert shown(wall)[0] == 7


def test_what_the_screen_told_of_the_former_stop_says_nothing_of_this_one(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    live(wall, 7)
    wall.go_on(10.1)
    live(wall, down=(7,))  # Still the former one.
    wall.go_on(DOWN_DWELL_S + 1)
    assert shown(wall)[0] == 8


def test_a_screen_that_tells_nothing_leaves_every_turn_its_time(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    wall.go_on(9.5)
    assert shown(wall)[0] == 7


def test_pause_step_and_end(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT, DAWN))
    wall.go_on(4)
    wall.room.pause_tour(1)
    wall.go_on(60)
    assert shown(wall)[:2] == [1, 2]
    wall.room.step_tour(1, 1)
    wall.room.step_tour(1, 1)
    wall.room.step_tour(1, 1)
    wall.room.step_tour(1, -1)
    assert shown(wall)[:2] == [5, 6] and wall.room.touring(1)[0].is_paused
    wall.room.pause_tour(1)
    wall.go_on(10.1)
    assert shown(wall)[:2] == [1, 2]
    wall.room.end_tour(1)
    assert wall.room.touring(1) == () and wall.told(TouringChanged)[-1] == TouringChanged(1, None, None)
    wall.go_on(30)
    assert shown(wall)[:2] == [1, 2]


def test_steps_that_nobody_asked_a_tour_for_do_nothing(wall: WallRoom) -> None:
    wall.room.step_tour(1, 1)
    wall.room.pause_tour(1, 0)
    wall.room.end_tour(1)
    assert not wall.told(TouringChanged)


def test_a_tour_that_is_not_there_is_a_key_error(wall: WallRoom) -> None:
    with pytest.raises(KeyError):
        wall.room.start_tour(1, 99)


def test_unseen_first(wall: WallRoom) -> None:
    wall.room.note_shown(2, {7: True})
    wall.unix.now_s += 100
    wall.room.note_shown(2, {8: True})
    _, (tour,) = wall.save(tours=[Tour("Eyes", (Stop(0, 8), Stop(0, 7), Stop(0, 9)), order=Order.UNSEEN_FIRST)])
    wall.room.start_tour(1, tour, 0)
    (touring,) = wall.room.touring(1)
    assert [stop.camera_id for stop in touring.stops] == [9, 7, 8]


def test_unseen_views_first(wall: WallRoom) -> None:
    wall.room.note_shown(2, {1: True, 2: True})
    (day, night), _ = wall.save(DAY, NIGHT)
    _, (tour,) = wall.save(tours=[Tour("Round", (Stop(day), Stop(night)), order=Order.UNSEEN_FIRST)])
    wall.room.start_tour(1, tour)
    assert shown(wall)[:2] == [3, 4]


def test_a_change_by_hand_halts_a_tour_of_the_screen(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.room.show(1, wall.room.board(1).put(3, CameraCell(30)))
    assert wall.room.touring(1)[0].is_paused
    wall.go_on(60)
    assert shown(wall) == [1, 2, None, 30]


def test_moving_the_hand_halts_nothing(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.room.show(1, wall.room.board(1).selected_at(3))
    assert not wall.room.touring(1)[0].is_paused
    wall.go_on(10.2)
    assert shown(wall)[:2] == [3, 4] and wall.room.board(1).selected == 3


def test_another_view_ends_all_tours_of_the_screen(wall: WallRoom) -> None:
    (day,), _ = wall.save(DAY)
    tour = wall.tour_of_views(NIGHT, DAWN)
    for other_way in (False, True):
        wall.room.start_tour(1, tour)
        if other_way:
            wall.room.call_up(1, day)
        else:
            wall.room.show(1, wall.room.board(1).called_up(replace(DAY, view_id=day)))
        assert wall.room.touring(1) == () and shown(wall)[:2] == [1, 2]


def test_a_camera_shown_alone_lets_tours_wait(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.go_on(8)
    wall.room.show(1, wall.room.board(1).opened())
    wall.go_on(60)
    assert wall.room.board(1).single and wall.room.touring(1)[0].is_paused
    wall.room.show(1, wall.room.board(1).closed())
    assert not wall.room.touring(1)[0].is_paused
    wall.go_on(1.5)
    assert shown(wall)[:2] == [1, 2]
    wall.go_on(1)
    assert shown(wall)[:2] == [3, 4]


def test_what_an_operator_has_halted_stays_so_after_a_look_at_one_camera(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.room.pause_tour(1)
    wall.room.show(1, wall.room.board(1).opened())
    wall.room.show(1, wall.room.board(1).closed())
    assert wall.room.touring(1)[0].is_paused


def test_a_touring_tile_may_be_put_elsewhere(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12, 13, 14))
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    wall.room.show(1, wall.room.board(1).swapped(0, 3))
    (touring,) = wall.room.touring(1)
    assert touring.cell == 3 and not touring.is_paused
    assert TouringChanged(1, 0, None) in wall.told(TouringChanged)
    wall.go_on(10.1)
    assert shown(wall) == [14, 12, 13, 8]


def test_something_else_in_its_cell_ends_a_tour_and_a_look_back_halts_it(wall: WallRoom) -> None:
    tour = wall.tour_of_cameras(7, 8)
    wall.room.start_tour(1, tour, 0)
    wall.go_on(10.1)
    wall.room.show(1, wall.room.board(1).gone_back())
    assert shown(wall)[0] == 7 and wall.room.touring(1)[0].is_paused
    wall.room.show(1, wall.room.board(1).put(0, CameraCell(30)))
    assert wall.room.touring(1) == ()
    wall.room.start_tour(1, tour, 0)
    wall.room.show(1, wall.room.board(1).put(0, None))
    assert wall.room.touring(1) == ()


def test_how_a_picture_stands_is_nothing_to_a_tour(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12))
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8, dwell_s=3), cell=0)
    wall.room.show(1, wall.room.board(1).framed(Framing.FILL))
    wall.go_on(3.2)
    assert shown(wall)[0] == 8 and wall.room.board(1).page_framings()[0] is Framing.FILL, "whichever camera it is"
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.room.show(1, wall.room.board(1).framed(Framing.STRETCH))
    (touring,) = wall.room.touring(1)
    assert not touring.is_paused


def test_one_taken_out_to_a_cell_of_its_own_leaves_the_tour_going(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 0)
    wall.room.show(1, wall.room.board(1).put_next(CameraCell(7)))
    assert shown(wall)[:2] == [7, 7] and not wall.room.touring(1)[0].is_paused
    wall.go_on(10.1)
    assert shown(wall)[:2] == [8, 7]


def test_one_step_back_leads_to_before_the_tour(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12))
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.go_on(35)
    assert wall.room.undo_board(1)
    assert shown(wall)[:2] == [11, 12] and wall.room.touring(1) == ()


def test_tours_of_another_page_go_on_unseen_and_are_not_told(wall: WallRoom) -> None:
    wall.room.show(1, board_of(11, 12, 13, 14, 15, 16, 17, 18))
    wall.room.start_tour(1, wall.tour_of_cameras(7, 8), 1)
    wall.room.show(1, wall.room.board(1).turned(1))
    told = len(wall.told(TouringChanged))
    wall.go_on(10.1)
    assert shown(wall)[1] == 8 and wall.room.touring(1) == () and len(wall.told(TouringChanged)) == told
    wall.room.show(1, wall.room.board(1).turned(-1))
    assert [touring.cell for touring in wall.room.touring(1)] == [1]


def test_two_cells_turn_each_by_itself_and_a_tour_of_the_screen_ends_both(wall: WallRoom) -> None:
    eyes = wall.tour_of_cameras(7, 8)
    wall.room.start_tour(1, eyes, 0)
    wall.go_on(5)
    wall.room.start_tour(1, eyes, 1)
    wall.go_on(5.1)
    assert shown(wall)[:2] == [8, 7] and len(wall.room.touring(1)) == 2
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    assert [touring.cell for touring in wall.room.touring(1)] == [None]
    wall.room.start_tour(1, eyes, 1)
    assert [touring.cell for touring in wall.room.touring(1)] == [1]


def test_a_view_that_was_removed_is_passed_over_and_nothing_left_says_so(wall: WallRoom) -> None:
    tour = wall.tour_of_views(DAY, NIGHT, DAWN)
    wall.room.start_tour(1, tour)
    night = next(view.view_id for view in wall.room.views if view.name == "Night")
    wall.room.remove_views([night])
    wall.settle()
    wall.go_on(10.1)
    assert shown(wall)[:2] == [5, 6]
    wall.room.remove_views([view.view_id for view in wall.room.views])
    wall.settle()
    wall.go_on(30)
    assert shown(wall)[:2] == [5, 6] and wall.room.tours == () and wall.room.touring(1) == ()
    with pytest.raises(KeyError):
        wall.room.start_tour(1, tour)


def test_a_lost_panel_lets_its_tours_wait(wall: WallRoom) -> None:
    wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT))
    wall.room.panel_lost(1)
    wall.go_on(60)
    assert shown(wall)[:2] == [1, 2]
    wall.room.panel_back(1)
    wall.go_on(10.1)
    assert shown(wall)[:2] == [3, 4]


def test_a_tour_on_a_host_turns_around_its_guests(wall: WallRoom) -> None:
    wall.room.show(2, board_of(1))
    wall.room.start_tour(1, wall.tour_of_views(NIGHT, DAWN))
    wall.room.panel_lost(2)
    assert 1 in shown(wall)
    wall.go_on(10.1)
    assert {1, 5, 6} <= set(shown(wall))
    wall.room.panel_back(2)
    assert shown(wall) == [5, 6, None, None] and not wall.room.touring(1)[0].is_paused


def test_a_closed_screen_ends_its_tours(wall: WallRoom) -> None:
    wall.room.start_tour(2, wall.tour_of_views(DAY, NIGHT))
    wall.room.keep_screens(wall.room.screens[:1])
    wall.events.clear()
    wall.go_on(30)
    assert not wall.told(BoardChanged) and not wall.told(TouringChanged)


def restarted(wall: WallRoom, path: Path) -> AbstractContextManager[WallRoom]:
    wall.room.close()
    return wall_room(city(40), path)


def test_an_unattended_wall_goes_on_with_its_tours_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with wall_room(city(40), path, screens=2) as wall:
        wall.room.start_tour(1, wall.tour_of_views(DAY, NIGHT, DAWN))
        wall.room.start_tour(2, wall.tour_of_cameras(7, 8), 2)
        wall.go_on(10.1)
        with restarted(wall, path) as again:
            assert shown(again)[:2] == [3, 4] and shown(again, 2)[2] == 8
            assert [(each.cell, each.place) for each in (*again.room.touring(1), *again.room.touring(2))] == [
                (None, 1),
                (2, 1),
            ]
            again.go_on(10.1)
            assert shown(again)[:2] == [5, 6] and shown(again, 2)[2] == 7
            assert again.room.undo_board(1) is False  # What was before the restart is no step any more.


def test_halted_tours_are_halted_after_a_restart_and_held_ones_wait(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with wall_room(city(40), path, screens=2) as wall:
        tour = wall.tour_of_views(DAY, NIGHT)
        wall.room.start_tour(1, tour)
        wall.room.pause_tour(1)
        wall.room.start_tour(2, tour)
        wall.room.show(2, wall.room.board(2).opened())
        with restarted(wall, path) as again:
            again.go_on(30)
            assert again.room.touring(1)[0].is_paused and again.room.board(2).single
            again.room.show(2, again.room.board(2).closed())
            again.go_on(10.1)
            assert shown(again)[:2] == [1, 2] and shown(again, 2)[:2] == [3, 4]


def test_ended_tours_do_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with wall_room(city(40), path) as wall:
        tour = wall.tour_of_views(DAY, NIGHT)
        wall.room.start_tour(1, tour)
        wall.room.end_tour(1)
        with restarted(wall, path) as again:
            assert again.room.touring(1) == ()
            again.room.start_tour(1, tour)
            again.room.remove_views([], [tour])
            again.settle()
            with restarted(again, path) as third:
                assert third.room.touring(1) == ()
