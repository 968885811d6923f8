"""What one camera looks like among many: its picture, its number and name, and whatever is not as it should be.

Normal is quiet: number and name. A camera that is not well has its mark and, where there is room, the word; a picture
that is old has lost its colour and tells its age in figures. The middle of a picture stays free.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from wall.model.glimpse import Freshness, Glimpse, Sight
from wall.model.grid import Rect, fit
from wall.model.health import Health, Verdict
from wall.model.tile import Cause, failed
from wall.ui import words
from wall.ui.console.overview.arranging import State
from wall.ui.console.overview.pictures import Pictures
from wall.ui.console.verdicts import MARK_SIZE, MARKS, VerdictMarks, colour_on_picture
from wall.ui.marks import draw_mark, mark_of
from wall.ui.theme import BODY, SMALL, Theme, font

_NUMBER_FROM, _NAME_FROM, _WORD_FROM, _LARGE_FROM = 52, 104, 200, 232
"""How wide a picture must be, in logical pixels, for what is written on it."""
_PAD = 4
_DIMMED = 0.5
_NEARLY = 2
"""A picture so many pixels smaller than its place was made for it: its proportions are not quite the place's."""
_BORDER = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Look:
    """All that a camera's place shows."""

    camera_id: int
    number: str
    name: str
    state: State
    health: Health | None
    sight: Sight


