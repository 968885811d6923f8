"""What is known of the places that signals come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wall.model.geo.mercator import distance_m
from wall.model.inventory import CameraRecord, Inventory, Position, Site


@dataclass(frozen=True, slots=True)
class Place:
    """A camera, or a site as a whole (`camera_id` 0), or somewhere that we know nothing of (both 0)."""

    camera_id: int = 0
    number: int = 0
    name: str = ""
    site_id: int = 0
    site: str = ""
    ward: str = ""
    tags: frozenset[str] = frozenset()
    position: Position | None = None


NOWHERE = Place()


class City:
    """The places of one inventory. A value: a changed inventory gives another one."""

    def __init__(self, inventory: Inventory) -> None:
        self._sites = {site.site_id: Place(0, 0, "", site.site_id, site.name, site.ward) for site in inventory.sites}
        sites = {site.site_id: site for site in inventory.sites}
        self._cameras = {each.camera_id: _place(each, sites.get(each.site_id or 0)) for each in inventory.cameras}
        self._near: dict[tuple[int, float], tuple[int, ...]] = {}

    def place(self, camera_id: int, site_id: int = 0) -> Place:
        """Of a camera; of a site, where it is of none. One that is gone keeps its id and has nothing else."""
        if camera_id:
            return self._cameras.get(camera_id) or Place(camera_id)
        return self._sites.get(site_id) or NOWHERE

    def near(self, camera_id: int, reach_m: float) -> tuple[int, ...]:
        """The other cameras no further from it than this. None where nobody knows where it stands."""
        key = (camera_id, reach_m)
        if key not in self._near:
            self._near[key] = tuple(_within(self._cameras, camera_id, reach_m))
        return self._near[key]


def _place(camera: CameraRecord, site: Site | None) -> Place:
    name = camera.nickname or camera.name
    where = camera.position or (site.position if site else None)
    told = (site.site_id, site.name, site.ward) if site else (0, "", "")
    return Place(camera.camera_id, camera.number or 0, name, *told, frozenset(camera.tags), where)


def _within(cameras: Mapping[int, Place], camera_id: int, reach_m: float) -> Iterable[int]:
    here = cameras.get(camera_id)
    if here is None or here.position is None:
        return
    for other in cameras.values():
        where = other.position
        if other.camera_id != camera_id and where is not None and distance_m(here.position, where) <= reach_m:
            yield other.camera_id
