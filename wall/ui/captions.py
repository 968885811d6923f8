"""What is written on a tile. Numbers are device pixels; `scale` is how many make a logical one.

The bottom row tells which camera it is and, when there is something to tell, its state. Above it stands why,
in the upper third how old the picture is. The middle of the picture stays free.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from wall.model.camera import Camera
from wall.model.grid import Rect
from wall.model.tile import TileStatus
from wall.ui.marks import Mark, Sign, colour_on_shade, draw_mark, draw_sign, mark_of
from wall.ui.theme import BODY, LARGE, SMALL, TITLE, Theme, font

_TYPE_STEPS = ((240, SMALL), (420, BODY), (760, LARGE))
"""A tile less than so many logical pixels high is labelled in that size: large ones are seen from afar."""

_CAUSE_SHARE = 0.46
"""How far up from the bottom edge the bottom row and the cause may reach."""


_STATE_SHARE = 0.55
"""How much of the bottom row a state may take where there is a shorter word for it."""


class Type(NamedTuple):
    """A font and its measures, device pixels."""

    font: QFont
    metrics: QFontMetrics


class Captions:
    """Writes on one tile at a time, each text on its own shade, only as wide as needed."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._scale = scale
        self._types: dict[float, Type] = {}

    def row_height(self, area: Rect) -> int:
        """How much of a tile's bottom edge the bottom row may take."""
        return self._type(area).metrics.height() + self._px(4)

    def labels_height(self, area: Rect) -> int:
        """How much of it the bottom row and the cause may take together."""
        return max(self.row_height(area), round(area.height * _CAUSE_SHARE))

    def write_row(
        self,
        painter: QPainter,
        area: Rect,
        camera: Camera,
        status: TileStatus,
        state: str,
        age: str = "",
        sign: Sign | None = None,
    ) -> list[QRect]:
        """Number and name at the left, at the right the state if there is one, and its age if there is room.

        Returns what they cover.
        """
        metrics = self._type(area).metrics
        covered = []
        room = area.width
        if state:
            number = metrics.horizontalAdvance(str(camera.number)) + 3 * self._px(6)
            with_age = f"{state}  {age}"
            if age and metrics.horizontalAdvance(with_age) < area.width * 0.4:
                state = with_age
            covered.append(self._write_state(painter, area, status, state, room - number))
            room = covered[0].left() - self._px(4) - area.x
        indent = self._sign_width(area) if sign else 0
        name = self._name(camera, metrics, room - 2 * self._px(6) - indent)
        if name:
            covered.append(self._write(painter, area, QPoint(area.x, area.bottom), [name], indent))
            if sign:
                self._write_sign(painter, area, sign, covered[-1])
        return covered

    def longest(self, area: Rect, states: Sequence[str]) -> str:
        """The first of these that leaves room for a camera's name; else the last."""
        metrics, room = self._type(area).metrics, area.width * _STATE_SHARE
        return next((each for each in states if metrics.horizontalAdvance(each) <= room), states[-1])

    def write_top(self, painter: QPainter, area: Rect, lines: list[str]) -> QRect:
        """Lines from the upper edge on. Returns what they cover."""
        return self._write(painter, area, QPoint(area.x, area.y + self.lines_height(area, lines)), lines)

    def lines_height(self, area: Rect, lines: Sequence[str]) -> int:
        """How much of a tile's height so many lines take."""
        return self.metrics(area).height() * len(lines) + self._px(4) if lines else 0

    def write_band(self, painter: QPainter, area: Rect, texts: Sequence[str], right: int) -> str:
        """All along the upper edge: a picture that somebody holds, with two bars before it. Gives which of the texts is
        written, the first that fits; `right` is as far as it may reach.
        """
        chosen, metrics = self._type(area)
        pad, side = self._px(6), round(metrics.capHeight() * 1.1)
        band = QRect(area.x, area.y, area.width, self.row_height(area))
        self._shade(painter, band)
        bars = QRectF(band.x() + 2 * pad, band.y() + (band.height() - side) / 2, side, side)
        draw_sign(painter, Sign.PAUSED, bars, self._theme.on_shade)
        painter.setFont(chosen)
        left = band.x() + 3 * pad + side
        text = next((each for each in texts if metrics.horizontalAdvance(each) <= right - pad - left), "")
        painter.drawText(QPoint(left, band.y() + self._px(2) + metrics.ascent()), text)
        return text

    def write_driven(self, painter: QPainter, area: Rect, texts: Sequence[str], right: int) -> None:
        """All along the upper edge, on a ground of its own colour, the first text that fits: what keys and mouse mean
        here. `right` is as far as it may be written on.
        """
        self._write_on(self._theme.driven, painter, area, texts, right)

    def write_alarm(self, painter: QPainter, area: Rect, texts: Sequence[str], right: int) -> None:
        """The same of an alarm that nobody has acknowledged."""
        self._write_on(self._theme.alarm_band, painter, area, texts, right)

    def _write_on(self, ground: QColor, painter: QPainter, area: Rect, texts: Sequence[str], right: int) -> None:
        chosen, metrics = self._type(area)
        pad = self._px(6)
        band = QRect(area.x, area.y, area.width, self.row_height(area))
        painter.fillRect(band, ground)
        painter.setFont(chosen)
        painter.setPen(self._theme.on_driven)
        room = right - area.x - 2 * pad
        text = next((each for each in texts if metrics.horizontalAdvance(each) <= room), "")
        painter.drawText(QPoint(area.x + pad, area.y + self._px(2) + metrics.ascent()), text)

    def write_under(self, painter: QPainter, area: Rect, top_right: QPoint, text: str) -> None:
        """A word or two below something, as far to the right."""
        metrics = self.metrics(area)
        width = metrics.horizontalAdvance(text) + 2 * self._px(6)
        bottom_left = QPoint(top_right.x() - width, top_right.y() + metrics.height() + self._px(4))
        self._write(painter, area, bottom_left, [text])

    def metrics(self, area: Rect) -> QFontMetrics:
        """Of what a tile is labelled with."""
        return self._type(area).metrics

    def room(self, width: int) -> int:
        """How much text, in pixels, fits into a label so wide."""
        return width - 2 * self._px(6)

    def write_empty(self, painter: QPainter, cell: Rect, number: str, sentence: str) -> None:
        """An empty cell: its number, quietly, and in its middle what is to be said."""
        pad, small = self._px(6), font(SMALL * self._scale)
        painter.setPen(self._theme.muted)
        painter.setFont(small)
        painter.drawText(QPoint(cell.x + pad, cell.bottom - pad - QFontMetrics(small).descent()), number)
        chosen, metrics = self._type(cell)
        painter.setFont(chosen)
        lines = wrapped(sentence, chosen, cell.width - 2 * pad) if sentence else []
        top = cell.y + (cell.height - metrics.height() * len(lines)) // 2
        for index, line in enumerate(lines):
            left = cell.x + (cell.width - metrics.horizontalAdvance(line)) // 2
            painter.drawText(QPoint(left, top + metrics.ascent() + index * metrics.height()), line)

    def write_cause(self, painter: QPainter, area: Rect, sentence: str) -> list[QRect]:
        """Why, above the bottom row, on as many lines as there is room for; the tooltip has it whole.

        Returns what it covers.
        """
        metrics = self._type(area).metrics
        row = self.row_height(area)
        lines_at_most = int((area.height * _CAUSE_SHARE - row - self._px(5)) / metrics.height())
        if not sentence or lines_at_most < 1:
            return []
        width = area.width - 4 * self._px(6)
        lines = wrapped(sentence, self._type(area).font, width)
        if len(lines) > lines_at_most:
            rest = " ".join(lines[lines_at_most - 1 :])
            last = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, width)
            lines = [*lines[: lines_at_most - 1], last]
        return [self._write(painter, area, QPoint(area.x, area.bottom - row - self._px(1)), lines)]

    def write_past(self, painter: QPainter, area: Rect, text: str) -> QRect:
        """At the upper left, on a ground of its own colour, that this is not now. Returns what it covers."""
        chosen, metrics = self._type(area)
        pad, gap, mark = self._px(6), self._px(5), round(metrics.capHeight() * 1.15)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width - 2 * pad - gap - mark)
        width = metrics.horizontalAdvance(text) + 2 * pad + gap + mark
        box = QRect(area.x, area.y, width, self.row_height(area))
        painter.fillRect(box, self._theme.on_shade_replay)
        square = QRectF(box.x() + pad, box.y() + (box.height() - mark) / 2, mark, mark)
        draw_mark(painter, Mark.REWIND, square, self._theme.on_replay)
        painter.setFont(chosen)
        painter.setPen(self._theme.on_replay)
        painter.drawText(QPoint(box.x() + pad + mark + gap, box.y() + self._px(2) + metrics.ascent()), text)
        return box

    def write_age(self, painter: QPainter, area: Rect, text: str) -> None:
        """The age in the upper third, as large as it can be."""
        size = min(area.height * 0.2, area.width * 1.2 / len(text), 96 * self._scale)
        figures = font(size, bold=True)
        metrics = QFontMetrics(figures)
        width = metrics.horizontalAdvance(text) + round(size * 0.7)
        left, top = area.x + (area.width - width) // 2, area.y + round(area.height * 0.06)
        box = QRect(left, top, width, metrics.height())
        self._shade(painter, box)
        painter.setFont(figures)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _sign_width(self, area: Rect) -> int:
        return round(self._type(area).metrics.capHeight() * 1.1) + self._px(6)

    def _write_sign(self, painter: QPainter, area: Rect, sign: Sign, label: QRect) -> None:
        side = round(self._type(area).metrics.capHeight() * 1.1)
        box = QRectF(label.x() + self._px(6), label.y() + (label.height() - side) / 2, side, side)
        draw_sign(painter, sign, box, self._theme.on_shade_muted)

    def _write_state(self, painter: QPainter, area: Rect, status: TileStatus, text: str, room: int) -> QRect:
        metrics = self._type(area).metrics
        pad, gap, mark = self._px(6), self._px(5), round(metrics.capHeight() * 1.15)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room - 2 * pad - gap - mark)
        width = metrics.horizontalAdvance(text) + 2 * pad + gap + mark
        height = self.row_height(area)
        box = QRect(area.right - width, area.bottom - height, width, height)
        self._shade(painter, box)
        square = QRectF(box.x() + pad, box.y() + (height - mark) / 2, mark, mark)
        draw_mark(painter, mark_of(status), square, colour_on_shade(status, self._theme))
        painter.setFont(self._type(area).font)
        painter.drawText(QPoint(box.x() + pad + mark + gap, box.y() + self._px(2) + metrics.ascent()), text)
        return box

    def _write(self, painter: QPainter, area: Rect, bottom_left: QPoint, lines: list[str], indent: int = 0) -> QRect:
        metrics = self._type(area).metrics
        width = indent + max(metrics.horizontalAdvance(line) for line in lines) + 2 * self._px(6)
        height = metrics.height() * len(lines) + self._px(4)
        box = QRect(bottom_left.x(), bottom_left.y() - height, width, height)
        self._shade(painter, box)
        painter.setFont(self._type(area).font)
        baseline = box.y() + self._px(2) + metrics.ascent()
        for index, line in enumerate(lines):
            painter.drawText(QPoint(box.x() + indent + self._px(6), baseline + index * metrics.height()), line)
        return box

    def _name(self, camera: Camera, metrics: QFontMetrics, room: int) -> str:
        """Number and name elided in the middle; where hardly anything of the name would stay, the number."""
        whole = f"{camera.number}  {camera.name}"
        number = str(camera.number)
        if metrics.horizontalAdvance(whole) <= room or room >= metrics.horizontalAdvance(f"{number}  Mmm…mmm"):
            return metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        return number if metrics.horizontalAdvance(number) <= room else ""

    def _shade(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, self._theme.shade)
        painter.setPen(self._theme.on_shade)

    def _type(self, area: Rect) -> Type:
        """In what a tile is labelled. Kept: to find a font again costs more than to write with it."""
        height = area.height / self._scale
        size = next((size for limit, size in _TYPE_STEPS if height < limit), TITLE)
        if size not in self._types:
            chosen = font(size * self._scale)
            self._types[size] = Type(chosen, QFontMetrics(chosen))
        return self._types[size]

    def _px(self, logical: float) -> int:
        return round(logical * self._scale)


def wrapped(text: str, chosen: QFont, width: int) -> list[str]:
    """Break a sentence into lines no wider than `width`, between words where that is possible."""
    layout = QTextLayout(text, chosen)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
