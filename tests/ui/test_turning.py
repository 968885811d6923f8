"""What turns by itself: tours, carousels, hotspots. Seen in the pixels: nothing blinks, nothing is received twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, middle, rgb, view_of
from wall.model.layout import Area, Layout
from wall.model.tile import Cause, TileState
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, Stop, Tour, View
from wall.services.control_room import ControlRoom
from wall.ui import showing
from wall.ui.carousels import WAKE_S
from wall.ui.marks import Sign
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN = (200, 40, 30), (20, 60, 220), (30, 180, 60)
GROUND = rgb(DARK.ground)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is timed by Qt's clock and not by the test's happens at once."""
    monkeypatch.setattr(showing, "WARM_S", WAKE_S + 0.05)
    monkeypatch.setattr(showing, "FOLLOW_MS", 30)


def sub_of(camera: int) -> str:
    return f"rtsp://127.0.0.1/{camera - 1}/sub"


def numbers(window: WallWindow) -> list[int | None]:
    return [tile.camera.number if tile else None for tile in view_of(window).tiles]


def sign(window: WallWindow, cell: int) -> Sign | None:
    tile = view_of(window).tiles[cell]
    return tile.sign if tile else None


def colours(window: WallWindow, cell: int) -> set[tuple[int, int, int]]:
    """All over a cell, but for its frame and its label."""
    image = cell_image(window, cell)
    steps = range(3, image.width() - 3, 16)
    return {rgb(image.pixelColor(x, y)) for x in steps for y in range(3, image.height() - 30, 16)}


def all_live(qtbot: QtBot, live: FakeLive, window: WallWindow, colour: tuple[int, int, int] = RED) -> None:
    live.go_live(colour, *live.awake)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])


def begin_tour(qtbot: QtBot, room: ControlRoom, window: WallWindow, *cameras: int) -> None:
    """Of cameras, in the first cell."""
    room.save_tour(Tour("Chợ", tuple(Stop(camera_id=each) for each in cameras)))
    qtbot.waitUntil(lambda: len(room.tours) == 1)
    room.start_tour(window.screen_id, room.tours[0].tour_id, 0)


def pass_time(room: ControlRoom, live: FakeLive, seconds: float) -> None:
    """What is live stays live meanwhile."""
    live.clock.now_s += seconds
    for tile in live.awake:
        if live.feeds[tile].has_newer() or live.feeds[tile].holds:
            live.feeds[tile].redraw(live.clock())
    room.tick()


