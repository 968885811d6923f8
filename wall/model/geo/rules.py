"""How each category of a vector map is painted, in the order of maps everywhere.

Areas, water, borders, roads over their casings, rails, marks, names.
"""

from __future__ import annotations

from collections.abc import Mapping

from wall.model.geo.style import Fill, Letters, Level, Mark, Rule, Stroke, Tone, Widths
from wall.model.geo.vector import Kind

_SMALL_TYPE: Widths = ((13.0, 10.0), (16.0, 12.0))
_USUAL_TYPE: Widths = ((13.0, 11.0), (16.0, 12.0))


def rule_of(category: str, kind: Kind) -> Rule:
    """How to paint it; what is not known is painted plainly."""
    return _RULES.get(category) or _PLAIN[kind]


def _road(level: Level, tone: Tone, widths: Widths, letters: Letters, *, cased_from: float, sign: float | None) -> Rule:
    """A road over its casing: a pixel on each side."""
    casing = Stroke(Level.CASING, Tone.CASING, tuple((zoom, width + 2.0) for zoom, width in widths), (), cased_from)
    return Rule(strokes=(casing, Stroke(level, tone, widths)), letters=letters, sign_from=sign)


def _road_letters(from_zoom: float, step: float, priority: int) -> Letters:
    return Letters(Tone.ROAD_NAME, _SMALL_TYPE, from_zoom, 30.0, step, along=True, priority=priority)


def _place(mark: Mark, from_zoom: float, priority: int) -> Rule:
    return Rule(letters=Letters(Tone.NAME, _USUAL_TYPE, from_zoom, step=0.9, priority=priority), mark=mark)


