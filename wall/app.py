"""Builds everything once, hands each part what it needs, and runs it until the window closes."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from platformdirs import user_log_path
from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from wall.model.camera import Camera
from wall.model.errors import StartError
from wall.model.events import Event
from wall.model.recording import RecordSettings
from wall.model.video import VideoSettings
from wall.services.control_room import TICK_S, ControlRoom
from wall.services.io import IoLoop
from wall.services.listening import Sound
from wall.services.live_pictures import live_pictures
from wall.services.live_view import LiveView
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.opening import room_of
from wall.services.ptz.asked import open_asked_ptz
from wall.services.ptz.desk import PtzDesk
from wall.services.recording_folder import usual_settings
from wall.services.recordings import Recordings
from wall.ui.collector import collecting_by_hand, never_by_itself
from wall.ui.language import install_language
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK, LIGHT
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow
from wall.video.heap import give_memory_back

_SIGNALS_EVERY_MS = 200
_LOOK_EVERY_MS = 100
_SETTLE_MS = 500
_SWITCH_S = 0.0005


@dataclass(frozen=True, slots=True)
class Shot:
    """Render without a screen, wait until every tile is live, save a picture."""

    file: Path
    timeout_s: float
    width: int = 1920
    height: int = 1080


@dataclass(frozen=True, slots=True)
class Look:
    """How the wall shall look."""

    columns: int
    rows: int
    language: str = "vi"
    theme: str = "dark"
    full_screen: bool = False
    video: VideoSettings = field(default_factory=VideoSettings)
    record: RecordSettings = field(default_factory=usual_settings)
    devices: tuple[str, ...] = ()
    """ONVIF addresses of the cameras' devices: so that those that move can be moved."""


class Ticks(Protocol):
    """Whatever has its time go on by ticks: `wall.services.control_room.ControlRoom`."""

    def tick(self) -> None: ...


@contextmanager
def open_wall(
    app: QApplication, cameras: Sequence[Camera], look: Look, guard: LoginGuard | None = None
) -> Iterator[tuple[WallWindow, LiveView]]:
    """A wall window on live cameras; everything behind it ends with the context.

    `guard` is what is known of the cameras' logins already.
    """
    with wall_and_room(app, cameras, look, guard) as (window, live, _):
        yield window, live


@contextmanager
def wall_and_room(
    app: QApplication, cameras: Sequence[Camera], look: Look, guard: LoginGuard | None = None
) -> Iterator[tuple[WallWindow, LiveView, ControlRoom]]:
    """The same with the room that says what stands on the wall."""
    install_language(app, look.language)
    give_memory_back()
    answer_at_once()
    events = EventBridge()
    log_folder = user_log_path("citywall", ensure_exists=True)
    with never_by_itself(), IoLoop() as io, room_of(cameras, look.columns, look.rows, events.publish) as room:
        desks = Desks(guard or LoginGuard(), events.publish)
        with live_pictures(io, events.publish, log_folder / "decode.log", desks, look.video) as live:
            theme = LIGHT if look.theme == "light" else DARK
            recordings = Recordings(io.loop, live, room.recordings, look.record, events.publish)
            numbers, screen, keeps = TileNumbers(), room.screens[0], look.video.buffer.keeps_hidden
            sound = Sound(io.loop, events.publish, desks, log_folder / "sound.log")
            with _ptz(io, events.publish, cameras, look, desks) as ptz:
                window = WallWindow(
                    room,
                    screen,
                    live,
                    events,
                    theme,
                    numbers,
                    recordings=recordings,
                    sound=sound,
                    ptz=ptz,
                    keeps_hidden=keeps,
                )
                try:
                    with ticking(room), collecting_by_hand(events):
                        yield window, live, room
                finally:
                    window.close()  # While there is still a loop that its tiles can be given back on.
                    io.request(sound.end()).result()


def _ptz(
    io: IoLoop, publish: Callable[[Event], None], cameras: Sequence[Camera], look: Look, desks: Desks
) -> AbstractContextManager[PtzDesk | None]:
    """The desk of the cameras that move, where it was said which devices they are."""
    return open_asked_ptz(io, publish, cameras, look.devices, desks) if look.devices else nullcontext()


def run_wall(cameras: Sequence[Camera], look: Look, shot: Shot | None = None, guard: LoginGuard | None = None) -> int:
    """Show the wall until it is closed; with `shot`, until its picture is saved. Gives the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("CityWall")
    with open_wall(app, cameras, look, guard) as (window, _), ended_by_signals(window.close):
        if shot is None:
            window.showFullScreen() if look.full_screen else window.show()
            app.exec()
            return 0
        window.resize(shot.width, shot.height)
        window.show()
        return _take(app, window, shot)


def _take(app: QApplication, window: WallWindow, shot: Shot) -> int:
    """Wait for every tile to be live, save the picture, and say what is not live."""
    deadline_s = time.monotonic() + shot.timeout_s

    def look() -> None:
        if not window.tiles_not_live() or time.monotonic() > deadline_s or not window.isVisible():
            # Not quit(): that closes the windows first.
            QTimer.singleShot(_SETTLE_MS, app.exit)
            timer.stop()

    timer = QTimer(interval=_LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    app.exec()
    missing = window.tiles_not_live()
    if not window.screenshot().save(str(shot.file)):
        raise StartError(f"the picture cannot be saved as {shot.file}: use a folder that exists, and .png")
    for tile in missing:
        status = tile.status
        print(f"{tile.number} {tile.name}: {status.state.value} ({status.cause.value})", file=sys.stderr)
    return 1 if missing else 0


@contextmanager
def ticking(room: Ticks) -> Iterator[None]:
    """Let a room's time go on: tours turn, patrols walk, and what is due is kept."""
    clock = QTimer(interval=round(TICK_S * 1000))
    clock.timeout.connect(room.tick)
    clock.start()
    try:
        yield
    finally:
        clock.stop()


def answer_at_once() -> None:
    """Let no other thread keep the painting one waiting for long.

    Each row that is painted calls into Python, and each call may have to wait until a busy thread hands over: at 5 ms
    a time, as usual, a list took 0.2 s to answer a letter.
    """
    sys.setswitchinterval(_SWITCH_S)


@contextmanager
def ended_by_signals(close: Callable[[], object]) -> Iterator[None]:
    """Let Ctrl+C and `kill` close the window as the operator would. Python hears them only while it runs."""
    former = {number: signal.signal(number, lambda *_: close()) for number in (signal.SIGINT, signal.SIGTERM)}
    ear = QTimer(interval=_SIGNALS_EVERY_MS)
    ear.timeout.connect(lambda: None)
    ear.start()
    try:
        yield
    finally:
        ear.stop()
        for number, handler in former.items():
            signal.signal(number, handler)


@contextmanager
def alone(database: Path) -> Iterator[None]:
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


def ending(app: QApplication) -> Callable[[], None]:
    """Ends the program once it runs, if that is wanted while it still opens windows.

    Not by quit(): that asks every window first, and a kiosk says no.
    """
    return lambda: QTimer.singleShot(0, app, lambda: app.exit(0))


def application() -> QApplication:
    """The one that there is, else a new one."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("CityWall")
    return app
