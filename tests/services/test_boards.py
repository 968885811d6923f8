"""What stands on each screen: one step back at a time, and refuge for what a dead panel showed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.wall_room import board_of, cameras_of, view_of
from wall.model.board import Board
from wall.model.framing import Framing
from wall.model.layout import Layout
from wall.model.view import CameraCell
from wall.services.boards import STEPS_BACK, Boards

PRIORITY = {1: 9, 2: 5, 3: 1}


class Wall:
    """Screens 1, 2, 3… with these boards, and what was told and kept of them."""

    def __init__(self, *boards: Board) -> None:
        self.told: list[tuple[int, Board]] = []
        self.kept: dict[int, Board] = {}
        self.boards = Boards(lambda: PRIORITY, lambda screen, board: self.told.append((screen, board)), self._keep)
        self.boards.follow(dict(enumerate(boards, 1)))
        self.told.clear()

    def _keep(self, screen_id: int, board: Board) -> None:
        self.kept[screen_id] = board

    def shown(self, screen_id: int) -> list[int | None]:
        return cameras_of(self.boards.shown(screen_id))


def test_what_is_shown_is_told_and_kept_once() -> None:
    wall = Wall(board_of())
    board = board_of(7)
    wall.boards.show(1, board)
    wall.boards.show(1, board)
    assert wall.told == [(1, board)] and wall.kept == {1: board}


def test_a_screen_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Wall(board_of()).boards.show(2, board_of(7))


def test_fifty_changes_can_be_taken_back_and_the_hand_is_none() -> None:
    wall = Wall(board_of())
    for camera in range(1, STEPS_BACK + 11):
        wall.boards.show(1, wall.boards.shown(1).put(0, CameraCell(camera)))
        wall.boards.show(1, wall.boards.shown(1).selected_at(3))
    steps = 0
    while wall.boards.undo(1):
        steps += 1
        assert wall.shown(1)[0] == STEPS_BACK + 10 - steps
    assert steps == STEPS_BACK


def test_how_a_picture_stands_in_its_cell_can_be_taken_back() -> None:
    wall = Wall(board_of(7))
    wall.boards.show(1, wall.boards.shown(1).framed(Framing.FILL))
    assert wall.kept[1].slots[0].framing is Framing.FILL
    assert wall.boards.undo(1) and wall.boards.shown(1).slots[0].framing is Framing.FIT


def test_a_change_and_its_contrary_leave_nothing_to_take_back_twice() -> None:
    wall = Wall(board_of(7))
    wall.boards.remember(1)
    wall.boards.remember(1)
    assert not wall.boards.undo(1)


def test_priority_cameras_of_a_lost_panel_find_refuge_and_go_home() -> None:
    wall = Wall(board_of(10, 11, 12, 13), board_of(1, 2, 20, 21), board_of(30, None, 31, 32))
    before = {screen: wall.boards.shown(screen) for screen in (1, 2, 3)}
    wall.boards.panel_lost(2)
    assert {1, 2} < set(wall.shown(3)) and wall.shown(1) == [10, 11, 12, 13]
    assert wall.boards.is_lost(2) and not wall.kept  # Nobody's own board has changed.
    wall.boards.panel_back(2)
    assert {screen: wall.boards.shown(screen) for screen in (1, 2, 3)} == before


def test_after_the_last_screen_comes_the_first() -> None:
    wall = Wall(board_of(10, 11, 12, 13), board_of(20), board_of(1))
    wall.boards.panel_lost(3)
    assert 1 in wall.shown(1)


def test_guests_go_on_with_their_host_when_it_is_lost_as_well() -> None:
    wall = Wall(board_of(10), board_of(2), board_of(1))
    wall.boards.panel_lost(3)
    assert 1 in wall.shown(1)
    wall.boards.panel_lost(1)
    assert {1, 2} <= set(wall.shown(2)) and 1 not in wall.shown(1)
    wall.boards.panel_back(1)  # The guests of 3 stay where they are: nothing hops about.
    assert 1 in wall.shown(2)
    wall.boards.panel_back(3)
    assert wall.shown(2) == [2, None, None, None]


def test_with_all_panels_lost_the_first_that_is_back_takes_all_in() -> None:
    wall = Wall(board_of(1), board_of(2), board_of(3))
    for screen in (1, 2, 3):
        wall.boards.panel_lost(screen)
    wall.boards.panel_back(2)
    assert set(wall.shown(2)) >= {1, 2, 3}


def test_what_the_operator_changes_on_a_host_survives_and_is_kept_without_guests() -> None:
    wall = Wall(board_of(10, 11, None, None), board_of(1))
    wall.boards.panel_lost(2)
    wall.boards.show(1, wall.boards.shown(1).put(1, CameraCell(99)))
    assert 1 in wall.shown(1) and cameras_of(wall.kept[1]) == [10, 99, None, None]
    wall.boards.panel_back(2)
    assert wall.shown(1) == [10, 99, None, None]


def test_a_view_called_up_on_a_host_does_not_send_the_guests_away() -> None:
    wall = Wall(board_of(10), board_of(1))
    wall.boards.panel_lost(2)
    view = replace(view_of("Day", 50, 51, 52, 53), view_id=4)
    wall.boards.call_up(1, view)
    assert 1 in wall.shown(1) and cameras_of(wall.kept[1]) == [50, 51, 52, 53]
    wall.boards.undo(1)
    assert 1 in wall.shown(1) and 10 in wall.shown(1)
    wall.boards.show(1, wall.boards.own(1).called_up(view))
    assert 1 in wall.shown(1) and cameras_of(wall.kept[1]) == [50, 51, 52, 53]


def test_a_guest_that_is_put_away_by_hand_stays_away() -> None:
    wall = Wall(board_of(10, 11, 12, 13), board_of(1))
    wall.boards.panel_lost(2)
    place = wall.shown(1).index(1)
    wall.boards.show(1, wall.boards.shown(1).put(place, CameraCell(77)))
    assert 1 not in wall.shown(1)
    wall.boards.panel_back(2)
    assert wall.shown(1)[place] == 77


def test_what_is_put_on_a_lost_screen_from_the_console_is_seen_on_its_host() -> None:
    wall = Wall(board_of(10, None, None, None), board_of(20))
    wall.boards.panel_lost(2)
    wall.boards.show(2, board_of(20, 3))
    assert 3 in wall.shown(1) and cameras_of(wall.kept[2])[:2] == [20, 3]


def test_a_screen_that_is_closed_for_good_takes_its_board_and_its_guests_along() -> None:
    wall = Wall(board_of(10), board_of(1), board_of(30))
    wall.boards.panel_lost(2)
    assert 1 in wall.shown(3)
    wall.boards.follow({1: board_of(), 2: board_of()})
    assert 1 in wall.shown(1)
    wall.boards.follow({1: board_of()})
    assert wall.shown(1) == [10, None, None, None]
    with pytest.raises(KeyError):
        wall.boards.shown(2)


CAMERA = st.integers(1, 12)
WISH = st.one_of(
    st.tuples(st.just("lost"), st.integers(1, 3)),
    st.tuples(st.just("back"), st.integers(1, 3)),
    st.tuples(st.just("put"), st.integers(1, 3), st.integers(0, 3), CAMERA),
    st.tuples(st.just("swap"), st.integers(1, 3), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("layout"), st.integers(1, 3), st.integers(2, 3)),
    st.tuples(st.just("undo"), st.integers(1, 3)),
)


@given(st.lists(WISH, max_size=25))
@settings(max_examples=150, deadline=None)
def test_with_all_panels_back_every_screen_shows_its_own_which_is_what_is_kept(
    wishes: list[tuple[str, int] | tuple[str, int, int] | tuple[str, int, int, int]],
) -> None:
    wall = Wall(board_of(1, 2, 3, 4), board_of(5, 6, 7, 8), board_of(9, None, 10, 2))
    before = {screen: wall.boards.own(screen) for screen in (1, 2, 3)}
    for wish in wishes:
        board = wall.boards.shown(wish[1])
        match wish:
            case ("lost", screen):
                wall.boards.panel_lost(screen)
            case ("back", screen):
                wall.boards.panel_back(screen)
            case ("put", screen, cell, camera):
                wall.boards.show(screen, board.put(cell, CameraCell(camera)))
            case ("swap", screen, one, other):
                wall.boards.show(screen, board.swapped(one, other))
            case ("layout", screen, side):
                wall.boards.show(screen, board.with_layout(Layout.plain(side, 2)))
            case ("undo", screen):
                wall.boards.undo(screen)
    for screen in (1, 2, 3):
        wall.boards.panel_back(screen)
    for screen in (1, 2, 3):
        assert wall.boards.shown(screen) == wall.boards.own(screen) == wall.kept.get(screen, before[screen])
    assert all(screen in before for screen, _ in wall.told)
