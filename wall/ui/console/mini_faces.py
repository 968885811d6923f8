"""What a cell of a small wall looks like: number and name of what it shows, with the mark of its state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from wall.model.board import Board, shown_camera
from wall.model.grid import Rect
from wall.model.health import Verdict
from wall.model.view import CarouselCell, Content, HotspotCell
from wall.ui.console.facts import Facts
from wall.ui.console.verdicts import MARK_SIZE, VerdictMarks
from wall.ui.marks import Sign, draw_sign
from wall.ui.room_port import RoomPort
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

_NAME_FROM = 40
"""A cell less high than that, in logical pixels, has room for a number only."""
_SELECTED_BORDER = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Caption:
    """What is written in a cell. `verdict` None: there is no camera whose state could be told."""

    number: str
    name: str
    verdict: Verdict | None = None
    is_gone: bool = False
    sign: Sign | None = None
    """Why this camera stands there, where nobody has put it there."""


def caption_of(content: Content | None, room: RoomPort, facts: Facts) -> Caption:
    """What stands in a cell, in words."""
    translate = QCoreApplication.translate
    if content is None:
        return Caption("", "")
    camera_id = shown_camera(content, 0, room.hotspot)
    record = facts.city.cameras.get(camera_id) if camera_id is not None else None
    number = "" if record is None or record.number is None else str(record.number)
    if isinstance(content, HotspotCell):
        return Caption(number, translate("MiniWall", "Hotspot"), sign=Sign.HOTSPOT)
    if isinstance(content, CarouselCell):
        several = translate("MiniWall", "{0} in turn").format(len(content.cameras))
        return Caption(number, several, sign=Sign.CAROUSEL)
    if record is None:
        return Caption(f"#{camera_id}", translate("MiniWall", "Camera is gone"), is_gone=True)
    return Caption(number, record.nickname or record.name, facts.verdict_of(record.camera_id))


class MiniFaces:
    """Paints the cells of small walls. Logical pixels."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._marks = VerdictMarks(theme, scale)
        self._number, self._name = font(BODY, bold=True), font(SMALL)
        self._number_metrics, self._name_metrics = QFontMetrics(self._number), QFontMetrics(self._name)

    def paint(self, painter: QPainter, area: Rect, caption: Caption, place: int) -> None:
        """One cell. `place` is its number, from 0, told where nothing stands in it."""
        theme, box = self._theme, QRect(area.x, area.y, area.width, area.height)
        is_empty = not caption.number and not caption.name
        painter.fillRect(box, theme.surface if is_empty else theme.raised)
        if is_empty:
            painter.setFont(self._name)
            painter.setPen(theme.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
            return
        edge = SPACE if area.width < 60 else 2 * SPACE
        inner = box.adjusted(edge, 2, -edge, -2)
        line = self._number_metrics.height()
        if area.height < _NAME_FROM:
            self._write_number(painter, inner, caption)
            return
        text_lines = 2 if area.height >= line + 2 * self._name_metrics.height() + 4 else 1
        height = line + text_lines * self._name_metrics.height()
        top = inner.y() + max(0, (inner.height() - height) // 2)
        self._write_number(painter, QRect(inner.x(), top, inner.width(), line), caption)
        self._write_name(painter, QRect(inner.x(), top + line, inner.width(), height - line), caption, text_lines)

    def frame(self, painter: QPainter, area: Rect, *, is_in_hand: bool) -> None:
        """Around the selected cell; quiet where the hand is on another screen."""
        width = _SELECTED_BORDER
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent if is_in_hand else self._theme.muted, width if is_in_hand else 1))
        inset = width // 2 if is_in_hand else 0
        painter.drawRect(area.x + inset, area.y + inset, area.width - 2 * inset - 1, area.height - 2 * inset - 1)

    def aim(self, painter: QPainter, area: Rect) -> None:
        """Around the place where something would be let go."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, _SELECTED_BORDER, Qt.PenStyle.DashLine))
        painter.drawRect(area.x + 1, area.y + 1, area.width - 3, area.height - 3)

    def _write_number(self, painter: QPainter, box: QRect, caption: Caption) -> None:
        left = box.x()
        if caption.sign is not None:
            square = QRectF(left, box.center().y() - MARK_SIZE // 2, MARK_SIZE, MARK_SIZE)
            draw_sign(painter, caption.sign, square, self._theme.muted)
            left += MARK_SIZE + SPACE
        elif caption.verdict is not None and box.width() > MARK_SIZE + self._number_metrics.horizontalAdvance("0"):
            painter.drawPixmap(left, box.center().y() - MARK_SIZE // 2, self._marks[caption.verdict])
            left += MARK_SIZE + SPACE
        room = box.right() - left + 1
        painter.setFont(self._number)
        painter.setPen(self._theme.muted if caption.is_gone else self._theme.text)
        text = self._number_metrics.elidedText(
            caption.number or ("" if caption.sign else caption.name), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, box.y(), room, box.height()), _LEFT, text)

    def _write_name(self, painter: QPainter, box: QRect, caption: Caption, lines: int) -> None:
        metrics, name = self._name_metrics, caption.name
        painter.setFont(self._name)
        painter.setPen(self._theme.muted)
        for number in range(lines):
            is_last = number == lines - 1
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, box.width()) if is_last else ""
            if not is_last:
                text = _fitting(name, metrics, box.width())
            name = name[len(text) :].strip()
            painter.drawText(QRect(box.x(), box.y() + number * metrics.height(), box.width(), metrics.height()), text)
            if not name:
                return


def _fitting(text: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words as there is room for; the letters that fit, where not one does."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    end = text.rfind(" ")
    while end > 0 and metrics.horizontalAdvance(text[:end]) > room:
        end = text.rfind(" ", 0, end)
    return text[:end] if end > 0 else ""


def tip_of(board: Board, cell: int, room: RoomPort, facts: Facts) -> str:
    """What stands in a cell, with nothing elided."""
    caption = caption_of(board.content_at(cell), room, facts)
    return "\n".join(part for part in (f"{caption.number}  {caption.name}".strip(),) if part)
