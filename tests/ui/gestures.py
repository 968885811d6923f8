"""What mouse and fingers do on a wall, as Qt tells it. Places in a cell are fractions of its width and height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pixels import view_of
from wall.ui.wall_window import WallWindow

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Spot = tuple[float, float]


def spot(window: WallWindow, cell: int, at: Spot) -> QPointF:
    """A place of the view, at a scale of one."""
    area = view_of(window).cells[cell]
    return QPointF(round(area.x + at[0] * area.width), round(area.y + at[1] * area.height))


def wheel(window: WallWindow, cell: int, at: Spot, notches: int) -> None:
    view, place = view_of(window), spot(window, cell, at)
    for _ in range(abs(notches)):
        turn = QPoint(0, 120 if notches > 0 else -120)
        event = QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)


def drag(window: WallWindow, cell: int, begin: Spot, end: Spot, held: Qt.KeyboardModifier = NONE) -> None:
    """With the left button, in five steps."""
    view = view_of(window)
    first, last = spot(window, cell, begin), spot(window, cell, end)
    QTest.mousePress(view, LEFT, held, first.toPoint())
    for step in range(1, 6):
        at = first + (last - first) * step / 5
        QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), LEFT, LEFT, held))
    QTest.mouseRelease(view, LEFT, held, last.toPoint())


def pinch(
    window: WallWindow, finger: QPointingDevice, cell: int, begin: tuple[Spot, Spot], end: tuple[Spot, Spot]
) -> None:
    """Two fingers move from one pair of places to another, in five steps."""
    paths = [_path(window, cell, one, other) for one, other in zip(begin, end, strict=True)]

    def moved(step: int) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(window, finger).move(0, paths[0][step])

    QTest.touchEvent(window, finger).press(0, paths[0][0]).commit()
    moved(0).press(1, paths[1][0]).commit()
    for step in range(len(paths[0])):
        moved(step).move(1, paths[1][step]).commit()
    moved(-1).release(1, paths[1][-1]).commit()
    QTest.touchEvent(window, finger).release(0, paths[0][-1]).commit()


def _path(window: WallWindow, cell: int, begin: Spot, end: Spot) -> list[QPoint]:
    """Places of the window: only there does QTest hit what it is told to."""
    first, last = (view_of(window).mapTo(window, spot(window, cell, each)) for each in (begin, end))
    return [(first + (last - first) * step / 5).toPoint() for step in range(6)]
