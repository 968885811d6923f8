"""Pages, tours and places on a wall of real streams: what was connected once is not connected again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from tests.e2e.figures import Figures
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.ui.pixels import cell_image, view_of
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.demo import running_city
from wall.model.view import CarouselCell

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]

CAMERAS, SITES = 8, 3
BACK_S, BACK_IN_A_CROWD_S = 1.0, 8.0


@pytest.fixture(scope="module")
def control_and_room(qapp: QCoreApplication) -> Iterator[tuple[Control, Room]]:
    """Eight cameras on two pages of four."""
    with (
        running_city(CAMERAS, SITES, "--clip", "bench") as city,
        closing(Control(city.control)) as control,
        open_room(qapp, city.cameras, 2, 2) as room,
    ):
        room.wait(lambda: not room.window.tiles_not_live(), 180, "the first page")
        yield control, room


def frames_sent(control: Control, room: Room) -> dict[tuple[int, str], int]:
    """How many frames each open session has sent, by camera and stream."""
    sessions = room.do(control.sessions)
    sent = {(each["camera"], each["stream"]): each["frames_sent"] for each in sessions if each["playing"]}
    assert len(sent) == len(sessions), "one session a stream"
    return sent


def went_on(before: dict[tuple[int, str], int], now: dict[tuple[int, str], int]) -> bool:
    """Are these the same sessions? A new one begins to count anew."""
    return before.keys() == now.keys() and all(now[key] > sent for key, sent in before.items())


def turn(room: Room, key: Qt.Key) -> float:
    """Turn a page; how long until every tile of it has a picture taken after that."""
    begin_s = time.monotonic()
    QTest.keyClick(view_of(room.window), key)

    def is_there() -> bool:
        pictures = [tile.picture for tile in room.window.showing.visible_tiles()]
        return len(pictures) == 4 and all(each is not None and each.picture_s > begin_s for each in pictures)

    return room.wait(is_there, START_WITHIN_S, "every tile has a new picture")


def test_there_and_back_on_the_same_connections(control_and_room: tuple[Control, Room], figures: Figures) -> None:
    control, room = control_and_room
    crowd = Crowd()
    there_s = turn(room, Qt.Key.Key_PageDown)
    before = frames_sent(control, room)
    assert len(before) == CAMERAS, "the first page rests"
    times_s = [turn(room, key) for _ in range(3) for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)]
    assert went_on(before, frames_sent(control, room)), "nothing was connected anew"
    figures.note("a page there, and back again", there_s=there_s, back_s=max(times_s), crowd=crowd.share())
    assert max(times_s) < crowd.allows(BACK_S, BACK_IN_A_CROWD_S)
    turn(room, Qt.Key.Key_PageUp)


def test_tiles_that_change_places_go_on(control_and_room: tuple[Control, Room]) -> None:
    control, room = control_and_room
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S, "all live")
    before = frames_sent(control, room)
    first, last = room.window.showing.visible_tiles()[0], room.window.showing.visible_tiles()[3]
    painted = len(room.painted.frames[first.number])
    room.window.wishes.show(room.window.wishes.board.exchanged(0, 3))
    assert [room.window.showing.tile_at(cell) for cell in (0, 3)] == [last, first]
    assert first.status.is_live, "it was never anything else"
    room.wait(lambda: len(room.painted.frames[first.number]) > painted + 5, START_WITHIN_S, "it moves")
    assert went_on(before, frames_sent(control, room))


def test_a_carousel_turns_without_a_blink(control_and_room: tuple[Control, Room], figures: Figures) -> None:
    """What comes next was received, and then decoded, before its turn: there is a picture at each moment."""
    _, room = control_and_room
    crowd = Crowd()
    room.window.wishes.put(CarouselCell((5, 6, 7), 3.0), 0)
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S, "all live")
    seen: list[int] = []
    flattest = 1000

    def look() -> bool:
        nonlocal flattest
        image = cell_image(room.window, 0)
        row = {image.pixel(x, image.height() // 3) for x in range(4, image.width() - 4)}
        flattest = min(flattest, len(row))
        number = room.window.showing.visible_cameras()[0].number
        if not seen or seen[-1] != number:
            seen.append(number)
        return len(seen) == 4

    room.wait(look, 30, "a whole round")
    figures.note("a carousel's round", fewest_colours=flattest, crowd=crowd.share())
    assert seen == [5, 6, 7, 5]
    assert flattest > crowd.allows(20, 0), "an empty or a connecting cell has one or two colours"
