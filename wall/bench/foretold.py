"""How true the forecast of a view is: told before it is opened, and then measured while it plays.

Once the budget has learnt a little of the machine, one view after the other is called up: walls of small pictures, and
single ones in full. `predicted_over_actual` is the cores that the forecast says, by those that all processes of the
wall use.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wall.bench.processes import cpu_s
from wall.demo import City
from wall.model.camera import Camera, CameraStream
from wall.model.layout import Layout
from wall.model.view import CameraCell, View
from wall.services.live_view import LiveView
from wall.ui.forecast import forecast_of
from wall.ui.room_port import RoomPort
from wall.ui.spin import spin
from wall.ui.wall_window import WallWindow

_SAID = ((1280, 720), (640, 360))
_LEARN_SIDE = 4
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How many pictures each view has along a side, and how long the steps of the measurement take."""

    sides: tuple[int, ...] = (2, 3, 4, 6, 1, 1)
    learn_s: float = 20.0
    steady_s: float = 6.0
    closed_s: float = 3.0
    weigh_s: float = 8.0


def said(cameras: Sequence[Camera]) -> list[Camera]:
    """With what the simulated cameras say of their streams when a fleet asks them."""
    return [
        replace(each, streams=tuple(map(CameraStream, [stream.source for stream in each.streams], _SAID)))
        for each in cameras
    ]


class Foretelling:
    """One operator who asks what a view would take, and opens it. UI thread."""

    def __init__(self, window: WallWindow, room: RoomPort, live: LiveView, city: City, pace: Pace) -> None:
        self._pace = pace
        self._window, self._room, self._live, self._city = window, room, live, city
        self._screen_id = room.screens[0].screen_id
        self._ids = list(room.cameras.ids())

    def measure(self) -> dict[str, object]:
        """For each view what was foretold and what it was, in cores; and the least and the largest ratio."""
        self._open(self._view(_LEARN_SIDE, 0))
        spin(self._pace.learn_s)
        views = [self._view(side, place) for place, side in enumerate(self._pace.sides)]
        told = [self._weigh(view) for view in views]
        ratios = [predicted / actual for predicted, actual in told]
        return {
            "predicted_over_actual": [round(min(ratios), 3), round(max(ratios), 3)],
            "predicted_views": [
                f"{view.layout.size}: {predicted:.3f}/{actual:.3f}"
                for view, (predicted, actual) in zip(views, told, strict=True)
            ],
        }

    def _view(self, side: int, first: int) -> View:
        ids = (self._ids[first:] + self._ids[:first])[: side * side]
        return View(f"{side} × {side}", Layout.plain(side, side), tuple(map(CameraCell, ids)))

    def _weigh(self, view: View) -> tuple[float, float]:
        """What was foretold, and what it is, cores."""
        predicted = forecast_of(view, self._room.cameras, self._live).cost.cores
        self._open(view)
        began_s, before_s = time.monotonic(), cpu_s(self._city.pid)
        spin(self._pace.weigh_s)
        return predicted, (cpu_s(self._city.pid) - before_s) / (time.monotonic() - began_s)

    def _open(self, view: View) -> None:
        """Until it plays steadily, and nothing else is received."""
        self._room.show(self._screen_id, self._room.board(self._screen_id).called_up(view))
        spin(_PATIENCE_S, lambda: not self._window.tiles_not_live())
        spin(self._pace.steady_s)
        self._window.showing.forget_resting()
        spin(self._pace.closed_s)
