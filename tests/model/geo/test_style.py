"""How wide a line is between the zooms that are named, and that everything has a rule."""

from __future__ import annotations

import pytest

from wall.model.geo.rules import rule_of
from wall.model.geo.style import Level, Tone, width_at
from wall.model.geo.vector import Kind

_WIDTHS = ((10.0, 1.0), (12.0, 2.0), (16.0, 10.0))


@pytest.mark.parametrize(
    ("zoom", "width"), [(5.0, 1.0), (10.0, 1.0), (11.0, 1.5), (12.0, 2.0), (14.0, 6.0), (16.0, 10.0), (22.0, 10.0)]
)
def test_widths_grow_between_their_zooms(zoom: float, width: float) -> None:
    assert width_at(_WIDTHS, zoom) == pytest.approx(width)


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_not_known_is_painted_plainly(kind: Kind) -> None:
    rule = rule_of("thứ gì đó", kind)
    assert rule.letters is not None
    assert (rule.fill is not None) == (kind is Kind.AREA)
    assert all(stroke.tone is Tone.OWN for stroke in rule.strokes)


def test_larger_roads_lie_over_smaller_ones_and_all_over_their_casings() -> None:
    levels = [
        [stroke.level.value for stroke in rule_of(road, Kind.LINE).strokes]
        for road in ("street", "secondary", "primary", "trunk", "motorway")
    ]
    assert all(casing == Level.CASING.value for casing, _road in levels)
    assert [road for _casing, road in levels] == sorted(road for _casing, road in levels)


def test_at_every_zoom_larger_roads_are_wider() -> None:
    roads = [rule_of(road, Kind.LINE).strokes[1].widths for road in ("street", "secondary", "trunk", "motorway")]
    for zoom in (11.0, 13.0, 15.0, 17.0):
        widths = [width_at(each, zoom) for each in roads]
        assert widths == sorted(widths)
