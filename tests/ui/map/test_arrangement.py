"""Whatever stands where: no camera is lost in a group, and the worst one is seen."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wall.model.inventory import CameraRecord, Inventory, Position, Site
from wall.ui.map.arrangement import GROUP_PX, OPEN_FROM, arranged, ring, step_of
from wall.ui.map.frame import TILE_PX
from wall.ui.map.grouping import grouped
from wall.ui.map.places import Places, places_of
from wall.ui.map.states import MapState

near = st.tuples(st.floats(21.1, 21.25), st.floats(106.0, 106.15))
"""Somewhere in the city."""
cities = st.lists(st.one_of(near, st.just((21.1861, 106.0763))), max_size=60)
steps = st.integers(4, 44).map(lambda each: each / 2)


def placed(points: list[tuple[float, float]]) -> Places:
    cameras = tuple(
        CameraRecord(f"Camera {number}", number, position=Position(*point), camera_id=number + 100)
        for number, point in enumerate(points, 1)
    )
    return places_of(Inventory(cameras=cameras))


@given(cities, steps)
def test_every_camera_is_in_one_mark(points: list[tuple[float, float]], step: float) -> None:
    arrangement = arranged(placed(points), step)
    assert sorted(arrangement.order.tolist()) == list(range(len(points)))
    assert arrangement.counts.sum() == len(points)
    found = [row for mark in range(len(arrangement)) for row in arrangement.members(mark).tolist()]
    assert sorted(found) == list(range(len(points)))
    for mark in range(len(arrangement)):
        assert {arrangement.mark_of[row] for row in arrangement.members(mark)} == {mark}


@given(cities, steps, st.data())
def test_the_worst_state_of_a_mark_is_seen(points: list[tuple[float, float]], step: float, data: st.DataObject) -> None:
    arrangement = arranged(placed(points), step)
    states = np.array([data.draw(st.sampled_from(MapState)) for _ in points], dtype=np.uint8)
    worst = arrangement.worst(states)
    assert len(worst) == len(arrangement)
    for mark in range(len(arrangement)):
        assert worst[mark] == max(states[row] for row in arrangement.members(mark))


@given(cities, steps)
def test_a_mark_stands_among_its_cameras(points: list[tuple[float, float]], step: float) -> None:
    places = placed(points)
    arrangement, scale = arranged(places, step), TILE_PX * 2**step
    for mark in range(len(arrangement)):
        for row in arrangement.members(mark):
            apart = math.hypot(places.xs[row] - arrangement.xs[mark], places.ys[row] - arrangement.ys[mark]) * scale
            assert apart < 4 * GROUP_PX


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), max_size=60))
def test_points_in_one_place_are_in_one_group(points: list[tuple[float, float]]) -> None:
    twice = points + points
    xs, ys = np.array([x for x, _ in twice]), np.array([y for _, y in twice])
    groups = grouped(xs, ys, 30)
    assert groups[: len(points)].tolist() == groups[len(points) :].tolist()
    assert sorted(set(groups.tolist())) == list(range(len(set(groups.tolist()))))


def test_far_points_are_not_in_one_group() -> None:
    assert len(set(grouped(np.array([0.0, 100.0]), np.array([0.0, 0.0]), 30).tolist())) == 2


def test_what_a_line_of_the_raster_cuts_is_joined_again() -> None:
    assert len(set(grouped(np.array([29.0, 31.0]), np.array([29.0, 31.0]), 30).tolist())) == 1


def test_the_whole_city_is_few_marks_and_a_street_is_many() -> None:
    places = placed([(21.18 + k % 10 * 0.004, 106.07 + k // 10 * 0.004) for k in range(100)])
    assert len(arranged(places, 10)) < 10
    assert len(arranged(places, OPEN_FROM)) == 100


def test_a_mast_is_opened_into_a_ring() -> None:
    site = Site("Ngã Sáu", position=Position(21.18, 106.07), site_id=3)
    cameras = tuple(CameraRecord(f"K{k}", k, site_id=3, bearing_deg=90.0 * k, camera_id=k) for k in range(1, 5))
    places = places_of(Inventory((site,), (), cameras))
    assert len(arranged(places, OPEN_FROM - 0.5)) == 1
    opened = arranged(places, OPEN_FROM)
    assert opened.counts.tolist() == [1, 1, 1, 1]
    for mark in range(4):
        bearing = math.radians(places.bearings[opened.members(mark)[0]])
        assert math.hypot(opened.dx[mark] - 15 * math.sin(bearing), opened.dy[mark] + 15 * math.cos(bearing)) < 0.1


@given(st.lists(st.one_of(st.floats(0, 360), st.just(math.nan)), min_size=2, max_size=40))
def test_marks_of_a_ring_do_not_cover_each_other(bearings: list[float]) -> None:
    around = ring(bearings)
    apart = [math.dist(around[i], around[k]) for i in range(len(around)) for k in range(i)]
    assert min(apart) > 18


def test_who_has_no_place_is_told() -> None:
    site = Site("Ngã Sáu", position=Position(21.18, 106.07), site_id=3)
    bare = Site("Cổng Ô", site_id=4)
    cameras = (
        CameraRecord("A", 2, site_id=3, camera_id=7),
        CameraRecord("B", 1, site_id=4, camera_id=8),
        CameraRecord("C", 3, position=Position(21.19, 106.08), camera_id=9),
        CameraRecord("D", camera_id=10),
    )
    places = places_of(Inventory((site, bare), (), cameras))
    assert places.ids == (7, 9)
    assert places.placeless == (8, 10)
    assert places.around is not None and places_of(Inventory()).around is None


@given(st.floats(2, 22))
def test_within_a_step_marks_only_move_apart(zoom: float) -> None:
    assert step_of(zoom) <= zoom + 1e-6 < step_of(zoom) + 0.5 + 2e-6
