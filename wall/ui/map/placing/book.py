"""What stands where while it is being placed: what the inventory says, and over it what the hand has done since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import hypot
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QRectF, Signal

from wall.model.geo.mercator import to_world
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.geo.standing import standings, unplaced, unplaced_sites
from wall.model.inventory import CameraRecord, Inventory, Position
from wall.ui.map.frame import Floats, MapFrame

_REACH_PX = 14
"""So near must a hand come; a finger is no finer."""
_BEHIND_PX = 4


class Thing(NamedTuple):
    """A camera or a site on the map."""

    is_site: bool
    key: int


Placed = CameraPlace | SitePlace


class PlacingBook(QObject):
    """UI thread. `changed` follows whatever is to be seen of it."""

    changed = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.unplaced: tuple[Thing, ...] = ()
        """What stands nowhere: sites by name, then cameras by number."""
        self.selected: tuple[Thing, ...] = ()
        """The one that was chosen last stands last."""
        self._kept: dict[Thing, Placed] = {}
        self._approximate: frozenset[int] = frozenset()
        self._around: dict[int, tuple[int, ...]] = {}
        self._waiting: dict[Thing, Placed] = {}
        self._preview: dict[Thing, Placed] = {}
        self._points: tuple[list[Thing], Floats, Floats] | None = None

    # -- what there is

    def show(self, inventory: Inventory) -> None:
        """This is the inventory now: what waited to be kept is kept, or never will be."""
        records = {each.camera_id: each for each in inventory.cameras}
        standing = standings(inventory)
        self._kept = {Thing(False, each.camera_id): _place(records[each.camera_id], each.place) for each in standing}
        self._kept |= {Thing(True, each.site_id): SitePlace(each.site_id, each.position) for each in inventory.sites}
        self._approximate = frozenset(each.camera_id for each in standing if each.is_approximate)
        self._around = _around(inventory, self._approximate)
        self._records = records
        sites = (Thing(True, site) for site in unplaced_sites(inventory))
        self.unplaced = (*sites, *(Thing(False, camera) for camera in unplaced(inventory)))
        self._waiting = {}
        left = tuple(each for each in self.selected if each in self._kept)
        is_other, self.selected = left != self.selected, left
        self._tell()
        if is_other:
            self.selection_changed.emit()

    def place_of(self, thing: Thing) -> Placed | None:
        """Where it stands now, as far as the hand has moved it."""
        return self._preview.get(thing) or self._waiting.get(thing) or self._kept.get(thing)

    def kept_place_of(self, thing: Thing) -> Placed | None:
        """Where it stood before the hand moved it."""
        return self._waiting.get(thing) or self._kept.get(thing)

    def is_approximate(self, thing: Thing) -> bool:
        """Is it known only at which site it stands?"""
        return not thing.is_site and thing.key in self._approximate and thing not in self._waiting

    def fresh(self, thing: Thing, place: Position) -> Placed | None:
        """Something at a place where it did not stand yet; None for what is gone."""
        if thing.is_site:
            return SitePlace(thing.key, place) if thing in self._kept else None
        record = self._records.get(thing.key)
        return _place(record, place) if record is not None else None

    def around(self, site_id: int) -> tuple[Thing, ...]:
        """The cameras that stand in the ring of a site: they go where it goes."""
        return tuple(Thing(False, each) for each in self._around.get(site_id, ()))

    # -- what is where on the screen

    def at(self, frame: MapFrame, px: float, py: float) -> Thing | None:
        """The nearest thing within reach; a camera that stands on its site is before it."""
        near = QRectF(px - _REACH_PX, py - _REACH_PX, 2 * _REACH_PX, 2 * _REACH_PX)
        found = [(hypot(x - px, y - py), thing) for thing, x, y in self.seen(frame, near)]
        reached = [(far + _BEHIND_PX * thing.is_site, thing) for far, thing in found if far <= _REACH_PX]
        return min(reached)[1] if reached else None

    def inside(self, frame: MapFrame, rect: QRectF) -> list[Thing]:
        """The cameras in a rectangle of the viewport."""
        return [each for each, _x, _y in self.seen(frame, rect) if not each.is_site]

    def seen(self, frame: MapFrame, rect: QRectF) -> list[tuple[Thing, float, float]]:
        """What stands in a rectangle of the viewport, and at which pixel."""
        things, xs, ys = self._where()
        if not things:
            return []
        at_x, at_y = frame.pixels(xs, ys)
        is_in = (at_x >= rect.left()) & (at_x <= rect.right()) & (at_y >= rect.top()) & (at_y <= rect.bottom())
        return [(things[each], float(at_x[each]), float(at_y[each])) for each in np.flatnonzero(is_in)]

    # -- what is chosen

    @property
    def lead(self) -> Thing | None:
        """The one with the handles: chosen last."""
        return self.selected[-1] if self.selected else None

    def select(self, thing: Thing, *, adds: bool = False) -> None:
        """This one; with `adds` this one too, or no more."""
        if not adds:
            self.select_all([thing])
        elif thing in self.selected:
            self.select_all(each for each in self.selected if each != thing)
        else:
            self.select_all([*self.selected, thing])

    def select_all(self, things: Iterable[Thing]) -> None:
        """These and no others."""
        chosen = tuple(dict.fromkeys(things))
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit()
            self.changed.emit()

    # -- what the hand does

    def preview(self, places: Mapping[Thing, Placed]) -> None:
        """Show them there, as long as the hand has not let go."""
        self._preview = dict(places)
        self._tell()

    def take_over(self, places: Mapping[Thing, Placed]) -> None:
        """The hand has let go: they stay there until the inventory says where they are."""
        self._preview = {}
        self._waiting.update(places)
        self._tell()

    def give_up(self) -> None:
        """All stands where the inventory has it."""
        self._preview, self._waiting = {}, {}
        self._tell()

    # -- inside

    def _tell(self) -> None:
        self._points = None
        self.changed.emit()

    def _where(self) -> tuple[list[Thing], Floats, Floats]:
        if self._points is None:
            places = {**self._kept, **self._waiting, **self._preview}
            found = [(thing, to_world(each.place)) for thing, each in places.items() if each.place is not None]
            points = np.array([point for _thing, point in found], dtype=float).reshape(-1, 2)
            self._points = [thing for thing, _point in found], points[:, 0], points[:, 1]
        return self._points


def _place(camera: CameraRecord, place: Position) -> CameraPlace:
    return CameraPlace(camera.camera_id, place, camera.bearing_deg, camera.view_deg)


def _around(inventory: Inventory, approximate: frozenset[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for camera in inventory.cameras:
        if camera.camera_id in approximate and camera.site_id is not None:
            found[camera.site_id] = (*found.get(camera.site_id, ()), camera.camera_id)
    return found
