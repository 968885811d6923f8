"""What lies under everything on the map: the city that comes with the program, and over it the map that was chosen.

So there is always a city, also where a plan is small, a file of one's own says little, or a tile does not come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from html import escape
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QToolTip

from wall.model.errors import MapError
from wall.model.geo.vector import Feature, VectorMap, WorldRect
from wall.model.map_kinds import SHIPPED, BaseMap, MapFault, MapKind
from wall.ui.homeward import Homeward
from wall.ui.map.base_layer import BaseLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.image_layer import ImageLayer
from wall.ui.map.layer import FadedLayer, Layer, PlainLayer
from wall.ui.map.opacities import Opacities
from wall.ui.map.vector_layer import VectorLayer
from wall.ui.map.vector_room import Box
from wall.ui.theme import Theme

_T = TypeVar("_T")
_BETWEEN = " · "


class GroundPort(Protocol):
    """What is asked of the base maps. Nothing of it waits."""

    @property
    def shown(self) -> BaseMap:
        """The one that was chosen."""

    def vectors(self, map_id: int) -> Future[VectorMap]:
        """What is on a map of points, lines and areas."""

    def image(self, map_id: int) -> Future[bytes]:
        """The encoded picture of a plan."""


class Ground(QObject):
    """Made before any other layer is added to the canvas: it is the lowest. UI thread.

    `tiled` makes the layer of a map that is made of tiles. A map that cannot be shown is told of in words, and the one
    before it stays. `opacities` says how strong each is, where that can be changed.
    """

    attribution_changed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        canvas: MapCanvas,
        theme: Theme,
        maps: GroundPort,
        tiled: Callable[[BaseMap], Layer] | None = None,
        opacities: Opacities | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._theme = theme
        self._maps = maps
        self._tiled = tiled
        self._opacities = opacities
        self._homeward = Homeward(self)
        self._city: VectorLayer | None = None
        self._over: Layer | None = None
        self._place = PlainLayer()
        """Nothing, where all of the ground belongs: other layers lie above it."""
        self._wanted: BaseMap | None = None
        self._occupied: Callable[[MapFrame], Iterable[Box]] = lambda _frame: ()
        canvas.add_layer(self._place)
        canvas.hovered.connect(self._tell_of)
        if opacities is not None:
            opacities.changed.connect(self._fade)
        self._homeward.follow(maps.vectors(SHIPPED), self._take_city, self.failed.emit)
        self.take()

    @property
    def home(self) -> WorldRect | None:
        """The whole city; None as long as it is not known."""
        return self._city.vectors.home if self._city is not None else None

    @property
    def is_whole(self) -> bool:
        """Is everything painted that is to be?"""
        shown = (self._city, self._over)
        return all(layer.is_whole for layer in shown if isinstance(layer, VectorLayer | ImageLayer | BaseLayer))

    def take(self) -> None:
        """Another map may have been chosen."""
        wanted = self._maps.shown
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted.map_id == SHIPPED:
            self._put_over(wanted, None)
        elif wanted.kind is MapKind.GEOJSON:
            self._await(wanted, self._maps.vectors(wanted.map_id), self._vectors_over)
        elif wanted.kind is MapKind.PLAN:
            self._await(wanted, _decoded(self._maps.image(wanted.map_id), wanted.name), self._plan_over)
        elif self._tiled is not None:
            self._put_over(wanted, self._tiled(wanted))

    def give_way_to(self, occupied: Callable[[MapFrame], Iterable[Box]]) -> None:
        """No name is written where that says, in pixels of the frame."""
        self._occupied = occupied
        for layer in self._vector_layers():
            layer.give_way_to(occupied)

    def renew_names(self) -> None:
        """What they give way to stands elsewhere now."""
        for layer in self._vector_layers():
            layer.renew()

    def end(self) -> None:
        """Paint nothing more."""
        for layer in (self._city, self._over):
            _close(layer)

    def _vector_layers(self) -> Iterator[VectorLayer]:
        return (layer for layer in (self._city, self._over) if isinstance(layer, VectorLayer))

    def _tell_of(self, found: object) -> None:
        """What a place of one's own is, while the pointer is on it."""
        if isinstance(found, Feature):
            told = [found.name, found.description]
            # Somebody's file is words here, whatever is in it.
            text = "<br>".join(escape(each) for each in told if each)
            QToolTip.showText(QCursor.pos(), f"<qt>{text}</qt>" if text else "", self._canvas)
        elif QToolTip.isVisible():
            QToolTip.hideText()

    # -- what has come

    def _await(self, wanted: BaseMap, future: Future[_T], then: Callable[[BaseMap, _T], None]) -> None:
        def take(result: _T) -> None:
            if wanted == self._wanted:  # Else another one was chosen meanwhile.
                then(wanted, result)

        self._homeward.follow(future, take, self.failed.emit)

    def _take_city(self, vectors: VectorMap) -> None:
        self._city = VectorLayer(vectors, self._theme)
        self._city.give_way_to(self._occupied)
        self._canvas.add_layer(self._city, above=self._place)
        self._tell()

    def _vectors_over(self, wanted: BaseMap, vectors: VectorMap) -> None:
        layer = VectorLayer(vectors, self._theme, is_base=False)
        layer.give_way_to(self._occupied)
        self._put_over(wanted, layer)

    def _plan_over(self, wanted: BaseMap, image: QImage) -> None:
        if wanted.corners is None:
            self.failed.emit(self._homeward.in_words(MapError(MapFault.NO_PLACE, wanted.name)))
            return
        self._put_over(wanted, ImageLayer(image, wanted.corners))

    def _put_over(self, wanted: BaseMap, layer: Layer | None) -> None:
        former, self._over = self._over, layer
        self._fade(wanted.map_id)
        if former is not None:
            self._canvas.remove_layer(former)
            _close(former)
        if layer is not None:
            self._canvas.add_layer(layer, above=self._city or self._place)
        self._tell()

    def _fade(self, map_id: int) -> None:
        """It is to be as strong as somebody has said."""
        is_shown = self._wanted is not None and self._wanted.map_id == map_id
        if self._opacities is not None and is_shown and isinstance(self._over, FadedLayer):
            self._over.opacity = self._opacities.of(map_id)

    def _tell(self) -> None:
        """Whose maps these are."""
        told = [self.tr("CityWall – a sketch, not to scale")] if self._city is not None else []
        if self._over is not None and self._wanted is not None:
            told.append(self._wanted.attribution)
        self.attribution_changed.emit(_BETWEEN.join(each for each in told if each))


def _decoded(encoded: Future[bytes], name: str) -> Future[QImage]:
    """The picture in it, unpacked on the thread that has read it: a large one takes a while."""
    made = Future[QImage]()

    def decode(done: Future[bytes]) -> None:
        try:
            image = QImage.fromData(done.result())
            if image.isNull():
                raise MapError(MapFault.BROKEN, name)
            made.set_result(image)
        except Exception as error:  # Whatever it is belongs to who waits for the picture.
            made.set_exception(error)

    encoded.add_done_callback(decode)
    return made


def _close(layer: Layer | None) -> None:
    close = getattr(layer, "close", None)
    if close is not None:
        close()
