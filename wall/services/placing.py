"""Puts cameras and sites of the inventory where an operator put them on the map. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.inventory import CameraRecord, Inventory
from wall.services.edits import counted


def placed(inventory: Inventory, cameras: Sequence[CameraPlace], sites: Sequence[SitePlace]) -> Inventory:
    """With these in their places; all else that is known of them stays, and who is gone stays gone."""
    new_cameras = {each.camera_id: each for each in cameras}
    new_sites = {each.site_id: each for each in sites}
    return replace(
        inventory,
        cameras=tuple(_placed(each, new_cameras.get(each.camera_id)) for each in inventory.cameras),
        sites=tuple(
            replace(each, position=new_sites[each.site_id].place) if each.site_id in new_sites else each
            for each in inventory.sites
        ),
    )


def placing_words(cameras: int, sites: int) -> str:
    """What the undo step is called: `3 cameras placed`, `1 site placed`; sites are named where there are only those."""
    return counted(cameras, "placed") if cameras or not sites else f"{sites} site{'s' * (sites != 1)} placed"


def _placed(camera: CameraRecord, wanted: CameraPlace | None) -> CameraRecord:
    if wanted is None:
        return camera
    return replace(camera, position=wanted.place, bearing_deg=wanted.bearing_deg, view_deg=wanted.view_deg)
