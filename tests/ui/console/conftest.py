"""A real console window on the offscreen platform, on a fleet and a live view without devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QSettings, QTimer
from pytestqt.qtbot import QtBot

from tests.services.wall_room import book_of
from tests.support.garbage import clear_garbage
from tests.ui.console.fake_city import NOW_S, health_of, inventory_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_overview import FakeOverview
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from wall.model.events import Event
from wall.services.control_room import ControlRoom
from wall.services.db_thread import DbThread
from wall.services.opening import disk_on
from wall.store.database import Database
from wall.store.layout_files import presets
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.on_map import alarms_on_map
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import CAMERAS, SCREENS
from wall.ui.console.ports import SeesDisplays
from wall.ui.console.replay_settings import ReplaySettings
from wall.ui.console.style import dress
from wall.ui.console.window_alarms import open_alarm
from wall.ui.map.city_maps import CityMaps
from wall.ui.map.live.part import live_part
from wall.ui.map.page import MapPorts
from wall.ui.ptz.presets.page import DomesPage
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import DARK, Theme

MakeConsole = Callable[..., ConsoleWindow]


@pytest.fixture
def chosen_files() -> list[Path]:
    """What the operator chooses when asked for a file, one after the other."""
    return []


@pytest.fixture
def fleet(live: FakeLive) -> FakeFleet:
    """Forty cameras at ten sites."""
    inventory = inventory_of(40)
    return FakeFleet(live.bridge, inventory, health_of(inventory))


@pytest.fixture
def room(live: FakeLive, fleet: FakeFleet) -> FakeRoom:
    """Two screens, and the cameras of the fleet."""
    return FakeRoom(live.bridge, fleet.inventory)


@pytest.fixture
def real_room(live: FakeLive, fleet: FakeFleet, tmp_path: Path) -> Iterator[ControlRoom]:
    """On a new database; ticked as the program does."""
    db = DbThread(live.bridge.publish)
    database = Database(tmp_path / "citywall.db")
    disk = disk_on(db, database)
    layouts, _ = presets()
    kept = disk.wall.load()
    room = ControlRoom(book_of(fleet.inventory), disk, live.bridge.publish, kept, layouts=layouts, operator="lan")
    ticking = QTimer(interval=50)
    ticking.timeout.connect(room.tick)
    ticking.start()
    yield room
    ticking.stop()
    room.close()
    db.close()
    database.close()


@pytest.fixture
def overview(live: FakeLive) -> FakeOverview:
    """Nothing has been seen yet."""
    return FakeOverview(live.bridge)


@pytest.fixture
def make_console(
    qtbot: QtBot,
    live: FakeLive,
    fleet: FakeFleet,
    room: FakeRoom,
    overview: FakeOverview,
    chosen_files: list[Path],
) -> Iterator[MakeConsole]:
    """Opens windows, and afterwards closes them and sees that nothing of theirs runs on."""
    windows: list[ConsoleWindow] = []

    def make(
        of: FakeFleet | None = None,
        *,
        theme: Theme = DARK,
        settings: QSettings | None = None,
        replay: ReplaySettings | None = None,
        width: int = 1440,
        early: Sequence[Event] = (),
        rooms: FakeRoom | None = None,
        displays: SeesDisplays | None = None,
        height: int = 900,
        page: str = CAMERAS,
        with_maps: bool = False,
        sticks: StickPorts | None = None,
        make_domes: Callable[[ConsoleWindow], DomesPage] | None = None,
        alarms: AlarmFacts | None = None,
    ) -> ConsoleWindow:
        window = ConsoleWindow(
            of or fleet,
            rooms or room,
            live.bridge,
            live,
            theme,
            live.clock,
            unix_time=lambda: NOW_S,
            wall_clock=lambda: QDateTime.fromSecsSinceEpoch(int(NOW_S)),
            settings=settings,
            replay=replay,
            early=early,
            displays=displays,
            overview=overview,
            sticks=sticks,
            make_domes=make_domes,
            alarms=alarms,
            make_maps=partial(_maps, rooms or room, live, theme, settings, alarms) if with_maps else None,
            ask_file=lambda _window, _is_to_write: chosen_files.pop(0) if chosen_files else None,
            ask_views=lambda _window, _is_to_write: chosen_files.pop(0) if chosen_files else None,
        )
        windows.append(window)
        if settings is None:
            window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if window.page == SCREENS != page:
            window.go_to(page)
        return window

    yield make
    for window in windows:
        window.close()
        assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []
        window.deleteLater()
    assert live.feeds == {}
    assert overview.looked is None
    windows.clear()
    clear_garbage()


def _maps(
    room: FakeRoom,
    live: FakeLive,
    theme: Theme,
    settings: QSettings | None,
    alarms: AlarmFacts | None,
    window: ConsoleWindow,
) -> CityMaps:
    """As the program makes them."""
    pictures = live_part(theme, window.facts, window.wall, live, live.bridge, monotonic=live.clock)
    called = (alarms_on_map(theme, alarms, window.facts, partial(open_alarm, window)),) if alarms is not None else ()
    ports = MapPorts(
        window.facts,
        window.hand.put_in_selected_cell,
        room.watched,
        parts=(pictures, *called),
        keys=lambda: room.keys,
        events=live.bridge,
    )
    return CityMaps(theme, ports, dress, settings, window)
