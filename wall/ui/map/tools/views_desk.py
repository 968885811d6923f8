"""Keeps looks at the map, and goes back to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from wall.model.events import Event, MapViewsChanged
from wall.model.geo.map_view import MapView
from wall.model.geo.mercator import to_position, to_world
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.switches import Switches
from wall.ui.map.tools.ports import BaseMaps, MapViewsPort
from wall.ui.map.tools.views_panel import ViewsPanel
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class ViewsDesk(QObject):
    """`views` None: nothing can be kept here."""

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        switches: Switches,
        views: MapViewsPort | None,
        maps: BaseMaps,
        events: EventBridge,
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._switches = switches
        self._views = views
        self._maps = maps
        self._events = events
        self.panel = ViewsPanel(theme, canvas)
        self.panel.hide()
        self.panel.shown.connect(self.show)
        self.panel.keep_requested.connect(self.keep)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        if views is not None:
            self.panel.removed.connect(lambda view: views.remove(view.view_id))
            self.panel.restored.connect(views.keep)
            self.panel.show_views(views.views)
            if not views.views:
                views.load()

    def show(self, view: MapView) -> None:
        """Its map, its layers, and then the way there."""
        if view.map_id != self._maps.shown_id:
            self._maps.choose_id(view.map_id)
        self._switches.show_only(view.layers)
        self._canvas.centre_on(to_world(view.centre), view.zoom)

    def show_nth(self, place: int) -> None:
        """The view on Alt and this number, from 1; nothing where there are fewer."""
        views = self._views.views if self._views is not None else ()
        if 0 < place <= len(views):
            self.show(views[place - 1])

    def keep(self, name: str) -> None:
        """What is seen now, under a name; in the place of the view that has the name already."""
        if self._views is None:
            return
        same = next((each.view_id for each in self._views.views if each.name == name), 0)
        frame = self._canvas.frame
        centre = to_position(*frame.centre)
        self._views.keep(MapView(name, centre, frame.zoom, self._maps.shown_id, self._switches.on, same))

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._take_note)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, MapViewsChanged):
            self.panel.show_views(event.views)
