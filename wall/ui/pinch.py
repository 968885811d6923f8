"""Two fingers on a wall: they pull the picture closer and take it along."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Signal, SignalInstance
from PySide6.QtGui import QEventPoint, QInputDevice, QTouchEvent, QWindow
from PySide6.QtWidgets import QWidget

_MOVING = {QEventPoint.State.Updated, QEventPoint.State.Stationary}
_LEAST_APART = 8.0
"""Logical pixels: closer fingers say nothing about a distance."""


class Pinch(QObject):
    """Watches the window of a view, for of touches only the window hears everything: what one finger does comes
    to the view as from a mouse, and a second one makes no mouse.

    Places are logical pixels of the view.
    """

    begun = Signal()
    """A second finger is there: what the first one had begun is void."""
    pinched = Signal(QPointF, float, QPointF)
    """Where the middle between them was, how many times further apart they are now, and how far the middle has come."""

    def __init__(self, view: QWidget, shown_or_hidden: SignalInstance) -> None:
        """`shown_or_hidden` tells with a bool whether the view is seen."""
        super().__init__(view)
        self._view = view
        self._shown_or_hidden = shown_or_hidden
        self._window: QWindow | None = None
        self._before: tuple[QPointF, QPointF] | None = None
        shown_or_hidden.connect(self._watch)

    def end(self) -> None:
        """Watch no more."""
        self._shown_or_hidden.disconnect(self._watch)
        if self._window is not None:
            self._window.removeEventFilter(self)

    def _watch(self, is_shown: bool) -> None:
        """The window is another one after its frame has changed."""
        window = self._view.window().windowHandle()
        if is_shown and window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def _feel(self, event: QTouchEvent) -> bool:
        points = event.points()
        if len(points) < 2 or event.device().type() is not QInputDevice.DeviceType.TouchScreen:
            self._before = None
            return False
        states = {point.state() for point in points}
        one, other = (self._view.mapFrom(self._view.window(), point.position()) for point in points[:2])
        if QEventPoint.State.Pressed in states:
            self.begun.emit()
        elif self._before is not None:
            self._tell(self._before, (one, other))
        self._before = (one, other) if states <= _MOVING else None
        event.accept()
        return True

    def _tell(self, before: tuple[QPointF, QPointF], now: tuple[QPointF, QPointF]) -> None:
        former, middle = (before[0] + before[1]) / 2, (now[0] + now[1]) / 2
        ratio = max(_LEAST_APART, _apart(*now)) / max(_LEAST_APART, _apart(*before))
        self.pinched.emit(former, ratio, middle - former)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QTouchEvent) and self._feel(event)


def _apart(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
