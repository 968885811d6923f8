"""Opens all that is behind the windows of a control room, on the city's database."""

from __future__ import annotations

import getpass
import math
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from platformdirs import user_log_path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from wall.app import answer_at_once, ticking
from wall.model.buffering import BufferSettings
from wall.model.camera import Camera
from wall.model.events import Event
from wall.model.recording import RecordSettings
from wall.model.stream import Source
from wall.model.video import VideoSettings
from wall.onvif.contract import Contract
from wall.services.alarms.bell import AlarmBell
from wall.services.alarms.desk import AlarmDesk
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.opening import open_alarms
from wall.services.alarms.responses import Hands
from wall.services.alarms.subscriptions_opening import open_subscriptions
from wall.services.alarms.ways import Ways
from wall.services.alarms.ways_in_opening import open_ways_in
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
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.duty_opening import open_duty
from wall.services.ptz.duty_room import DutyRoom
from wall.services.ptz.opening import open_ptz
from wall.services.recording_folder import usual_settings
from wall.services.recordings import Recordings
from wall.services.scene_opening import open_scenes
from wall.services.stick_opening import open_sticks
from wall.services.sticks import PROGRAM as STICK_PROGRAM
from wall.services.units import Units
from wall.store.dome_settings_file import DomeSettingsFile
from wall.ui.alarms.drill_desk import DrillHours, drill_hands
from wall.ui.alarms.ears import AlarmEars
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.collector import collecting_by_hand, never_by_itself
from wall.ui.console.passphrase import PassphraseDesk
from wall.ui.console.replay_settings import buffer_settings
from wall.ui.language import install_language
from wall.ui.map.live import FIRST_MAP_TILE
from wall.ui.screens.displays import Displays
from wall.ui.signals import EventBridge
from wall.ui.spin import spin
from wall.ui.sticks.bridge import StickBridge
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import DARK, LIGHT, Theme
from wall.ui.tile_numbers import TileNumbers
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
    stick_program: str = STICK_PROGRAM
    """Another one where sticks are played and not read."""

    @property
    def colours(self) -> Theme:
        return LIGHT if self.theme == "light" else DARK


@dataclass(frozen=True, slots=True)
class Works:
    """What works for the windows and ends with them."""

    recordings: Recordings
    playback: Playback
    sound: Sound
    units: Units
    alarm_facts: AlarmFacts
    bell: AlarmBell
    ears: AlarmEars
    drills: DrillHours
    numbers: TileNumbers

    def end(self, io: IoLoop) -> None:
        self.drills.close()
        self.ears.close()
        self.alarm_facts.end()
        for ending_of_it in (self.playback.stop(), self.sound.end(), self.units.stop(), self.bell.end()):
            io.request(ending_of_it).result()


@dataclass(frozen=True, slots=True)
class Opened:
    """What runs behind the windows. `early` grows by all that is told until there is a window that hears it."""

    fleet: Fleet
    room: ControlRoom
    live: LiveView
    overview: Overview
    maps: Maps
    works: Works
    ptz: PtzDesk
    alarms: AlarmDesk
    events: EventBridge
    displays: Displays
    early: list[Event]
    settings: QSettings
    buffer: BufferSettings
    sticks: StickPorts
    duty: DutyRoom

    def listen_no_more(self) -> None:
        """There is a window now, or there will be none."""
        self.events.happened.disconnect(self.early.append)


