"""A real window on the offscreen platform, fed by a fake live view."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.garbage import clear_garbage
from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import MakeWindow
from wall.model.camera import Camera
from wall.services.control_room import Clocks, ControlRoom
from wall.services.opening import room_of
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.language import install_language
from wall.ui.ptz.port import PtzPort
from wall.ui.recordings_port import RecordingsPort
from wall.ui.signals import EventBridge
from wall.ui.sound_port import SoundPort
from wall.ui.theme import DARK, Theme
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow


@pytest.fixture(autouse=True)
def _pointer_in_the_corner(qapp: QApplication) -> None:
    """Former tests left it anywhere, and what stands under it looks raised; what they left open would stand over it."""
    for each in QApplication.topLevelWidgets():
        each.hide()
    QCursor.setPos(0, 0)


@pytest.fixture
def live(qtbot: QtBot) -> FakeLive:
    return FakeLive(EventBridge())


@pytest.fixture
def vietnamese(qapp: object) -> Iterator[None]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = QLocale()
    install_language(app, "vi")
    yield
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def rooms() -> list[ControlRoom]:
    """The rooms behind the windows that `make_window` made."""
    return []


@pytest.fixture
def make_window(qtbot: QtBot, live: FakeLive, rooms: list[ControlRoom], tmp_path: Path) -> Iterator[MakeWindow]:
    """Opens windows on real control rooms, and afterwards closes them and sees that no timer of theirs runs on."""
    windows: list[WallWindow] = []
    opened = ExitStack()

    def make(
        count: int = 4,
        columns: int = 2,
        rows: int = 2,
        *,
        width: int = 641,
        height: int = 389,
        with_sub: bool = True,
        theme: Theme = DARK,
        listed: Sequence[Camera] = (),
        recordings: RecordingsPort | None = None,
        sound: SoundPort | None = None,
        ptz: PtzPort | None = None,
        alarms: AlarmFacts | None = None,
        unix_time: Callable[[], float] = time.time,
    ) -> WallWindow:
        clocks = Clocks(live.clock, time.time)
        listed = listed or cameras(count, with_sub=with_sub)
        room = opened.enter_context(room_of(listed, columns, rows, live.bridge.publish, clocks))
        rooms.append(room)
        window = WallWindow(
            room,
            room.screens[0],
            live,
            live.bridge,
            theme,
            TileNumbers(),
            monotonic=live.clock,
            pictures=tmp_path / "pictures",
            recordings=recordings,
            sound=sound,
            ptz=ptz,
            alarms=alarms,
            unix_time=unix_time,
        )
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in windows:
        window.close()
        assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []
        window.deleteLater()
    assert live.feeds == {}
    opened.close()
    windows.clear()
    clear_garbage()
