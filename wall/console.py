"""Opens the control room on the city's database: the console, and every kept screen of the wall on its display."""

from __future__ import annotations

import getpass
import math
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from platformdirs import user_log_path
from PySide6.QtCore import QLockFile, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from wall.app import answer_at_once, ended_by_signals, ticking
from wall.model.buffering import BufferSettings
from wall.model.errors import StartError
from wall.model.events import Event
from wall.model.recording import RecordSettings
from wall.model.screen import Screen
from wall.model.video import VideoSettings
from wall.services.check_plan import Pace
from wall.services.control_room import ControlRoom
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.services.listening import Sound
from wall.services.live_pictures import live_pictures
from wall.services.live_view import LiveView
from wall.services.map_opening import open_maps
from wall.services.maps import Maps
from wall.services.opening import open_room
from wall.services.overview import Overview
from wall.services.overview_opening import open_overview
from wall.services.playback import Playback
from wall.services.recording_folder import usual_settings
from wall.services.recordings import Recordings
from wall.services.units import Units
from wall.ui.collector import collecting_by_hand
from wall.ui.console.city import City
from wall.ui.console.passphrase import PassphraseDesk
from wall.ui.console.replay_settings import ReplaySettings, buffer_settings
from wall.ui.console.style import dress
from wall.ui.console.window import ConsoleWindow
from wall.ui.console.window_palette import open_entry, places_of
from wall.ui.language import install_language
from wall.ui.map.base_menu import BaseMenu
from wall.ui.map.city_maps import CityMaps
from wall.ui.map.live.part import live_part
from wall.ui.map.page import MapPorts
from wall.ui.map.tools.part import ToolPorts, tools_part
from wall.ui.recordings_port import Studio
from wall.ui.screens.awake import Awake
from wall.ui.screens.display_labels import DisplayLabels
from wall.ui.screens.displays import Displays
from wall.ui.screens.told import DisplayNews
from wall.ui.screens.wall_windows import WallWindows
from wall.ui.signals import EventBridge
from wall.ui.spin import spin
from wall.ui.theme import DARK, LIGHT, Theme
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow
from wall.video.heap import give_memory_back

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ConsoleLook:
    """How the console shall look, and what it begins with. `targets` stand in the search line already."""

    language: str = "vi"
    theme: str = "dark"
    targets: str = ""
    video: VideoSettings = field(default_factory=VideoSettings)
    record: RecordSettings = field(default_factory=usual_settings)

    @property
    def colours(self) -> Theme:
        return LIGHT if self.theme == "light" else DARK


@dataclass(frozen=True, slots=True)
class Opened:
    """What runs behind the windows. `early` grows by all that is told until there is a window that hears it."""

    fleet: Fleet
    room: ControlRoom
    live: LiveView
    overview: Overview
    maps: Maps
    recordings: Recordings
    playback: Playback
    sound: Sound
    units: Units
    events: EventBridge
    displays: Displays
    early: list[Event]
    settings: QSettings
    buffer: BufferSettings

    def listen_no_more(self) -> None:
        """There is a window now, or there will be none."""
        self.events.happened.disconnect(self.early.append)


@contextmanager
def open_console(
    app: QApplication, database: Path, look: ConsoleLook, pace: Pace | None = None
) -> Iterator[tuple[ConsoleWindow, Fleet, LiveView]]:
    """A console on a database, without the wall; everything behind it ends with the context. StoreError, StartError."""
    with opened(app, database, look, pace) as behind, console_on(behind, look) as window:
        yield window, behind.fleet, behind.live


def run_console(database: Path, look: ConsoleLook, screenshot: Path | None = None, after_s: float = 5.0) -> int:
    """Show the console and the wall until the console is closed. Gives the exit status.

    With `screenshot`, show the console alone, and save its picture after so long.
    """
    app = _app()
    end = _ending(app)
    if screenshot is not None:
        with open_console(app, database, look) as (window, _, _), ended_by_signals(window.close):
            window.show()
            spin(after_s)
            if not window.screenshot().save(str(screenshot)):
                raise StartError(f"the picture cannot be saved as {screenshot}: use a folder that exists, and .png")
        return 0
    with (
        _alone(database),
        opened(app, database, look) as behind,
        console_on(behind, look) as console,
        ended_by_signals(end),
        walls_on(behind, look, console),
    ):
        behind.room.recordings.recover()
        console.closed.connect(end)
        console.show()
        console.activateWindow()  # Where there is no window manager nobody else gives it the keys.
        app.exec()
    return 0


def run_walls(database: Path, look: ConsoleLook) -> int:
    """Show the wall, without a console, until all of its windows were closed by hand, or the program is ended."""
    app = _app()
    end = _ending(app)
    with (
        _alone(database),
        opened(app, database, look) as behind,
        ended_by_signals(end),
        walls_on(behind, look) as walls,
    ):
        behind.room.recordings.recover()
        behind.listen_no_more()
        walls.screen_left.connect(lambda _screen: end() if len(walls.left) == len(behind.room.screens) else None)
        app.exec()
    return 0


