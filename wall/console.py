"""Opens the control room on the city's database: the console, and every kept screen of the wall on its display."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from wall.app import alone, application, ended_by_signals, ending
from wall.behind import ConsoleLook, Opened, opened
from wall.model.errors import StartError
from wall.model.screen import Screen
from wall.services.check_plan import Pace
from wall.services.fleet import Fleet
from wall.services.live_view import LiveView
from wall.services.ptz.journal_book import JournalBook
from wall.ui.alarms.alarm_screen import AlarmScreen
from wall.ui.alarms.drill_sight import DrillSight
from wall.ui.alarms.on_map import alarms_on_map
from wall.ui.alarms.on_walls import popping_up, ringing_out
from wall.ui.alarms.top_buttons import add_alarm_buttons
from wall.ui.console.city import City
from wall.ui.console.operator_desk import OperatorButton
from wall.ui.console.replay_settings import ReplaySettings
from wall.ui.console.style import dress
from wall.ui.console.window import ConsoleWindow
from wall.ui.console.window_alarms import lead_to_unseen, offer_alarm_screen, open_alarm, tell_what_waits
from wall.ui.console.window_domes import domes_page
from wall.ui.console.window_palette import open_entry, places_of
from wall.ui.map.base_menu import base_menu
from wall.ui.map.city_maps import CityMaps
from wall.ui.map.live.part import live_part
from wall.ui.map.page import MapPorts
from wall.ui.map.tools.part import ToolPorts, tools_part
from wall.ui.recordings_port import Studio
from wall.ui.screens.awake import Awake
from wall.ui.screens.display_labels import DisplayLabels
from wall.ui.screens.told import DisplayNews
from wall.ui.screens.wall_windows import WallWindows
from wall.ui.spin import spin
from wall.ui.sticks.driving import driven_by_sticks
from wall.ui.wall_window import WallWindow

T = TypeVar("T")


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
    app = application()
    end = ending(app)
    if screenshot is not None:
        with open_console(app, database, look) as (window, _, _), ended_by_signals(window.close):
            window.show()
            spin(after_s)
            if not window.screenshot().save(str(screenshot)):
                raise StartError(f"the picture cannot be saved as {screenshot}: use a folder that exists, and .png")
        return 0
    with (
        alone(database),
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
    app = application()
    end = ending(app)
    with (
        alone(database),
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
def console_on(behind: Opened, look: ConsoleLook) -> Iterator[ConsoleWindow]:
    """The console's window, not shown yet; closed with the context."""
    window = ConsoleWindow(
        behind.fleet,
        behind.room,
        behind.events,
        behind.live,
        look.colours,
        settings=behind.settings,
        replay=ReplaySettings(behind.settings, behind.buffer, behind.live.keep),
        early=behind.early,
        displays=behind.displays,
        studio=Studio(behind.works.recordings, behind.works.playback),
        overview=behind.overview,
        make_maps=partial(_maps, behind, look),
        alarms=behind.works.alarm_facts,
        sticks=behind.sticks,
        make_domes=domes_page(look.colours, behind.ptz, behind.duty, _journal(behind), behind.events),
    )
    operator = OperatorButton(behind.ptz, look.colours, window.top)
    operator.taken.connect(partial(tell_what_waits, window))
    window.top.add(operator)
    add_alarm_buttons(window, look.colours, behind.events, behind.alarms, behind.works.drills)
    offer_alarm_screen(window, _alarm_screen(behind), look.colours)
    behind.listen_no_more()
    window.found.search.targets.setText(look.targets)
    try:
        yield window
    finally:
        window.close()


def _journal(behind: Opened) -> JournalBook:
    return JournalBook(behind.fleet.db, behind.room.ptz_journal)


def _alarm_screen(behind: Opened) -> AlarmScreen:
    return AlarmScreen(behind.settings, lambda: behind.room.screens)


def _maps(behind: Opened, look: ConsoleLook, window: ConsoleWindow) -> CityMaps:
    live = live_part(look.colours, window.facts, window.wall, behind.live, behind.events, window.screens.shelf.ratio_of)
    ports = MapPorts(
        window.facts,
        window.hand.put_in_selected_cell,
        behind.room.watched,
        parts=(
            tools_part(look.colours, _tools(behind, window)),
            partial(base_menu, behind.maps),
            live,
            alarms_on_map(look.colours, behind.works.alarm_facts, window.facts, partial(open_alarm, window)),
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
        behind.works.units,
        behind.maps,
        behind.settings,
        alarms=behind.works.alarm_facts,
        open_case=partial(open_alarm, window),
        domes=behind.ptz,
        duty=behind.duty,
    )


@contextmanager
def walls_on(behind: Opened, look: ConsoleLook, console: ConsoleWindow | None = None) -> Iterator[WallWindows]:
    """Every screen of the wall where it belongs, kept there, and kept awake; closed with the context."""

    def make_window(screen: Screen) -> WallWindow:
        made = WallWindow(
            behind.room,
            screen,
            behind.live,
            behind.events,
            look.colours,
            behind.works.numbers,
            open_in_console=partial(open_entry, console) if console is not None else None,
            places=lambda: list(places_of(City(behind.fleet.inventory))),
            recordings=behind.works.recordings,
            sound=behind.works.sound,
            ptz=behind.ptz,
            alarms=behind.works.alarm_facts,
            keeps_hidden=behind.buffer.keeps_hidden,
        )
        made.alarms.lead = partial(lead_to_unseen, console) if console is not None else None
        return made

    walls = WallWindows(behind.room, behind.displays, behind.events, make_window, console)
    awake = Awake()
    walls.changed.connect(lambda: awake.hold(walls.seen > 0))
    if console is not None:
        DisplayNews(walls, console.notice.say, console.notice.complain, console)
        DisplayLabels(behind.displays, walls.numbers, console.screens.form, look.colours)
    # Where the last panel is gone no window is left, and the program waits for it.
    QApplication.setQuitOnLastWindowClosed(False)
    page, tell = (console.sticks, console.notice.complain) if console is not None else (None, None)
    facts = behind.works.alarm_facts
    walls.begin()
    try:
        with (
            driven_by_sticks(behind.sticks, behind.ptz, behind.room, walls.window, page, tell),
            popping_up(facts, behind.room, behind.ptz, behind.events, _alarm_screen(behind).of) as pop_ups,
            ringing_out(
                behind.works.alarm_facts, behind.works.bell, behind.events, console.notice if console else None
            ),
            behind.works.drills.looking(DrillSight(pop_ups, behind.room, walls.window)),
        ):
            yield walls
    finally:
        QApplication.setQuitOnLastWindowClosed(True)
        walls.end()
        awake.hold(False)
