"""Cities to look at on the map."""

from __future__ import annotations

import random
from collections.abc import Iterable

from wall.model.inventory import CameraRecord, Inventory, Position, Site

MIDDLE = Position(21.1861, 106.0763)
_NAMES = ("Ngã Sáu", "Cổng Ô", "Chợ Nhớn", "Cầu Đáp Cầu", "Trường THPT Chuyên", "Suối Hoa", "Vệ An", "Đình Thị Cầu")
_PARTS = ("cổng chính", "toàn cảnh", "hướng Đông", "làn trái", "vỉa hè")


def one_camera(**other: object) -> Inventory:
    """Camera 7 in the middle of the city, which looks to the east."""
    fields: dict[str, object] = {"position": MIDDLE, "bearing_deg": 90.0, "view_deg": 60.0, "camera_id": 7} | other
    return Inventory(cameras=(CameraRecord("Ngã Sáu – cổng", 7, **fields),))  # type: ignore[arg-type]


def cameras_at(places: Iterable[tuple[float, float]]) -> Inventory:
    """Cameras 1, 2… so many degrees to the north and to the east of the middle."""
    cameras = tuple(
        CameraRecord(
            f"Camera {number}",
            number,
            position=Position(MIDDLE.latitude + north, MIDDLE.longitude + east),
            camera_id=number,
        )
        for number, (north, east) in enumerate(places, 1)
    )
    return Inventory(cameras=cameras)


def city(count: int, seed: int = 4, spread: float = 0.018) -> Inventory:
    """So many cameras at real names, all of which look somewhere."""
    chance = random.Random(seed)
    sites = tuple(
        Site(
            f"{chance.choice(_NAMES)} {number}",
            "Suối Hoa",
            position=Position(
                MIDDLE.latitude + chance.gauss(0, spread), MIDDLE.longitude + chance.gauss(0, 1.2 * spread)
            ),
            site_id=number,
        )
        for number in range(1, max(2, count * 180 // 640) + 1)
    )
    cameras = []
    for number in range(1, count + 1):
        site = chance.choice(sites)
        cameras.append(
            CameraRecord(
                f"{site.name} – {chance.choice(_PARTS)}",
                number,
                site_id=site.site_id,
                bearing_deg=chance.random() * 360,
                view_deg=chance.choice((40.0, 60.0, 90.0, None)),
                camera_id=number,
            )
        )
    return Inventory(sites, (), tuple(cameras))
