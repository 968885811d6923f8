"""Of what a mute is, in the operator's words; `wall.ui.alarms.mute_words` has the rest."""

from __future__ import annotations

from wall.model.alarms.mute import Mute
from wall.ui.alarms.words import in_order, kind_word
from wall.ui.console.city import City, site_label
from wall.ui.console.tree_model import camera_label


def muted_what(mute: Mute, city: City) -> str:
    """The camera or the site, and which kinds of alarms where it is not all of them."""
    kinds = ", ".join(kind_word(each) for each in in_order(mute.kinds))
    return f"{_where(mute, city)}: {kinds}" if kinds else _where(mute, city)


def _where(mute: Mute, city: City) -> str:
    if mute.camera_id:
        camera = city.cameras.get(mute.camera_id)
        return camera_label(camera) if camera is not None else f"#{mute.camera_id}"
    site = city.sites.get(mute.site_id)
    return site_label(site) if site is not None else f"#{mute.site_id}"
