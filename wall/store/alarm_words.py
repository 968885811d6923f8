"""The words by which alarms are found, and the question that asks for them. For FTS5."""

from __future__ import annotations

from collections.abc import Iterable

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.fold import fold
from wall.store.bookmark_rows import search_query


def marks(alarm: Alarm) -> str:
    """What filters ask for: one word each, which no folded text holds."""
    cameras = dict.fromkeys((alarm.camera_id, *alarm.cameras))
    found = [
        *(f"c{camera_id}" for camera_id in cameras if camera_id),
        f"s{alarm.site_id}",
        f"r{alarm.rule_id}",
        f"p{alarm.priority}",
        f"t{_one_word(alarm.state.name)}",
        f"k{_one_word(alarm.kind)}",
        f"d{int(alarm.is_drill)}",
    ]
    if alarm.owner:
        found.append(f"o{_one_word(alarm.owner)}")
    if alarm.verdict is not None:
        found.append(f"v{alarm.verdict.name}")
    return " ".join(f"#{mark}" for mark in found)


def folded(alarm: Alarm) -> str:
    """All that an officer may remember of it."""
    told = (alarm.title, alarm.kind, alarm.name, alarm.site, alarm.ward, alarm.detail, alarm.owner, alarm.reason)
    return fold(" ".join((*told, alarm.acknowledged_by, str(alarm.number or ""))))


def query(asked: AlarmFilter, text: str) -> str:
    """ "" where everything is asked for."""
    needed = [
        *_single("c", asked.camera_id),
        *_single("s", asked.site_id),
        *_single("r", asked.rule_id),
        *_single("o", _one_word(asked.owner) or None),
        *_single("d", None if asked.drills is None else int(asked.drills)),
        *_any("p", asked.priorities),
        *_any("t", (_one_word(state.name) for state in asked.states)),
        *_any("v", (verdict.name for verdict in asked.verdicts)),
        *_any("k", map(_one_word, kinds.with_narrower(asked.kinds))),
    ]
    words = search_query(text, None)
    return " AND ".join((*needed, *((words,) if words else ())))


def _single(letter: str, value: object) -> tuple[str, ...]:
    return () if value is None else (f'"#{letter}{value}"',)


def _any(letter: str, values: Iterable[object]) -> tuple[str, ...]:
    found = sorted(f'"#{letter}{value}"' for value in values)
    return (f"({' OR '.join(found)})",) if found else ()


def _one_word(text: str) -> str:
    return fold(text).replace(" ", "")
