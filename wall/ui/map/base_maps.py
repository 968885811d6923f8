"""The base map of one canvas: the ground, kept to what was chosen, and told what is new of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from wall.model.events import Event, MapsChanged, MapTroubled, TileRenewed
from wall.model.map_kinds import BaseMap
from wall.ui.map.base_layer import BaseLayer
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.furniture import Furniture
from wall.ui.map.ground import Ground
from wall.ui.map.opacities import Opacities
from wall.ui.map.ports import MapsPort
from wall.ui.map_words import map_trouble
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class BaseMaps(QObject):
    """Made before any other layer is added to the canvas."""

    failed = Signal(str)
    """A map cannot be shown, or gets no new tiles: why, in words."""

    well_again = Signal(str)

    def __init__(
        self,
        canvas: MapCanvas,
        theme: Theme,
        maps: MapsPort,
        events: EventBridge,
        furniture: Furniture,
        parent: QObject,
        opacities: Opacities | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._maps = maps
        self._events = events
        self._furniture = furniture
        self._tiled: BaseLayer | None = None
        self._ground = Ground(canvas, theme, maps, self._make_tiled, opacities, self)
        self._ground.attribution_changed.connect(self._show_attribution)
        self._ground.failed.connect(self.failed)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    @property
    def home(self) -> tuple[float, float, float, float] | None:
        """How far the city reaches, in world coordinates; None as long as that is not known."""
        return self._ground.home

    @property
    def is_whole(self) -> bool:
        """Is everything painted that is to be?"""
        return self._ground.home is not None and self._ground.is_whole

    def give_way_to(self, cameras: CameraLayer) -> None:
        """No name of the map is written where a camera stands, or its name."""
        self._ground.give_way_to(cameras.occupied)
        cameras.labels.placed.connect(partial(self._renew_names, cameras))

    def end(self) -> None:
        """Paint nothing more."""
        self._events.happened.disconnect(self._take_note)
        self._ground.end()

    # -- inside

    def _renew_names(self, cameras: CameraLayer, step: float) -> None:
        """Labels of another zoom are placed in advance; the names of the map do not stand among them."""
        if step == cameras.step_at(self._canvas.frame):
            self._ground.renew_names()

    def _make_tiled(self, base: BaseMap) -> BaseLayer:
        self._tiled = BaseLayer(base, self._maps.tile, self)
        return self._tiled

    def _show_attribution(self, text: str) -> None:
        self._furniture.attribution = text
        if self._canvas.home is None and self.home is not None:  # No camera has a place: the city is what there is.
            self._canvas.home = self.home
            self._canvas.go_home(at_once=True)

    def _take_note(self, event: Event) -> None:
        match event:
            case MapsChanged():
                self._ground.take()
            case MapTroubled(map_id, None, _) if self._tiled is not None and self._tiled.base.map_id == map_id:
                self._tiled.ask_again()
                self.well_again.emit(map_trouble(self._tiled.base.name, None))
            case MapTroubled(map_id, fault, _) if self._tiled is not None and self._tiled.base.map_id == map_id:
                self.failed.emit(map_trouble(self._tiled.base.name, fault))
            case TileRenewed(map_id, tile) if self._tiled is not None and self._tiled.base.map_id == map_id:
                self._tiled.renew_tile(tile)