class Faces:
    """Paints cameras, in logical pixels."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self.pictures = Pictures(scale)
        self._scale = scale
        self._marks = VerdictMarks(theme, scale)
        self._small, self._large = font(SMALL), font(BODY)
        self._figures = font(BODY, bold=True)
        self._small_metrics, self._large_metrics = QFontMetrics(self._small), QFontMetrics(self._large)
        self._figure_metrics = QFontMetrics(self._figures)
        self._fitted: dict[tuple[str, int, bool], tuple[str, int]] = {}

    def forget_texts(self) -> None:
        """Names or sizes have changed."""
        self._fitted.clear()

    def paint(self, painter: QPainter, area: Rect, look: Look, now_s: float) -> None:
        """One camera. `now_s` is monotonic."""
        box = QRect(area.x, area.y, area.width, area.height)
        self._paint_picture(painter, area, look)
        covered = self._write_state(painter, box, look) if area.width >= _WORD_FROM else 0
        if area.width >= _NUMBER_FROM:
            self._write_name(painter, box, look, covered)
        elif look.state.verdict is not Verdict.WELL:
            painter.drawPixmap(box.x() + 2, box.bottom() - MARK_SIZE - 1, self._marks[look.state.verdict])
        self._write_age(painter, box, look, now_s)

    def frame(self, painter: QPainter, area: Rect, *, is_chosen: bool) -> None:
        """Around a camera that is chosen, or only has the hand on it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DotLine
        painter.setPen(QPen(self._theme.accent, _BORDER, style))
        painter.drawRect(area.x + 1, area.y + 1, area.width - 2, area.height - 2)

    def paint_heading(self, painter: QPainter, area: Rect, title: str, aside: str) -> None:
        """What stands above a group."""
        box = QRect(area.x, area.y, area.width, area.height - _PAD)
        painter.setFont(self._figures)
        painter.setPen(self._theme.text)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, flags, title)
        left = self._figure_metrics.horizontalAdvance(title) + 3 * _PAD
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        painter.drawText(box.adjusted(left, 0, 0, -1), flags, aside)

    # -- inside

    def _paint_picture(self, painter: QPainter, area: Rect, look: Look) -> None:
        box, glimpse = QRect(area.x, area.y, area.width, area.height), look.sight.glimpse
        if glimpse is None:
            painter.fillRect(box, self._theme.surface)
            self._write_reason(painter, box, look)
            return
        is_old = look.state.freshness is Freshness.OLD
        image = self.pictures.get(look.camera_id, glimpse, is_old=is_old)
        target = self._target(glimpse, area)
        if is_old or target != box:
            painter.fillRect(box, self._theme.ground)
        painter.setOpacity(_DIMMED if is_old else 1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, area.width >= _NAME_FROM)
        painter.drawImage(target, image)
        painter.setOpacity(1.0)

    def _target(self, glimpse: Glimpse, area: Rect) -> QRect:
        """Where the picture stands: pixel by pixel where it was made for this size, else scaled until there is one."""
        width, height = round(glimpse.width / self._scale), round(glimpse.height / self._scale)
        spare = min(area.width - width, area.height - height)
        if not 0 <= spare <= _NEARLY:
            scaled = fit(glimpse.width, glimpse.height, area)
            return QRect(scaled.x, scaled.y, scaled.width, scaled.height)
        return QRect(area.x + (area.width - width) // 2, area.y + (area.height - height) // 2, width, height)

    def _write_reason(self, painter: QPainter, box: QRect, look: Look) -> None:
        """Why there is no picture, as soon as that is known; till then nothing blinks."""
        if box.width() < _NAME_FROM:
            self._mark_reason(painter, box, look.sight.cause)
            return
        said = reason(look.sight.cause, is_whole=box.width() >= _LARGE_FROM)
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        inner = box.adjusted(_PAD, _PAD, -_PAD, -self._small_metrics.height() - 2 * _PAD)
        painter.drawText(inner, _CENTRE | Qt.TextFlag.TextWordWrap, said)

    def _mark_reason(self, painter: QPainter, box: QRect, cause: Cause) -> None:
        """Where there is no room for words."""
        if cause is not Cause.NONE:
            left, top = box.center().x() - MARK_SIZE / 2 + 1, box.y() + (box.height() - MARK_SIZE) / 4
            draw_mark(
                painter, mark_of(failed(cause)), QRectF(left, top, MARK_SIZE - 1, MARK_SIZE - 1), self._theme.muted
            )

    def _write_name(self, painter: QPainter, box: QRect, look: Look, covered: int) -> None:
        """Bottom left, on a shade only as wide as needed; before it the mark of a camera that is not well."""
        chosen, metrics = self._font(box)
        has_mark = look.state.verdict is not Verdict.WELL and not covered
        indent = MARK_SIZE + _PAD if has_mark else 0
        room = box.width() - covered - 2 * _PAD - indent - (_PAD if covered else 0)
        is_whole = box.width() >= _NAME_FROM or not look.number
        said = f"{look.number}  {look.name}".strip() if is_whole else look.number
        text, width = self._fit(said, room, chosen is self._large, metrics)
        width += indent + 2 * _PAD
        shade = QRect(box.x(), box.bottom() + 1 - metrics.height() - 2, width, metrics.height() + 2)
        painter.fillRect(shade, self._theme.shade)
        if has_mark:
            self._paint_mark(painter, look.state.verdict, shade.x() + _PAD, shade)
        painter.setFont(chosen)
        painter.setPen(self._theme.on_shade)
        painter.drawText(shade.adjusted(_PAD + indent, 0, 0, 0), _LEFT, text)

    def _write_state(self, painter: QPainter, box: QRect, look: Look) -> int:
        """Bottom right: what ails the camera, in a word or two. Gives how much room that took."""
        if look.state.verdict is Verdict.WELL:
            return 0
        chosen, metrics = self._font(box)
        room = box.width() // 2 - 3 * _PAD - MARK_SIZE
        text, width = self._fit(words.health_word(look.health), room, chosen is self._large, metrics)
        width += 3 * _PAD + MARK_SIZE
        height = metrics.height() + 2
        shade = QRect(box.right() + 1 - width, box.bottom() + 1 - height, width, height)
        painter.fillRect(shade, self._theme.shade)
        self._paint_mark(painter, look.state.verdict, shade.x() + _PAD, shade)
        painter.setFont(chosen)
        painter.setPen(self._theme.on_shade)
        painter.drawText(shade.adjusted(2 * _PAD + MARK_SIZE, 0, 0, 0), _LEFT, text)
        return width

    def _write_age(self, painter: QPainter, box: QRect, look: Look, now_s: float) -> None:
        """At the top: how old the picture is, or since when it is the same. Nothing while it is new."""
        text = age_text(look, now_s)
        if not text:
            return
        is_small = box.width() < _NAME_FROM
        metrics = self._small_metrics if is_small else self._figure_metrics
        if metrics.horizontalAdvance(text) + 2 * _PAD > box.width():
            text = age_text(look, now_s, is_short=True)
        width = min(box.width(), metrics.horizontalAdvance(text) + 2 * _PAD)
        shade = QRect(box.x() + (box.width() - width) // 2, box.y(), width, metrics.height())
        painter.fillRect(shade, self._theme.shade)
        painter.setFont(self._small if is_small else self._figures)
        painter.setPen(self._theme.on_shade)
        painter.drawText(shade, _CENTRE, text)

    def _paint_mark(self, painter: QPainter, verdict: Verdict, left: int, row: QRect) -> None:
        top = row.y() + (row.height() - MARK_SIZE) // 2
        square = QRectF(left + 0.5, top + 0.5, MARK_SIZE - 1, MARK_SIZE - 1)
        draw_mark(painter, MARKS[verdict], square, colour_on_picture(verdict, self._theme))

    def _font(self, box: QRect) -> tuple[QFont, QFontMetrics]:
        if box.width() >= _LARGE_FROM:
            return self._large, self._large_metrics
        return self._small, self._small_metrics

    def _fit(self, text: str, room: int, is_large: bool, metrics: QFontMetrics) -> tuple[str, int]:
        """Elided in the middle, and how wide that is; measured once."""
        key = (text, room, is_large)
        if key not in self._fitted:
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            self._fitted[key] = fitted, min(room, metrics.horizontalAdvance(fitted))
        return self._fitted[key]


def reason(cause: Cause, *, is_whole: bool) -> str:
    """Why there is no picture: whole, or in a word or two."""
    if cause is Cause.NONE:
        return QCoreApplication.translate("Overview", "no picture yet")
    return words.cause_with_detail(cause, "") if is_whole else words.state_word(failed(cause))


def age_text(look: Look, now_s: float, *, is_short: bool = False) -> str:
    """What the picture says of its age; "" while it is new, or where there is none."""
    glimpse, told = look.sight.glimpse, words.short_age if is_short else words.age
    if glimpse is None:
        return ""
    match look.state.freshness:
        case Freshness.OLD:
            return told(now_s - glimpse.taken_s)
        case Freshness.SAME:
            return f"= {told(now_s - glimpse.same_since_s)}"
    return ""
