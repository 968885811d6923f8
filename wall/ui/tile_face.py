"""What one tile looks like: its picture, in colour or as an old one, and its captions. Device pixels."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from wall.model.grid import Rect
from wall.model.tile import TileState, TileStatus
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.corner import Corners
from wall.ui.held_face import HeldFace
from wall.ui.overview import Overview
from wall.ui.past_face import PastFace
from wall.ui.picture_facts import facts_of, fitted
from wall.ui.strokes import cropped, draw_picture, fill, qrect, written
from wall.ui.theme import LARGE, SPACE, Theme, font
from wall.ui.tile import OldLabels, Overlay, Tile

_DIMMED = 0.55
_SELECTED_BORDER = 2
_ALARM_BORDER = 3
_AROUND_NOTICE = 2 * SPACE
"""Cells' outlines do not run through what is written over them."""
_TARGET_BORDER = 4
_FACTS_SHARE = 0.2
"""How far down from the upper edge the figures of a stream may reach."""

_LABEL_SHARE = 0.6
"""What the marks at the upper right must leave of the first row for what else is to be read there."""


class Blank(NamedTuple):
    """What a cell without a tile says: its number, and why there is no tile where there should be one."""

    number: str
    sentence: str = ""


class TileFace:
    """Paints tiles. A live one costs one picture and ready-made overlays.

    Another takes two milliseconds the first time, which dozens at once must not (see `is_ready`), and then little more
    than a live one.
    """

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._scale = scale
        self._captions = Captions(theme, scale)
        self._overview = Overview(theme, scale, self._captions)
        self._held = HeldFace(theme, scale, self._captions, self._overview)
        self._corners = Corners(theme, scale)
        self._past = PastFace(theme, scale, self._captions, self._overview)

    def paint(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        """Paint a tile's picture and what is written on it."""
        self._paint_picture(painter, tile, now_s)
        if tile.band or tile.alarm:
            _lay_over(painter, (self._band_overlay(tile),))
        if tile.corners:
            self._lay_corners(painter, tile)
        if tile.alarm:
            self._paint_frame(painter, tile.area, _ALARM_BORDER, self._theme.alarm_band)

    def _paint_picture(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        is_current = tile.note_painted(now_s)
        if tile.past is not None and not tile.is_held:
            self._past.paint(painter, tile, tile.past, *self._inside(tile))
            return
        if is_current and not tile.is_held:
            self._paint_current(painter, tile)
            return
        painter.save()
        painter.setClipRect(qrect(tile.area), Qt.ClipOperation.IntersectClip)
        if tile.sight.held is not None:
            self._held.paint(painter, tile, tile.sight.held, now_s, self._inside(tile)[1])
        else:
            self._paint_old(painter, tile, now_s)
        painter.restore()

    def caption_of(self, tile: Tile) -> Rect:
        """The row at its lower edge."""
        return _foot(tile.area, self._captions.row_height(tile.area))

    def overview_of(self, tile: Tile) -> Rect | None:
        """Where the small picture of the whole stands, if there is one."""
        return self._overview.rect(tile)

    def is_ready(self, tile: Tile, now_s: float) -> bool:
        """Can it be painted quickly?"""
        if tile.is_held or tile.past is not None or tile.is_current(now_s):
            return True
        has_picture = tile.grey is not None or tile.shown_image() is None
        return has_picture and _has_labels(tile, *_old_state(tile, now_s))

    def paint_blank(self, painter: QPainter, tile: Tile) -> None:
        """Stand in, for a few hundredths of a second, for a tile that is not ready: its old picture without a word."""
        image = tile.shown_image()
        if image is None:
            fill(painter, tile.area, self._theme.surface)
            return
        fill(painter, tile.area, self._theme.ground)
        painter.setOpacity(_DIMMED)
        grey = cropped(tile, image).convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(qrect(tile.target), grey)
        painter.setOpacity(1.0)

    def paint_empty(self, painter: QPainter, cell: Rect, blank: Blank) -> None:
        """A cell without a tile, with the faintest of outlines: something can be put there."""
        self._paint_frame(painter, cell, 1, self._theme.surface)
        self._captions.write_empty(painter, cell, blank.number, blank.sentence)

    def paint_selection(self, painter: QPainter, cell: Rect, *, in_hand: bool = True) -> None:
        """The frame of the selected cell, inside it; grey on a screen that keys do not go to."""
        self._paint_frame(painter, cell, _SELECTED_BORDER, self._theme.accent if in_hand else self._theme.muted)

    def paint_target(self, painter: QPainter, cell: Rect) -> None:
        """The frame of the cell over which something is about to be dropped."""
        self._paint_frame(painter, cell, _TARGET_BORDER, self._theme.accent)

    def _paint_frame(self, painter: QPainter, cell: Rect, border: int, accent: QColor) -> None:
        width = round(border * self._scale)
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
        how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        written = painter.boundingRect(qrect(area), how, text)
        painter.fillRect(written.adjusted(-_AROUND_NOTICE, 3, _AROUND_NOTICE, 0), self._theme.ground)
        painter.drawText(qrect(area), how, text)
        painter.restore()

    def _lay_corners(self, painter: QPainter, tile: Tile) -> None:
        _lay_over(painter, (self._corner_overlay(tile),))

    def _row_end(self, tile: Tile) -> int:
        """As far to the right the uppermost row may be written on."""
        return self._corner_overlay(tile).x if tile.corners else tile.area.right

    def _corner_overlay(self, tile: Tile) -> Overlay:
        """The marks of a tile that has some."""
        if tile.corner_overlay is None:
            box, sheet = self._corners.sheet(tile.area, [tile.corners[mark] for mark in sorted(tile.corners)])
            tile.corner_overlay = Overlay(box.x(), box.y(), sheet)
        return tile.corner_overlay

    def _band_overlay(self, tile: Tile) -> Overlay:
        """What says that the hand moves the camera itself; else what its alarm is."""
        if tile.band_overlay is None:
            head, right = _head(tile.area, self._band_height(tile)), self._row_end(tile)

            def write(painter: QPainter) -> list[QRect]:
                if tile.band:
                    self._captions.write_driven(painter, tile.area, tile.band, right)
                else:
                    self._captions.write_alarm(painter, tile.area, tile.alarm, right)
                return [qrect(head)]

            (tile.band_overlay,) = written(head, write)
        return tile.band_overlay

    def _band_height(self, tile: Tile) -> int:
        """So much of the upper edge it takes; what else is written there stands below it."""
        return self._captions.row_height(tile.area) if tile.band or tile.alarm else 0

    def _inside(self, tile: Tile) -> tuple[Rect, Rect]:
        """Where a picture that is not of now says what it is: what is left of its tile inside the frame and below the
        band of an alarm; and from where on its label may stand there, clear of the marks at the upper right.
        """
        area, height = tile.area, self._band_height(tile)
        edge = round(_ALARM_BORDER * self._scale) if tile.alarm else 0
        inside = Rect(area.x + edge, area.y + height, area.width - 2 * edge, max(0, area.height - height - edge))
        room = self._row_end(tile) - area.x
        if height or not tile.corners:
            return inside, inside
        if room < area.width * _LABEL_SHARE:
            return inside, _below(inside, self._captions.row_height(area))
        return inside, Rect(inside.x, inside.y, room, inside.height)

    # -- in colour

    def _paint_current(self, painter: QPainter, tile: Tile) -> None:
        image = tile.shown_image()
        assert image is not None
        draw_picture(painter, tile, image, self._theme.ground)
        if tile.overlays is None:
            tile.overlays = self._overlays(tile)
        _lay_over(painter, tile.overlays)
        if tile.crop is not None:
            self._overview.paint(painter, tile, image)

    def _overlays(self, tile: Tile) -> tuple[Overlay, ...]:
        area = tile.area
        status = tile.note or tile.status
        states = (words.note_word(status),) if tile.note else words.state_words(status)
        state = self._captions.longest(area, states)

        def write(painter: QPainter) -> list[QRect]:
            return self._captions.write_row(painter, area, tile.camera, status, state, sign=tile.sign)

        return (*written(_foot(area, self._captions.row_height(area)), write), *self._facts(tile))

    def _facts(self, tile: Tile) -> tuple[Overlay, ...]:
        """The figures of its stream, along the upper edge, where they are wanted."""
        lines, captions, area = self._fact_lines(tile), self._captions, tile.area
        if not lines:
            return ()
        area = _below(area, self._band_height(tile))
        return written(_head(area, captions.lines_height(area, lines)), lambda p: [captions.write_top(p, area, lines)])

    def _fact_lines(self, tile: Tile) -> list[str]:
        if not tile.sight.has_facts:
            return []
        area, metrics = tile.area, self._captions.metrics(tile.area)
        most = max(1, int(area.height * _FACTS_SHARE / metrics.height()))
        overview = self._overview.rect(tile) if most > 1 else None  # It begins below the first line.
        right = min(overview.x if overview else area.right, self._row_end(tile))
        room = self._captions.room(right - area.x)
        return fitted(facts_of(tile), most, lambda line: metrics.horizontalAdvance(line) <= room)

    # -- not in colour

    def _paint_old(self, painter: QPainter, tile: Tile, now_s: float) -> None:
        picture = self._grey_picture(tile)
        if picture is None:
            fill(painter, tile.area, self._theme.surface)
        else:
            self._paint_grey(painter, tile, picture)
            age_s = tile.age_s(now_s)
            if age_s >= tile.limits.late_after_s:
                lines = self._captions.lines_height(tile.area, self._fact_lines(tile))
                height = lines + self._band_height(tile)
                self._captions.write_age(painter, _below(tile.area, height), words.age(age_s))
            if tile.crop is not None and (image := tile.shown_image()) is not None:
                self._overview.paint(painter, tile, image, is_old=True)
        status, age = _old_state(tile, now_s)
        if not _has_labels(tile, status, age):
            tile.old_labels = OldLabels(status, age, self._old_overlays(tile, status, age))
        assert tile.old_labels is not None
        _lay_over(painter, tile.old_labels.overlays)

    def _old_overlays(self, tile: Tile, status: TileStatus, age: str) -> tuple[Overlay, ...]:
        area, captions = tile.area, self._captions

        def write(painter: QPainter) -> list[QRect]:
            covered = captions.write_row(painter, area, tile.camera, status, words.state_word(status), age, tile.sign)
            if status.state is not TileState.CONNECTING:
                covered += captions.write_cause(painter, area, words.cause_sentence(status))
            return covered

        return (*written(_foot(area, captions.labels_height(area)), write), *self._facts(tile))

    def _paint_grey(self, painter: QPainter, tile: Tile, picture: QImage) -> None:
        fill(painter, tile.area, self._theme.ground)
        painter.setOpacity(_DIMMED)
        painter.drawImage(tile.target.x, tile.target.y, picture)
        painter.setOpacity(1.0)

    def _grey_picture(self, tile: Tile) -> QImage | None:
        """The picture without its colour, at its size on the wall; made once for each old picture."""
        image = tile.shown_image()
        if tile.grey is None and image is not None:
            grey = cropped(tile, image).convertToFormat(QImage.Format.Format_Grayscale8)
            size = qrect(tile.target).size()
            if grey.size() != size:
                smooth = Qt.TransformationMode.SmoothTransformation
                grey = grey.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            tile.grey = grey
        return tile.grey


def _old_state(tile: Tile, now_s: float) -> tuple[TileStatus, str]:
    """What an old tile says in its labels. Over a picture the age stands by itself, as large as it can."""
    status = tile.status_at(now_s)
    has_age = status.state is not TileState.CONNECTING and tile.shown_image() is None
    return status, words.age(tile.age_s(now_s)) if has_age else ""


def _has_labels(tile: Tile, status: TileStatus, age: str) -> bool:
    labels = tile.old_labels
    return labels is not None and (labels.status, labels.age) == (status, age)


def _foot(area: Rect, height: int) -> Rect:
    """The lower part of a tile."""
    height = min(area.height, height)
    return Rect(area.x, area.bottom - height, area.width, height)


def _head(area: Rect, height: int) -> Rect:
    """The upper part of a tile."""
    return Rect(area.x, area.y, area.width, min(area.height, height))


def _below(area: Rect, height: int) -> Rect:
    """What is left of a tile under its upper part."""
    return Rect(area.x, area.y + height, area.width, area.height - height)


def _lay_over(painter: QPainter, overlays: tuple[Overlay, ...]) -> None:
    for overlay in overlays:
        painter.drawImage(overlay.x, overlay.y, overlay.image)
