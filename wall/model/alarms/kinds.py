"""The kinds of signals, and which of them may be one and the same happening."""

from __future__ import annotations

from functools import lru_cache

MOTION = "motion"
LINE = "line"
FIELD = "field"
PEOPLE = "people"
VEHICLE = "vehicle"
FACE = "face"
ANIMAL = "animal"
LOITERING = "loitering"

TAMPER = "tamper"
SCENE = "scene"
"""The camera says that it was moved or blinded: its scene is another one."""
BLINDED = "blinded"
"""The wall itself saw that it was covered, sprayed or blurred."""
MOVED = "moved"
"""The wall itself saw that it looks elsewhere."""
WIDER = {BLINDED: SCENE, MOVED: SCENE}
"""Who names the latter, in a rule, a mute or a search, means the former, too: it says less exactly what happened."""

LOST = "lost"
FROZEN = "frozen"
BLACK = "black"
OUTAGE = "outage"
RECORDING = "recording"
"""A recording failed."""
MISSED = "missed"
"""A camera's events were not heard for a while, or some were lost on the way: what happened then is not known."""

INPUT = "input"
RELAY = "relay"
USER = "user"
"""An alarm that somebody defined in the camera itself."""
PANIC = "panic"
SEVERAL = "several"
"""A flood of more kinds than have a line of their own."""

DANGER = frozenset({"fire", "smoke", "gas", "gunshot"})
"""Words of other systems that nobody may miss."""
WALK = frozenset({MOTION, LINE, FIELD, PEOPLE, VEHICLE, FACE, ANIMAL, LOITERING})
_MORE_AND_MORE = (
    frozenset({MOTION}),
    frozenset({PEOPLE, VEHICLE, FACE, ANIMAL}),
    frozenset({LINE, FIELD, LOITERING}),
)
"""Those of a walk: that something moves, what it is, what it does."""
SIGHT = frozenset({TAMPER, SCENE, BLINDED, MOVED, BLACK})
LOSS = frozenset({LOST, FROZEN})


def is_among(kind: str, wanted: frozenset[str]) -> bool:
    """Is it one of these, or does one of them mean it, too?"""
    named = _named(wanted)
    return kind in named or WIDER.get(kind) in named


def with_narrower(wanted: frozenset[str]) -> frozenset[str]:
    """These, and what they are the wider kinds of."""
    named = _named(wanted)
    return named | {kind for kind, wider in WIDER.items() if wider in named}


@lru_cache(maxsize=256)
def _named(wanted: frozenset[str]) -> frozenset[str]:
    """Words of other systems may have been written with large letters, which nothing that they say is kept with."""
    return frozenset(map(str.lower, wanted))


def says_more(kind: str, than: str) -> bool:
    """Of two kinds of a walk: does the former tell more of what happened? Whoever crosses a line moves, too."""
    return _told(kind) > _told(than) > 0


def _told(kind: str) -> int:
    """0: of no walk."""
    return next((place for place, kinds in enumerate(_MORE_AND_MORE, 1) if kind in kinds), 0)


def family(kind: str) -> str:
    """Kinds of one family, at one place and time, are one happening: who walks past moves, crosses a line and is a
    person.
    """
    for name, kinds in (("walk", WALK), ("sight", SIGHT), ("loss", LOSS)):
        if kind in kinds:
            return name
    return kind