def test_the_next_stop_is_warmed_woken_and_waited_for(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(9, 2, 2)
    all_live(qtbot, live, window)
    begin_tour(qtbot, rooms[0], window, 1, 7)
    pass_time(rooms[0], live, 8.5)
    qtbot.waitUntil(lambda: live.count("warm") == 1)
    warmed = live.tile_of(sub_of(7))
    qtbot.waitUntil(lambda: warmed in live.awake)
    assert numbers(window) == [1, 2, 3, 4], "not yet"
    pass_time(rooms[0], live, 1.6)
    for _ in range(5):
        qtbot.wait(20)
        assert middle(window, 0) == RED, "the former one stays: the next one has no picture yet"
    live.go_live(BLUE, warmed)
    seen = colours(window, 0)
    while BLUE not in seen:
        qtbot.wait(5)
        seen |= colours(window, 0)
    assert seen == {RED, BLUE}, "from one picture to the other, with nothing between"
    assert numbers(window) == [7, 2, 3, 4]
    assert sign(window, 0) is Sign.TOUR
    assert live.count("hide") == 0


def test_a_slow_camera_holds_a_tour_up_for_a_moment_only(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(9, 2, 2)
    all_live(qtbot, live, window)
    begin_tour(qtbot, rooms[0], window, 1, 7)
    pass_time(rooms[0], live, 8.5)
    qtbot.waitUntil(lambda: live.count("warm") == 1)
    pass_time(rooms[0], live, 1.6)
    qtbot.wait(60)
    seen = colours(window, 0)
    pass_time(rooms[0], live, 0.71)
    qtbot.waitUntil(lambda: numbers(window)[0] == 7)
    seen |= colours(window, 0)
    assert GROUND not in seen
    assert middle(window, 0) == rgb(DARK.surface), "it says that it is being connected"


def test_a_camera_that_is_down_is_not_waited_for(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(9, 2, 2)
    all_live(qtbot, live, window)
    begin_tour(qtbot, rooms[0], window, 1, 7)
    pass_time(rooms[0], live, 8.5)
    qtbot.waitUntil(lambda: live.count("warm") == 1)
    warmed = live.tile_of(sub_of(7))
    live.fail(TileState.NO_SIGNAL, Cause.TIMEOUT, warmed)
    qtbot.waitUntil(lambda: warmed in live.awake)
    pass_time(rooms[0], live, 1.6)
    qtbot.waitUntil(lambda: numbers(window)[0] == 7, timeout=500)
    assert [report.number for report in window.tiles_not_live()] == [7], "it shows as down"


def test_a_tour_of_views_changes_layout_and_all(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window, room = make_window(9, 2, 2), rooms[0]
    all_live(qtbot, live, window)
    room.save_view(View("A", Layout.plain(2, 2), tuple(CameraCell(each) for each in (1, 2, 3, 4))))
    room.save_view(View("B", Layout.plain(3, 1), tuple(CameraCell(each) for each in (1, 8, 9))))
    qtbot.waitUntil(lambda: len(room.views) == 2)
    room.save_tour(Tour("Ca ngày", tuple(Stop(view_id=view.view_id) for view in room.views)))
    qtbot.waitUntil(lambda: len(room.tours) == 1)
    room.start_tour(window.screen_id, room.tours[0].tour_id)
    pass_time(room, live, 8.5)
    qtbot.waitUntil(lambda: live.count("warm") == 2)
    warmed = {live.tile_of(sub_of(8)), live.tile_of(sub_of(9))}
    qtbot.waitUntil(lambda: warmed <= live.awake)
    pass_time(room, live, 1.6)
    qtbot.wait(60)
    assert numbers(window) == [1, 2, 3, 4], "all of it waits"
    live.go_live(BLUE, *warmed)
    qtbot.waitUntil(lambda: numbers(window) == [1, 8, 9])
    assert [middle(window, cell) for cell in range(3)] == [RED, BLUE, BLUE]
    QTest.keyClick(view_of(window), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sign(window, 0) is Sign.PAUSED)
    QTest.keyClick(view_of(window), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: numbers(window) == [1, 2, 3, 4])
    assert live.count("hide") == 0 and live.count("show", "warm") == 6, "there and back on the same connections"


def test_a_camera_of_a_tour_is_taken_out_into_a_cell_of_its_own(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(3, 2, 2)
    begin_tour(qtbot, rooms[0], window, 2, 3)
    qtbot.waitUntil(lambda: numbers(window)[0] == 2)
    QTest.keyClick(view_of(window), Qt.Key.Key_T)
    assert numbers(window) == [2, 2, 3, 2]
    assert window.wishes.board.selected_cell == 3


def test_a_carousel_turns_by_itself_and_stands_still_while_one_looks(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(6, 2, 2)
    all_live(qtbot, live, window)
    window.wishes.put(CarouselCell((5, 6), 3.0), 0)
    all_live(qtbot, live, window, GREEN)
    assert numbers(window) == [5, 2, 3, 4]
    pass_time(rooms[0], live, 1.5)
    qtbot.waitUntil(lambda: live.count("warm") == 1)
    warmed = live.tile_of(sub_of(6))
    pass_time(rooms[0], live, 1.0)
    qtbot.waitUntil(lambda: warmed in live.awake)
    live.go_live(BLUE, warmed)
    pass_time(rooms[0], live, 0.6)
    qtbot.waitUntil(lambda: numbers(window)[0] == 6)
    assert middle(window, 0) == BLUE
    QTest.mouseDClick(view_of(window), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    pass_time(rooms[0], live, 5.0)
    qtbot.wait(120)
    assert numbers(window) == [6]


def test_a_carousel_stands_still_while_one_looks_closely(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(6, 2, 2)
    window.wishes.put(CarouselCell((5, 6), 3.0), 0)
    all_live(qtbot, live, window)
    QTest.keyClick(view_of(window), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    for _ in range(5):
        pass_time(rooms[0], live, 2.0)
        qtbot.wait(60)
    assert numbers(window)[0] == 5
    QTest.keyClick(view_of(window), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(60)
    pass_time(rooms[0], live, 2.0)
    qtbot.wait(60)
    assert numbers(window)[0] == 5, "its time begins anew"
    pass_time(rooms[0], live, 2.0)
    qtbot.waitUntil(lambda: numbers(window)[0] == 6)


def test_a_carousel_of_one_does_not_turn(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(2, 2, 1)
    window.wishes.put(CarouselCell((2,), 3.0), 0)
    pass_time(rooms[0], live, 10.0)
    qtbot.wait(120)
    assert numbers(window) == [2, 2]


def test_a_hotspot_follows_the_hand_when_it_rests(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    layout = Layout(3, 2, (Area(0, 0, 2, 2), Area(0, 2), Area(1, 2)))
    window = make_window(3, 3, 1)
    window.wishes.cut(layout)
    contents: tuple[Content, ...] = (HotspotCell(), CameraCell(1), CameraCell(2))
    for cell, content in enumerate(contents):
        window.wishes.put(content, cell)
    qtbot.waitUntil(lambda: numbers(window) == [2, 1, 2])
    standing = view_of(window).tiles[1:]
    QTest.keyClick(view_of(window), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: numbers(window) == [1, 1, 2])
    assert view_of(window).tiles[1:] == standing, "a hotspot never takes the tile of a cell"
    assert sign(window, 0) is Sign.HOTSPOT
    QTest.keyClick(view_of(window), Qt.Key.Key_Left)
    qtbot.wait(80)
    assert numbers(window) == [1, 1, 2], "it does not feed itself"


def test_an_empty_cell_says_its_number_and_a_missing_camera_its_id(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(3, 2, 2)
    image = cell_image(window, 3)
    corner = {rgb(image.pixelColor(x, y)) for x in range(3, 30) for y in range(image.height() - 22, image.height() - 3)}
    assert len(corner) > 2, "a quiet number"
    before = cell_image(window, 3)
    window.wishes.put(CameraCell(4711), 3)
    assert cell_image(window, 3) != before
    assert window.tiles_not_live() != [] and all(report.number != 4711 for report in window.tiles_not_live())
    window.wishes.toggle_single()
    assert numbers(window) == [None]


def test_a_window_that_nobody_sees_decodes_nothing(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    all_live(qtbot, live, window)
    window.hide()
    assert live.awake == set() and len(live.feeds) == 4
    window.wishes.cut(Layout.plain(3, 3))
    assert live.awake == set()
    window.show()
    assert len(live.awake) == 4
    assert live.count("hide") == 0
