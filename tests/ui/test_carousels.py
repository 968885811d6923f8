"""When carousels turn: by a clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.board import Board, Slot
from wall.model.layout import Layout
from wall.model.touring import DOWN_DWELL_S
from wall.model.view import CarouselCell
from wall.ui.carousels import HOLD_S, Carousels, Next


class Clock:
    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def never(_slot: int) -> bool:
    return False


def always(_slot: int) -> bool:
    return True


def turning(clock: Callable[[], float], content: CarouselCell) -> Carousels:
    carousels = Carousels(clock)
    assert carousels.keep(Board(Layout.plain(1, 1), (Slot(content),)))
    return carousels


def test_it_gets_ready_wakes_and_turns_in_time() -> None:
    clock = Clock()
    carousels = turning(clock, CarouselCell((7, 8), 10.0))
    clock.now_s += 7.9
    assert carousels.coming(never) == []
    clock.now_s += 0.2
    assert carousels.coming(never) == [Next(0, 1, wakes=False)]
    clock.now_s += 1.3
    assert carousels.coming(never) == [Next(0, 1, wakes=True)]
    assert not carousels.turn(never, always), "not before its time"
    clock.now_s += 0.7
    assert carousels.turn(never, always) and carousels.turn_of(0) == 1
    assert not carousels.turn(never, always)


def test_it_waits_a_moment_for_what_is_late() -> None:
    clock = Clock()
    carousels = turning(clock, CarouselCell((7, 8), 5.0))
    clock.now_s += 5.1
    assert not carousels.turn(never, never)
    clock.now_s += HOLD_S
    assert carousels.turn(never, never)


def test_what_is_down_has_a_shorter_turn() -> None:
    clock = Clock()
    carousels = turning(clock, CarouselCell((7, 8), 60.0))
    clock.now_s += DOWN_DWELL_S - 1
    assert carousels.coming(always) == [Next(0, 1, wakes=False)]
    clock.now_s += 1.1
    assert not carousels.turn(never, always)
    assert carousels.turn(always, always)


def test_it_begins_anew_where_another_one_comes_and_goes_on_where_it_stays() -> None:
    clock = Clock()
    carousels = turning(clock, CarouselCell((7, 8), 5.0))
    clock.now_s += 5.1
    carousels.turn(never, always)
    carousels.keep(Board(Layout.plain(2, 1), (Slot(CarouselCell((7, 8), 5.0)),)))
    assert carousels.turn_of(0) == 1
    carousels.keep(Board(Layout.plain(2, 1), (Slot(CarouselCell((7, 9), 5.0)),)))
    assert carousels.turn_of(0) == 0
    assert not carousels.keep(Board(Layout.plain(2, 1)))
