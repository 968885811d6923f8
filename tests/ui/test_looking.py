"""Looking closely: wheel, drag, pinch and keys on a real window, and the pixels that are seen then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPixmap, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import QUARTERS, FakeLive
from tests.ui.gestures import LEFT, NONE, drag, pinch, spot, wheel
from tests.ui.pixels import MakeWindow, cell_image, middle, rgb, view_of
from wall.model.layout import Layout
from wall.model.tile import Cause, TileState
from wall.model.video import StreamSize
from wall.model.view import CameraCell
from wall.model.zoom import WHOLE, Zoom
from wall.ui import hand
from wall.ui.hand import Hand
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN, YELLOW = QUARTERS
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HD = StreamSize(1920, 1080, (1920, 1080))


@pytest.fixture(scope="module")
def finger(qapp: QCoreApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    """Two by two cells, each with four coloured quarters."""
    window = make_window(4)
    live.show_quarters()
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def tile_in(window: WallWindow, cell: int) -> Tile:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile


def zoom(window: WallWindow, cell: int) -> Zoom:
    return tile_in(window, cell).sight.zoom


def is_at(window: WallWindow, cell: int, factor: float, x: float, y: float, *, within: float = 1e-6) -> bool:
    """Is it looked at so closely, there?"""
    seen = zoom(window, cell)
    return [seen.factor / factor, seen.x, seen.y] == pytest.approx([1.0, x, y], abs=within)


def colour_at(window: WallWindow, cell: int, x: float, y: float) -> tuple[int, int, int]:
    image = cell_image(window, cell)
    return rgb(image.pixelColor(round(x * image.width()), round(y * image.height())))


def press(window: WallWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view_of(window), key, held)


def settle(qtbot: QtBot, live: FakeLive, url: str) -> int:
    """Until a stream is asked for; its tile."""

    def asked() -> bool:
        return any(url in each for each in live.asked)

    qtbot.waitUntil(asked)
    return live.tile_of(url)


def test_a_wheel_leads_towards_the_pointer(window: WallWindow) -> None:
    assert colour_at(window, 0, 0.55, 0.3) == BLUE
    wheel(window, 0, (0.25, 0.3), 4)
    assert zoom(window, 0).factor == pytest.approx(2.0)
    # What was at a quarter stays there, so that the border in the middle has gone to three quarters.
    assert colour_at(window, 0, 0.7, 0.2) == RED
    assert colour_at(window, 0, 0.62, 0.2) == RED, "the overview begins further right"
    assert colour_at(window, 0, 0.73, 0.6) == RED and colour_at(window, 0, 0.78, 0.6) == BLUE
    assert colour_at(window, 0, 0.3, 0.66) == RED and colour_at(window, 0, 0.3, 0.74) == GREEN
    assert zoom(window, 1) == WHOLE and colour_at(window, 1, 0.55, 0.3) == BLUE, "the others are as they were"
    wheel(window, 0, (0.9, 0.9), -9)
    assert zoom(window, 0) == WHOLE and colour_at(window, 0, 0.55, 0.3) == BLUE


def test_a_drag_moves_the_picture_once_it_is_close(window: WallWindow) -> None:
    wheel(window, 0, (0.0, 0.0), 4)
    assert colour_at(window, 0, 0.3, 0.6) == RED and colour_at(window, 0, 0.6, 0.5) == RED
    drag(window, 0, (0.8, 0.7), (0.3, 0.2))
    assert middle(window, 0) != RED
    assert (zoom(window, 0).x, zoom(window, 0).y) == pytest.approx((0.5, 0.5), abs=0.02), "as far as the hand has gone"
    drag(window, 0, (0.8, 0.7), (0.1, 0.1))
    drag(window, 0, (0.8, 0.7), (0.1, 0.1))
    assert middle(window, 0) == YELLOW and is_at(window, 0, 2.0, 0.75, 0.75), "to the edge and no further"
    assert window.wishes.board.selected == 0


def carried(window: WallWindow, monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    taken: list[QWidget] = []
    watch = window.findChild(Hand)
    assert watch is not None

    def note(source: QWidget, freight: QMimeData, picture: QPixmap) -> None:
        taken.append(source)

    monkeypatch.setattr(watch, "_carries", note)
    return taken


def test_by_its_name_or_with_a_key_held_a_close_tile_is_carried(
    window: WallWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = carried(window, monkeypatch)
    wheel(window, 0, (0.5, 0.5), 4)
    drag(window, 0, (0.4, 0.4), (0.6, 0.6))
    assert taken == []
    for held in (CTRL, ALT):
        drag(window, 0, (0.4, 0.4), (0.6, 0.6), held)
    drag(window, 0, (0.1, 0.97), (0.4, 0.7))
    assert len(taken) == 3
    drag(window, 1, (0.4, 0.4), (0.6, 0.6))
    assert len(taken) == 4, "and what is seen whole always"


def test_the_small_picture_of_the_whole_says_what_is_seen_and_is_aimed_with(window: WallWindow) -> None:
    before = cell_image(window, 0)
    wheel(window, 0, (0.0, 0.0), 8)
    overview = view_of(window).overview_of(tile_in(window, 0))
    area = tile_in(window, 0).area
    assert overview is not None and overview.x > area.x + 2 * area.width / 3, "never over the middle"
    assert overview.bottom < area.y + area.height / 2
    image = cell_image(window, 0)
    corner = rgb(image.pixelColor(overview.x - area.x + 3, overview.y - area.y + 3))
    assert corner == RED, "what is seen, as it is"
    veiled = rgb(image.pixelColor(overview.right - area.x - 4, overview.bottom - area.y - 4))
    assert veiled[0] == pytest.approx(veiled[1], abs=4) and 80 < veiled[0] < 110, "what is not, in the dark: yellow"
    at = (overview.right - 3 - area.x) / area.width, (overview.bottom - 3 - area.y) / area.height
    drag(window, 0, at, at)
    assert is_at(window, 0, 4.0, 0.875, 0.875)
    assert middle(window, 0) == YELLOW
    wheel(window, 0, (0.5, 0.5), -8)
    assert view_of(window).overview_of(tile_in(window, 0)) is None
    assert cell_image(window, 0) == before


def test_the_main_stream_comes_in_for_what_is_close_and_goes_again(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    """Its picture stays meanwhile, and the small stream goes on behind it."""
    asked = len(live.asked)
    wheel(window, 1, (0.9, 0.1), 4)
    assert live.asked[asked:] == [], "not while the wheel turns"
    main = settle(qtbot, live, "rtsp://127.0.0.1/1/main")
    assert live.asked[asked:] == [("show", main, "rtsp://127.0.0.1/1/main", 640, 360)], "twice as close, twice as large"
    assert tile_in(window, 1).number == 1 and middle(window, 1) == BLUE, "without a black moment"
    live.show_quarters(main)
    qtbot.waitUntil(lambda: tile_in(window, 1).number == main)
    assert middle(window, 1) == BLUE and zoom(window, 1).factor == pytest.approx(2.0)
    assert live.awake == {0, 1, 2, 3, main}
    wheel(window, 1, (0.9, 0.1), -6)
    qtbot.waitUntil(lambda: main not in live.awake)
    assert tile_in(window, 1).number == 1 and live.awake == {0, 1, 2, 3}
    assert "hide" not in [each[0] for each in live.asked], "it rests: back in a moment"


def test_what_is_looked_at_closely_is_decoded_with_less_only_before_what_the_hand_is_on(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    wheel(window, 2, (0.5, 0.5), 3)
    qtbot.waitUntil(lambda: tile_in(window, 2).importance > 0)
    ranks = {cell: tile_in(window, cell).importance for cell in range(4)}
    assert ranks[0] > ranks[2] > ranks[1] == ranks[3] == 0
    wheel(window, 2, (0.5, 0.5), -6)
    qtbot.waitUntil(lambda: tile_in(window, 2).importance == 0)


def test_no_more_pixels_are_asked_for_than_the_stream_has(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    wheel(window, 0, (0.5, 0.5), 16)
    main = settle(qtbot, live, "rtsp://127.0.0.1/0/main")
    live.send_size(main, StreamSize(800, 450, (800, 450)))
    qtbot.waitUntil(lambda: ("resize", main, 800, 450) in live.asked)
    live.send_size(main, HD)
    qtbot.waitUntil(lambda: ("resize", main, 1920, 1080) in live.asked)


def test_a_main_stream_that_fails_leaves_the_small_one(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    wheel(window, 0, (0.1, 0.9), 4)
    main = settle(qtbot, live, "rtsp://127.0.0.1/0/main")
    live.fail(TileState.SESSIONS_FULL, Cause.SESSIONS_FULL, main)
    qtbot.waitUntil(lambda: tile_in(window, 0).note is not None)
    assert tile_in(window, 0).number == 0 and middle(window, 0) == GREEN


def test_it_goes_along_into_the_view_of_one_and_other_layouts(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    wheel(window, 1, (0.9, 0.1), 4)
    seen = zoom(window, 1)
    window.wishes.select(1)
    press(window, Qt.Key.Key_Return)
    assert window.wishes.board.single and zoom(window, 0) == seen
    press(window, Qt.Key.Key_Return)
    window.wishes.cut(Layout.plain(3, 3))
    assert zoom(window, 1) == seen
    window.wishes.cut(Layout.plain(2, 2))
    assert zoom(window, 1) == seen
    window.wishes.put(CameraCell(3), 1)
    assert zoom(window, 1) == WHOLE, "another camera"
    window.wishes.go_back()
    assert zoom(window, 1) == WHOLE, "and it is not kept for the former one"


def test_it_ends_where_its_tile_moves_away(window: WallWindow) -> None:
    wheel(window, 1, (0.9, 0.1), 4)
    board = window.wishes.board
    window.wishes.show(board.swapped(1, 2))
    assert zoom(window, 1) == zoom(window, 2) == WHOLE


def test_keys_look_closer_along_and_back(window: WallWindow) -> None:
    window.wishes.select(3)
    for _ in range(2):
        press(window, Qt.Key.Key_Plus, CTRL)
    assert is_at(window, 3, 2.0, 0.5, 0.5)
    for _ in range(4):
        press(window, Qt.Key.Key_Right, CTRL)
    assert (zoom(window, 3).x, zoom(window, 3).y) == pytest.approx((0.75, 0.5))
    press(window, Qt.Key.Key_Up, CTRL)
    press(window, Qt.Key.Key_Up, CTRL)
    assert zoom(window, 3).y < 0.4 and colour_at(window, 3, 0.5, 0.5) == BLUE
    press(window, Qt.Key.Key_Minus, CTRL)
    assert zoom(window, 3).factor == pytest.approx(2**0.5)
    press(window, Qt.Key.Key_0, CTRL)
    assert zoom(window, 3) == WHOLE
    press(window, Qt.Key.Key_Equal, CTRL)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert zoom(window, 0) == WHOLE
    assert len(view_of(window).tiles) == 1, "one step back at a time"
    press(window, Qt.Key.Key_Escape)
    assert len(view_of(window).tiles) == 4
    assert window.wishes.board.selected == 3, "and the hand has not moved"


def test_where_there_is_no_picture_there_is_no_zoom(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(2)
    wheel(window, 0, (0.5, 0.5), 4)
    wheel(window, 3, (0.5, 0.5), 4)
    press(window, Qt.Key.Key_Plus, CTRL)
    drag(window, 3, (0.4, 0.4), (0.6, 0.6))
    assert zoom(window, 0) == WHOLE


def test_an_old_picture_can_be_looked_at_closely_too(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0)
    live.clock.now_s += 30
    wheel(window, 0, (0.1, 0.9), 8)
    qtbot.waitUntil(lambda: max(middle(window, 0)) - min(middle(window, 0)) < 6)
    assert middle(window, 0) == colour_at(window, 0, 0.2, 0.5) == colour_at(window, 0, 0.6, 0.6), "all of one quarter"


def test_two_fingers_pull_the_picture_closer_and_take_it_along(
    qtbot: QtBot, live: FakeLive, window: WallWindow, finger: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = carried(window, monkeypatch)
    pinch(window, finger, 0, ((0.4, 0.5), (0.6, 0.5)), ((0.3, 0.5), (0.7, 0.5)))
    assert is_at(window, 0, 2.0, 0.5, 0.5, within=0.02)
    pinch(window, finger, 0, ((0.3, 0.4), (0.6, 0.4)), ((0.4, 0.6), (0.7, 0.6)))
    assert (zoom(window, 0).x, zoom(window, 0).y) == pytest.approx((0.45, 0.4), abs=0.02)
    assert taken == [] and window.findChild(Hand).lifted is None  # type: ignore[union-attr]
    pinch(window, finger, 0, ((0.2, 0.5), (0.8, 0.5)), ((0.4, 0.5), (0.5, 0.5)))
    assert zoom(window, 0) == WHOLE


def test_one_finger_moves_what_is_close_and_lifts_it_by_resting(
    qtbot: QtBot, live: FakeLive, window: WallWindow, finger: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "LIFT_MS", 50)
    watch = window.findChild(Hand)
    assert watch is not None
    wheel(window, 0, (0.5, 0.5), 4)
    view = view_of(window)
    QTest.touchEvent(view, finger).press(0, spot(window, 0, (0.5, 0.5)).toPoint()).commit()
    for step in range(1, 5):
        QTest.touchEvent(view, finger).move(0, spot(window, 0, (0.5 - step / 20, 0.5)).toPoint()).commit()
    qtbot.wait(80)
    assert watch.lifted is None and zoom(window, 0).x == pytest.approx(0.6, abs=0.02)
    QTest.touchEvent(view, finger).release(0, spot(window, 0, (0.3, 0.5)).toPoint()).commit()


def test_a_touch_pad_pinches_too(window: WallWindow) -> None:
    at = spot(window, 0, (0.5, 0.5))
    view = view_of(window)
    pad = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(kind, pad, 2, at, at, view.mapToGlobal(at), 0.5, QPointF())
    assert event.type() is QEvent.Type.NativeGesture
    QApplication.sendEvent(view, event)
    assert zoom(window, 0).factor == pytest.approx(1.5)


def test_the_pointer_tells_what_it_would_do(window: WallWindow) -> None:
    view = view_of(window)

    def pointer(at: tuple[float, float]) -> Qt.CursorShape:
        QTest.mouseMove(view, spot(window, 0, at).toPoint())
        return view.cursor().shape()

    assert pointer((0.5, 0.5)) is Qt.CursorShape.ArrowCursor
    wheel(window, 0, (0.5, 0.5), 4)
    assert pointer((0.4, 0.5)) is Qt.CursorShape.OpenHandCursor
    assert pointer((0.4, 0.97)) is Qt.CursorShape.ArrowCursor, "by its name it is carried"
    overview = view.overview_of(tile_in(window, 0))
    area = view.cells[0]
    assert overview is not None
    assert pointer(((overview.x + 5 - area.x) / area.width, (overview.y + 5 - area.y) / area.height)) is (
        Qt.CursorShape.CrossCursor
    )
    QTest.mouseDClick(view, LEFT, pos=spot(window, 0, (0.5, 0.5)).toPoint())
    assert window.wishes.board.single, "a double click is what it was"
