"""What a dome is told of a hand in its picture."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.aim import DEAD_SHARE, Point, centring, framing, landing, towards
from wall.model.ptz.move import STILL, Place, Way

shares = st.floats(-1.0, 1.0)
points = st.builds(Point, shares, shares)
zooms = st.floats(0.0, 1.0)
OF_VIEW = PtzAbility(relative_of_view=True, relative=True)
RELATIVE = PtzAbility(relative=True)
ABSOLUTE = PtzAbility(absolute=True)


@given(points)
def test_a_pull_keeps_its_direction_and_never_exceeds_full_speed(point: Point) -> None:
    velocity = towards(point)
    assert hypot(velocity.pan, velocity.tilt) <= 1.0 + 1e-9
    assert velocity.pan * point.x >= 0 and velocity.tilt * point.y >= 0
    assert velocity.pan * point.y == pytest.approx(velocity.tilt * point.x, abs=1e-9)
    assert velocity.is_still == (hypot(point.x, point.y) <= DEAD_SHARE) or abs(velocity.pan) + abs(velocity.tilt) < 1e-6


@given(points, st.floats(0.0, 1.0))
def test_further_out_is_never_slower(point: Point, share: float) -> None:
    near, far = towards(Point(point.x * share, point.y * share)), towards(point)
    assert hypot(near.pan, near.tilt) <= hypot(far.pan, far.tilt) + 1e-9


def test_at_the_middle_it_stands_and_at_the_edge_it_is_at_full_speed() -> None:
    assert towards(Point(0.05, -0.05)) == STILL
    assert towards(Point(1.0, 0.0)).pan == pytest.approx(1.0)
    assert towards(Point(0.0, -1.5)).tilt == pytest.approx(-1.0)


@given(points)
def test_a_camera_that_takes_shares_of_its_picture_is_told_just_that(point: Point) -> None:
    assert centring(point, OF_VIEW) == Way(point.x, point.y, of_view=True)


@given(points, zooms)
def test_others_are_told_what_an_ordinary_dome_sees(point: Point, zoom: float) -> None:
    way = centring(point, RELATIVE, Place(0.0, 0.0, zoom))
    wide = centring(point, RELATIVE, Place(0.0, 0.0, 0.0))
    assert way is not None and wide is not None and not way.of_view
    assert abs(way.pan) <= abs(wide.pan) + 1e-12 <= 30 / 360 + 1e-9
    assert abs(way.tilt) <= abs(wide.tilt) + 1e-12 <= 18 / 90 + 1e-9
    assert way.pan * point.x >= 0 and way.tilt * point.y >= 0


def test_ranges_that_a_camera_tells_are_taken() -> None:
    narrow = centring(Point(1.0, 0.0), PtzAbility(relative=True, pan_degrees=(-90.0, 90.0)))
    usual = centring(Point(1.0, 0.0), RELATIVE)
    assert narrow is not None and usual is not None and narrow.pan == pytest.approx(2 * usual.pan)
    odd = centring(Point(1.0, 0.0), PtzAbility(relative=True, pan_degrees=(5.0, 5.0)))
    assert odd == usual


def test_who_only_knows_speeds_is_not_sent_anywhere() -> None:
    assert centring(Point(0.5, 0.5), PtzAbility(pan_tilt=True, zoom=True)) is None
    assert centring(Point(0.5, 0.5), ABSOLUTE) is None, "nobody knows where it is"
    assert framing(Point(0, 0), Point(0.5, 0.5), PtzAbility()) is None
    assert centring(Point(0.5, 0.5), ABSOLUTE, Place(0.0, 0.0, 0.0)) is not None


@given(points, points, st.one_of(st.none(), zooms))
def test_a_box_leads_to_its_middle_and_closer_by_its_size(one: Point, other: Point, zoom: float | None) -> None:
    way = framing(one, other, OF_VIEW, Place(zoom=zoom) if zoom is not None else None)
    larger = max(abs(one.x - other.x), abs(one.y - other.y)) / 2
    if larger < 0.04:
        assert way is None
        return
    assert way is not None
    assert (way.pan, way.tilt) == pytest.approx(((one.x + other.x) / 2, (one.y + other.y) / 2))
    assert 0.0 <= way.zoom <= 1.0 - (zoom or 0.0) + 1e-9
    assert framing(other, one, OF_VIEW, Place(zoom=zoom) if zoom is not None else None) == way


def test_the_same_box_asks_for_more_zoom_further_in() -> None:
    box = Point(-0.25, -0.25), Point(0.25, 0.25)
    wide, tele = framing(*box, OF_VIEW, Place(zoom=0.0)), framing(*box, OF_VIEW, Place(zoom=0.1))
    assert wide is not None and tele is not None and tele.zoom > wide.zoom > 0


@given(shares, shares, zooms, shares, shares, shares)
def test_where_a_way_leads_is_a_place(pan: float, tilt: float, zoom: float, x: float, y: float, closer: float) -> None:
    place = landing(Place(pan, tilt, zoom), Way(x, y, closer))
    assert place.pan is not None and place.tilt is not None
    assert -1 <= place.pan <= 1 and -1 <= place.tilt <= 1
    assert place.zoom is None if closer == 0 else place.zoom is not None and 0 <= place.zoom <= 1


def test_what_is_not_told_is_kept() -> None:
    assert landing(Place(None, 0.5, None), Way(0.1, 0.0, 0.2)) == Place(None, 0.5, None)
