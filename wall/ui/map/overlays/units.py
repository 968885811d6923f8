"""Patrol cars and the like over the map: where they are, where they head, and how old that is."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSettings, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.events import Event, UnitsChanged
from wall.model.geo.mercator import to_world
from wall.model.geo.units import GONE_S, FeedTrouble, Unit, is_stale
from wall.ui import words
from wall.ui.console.parts import button, label
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.signals import EventBridge
from wall.ui.theme import SMALL, SPACE, Theme, font

_ADDRESS = "map/units"
_MOST_ADDRESS = 2000
_TICK_MS = 1000
_BODY_PX, _REACH_PX = 9.0, 14.0
_MOST_LABELS = 150
"""More would cover the map."""


class UnitsPort(Protocol):
    """Where the units are: `wall.services.units.Units`. Returns at once; told by UnitsChanged."""

    def follow(self, follower: object, address: str) -> None:
        """Follow this feed, and no other any more."""
        ...

    def rest(self, follower: object) -> None:
        """This one does not look any more."""
        ...


@dataclass(frozen=True, slots=True)
class UnitHere:
    """What is under the hand."""

    unit: Unit


class UnitLayer(PlainLayer):
    """An arrow where one drives, a disc where one stands; hollow, grey and with its age where that is old."""

    def __init__(self, theme: Theme, unix_time: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._unix_time = unix_time
        self._units: Sequence[Unit] = ()
        self._xs = self._ys = np.zeros(0)

    def show(self, units: Sequence[Unit]) -> None:
        """They are here now."""
        self._units = units
        points = np.array([to_world(each.place) for each in units], dtype=float).reshape(-1, 2)
        self._xs, self._ys = points[:, 0], points[:, 1]
        self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        now_s = self._unix_time()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        metrics = QFontMetricsF(painter.font())
        seen = self._seen(frame)
        for place, (unit, at) in enumerate(seen):
            if now_s - unit.at_s > GONE_S:
                continue
            is_old = is_stale(unit, now_s)
            self._paint_body(painter, at, unit, is_old=is_old)
            if len(seen) <= _MOST_LABELS or place < _MOST_LABELS:
                text = f"{unit.label}  ·  {words.age(now_s - unit.at_s)}" if is_old else unit.label
                self._paint_label(painter, at, text, metrics, is_old=is_old)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        xs, ys = frame.pixels(self._xs, self._ys)
        if not len(xs):
            return None
        far = np.hypot(xs - px, ys - py)
        nearest = int(np.argmin(far))
        return UnitHere(self._units[nearest]) if far[nearest] <= _REACH_PX else None

    # -- inside

    def _seen(self, frame: MapFrame) -> list[tuple[Unit, QPointF]]:
        xs, ys = frame.pixels(self._xs, self._ys)
        is_in = (xs > -100) & (xs < frame.width + 20) & (ys > -20) & (ys < frame.height + 20)
        return [(self._units[each], QPointF(xs[each], ys[each])) for each in np.flatnonzero(is_in).tolist()]

    def _paint_body(self, painter: QPainter, at: QPointF, unit: Unit, *, is_old: bool) -> None:
        painter.setPen(QPen(self._theme.muted if is_old else self._theme.ground, 1.5))
        painter.setBrush(self._theme.surface if is_old else self._theme.accent)
        if unit.heading_deg is None or (unit.speed_m_s is not None and unit.speed_m_s < 0.5):
            painter.drawEllipse(at, _BODY_PX * 0.7, _BODY_PX * 0.7)
            return
        corners = (0.0, _BODY_PX * 1.2), (140.0, _BODY_PX), (180.0, _BODY_PX * 0.4), (220.0, _BODY_PX)
        painter.drawPolygon(QPolygonF([_beside(at, unit.heading_deg + turn, far) for turn, far in corners]))

    def _paint_label(self, painter: QPainter, at: QPointF, text: str, metrics: QFontMetricsF, *, is_old: bool) -> None:
        room = QRectF(at.x() + _BODY_PX + 3, at.y() - 8, metrics.horizontalAdvance(text) + 2 * SPACE, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(room, 3, 3)
        painter.setPen(self._theme.muted if is_old else self._theme.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class UnitsOverlay(QObject):
    """An Overlay. `settings`, where given, keep the address of the feed."""

    name = "units"
    is_low = False

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        units: UnitsPort,
        events: EventBridge,
        unix_time: Callable[[], float],
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(canvas)
        self.title = self.tr("Patrol cars and units")
        self.layer = UnitLayer(theme, unix_time)
        self.controls = QWidget(canvas)
        self._units = units
        self._events = events
        self._unix_time = unix_time
        self._settings = settings
        self._news: UnitsChanged | None = None
        self._is_on = False
        self._token = object()
        self.line = QLineEdit(self.controls)
        self.line.setMaxLength(_MOST_ADDRESS)
        self.line.setPlaceholderText(self.tr("tcp://10.0.0.9:2947, http://…/units.geojson, or a file"))
        self.line.setAccessibleName(self.tr("Address of the feed"))
        self.said = label(is_muted=True)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(lambda: self.layer.changed())
        if settings is not None:
            self.line.setText(str(settings.value(_ADDRESS, "")))
        self._lay_out()
        self._tell()

    def turn_on(self) -> None:
        """Follow the feed."""
        self._is_on = True
        self._events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._tick.start()
        self.follow()

    def turn_off(self) -> None:
        """Follow it no more."""
        self._is_on = False
        self._tick.stop()
        self._events.happened.disconnect(self._take_note)
        self._units.rest(self._token)
        self.layer.show(())
        self._news = None

    def follow(self) -> None:
        """What stands in the line."""
        address = self.line.text().strip()
        if self._settings is not None:
            self._settings.setValue(_ADDRESS, address)
        self._news = None
        self.layer.show(())
        if self._is_on and address:
            self._units.follow(self._token, address)
        elif self._is_on:
            self._units.rest(self._token)
        self._tell()

    # -- inside

    def _take_note(self, event: Event) -> None:
        if isinstance(event, UnitsChanged) and self._is_on:
            self._news = event
            self.layer.show(event.units)
            self._tell()

    def _tell(self) -> None:
        news = self._news
        if not self.line.text().strip():
            self.said.setText(self.tr("Type where the positions come from: NMEA 0183 over TCP, or GeoJSON."))
        elif news is None:
            self.said.setText(self.tr("Nothing has come yet."))
        else:
            self.said.setText("  ·  ".join(self._parts(news)))

    def _parts(self, news: UnitsChanged) -> list[str]:
        told = [self.tr("{0} units").format(number(len(news.units)))]
        if news.trouble is not FeedTrouble.NONE:
            told.insert(0, f"▲  {trouble_words(news.trouble)}")
        if news.broken:
            told.append(self.tr("{0} could not be read").format(number(news.broken)))
        return told

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(button(self.tr("Follow"), self.follow))
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(6 * SPACE, 0, 0, 2 * SPACE)
        column.addLayout(row)
        column.addWidget(self.said)
        self.line.returnPressed.connect(self.follow)


def trouble_words(trouble: FeedTrouble) -> str:
    """What ails the feed. The enum's value is the English source text."""
    return QCoreApplication.translate("FeedTrouble", trouble.value)


def _beside(at: QPointF, bearing_deg: float, far: float) -> QPointF:
    angle = math.radians(bearing_deg)
    return at + QPointF(math.sin(angle), -math.cos(angle)) * far
