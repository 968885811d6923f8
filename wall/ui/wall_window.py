"""The window of one wall: assembles the view, the line at the top, the keys and what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QDateTime, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from wall.model.camera import Camera
from wall.model.grid import Grid
from wall.model.tile import Cause, TileState, TileStatus
from wall.ui import words
from wall.ui.arrangement import Arrangement
from wall.ui.key_list import KeyList
from wall.ui.keys import GRIDS, Key, action_of
from wall.ui.ports import LiveViewPort
from wall.ui.showing import Showing
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme
from wall.ui.tile import Tile
from wall.ui.top_line import TopLine
from wall.ui.wall_view import PaintedHook, WallView

_REVEAL_AT_PX = 2
_TELL_WITHIN_MS = 100


@dataclass(frozen=True, slots=True)
class TileReport:
    """A tile that is not live, and why. `number` is the camera's."""

    number: int
    name: str
    status: TileStatus


class WallWindow(QWidget):
    """A wall of cameras. `closed` follows when everything was given back to the live view."""

    closed = Signal()

    def __init__(
        self,
        cameras: Sequence[Camera],
        live: LiveViewPort,
        events: EventBridge,
        theme: Theme,
        columns: int,
        rows: int,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], QDateTime] = QDateTime.currentDateTime,
    ) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._wall_clock = wall_clock
        self._dress(theme)
        self._view = WallView(theme, monotonic, self)
        self._view.pointer_moved.connect(self._reveal_top_line)
        self.showing = Showing(cameras, Arrangement(len(cameras), Grid(columns, rows)), self._view, live, monotonic)
        self._view.notice = "" if cameras else words.empty_wall()
        self._grid_actions = self._make_grid_actions()
        self._actions = [action_of(key, self) for key in self._keys()]
        self._top = TopLine(theme, self._grid_actions, self)
        self._key_list = KeyList(theme, [*self._actions, *self._grid_actions], self)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell)
        self._soon = QTimer(self, singleShot=True, interval=_TELL_WITHIN_MS)
        self._soon.timeout.connect(self._tell)
        self.showing.changed.connect(self._tell_soon)
        self._view.cell_pressed.connect(lambda cell: self._arrange(self._now.selected_at(cell)))
        self._view.cell_opened.connect(self._toggle_single_at)
        events.happened.connect(self.showing.take_note, Qt.ConnectionType.QueuedConnection)
        self._second.start()
        self._tell()
        self.resize(1280, 720 + self._top.height())
        self._view.setFocus()

    # -- what the program asks

    def tiles_not_live(self) -> list[TileReport]:
        """What of the visible wall is not live at this moment. Before the window is shown: everything."""
        tiles = {tile.camera.number: tile for tile in self.showing.visible_tiles()}
        reports = []
        for camera in self.showing.visible_cameras():
            status = self._seen_status(tiles.get(camera.number))
            if not status.is_live:
                reports.append(TileReport(camera.number, camera.name, status))
        return reports

    def screenshot(self) -> QImage:
        """The window as it is painted now, in device pixels."""
        return self.grab().toImage()

    def hear_painted(self, hook: PaintedHook | None) -> None:
        """Have every newly painted picture told to `hook` (tile, picture, monotonic seconds)."""
        self._view.on_painted = hook

    # -- what the operator asks

    @property
    def _now(self) -> Arrangement:
        return self.showing.arrangement

    def _arrange(self, wanted: Arrangement) -> None:
        self.showing.arrange(wanted)

    def _keys(self) -> tuple[Key, ...]:
        return (
            Key(("Left",), self.tr("Camera to the left"), partial(self._move, -1, 0), repeats=True),
            Key(("Right",), self.tr("Camera to the right"), partial(self._move, 1, 0), repeats=True),
            Key(("Up",), self.tr("Camera above"), partial(self._move, 0, -1), repeats=True),
            Key(("Down",), self.tr("Camera below"), partial(self._move, 0, 1), repeats=True),
            Key(("PgUp",), self.tr("Page back"), partial(self._turn, -1)),
            Key(("PgDown",), self.tr("Page on"), partial(self._turn, 1)),
            Key(("Return", "Enter"), self.tr("The selected camera alone, and back"), self._toggle_single),
            Key(("Esc",), self.tr("Back"), self._go_back),
            Key(("R",), self.tr("Try the selected camera again"), self.showing.retry),
            Key(("F11",), self.tr("Full screen, and back"), self._toggle_full_screen),
            Key(("F1",), self.tr("This list"), self._toggle_key_list),
            Key(("Ctrl+Q",), self.tr("Close the wall"), self.close),
        )

    def _make_grid_actions(self) -> list[QAction]:
        actions = []
        for columns, rows in GRIDS:
            grid = Grid(columns, rows)
            text = self.tr("{0} × {1} cameras").format(columns, rows)
            actions.append(action_of(Key((f"Ctrl+{columns}",), text, partial(self._cut, grid)), self))
        return actions

    def _move(self, dx: int, dy: int) -> None:
        self._arrange(self._now.moved(dx, dy))

    def _turn(self, pages: int) -> None:
        self._arrange(self._now.turned(pages))

    def _cut(self, grid: Grid) -> None:
        self._arrange(self._now.with_grid(grid))

    def _toggle_single(self) -> None:
        self._arrange(self._now.closed() if self._now.single else self._now.opened())

    def _toggle_single_at(self, cell: int) -> None:
        chosen = self._now.selected_at(cell)
        if chosen.single or chosen.selected_cell == cell:
            self._arrange(chosen)
            self._toggle_single()

    def _go_back(self) -> None:
        if self._key_list.isVisible():
            self._key_list.hide()
        elif self._now.single:
            self._toggle_single()
        elif self.isFullScreen():
            self._toggle_full_screen()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_key_list(self) -> None:
        self._key_list.toggle_over(self.width(), self.height())

    # -- telling

    def _tell_soon(self) -> None:
        """Many facts at once are told once."""
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        """Bring the line at the top up to date."""
        statuses = [self._seen_status(tile) for tile in self.showing.visible_tiles()]
        live = sum(status.is_live for status in statuses)
        connecting = sum(status.state is TileState.CONNECTING for status in statuses)
        self._top.show_time(self._wall_clock())
        self._top.show_counts(live, len(statuses) - live - connecting, connecting)
        self._top.show_grid(self._now.grid)
        self._top.show_place(self._place())

    def _place(self) -> str:
        if self._now.single:
            camera = self.showing.visible_cameras()[0]
            return f"{camera.number}  {camera.name}"
        if self._now.pages > 1:
            return self.tr("Page {0} of {1}").format(self._now.page + 1, self._now.pages)
        return ""

    def _seen_status(self, tile: Tile | None) -> TileStatus:
        """What a tile is, and it is not live before its first picture was painted."""
        if tile is None:
            return TileStatus(TileState.CONNECTING, Cause.OPENING)
        status = tile.status_at(self._monotonic())
        if status.is_live and tile.picture is None:
            return TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)
        return status

    # -- how it stands

    def _dress(self, theme: Theme) -> None:
        self.setWindowTitle("CityWall")
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.ground)
        self.setPalette(palette)

    def _lay_out(self) -> None:
        """In full screen the pictures have all of it, the line at the top floats above when called."""
        full = self.isFullScreen()
        height = self._top.height()
        self._top.setGeometry(0, 0, self.width(), height)
        self._top.setVisible(not full)
        top = 0 if full else height
        self._view.setGeometry(0, top, self.width(), self.height() - top)
        self._top.raise_()

    def _reveal_top_line(self, pointer_y: float) -> None:
        if not self.isFullScreen():
            return
        if pointer_y <= _REVEAL_AT_PX:
            self._top.show()
        elif pointer_y > 2 * self._top.height():
            self._top.hide()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.WindowStateChange:
            self._lay_out()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self._second.isActive():
            self._second.stop()
            self._soon.stop()
            self.showing.end()
            self.closed.emit()
