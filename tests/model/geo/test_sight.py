"""Which cameras see a spot, and how well, for any camera and any spot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.course import destination
from wall.model.geo.sight import Enough, Eye, Look, best_first, covers, density, eyes, reach_m
from wall.model.inventory import CameraRecord, Inventory, Position, Site, StreamRecord

HERE = Position(21.1861, 106.0763)

places = st.builds(Position, st.floats(-60, 60), st.floats(-179, 179))
bearings = st.floats(0, 359.9)
views = st.floats(5, 170)
looking = st.builds(Eye, st.integers(1, 9), places, bearings, views, st.integers(640, 8000))


def spot(eye: Eye, aside_deg: float, metres: float) -> Position:
    return destination(eye.place, (eye.bearing_deg or 0) + aside_deg, metres)


@given(looking, st.floats(-0.99, 0.99), st.floats(2, 5))
def test_what_is_near_and_in_the_wedge_is_seen_and_what_is_beside_it_is_not(
    eye: Eye, part: float, metres: float
) -> None:
    aside = part * eye.view_deg / 2
    assert covers(eye, spot(eye, aside, metres))
    assert not covers(eye, spot(eye, eye.view_deg / 2 + 1, metres))
    assert not covers(eye, spot(eye, -eye.view_deg / 2 - 1, metres))


@given(looking, st.floats(0, 0.9), st.floats(2, 200), st.floats(1.01, 20))
def test_farther_away_a_metre_has_fewer_pixels(eye: Eye, part: float, metres: float, times: float) -> None:
    aside = part * eye.view_deg / 2
    assert density(eye, spot(eye, aside, metres * times)) < density(eye, spot(eye, aside, metres))


@given(looking, st.floats(0, 0.95), st.floats(0.01, 0.99), st.floats(2, 200), st.sampled_from([-1, 1]))
def test_nearer_to_the_rim_a_metre_has_fewer_pixels(
    eye: Eye, part: float, nearer: float, metres: float, side: int
) -> None:
    rim = side * (part + (1 - part) * nearer * 0.99) * eye.view_deg / 2
    middle = side * part * eye.view_deg / 2
    assert density(eye, spot(eye, rim, metres)) < density(eye, spot(eye, middle, metres))


@given(st.lists(looking, max_size=6, unique_by=lambda eye: eye.camera_id), places)
def test_the_best_comes_first_and_only_who_sees_it(eyes: list[Eye], at: Position) -> None:
    near = [replace(eye, place=destination(at, 40 * eye.camera_id, 12 * eye.camera_id)) for eye in eyes]
    found = best_first(near, at)
    assert {look.eye.camera_id for look in found} == {eye.camera_id for eye in near if covers(eye, at)}
    assert [look.pixels_per_m for look in found] == sorted((look.pixels_per_m for look in found), reverse=True)


@given(looking, st.floats(0.2, 0.98))
def test_it_sees_as_far_as_its_reach(eye: Eye, part: float) -> None:
    assert covers(eye, spot(eye, 0, part * reach_m(eye)))
    assert not covers(eye, spot(eye, 0, reach_m(eye) * 1.01))


def test_a_camera_of_four_millimetres_is_as_the_standard_has_it() -> None:
    eye = Eye(1, HERE, 90.0, 60.0, 1920)
    assert density(eye, spot(eye, 0, 10)) == pytest.approx(183, abs=1)
    assert Look(eye, 10, density(eye, spot(eye, 0, 10))).enough_for is Enough.RECOGNISE
    assert reach_m(eye) == pytest.approx(153, abs=1)


def test_who_could_turn_to_it_comes_last() -> None:
    away = Eye(1, HERE, 270.0, 60.0, can_turn=True)
    seeing = Eye(2, destination(HERE, 180, 5), 90.0, 60.0, width=640)
    fixed = Eye(3, HERE, 270.0, 60.0)
    found = best_first([away, seeing, fixed], destination(HERE, 90, 20))
    assert [(look.eye.camera_id, look.must_turn) for look in found] == [(2, False), (1, True)]


def test_a_camera_that_sees_all_around_needs_no_direction() -> None:
    assert covers(Eye(1, HERE, None, 360.0), destination(HERE, 123, 8))
    assert not covers(Eye(1, HERE, None, 90.0), destination(HERE, 123, 8))


def test_eyes_are_those_of_the_inventory_and_turn_with_their_headings() -> None:
    site = Site("Ngã Sáu", position=HERE, site_id=1)
    own = CameraRecord(
        "cổng", position=HERE, bearing_deg=10.0, view_deg=80.0, streams=(StreamRecord("rtsp://x", width=2560),),
        camera_id=1,
    )  # fmt: skip
    ringed = CameraRecord("chợ", site_id=1, bearing_deg=20.0, has_ptz=True, camera_id=2)
    nowhere = CameraRecord("?", camera_id=3)
    first, second = eyes(Inventory((site,), (), (own, ringed, nowhere)), {2: 200.0})
    assert (first.bearing_deg, first.view_deg, first.width, first.can_turn) == (10.0, 80.0, 2560, False)
    assert (second.bearing_deg, second.can_turn, second.is_approximate) == (200.0, True, True)
