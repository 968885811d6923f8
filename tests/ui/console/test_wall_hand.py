"""What the console brings to the wall as a whole: a grid of cameras on one screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from tests.ui.console.fake_city import inventory_of
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from wall.model.layout import Layout
from wall.model.view import CameraCell, cameras_in
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.wall_hand import WallHand


class Hand:
    def __init__(self, live: FakeLive) -> None:
        self._owner = QObject()
        self.said: list[str] = []
        self.room = FakeRoom(live.bridge, inventory_of(80))
        self.facts = RoomFacts(self.room, live.bridge, self._owner)
        self.hand = WallHand(self.facts, self.said.append, self._owner)
        self.first, self.second = (screen.screen_id for screen in self.room.screens)

    def on(self, screen: int) -> tuple[int, ...]:
        return cameras_in(self.room.board(screen).page_contents())


@pytest.fixture
def hand(live: FakeLive) -> Iterator[Hand]:
    made = Hand(live)
    yield made
    made.facts.end()


def test_cameras_stand_in_their_order_in_the_smallest_layout(hand: Hand) -> None:
    assert hand.hand.show_grid((5, 3, 9, 1, 7, 2, 8), hand.second, "Bản đồ") == 7
    board = hand.room.board(hand.second)
    assert hand.on(hand.second) == (5, 3, 9, 1, 7, 2, 8)
    assert board.layout == Layout.plain(3, 3)
    assert board.title == "Bản đồ" and board.view_id == 0
    assert hand.on(hand.first) == ()
    assert hand.said == []


def test_what_stood_there_comes_back_with_one_step(hand: Hand) -> None:
    before = hand.room.board(hand.first).put(1, CameraCell(4)).opened()
    hand.room.show(hand.first, before)
    assert hand.hand.show_grid((1, 2), hand.first, "Bản đồ") == 2
    assert not hand.room.board(hand.first).single
    assert hand.room.undo_board(hand.first)
    assert hand.room.board(hand.first) == before


def test_no_more_than_sixty_four_stand_there(hand: Hand) -> None:
    assert hand.hand.show_grid(range(1, 81), hand.first, "Bản đồ") == 64
    assert hand.on(hand.first) == tuple(range(1, 65))
    assert hand.room.board(hand.first).pages == 1


def test_what_is_gone_is_left_out_and_nothing_is_said_in_words(hand: Hand) -> None:
    assert hand.hand.show_grid((900, 3), hand.first, "Bản đồ") == 1
    assert hand.on(hand.first) == (3,)
    assert hand.hand.show_grid((900,), hand.first, "Bản đồ") == 0
    assert hand.hand.show_grid((3,), 900, "Bản đồ") == 0
    assert hand.said == ["Nothing of it can be shown: no stream is known."] * 2
    assert hand.on(hand.first) == (3,)
