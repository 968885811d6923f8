"""The one widget that paints the whole wall.

A timer asks every visible feed whether it has something newer (a few comparisons each), twice for each picture of the
fastest camera, and one region update covers all tiles that have. A frame of a live tile is then one copy of its pixels
and one blit of its label.
Everything is laid out in whole device pixels, so that a picture decoded at the asked size is never scaled.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat, zip_longest

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from wall.model.framing import Framing, frame_area
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.picture import Picture, PictureBox
from wall.model.tempo import USUAL_S, Fastest, rest_s
from wall.model.zoom import wanted_box
from wall.ui import words
from wall.ui.finger import is_finger
from wall.ui.picture_facts import facts_of
from wall.ui.theme import Theme
from wall.ui.tile import Tile
from wall.ui.tile_face import Blank, TileFace

_PACED_EVERY_S = 1.0
_GREY_AT_ONCE = 6
"""How many tiles may be made grey, or have their words changed, in one tick: when a whole district goes dark at once,
it is told over a few ticks, and the operator's hand is never held up.
"""

PaintedHook = Callable[[int, Picture, float], None]


class WallView(QWidget):
    """Shows tiles in the cells of a layout; tells where the operator's hand is.

    `monotonic` is the clock in which pictures are dated. `on_painted`, where set, hears of every new picture
    that was painted: the tile's number, the picture, and when.
    """

    cell_pressed = Signal(int)
    cell_opened = Signal(int)
    menu_requested = Signal(int, QPoint)
    """For a cell, at a place on the desktop."""
    pointer_moved = Signal(float)
    """How far below the upper edge the pointer now is, in logical pixels."""
    resized = Signal()
    shown_or_hidden = Signal(bool)
    """Can anybody see it? A window that is covered is as good as hidden."""

    def __init__(self, theme: Theme, monotonic: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on_painted: PaintedHook | None = None
        self.notice = ""
        """What to say while there is no tile at all."""
        self._theme = theme
        self._monotonic = monotonic
        self._layout = Layout.plain(1, 1)
        self._cells: tuple[Rect, ...] = ()
        self._tiles: tuple[Tile | None, ...] = ()
        self._blanks: tuple[Blank, ...] = ()
        self._standing: list[tuple[int, Tile]] = []
        self._selected = 0
        self._in_hand = True
        self._target: int | None = None
        self._pressed: int | None = None
        self._asked = QRegion()
        self._asked_cells: set[int] = set()
        self._face = TileFace(theme, 1.0)
        self._is_seen = False
        self._is_uncovered = True
        self._look_timer = QTimer(self)
        self._look_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._look_timer.setInterval(round(USUAL_S * 1000))
        self._fastest, self._paced_s = Fastest(), 0.0
        self._look_timer.timeout.connect(self._look)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)

    # -- what is shown

    def set_layout(self, layout: Layout) -> None:
        """Cut the wall into other cells; it stands empty until `set_tiles`. The same again changes nothing."""
        if layout == self._layout and self._cells:
            return
        self._layout = layout
        self._tiles, self._blanks = (), ()
        self._lay_out()

    def set_tiles(self, tiles: Sequence[Tile | None], blanks: Sequence[Blank] = ()) -> None:
        """Put a tile, or nothing, into each cell in reading order; `blanks` are what cells without a tile say."""
        former = tuple(zip_longest(self._tiles, self._blanks))
        self._tiles = tuple(tiles[: len(self._cells)])
        self._blanks = tuple(blanks)
        now = tuple(zip_longest(self._tiles, self._blanks))
        self._place_tiles()
        if len(former) != len(now) or not any(self._tiles):
            self.update()
        for cell, (one, other) in enumerate(zip(former, now, strict=False)):
            if one != other:
                self._touch(cell)

    def set_selected(self, cell: int) -> None:
        """Move the frame of the selected cell."""
        self._touch(self._selected)
        self._selected = cell
        self._touch(cell)

    def set_uncovered(self, is_uncovered: bool) -> None:
        """Can anybody see the window, while it is shown?"""
        self._is_uncovered = is_uncovered
        self._show_or_hide(is_uncovered and self.isVisible())

    @property
    def is_seen(self) -> bool:
        """Can anybody see it?"""
        return self._is_seen

    def _show_or_hide(self, is_seen: bool) -> None:
        if is_seen == self._is_seen:
            return
        self._is_seen = is_seen
        if is_seen:
            self._look_timer.start()
        else:
            self._look_timer.stop()
        self.shown_or_hidden.emit(is_seen)

    def set_in_hand(self, in_hand: bool) -> None:
        """Do keys go to this screen? Its frame has the colour of the hand then."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self._touch(self._selected)

    def set_target(self, cell: int | None) -> None:
        """Frame the cell over which something would be dropped."""
        former, self._target = self._target, cell
        for each in (former, cell):
            if each is not None and former != cell:
                self._touch(each)

    def picture_size(self, cell: int) -> PictureBox:
        """The size in device pixels at which a picture fits a cell without scaling."""
        return _box(self._cells[cell], Framing.FIT)

    def caption_of(self, tile: Tile) -> Rect:
        """The row with its name, in device pixels."""
        return self._face.caption_of(tile)

    def overview_of(self, tile: Tile) -> Rect | None:
        """Where the small picture of the whole stands in a tile that is looked at closely."""
        return self._face.overview_of(tile)

    @property
    def cells(self) -> tuple[Rect, ...]:
        """The cells in device pixels."""
        return self._cells

    @property
    def tiles(self) -> tuple[Tile | None, ...]:
        return self._tiles

    # -- geometry

    def _scale(self) -> float:
        return self.devicePixelRatioF()

    def _lay_out(self) -> None:
        scale = self._scale()
        self._face = TileFace(self._theme, scale)
        self._cells = self._layout.rects(round(self.width() * scale), round(self.height() * scale))
        self._place_tiles()
        self.update()

    def picture_sizes(self, layout: Layout, framings: Iterable[Framing] = ()) -> list[PictureBox]:
        """The sizes in device pixels that pictures would have in the cells of a layout."""
        return [_box(*each) for each in zip(self.cells_of(layout), chain(framings, repeat(Framing.FIT)), strict=False)]

    def cells_of(self, layout: Layout) -> tuple[Rect, ...]:
        """The cells that another layout would have here, in device pixels."""
        scale = self._scale()
        return layout.rects(round(self.width() * scale), round(self.height() * scale))

    def _place_tiles(self) -> None:
        scale = self._scale()
        self._standing = [(index, tile) for index, tile in enumerate(self._tiles) if tile is not None]
        for index, tile in self._standing:
            cell = self._cells[index]
            tile.place(cell, _logical(cell, scale) & self.rect())

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell at a place in logical pixels."""
        scale = self._scale()
        at = (int(x * scale), int(y * scale))
        return next((index for index, cell in enumerate(self._cells) if cell.contains(*at)), None)

    def _touch(self, cell: int) -> None:
        if cell < len(self._cells):
            self.update(_logical(self._cells[cell], self._scale()))

    # -- looking and painting

    def _look(self) -> None:
        """Ask for the repaint of what has changed since the last tick, all in one region."""
        now_s = self._monotonic()
        if now_s - self._paced_s > _PACED_EVERY_S:
            self._pace(now_s)
        wanting = [(index, tile) for index, tile in self._standing if tile.wants_paint(now_s)]
        slow = [entry for entry in wanting if entry[1].turns_grey(now_s)]
        if len(slow) > _GREY_AT_ONCE:
            later = {index for index, _ in slow[_GREY_AT_ONCE:]}
            wanting = [entry for entry in wanting if entry[0] not in later]
        if wanting:
            region = self._asked
            for index, tile in wanting:
                region |= tile.update_rect
                self._asked_cells.add(index)
            self._asked = region
            self.update(region)

    def _pace(self, now_s: float) -> None:
        """Look as often as what is shown is worth."""
        self._paced_s = now_s
        counts = {tile.number: tile.picture.count for _, tile in self._standing if tile.picture is not None}
        self._look_timer.setInterval(round(rest_s(self._fastest.look(counts, now_s)) * 1000))

    def _cells_in(self, region: QRegion) -> list[int]:
        scale = self._scale()
        return [i for i, cell in enumerate(self._cells) if region.intersects(_logical(cell, scale))]

    def _paint_cells(self, painter: QPainter, touched: Iterable[int]) -> None:
        # Attributes of a QWidget are dear to read, hence the local names.
        tiles, face, monotonic, heard = self._tiles, self._face, self._monotonic, self.on_painted
        selected = self._selected if len(self._cells) > 1 else -1
        blanks, target = self._blanks, self._target
        may_be_slow = _GREY_AT_ONCE
        for index in touched:
            # Qt copies line by line where the region is not one rectangle: a fifth of the painting.
            cell = self._cells[index]
            painter.setClipRect(cell.x, cell.y, cell.width, cell.height)
            tile = tiles[index] if index < len(tiles) else None
            if tile is not None:
                is_new = tile.take()
                now_s = monotonic()
                is_ready = face.is_ready(tile, now_s)
                if is_ready or may_be_slow:
                    may_be_slow -= not is_ready
                    face.paint(painter, tile, now_s)
                else:
                    face.paint_blank(painter, tile)
                    tile.dirty = True
                if is_new and heard is not None and tile.picture is not None and not tile.is_held:
                    heard(tile.number, tile.picture, now_s)
            elif index < len(blanks):
                face.paint_empty(painter, cell, blanks[index])
            if index == selected:
                face.paint_selection(painter, cell, in_hand=self._in_hand)
            if index == target:
                face.paint_target(painter, cell)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        region = event.region()
        painter = QPainter(self)
        scale = self._scale()
        painter.scale(1 / scale, 1 / scale)
        touched: Iterable[int] = self._asked_cells
        if region != self._asked:
            # Somebody else asked, or the selection moved: the ground may need paint as well.
            touched = self._cells_in(region)
            painter.fillRect(
                0, 0, math.ceil(self.width() * scale), math.ceil(self.height() * scale), self._theme.ground
            )
        self._paint_cells(painter, touched)
        if self.notice and not self._standing:
            self._face.paint_notice(painter, Rect(0, 0, self.width(), self.height()), self.notice)
        painter.end()
        self._asked = QRegion()
        self._asked_cells.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._show_or_hide(self._is_uncovered)

    def hideEvent(self, event: QHideEvent) -> None:
        self._show_or_hide(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        self._pressed = cell
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self.cell_pressed.emit(cell)
        elif cell is not None and event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(cell, event.globalPosition().toPoint())
        self.pointer_moved.emit(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        tile = self._tiles[cell] if cell is not None and cell < len(self._tiles) else None
        self.setToolTip(self._story(tile) if tile else "")
        self.pointer_moved.emit(event.position().y())

    def _story(self, tile: Tile) -> str:
        """All that a tile has to say; on the picture some of it may be elided."""
        story = words.whole_story(tile.camera, tile.status_at(self._monotonic()))
        marks = (tile.corners[mark] for mark in sorted(tile.corners))
        told = filter(None, (mark.story or mark.text for mark in marks))
        return "\n".join((story, *told, *(facts_of(tile) if tile.sight.has_facts else ())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if is_finger(event) and cell != self._pressed:
            self.mousePressEvent(event)  # Of two quick taps Qt makes a double one, wherever they are.
        elif cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self.cell_opened.emit(cell)

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)


def _box(cell: Rect, framing: Framing) -> PictureBox:
    """What a whole picture needs, as long as nobody has said how large its stream is."""
    return wanted_box(frame_area(cell, framing), framing, 1.0, None)


def _logical(cell: Rect, scale: float) -> QRect:
    """The logical pixels that lie wholly or partly over a cell.

    At a fractional scale neighbours may share one, and are then repainted together: dearer, never wrong.
    """
    left, top = math.floor(cell.x / scale), math.floor(cell.y / scale)
    right, bottom = math.ceil(cell.right / scale), math.ceil(cell.bottom / scale)
    return QRect(left, top, max(1, right - left), max(1, bottom - top))
