"""What was watched, as a share of the time."""

from __future__ import annotations

from wall.model.geo.coverage import coverage, unseen
from wall.model.inventory import CameraRecord, Inventory, Position
from wall.model.watching import Seen

HERE = Position(21.18, 106.07)
CAMERAS = tuple(CameraRecord(f"c{each}", position=HERE, camera_id=each) for each in (1, 2, 3))


def test_each_camera_on_the_map_has_its_share() -> None:
    city = Inventory((), (), (*CAMERAS, CameraRecord("nowhere", camera_id=4)))
    seen = [Seen(1, 9.0, 900.0), Seen(2, 9.0, 7200.0), Seen(4, 9.0, 50.0)]
    found = coverage(city, seen, 3600.0)
    assert [(each.camera_id, each.share) for each in found] == [(1, 0.25), (2, 1.0), (3, 0.0)]
    assert unseen(found) == 1
    assert coverage(city, seen, 0.0)[0].share == 1.0
