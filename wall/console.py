"""Opens the console on the city's inventory: builds what it needs, and runs it until the window closes."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import TypeVar

from platformdirs import user_log_path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from wall.app import ended_by_signals, give_pictures_back
from wall.model.errors import StartError
from wall.model.events import Event
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.opening import open_room
from wall.ui.console.passphrase import PassphraseDesk
from wall.ui.console.window import ConsoleWindow
from wall.ui.language import install_language
from wall.ui.signals import EventBridge
from wall.ui.spin import spin
from wall.ui.theme import DARK, LIGHT
from wall.video.setup import decode_pool

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ConsoleLook:
    """How the console shall look, and what it begins with. `targets` stand in the search line already."""

    language: str = "vi"
    theme: str = "dark"
    targets: str = ""


@contextmanager
def open_console(
    app: QApplication, database: Path, look: ConsoleLook
) -> Iterator[tuple[ConsoleWindow, Fleet, LiveView]]:
    """A console on a database; everything behind it ends with the context. StoreError, StartError."""
    install_language(app, look.language)
    give_pictures_back()
    theme = LIGHT if look.theme == "light" else DARK
    events, desk = EventBridge(), PassphraseDesk(theme)
    early: list[Event] = []
    events.happened.connect(early.append, Qt.ConnectionType.DirectConnection)
    log = user_log_path("citywall", ensure_exists=True) / "decode.log"
    with (
        IoLoop() as io,
        open_room(io, database, events.publish, getuser(), desk.ask, wait=wait_without_blocking) as (fleet, room),
    ):
        live = LiveView(io.loop, events.publish, decode_pool(log), desks=fleet.desks)
        io.request(live.start()).result()
        try:
            settings = QSettings(str(database.with_name("console.ini")), QSettings.Format.IniFormat)
            window = ConsoleWindow(fleet, room, events, live, theme, settings=settings, early=early)
            events.happened.disconnect(early.append)
            window.found.search.targets.setText(look.targets)
            yield window, fleet, live
            window.close()
        finally:
            io.request(live.stop()).result()


def run_console(database: Path, look: ConsoleLook, screenshot: Path | None = None, after_s: float = 5.0) -> int:
    """Show the console until it is closed; with `screenshot`, save its picture after so long. Gives the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("CityWall")
    with open_console(app, database, look) as (window, _, _), ended_by_signals(window.close):
        window.show()
        if screenshot is None:
            app.exec()
            return 0
        spin(after_s)
        if not window.screenshot().save(str(screenshot)):
            raise StartError(f"the picture cannot be saved as {screenshot}: use a folder that exists, and .png")
    return 0


def wait_without_blocking(work: Future[T]) -> T:
    """Wait on the UI thread while the window goes on: what is waited for may have to ask a person."""
    spin(math.inf, work.done)
    return work.result()
