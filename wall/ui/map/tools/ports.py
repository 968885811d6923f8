"""What the tools of the map ask of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QDateTime

from wall.model.geo.map_view import MapView
from wall.model.geo.place_finder import Place
from wall.ui.map.layer import Layer
from wall.ui.map.tools.paper_desk import AskForMapFile

PutCameras = Callable[[Sequence[int]], object]
"""Brings cameras onto the wall."""


class MapViewsPort(Protocol):
    """Looks at the map that are kept: `wall.services.map_views.MapViews`. Returns at once; told by MapViewsChanged."""

    @property
    def views(self) -> tuple[MapView, ...]: ...

    def load(self) -> object:
        """Read them from the disk."""
        ...

    def keep(self, view: MapView) -> object:
        """A new one where its id is 0, else what this one is now."""
        ...

    def remove(self, view_id: int) -> object: ...


class BaseMaps(Protocol):
    """Which base map is shown: `wall.services.maps.Maps`, as far as these tools need it."""

    @property
    def shown_id(self) -> int: ...

    def choose_id(self, map_id: int) -> None:
        """Show another one; one that is gone is passed over."""
        ...


class NoBaseMaps:
    """A ground without a map."""

    shown_id = 0

    def choose_id(self, map_id: int) -> None:
        """There is none."""


@dataclass(frozen=True, slots=True)
class DeskPorts:
    """What a desk is joined to. `headings`: where cameras that turn look now; `landmarks` and `attribution`: of the
    shown map; `cameras`: the layer that they are on; `furniture`: scale, attribution and the like.
    """

    put_cameras: PutCameras
    open_camera: Callable[[int], None]
    say: Callable[[str], None]
    complain: Callable[[str], None]
    views: MapViewsPort | None = None
    maps: BaseMaps = NoBaseMaps()  # noqa: RUF009 - It keeps nothing.
    attribution: Callable[[], str] = str
    headings: Callable[[], Mapping[int, float]] = dict
    landmarks: Callable[[], Iterable[Place]] = tuple
    cameras: Layer | None = None
    furniture: tuple[Layer, ...] = ()
    now: Callable[[], QDateTime] = QDateTime.currentDateTime
    ask_file: AskForMapFile | None = None
