"""Makes plain rows of alarms, their activity and signals, and records of rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.outcome import Filed
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.alarms.state import State, Verdict
from wall.store.bookmark_rows import moment
from wall.store.json_fields import parsed, written
from wall.store.plain import fraction, text, whole
from wall.store.rows import Row

T = TypeVar("T")

_TEXTS = ("kind", "name", "site", "ward", "title", "detail", "owner", "reason", "acknowledged_by")
_WHOLE = ("alarm_id", "camera_id", "site_id", "rule_id", "priority", "number", "count", "level", "part_of")
_TRUTHS = ("is_drill", "is_flood", "lasts")
_TIMES = ("began_s", "last_s", "raised_s")
_MAYBE_TIMES = ("ended_s", "hold_until_s", "acknowledged_s", "closed_s")


def alarm_moment(alarm: Alarm) -> int:
    """A number for each alarm, in the order in which they began."""
    return moment(alarm.began_s, alarm.alarm_id)


def alarm_row(alarm: Alarm) -> Row:
    return {
        "moment": alarm_moment(alarm),
        **{name: text(getattr(alarm, name)) for name in _TEXTS},
        **{name: whole(getattr(alarm, name)) or 0 for name in _WHOLE},
        **{name: int(getattr(alarm, name)) for name in _TRUTHS},
        **{name: fraction(getattr(alarm, name)) or 0.0 for name in _TIMES},
        **{name: fraction(getattr(alarm, name)) for name in _MAYBE_TIMES},
        "state": alarm.state.name,
        "source": alarm.source.name,
        "verdict": alarm.verdict.name if alarm.verdict else None,
        "cameras": written(list(alarm.cameras)),
        "checked": written(sorted(alarm.checked)),
    }


def read_alarm(row: Row) -> Alarm:
    """One whose state is not known is to be looked at: it is read as new."""
    same: Row = {name: row[name] for name in (*_TEXTS, *_WHOLE, *_TIMES, *_MAYBE_TIMES)}
    return Alarm(
        **{**same, **{name: bool(row[name]) for name in _TRUTHS}},
        state=State.__members__.get(row["state"], State.NEW),
        source=Source.__members__.get(row["source"], Source.WALL),
        verdict=Verdict.__members__.get(row["verdict"] or ""),
        cameras=tuple(_numbers(row["cameras"])),
        checked=frozenset(_numbers(row["checked"])),
    )


def activity_row(activity: Activity) -> Row:
    return {
        "alarm_id": activity.alarm_id,
        "at_s": fraction(activity.at_s) or 0.0,
        "deed": activity.deed.name,
        "state": activity.state.name,
        "who": text(activity.who),
        "text": text(activity.text),
        "has_picture": int(activity.has_picture),
    }


def read_activity(row: Row) -> Activity:
    """A deed that this program does not know is shown as a note."""
    return Activity(
        row["alarm_id"],
        row["at_s"],
        Deed.__members__.get(row["deed"], Deed.NOTED),
        State.__members__.get(row["state"], State.NEW),
        row["who"],
        row["text"],
        bool(row["has_picture"]),
        row["activity_id"],
    )


def signal_row(signal_id: int, filed: Filed) -> Row:
    signal = filed.signal
    return {
        "signal_id": signal_id,
        "source": signal.source.name,
        "kind": text(signal.kind),
        "phase": signal.phase.name,
        "topic": text(signal.topic),
        "detail": text(signal.detail),
        "key": text(signal.key),
        "fate": filed.fate.name,
        "camera_id": signal.camera_id,
        "site_id": signal.site_id,
        "at_s": fraction(signal.at_s) or 0.0,
        "is_drill": int(signal.is_drill),
        "alarm_id": filed.alarm_id,
        "told_s": fraction(signal.told_s),
    }


def read_signal(row: Row) -> Signal:
    return Signal(
        Source.__members__.get(row["source"], Source.WALL),
        row["kind"],
        row["camera_id"],
        row["at_s"],
        Phase.__members__.get(row["phase"], Phase.PULSE),
        row["topic"],
        row["detail"],
        row["told_s"],
        row["site_id"],
        row["key"],
        bool(row["is_drill"]),
    )


def _numbers(data: str) -> Iterable[int]:
    """Damaged ones are no reason to hide an alarm."""
    try:
        found = parsed(data)
    except ValueError:
        return ()
    return [each for each in found if isinstance(each, int)] if isinstance(found, list) else ()
