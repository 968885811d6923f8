"""Where cameras stand, and how the hand moves them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.course import between_deg, destination
from wall.model.geo.mercator import bearing_deg, distance_m, to_world
from wall.model.geo.placing import CameraPlace, aimed, moved, turned, widened
from wall.model.geo.standing import RING_M, ring, standings, unplaced, unplaced_sites
from wall.model.inventory import CameraRecord, Inventory, Position, Site

HERE = Position(21.1861, 106.0763)
places = st.builds(Position, st.floats(-80, 80), st.floats(-179, 179))


@given(places, st.floats(0, 359.9), st.floats(1, 5000))
def test_who_goes_in_a_direction_arrives_there(start: Position, bearing: float, metres: float) -> None:
    end = destination(start, bearing, metres)
    assert distance_m(start, end) == pytest.approx(metres, rel=1e-6)
    assert between_deg(bearing_deg(start, end), bearing) < 0.01


def test_cameras_without_a_place_stand_around_their_site() -> None:
    sites = (Site("Ngã Sáu", position=HERE, site_id=1), Site("Chợ", site_id=2))
    own = CameraRecord("own", site_id=1, position=destination(HERE, 90, 40), camera_id=1)
    ringed = [CameraRecord(f"ring {each}", number=9 - each, site_id=1, camera_id=each) for each in (2, 3, 4)]
    lost = [CameraRecord("b", site_id=2, camera_id=5), CameraRecord("a", number=7, camera_id=6)]
    inventory = Inventory(sites, (), (own, *ringed, *lost))
    found = {each.camera_id: each for each in standings(inventory)}
    assert set(found) == {1, 2, 3, 4}
    assert not found[1].is_approximate and found[1].place == own.position
    assert all(found[each].is_approximate for each in (2, 3, 4))
    assert [distance_m(HERE, found[each].place) for each in (2, 3, 4)] == pytest.approx([RING_M] * 3)
    assert bearing_deg(HERE, found[4].place) == pytest.approx(0, abs=0.1), "the first by number stands in the north"
    assert unplaced(inventory) == (6, 5), "by number, those without one last"
    assert unplaced_sites(inventory) == (2,)
    placed = replace(inventory, cameras=(own, *ringed, replace(lost[0], position=HERE)))
    assert unplaced_sites(placed) == (), "nobody waits for it"


@given(places, st.integers(0, 60))
def test_a_ring_holds_all_of_them_apart(middle: Position, many: int) -> None:
    around = ring(middle, many)
    assert len(around) == many
    assert all(distance_m(around[each - 1], around[each]) > 5 for each in range(1, many))


def test_what_is_moved_together_keeps_its_shape() -> None:
    cameras = [CameraPlace(1, HERE, 10.0), CameraPlace(2, destination(HERE, 45, 300)), CameraPlace(3, None)]
    one, two, none = moved(cameras, 2e-6, -1e-6)
    for before, after in ((cameras[0], one), (cameras[1], two)):
        assert before.place is not None and after.place is not None
        (x, y), (new_x, new_y) = to_world(before.place), to_world(after.place)
        assert (new_x - x, new_y - y) == pytest.approx((2e-6, -1e-6), abs=1e-12)
    assert none.place is None and one.bearing_deg == 10.0


@given(st.floats(0, 359.9), st.floats(5, 170), st.floats(3, 200))
def test_a_camera_is_aimed_and_widened_by_spots(bearing: float, view: float, metres: float) -> None:
    camera = aimed(CameraPlace(1, HERE), destination(HERE, bearing, metres))
    assert camera.bearing_deg is not None and between_deg(camera.bearing_deg, bearing) < 0.01
    wide = widened(camera, destination(HERE, bearing + view / 2, metres))
    assert wide.view_deg == pytest.approx(view, abs=0.05)
    assert widened(camera, destination(HERE, bearing - view / 2, metres)).view_deg == pytest.approx(view, abs=0.05)


def test_what_cannot_be_aimed_stays_as_it_is() -> None:
    nowhere = CameraPlace(1, None)
    assert aimed(nowhere, HERE) == nowhere and widened(nowhere, HERE) == nowhere and turned(nowhere, 5) == nowhere
    assert aimed(CameraPlace(1, HERE, 7.0), HERE).bearing_deg == 7.0
    assert turned(CameraPlace(1, HERE, 350.0), 20).bearing_deg == pytest.approx(10)