@contextmanager
def opened(app: QApplication, database: Path, look: ConsoleLook, pace: Pace | None = None) -> Iterator[Opened]:
    """All that is behind the windows: cameras, room, live pictures, displays. StoreError, StartError.

    `pace` is that of the health checks.
    """
    install_language(app, look.language)
    give_memory_back()
    answer_at_once()
    events, desk = EventBridge(), PassphraseDesk(look.colours)
    early: list[Event] = []
    events.happened.connect(early.append, Qt.ConnectionType.DirectConnection)
    log = user_log_path("citywall", ensure_exists=True) / "decode.log"
    settings = QSettings(str(database.with_name("console.ini")), QSettings.Format.IniFormat)
    video = replace(look.video, buffer=buffer_settings(settings, look.video.buffer))
    with (
        IoLoop() as io,
        open_room(io, database, events.publish, _operator(), desk.ask, pace=pace, wait=wait_without_blocking) as (
            fleet,
            room,
        ),
        ticking(room),
        collecting_by_hand(events),
        live_pictures(io, events.publish, log, fleet.desks, video) as live,
        open_overview(io, events.publish, fleet, live, log) as overview,
        open_maps(io, fleet.db, room.base_maps, database, events.publish, wait_without_blocking) as maps,
    ):
        recordings = Recordings(io.loop, live, room.recordings, look.record, events.publish, room.operator)
        playback = Playback(io.loop, events.publish, log)
        sound = Sound(io.loop, events.publish, fleet.desks, log.with_name("sound.log"))
        units = Units(io.loop, events.publish, time.time)
        displays = Displays(app)
        try:
            yield Opened(
                fleet,
                room,
                live,
                overview,
                maps,
                recordings,
                playback,
                sound,
                units,
                events,
                displays,
                early,
                settings,
                video.buffer,
            )
        finally:
            io.request(playback.stop()).result()
            io.request(sound.end()).result()
            io.request(units.stop()).result()


@contextmanager
def console_on(behind: Opened, look: ConsoleLook) -> Iterator[ConsoleWindow]:
    """The console's window, not shown yet; closed with the context."""
    window = ConsoleWindow(
        behind.fleet,
        behind.room,
        behind.events,
        behind.live,
        look.colours,
        settings=behind.settings,
        replay=ReplaySettings(behind.settings, behind.buffer),
        early=behind.early,
        displays=behind.displays,
        studio=Studio(behind.recordings, behind.playback),
        overview=behind.overview,
        make_maps=partial(_maps, behind, look),
    )
    behind.listen_no_more()
    window.found.search.targets.setText(look.targets)
    try:
        yield window
    finally:
        window.close()


def _maps(behind: Opened, look: ConsoleLook, window: ConsoleWindow) -> CityMaps:
    live = live_part(look.colours, window.facts, window.wall, behind.live, behind.events, window.screens.shelf.ratio_of)
    ports = MapPorts(
        window.facts,
        window.hand.put_in_selected_cell,
        behind.room.watched,
        parts=(
            tools_part(look.colours, _tools(behind, window)),
            lambda page: BaseMenu(behind.maps, page.notice.say, page.notice.complain, page),
            live,
        ),
        keys=lambda: behind.room.keys,
        events=behind.events,
        maps=behind.maps,
    )
    return CityMaps(look.colours, ports, dress, behind.settings, window)


def _tools(behind: Opened, window: ConsoleWindow) -> ToolPorts:
    return ToolPorts(
        window.facts,
        behind.fleet,
        behind.room,
        behind.events,
        partial(window.hand.put_cameras, is_wall_in_sight=False),
        time.time,
        behind.room.map_views,
        behind.units,
        behind.maps,
        behind.settings,
    )


@contextmanager
def walls_on(behind: Opened, look: ConsoleLook, console: ConsoleWindow | None = None) -> Iterator[WallWindows]:
    """Every screen of the wall where it belongs, kept there, and kept awake; closed with the context."""
    numbers = TileNumbers()

    def make_window(screen: Screen) -> WallWindow:
        return WallWindow(
            behind.room,
            screen,
            behind.live,
            behind.events,
            look.colours,
            numbers,
            open_in_console=partial(open_entry, console) if console is not None else None,
            places=lambda: list(places_of(City(behind.fleet.inventory))),
            recordings=behind.recordings,
            sound=behind.sound,
            keeps_hidden=behind.buffer.keeps_hidden,
        )

    walls = WallWindows(behind.room, behind.displays, behind.events, make_window, console)
    awake = Awake()
    walls.changed.connect(lambda: awake.hold(walls.seen > 0))
    if console is not None:
        DisplayNews(walls, console.notice.say, console.notice.complain, console)
        DisplayLabels(behind.displays, walls.numbers, console.screens.form, look.colours)
    # Where the last panel is gone no window is left, and the program waits for it.
    QApplication.setQuitOnLastWindowClosed(False)
    walls.begin()
    try:
        yield walls
    finally:
        QApplication.setQuitOnLastWindowClosed(True)
        walls.end()
        awake.hold(False)


def wait_without_blocking(work: Future[T]) -> T:
    """Wait on the UI thread while the window goes on: what is waited for may have to ask a person."""
    spin(math.inf, work.done)
    return work.result()


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Two programs would put two walls over each other. StartError where another one runs on this database.

    The lock of a program that was killed is nobody's.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(database.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        process, _, _ = lock.getLockInfo()
        raise StartError(f"CityWall runs already on {database} (process {process}): close that one first")
    try:
        yield
    finally:
        lock.unlock()


def _ending(app: QApplication) -> Callable[[], None]:
    """Ends the program once it runs, if that is wanted while it still opens windows.

    Not by quit(): that asks every window first, and a kiosk says no.
    """
    return lambda: QTimer.singleShot(0, app, lambda: app.exit(0))


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # An account without a name.
        return ""


def _app() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("CityWall")
    return app
