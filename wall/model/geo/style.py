"""What can be said of how a category of a vector map is painted: tones, widths by zoom, letters; `rules` says it.

Tones are names: which colours they are in the dark and by day is the UI's (`wall.ui.map.vector_tones`). Widths and
sizes are logical pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

Widths = tuple[tuple[float, float], ...]
"""(zoom, width) in order; between them in proportion, beyond them as at the end."""


class Tone(Enum):
    """What a colour stands for."""

    OUTSIDE = auto()
    """The country around the city."""
    CITY = auto()
    CITY_EDGE = auto()
    WARD_EDGE = auto()
    INDUSTRY = auto()
    PARK = auto()
    CITADEL = auto()
    WATER = auto()
    BANK = auto()
    CASING = auto()
    STREET = auto()
    SECONDARY = auto()
    PRIMARY = auto()
    TRUNK = auto()
    MOTORWAY = auto()
    RAIL = auto()
    RAIL_GAP = auto()
    OWN = auto()
    """What a file of one's own asks nothing for."""
    OWN_AREA = auto()
    MARK = auto()
    NAME = auto()
    WARD_NAME = auto()
    WATER_NAME = auto()
    ROAD_NAME = auto()
    FAR_NAME = auto()
    SIGN = auto()
    """The ground of a road's short sign."""


class Mark(Enum):
    """The small sign at a place."""

    DOT = auto()
    STATION = auto()
    BUS = auto()
    CROSS = auto()
    STAR = auto()
    SHIELD = auto()
    TEMPLE = auto()
    SCHOOL = auto()
    MARKET = auto()
    NONE = auto()


class Level(Enum):
    """What lies over what, the lowest first."""

    GROUND = 0
    AREA = 1
    WATER = 2
    BORDER = 3
    CASING = 4
    STREET = 5
    SECONDARY = 6
    PRIMARY = 7
    TRUNK = 8
    MOTORWAY = 9
    RAIL = 10
    OWN_AREA = 11
    OWN_LINE = 12


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line. `dashes` are lengths on and off, in widths of the line."""

    level: Level
    tone: Tone
    widths: Widths
    dashes: tuple[float, ...] = ()
    from_zoom: float = 0.0
    is_round: bool = True


@dataclass(frozen=True, slots=True)
class Fill:
    """The inside of an area."""

    level: Level
    tone: Tone


@dataclass(frozen=True, slots=True)
class Letters:
    """A name. `along`: written along a line. Of what has a rank, less important names come later: `from_zoom` holds for
    the first rank, and each further one comes `step` zooms later."""

    tone: Tone
    sizes: Widths
    from_zoom: float = 0.0
    to_zoom: float = 30.0
    step: float = 0.0
    along: bool = False
    is_bold: bool = False
    is_upper: bool = False
    spread: float = 0.0
    """Between letters, in shares of their size."""
    priority: int = 50
    """The smaller is written first, and what comes later gives way."""


@dataclass(frozen=True, slots=True)
class Rule:
    """All of one category."""

    fill: Fill | None = None
    strokes: tuple[Stroke, ...] = ()
    letters: Letters | None = None
    mark: Mark = Mark.NONE
    sign_from: float | None = None
    """From which zoom on its short sign (`Feature.ref`) is shown."""


def width_at(widths: Widths, zoom: float) -> float:
    """How wide at this zoom."""
    below = widths[0]
    for each in widths:
        if each[0] >= zoom:
            share = (zoom - below[0]) / (each[0] - below[0]) if each[0] > below[0] else 0.0
            return below[1] + (each[1] - below[1]) * max(0.0, min(1.0, share))
        below = each
    return below[1]
