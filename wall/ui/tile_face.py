"""What one tile looks like. Numbers are device pixels; `scale` is how many make a logical one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QTextLayout, QTextOption

from wall.model.grid import Rect
from wall.model.tile import TileState, TileStatus
from wall.ui import theme as type_sizes
from wall.ui import words
from wall.ui.marks import colour_on_shade, draw_mark, mark_of
from wall.ui.theme import Theme, font
from wall.ui.tile import Overlay, Tile

_DIMMED = 0.55
_SELECTED_BORDER = 2
_ROW_AT_MOST = 48


class TileFace:
    """Paints tiles. A live one costs one picture and ready-made overlays; others may take their time."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._scale = scale

    def paint(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        """Paint a tile's picture and what is written on it."""
        if tile.note_painted(now_s):
            self._paint_current(painter, tile)
        else:
            self._paint_stale(painter, tile, now_s)

    def paint_selection(self, painter: QPainter, cell: Rect) -> None:
        """The frame of the selected cell, inside it."""
        width = round(_SELECTED_BORDER * self._scale)
        accent = self._theme.accent
        painter.fillRect(cell.x, cell.y, cell.width, width, accent)
        painter.fillRect(cell.x, cell.bottom - width, cell.width, width, accent)
        painter.fillRect(cell.x, cell.y, width, cell.height, accent)
        painter.fillRect(cell.right - width, cell.y, width, cell.height, accent)

    # -- in colour

    def _paint_current(self, painter: QPainter, tile: Tile) -> None:
        image, target = tile.shown_image(), tile.target
        assert image is not None
        if tile.is_letterboxed:
            _fill(painter, tile.area, self._theme.ground)
        if tile.is_exact:
            painter.drawImage(target.x, target.y, image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_qrect(target), image)
        if tile.overlays is None:
            tile.overlays = self._overlays(tile)
        for overlay in tile.overlays:
            painter.drawImage(overlay.x, overlay.y, overlay.image)

    def _overlays(self, tile: Tile) -> tuple[Overlay, ...]:
        """Draw the bottom row once, cut into the pieces that are not transparent."""
        height = min(tile.area.height, self._px(_ROW_AT_MOST))
        room = Rect(tile.area.x, tile.area.bottom - height, tile.area.width, height)
        sheet = QImage(room.width, room.height, QImage.Format.Format_ARGB32_Premultiplied)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.translate(-room.x, -room.y)
        used = self._paint_bottom_row(painter, tile, tile.note or tile.status, "")
        painter.end()
        return tuple(Overlay(r.x(), r.y(), sheet.copy(r.translated(-room.x, -room.y))) for r in used)

    # -- not in colour

    def _paint_stale(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        _fill(painter, tile.area, self._theme.ground)
        status, age_s = tile.status_at(now_s), tile.age_s(now_s)
        picture = self._grey_picture(tile)
        connecting = status.state is TileState.CONNECTING
        written_age = words.age(age_s) if picture is None and not connecting else ""
        if picture is not None:
            painter.setOpacity(_DIMMED)
            painter.drawImage(tile.target.x, tile.target.y, picture)
            painter.setOpacity(1.0)
            if age_s >= tile.limits.late_after_s:
                self._paint_age(painter, tile.area, words.age(age_s))
        row = self._paint_bottom_row(painter, tile, status, written_age)
        top = min((r.top() for r in row), default=tile.area.bottom)
        if not connecting:
            self._paint_cause(painter, tile.area, top, words.cause_sentence(status))

    def _grey_picture(self, tile: Tile) -> QImage | None:
        image = tile.shown_image()
        if tile.grey is None and image is not None:
            grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
            size = _qrect(tile.target).size()
            if grey.size() != size:
                smooth = Qt.TransformationMode.SmoothTransformation
                grey = grey.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            tile.grey = grey
        return tile.grey

    def _paint_age(self, painter: QPainter, area: Rect, text: str) -> None:
        """The age in the upper third, as large as it can be and still leave the middle free."""
        size = min(area.height * 0.22, 96 * self._scale)
        figures = font(size, bold=True)
        metrics = QFontMetrics(figures)
        pad = round(size * 0.3)
        width = metrics.horizontalAdvance(text) + 2 * pad
        box = QRect(
            area.x + (area.width - width) // 2, area.y + round(area.height * 0.06), width, metrics.height()
        )
        self._paint_shade(painter, box)
        painter.setFont(figures)
        painter.setPen(self._theme.on_shade)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_cause(self, painter: QPainter, area: Rect, bottom: int, sentence: str) -> None:
        """Why, in whole words, on as many lines as it takes above the bottom row."""
        if not sentence:
            return
        small = self._label_font(area)
        pad = self._px(6)
        lines = wrapped(sentence, small, area.width - 4 * pad)
        metrics = QFontMetrics(small)
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * pad
        height = metrics.height() * len(lines) + self._px(4)
        box = QRect(area.x, bottom - height - self._px(1), width, height)
        self._paint_shade(painter, box)
        painter.setFont(small)
        painter.setPen(self._theme.on_shade)
        for index, line in enumerate(lines):
            painter.drawText(
                box.x() + pad, box.y() + self._px(2) + metrics.ascent() + index * metrics.height(), line
            )

    # -- the bottom row

    def _paint_bottom_row(
        self, painter: QPainter, tile: Tile, status: TileStatus, written_age: str
    ) -> list[QRect]:
        """Number and name at the left, the state at the right if there is one. Returns what it took."""
        small = self._label_font(tile.area)
        state = " ".join(part for part in (words.state_word(status), written_age) if part)
        taken = []
        right = tile.area.right
        if state:
            taken.append(self._paint_state(painter, tile.area, small, status, state))
            right = taken[0].left() - self._px(4)
        name = self._paint_name(painter, tile, small, right - tile.area.x)
        return [*taken, name] if name is not None else taken

    def _paint_state(
        self, painter: QPainter, area: Rect, small: QFont, status: TileStatus, text: str
    ) -> QRect:
        metrics = QFontMetrics(small)
        pad, mark = self._px(6), round(metrics.capHeight() * 1.15)
        width = metrics.horizontalAdvance(text) + 2 * pad + mark + self._px(5)
        height = metrics.height() + self._px(4)
        box = QRect(area.right - width, area.bottom - height, width, height)
        self._paint_shade(painter, box)
        square = QRectF(box.x() + pad, box.y() + (height - mark) / 2, mark, mark)
        draw_mark(painter, mark_of(status), square, colour_on_shade(status, self._theme))
        painter.setFont(small)
        painter.setPen(self._theme.on_shade)
        painter.drawText(
            QPoint(box.x() + pad + mark + self._px(5), box.y() + self._px(2) + metrics.ascent()), text
        )
        return box

    def _paint_name(self, painter: QPainter, tile: Tile, small: QFont, room: int) -> QRect | None:
        metrics = QFontMetrics(small)
        pad = self._px(6)
        label = f"{tile.camera.number}  {tile.camera.name}"
        text = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, room - 2 * pad)
        if not text or room <= 2 * pad:
            return None
        height = metrics.height() + self._px(4)
        width = metrics.horizontalAdvance(text) + 2 * pad
        box = QRect(tile.area.x, tile.area.bottom - height, width, height)
        self._paint_shade(painter, box)
        painter.setFont(small)
        painter.setPen(self._theme.on_shade)
        painter.drawText(QPoint(box.x() + pad, box.y() + self._px(2) + metrics.ascent()), text)
        return box

    # -- small things

    def _paint_shade(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, self._theme.shade)

    def _label_font(self, area: Rect) -> QFont:
        """Small on a small tile; it grows with the picture: one sits further away from a large one."""
        height = area.height / self._scale
        steps = ((240, type_sizes.SMALL), (420, type_sizes.BODY), (760, type_sizes.LARGE))
        size = next((size for limit, size in steps if height < limit), type_sizes.TITLE)
        return font(size * self._scale)

    def _px(self, logical: float) -> int:
        return round(logical * self._scale)


def wrapped(text: str, chosen: QFont, width: int) -> list[str]:
    """Break a sentence into lines no wider than `width`, between words where that is possible."""
    layout = QTextLayout(text, chosen)
    layout.setTextOption(_break_anywhere_if_it_must_be())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def _break_anywhere_if_it_must_be() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _fill(painter: QPainter, area: Rect, colour: QColor) -> None:
    painter.fillRect(area.x, area.y, area.width, area.height, colour)


def _qrect(area: Rect) -> QRect:
    return QRect(area.x, area.y, area.width, area.height)
