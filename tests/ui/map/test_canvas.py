"""A real map under a real hand: what is under it stays under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.map.conftest import MakeCanvas
from tests.ui.map.hand import click, drag, move, pinch, wheel
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.theme import DARK

PATIENCE_MS = 15_000
SPOT = (300, 200)


class Square(PlainLayer):
    """Ten pixels around a point of the world."""

    def __init__(self, at: tuple[float, float], colour: str = "red") -> None:
        super().__init__()
        self.at, self.colour = at, QColor(colour)
        self.painted = 0

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        self.painted += 1
        x, y = frame.pixel(*self.at)
        painter.fillRect(round(x) - 5, round(y) - 5, 10, 10, self.colour)

    def hit(self, frame: MapFrame, px: float, py: float) -> str | None:
        x, y = frame.pixel(*self.at)
        return self.colour.name() if abs(px - x) <= 5 and abs(py - y) <= 5 else None


class Tool:
    """Takes all that it is offered."""

    def __init__(self, *, takes: bool = True) -> None:
        self.changed = lambda: None
        self.takes = takes
        self.heard: list[str] = []

    def press(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> bool:
        self.heard.append(f"press {at.x():.0f},{at.y():.0f}")
        return self.takes

    def move(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        self.heard.append("move")

    def release(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        self.heard.append(f"release {at.x():.0f},{at.y():.0f}")

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        return False

    def key(self, event: QKeyEvent) -> bool:
        self.heard.append(event.text())
        return event.text() == "x"

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.fillRect(0, 0, 20, 20, QColor("blue"))

    def end(self) -> None:
        self.heard.append("end")


@pytest.fixture
def canvas(make_canvas: MakeCanvas) -> MapCanvas:
    return make_canvas()


def still(qtbot: QtBot, canvas: MapCanvas) -> MapFrame:
    """The frame once it has arrived."""
    qtbot.waitUntil(lambda: not canvas.is_moving, timeout=PATIENCE_MS)
    return canvas.frame


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one == pytest.approx(other, abs=1e-9)


def test_a_drag_takes_the_map_along(canvas: MapCanvas) -> None:
    under = canvas.frame.world(*SPOT)
    drag(canvas, SPOT, (420, 350))
    assert canvas.frame.pixel(*under) == pytest.approx((420, 350), abs=0.01)


def test_the_middle_button_drags_too(canvas: MapCanvas) -> None:
    under = canvas.frame.world(*SPOT)
    drag(canvas, SPOT, (200, 100), button=Qt.MouseButton.MiddleButton)
    assert canvas.frame.pixel(*under) == pytest.approx((200, 100), abs=0.01)


def test_the_wheel_zooms_about_the_pointer(canvas: MapCanvas, qtbot: QtBot) -> None:
    under, before = canvas.frame.world(*SPOT), canvas.frame.zoom
    wheel(canvas, SPOT, 4)
    assert near(still(qtbot, canvas).world(*SPOT), under)
    assert canvas.frame.zoom == pytest.approx(before + 2)
    wheel(canvas, SPOT, -4)
    assert still(qtbot, canvas).zoom == pytest.approx(before)
    assert near(canvas.frame.world(*SPOT), under)


def test_a_double_click_comes_closer_to_what_is_there(canvas: MapCanvas, qtbot: QtBot) -> None:
    under, before = canvas.frame.world(*SPOT), canvas.frame.zoom
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(*SPOT).toPoint())
    assert still(qtbot, canvas).zoom == pytest.approx(before + 1)
    assert near(canvas.frame.world(*SPOT), under)


def test_keys_move_and_zoom_and_lead_home(canvas: MapCanvas, qtbot: QtBot) -> None:
    centre, before = canvas.frame.centre, canvas.frame.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert (still(qtbot, canvas).centre[0] - centre[0]) * canvas.frame.scale == pytest.approx(400, abs=0.1)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert (still(qtbot, canvas).centre[1] - centre[1]) * canvas.frame.scale == pytest.approx(-150, abs=0.1)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert still(qtbot, canvas).zoom == pytest.approx(before + 1)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert still(qtbot, canvas).zoom == pytest.approx(before - 1)
    canvas.home = (0.79, 0.43, 0.80, 0.44)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert near(still(qtbot, canvas).centre, (0.795, 0.435))
    assert canvas.frame.left <= 0.79 and canvas.frame.right >= 0.80


def test_two_fingers_pull_it_closer(canvas: MapCanvas) -> None:
    finger = QTest.createTouchDevice()
    assert isinstance(finger, QPointingDevice)
    middle, before = canvas.frame.world(400, 300), canvas.frame.scale
    pinch(canvas, finger, ((350, 300), (450, 300)), ((300, 300), (500, 300)))
    assert canvas.frame.scale == pytest.approx(2 * before, rel=0.05)
    assert canvas.frame.pixel(*middle) == pytest.approx((400, 300), abs=3)


def test_it_stops_at_the_least_and_the_most_zoom(canvas: MapCanvas, qtbot: QtBot) -> None:
    for notches, zoom in ((60, 22), (-60, 2)):
        wheel(canvas, SPOT, notches)
        assert still(qtbot, canvas).zoom == pytest.approx(zoom)


def test_what_is_painted_is_where_the_frame_says(canvas: MapCanvas, qtbot: QtBot) -> None:
    square = Square(canvas.frame.world(*SPOT))
    canvas.add_layer(square)
    qtbot.waitUntil(lambda: canvas.grab().toImage().pixelColor(*SPOT) == QColor("red"))
    drag(canvas, (600, 500), (650, 400))
    image = canvas.grab().toImage()
    assert image.pixelColor(350, 100) == QColor("red")
    assert image.pixelColor(*SPOT) == DARK.ground


def test_layers_lie_over_each_other_in_their_order(canvas: MapCanvas) -> None:
    at = canvas.frame.world(*SPOT)
    lowest, topmost, between = Square(at, "red"), Square(at, "green"), Square(at, "yellow")
    canvas.add_layer(lowest)
    canvas.add_layer(topmost)
    canvas.add_layer(between, above=lowest)
    assert canvas.layers == (lowest, between, topmost)
    assert canvas.object_at(QPointF(*SPOT)) == QColor("green").name()
    assert canvas.grab().toImage().pixelColor(*SPOT) == QColor("green")
    canvas.remove_layer(topmost)
    assert canvas.grab().toImage().pixelColor(*SPOT) == QColor("yellow")
    assert canvas.picture().pixelColor(*SPOT) == QColor("yellow")


def test_a_layer_that_has_changed_is_painted_again(canvas: MapCanvas, qtbot: QtBot) -> None:
    square = Square(canvas.frame.world(*SPOT))
    canvas.add_layer(square)
    canvas.grab()
    painted = square.painted
    square.changed()
    qtbot.waitUntil(lambda: square.painted > painted)


def test_pointing_clicking_and_lifting_are_told(canvas: MapCanvas) -> None:
    told: list[object] = []
    canvas.add_layer(Square(canvas.frame.world(*SPOT)))
    canvas.hovered.connect(lambda found: told.append(("hovered", found)))
    canvas.clicked.connect(lambda found, at: told.append(("clicked", found, at.x())))
    canvas.pressed_empty.connect(lambda at: told.append(("empty", at.x())))
    canvas.lifted.connect(lambda found, at, by_finger: told.append(("lifted", found, by_finger)))
    red = QColor("red").name()
    move(canvas, SPOT)
    move(canvas, (500, 500))
    click(canvas, SPOT)
    click(canvas, (100, 100))
    assert told == [("hovered", red), ("hovered", None), ("clicked", red, 300), ("empty", 100)]
    told.clear()
    before = canvas.frame
    canvas.is_liftable = lambda found, by_finger: found == red
    drag(canvas, SPOT, (500, 400))
    assert told == [("lifted", red, False)]
    assert canvas.frame == before


def test_a_tool_takes_mouse_and_keys(canvas: MapCanvas) -> None:
    tool, before = Tool(), canvas.frame
    canvas.tool = tool
    drag(canvas, SPOT, (500, 400), steps=1)
    QTest.keyClick(canvas, Qt.Key.Key_X)
    assert tool.heard == ["press 300,200", "move", "release 500,400", "x"]
    assert canvas.frame == before
    assert canvas.grab().toImage().pixelColor(10, 10) == QColor("blue")
    canvas.tool = None
    assert tool.heard[-1] == "end"
    assert canvas.grab().toImage().pixelColor(10, 10) == DARK.ground


def test_what_means_nothing_to_a_tool_moves_the_map(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.tool = Tool(takes=False)
    under, zoom = canvas.frame.world(*SPOT), canvas.frame.zoom
    drag(canvas, SPOT, (350, 250))
    assert canvas.frame.pixel(*under) == pytest.approx((350, 250), abs=0.01)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert still(qtbot, canvas).zoom == pytest.approx(zoom + 1)


def test_a_new_size_keeps_the_middle(canvas: MapCanvas) -> None:
    centre, scale = canvas.frame.centre, canvas.frame.scale
    canvas.resize(1000, 400)
    assert near(canvas.frame.centre, centre)
    assert (canvas.frame.width, canvas.frame.height, canvas.frame.scale) == (1000, 400, scale)


def test_widgets_stand_over_it(canvas: MapCanvas) -> None:
    over = QPushButton("Ngã Sáu", canvas.overlay)
    over.setGeometry(10, 20, 100, 30)
    over.show()
    assert canvas.childAt(50, 30) is over


def test_pyqtgraphs_view_has_the_same_range(canvas: MapCanvas, qtbot: QtBot) -> None:
    wheel(canvas, SPOT, 3)
    frame = still(qtbot, canvas)
    (left, right), (top, bottom) = canvas.centralWidget.viewRange()
    assert (left, top) == pytest.approx((frame.left, frame.top), abs=1e-12)
    assert (right, bottom) == pytest.approx((frame.right, frame.bottom), abs=1e-12)
