"""One drill while it is under way: what is waited for, until when, and what came of it. UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from typing import Protocol

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillStanding, DrillWhy, Hung, Proof, Shown, Why
from wall.model.alarms.push import Tried
from wall.model.alarms.rule import Rule
from wall.model.alarms.state import State
from wall.model.errors import WallError
from wall.model.events import BellChanged
from wall.model.sound import SoundPhase

UNNOTICED_S = 60.0
HEARD_WITHIN_S = 12.0
"""The bell is tried again every five seconds."""
SHOWN_WITHIN_S = 20.0
"""A camera that was on no screen has to connect first; a cell may become free."""
PUSHED_WITHIN_S = 40.0
HUNG_WITHIN_S = 90.0
"""`services.hanging` gives up earlier by itself."""


class Sight(Protocol):
    """Where alarms pop up. `wall.ui.alarms.drill_sight.DrillSight`."""

    def look(self, alarm: Alarm, since_s: float, *, must_be_live: bool) -> Shown | Why:
        """Where its picture is painted, one that is newer than that (monotonic seconds) where it must be live; else why
        it is not yet.
        """
        ...


@dataclass(frozen=True, slots=True)
class Around:
    """What can be seen and heard at this moment. Monotonic seconds; `bell_s` is when the bell was heard of last."""

    now_s: float
    bell: BellChanged | None
    bell_s: float
    sight: Sight | None


class AlarmRun:
    """A drill that must become an alarm, and whose alarm must be heard and seen."""

    def __init__(self, drill: Drill, began_s: float) -> None:
        self.drill = drill
        self._began_s = began_s
        self._alarm: Alarm | None = None
        self._rule: Rule | None = None
        self._alarm_s = 0.0
        self._pushes: Sequence[Future[Tried]] = ()

    @property
    def is_waiting(self) -> bool:
        """Has nothing been noticed yet?"""
        return self._alarm is None

    def notice(self, alarm: Alarm, rule: Rule | None, now_s: float) -> float:
        """It became this alarm, by that rule; gives after how many seconds."""
        after_s = max(0.0, now_s - self._began_s)
        self._alarm, self._rule, self._alarm_s = alarm, rule, now_s
        noticed = replace(self.drill, alarm_id=alarm.alarm_id, name=self.drill.name or alarm.name)
        self.drill = noticed.proven(DrillPart.NOTICED, Proof(after_s))
        return after_s

    def push(self, tests: Sequence[Future[Tried]]) -> None:
        """These were sent to the supervisor."""
        self._pushes = tests
        if not tests:
            self._prove(DrillPart.PUSH, Proof(why=DrillWhy.NO_WAY, is_wanted=False))

    def follow(self, alarm: Alarm) -> None:
        """What has become of its alarm."""
        if self._alarm is not None and alarm.alarm_id == self._alarm.alarm_id:
            self._alarm = alarm

    def miss(self, why: DrillWhy) -> None:
        """Nothing has come of it."""
        self._prove(DrillPart.NOTICED, Proof(why=why))

    def is_overdue(self, now_s: float) -> bool:
        """Has it been waited for long enough?"""
        return self.is_waiting and not 0 <= now_s - self._began_s < UNNOTICED_S

    def look(self, around: Around) -> None:
        """What has come of it since?"""
        if self._alarm is None:
            return
        for part, prove in (
            (DrillPart.SOUND, self._heard),
            (DrillPart.WALL, self._shown),
            (DrillPart.PUSH, self._pushed),
        ):
            if part in self.drill.kind.parts and part not in self.drill.proofs:
                proof = prove(self._alarm, around)
                if proof is not None:
                    self._prove(part, proof)

    # -- inside

    def _prove(self, part: DrillPart, proof: Proof) -> None:
        self.drill = self.drill.proven(part, proof)

    @property
    def _is_marked(self) -> bool:
        """The marked alarm is there to be heard and seen, whatever its rule says; pictures go the way of their rule."""
        return self.drill.kind is DrillKind.ALARM

    def _heard(self, alarm: Alarm, around: Around) -> Proof | None:
        bell = around.bell if around.bell is not None and around.bell.is_ringing else None
        if self._rule is not None and not self._rule.response.sound:
            return Proof(why=DrillWhy.RULE_SILENT, is_wanted=self._is_marked)
        if bell is not None and bell.phase is SoundPhase.PLAYING:
            return Proof(max(0.0, around.bell_s - self._alarm_s))
        if alarm.state is not State.NEW:
            return Proof(why=DrillWhy.SEEN_TO, is_wanted=False)
        if 0 <= around.now_s - self._alarm_s < HEARD_WITHIN_S:
            return None
        if bell is not None and bell.phase is SoundPhase.FAILED:
            return Proof(why=bell.cause)
        return Proof(why=DrillWhy.NO_BELL if around.sight is not None else DrillWhy.NOT_RUNG)

    def _shown(self, alarm: Alarm, around: Around) -> Proof | None:
        waited_s = around.now_s - self._alarm_s
        seen: Shown | Why = DrillWhy.NO_WINDOW
        if around.sight is not None:
            seen = around.sight.look(alarm, self._alarm_s, must_be_live=self._is_marked)
        if isinstance(seen, Shown):
            self.drill = replace(self.drill, screen=seen.screen, cell=seen.cell)
            return Proof(max(0.0, waited_s))
        if seen is DrillWhy.NO_SCREEN:
            return Proof(why=seen, is_wanted=self._is_marked)
        if alarm.state is not State.NEW:
            return Proof(why=DrillWhy.SEEN_TO, is_wanted=False)
        return None if 0 <= waited_s < SHOWN_WITHIN_S else Proof(why=seen)

    def _pushed(self, _alarm: Alarm, around: Around) -> Proof | None:
        waited_s = around.now_s - self._alarm_s
        if all(test.done() for test in self._pushes):
            why = next((found for test in self._pushes if (found := _trouble(test)) is not None), None)
            return Proof(max(0.0, waited_s)) if why is None else Proof(why=why)
        return None if 0 <= waited_s < PUSHED_WITHIN_S else Proof(why=DrillWhy.NO_ANSWER)


class HangRun:
    """A drill of what watches the decode processes."""

    def __init__(self, drill: Drill, hanging: Future[Hung], began_s: float) -> None:
        self.drill = drill
        self._hanging = hanging
        self._began_s = began_s
        self.cameras: set[int] = set()
        """Whose pictures stand."""

    def look(self, around: Around) -> None:
        """Has it come to its end?"""
        if self._hanging.done():
            self._take(_hung(self._hanging))
        elif not 0 <= around.now_s - self._began_s < HUNG_WITHIN_S:
            self._take(Hung(why=DrillWhy.NO_ANSWER))

    def _take(self, hung: Hung) -> None:
        is_wanted = hung.why is not DrillWhy.NO_PROCESS
        drill = replace(self.drill, pictures=hung.pictures)
        for part, after_s in ((DrillPart.NOTICED, hung.noticed_s), (DrillPart.WATCHDOG, hung.live_s)):
            why = hung.why if after_s is None else None
            drill = drill.proven(part, Proof(after_s, why, is_wanted))
        self.drill = drill


Run = AlarmRun | HangRun


def ended(drill: Drill) -> Drill:
    """There is nothing more to be learnt of it."""
    return replace(drill, standing=DrillStanding.ENDED)


def _hung(hanging: Future[Hung]) -> Hung:
    try:
        return hanging.result()
    except (CancelledError, RuntimeError, OSError):
        return Hung(why=DrillWhy.UNKNOWN)


def _trouble(test: Future[Tried]) -> Why | None:
    """Why a message was not taken; None where it was."""
    try:
        answer = test.result().answer
    except WallError as error:
        return error.cause
    except (CancelledError, OSError, ValueError):
        return DrillWhy.UNKNOWN
    return None if answer.is_good else answer