_RULES: Mapping[str, Rule] = {
    "city": Rule(
        fill=Fill(Level.GROUND, Tone.CITY),
        strokes=(Stroke(Level.BORDER, Tone.CITY_EDGE, ((10.0, 1.2), (14.0, 2.0), (17.0, 2.6))),),
        letters=Letters(Tone.NAME, ((9.0, 13.0), (11.5, 15.0)), 8.0, 11.7, is_bold=True, priority=1),
    ),
    "ward": Rule(
        strokes=(Stroke(Level.BORDER, Tone.WARD_EDGE, ((11.0, 0.8), (14.0, 1.1), (17.0, 1.6)), (5.0, 3.0), 11.3),),
        letters=Letters(
            Tone.WARD_NAME,
            ((11.5, 10.0), (13.0, 12.0), (15.0, 15.0)),
            11.7,
            17.6,
            0.5,
            is_upper=True,
            spread=0.1,
            priority=14,
        ),
    ),
    "industry": Rule(
        fill=Fill(Level.AREA, Tone.INDUSTRY),
        letters=Letters(Tone.FAR_NAME, _SMALL_TYPE, 13.4, priority=45),
    ),
    "park": Rule(
        fill=Fill(Level.AREA, Tone.PARK),
        letters=Letters(Tone.FAR_NAME, _SMALL_TYPE, 14.4, priority=46),
    ),
    "citadel": Rule(fill=Fill(Level.WATER, Tone.CITADEL), strokes=(Stroke(Level.BORDER, Tone.BANK, ((12.0, 0.8),)),)),
    "water": Rule(
        fill=Fill(Level.WATER, Tone.WATER), strokes=(Stroke(Level.WATER, Tone.BANK, ((11.0, 0.6), (15.0, 1.0))),)
    ),
    "river": Rule(
        letters=Letters(Tone.WATER_NAME, ((11.0, 11.0), (15.0, 15.0)), 11.0, along=True, spread=0.25, priority=8)
    ),
    "stream": Rule(
        strokes=(Stroke(Level.WATER, Tone.WATER, ((10.0, 1.0), (12.0, 2.2), (14.0, 5.0), (16.0, 14.0), (18.0, 50.0))),),
        letters=Letters(Tone.WATER_NAME, ((12.0, 10.0), (15.0, 13.0)), 12.6, along=True, spread=0.12, priority=12),
    ),
    "motorway": _road(
        Level.MOTORWAY,
        Tone.MOTORWAY,
        ((9.0, 1.4), (12.0, 3.0), (14.0, 5.5), (16.0, 12.0), (18.0, 30.0)),
        _road_letters(13.4, 0.0, 20),
        cased_from=11.0,
        sign=11.0,
    ),
    "trunk": _road(
        Level.TRUNK,
        Tone.TRUNK,
        ((9.0, 1.0), (12.0, 2.4), (14.0, 4.6), (16.0, 11.0), (18.0, 28.0)),
        _road_letters(13.4, 0.0, 21),
        cased_from=11.5,
        sign=11.0,
    ),
    "primary": _road(
        Level.PRIMARY,
        Tone.PRIMARY,
        ((10.0, 0.6), (12.0, 1.7), (14.0, 4.2), (16.0, 11.0), (18.0, 30.0)),
        _road_letters(13.2, 0.4, 22),
        cased_from=12.2,
        sign=12.5,
    ),
    "secondary": _road(
        Level.SECONDARY,
        Tone.SECONDARY,
        ((11.0, 0.5), (12.5, 1.2), (14.0, 3.2), (16.0, 8.5), (18.0, 24.0)),
        _road_letters(13.4, 0.3, 24),
        cased_from=12.6,
        sign=12.5,
    ),
    "street": _road(
        Level.STREET,
        Tone.STREET,
        ((12.0, 0.4), (13.0, 0.9), (14.0, 2.2), (16.0, 7.0), (18.0, 20.0)),
        _road_letters(13.2, 0.4, 26),
        cased_from=13.4,
        sign=None,
    ),
    "railway": Rule(
        strokes=(
            Stroke(Level.RAIL, Tone.RAIL, ((10.0, 1.0), (12.0, 1.6), (14.0, 2.8), (16.0, 4.6), (18.0, 7.0))),
            Stroke(
                Level.RAIL,
                Tone.RAIL_GAP,
                ((10.0, 0.0), (12.0, 0.8), (14.0, 1.5), (16.0, 2.8), (18.0, 4.6)),
                (5.0, 5.0),
                11.5,
                is_round=False,
            ),
        ),
        letters=_road_letters(14.2, 0.0, 30),
    ),
    "station": _place(Mark.STATION, 12.6, 10),
    "bus": _place(Mark.BUS, 12.8, 14),
    "hospital": _place(Mark.CROSS, 13.0, 11),
    "government": _place(Mark.STAR, 13.2, 12),
    "police": _place(Mark.SHIELD, 13.0, 9),
    "landmark": _place(Mark.TEMPLE, 13.2, 13),
    "market": _place(Mark.MARKET, 13.4, 16),
    "school": _place(Mark.SCHOOL, 13.4, 17),
    "place": Rule(letters=Letters(Tone.NAME, _USUAL_TYPE, 13.2, step=0.6, priority=13)),
    "bridge": Rule(letters=Letters(Tone.FAR_NAME, _SMALL_TYPE, 13.6, priority=18)),
    "neighbour": Rule(
        letters=Letters(Tone.FAR_NAME, ((10.0, 11.0), (14.0, 15.0)), 10.5, 15.5, spread=0.1, priority=40)
    ),
}

_OWN_NAME = Letters(Tone.NAME, ((10.0, 11.0), (16.0, 12.0)), 12.0, priority=30)
_PLAIN: Mapping[Kind, Rule] = {
    Kind.POINT: Rule(letters=_OWN_NAME, mark=Mark.DOT),
    Kind.LINE: Rule(
        strokes=(Stroke(Level.OWN_LINE, Tone.OWN, ((9.0, 1.2), (13.0, 2.0), (17.0, 3.0))),),
        letters=Letters(Tone.NAME, ((10.0, 11.0), (16.0, 12.0)), 13.0, along=True, priority=31),
    ),
    Kind.AREA: Rule(
        fill=Fill(Level.OWN_AREA, Tone.OWN_AREA),
        strokes=(Stroke(Level.OWN_LINE, Tone.OWN, ((9.0, 0.8), (13.0, 1.4), (17.0, 2.0))),),
        letters=_OWN_NAME,
    ),
}
