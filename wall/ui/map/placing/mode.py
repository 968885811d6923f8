"""The mode in which cameras are placed: on by a key or a button, off by the same, by Esc, or by another tool."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from wall.model.geo.mercator import to_position
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.geo.standing import ring
from wall.ui.console.city import site_label
from wall.ui.console.facts import Facts
from wall.ui.console.ports import FleetPort
from wall.ui.console.undo_words import undo_words
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.placing.book import Placed, PlacingBook, Thing
from wall.ui.map.placing.drops import MapDrops
from wall.ui.map.placing.panel import PlacingPanel
from wall.ui.map.placing.tool import PlacingTool
from wall.ui.theme import Theme

GATHER_MS = 250
"""Held arrow keys are one step that can be undone, not thirty."""


class PlacingMode(QObject):
    """`toggled` tells whether it is on."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, canvas: MapCanvas, facts: Facts, fleet: FleetPort) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._facts = facts
        self._fleet = fleet
        self.book = PlacingBook(self)
        self.panel = PlacingPanel(self._name_of, self._cameras_of, canvas)
        self.panel.hide()
        self._tool = PlacingTool(theme, self.book, lambda: canvas.frame, self._keep, self.undo, self._left)
        self._due: dict[Thing, Placed] = {}
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._send)
        MapDrops(canvas.viewport(), lambda: self.is_on, self._drop)
        self._connect()

    @property
    def is_on(self) -> bool:
        """Has the placing tool the hand?"""
        return self._canvas.tool is self._tool

    def toggle(self) -> None:
        """On, or off."""
        if self.is_on:
            self._canvas.tool = None
            return
        self._canvas.tool = self._tool
        self._show_city()
        self.toggled.emit(True)
        self._canvas.setFocus()

    def choose(self, cameras: Sequence[int]) -> None:
        """These are in hand."""
        self.book.select_all(each for each in (Thing(False, camera) for camera in cameras) if self.book.place_of(each))

    def go_back(self) -> bool:
        """Esc: what is in the hand, what is chosen, then the mode. False where it is off."""
        if not self.is_on:
            return False
        if not self._tool.put_back():
            self._canvas.tool = None
        return True

    def undo(self) -> None:
        """Take the last change of the inventory back."""
        self._send()
        self._fleet.undo()

    def end(self) -> None:
        """What was placed is kept."""
        self._send()

    # -- what the panel asks

    def place_in_the_middle(self, things: Sequence[Thing]) -> None:
        """To where one looks; they are dragged on from there."""
        frame = self._canvas.frame
        self._drop(things, QPointF(frame.width / 2, frame.height / 2))

    def make_firm(self) -> None:
        """What stands in a ring, and is chosen, stands there by itself from now on."""
        chosen = ((each, self.book.place_of(each)) for each in self.book.selected if self.book.is_approximate(each))
        self._keep({each: place for each, place in chosen if place is not None})

    def take_away(self) -> None:
        """The cameras that are chosen have no place of their own any more."""
        gone = [each.key for each in self.book.selected if not each.is_site]
        self._send()
        if gone:
            records = self._facts.city.cameras
            known = [records[each] for each in gone if each in records]
            self._fleet.place([CameraPlace(each.camera_id, None, each.bearing_deg, each.view_deg) for each in known])

    # -- inside

    def _connect(self) -> None:
        self._facts.city_changed.connect(self._show_city)
        self._facts.work_failed.connect(lambda _failed: self.book.give_up())
        self._canvas.pressed_empty.connect(lambda _at: self.book.select_all(()) if self.is_on else None)
        self.book.selection_changed.connect(self._show_chosen)
        self.panel.unplaced.place_requested.connect(self.place_in_the_middle)
        self.panel.firm_requested.connect(self.make_firm)
        self.panel.away_requested.connect(self.take_away)
        self.panel.undo_requested.connect(self.undo)
        self.panel.done_requested.connect(self.toggle)

    def _name_of(self, thing: Thing) -> str:
        if thing.is_site:
            site = self._facts.city.sites.get(thing.key)
            return f"■  {site_label(site)}" if site is not None else str(thing.key)
        record = self._facts.city.cameras.get(thing.key)
        if record is None:
            return str(thing.key)
        name = record.nickname or record.name
        return name if record.number is None else f"{record.number}  {name}"

    def _cameras_of(self, thing: Thing) -> tuple[int, ...]:
        if not thing.is_site:
            return (thing.key,)
        return tuple(each.camera_id for each in self._facts.city.inventory.cameras if each.site_id == thing.key)

    def _keep(self, places: Mapping[Thing, Placed], is_key: bool = False) -> None:
        """Kept at once; what is done by a key, once the key rests."""
        if not places:
            return
        self.book.take_over(places)
        self._due.update(places)
        self._show_chosen()
        if is_key:
            self._gather.start()
        else:
            self._send()

    def _send(self) -> None:
        self._gather.stop()
        due, self._due = self._due, {}
        cameras = [each for each in due.values() if isinstance(each, CameraPlace)]
        sites = [each for each in due.values() if isinstance(each, SitePlace)]
        if due:
            self._fleet.place(cameras, sites)

    def _drop(self, things: Sequence[Thing], at: QPointF) -> None:
        """One to the spot, several in a ring around it."""
        spot = to_position(*self._canvas.frame.world(at.x(), at.y()))
        places = (spot,) if len(things) == 1 else ring(spot, len(things))
        fresh = ((thing, self.book.fresh(thing, place)) for thing, place in zip(things, places, strict=True))
        put = {thing: placed for thing, placed in fresh if placed is not None}
        self._keep(put)
        self.book.select_all(put)
        self.panel.show_unplaced(tuple(each for each in self.book.unplaced if each not in put))

    def _left(self) -> None:
        self._send()
        self.toggled.emit(False)

    def _show_city(self) -> None:
        if not self.is_on:
            return
        self.book.show(self._facts.city.inventory)
        if self._due:
            self.book.take_over(self._due)
        self.panel.show_unplaced(self.book.unplaced)
        self.panel.show_undo(undo_words(self._facts.undo))
        self._show_chosen()

    def _show_chosen(self) -> None:
        cameras = [each for each in self.book.selected if not each.is_site]
        self.panel.show_chosen(len(cameras), sum(map(self.book.is_approximate, cameras)))
