"""The palette of the console: the sites that it knows, and what the console shows on Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from wall.model.palette import Entry, Kind
from wall.ui.console.city import City
from wall.ui.console.pages import SCREENS, VIEWS
from wall.ui.console.window_maps import all_actions
from wall.ui.everything import Everything
from wall.ui.forecast import foretelling
from wall.ui.keys import id_of
from wall.ui.palette_book import PlaceOfCameras
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def palette_of(
    window: ConsoleWindow, theme: Theme, room: RoomPort, events: EventBridge, live: LiveViewPort
) -> Everything:
    """Over its window."""
    return Everything(
        theme,
        room,
        events,
        lambda: all_actions(window),
        window,
        places=lambda: list(places_of(window.facts.city)),
        open_in_console=partial(open_entry, window),
        foretell=foretelling(room, live),
    )


def places_of(city: City) -> Iterable[PlaceOfCameras]:
    """The sites that have cameras."""
    for ward in city.branches():
        for branch in ward.sites:
            site = branch.site
            if site is not None and site.site_id is not None:
                yield PlaceOfCameras(site.site_id, site.name, branch.cameras, site.ward, site.former_wards)


def open_entry(window: ConsoleWindow, entry: Entry) -> None:
    """Show in the console what a line of a palette stands for, whichever window it was chosen in."""
    window.activateWindow()
    match entry.kind:
        case Kind.CAMERA:
            window.open_camera(int(entry.ref))
        case Kind.SITE:
            places = places_of(window.facts.city)
            window.show_cameras(next((place.cameras for place in places if place.site_id == entry.ref), ()))
        case Kind.VIEW | Kind.TOUR:
            window.go_to(VIEWS)
        case Kind.SCREEN:
            window.go_to(SCREENS)
        case Kind.ACTION:
            for action in all_actions(window):
                if id_of(action) == entry.ref:
                    action.trigger()
