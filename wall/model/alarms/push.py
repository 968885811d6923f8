"""What a supervisor is told of an alarm, by which ways, and how long that is tried.

He is told when an alarm comes whose rule says so, and again each time that nobody has reacted to it in time. The second
holds for every urgent alarm, too: that nobody sees to one is what a supervisor is there for. What is less urgent
escalates to him only by its rule, for a night of crossed lines must not teach him to look away. A rule without times of
escalation never does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from wall.model.alarms.alarm import URGENT, Alarm
from wall.model.alarms.rule import Rule
from wall.model.alarms.state import State
from wall.model.alarms.ways_out import Way
from wall.model.events import Event

GIVE_UP_S = 24 * 3600.0
"""What could not be told for so long is not told any more, and that is on the alarm's record."""
FIRST_AGAIN_S, LAST_AGAIN_S, REFUSED_AGAIN_S = 2.0, 300.0, 300.0
_MOST_DOUBLINGS = 16


class Answer(Enum):
    """What came of an attempt to reach another system. The value is the English sentence; the UI translates by name."""

    HEARD = "the broker was reached, and lets us hear what we ask for"
    TAKEN = "it has taken the message"
    LISTENS = "CityWall listens there; whether a caller has the right token shows when it calls"
    LISTENS_TO_TOKEN = "CityWall listens there, and takes this token"
    UNREACHABLE = "it cannot be reached"
    REFUSED = "it refuses the login, or the token"
    FORBIDDEN = "it does not let us hear what we ask for"
    REJECTED = "it answers, and does not take the message"
    UNTRUSTED = "its certificate is not trusted"
    SETTINGS = "the settings make no sense"
    LOCKED = "its login cannot be read"
    MISTAKE = "CityWall has made a mistake"

    @property
    def is_good(self) -> bool:
        return self in _GOOD


_GOOD = frozenset({Answer.HEARD, Answer.TAKEN, Answer.LISTENS, Answer.LISTENS_TO_TOKEN})


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it, and more of it in English, for the expert. No secret."""

    answer: Answer
    detail: str = ""


class SendError(Exception):
    """A message was not taken."""

    def __init__(self, answer: Answer, detail: str = "") -> None:
        super().__init__(f"{answer.value}: {detail}" if detail else answer.value)
        self.tried = Tried(answer, detail)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message that waits to be sent on one way. Unix seconds."""

    alarm_id: int
    rule_id: int
    """By which it is told: an alarm that becomes more urgent has another one, and is told again."""
    way: Way
    body: str
    made_s: float
    level: int = 0
    """How often it had been escalated by then; of each time it is told once, whichever its rule. 0: that it came."""
    tries: int = 0
    next_s: float = 0.0
    """Not before then."""
    parcel_id: int = 0
    """0 until it is kept."""

    def is_due(self, now_s: float) -> bool:
        """May it be sent? What waits for longer than anything does is due, too: the clock was set back."""
        return not now_s < self.next_s <= now_s + LAST_AGAIN_S

    def is_stale(self, now_s: float) -> bool:
        """Has it been tried for long enough?"""
        return now_s - self.made_s >= GIVE_UP_S


@dataclass(frozen=True, slots=True)
class PushHealth:
    """How one way out stands. Counts but `waiting` are since the program began; `detail` is English; no secret."""

    way: Way
    is_on: bool = False
    last: Tried | None = None
    """What came of the last message; None: none was sent yet."""
    last_s: float = 0.0
    waiting: int = 0
    """Messages in the outbox."""
    sent: int = 0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class PushChanged(Event):
    """A way out stands otherwise than before."""

    health: PushHealth


def again_s(tries: int) -> float:
    """How long to wait after so many attempts that failed: twice as long each time, up to five minutes."""
    return min(LAST_AGAIN_S, FIRST_AGAIN_S * 2.0 ** min(max(tries, 1) - 1, _MOST_DOUBLINGS))


def is_to_be_told(alarm: Alarm, rule: Rule | None) -> bool:
    """That it came."""
    return rule is not None and rule.response.push and _is_real_and_new(alarm)


def is_to_be_escalated(alarm: Alarm, rule: Rule | None) -> bool:
    """That nobody has reacted in time."""
    is_his = rule is not None and (rule.response.push or alarm.priority <= URGENT)
    return is_his and alarm.level > 0 and _is_real_and_new(alarm)


def _is_real_and_new(alarm: Alarm) -> bool:
    return alarm.state is State.NEW and not (alarm.is_drill or alarm.is_flood)


def told_of(alarm: Alarm, level: int = 0, waited_s: float = 0.0, on_duty: str = "") -> dict[str, Any]:
    """The message: what anybody may know of it. `id` stays the same when it comes twice. With a `level` it is that
    nobody has reacted for `waited_s`, though `on_duty` was at the desk.
    """
    return {
        "id": alarm.alarm_id,
        "priority": alarm.priority,
        "camera": alarm.number or None,
        "camera_name": alarm.name,
        "site": alarm.site,
        "ward": alarm.ward,
        "time": datetime.fromtimestamp(alarm.began_s, UTC).isoformat(timespec="milliseconds"),
        "kind": alarm.kind,
        "what": alarm.title or alarm.kind,
        "detail": alarm.detail,
        "state": alarm.state.name.lower(),
        "escalation": level,
        "waited_s": round(waited_s),
        "on_duty": on_duty,
    }


def told_as_a_test(at_s: float) -> dict[str, Any]:
    """The same form, of nothing."""
    return {
        "id": 0,
        "priority": 5,
        "camera": None,
        "camera_name": "",
        "site": "",
        "ward": "",
        "time": datetime.fromtimestamp(at_s, UTC).isoformat(timespec="milliseconds"),
        "kind": "test",
        "what": "CityWall: a test, nothing happened",
        "detail": "",
        "state": "test",
        "escalation": 0,
        "waited_s": 0,
        "on_duty": "",
    }
