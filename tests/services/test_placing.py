"""What was put in its place on the map, and all else that is known of it."""

from __future__ import annotations

from dataclasses import replace

from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.inventory import CameraRecord, Inventory, Position, Site
from wall.services.placing import placed, placing_words

HERE, THERE = Position(21.18, 106.07), Position(21.19, 106.08)
ONE = CameraRecord("Cổng", 1, notes="sơn lại", site_id=5, position=HERE, bearing_deg=10.0, view_deg=60.0, camera_id=1)
TWO = CameraRecord("Bãi xe", 2, camera_id=2)
CITY = Inventory((Site("Ngã Sáu", "Võ Cường", site_id=5), Site("Chợ", site_id=6)), (), (ONE, TWO))


def test_what_is_placed_keeps_all_else() -> None:
    after = placed(CITY, [CameraPlace(1, THERE, 90.0, 45.0)], [SitePlace(6, HERE)])
    assert after.cameras == (replace(ONE, position=THERE, bearing_deg=90.0, view_deg=45.0), TWO)
    assert after.sites == (CITY.sites[0], replace(CITY.sites[1], position=HERE))


def test_a_camera_can_lose_its_place_and_one_that_is_gone_stays_gone() -> None:
    after = placed(CITY, [CameraPlace(1, None, 10.0), CameraPlace(9, HERE)], [SitePlace(9, HERE)])
    assert after.cameras[0].position is None and len(after.cameras) == 2 and after.sites == CITY.sites


def test_the_step_says_what_was_placed() -> None:
    assert [placing_words(*each) for each in ((1, 0), (3, 1), (0, 1), (0, 2))] == [
        "1 camera placed",
        "3 cameras placed",
        "1 site placed",
        "2 sites placed",
    ]
