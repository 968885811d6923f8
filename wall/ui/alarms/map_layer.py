"""Alarms on the map: a ring around each camera that has one which nobody has acknowledged, and a sign for each site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from wall.model.alarms.alarm import Alarm, urgency
from wall.model.geo.mercator import WorldPoint
from wall.ui.alarms.words import place_of, site_of, title_of
from wall.ui.figures import number
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.marks import Mark, draw_mark
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

_MARK_PX = 14
_RING_PX, _WIDE_RING_PX = 13.0, 18.0
_BADGE_PX = 22.0
_APART_PX = 24.0
"""Cameras nearer to each other have one ring together."""
_HIGH = 38


@dataclass(frozen=True, slots=True)
class SiteAlarms:
    """What is under the hand: the alarms of one place that nobody has acknowledged, the most urgent first."""

    alarms: tuple[Alarm, ...]
    point: WorldPoint


def by_site(
    alarms: Iterable[Alarm], points: Mapping[int, WorldPoint], sites: Mapping[int, WorldPoint]
) -> list[SiteAlarms]:
    """Rolled up: one for each site, and one for each camera without a site. `points` are those of cameras. What stands
    nowhere is left out.
    """
    found: dict[tuple[int, int], list[Alarm]] = {}
    for alarm in sorted(alarms, key=urgency):
        found.setdefault((alarm.site_id, 0 if alarm.site_id else alarm.camera_id), []).append(alarm)
    rolled = []
    for (site_id, _), each in found.items():
        seen = [points[camera] for alarm in each for camera in alarm.cameras[:1] if camera in points]
        point = sites.get(site_id) or (seen[0] if seen else None)
        if point is not None:
            rolled.append(SiteAlarms(tuple(each), point))
    return rolled


class AlarmLayer(PlainLayer):
    """Signs that would lie over each other shrink to a count. `is_lit` changes while it pulses."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sites: Sequence[SiteAlarms] = ()
        self._cameras: Sequence[WorldPoint] = ()
        self._places: list[tuple[QRectF, SiteAlarms]] = []
        self.is_lit = True

    def show(self, sites: Sequence[SiteAlarms], cameras: Sequence[WorldPoint]) -> None:
        """These, and nothing else."""
        self._sites, self._cameras = sites, cameras
        self.changed()

    def pulse(self) -> None:
        """The other way."""
        self.is_lit = not self.is_lit
        self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._places = []
        rings: list[QPointF] = []
        for point in self._cameras:
            at = QPointF(*frame.pixel(*point))
            if _is_near(at, frame) and all((at - each).manhattanLength() > _APART_PX for each in rings):
                rings.append(at)
                self._paint_ring(painter, at)
        for site in self._sites:
            at = QPointF(*frame.pixel(*site.point))
            if _is_near(at, frame):
                self._paint_sign(painter, at, site)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        return next((site for room, site in reversed(self._places) if room.contains(px, py)), None)

    # -- inside

    def _paint_ring(self, painter: QPainter, at: QPointF) -> None:
        radius = _WIDE_RING_PX if self.is_lit else _RING_PX
        halo = QColor(self._theme.alarm)
        halo.setAlpha(60 if self.is_lit else 20)
        painter.setPen(QPen(self._theme.alarm, 2.5))
        painter.setBrush(halo)
        painter.drawEllipse(at, radius, radius)

    def _paint_sign(self, painter: QPainter, at: QPointF, site: SiteAlarms) -> None:
        title, detail = _texts(site)
        wide = max(QFontMetricsF(font(BODY, bold=True)).horizontalAdvance(title), _width(detail))
        room = QRectF(at.x() + _WIDE_RING_PX + SPACE, at.y() - _HIGH / 2, wide + _MARK_PX + 5 * SPACE, _HIGH)
        if any(room.intersects(taken) for taken, _ in self._places):
            self._paint_badge(painter, at, site)
            return
        self._places.append((room, site))
        painter.setPen(QPen(self._theme.alarm, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(room, 4, 4)
        mark = QRectF(room.x() + 2 * SPACE, room.y() + 5, _MARK_PX, _MARK_PX)
        draw_mark(painter, Mark.TRIANGLE, mark, self._theme.alarm)
        text = room.adjusted(_MARK_PX + 3 * SPACE, 2, 0, -2)
        for written, colour, told, side in (
            (font(BODY, bold=True), self._theme.text, title, Qt.AlignmentFlag.AlignTop),
            (font(SMALL), self._theme.muted, detail, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(written)
            painter.setPen(colour)
            painter.drawText(text, side | Qt.AlignmentFlag.AlignLeft, told)

    def _paint_badge(self, painter: QPainter, at: QPointF, site: SiteAlarms) -> None:
        """Only how many."""
        room = QRectF(at.x() - _BADGE_PX / 2, at.y() - _BADGE_PX - 2 * SPACE, _BADGE_PX, _BADGE_PX - SPACE)
        self._places.append((room, site))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.alarm_band)
        painter.drawRoundedRect(room, 4, 4)
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(self._theme.on_driven)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(len(site.alarms)))


def _texts(site: SiteAlarms) -> tuple[str, str]:
    """What the most urgent one is; where, and how many more there are."""
    first, more = site.alarms[0], len(site.alarms) - 1
    where = site_of(first) or place_of(first)
    if not more:
        return title_of(first), place_of(first)
    return title_of(first), QCoreApplication.translate("Alarm", "{0} and {1} more").format(where, number(more))


def _width(text: str) -> float:
    return QFontMetricsF(font(SMALL)).horizontalAdvance(text)


def _is_near(at: QPointF, frame: MapFrame) -> bool:
    return -250 < at.x() < frame.width + 50 and -50 < at.y() < frame.height + 50
