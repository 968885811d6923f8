"""What may be asked of the history of alarms: each filter alone, words of every kind, and both together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from wall.bench.kept_alarms import CAMERAS, KINDS, OFFICERS, RARE_NOTE, RULES, SITES, WARDS
from wall.model.alarms import kinds
from wall.model.alarms.finding import EVERYTHING, AlarmFilter
from wall.model.alarms.state import State, Verdict

Asked = tuple[AlarmFilter, str]
Question = Callable[[Random], Asked]
"""The same question for something else each time."""

_OPEN = frozenset(State) - {State.CLOSED}

_FILTERS: Mapping[str, Callable[[Random], AlarmFilter]] = {
    "everything": lambda _: EVERYTHING,
    "state": lambda chance: AlarmFilter(states=frozenset({chance.choice(list(State))})),
    "open": lambda _: AlarmFilter(states=_OPEN),
    "priority": lambda chance: AlarmFilter(priorities=frozenset({chance.randint(1, 5)})),
    "urgent": lambda _: AlarmFilter(priorities=frozenset({1, 2, 3})),
    "verdict": lambda chance: AlarmFilter(verdicts=frozenset({chance.choice(list(Verdict))})),
    "kind": lambda chance: AlarmFilter(kinds=frozenset({chance.choice(KINDS)})),
    "kinds": lambda chance: AlarmFilter(kinds=frozenset(chance.sample(KINDS, 6))),
    "scene": lambda _: AlarmFilter(kinds=frozenset({kinds.SCENE})),
    "camera": lambda chance: AlarmFilter(camera_id=chance.randint(1, CAMERAS)),
    "site": lambda chance: AlarmFilter(site_id=chance.randint(1, SITES)),
    "rule": lambda chance: AlarmFilter(rule_id=chance.randint(1, RULES)),
    "owner": lambda chance: AlarmFilter(owner=chance.choice(OFFICERS)),
    "drills": lambda _: AlarmFilter(drills=True),
    "no drills": lambda _: AlarmFilter(drills=False),
    "nobody": lambda _: AlarmFilter(camera_id=10**6),
    "never together": lambda _: AlarmFilter(priorities=frozenset({5}), drills=True),
    "mine, open": lambda chance: AlarmFilter(owner=chance.choice(OFFICERS), states=_OPEN),
    "real, of a site, urgent": lambda chance: AlarmFilter(
        verdicts=frozenset({Verdict.REAL}), site_id=chance.randint(1, SITES), priorities=frozenset({2})
    ),
    "open drills that were false": lambda _: AlarmFilter(
        states=_OPEN, verdicts=frozenset({Verdict.FALSE}), drills=True
    ),
}

_WORDS: Mapping[str, Callable[[Random], str]] = {
    "a letter": lambda chance: chance.choice("bcdghklmnpqstvxy"),
    "a word of all": lambda _: "phuong",
    "a ward": lambda chance: f"phường {chance.randint(1, WARDS)}",
    "a place": lambda chance: chance.choice(("ngã sáu", "cho nhon", "truong thpt han thuyen", "cong vien")),
    "a number": lambda chance: str(chance.randint(1, CAMERAS)),
    "an officer": lambda chance: chance.choice(OFFICERS),
    "a note": lambda chance: chance.choice(("xe tai", "to tuan tra", "bien so", "la cay")),
    "a rare word": lambda _: RARE_NOTE,
    "a long word": lambda _: "myruledetector",
    "half a long word": lambda chance: "intrusiondetection"[: chance.randint(8, 17)],
    "a word of none": lambda _: "khôngcógì",
    "words of all": lambda _: "phuong cong chinh xe",
    "words that never meet": lambda _: "cong chinh duong vao toan canh",
}


def questions(from_s: float, until_s: float) -> Mapping[str, Question]:
    """All of them, for alarms that began between (Unix seconds)."""

    def moment(chance: Random) -> float:
        return chance.uniform(from_s, until_s)

    def hours(chance: Random) -> AlarmFilter:
        at_s = moment(chance)
        return AlarmFilter(from_s=at_s, to_s=at_s + 3600.0 * chance.randint(1, 48))

    def all_at_once(chance: Random) -> AlarmFilter:
        return AlarmFilter(
            frozenset({State.CLOSED}),
            frozenset(chance.sample(KINDS, 6)),
            frozenset({2, 3}),
            frozenset({Verdict.FALSE, Verdict.REAL}),
            site_id=chance.randint(1, SITES),
            from_s=moment(chance),
            drills=False,
        )

    def of_a_camera(chance: Random) -> AlarmFilter:
        return AlarmFilter(camera_id=chance.randint(1, CAMERAS), priorities=frozenset({1, 2, 3}))

    return {
        **{name: _asked(make, lambda _: "") for name, make in _FILTERS.items()},
        **{name: _asked(lambda _: EVERYTHING, make) for name, make in _WORDS.items()},
        "hours": _asked(hours, lambda _: ""),
        "since long": _asked(lambda chance: AlarmFilter(from_s=moment(chance)), lambda _: ""),
        "until long ago": _asked(lambda chance: AlarmFilter(to_s=moment(chance)), lambda _: ""),
        "a word, open": _asked(lambda _: AlarmFilter(states=_OPEN), lambda _: "cong chinh"),
        "a word of drills": _asked(lambda _: AlarmFilter(drills=True), lambda _: "xe tai"),
        "a word of hours": _asked(hours, lambda _: "cong chinh"),
        "a rare word of hours": _asked(hours, lambda _: RARE_NOTE),
        "a letter of long ago": _asked(lambda chance: AlarmFilter(to_s=moment(chance)), lambda _: "c"),
        "a long word of hours": _asked(hours, lambda _: "myruledetector"),
        "a word of a camera, urgent": _asked(of_a_camera, lambda _: "bao ve"),
        "all at once": _asked(all_at_once, lambda _: "phuong meo"),
    }


def _asked(make: Callable[[Random], AlarmFilter], word: Callable[[Random], str]) -> Question:
    return lambda chance: (make(chance), word(chance))
