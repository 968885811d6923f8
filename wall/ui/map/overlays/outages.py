"""Sites that are out: one sign for a site, with how many cameras, the likely cause, and since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from wall.model.geo.mercator import WorldPoint, to_world
from wall.model.geo.standing import standings
from wall.model.health import Incident
from wall.model.inventory import Inventory
from wall.ui import words
from wall.ui.console.facts import Facts
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.marks import Mark, draw_mark
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

_MARK_PX = 14
_HALO_PX = 22.0
_TICK_MS = 10_000


@dataclass(frozen=True, slots=True)
class SiteOutage:
    """What is under the hand: the cameras of a site that were lost together."""

    site_id: int
    cameras: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    found: SiteOutage
    point: WorldPoint
    name: str
    detail: str


class OutageLayer(PlainLayer):
    """A few signs at most, painted one by one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._signs: list[_Sign] = []

    def show(self, signs: list[_Sign]) -> None:
        """These sites are out."""
        if signs != self._signs:
            self._signs = signs
            self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign in self._signs:
            at = QPointF(*frame.pixel(*sign.point))
            if -200 < at.x() < frame.width + 50 and -50 < at.y() < frame.height + 50:
                self._paint_sign(painter, at, sign)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        for sign in reversed(self._signs):
            at = QPointF(*frame.pixel(*sign.point))
            if (at - QPointF(px, py)).manhattanLength() <= _HALO_PX:
                return sign.found
        return None

    def _paint_sign(self, painter: QPainter, at: QPointF, sign: _Sign) -> None:
        halo = QColor(self._theme.lost)
        halo.setAlpha(70)
        painter.setPen(QPen(self._theme.lost, 1.5))
        painter.setBrush(halo)
        painter.drawEllipse(at, _HALO_PX, _HALO_PX)
        large, small = font(BODY, bold=True), font(SMALL)
        wide = max(
            QFontMetricsF(large).horizontalAdvance(sign.name), QFontMetricsF(small).horizontalAdvance(sign.detail)
        )
        room = QRectF(at.x() + _HALO_PX + SPACE, at.y() - 19, wide + _MARK_PX + 5 * SPACE, 38)
        painter.setPen(QPen(self._theme.lost, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(room, 4, 4)
        box = QRectF(room.x() + 2 * SPACE, room.y() + 5, _MARK_PX, _MARK_PX)
        draw_mark(painter, Mark.SQUARE, box, self._theme.lost)
        text = room.adjusted(_MARK_PX + 3 * SPACE, 2, 0, -2)
        for written, colour, told, side in (
            (large, self._theme.text, sign.name, Qt.AlignmentFlag.AlignTop),
            (small, self._theme.muted, sign.detail, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(written)
            painter.setPen(colour)
            painter.drawText(text, side | Qt.AlignmentFlag.AlignLeft, told)


class Outages(QObject):
    """An Overlay. `unix_time` gives seconds since 1970."""

    name = "outages"
    is_low = False
    controls: QWidget | None = None

    def __init__(self, theme: Theme, canvas: MapCanvas, facts: Facts, unix_time: Callable[[], float]) -> None:
        super().__init__(canvas)
        self.title = self.tr("Sites that are out")
        self.layer = OutageLayer(theme)
        self._facts = facts
        self._unix_time = unix_time
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show)

    def turn_on(self) -> None:
        """Hear of outages."""
        self._facts.incidents_changed.connect(self._show)
        self._facts.city_changed.connect(self._show)
        self._timer.start()
        self._show()

    def turn_off(self) -> None:
        """Hear no more."""
        self._timer.stop()
        self._facts.incidents_changed.disconnect(self._show)
        self._facts.city_changed.disconnect(self._show)

    def _show(self) -> None:
        self.layer.show(signs_of(self._facts.incidents, self._facts.city.inventory, self._unix_time()))


def signs_of(incidents: Sequence[Incident], inventory: Inventory, now_s: float) -> list[_Sign]:
    """A sign for each, at its site, or in the middle of its cameras; what stands nowhere has none."""
    sites = {each.site_id: each.position for each in inventory.sites}
    places = {each.camera_id: each.place for each in standings(inventory)} if incidents else {}
    found: list[_Sign] = []
    for each in incidents:
        site = sites.get(each.site_id)
        points = [to_world(site)] if site is not None else [to_world(places[c]) for c in each.cameras if c in places]
        if points:
            xs, ys = zip(*points, strict=True)
            point = sum(xs) / len(xs), sum(ys) / len(ys)
            found.append(_Sign(SiteOutage(each.site_id, each.cameras), point, each.site, _detail(each, now_s)))
    return found


def _detail(incident: Incident, now_s: float) -> str:
    translate = QCoreApplication.translate
    many = translate("MapOutages", "{0} of {1} cameras").format(
        number(len(incident.cameras)), number(incident.cameras_of_site)
    )
    cause = words.shared_cause(incident.cause)
    return "  ·  ".join((many, cause, words.age(max(0.0, now_s - incident.since_s))))
