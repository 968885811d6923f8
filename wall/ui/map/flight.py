"""The map on its way from one frame to another, so that the eye can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from wall.ui.map.frame import MapFrame

_EVERY_MS = 16


@dataclass(frozen=True, slots=True)
class Leg:
    """From one frame to another; both have one size. `pivot`, a pixel, has the same point of the world all the way."""

    start: MapFrame
    goal: MapFrame
    begun_s: float
    lasts_s: float
    pivot: tuple[float, float] | None = None

    def at(self, now_s: float) -> MapFrame:
        """Where it is now: fast at first, slow at the end."""
        share = 1.0 if self.lasts_s <= 0 else max(0.0, min(1.0, (now_s - self.begun_s) / self.lasts_s))
        if share >= 1:
            return self.goal
        eased = 1 - (1 - share) ** 3
        factor = (self.goal.scale / self.start.scale) ** eased
        if self.pivot is not None:
            return self.start.zoomed(factor, *self.pivot)
        return self._between(eased, factor)

    def _between(self, eased: float, factor: float) -> MapFrame:
        """The middle goes straight on the screen: where the map grows, it is there the sooner."""
        (x, y), (goal_x, goal_y) = self.start.centre, self.goal.centre
        growth = self.goal.scale / self.start.scale
        way = eased if abs(growth - 1) < 1e-6 else (1 - 1 / factor) / (1 - 1 / growth)
        zoom = self.start.zoomed(factor, 0, 0).zoom
        return self.start.centred(x + (goal_x - x) * way, y + (goal_y - y) * way, zoom)


class Flight(QObject):
    """One at a time; a new one begins where the former is."""

    moved = Signal(object)
    """The MapFrame to show now."""
    arrived = Signal()

    def __init__(self, monotonic: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._leg: Leg | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._move)

    @property
    def goal(self) -> MapFrame | None:
        """Where it goes; None while nothing flies."""
        return self._leg.goal if self._leg is not None else None

    def begin(self, start: MapFrame, goal: MapFrame, lasts_s: float, pivot: tuple[float, float] | None = None) -> None:
        """Go there."""
        self._leg = Leg(start, goal, self._monotonic(), lasts_s, pivot)
        self._timer.start()
        self._move()

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._leg = None

    def _move(self) -> None:
        leg = self._leg
        if leg is None:
            return
        frame = leg.at(self._monotonic())
        if frame == leg.goal:
            self.stop()
        self.moved.emit(frame)
        if self._leg is None:
            self.arrived.emit()
