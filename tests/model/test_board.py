"""What stands on a screen: whatever is wished, the board stays whole and nothing is lost that nobody took away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.board import MEMORY, Board, Slot, shown_camera
from wall.model.framing import Framing
from wall.model.layout import Area, Layout
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, View

ONE, FOUR, NINE = Layout.plain(1, 1), Layout.plain(2, 2), Layout.plain(3, 3)
ONE_AND_FIVE = Layout(3, 3, (Area(0, 0, 2, 2), Area(0, 2), Area(1, 2), Area(2, 0), Area(2, 1), Area(2, 2)))
LAYOUTS = st.sampled_from([ONE, FOUR, NINE, ONE_AND_FIVE])
CELLS = st.integers(0, 8)
CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.integers(1, 12).map(CameraCell), st.just(HotspotCell()), st.just(CarouselCell((3, 4)))
)
VIEWS = st.builds(
    View,
    st.just("Chợ"),
    LAYOUTS,
    st.lists(st.none() | CONTENTS, max_size=12).map(tuple),
    view_id=st.integers(1, 5),
    framings=st.lists(st.sampled_from(Framing), max_size=14).map(tuple),
)
Wish = Callable[[Board], Board]


def put(cell: int, content: Content | None) -> Wish:
    return lambda board: board.put(cell % board.shown_layout.size, content)


def exchanged(one: int, other: int) -> Wish:
    return lambda board: board.exchanged(one % len(board.slots), other % len(board.slots))


def swapped(one: int, other: int) -> Wish:
    return lambda board: board.swapped(one % board.shown_layout.size, other % board.shown_layout.size)


OF_CONTENTS: st.SearchStrategy[Wish] = st.one_of(
    st.builds(put, CELLS, st.none() | CONTENTS),
    CONTENTS.map(lambda content: lambda board: board.put_next(content)),
    st.builds(exchanged, st.integers(0, 40), st.integers(0, 40)),
    st.builds(swapped, CELLS, CELLS),
    st.integers(0, 40).map(lambda place: lambda board: board.emptied(place % len(board.slots))),
    VIEWS.map(lambda view: lambda board: board.called_up(view)),
    st.sampled_from([Board.gone_back, Board.gone_forward]),
    st.sampled_from(Framing).map(lambda framing: lambda board: board.framed(framing)),
)
OF_HAND: st.SearchStrategy[Wish] = st.one_of(
    CELLS.map(lambda cell: lambda board: board.selected_at(cell)),
    st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1), (0, 0)]).map(lambda way: lambda board: board.moved(*way)),
    st.integers(-3, 3).map(lambda pages: lambda board: board.turned(pages)),
    st.sampled_from([Board.opened, Board.closed]),
)
OF_LAYOUT: st.SearchStrategy[Wish] = LAYOUTS.map(lambda layout: lambda board: board.with_layout(layout))
BOARDS = st.builds(
    lambda view, wishes: made(Board.of_view(view), wishes),
    VIEWS,
    st.lists(OF_CONTENTS | OF_HAND | OF_LAYOUT, max_size=8),
)


def made(board: Board, wishes: list[Wish]) -> Board:
    for wish in wishes:
        board = wish(board)
    return board


def of(*cameras: int, layout: Layout = FOUR, selected: int = 0) -> Board:
    """A board with cameras; 0 is an empty cell."""
    return Board(layout, tuple(Slot(CameraCell(each) if each else None) for each in cameras), selected)


def contents(board: Board) -> tuple[Content | None, ...]:
    """All of it, without the empty slots at the end."""
    return board.as_view("Tất cả").contents


# -- whatever is wished


@given(BOARDS)
def test_a_board_is_always_whole(board: Board) -> None:
    assert len(board.slots) == board.pages * board.layout.size
    assert 0 <= board.page < board.pages
    assert 0 <= board.selected_cell < board.shown_layout.size
    assert board.slot_at(board.selected_cell) == board.selected
    assert board.content_at(board.selected_cell) == board.selected_content
    assert not board.single or board.selected_content is not None
    assert len(board.page_contents()) == board.layout.size
    assert board.is_empty == (not contents(board))


@given(BOARDS)
def test_a_memory_has_each_camera_once_and_never_the_one_that_is_there(board: Board) -> None:
    for slot in board.slots:
        here = [slot.content.camera_id] if isinstance(slot.content, CameraCell) else []
        known = [*slot.back, *here, *slot.forward]
        assert len(known) == len(set(known))
        assert len(slot.back) <= MEMORY and len(slot.forward) <= MEMORY


@given(BOARDS, st.lists(OF_HAND, max_size=6))
def test_moving_the_hand_moves_nothing_else(board: Board, wishes: list[Wish]) -> None:
    moved = made(board, wishes)
    assert replace(moved, selected=board.selected, single=board.single) == board


@given(BOARDS, CELLS, st.none() | CONTENTS)
def test_what_is_put_is_in_hand_and_what_was_there_can_be_brought_back(
    board: Board, cell: int, content: Content | None
) -> None:
    cell %= board.shown_layout.size
    before = board.content_at(cell)
    now = board.put(cell, content)
    assert now.selected == board.slot_at(cell)
    assert now.selected_content == content
    assert now.put(now.selected_cell, content) == now
    if isinstance(before, CameraCell) and content != before:
        assert now.gone_back().selected_content == before
    others = [each for place, each in enumerate(board.slots) if place != now.selected]
    assert [each for place, each in enumerate(now.slots) if place != now.selected] == others


@given(BOARDS, CELLS, CELLS)
def test_swapping_twice_is_as_if_nothing_had_been(board: Board, one: int, other: int) -> None:
    one, other = one % board.shown_layout.size, other % board.shown_layout.size
    swapped = board.swapped(one, other)
    assert swapped.slots[board.slot_at(other)] == board.slots[board.slot_at(one)]
    assert swapped.closed().slots == swapped.slots
    assert board.closed().swapped(one, other).swapped(other, one) == replace(
        board.closed(), selected=board.closed().slot_at(one)
    )
    assert board.swapped(one, one).slots == board.slots


@given(BOARDS, st.lists(LAYOUTS, max_size=4))
def test_through_any_layouts_and_back_the_order_and_the_hand_stay(board: Board, layouts: list[Layout]) -> None:
    cut = board
    for layout in (*layouts, board.layout):
        cut = cut.with_layout(layout)
        assert contents(cut) == contents(board)
        assert board.is_empty or any(cut.page_contents()), "an empty page is shown though there is something elsewhere"
        assert cut.slots[-cut.layout.size :] != (Slot(),) * cut.layout.size or cut.pages == 1
        if board.selected_content is not None:
            assert cut.selected == board.selected
    assert (cut.layout, cut.view_id, cut.title) == (board.layout, board.view_id, board.title)


@given(BOARDS, VIEWS)
def test_a_view_that_is_called_up_is_shown_whole_and_each_cell_remembers_its_camera(board: Board, view: View) -> None:
    called = board.called_up(view)
    assert not called.differs_from(view)
    assert (called.layout, called.view_id, called.title, called.selected, called.single) == (
        view.layout,
        view.view_id,
        view.name,
        0,
        False,
    )
    for before, slot in zip(board.page_contents(), called.slots, strict=False):
        if isinstance(before, CameraCell) and slot.content != before:
            assert slot.back[-1] == before.camera_id
    assert called.called_up(view) == called


@given(BOARDS)
def test_what_is_saved_can_be_called_up_again(board: Board) -> None:
    view = board.as_view("Của tôi", "Ca đêm", "an", 9)
    assert contents(Board.of_view(view)) == contents(board)
    assert Board.of_view(view).page_framings()[0] == board.slots[0].framing
    assert not board.differs_from(view)
    assert not board.differs_from(replace(view, contents=(*view.contents, None)))
    assert replace(board, layout=Layout.plain(3, 2)).differs_from(view)
    assert board.closed().put(0, CameraCell(999)).differs_from(view)
    assert board.selected_content is None or board.framed(board.slots[board.selected].framing.next).differs_from(view)


# -- by example


@pytest.mark.parametrize(("selected", "hand"), [(-5, 0), (3, 3), (4, 3), (99, 3)])
def test_the_hand_is_on_a_slot_wherever_it_was_kept(selected: int, hand: int) -> None:
    assert Board(FOUR, (Slot(CameraCell(1)),), selected) == Board(FOUR, of(1).slots, hand, False, 0, "")
    assert Board(ONE, selected=selected).selected == 0


def test_what_is_put_next_goes_into_the_first_empty_cell_then_over_the_one_in_hand() -> None:
    board = of(1, 0, 3, 0, selected=2).put_next(CameraCell(7))
    assert contents(board) == tuple(map(CameraCell, (1, 7, 3))) and board.selected == 1
    board = board.put_next(CameraCell(8)).selected_at(0).put_next(CameraCell(9))
    assert contents(board) == tuple(map(CameraCell, (9, 7, 3, 8)))


def test_alone_what_is_put_next_comes_in_place_of_the_one_that_is_alone() -> None:
    board = of(1, 0, 3, selected=2).opened().put_next(CameraCell(7))
    assert board.single and board.selected == 2
    assert contents(board) == (CameraCell(1), None, CameraCell(7))


def test_an_empty_cell_is_not_shown_alone_and_one_that_is_emptied_leads_back() -> None:
    assert not of(1, 0, selected=1).opened().single
    emptied = of(1, 2, selected=1).opened().put(0, None)
    assert not emptied.single and emptied.page_contents() == (CameraCell(1), None, None, None)


@pytest.mark.parametrize("cell", [-1, 4])
def test_there_are_no_other_cells(cell: int) -> None:
    board = of(1, 2, 3, 4)
    assert board.selected_at(cell) == board
    with pytest.raises(IndexError, match=f"there is no cell {cell + 1}"):
        board.put(cell, CameraCell(9))
    with pytest.raises(IndexError):
        board.opened().swapped(0, 1)


def test_pages_turn_and_the_hand_keeps_its_cell() -> None:
    board = of(*range(1, 10), selected=2)
    assert [board.turned(n).selected for n in (1, 2, 3, -1, 0)] == [6, 10, 2, 2, 2]
    assert [board.turned(2).turned(n).selected for n in (1, -1, -2, -3)] == [10, 6, 2, 10]
    assert board.turned(2).page_contents() == (CameraCell(9), None, None, None)


def test_alone_the_hand_goes_over_what_is_there() -> None:
    board = of(1, 0, 0, 4, 5, 0, 7, selected=3).opened()
    assert [board.moved(dx, dy).selected for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (0, 0))] == [4, 0, 4, 0, 3]
    assert [board.turned(n).selected for n in (2, 9, -9, 0)] == [6, 6, 0, 3]
    assert [board.turned(9).turned(n).selected for n in (-1, -2, -3, -9)] == [4, 3, 0, 0]
    assert board.turned(2).single


def test_a_view_comes_in_place_of_the_page_that_is_shown() -> None:
    called = of(1, 2, 3, 4, 5, 6, selected=4).called_up(View("Chợ", FOUR, (CameraCell(7), None, CameraCell(9))))
    assert called.slots == (Slot(CameraCell(7), (5,)), Slot(None, (6,)), Slot(CameraCell(9)), Slot())


def test_a_hand_on_an_empty_page_goes_to_the_nearest_picture() -> None:
    wide = of(1, 2, 3, layout=NINE, selected=8)
    assert wide.with_layout(ONE).selected == 2
    holed = of(1, 0, 0, 0, 0, 0, 0, 8, layout=NINE, selected=5)
    assert holed.with_layout(FOUR).selected == 5
    assert holed.with_layout(ONE).selected == 7
    assert of(layout=NINE, selected=8).with_layout(FOUR).is_empty


def test_a_cell_remembers_the_last_eight_cameras_across_what_is_no_camera() -> None:
    slot = Slot()
    for camera in range(1, 11):
        slot = slot.with_content(CameraCell(camera)).with_content(HotspotCell())
    assert slot.back == tuple(range(3, 11))
    back = [slot := slot.gone_back() for _ in range(9)]
    assert [each.content for each in back] == [CameraCell(n) for n in (10, 9, 8, 7, 6, 5, 4, 3, 3)]
    on = [slot := slot.gone_forward() for _ in range(8)]
    assert [each.content for each in on] == [CameraCell(n) for n in (4, 5, 6, 7, 8, 9, 10, 10)]


def test_what_going_back_had_left_is_forgotten_when_something_new_comes() -> None:
    slot = Slot(CameraCell(3), (1, 2)).gone_back()
    assert slot == Slot(CameraCell(2), (1,), (3,))
    assert slot.with_content(CameraCell(9)) == Slot(CameraCell(9), (1, 2))
    assert slot.with_content(CameraCell(2)) == slot
    assert slot.with_content(CameraCell(1)) == Slot(CameraCell(1), (2,))


def test_pictures_stand_in_a_cell_as_its_operator_wants_whichever_they_are() -> None:
    board = of(1, 2).framed(Framing.FILL)
    assert board.page_framings() == (Framing.FILL, Framing.FIT, Framing.FIT, Framing.FIT)
    other = board.put(0, CameraCell(5))
    assert other.slots[0].framing is other.gone_back().slots[0].framing is Framing.FILL
    assert other.gone_back().gone_forward().slots[0].framing is Framing.FILL
    assert board.swapped(0, 1).page_framings()[:2] == (Framing.FIT, Framing.FILL), "it goes along with the tile"
    assert board.emptied(0).put(0, CameraCell(1)).slots[0].framing is Framing.FIT
    assert board.called_up(View("Chợ", FOUR, (CameraCell(1),))).slots[0].framing is Framing.FIT, "as the view has it"


def test_an_emptied_cell_can_be_filled_again() -> None:
    board = of(1, 2, selected=1)
    emptied = board.emptied(0)
    assert emptied.selected == 1 and emptied.content_at(0) is None
    assert emptied.selected_at(0).gone_back().content_at(0) == CameraCell(1)


@pytest.mark.parametrize(
    ("content", "shown"),
    [(None, None), (CameraCell(5), 5), (HotspotCell(), 99), (CarouselCell((3, 4)), 4), (CarouselCell((3, 4, 6)), 6)],
)
def test_what_a_content_shows_now(content: Content | None, shown: int | None) -> None:
    assert shown_camera(content, 5, 99) == shown
