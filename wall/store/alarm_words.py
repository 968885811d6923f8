"""The words by which alarms are found, and the question that asks for them. For FTS5."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import sqlite_utils

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.state import State
from wall.model.fold import fold
from wall.store.bookmark_rows import search_words

LONGEST_BEGINNING = 8
"""There is an index of the beginnings of words up to so many letters."""
_MOST_TERMS = 100
_ALL = '("#d0" OR "#d1")'
"""Every alarm is a drill, or none."""

TERMS = "create virtual table if not exists temp.alarm_term using fts5vocab(main, alarm_text, instance)"
"""The words of the search text, to be looked up."""

Terms = Callable[[str], Iterable[str]]
"""All words of the search text that begin so, in their order."""


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


def query(asked: AlarmFilter, text: str, terms: Terms) -> str:
    """ "" where everything is asked for. The list of alarms that each word stands for is walked: so what nearly all of
    them are, closed and no drills, is asked for by what the others are.
    """
    needed = [
        *_single("c", asked.camera_id),
        *_single("s", asked.site_id),
        *_single("r", asked.rule_id),
        *_single("o", _one_word(asked.owner) or None),
        *_any("p", asked.priorities),
        *_any("v", (verdict.name for verdict in asked.verdicts)),
        *_any("k", map(_one_word, kinds.with_narrower(asked.kinds))),
        *(_beginning(word, terms) for word in search_words(text)),
    ]
    unwanted: list[str] = []
    are_closed = State.CLOSED in asked.states
    states = frozenset(State) - asked.states if are_closed else asked.states
    (unwanted if are_closed else needed).extend(_any("t", (_one_word(state.name) for state in states)))
    if asked.drills is not None:
        (needed if asked.drills else unwanted).append(_mark("d", 1))
    if unwanted and not needed:
        needed.append(_ALL)
    return " NOT ".join((" AND ".join(needed), *unwanted))


def terms_of(tables: sqlite_utils.Database, beginning: str) -> Iterator[str]:
    """See `Terms`; each is looked up when it is asked for. There may be a million of alarms to each."""
    least = beginning
    while row := tables.execute("select term from alarm_term where term >= ? limit 1", [least]).fetchone():
        if not row[0].startswith(beginning):
            return
        yield row[0]
        least = f"{row[0]}!"  # Before any word that begins with this one.


def _beginning(word: str, terms: Terms) -> str:
    """Whatever begins with this word. For longer beginnings than there is an index of, FTS5 would put together all that
    has any of them before it began, so those that there are are named.
    """
    if len(word) <= LONGEST_BEGINNING:
        return f'"{word}"*'
    found = list(islice(terms(word), _MOST_TERMS + 1))
    if len(found) > _MOST_TERMS:
        return f'"{word}"*'
    return _or(f'"{term}"' for term in found or [word])


def _single(letter: str, value: object) -> tuple[str, ...]:
    return () if value is None else (_mark(letter, value),)


def _any(letter: str, values: Iterable[object]) -> tuple[str, ...]:
    found = sorted(_mark(letter, value) for value in values)
    return (_or(found),) if found else ()


def _or(found: Iterable[str]) -> str:
    return f"({' OR '.join(found)})"


def _mark(letter: str, value: object) -> str:
    return f'"#{letter}{value}"'


def _one_word(text: str) -> str:
    return fold(text).replace(" ", "")
