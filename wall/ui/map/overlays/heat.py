"""What was watched over the shift, laid over the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter

from wall.model.geo.coverage import Watched, coverage, unseen
from wall.model.geo.mercator import to_world
from wall.model.watching import Seen
from wall.ui.console.facts import Facts
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.overlays.asking import AskingOverlay
from wall.ui.map.overlays.heat_picture import heat_picture
from wall.ui.room_port import RoomPort
from wall.ui.theme import Theme

HOURS = (1, 4, 8, 12, 24)
USUAL_HOURS = 8
RENEW_EVERY_MS = 20_000
_AROUND = 0.25
"""So much of the view is painted beyond each of its edges: a drag shows no rim."""


class HeatLayer(PlainLayer):
    """The picture is made where the map rests, and taken along while it moves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._watched: Sequence[Watched] = ()
        self._xs = self._ys = self._shares = np.zeros(0)
        self._picture: tuple[MapFrame, QImage] | None = None
        self._is_resting = True

    def show(self, watched: Sequence[Watched]) -> None:
        """This was watched."""
        self._watched = watched
        points = np.array([to_world(each.place) for each in watched], dtype=float).reshape(-1, 2)
        self._xs, self._ys = points[:, 0], points[:, 1]
        self._shares = np.array([each.share for each in watched], dtype=float)
        self._picture = None
        self.changed()

    def rest(self, is_resting: bool) -> None:
        """Does the map stand still?"""
        if is_resting and not self._is_resting:
            self.changed()
        self._is_resting = is_resting

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """What there is of it, as large as it is now."""
        if not self._watched:
            return
        if self._picture is None or (self._is_resting and not _holds(self._picture[0], frame)):
            around = _grown(frame)
            colours = self._theme.accent, self._theme.late
            self._picture = around, heat_picture(around, self._xs, self._ys, self._shares, *colours)
        made, image = self._picture
        left, top = frame.pixel(made.left, made.top)
        times = frame.scale / made.scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, made.width * times, made.height * times), image)


class Heat(AskingOverlay):
    """An Overlay. `unix_time` gives seconds since 1970."""

    name = "heat"
    is_low = True

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        facts: Facts,
        room: RoomPort,
        unix_time: Callable[[], float],
    ) -> None:
        super().__init__(theme, canvas, HOURS)
        self.title = self.tr("What was watched")
        self.layer = HeatLayer(theme)
        self._facts = facts
        self._room = room
        self._unix_time = unix_time
        self._timer = QTimer(self, interval=RENEW_EVERY_MS)
        self._timer.timeout.connect(self.renew)
        self.span.setCurrentIndex(HOURS.index(USUAL_HOURS))
        self.span.currentIndexChanged.connect(lambda _index: self.renew())
        self.said.setText(self.tr("The ledger is being read…"))
        self.laid_out(self.said)

    def turn_on(self) -> None:
        """Ask the ledger, now and every so often."""
        self._facts.city_changed.connect(self.renew)
        self._canvas.frame_changed.connect(self._move)
        self._canvas.came_to_rest.connect(self._rest)
        self._timer.start()
        self.renew()

    def turn_off(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._facts.city_changed.disconnect(self.renew)
        self._canvas.frame_changed.disconnect(self._move)
        self._canvas.came_to_rest.disconnect(self._rest)
        self.forget()

    def renew(self) -> None:
        """Ask the ledger."""
        if not self._timer.isActive():
            return
        span_s = self.hours * 3600.0
        self.ask(self._room.seen(self._unix_time() - span_s), partial(self._take, span_s))

    # -- inside

    def _take(self, span_s: float, seen: Sequence[Seen]) -> None:
        watched = coverage(self._facts.city.inventory, seen, span_s)
        self.layer.show(watched)
        sentence = self.tr("Amber: nobody looked; blue: watched. {0} of {1} cameras were seen by nobody.")
        self.said.setText(sentence.format(number(unseen(watched)), number(len(watched))))

    def _move(self, _frame: object) -> None:
        self.layer.rest(not self._canvas.is_moving)

    def _rest(self) -> None:
        self.layer.rest(True)


def _grown(frame: MapFrame) -> MapFrame:
    wide, high = round(frame.width * _AROUND), round(frame.height * _AROUND)
    left, top = frame.world(-wide, -high)
    return MapFrame(left, top, frame.scale, frame.width + 2 * wide, frame.height + 2 * high, frame.ratio)


def _holds(made: MapFrame, frame: MapFrame) -> bool:
    """Is the frame within what was painted, and in the same scale?"""
    is_inside = made.left <= frame.left and made.right >= frame.right
    return is_inside and made.top <= frame.top and made.bottom >= frame.bottom and made.scale == frame.scale
