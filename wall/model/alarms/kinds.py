"""The kinds of signals, and which of them may be one and the same happening."""

from __future__ import annotations

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
"""The camera was moved or blinded: its scene is another one."""

LOST = "lost"
FROZEN = "frozen"
BLACK = "black"
OUTAGE = "outage"
RECORDING = "recording"
"""A recording failed."""

INPUT = "input"
RELAY = "relay"
USER = "user"
"""An alarm that somebody defined in the camera itself."""
PANIC = "panic"

WALK = frozenset({MOTION, LINE, FIELD, PEOPLE, VEHICLE, FACE, ANIMAL, LOITERING})
SIGHT = frozenset({TAMPER, SCENE, BLACK})
LOSS = frozenset({LOST, FROZEN})


def family(kind: str) -> str:
    """Kinds of one family, at one place and time, are one happening: who walks past moves, crosses a line and is a
    person.
    """
    for name, kinds in (("walk", WALK), ("sight", SIGHT), ("loss", LOSS)):
        if kind in kinds:
            return name
    return kind
