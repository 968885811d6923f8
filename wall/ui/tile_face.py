"""What one tile looks like: its picture, in colour or as an old one, and its captions. Device pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from wall.model.grid import Rect
from wall.model.tile import TileState
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.theme import LARGE, Theme, font
from wall.ui.tile import Overlay, Tile

_DIMMED = 0.55
_SELECTED_BORDER = 2


class TileFace:
    """Paints tiles. A live one costs one picture and ready-made overlays; others may take their time."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._scale = scale
        self._captions = Captions(theme, scale)

    def paint(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        """Paint a tile's picture and what is written on it."""
        if tile.note_painted(now_s):
            self._paint_current(painter, tile)
        else:
            painter.save()
            painter.setClipRect(_qrect(tile.area), Qt.ClipOperation.IntersectClip)
            self._paint_old(painter, tile, now_s)
            painter.restore()

    def paint_selection(self, painter: QPainter, cell: Rect) -> None:
        """The frame of the selected cell, inside it."""
        width = round(_SELECTED_BORDER * self._scale)
        accent = self._theme.accent
        painter.fillRect(cell.x, cell.y, cell.width, width, accent)
        painter.fillRect(cell.x, cell.bottom - width, cell.width, width, accent)
        painter.fillRect(cell.x, cell.y, width, cell.height, accent)
        painter.fillRect(cell.right - width, cell.y, width, cell.height, accent)

    def paint_notice(self, painter: QPainter, area: Rect, text: str) -> None:
        """One quiet sentence in the middle of an empty wall; `area` in logical pixels."""
        painter.save()
        painter.resetTransform()
        painter.setFont(font(LARGE))
        painter.setPen(self._theme.muted)
        painter.drawText(_qrect(area), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
        painter.restore()

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
        """Draw the bottom row once, and cut out the pieces that are not transparent."""
        area = tile.area
        height = min(area.height, self._captions.row_height(area))
        strip = Rect(area.x, area.bottom - height, area.width, height)
        sheet = QImage(strip.width, strip.height, QImage.Format.Format_ARGB32_Premultiplied)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.translate(-strip.x, -strip.y)
        status = tile.note or tile.status
        state = words.note_word(status) if tile.note else words.state_word(status)
        covered = self._captions.write_row(painter, area, tile.camera, status, state)
        painter.end()
        pieces = (box.intersected(_qrect(strip)) for box in covered)
        return tuple(Overlay(p.x(), p.y(), sheet.copy(p.translated(-strip.x, -strip.y))) for p in pieces)

    # -- not in colour

    def _paint_old(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        status, age_s = tile.status_at(now_s), tile.age_s(now_s)
        is_connecting = status.state is TileState.CONNECTING
        picture = self._grey_picture(tile)
        age = "" if is_connecting or picture is not None else words.age(age_s)
        if picture is None:
            _fill(painter, tile.area, self._theme.surface)
        else:
            self._paint_grey(painter, tile, picture)
            if age_s >= tile.limits.late_after_s:
                self._captions.write_age(painter, tile.area, words.age(age_s))
        self._captions.write_row(painter, tile.area, tile.camera, status, words.state_word(status), age)
        if not is_connecting:
            self._captions.write_cause(painter, tile.area, words.cause_sentence(status))

    def _paint_grey(self, painter: QPainter, tile: Tile, picture: QImage) -> None:
        _fill(painter, tile.area, self._theme.ground)
        painter.setOpacity(_DIMMED)
        painter.drawImage(tile.target.x, tile.target.y, picture)
        painter.setOpacity(1.0)

    def _grey_picture(self, tile: Tile) -> QImage | None:
        """The picture without its colour, at its size on the wall; made once for each old picture."""
        image = tile.shown_image()
        if tile.grey is None and image is not None:
            grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
            size = _qrect(tile.target).size()
            if grey.size() != size:
                smooth = Qt.TransformationMode.SmoothTransformation
                grey = grey.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            tile.grey = grey
        return tile.grey


def _fill(painter: QPainter, area: Rect, colour: QColor) -> None:
    painter.fillRect(area.x, area.y, area.width, area.height, colour)


def _qrect(area: Rect) -> QRect:
    return QRect(area.x, area.y, area.width, area.height)
