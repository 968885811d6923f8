"""The sticks at the wall: built, fed, and let go at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.screen_lock import ScreenLock
from wall.ui.room_port import RoomPort
from wall.ui.sticks.deeds import ButtonDeeds
from wall.ui.sticks.hand import StickHand
from wall.ui.sticks.in_hand import WallInHand, WindowOf
from wall.ui.sticks.port import StickPorts


class Settles(Protocol):
    """The page on which sticks are settled."""

    @property
    def is_settling(self) -> bool:
        """Does somebody look at it now?"""
        ...


def _nobody(_sentence: str) -> None:
    """Where there is no console nobody is told why a button came to nothing."""


@contextmanager
def driven_by_sticks(
    ports: StickPorts,
    domes: PtzPort,
    room: RoomPort,
    window_of: WindowOf,
    page: Settles | None = None,
    say: Callable[[str], None] | None = None,
    lock: ScreenLock | None = None,
) -> Iterator[StickHand]:
    """The dome in the selected tile of the screen in hand is driven by the sticks while the context lasts; while they
    are settled on a `page` they move nothing. A desktop that is locked has let them go: `lock` tells that.
    """
    in_hand = WallInHand(room, window_of)
    deeds = ButtonDeeds(domes, in_hand, say or _nobody)
    hand = StickHand(ports.sticks, domes, in_hand, deeds, lambda: page is not None and page.is_settling)
    lock = lock or ScreenLock()
    lock.locked.connect(hand.let_go)
    ports.bridge.came.connect(hand.take)
    try:
        yield hand
    finally:
        lock.locked.disconnect(hand.let_go)
        ports.bridge.came.disconnect(hand.take)
        hand.end()
