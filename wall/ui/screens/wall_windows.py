"""Keeps one window a screen of the wall, each on its display, whatever is plugged in, out or somewhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from wall.model.events import BoardChanged, Event, ScreensChanged, ScreenSelected
from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId, Screen, placed
from wall.ui.room_port import RoomPort
from wall.ui.screens.displays import DisplaysPort, area_of, rect_of
from wall.ui.screens.pane import GIVE_UP_MS, Pane
from wall.ui.screens.standing import clamped, console_display, display_at, first_area, shared
from wall.ui.signals import EventBridge

MakeWindow = Callable[[Screen], QWidget]


class WallWindows(QObject):
    """All wall windows. UI thread; nothing is opened before `begin`.

    A screen whose display is gone is out of sight at once; the room hears of it when the plugs are quiet, and again
    when the display is back, on whichever connector. A window that the operator has closed stays closed until its
    screen is chosen, or something is put on it, in the console.
    `console` is the window that no wall may cover, and that covers no wall; it is to be shown after `begin`.
    """

    changed = Signal()
    """Which screens are waiting for their display, which displays are free, or which windows are open."""
    display_lost = Signal(object)
    """The screen whose display is gone."""
    display_back = Signal(object)
    """The screen whose display is there again."""
    display_offered = Signal(object)
    """A display that no screen belongs to has come."""
    screen_left = Signal(object)
    """The screen whose window the operator has closed."""

    def __init__(
        self,
        room: RoomPort,
        displays: DisplaysPort,
        events: EventBridge,
        make_window: MakeWindow,
        console: QWidget | None = None,
        give_up_ms: int = GIVE_UP_MS,
    ) -> None:
        super().__init__()
        self._room = room
        self._displays = displays
        self._events = events
        self._make_window = make_window
        self._console = console
        self._give_up_ms = give_up_ms
        self._panes: dict[int, Pane] = {}
        self._where: Mapping[int, Display] = {}
        self._lost: set[int] = set()
        self._left: set[int] = set()
        self._known: set[DisplayId] = set()

    # -- what is there

    @property
    def waiting(self) -> tuple[Screen, ...]:
        """The screens whose display is not there."""
        return tuple(screen for screen in self._room.screens if screen.screen_id in self._lost)

    @property
    def left(self) -> tuple[Screen, ...]:
        """The screens whose window the operator has closed."""
        return tuple(screen for screen in self._room.screens if screen.screen_id in self._left)

    @property
    def where(self) -> Mapping[int, Display]:
        """Which display each screen fills, by the screen's id."""
        return self._where

    @property
    def free(self) -> tuple[Display, ...]:
        """The displays that no screen fills."""
        return tuple(display for display in self._displays.now if display not in self._where.values())

    def numbers(self) -> dict[Display, int]:
        """The number of the screen that fills each display."""
        return {
            self._where[screen.screen_id]: screen.number
            for screen in self._room.screens
            if screen.screen_id in self._where
        }

    def window(self, screen_id: int) -> QWidget | None:
        """The window of a screen, while it can be seen."""
        pane = self._panes.get(screen_id)
        return pane.window if pane is not None and pane.is_seen else None

    @property
    def seen(self) -> int:
        """How many windows there are to be seen."""
        return sum(pane.is_seen for pane in self._panes.values())

    # -- what the program and the operator ask

    def begin(self) -> None:
        """Open all that can be opened, and follow from here on."""
        self._known = {display.identity for display in self._displays.now}
        self._displays.lost.connect(self._withdraw_lost)
        self._displays.changed.connect(self._on_displays)
        self._events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._arrange()
        self._take_keys()

    def open(self, screen_id: int) -> None:
        """Open the window again that the operator has closed."""
        self._left.discard(screen_id)
        self._arrange()

    def end(self) -> None:
        """Close all windows, and give everything back, for good."""
        self._displays.lost.disconnect(self._withdraw_lost)
        self._displays.changed.disconnect(self._on_displays)
        self._events.happened.disconnect(self._take_note)
        for pane in self._panes.values():
            pane.end()
        self._panes.clear()

    # -- arranging

    def _take_note(self, event: Event) -> None:
        match event:
            case ScreensChanged():
                self._arrange()
                self._show_console()
            case ScreenSelected(screen_id) if screen_id in self._left:
                self.open(screen_id)
            case BoardChanged(screen_id) if screen_id in self._left and not self._room.touring(screen_id):
                self.open(screen_id)

    def _on_displays(self) -> None:
        self._arrange()
        self._show_console()
        new = [display for display in self._displays.now if display.identity not in self._known]
        self._known |= {display.identity for display in new}
        for display in new:
            if display not in self._where.values():
                self.display_offered.emit(display)

    def _withdraw_lost(self) -> None:
        """At once, while plugs may still bounce: what hung on a display that is gone must not cover another."""
        where = placed(self._room.screens, self._displays.now)
        for screen in self._room.screens:
            if screen.display is not None and screen.screen_id not in where and screen.screen_id in self._panes:
                self._panes[screen.screen_id].withdraw()

    def _arrange(self) -> None:
        """Have every window where it belongs."""
        screens, displays = self._room.screens, self._displays.now
        self._where = placed(screens, displays)
        self._forget_others({screen.screen_id for screen in screens})
        self._clear_console()
        for screen in screens:
            if screen.display is not None and screen.screen_id not in self._where:
                self._lose(screen)
                continue
            if screen.screen_id not in self._left:
                self._place(screen, displays)
            self._find(screen)
        self.changed.emit()

    def _place(self, screen: Screen, displays: tuple[Display, ...]) -> None:
        pane = self._pane_of(screen)
        display = self._where.get(screen.screen_id)
        if display is not None:
            on_top = screen.kiosk and display != self._console_at(displays)
            pane.fill(display.area, self._displays.qt_screen(display), kiosk=screen.kiosk, on_top=on_top)
        elif displays:
            pane.stand(clamped(screen.area or self._first_area(screen, displays), displays))

    def _first_area(self, screen: Screen, displays: tuple[Display, ...]) -> Rect:
        """Beside the console if there is a place, else behind it."""
        console = self._console_at(displays)
        free = [display for display in displays if display not in self._where.values()] or list(displays)
        home = next((display for display in free if display != console), free[0])
        return first_area(home.area, screen.number)

    def _pane_of(self, screen: Screen) -> Pane:
        screen_id = screen.screen_id
        if screen_id not in self._panes:
            pane = self._panes[screen_id] = Pane(
                lambda: self._make_window(self._screen(screen_id)), self, self._give_up_ms
            )
            pane.moved.connect(lambda: self._keep_area(screen_id))
            pane.left.connect(lambda: self._on_left(screen_id))
        return self._panes[screen_id]

    def _screen(self, screen_id: int) -> Screen:
        """As it is now: it may have another name since."""
        return next(screen for screen in self._room.screens if screen.screen_id == screen_id)

    def _forget_others(self, screen_ids: set[int]) -> None:
        """Close what belongs to no screen any more."""
        for screen_id in self._panes.keys() - screen_ids:
            pane = self._panes.pop(screen_id)
            pane.end()
            pane.deleteLater()
        self._lost &= screen_ids
        self._left &= screen_ids

    # -- displays gone and back

    def _lose(self, screen: Screen) -> None:
        if screen.screen_id in self._panes:
            self._panes[screen.screen_id].withdraw()
        if screen.screen_id not in self._lost:
            self._lost.add(screen.screen_id)
            self._room.panel_lost(screen.screen_id)
            self.display_lost.emit(screen)

    def _find(self, screen: Screen) -> None:
        if screen.screen_id in self._lost:
            self._lost.remove(screen.screen_id)
            self._room.panel_back(screen.screen_id)
            self.display_back.emit(screen)

    # -- the console beside the walls

    def _console_at(self, displays: tuple[Display, ...]) -> Display | None:
        return display_at(area_of(self._console.geometry()), displays) if self._console is not None else None

    def _clear_console(self) -> None:
        """The console goes to where no wall stands, if there is such a place, and over no other wall's edge."""
        console, displays = self._console, self._displays.now
        if console is None or not displays:
            return
        here, area = self._console_at(displays), area_of(console.geometry())
        home = console_display(area, displays, tuple(self._where.values()))
        if home is None:
            return
        if home != here:
            _move(console, home)
        elif any(shared(area, each.area) for each in self._where.values() if each != home):
            console.setGeometry(rect_of(clamped(area, [home])))

    def _take_keys(self) -> None:
        """Where there is no console, and no window manager that would decide, keys go to the first wall."""
        window = next((pane.window for pane in self._panes.values() if pane.window is not None), None)
        if self._console is None and window is not None:
            window.activateWindow()

    def _show_console(self) -> None:
        """If it has to share a display with a wall, it stands before it."""
        console = self._console
        if console is not None and console.isVisible() and self._console_at(self._displays.now) in self._where.values():
            console.raise_()

    # -- the operator's hand

    def _keep_area(self, screen_id: int) -> None:
        """A window that stands free is found again where it was left."""
        area = self._panes[screen_id].area
        screens = self._room.screens
        if any(each.screen_id == screen_id and each.area != area for each in screens):
            self._room.keep_screens(
                [replace(each, area=area) if each.screen_id == screen_id else each for each in screens]
            )

    def _on_left(self, screen_id: int) -> None:
        self._left.add(screen_id)
        self.changed.emit()
        for screen in self.left:
            if screen.screen_id == screen_id:
                self.screen_left.emit(screen)


def _move(window: QWidget, home: Display) -> None:
    """To the same place on another display, as large as it was if that is possible; what filled one fills the next."""
    state, was_seen = window.windowState(), window.isVisible()
    filling = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    if state & filling and was_seen:
        window.setWindowState(state & ~filling)
    area = clamped(replace(area_of(window.geometry()), x=home.area.x, y=home.area.y), [home])
    window.setGeometry(rect_of(area))
    if state & filling and was_seen:
        window.setWindowState(state)
