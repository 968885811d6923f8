"""What the wall paints, seen in its pixels."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import LIVE, FakeLive, SharedFeed
from tests.ui.pixels import MakeWindow, cell_image, differing, is_grey, middle, rgb, view_of
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.picture import Picture
from wall.model.tile import Cause, TileState, TileStatus
from wall.ui.theme import DARK, LIGHT

RED, BLUE = (200, 40, 30), (20, 60, 220)


def test_every_tile_shows_its_own_picture(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window()
    colours = [RED, BLUE, (30, 180, 60), (200, 200, 10)]
    for tile, colour in enumerate(colours):
        live.go_live(colour, tile)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    assert [middle(window, cell) for cell in range(4)] == colours


def test_a_picture_is_shown_pixel_by_pixel(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(1, 1, 1)
    width, height = live.feeds[0].size
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    area = view_of(window).tiles[0]
    assert area is not None
    assert (area.target.width, area.target.height) == (width, height)
    assert area.is_exact


def test_a_picture_of_another_size_is_scaled_and_keeps_its_proportions(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(1, 1, 1)
    square = SharedFeed(90, 90)
    tile = view_of(window).tiles[0]
    assert tile is not None
    tile.feed = live.feeds[0] = square
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    image = cell_image(window, 0)
    assert middle(window, 0) == RED
    assert rgb(image.pixelColor(image.width() // 8, image.height() // 2)) == rgb(DARK.ground)
    assert tile.target.width == tile.target.height == tile.area.height


def test_pictures_keep_coming(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window()
    painted: list[tuple[int, int]] = []

    def hook(tile: int, picture: Picture, painted_s: float) -> None:
        assert 0 <= painted_s - picture.picture_s < 5
        painted.append((tile, picture.count))

    window.hear_painted(hook)
    live.tell(LIVE)
    with live.running(BLUE):
        qtbot.waitUntil(lambda: all(sum(t == tile for t, _ in painted) >= 10 for tile in range(4)), timeout=15000)
    for tile in range(4):
        counts = [count for number, count in painted if number == tile]
        assert counts == sorted(set(counts)), "no picture is reported twice, none goes back"


@pytest.mark.parametrize(("fps", "every_ms"), [(15, 33), (25, 20), (30, 17), (2, 33)])
def test_it_looks_twice_for_each_picture(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, fps: int, every_ms: int
) -> None:
    window = make_window()
    live.go_live(BLUE)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    view = view_of(window)
    (timer,) = (each for each in view.findChildren(QTimer) if each.timerType() is Qt.TimerType.PreciseTimer)

    def pass_two_seconds() -> None:
        live.clock.now_s += 2
        qtbot.waitUntil(lambda: view._paced_s == live.clock.now_s)

    pass_two_seconds()  # How many there were it learns now, and the next time that there are no more.
    pass_two_seconds()
    assert timer.interval() == 33
    for _ in range(2 * fps):
        live.feeds[3].draw(BLUE, live.clock())
    qtbot.waitUntil(lambda: not live.feeds[3].has_newer())
    pass_two_seconds()
    assert timer.interval() == every_ms


def test_a_still_wall_paints_nothing(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window()
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    qtbot.wait(100)
    holds = [feed.holds for feed in live.feeds.values()]
    qtbot.wait(200)
    assert [feed.holds for feed in live.feeds.values()] == holds


def test_an_old_picture_is_grey_and_its_age_counts(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(1, 1, 1)
    live.go_live(RED)
    qtbot.waitUntil(lambda: middle(window, 0) == RED)
    live.draw(RED, 0, age_s=10)
    live.fail(TileState.NO_SIGNAL, Cause.RESET)
    qtbot.waitUntil(lambda: is_grey(middle(window, 0)))
    tile = view_of(window).tiles[0]
    assert tile is not None
    assert tile.painted_age == 10
    for age in (11, 12):
        before = cell_image(window, 0)
        live.clock.now_s += 1
        qtbot.waitUntil(lambda: tile.painted_age == age)  # noqa: B023
        upper = Rect(0, 0, before.width(), before.height() // 3)
        assert differing(before, cell_image(window, 0), upper) > 0


def test_a_picture_grows_old_without_anybody_saying_so(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """Even if the service below were dead, a live tile never claims an old picture."""
    window = make_window(1, 1, 1)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    live.clock.now_s += 3
    qtbot.waitUntil(lambda: is_grey(middle(window, 0)))
    (report,) = window.tiles_not_live()
    assert report.status == TileStatus(TileState.LATE, Cause.SLOW)
    live.draw(BLUE)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    assert window.tiles_not_live() == []


def test_a_frozen_camera_does_not_look_fresh(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(1, 1, 1)
    live.fail(TileState.FROZEN, Cause.STANDING, for_s=30)
    with live.running(RED):
        qtbot.waitUntil(lambda: is_grey(middle(window, 0)) and max(middle(window, 0)) > 30)
        tile = view_of(window).tiles[0]
        assert tile is not None
        assert tile.painted_age == 32


def test_a_scene_in_which_nothing_moves_stays_live(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """Its picture last changed before the limit for late, but it is not yet called frozen."""
    window = make_window(1, 1, 1)
    live.tell(LIVE)
    live.draw(RED, age_s=1.8)
    qtbot.waitUntil(lambda: middle(window, 0) == RED)
    assert window.tiles_not_live() == []


def test_the_middle_of_an_old_picture_stays_free(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None
) -> None:
    """The longest cause on the smallest common tile: the band in the middle is plain picture."""
    window = make_window(1, 1, 1, width=240, height=135 + 28)
    live.draw(RED, age_s=500)
    live.fail(TileState.LOGIN_REFUSED, Cause.LOGIN_NEEDED)
    qtbot.waitUntil(lambda: is_grey(middle(window, 0)))
    image = cell_image(window, 0)
    rows = range(round(image.height() * 0.36), round(image.height() * 0.52))
    assert {image.pixel(x, y) for x in range(4, image.width() - 4) for y in rows} == {image.pixel(120, 60)}


def test_connecting_is_calm(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """No colour of a fault anywhere on a tile that is being connected."""
    window = make_window()
    qtbot.wait(100)
    image = cell_image(window, 3)
    seen = {rgb(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())}
    assert all(max(colour) - min(colour) < 20 for colour in seen), "grey on dark, nothing else"
    assert len(window.tiles_not_live()) == 4


def test_a_fault_has_its_colour_and_a_late_one_another(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window()
    live.fail(TileState.NO_SIGNAL, Cause.TIMEOUT, 0)
    live.draw(RED, 1, age_s=3)
    live.fail(TileState.LATE, Cause.SILENT, 1)
    live.draw(RED, 2)
    live.tell(TileStatus(TileState.LIVE, Cause.CLOCK), 2)
    qtbot.waitUntil(lambda: {report.number for report in window.tiles_not_live()} == {1, 2, 4})
    qtbot.waitUntil(lambda: is_grey(middle(window, 1)))

    def colours(cell: int) -> set[tuple[int, int, int]]:
        image = cell_image(window, cell)
        row = range(image.height() - 24, image.height())
        return {rgb(image.pixelColor(x, y)) for x in range(image.width()) for y in row}

    assert rgb(DARK.lost) in colours(0)
    assert rgb(DARK.late) in colours(1)
    assert rgb(DARK.late) in colours(2), "the clock of a live camera is off"
    assert middle(window, 2) == RED, "and its picture is as good as any"
    assert rgb(DARK.lost) not in colours(3)


def test_the_selected_cell_has_a_frame_of_two_pixels(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window()
    accent = rgb(DARK.accent)
    image = cell_image(window, 0)
    right, bottom = image.width() - 1, image.height() - 1
    for x, y in ((0, 0), (1, 1), (right, bottom), (right - 1, 50), (50, bottom - 1)):
        assert rgb(image.pixelColor(x, y)) == accent
    assert rgb(image.pixelColor(2, 60)) != accent
    assert rgb(cell_image(window, 1).pixelColor(0, 0)) != accent


def test_the_light_theme_is_light(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(2, 2, 2, theme=LIGHT)
    assert middle(window, 0) == rgb(LIGHT.surface)
    assert middle(window, 3) == rgb(LIGHT.ground), "an empty cell is ground"


def test_an_empty_wall_says_what_belongs_there(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(0, 1, 1)
    image = window.screenshot()
    middle_row = range(image.height() // 2 - 10, image.height() // 2 + 30)
    assert any(rgb(image.pixelColor(x, y)) != rgb(DARK.ground) for x in range(image.width()) for y in middle_row)
    assert window.tiles_not_live() == []


def test_the_window_is_up_at_once(live: FakeLive, make_window: MakeWindow) -> None:
    begun_s = time.process_time()
    make_window(36, 6, 6, width=1920, height=1080)
    assert time.process_time() - begun_s < 0.5


def test_a_full_repaint_of_36_tiles_is_short(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """The UI thread is never away for more than 50 ms; a full repaint, all tiles at fault, is the longest."""
    window = make_window(36, 6, 6, width=1920, height=1080)
    live.draw(RED, age_s=5)
    live.fail(TileState.NO_SIGNAL, Cause.UNREACHABLE)
    qtbot.waitUntil(lambda: is_grey(middle(window, 35)))
    spent_s = []
    for _ in range(5):
        begun_s = time.thread_time()
        window.screenshot()
        spent_s.append(time.thread_time() - begun_s)
    assert min(spent_s) < 0.05


def test_a_key_is_answered_within_a_frame_also_with_64_cells(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    """From the wish to the paint; the shortest of some, because others are at work on this machine."""
    window = make_window(128, 8, 8, width=1920, height=1080)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    wishes: tuple[Callable[[int], None], ...] = (
        lambda step: window.wishes.move(1 - 2 * (step % 2), 0),
        lambda step: window.wishes.turn(1 - 2 * (step % 2)),
        lambda step: window.wishes.cut(Layout.plain(8, 8 - step % 2)),
    )
    for wish in wishes:
        spent_s = []
        for step in range(6):
            begun_s = time.thread_time()
            wish(step)
            QApplication.processEvents()
            spent_s.append(time.thread_time() - begun_s)
        assert min(spent_s[0::2]) < 0.05 and min(spent_s[1::2]) < 0.05
