"""When the carousels on a page turn. No Qt: the clock is handed in, what is to be done is told."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from wall.model.board import Board
from wall.model.touring import DOWN_DWELL_S, WARM_S
from wall.model.view import CarouselCell

WAKE_S = 0.7
"""So long before a turn what comes next is decoded."""

HOLD_S = 0.7
"""So long after it the former picture stays where the next one has not come."""


@dataclass(slots=True)
class _Turning:
    content: CarouselCell
    began_s: float
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    """A carousel is about to turn to a camera; `wakes`: so soon that it is to be decoded."""

    slot: int
    turn: int
    wakes: bool


class Carousels:
    """Those of one screen, by slot. A carousel begins anew when it comes onto the screen, where it stood before."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._turning: dict[int, _Turning] = {}

    def turn_of(self, slot: int) -> int:
        """How often the carousel of a slot has turned."""
        turning = self._turning.get(slot)
        return turning.turn if turning else 0

    def keep(self, board: Board) -> bool:
        """These are the carousels on the screen now; is there any?"""
        first = board.page * board.layout.size
        now_s = self._monotonic()
        here = {
            first + cell: content
            for cell, content in enumerate(board.page_contents())
            if isinstance(content, CarouselCell)
        }
        kept = {slot: turning for slot, turning in self._turning.items() if here.get(slot) == turning.content}
        self._turning = {slot: kept.get(slot) or _Turning(content, now_s) for slot, content in here.items()}
        return bool(self._turning)

    def stand_still(self, slots: Collection[int]) -> None:
        """Somebody looks closely at what these show: their time begins anew."""
        for slot in self._turning.keys() & set(slots):
            self._turning[slot].began_s = self._monotonic()

    def coming(self, is_down: Callable[[int], bool]) -> list[Next]:
        """What comes next within the time that it takes to get ready. `is_down` tells of what a slot shows."""
        left = [(slot, each, self._left_s(slot, each, is_down)) for slot, each in self._turning.items()]
        return [
            Next(slot, each.turn + 1, left_s <= WAKE_S)
            for slot, each, left_s in left
            if left_s <= WARM_S and len(each.content.cameras) > 1
        ]

    def turn(self, is_down: Callable[[int], bool], is_ready: Callable[[int], bool]) -> bool:
        """Turn those whose time has come; where the next one is not ready, a little later."""
        has_turned = False
        for slot, each in self._turning.items():
            left_s = self._left_s(slot, each, is_down)
            if len(each.content.cameras) > 1 and left_s <= 0 and (left_s <= -HOLD_S or is_ready(slot)):
                each.turn += 1
                each.began_s = self._monotonic()
                has_turned = True
        return has_turned

    def _left_s(self, slot: int, turning: _Turning, is_down: Callable[[int], bool]) -> float:
        """Until it turns; a camera that is down stays for a moment only."""
        dwell_s = turning.content.dwell_s
        if is_down(slot):
            dwell_s = min(dwell_s, DOWN_DWELL_S)
        return turning.began_s + dwell_s - self._monotonic()
