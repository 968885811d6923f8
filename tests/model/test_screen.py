"""Screens find their displays without guessing, and what a lost panel showed finds refuge and goes home again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wall.model.board import Board, Slot
from wall.model.framing import Framing
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.screen import Display, DisplayId, Refuge, Screen, placed, refuge
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, View

PARTS = st.sampled_from(["", "1", "2"])
IDENTITIES = st.builds(DisplayId, st.sampled_from(["", "DEL"]), st.just(""), PARTS, PARTS)
DISPLAYS = st.lists(IDENTITIES, max_size=4).map(lambda told: [at(each, x) for x, each in enumerate(told)])
SCREENS = st.lists(st.none() | IDENTITIES, max_size=4).map(
    lambda wanted: [Screen(f"Tường {n}", n, each, screen_id=10 + n) for n, each in enumerate(wanted, 1)]
)


def at(identity: DisplayId, x: int = 0) -> Display:
    return Display(identity, Rect(x * 1920, 0, 1920, 1080))


def screen(number: int, display: DisplayId | None) -> Screen:
    return Screen("", number, display, screen_id=number)


# -- which screen is on which display


@given(SCREENS, DISPLAYS)
def test_no_display_is_given_twice_and_the_order_makes_no_difference(
    screens: list[Screen], displays: list[Display]
) -> None:
    found = placed(screens, displays)
    assert len(set(found.values())) == len(found)
    assert set(found) <= {each.screen_id for each in screens if each.display is not None}
    for turned in permutations(displays):
        assert placed(screens, turned) == placed(screens[::-1], turned) == found


@given(SCREENS, DISPLAYS)
def test_between_two_equal_displays_nothing_is_guessed(screens: list[Screen], displays: list[Display]) -> None:
    twins = [replace(each, area=replace(each.area, y=2000)) for each in displays]
    assert placed(screens, [*displays, *twins]) == {}


@given(SCREENS, DISPLAYS)
def test_what_is_told_exactly_is_believed_before_anything_else(screens: list[Screen], displays: list[Display]) -> None:
    found = placed(screens, displays)
    told = [each.identity for each in displays]
    for each in screens:
        claimed_before = any(each.display == other.display and other.number < each.number for other in screens)
        if each.display is not None and told.count(each.display) == 1 and not claimed_before:
            assert found[each.screen_id].identity == each.display


A = DisplayId("DEL", "U2720Q", "A1", "DP-1")
B = DisplayId("DEL", "U2720Q", "B2", "DP-2")
NO_SERIAL_1, NO_SERIAL_2 = replace(A, serial=""), replace(B, serial="")
CLONE_1, CLONE_2 = A, replace(A, connector="DP-2")


@pytest.mark.parametrize(
    ("wanted", "there", "expected"),
    [
        ((A, B), (replace(A, connector="DP-2"), replace(B, connector="DP-1")), {1: 0, 2: 1}),  # Swapped cables.
        ((A,), (replace(A, connector="HDMI-1"),), {1: 0}),
        ((A, B), (B,), {2: 0}),
        ((A,), (B,), {}),
        ((NO_SERIAL_1, NO_SERIAL_2), (NO_SERIAL_2, NO_SERIAL_1), {1: 1, 2: 0}),
        ((NO_SERIAL_1,), (NO_SERIAL_2,), {}),  # The same model on another connector may be any panel.
        ((A,), (NO_SERIAL_1,), {1: 0}),  # Its serial could not be read this time.
        ((NO_SERIAL_1,), (A,), {1: 0}),
        ((A,), (replace(A, serial="C3"),), {}),  # Another panel hangs there now.
        ((CLONE_1, CLONE_2), (CLONE_2, CLONE_1), {1: 1, 2: 0}),
        ((CLONE_1, CLONE_2), (CLONE_2,), {2: 0}),
        ((CLONE_1, CLONE_2), (CLONE_2, replace(A, connector="DP-7")), {1: 1, 2: 0}),
        ((CLONE_1, CLONE_2), (replace(A, connector="DP-7"),), {}),
        ((CLONE_1,), (CLONE_2, replace(A, connector="DP-7")), {}),
        ((DisplayId(connector="DP-1"),), (DisplayId(connector="DP-2"), DisplayId(connector="DP-1")), {1: 1}),
        ((DisplayId(connector="DP-1"),), (A,), {}),
        ((A, A), (A,), {1: 0}),  # The lower number has it.
        ((None,), (A,), {}),
    ],
)
def test_a_screen_finds_its_display(
    wanted: tuple[DisplayId | None, ...], there: tuple[DisplayId, ...], expected: dict[int, int]
) -> None:
    displays = [at(identity, x) for x, identity in enumerate(there)]
    found = placed([screen(n, each) for n, each in enumerate(wanted, 1)], displays)
    assert {number: displays.index(display) for number, display in found.items()} == expected


@pytest.mark.parametrize(
    ("identity", "label"),
    [
        (A, "DEL U2720Q A1 (DP-1)"),
        (DisplayId("DEL", "", "", ""), "DEL"),
        (DisplayId(connector="DP-1"), "DP-1"),
        (DisplayId(), ""),
    ],
)
def test_a_display_is_called_by_what_it_tells(identity: DisplayId, label: str) -> None:
    assert identity.label == label


# -- refuge

LAYOUTS = st.sampled_from([Layout.plain(1, 1), Layout.plain(2, 2), Layout.plain(3, 3)])
CONTENTS: st.SearchStrategy[Content | None] = st.one_of(
    st.none(),
    st.integers(1, 30).map(CameraCell),
    st.integers(1, 30).map(CameraCell),
    st.just(HotspotCell()),
    st.just(CarouselCell((3, 4))),
)
BOARDS = st.builds(
    lambda layout, contents, selected, single: Board(layout, tuple(map(Slot, contents)), selected, single, 7, "Sáng"),
    LAYOUTS,
    st.lists(CONTENTS, max_size=14),
    st.integers(0, 20),
    st.booleans(),
)
LOST = st.dictionaries(st.integers(2, 4), BOARDS, max_size=3)
PRIORITIES = st.dictionaries(st.integers(1, 30), st.integers(0, 4), max_size=30)


def of(*cameras: int, columns: int = 2, rows: int = 2, selected: int = 0) -> Board:
    """A board with cameras; 0 is an empty cell."""
    slots = tuple(Slot(CameraCell(each) if each else None) for each in cameras)
    return Board(Layout.plain(columns, rows), slots, selected)


def cameras(board: Board) -> list[int]:
    """0 for what is no camera."""
    return [each.camera_id if isinstance(each, CameraCell) else 0 for each in board.page_contents()]


@given(BOARDS, LOST, PRIORITIES)
def test_no_host_loses_what_is_as_important_nor_the_cell_in_hand(
    host: Board, lost: dict[int, Board], priority: dict[int, int]
) -> None:
    found = refuge(host, lost, priority)
    for place in range(len(host.slots)):
        before, now = host.slots[place].content, found.board.slots[place].content
        if place not in found.guests:
            assert now == before
            continue
        screen_id, source = found.guests[place]
        assert now == lost[screen_id].slots[source].content
        assert isinstance(now, CameraCell)
        assert place // host.layout.size == host.page
        assert place != host.selected or host.is_empty
        assert before is None or isinstance(before, CameraCell)
        assert priority[now.camera_id] > (priority.get(before.camera_id, 0) if before else 0)
    assert replace(found.board, slots=host.slots) == host


@given(BOARDS, LOST, PRIORITIES)
def test_who_found_no_refuge_is_there_already_or_less_important_than_all_that_is(
    host: Board, lost: dict[int, Board], priority: dict[int, int]
) -> None:
    found = refuge(host, lost, priority)
    there = {each.camera_id for each in found.board.page_contents() if isinstance(each, CameraCell)}
    mine = {each.camera_id for each in host.page_contents() if isinstance(each, CameraCell)}
    takeable = [
        priority.get(each.camera_id, 0) if isinstance(each, CameraCell) else -1
        for place, each in enumerate(found.board.page_contents(), host.page * host.layout.size)
        if (place != host.selected or host.is_empty) and not isinstance(each, HotspotCell | CarouselCell)
    ]
    for board in lost.values():
        for each in board.page_contents():
            if isinstance(each, CameraCell) and each.camera_id not in there and each.camera_id not in mine:
                importance = priority.get(each.camera_id, 0)
                assert importance == 0 or all(importance <= other for other in takeable)


@given(BOARDS, LOST, PRIORITIES)
def test_given_back_the_host_is_exactly_what_it_was(
    host: Board, lost: dict[int, Board], priority: dict[int, int]
) -> None:
    found = refuge(host, lost, priority)
    assert found.own == found.without_guests(found.board) == host
    for screen_id in lost:
        left = found.given_back(screen_id)
        assert left.own == host
        assert all(left.board.slots[place] == found.board.slots[place] for place in left.guests)
        found = left
    assert found == Refuge(host)


STEPS: st.SearchStrategy[Callable[[Board], Board]] = st.one_of(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).map(
        lambda two: lambda board: board.exchanged(two[0] % len(board.slots), two[1] % len(board.slots))
    ),
    st.integers(0, 8).map(lambda cell: lambda board: board.selected_at(cell)),
    st.sampled_from([1, -1]).map(lambda dx: lambda board: board.moved(dx, 0)),
    st.just(Board.closed),
)


@given(BOARDS, LOST, PRIORITIES, st.lists(STEPS, max_size=6))
def test_what_the_operator_moves_meanwhile_stays_moved(
    host: Board, lost: dict[int, Board], priority: dict[int, int], steps: list[Callable[[Board], Board]]
) -> None:
    """In the layout: alone the hand goes over filled slots only, and those are others without the guests. A guest that
    changes places with its like on another page stays where it is.
    """
    found, expected = refuge(host.closed(), lost, priority), host.closed()
    assume(not any(found.board.slots[place] in host.slots for place in found.guests))
    for step in steps:
        found, expected = found.followed(step(found.board)), step(expected)
        assert found.own == expected
        assert len(found.guests) == len(found.hidden)


@given(BOARDS, LOST, PRIORITIES, st.lists(st.tuples(st.integers(0, 8), CONTENTS), max_size=6))
def test_what_the_operator_puts_meanwhile_stays_and_loses_nothing(
    host: Board, lost: dict[int, Board], priority: dict[int, int], puts: list[tuple[int, Content | None]]
) -> None:
    found, host = refuge(host.closed(), lost, priority), host.closed()
    for each, content in puts:
        cell = each % host.layout.size
        place = found.board.slot_at(cell)
        guest, hidden = found.board.content_at(cell), found.hidden.get(place)
        found = found.followed(found.board.put(cell, content))
        assert found.board.content_at(cell) == content
        if content is None and hidden is not None:
            assert found.own.content_at(cell) == hidden.content, "the guest was sent away, not what it hid"
        else:
            assert found.own.content_at(cell) == (hidden.content if hidden and content == guest else content)
        if hidden is not None and isinstance(hidden.content, CameraCell) and content not in (None, guest):
            now = found.own.slots[place]
            assert hidden.content == now.content or hidden.content.camera_id in now.back


def test_the_most_important_come_first_and_the_last_cells_are_taken_first() -> None:
    lost = {2: of(21, 22, 23, 24)}
    found = refuge(of(11, 12, 13, 0), lost, {22: 1, 23: 3, 24: 2, 13: 2})
    assert cameras(found.board) == [11, 24, 13, 23]
    assert found.guests == {3: (2, 2), 1: (2, 3)}
    assert cameras(found.own) == [11, 12, 13, 0]


def test_among_equals_the_screen_with_the_lower_id_comes_first() -> None:
    found = refuge(of(11, 0, 12, 13), {3: of(31), 2: of(0, 22, 23)}, dict.fromkeys((22, 23, 31), 1))
    assert [found.guests[place] for place in (1, 3, 2)] == [(2, 1), (2, 2), (3, 0)]


def test_only_what_the_lost_panel_showed_moves_and_nothing_comes_twice() -> None:
    lost = {2: of(21, 22, 0, 0, 25, selected=0), 3: of(21, 11)}
    found = refuge(of(11, 0, 0, 0), lost, dict.fromkeys((11, 21, 25), 1))
    assert cameras(found.board) == [11, 0, 0, 21]


def test_what_stands_on_another_page_is_not_shown_and_finds_refuge_here() -> None:
    assert 21 in cameras(refuge(of(11, 12, 13, 14, 21), {2: of(21)}, {21: 1}).board)


def test_an_empty_board_takes_guests_even_in_its_only_cell() -> None:
    assert cameras(refuge(of(columns=1, rows=1), {2: of(21)}, {21: 1}).board) == [21]
    assert cameras(refuge(of(11, columns=1, rows=1), {2: of(21)}, {21: 1}).board) == [11]


def test_several_lost_screens_come_back_one_after_another() -> None:
    found = refuge(of(11, 12, 13, 14), {2: of(21), 3: of(31), 4: of(41)}, {21: 1, 31: 2, 41: 3})
    assert cameras(found.board) == [11, 21, 31, 41]
    found = found.given_back(3)
    assert cameras(found.board) == [11, 21, 13, 41]
    found = found.followed(found.board.swapped(1, 0)).given_back(4)
    assert cameras(found.board) == [21, 11, 13, 14]
    assert cameras(found.given_back(2).board) == [12, 11, 13, 14]


def test_another_view_sends_the_guests_away_but_saving_this_one_does_not() -> None:
    found = refuge(of(11, 12, 13, 14), {2: of(21)}, {21: 1})
    called = found.board.called_up(
        View("Đêm", Layout.plain(2, 2), (CameraCell(1), None, None, CameraCell(21)), view_id=9)
    )
    assert found.followed(called) == Refuge(called)
    saved = replace(found.board, view_id=9, title="Đêm")
    assert cameras(found.followed(saved).own) == [11, 12, 13, 14]
    assert found.followed(saved).own.view_id == 9


def test_a_guest_stays_a_guest_in_another_layout() -> None:
    found = refuge(of(11, 12, 13, 14), {2: of(21)}, {21: 1})
    found = found.followed(found.board.with_layout(Layout.plain(3, 3)))
    assert cameras(found.own)[:5] == [11, 12, 13, 14, 0]
    found = found.followed(found.board.emptied(3)).followed(found.board.emptied(3).with_layout(Layout.plain(1, 1)))
    assert [slot.content for slot in found.given_back(2).board.slots] == [CameraCell(n) for n in (11, 12, 13, 14)]


def test_a_guest_stays_a_guest_however_its_picture_stands() -> None:
    found = refuge(of(11, 12, 13, 14), {2: of(21)}, {21: 1})
    board = replace(found.board, selected=3).framed(Framing.FILL)
    found = found.followed(board)
    assert found.board.page_framings()[3] is Framing.FILL and list(found.guests) == [3]
    assert cameras(found.given_back(2).board) == [11, 12, 13, 14]


def test_a_guest_that_was_sent_away_does_not_come_back_with_the_exchange_of_its_cell() -> None:
    found = refuge(of(11, 12, 13, 14), {2: of(21, 22)}, {21: 1, 22: 2})
    assert cameras(found.board) == [11, 12, 21, 22]
    found = found.followed(found.board.emptied(2))
    found = found.followed(found.board.swapped(3, 2))
    assert cameras(found.board) == [11, 12, 22, 0]
    assert cameras(found.own) == [11, 12, 14, 13]
