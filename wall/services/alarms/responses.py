"""Does what a rule says when its alarm comes: records with what was before, turns the dome, keeps a bookmark, has the
supervisor told, and again where nobody reacts. All of it is written into the alarm's record, also what came to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, TypeVar

from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import is_to_be_escalated
from wall.model.alarms.rule import Response, Rule
from wall.model.alarms.state import State
from wall.model.bookmark import Bookmark
from wall.model.camera import Camera
from wall.model.device import Preset
from wall.model.events import Event, RecordingChanged
from wall.model.recording import Recording
from wall.model.stream import Source

T = TypeVar("T")

_TAG = "alarm"


class Records(Protocol):
    """`wall.services.recordings.Recordings`."""

    @property
    def under_way(self) -> Mapping[int, Recording]: ...

    def start(
        self, camera: Camera, shown: Source, clock_offset_s: float | None = None, before_s: float | None = None
    ) -> None: ...

    def stop(self, camera_id: int) -> None: ...


class TurnsDomes(Protocol):
    """`wall.services.ptz.desk.PtzDesk`: the program gives way to every person who drives."""

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]: ...

    def send(self, camera_id: int, token: str) -> Future[None]: ...


class LogsDeeds(Protocol):
    """`AlarmDesk`."""

    @property
    def operator(self) -> str: ...

    def open_alarms(self) -> Sequence[Alarm]: ...

    def rule(self, rule_id: int) -> Rule | None: ...

    def log(self, alarm_id: int, deed: Deed, text: str = "") -> Future[None]: ...


@dataclass(frozen=True, slots=True)
class Hands:
    """What it is done with. `shown` says which stream of a camera is on the wall now, else the best."""

    recordings: Records
    domes: TurnsDomes
    add_bookmark: Callable[[Bookmark, bytes], Future[int]]
    camera: Callable[[int], Camera | None]
    shown: Callable[[Camera], Source]
    tell: Callable[[Alarm], object]
    """The supervisor."""
    escalate: Callable[[Alarm], object]
    """Tell him that nobody has reacted in time."""


class Responses:
    """One thread: `take_note` of every event, and `tick` about once a second. Nothing here waits.

    What was open before the program began was responded to then; drills and floods move nothing.
    """

    def __init__(self, desk: LogsDeeds, hands: Hands, unix: Callable[[], float]) -> None:
        self._desk = desk
        self._hands = hands
        self._unix = unix
        self._answered = {alarm.alarm_id: alarm.rule_id for alarm in desk.open_alarms()}
        """By which rule each open alarm was responded to last: one that becomes more urgent has another one."""
        self._levels = {alarm.alarm_id: alarm.level for alarm in desk.open_alarms()}
        """How often each had been escalated when that was told."""
        self._until_s: dict[int, float] = {}
        """The cameras that are recorded because of an alarm, and until when."""

    def take_note(self, event: Event) -> None:
        """Everything else is passed over."""
        if isinstance(event, AlarmsChanged):
            for alarm in event.alarms:
                self._look_at(alarm)
        elif isinstance(event, RecordingChanged) and event.recording.end is not None:
            self._until_s.pop(event.recording.camera_id, None)

    def tick(self) -> None:
        """End the recordings that are long enough."""
        now_s = self._unix()
        for camera_id in [each for each, until_s in self._until_s.items() if until_s <= now_s]:
            del self._until_s[camera_id]
            self._hands.recordings.stop(camera_id)

    def _look_at(self, alarm: Alarm) -> None:
        if not alarm.is_open:
            self._answered.pop(alarm.alarm_id, None)
            self._levels.pop(alarm.alarm_id, None)
            return
        rule = self._desk.rule(alarm.rule_id)
        if rule is None or alarm.is_drill or alarm.is_flood:
            return
        if alarm.camera_id in self._until_s:
            self._prolong(alarm, rule.response)
        if self._answered.get(alarm.alarm_id) != alarm.rule_id and alarm.state is State.NEW:
            self._answered[alarm.alarm_id] = alarm.rule_id
            self._respond(alarm, rule.response)
        if alarm.level > self._levels.get(alarm.alarm_id, 0):
            self._levels[alarm.alarm_id] = alarm.level
            if is_to_be_escalated(alarm, rule):
                self._hands.escalate(alarm)

    def _respond(self, alarm: Alarm, response: Response) -> None:
        camera = self._hands.camera(alarm.camera_id) if alarm.camera_id else None
        if response.record_s > 0 and camera is not None:
            self._record(alarm, camera, response)
        if response.preset and alarm.camera_id:
            self._turn(alarm, response.preset)
        if response.bookmark and camera is not None:
            self._bookmark(alarm, camera)
        if response.push:
            self._hands.tell(alarm)

    # -- recording

    def _record(self, alarm: Alarm, camera: Camera, response: Response) -> None:
        if camera.camera_id in self._hands.recordings.under_way and camera.camera_id not in self._until_s:
            return  # Somebody records it by hand, and ends it by hand.
        if camera.camera_id not in self._until_s:
            self._hands.recordings.start(camera, self._hands.shown(camera), before_s=response.before_s)
            self._desk.log(alarm.alarm_id, Deed.RECORDED)
        self._until_s.setdefault(camera.camera_id, 0.0)
        self._prolong(alarm, response)

    def _prolong(self, alarm: Alarm, response: Response) -> None:
        """It goes on as long as signals come, and so long after."""
        until_s = alarm.last_s + response.record_s
        self._until_s[alarm.camera_id] = max(self._until_s[alarm.camera_id], until_s)

    # -- domes and bookmarks

    def _turn(self, alarm: Alarm, wanted: str) -> None:
        """To the preset of this name, or of this token."""

        def send(presets: tuple[Preset, ...]) -> None:
            found = [each for each in presets if wanted in (each.name, each.token)]
            if not found:
                self._desk.log(alarm.alarm_id, Deed.FAILED, wanted)
                return
            sending = self._hands.domes.send(alarm.camera_id, found[0].token)
            self._then(sending, alarm, lambda _: self._desk.log(alarm.alarm_id, Deed.TURNED, wanted))

        self._then(self._hands.domes.presets(alarm.camera_id), alarm, send)

    def _bookmark(self, alarm: Alarm, camera: Camera) -> None:
        note = " ".join(filter(None, (alarm.title or alarm.kind, alarm.detail)))
        bookmark = Bookmark(
            alarm.began_s,
            camera.camera_id,
            camera.number,
            camera.name,
            camera.site,
            note,
            (_TAG,),
            operator=self._desk.operator,
        )
        keeping = self._hands.add_bookmark(bookmark, b"")
        self._then(keeping, alarm, lambda _: self._desk.log(alarm.alarm_id, Deed.BOOKMARKED))

    def _then(self, done: Future[T], alarm: Alarm, go_on: Callable[[T], object]) -> None:
        """On whichever thread it ends; what comes to nothing is on record with its reason."""

        def told(ended: Future[T]) -> None:
            error = ended.exception() if not ended.cancelled() else None
            if error is not None:
                self._desk.log(alarm.alarm_id, Deed.FAILED, str(error))
            elif not ended.cancelled():
                go_on(ended.result())

        done.add_done_callback(told)