@contextmanager
def opened(app: QApplication, database: Path, look: ConsoleLook, pace: Pace | None = None) -> Iterator[Opened]:
    """All that is behind the windows: cameras, room, live pictures, displays. StoreError, StartError.

    `pace` is that of the health checks.
    """
    install_language(app, look.language)
    give_memory_back()
    answer_at_once()
    events, desk, stick_bridge = EventBridge(), PassphraseDesk(look.colours), StickBridge()
    early: list[Event] = []
    events.happened.connect(early.append, Qt.ConnectionType.DirectConnection)
    log = user_log_path("citywall", ensure_exists=True) / "decode.log"
    settings = QSettings(str(database.with_name("console.ini")), QSettings.Format.IniFormat)
    video = replace(look.video, buffer=buffer_settings(settings, look.video.buffer))
    wait, contract, kept = wait_without_blocking, Contract(), DomeSettingsFile(database)
    with (
        never_by_itself(),
        IoLoop() as io,
        open_room(io, database, events.publish, _operator(), desk.ask, pace=pace, wait=wait, contract=contract) as (
            fleet,
            room,
        ),
        ticking(room),
        collecting_by_hand(events),
        open_scenes(io, fleet, database) as scenes,
        live_pictures(io, events.publish, log, fleet.desks, video, scenes) as live,
        open_overview(io, events.publish, fleet, live, log) as overview,
        open_maps(io, fleet.db, room.base_maps, database, events.publish, wait) as maps,
        open_ptz(io, events.publish, fleet, room.ptz_journal, contract, room.operator, wait, kept) as ptz,
        open_sticks(io, events.publish, stick_bridge.hear, room.stick_maps, log, look.stick_program) as sticks,
        open_duty(io, ptz, room.domes, fleet, live, database, events.publish, lambda: ptz.operator, log) as duty,
        ticking(duty),
        open_alarms(io, events.publish, fleet, room.alarms, lambda: ptz.operator.name, wait) as alarms,
        open_subscriptions(io, events.publish, fleet, contract, alarms.receive),
        open_ways_in(io, events.publish, fleet, alarms, room.pushes, database, wait) as ways,
    ):
        works = _begin(io, fleet, room, live, ptz, (alarms, ways), events, look, settings, log)
        try:
            yield Opened(
                fleet,
                room,
                live,
                overview,
                maps,
                works,
                ptz,
                alarms,
                events,
                Displays(app),
                early,
                settings,
                video.buffer,
                StickPorts(sticks, stick_bridge),
                duty,
            )
        finally:
            works.end(io)


def _begin(
    io: IoLoop,
    fleet: Fleet,
    room: ControlRoom,
    live: LiveView,
    ptz: PtzDesk,
    alarming: tuple[AlarmDesk, Ways],
    events: EventBridge,
    look: ConsoleLook,
    settings: QSettings,
    log: Path,
) -> Works:
    publish, numbers, (alarms, ways) = events.publish, TileNumbers(), alarming
    recordings = Recordings(io.loop, live, room.recordings, look.record, publish, room.operator)
    camera, shown, told = room.cameras.camera, partial(_shown, live), ways.pushes
    hands = Hands(recordings, ptz, room.add_bookmark, camera, shown, told.tell, told.escalate)
    ears = AlarmEars(alarms, events, numbers.camera_of, hands, turned=partial(_tell_turned, live, numbers))
    told.catch_up(alarms.open_alarms(), alarms.rule)  # What came while there were no ears yet.
    drilling = drill_hands(live, numbers, ptz, ways, lambda: fleet.inventory)
    book = DrillBook(fleet.db, room.drills, lambda: ptz.operator.name)
    return Works(
        recordings,
        Playback(io.loop, publish, log),
        Sound(io.loop, publish, fleet.desks, log.with_name("sound.log")),
        Units(io.loop, publish, time.time),
        AlarmFacts(alarms, events, ways=ways),
        AlarmBell(io.loop, publish, log.with_name("bell.log")),
        ears,
        DrillHours(alarms, ears.own, events, drilling, book, settings),
        numbers,
    )


def _tell_turned(live: LiveView, numbers: TileNumbers, camera_id: int) -> None:
    """A dome looks elsewhere on purpose."""
    for tile in numbers.tiles_of(camera_id):
        live.turned(tile)


def _shown(live: LiveView, camera: Camera) -> Source:
    """The stream of it that is on the wall: of that one the seconds before are known. Else its first, the best."""
    sources = [stream.source for stream in camera.streams]
    return next((source for source in sources if live.is_shown(source, FIRST_MAP_TILE)), sources[0])


def wait_without_blocking(work: Future[T]) -> T:
    """Wait on the UI thread while the window goes on: what is waited for may have to ask a person."""
    spin(math.inf, work.done)
    return work.result()


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # An account without a name.
        return ""
