"""A city for the benchmark of the map: cameras that all stand somewhere, look somewhere, and are called something."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from wall.demo import City
from wall.model.inventory import CameraRecord, Inventory, Position, Site, StreamRecord
from wall.services.fleet import Fleet
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.ui.spin import spin

WIDE_DEG, HIGH_DEG = 0.076, 0.041
"""How far it reaches: at zoom 15 a screen of 1920x1080 shows all of it, with every wedge and as many labels as fit."""

_MIDDLE = Position(21.1861, 106.0763)
_CAMERAS_A_SITE = 640 / 180
_PLACES = ("Ngã Sáu", "Chợ Nhớn", "Cổng Ô", "Trường THPT Hàn Thuyên", "Cầu Đáp Cầu", "Công viên Nguyên Phi Ỷ Lan")
_SEES = ("cổng chính", "đường vào", "toàn cảnh", "vỉa hè phía đông", "bãi xe", "ngã tư")
_VIEWS = (40.0, 60.0, 75.0, 90.0, 110.0, None)
_PATIENCE_S = 30.0


def fill(path: Path, cameras: int) -> None:
    """A database with so many cameras, none of which can be reached."""
    with closing(Database(path)) as database:
        InventoryStore(database).save(_inventory(cameras, Random(640)), "filling")


def add_live(fleet: Fleet, city: City) -> tuple[int, ...]:
    """Add the cameras of a running city, and let them stand in a row through the middle. Their ids."""
    before = {camera.camera_id for camera in fleet.inventory.cameras}
    for camera in city.cameras:
        source = camera.source_for_grid()
        fleet.add_rtsp(f"Trực tiếp {camera.number}", source.url, source.credentials)
    spin(_PATIENCE_S, lambda: len(fleet.inventory.cameras) == len(before) + len(city.cameras))
    added = [camera for camera in fleet.inventory.cameras if camera.camera_id not in before]
    step = WIDE_DEG / 2 / max(1, len(added))
    fleet.edit(
        [
            replace(camera, position=Position(_MIDDLE.latitude, _MIDDLE.longitude - WIDE_DEG / 4 + place * step))
            for place, camera in enumerate(added)
        ]
    )
    ids = tuple(camera.camera_id for camera in added)
    spin(_PATIENCE_S, lambda: all(each.position for each in fleet.inventory.cameras if each.camera_id in ids))
    return ids


def _inventory(cameras: int, chance: Random) -> Inventory:
    sites = tuple(
        Site(
            f"{chance.choice(_PLACES)} {number}",
            f"Phường {number % 19 + 1}",
            position=Position(
                _MIDDLE.latitude + (chance.random() - 0.5) * HIGH_DEG,
                _MIDDLE.longitude + (chance.random() - 0.5) * WIDE_DEG,
            ),
            site_id=-number,
        )
        for number in range(1, max(1, round(cameras / _CAMERAS_A_SITE)) + 1)
    )
    return Inventory(sites, (), tuple(_camera(number, sites, chance) for number in range(1, cameras + 1)))


def _camera(number: int, sites: tuple[Site, ...], chance: Random) -> CameraRecord:
    site = chance.choice(sites)
    return CameraRecord(
        f"{site.name} – {chance.choice(_SEES)}",
        number,
        site_id=site.site_id,
        streams=(StreamRecord(f"rtsp://127.0.0.1:9/{number}"),),
        bearing_deg=chance.random() * 360,
        view_deg=chance.choice(_VIEWS),
    )
