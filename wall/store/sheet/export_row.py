"""What a camera looks like as a row. An import compares with this: what looks the same is unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wall.model.inventory import CameraRecord, Site
from wall.store.plain import public_url
from wall.store.sheet.cells import clean, joined, plain

Texts = Mapping[str, str]
"""The text of each column, clean, not defused."""

_NOWHERE = {"site": "", "ward": "", "former_wards": "", "address": ""}


def site_texts(sites: Iterable[Site]) -> dict[int, Texts]:
    """The columns that are the site's, by the site's id."""
    return {
        site.site_id: {
            "site": clean(site.name),
            "ward": clean(site.ward),
            "former_wards": joined(site.former_wards),
            "address": clean(site.address),
        }
        for site in sites
    }


def row_of(camera: CameraRecord, sites: Mapping[int, Texts]) -> dict[str, str]:
    """All columns. No login: `username` is always empty."""
    position, streams = camera.position, camera.streams
    return {
        "number": plain(camera.number),
        "name": clean(camera.name),
        "nickname": clean(camera.nickname),
        "lat": plain(position.latitude) if position else "",
        "lon": plain(position.longitude) if position else "",
        "bearing": plain(camera.bearing_deg),
        "view": plain(camera.view_deg),
        "priority": plain(camera.priority or None),
        "tags": joined(camera.tags),
        "notes": clean(camera.notes),
        "url": clean(public_url(streams[0].url)) if streams else "",
        "sub_url": clean(public_url(streams[-1].url)) if len(streams) > 1 else "",
        "username": "",
        **sites.get(camera.site_id or 0, _NOWHERE),
    }
