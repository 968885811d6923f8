"""What is new on the wall, told to the console's pages: once a turn of the loop, however much came."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.board import Board
from wall.model.events import (
    BoardChanged,
    BudgetChanged,
    Event,
    HotspotChanged,
    ScreensChanged,
    ScreenSelected,
    TouringChanged,
    ViewsChanged,
)
from wall.model.screen import Screen
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge


class RoomFacts(QObject):
    """UI thread only. The room is asked for what there is; from here comes only that there is something new."""

    boards_changed = Signal(object)
    """On which screens something else stands, or is on tour (a frozenset of ids)."""
    screens_changed = Signal()
    selected_changed = Signal()
    """Another screen is in hand, or another camera is selected."""
    views_changed = Signal()
    budget_changed = Signal(object)
    """What decoding takes now (`BudgetChanged`)."""

    def __init__(self, room: RoomPort, events: EventBridge, parent: QObject) -> None:
        super().__init__(parent)
        self.room = room
        self.undo = ""
        """What one step back would take back of views and tours."""
        self._events = events
        self._boards: set[int] = set()
        self._waiting: dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._tell)
        events.happened.connect(self.take_note, Qt.ConnectionType.QueuedConnection)

    def screen(self, screen_id: int) -> Screen | None:
        """A screen by its id; None for one that is gone."""
        return next((each for each in self.room.screens if each.screen_id == screen_id), None)

    @property
    def in_hand(self) -> Screen | None:
        """The screen that keys go to."""
        return self.screen(self.room.selected_screen)

    def board(self, screen_id: int) -> Board | None:
        """What stands on a screen; None for one that is gone, which may be known here before it is told."""
        return self.room.board(screen_id) if self.screen(screen_id) else None

    @property
    def board_in_hand(self) -> Board | None:
        """What stands on the screen in hand."""
        return self.board(self.room.selected_screen)

    def change_board(self, change: Callable[[Board], Board], screen_id: int = 0) -> None:
        """Have a screen (0: the one in hand) show what becomes of its board; nothing where there is none."""
        screen = self.screen(screen_id or self.room.selected_screen)
        if screen is not None:
            self.room.show(screen.screen_id, change(self.room.board(screen.screen_id)))

    def take_note(self, event: Event) -> None:
        """Something has happened: told in a turn of its own."""
        match event:
            case BudgetChanged():
                self.budget_changed.emit(event)
            case BoardChanged(screen_id, _) | TouringChanged(screen_id, _, _):
                self._boards.add(screen_id)
                self._tell_soon("boards", self._tell_boards)
            case ScreensChanged():
                self._tell_soon("screens", self.screens_changed.emit)
            case ScreenSelected() | HotspotChanged():
                self._tell_soon("selected", self.selected_changed.emit)
            case ViewsChanged(_, _, undo):
                self.undo = undo
                self._tell_soon("views", self.views_changed.emit)

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self.take_note)
        self._timer.stop()

    def _tell_soon(self, what: str, tell: Callable[[], None]) -> None:
        self._waiting[what] = tell
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for tell in waiting.values():
            tell()

    def _tell_boards(self) -> None:
        changed, self._boards = frozenset(self._boards), set()
        self.boards_changed.emit(changed)
