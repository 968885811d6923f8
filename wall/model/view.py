"""What an operator saves and calls up: a view (a layout and what its cells show) and a tour over views or cameras."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.framing import Framing
from wall.model.layout import Layout

LEAST_DWELL_S = 3.0


@dataclass(frozen=True, slots=True)
class CameraCell:
    """A cell that shows one camera, by its id in the inventory."""

    camera_id: int


@dataclass(frozen=True, slots=True)
class HotspotCell:
    """A cell that shows whatever camera is selected, on whichever screen."""


@dataclass(frozen=True, slots=True)
class CarouselCell:
    """A cell that shows several cameras in turn."""

    cameras: tuple[int, ...]
    dwell_s: float = 10.0

    def __post_init__(self) -> None:
        if not self.cameras:
            raise ValueError("a carousel needs a camera")
        if not self.dwell_s >= LEAST_DWELL_S:
            raise ValueError(f"a camera stays for {LEAST_DWELL_S:g} s or longer, not {self.dwell_s:g} s")


Content = CameraCell | HotspotCell | CarouselCell


@dataclass(frozen=True, slots=True)
class View:
    """A layout and what stands in its cells, in reading order; None is an empty cell.

    `contents` may be longer than the layout has cells: the rest stands on further pages. `folder` is a path like
    "Day/Markets", "" for none. `owner` is the operator whose private view it is; "" is shared by all.
    """

    name: str
    layout: Layout
    contents: tuple[Content | None, ...] = ()
    folder: str = ""
    owner: str = ""
    view_id: int = 0
    """0 until it is kept."""
    framings: tuple[Framing, ...] = ()
    """How pictures stand in the cells, in reading order. Ends with the last one that is not FIT."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a view needs a name")
        known = self.framings[: len(self.contents)]
        told = [place for place, framing in enumerate(known) if framing is not Framing.FIT]
        object.__setattr__(self, "framings", known[: max(told, default=-1) + 1])

    @property
    def cameras(self) -> tuple[int, ...]:
        """The ids of all cameras in it, each once."""
        return cameras_in(self.contents)


class Order(Enum):
    """In which order a tour goes."""

    LISTED = "as listed"
    UNSEEN_FIRST = "unseen first"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a tour stops: at a view, or at a camera; the other id is 0. `dwell_s` None: as long as the tour says."""

    view_id: int = 0
    camera_id: int = 0
    dwell_s: float | None = None

    def __post_init__(self) -> None:
        if bool(self.view_id) == bool(self.camera_id):
            raise ValueError("a tour stops at a view or at a camera")
        if self.dwell_s is not None and not self.dwell_s >= LEAST_DWELL_S:
            raise ValueError(f"a tour stays for {LEAST_DWELL_S:g} s or longer, not {self.dwell_s:g} s")


@dataclass(frozen=True, slots=True)
class Tour:
    """Views or cameras in turn. A tour of views turns a whole screen, one of cameras a cell."""

    name: str
    stops: tuple[Stop, ...]
    dwell_s: float = 10.0
    order: Order = Order.LISTED
    folder: str = ""
    owner: str = ""
    tour_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a tour needs a name")
        if not self.stops:
            raise ValueError("a tour needs a stop")
        if len({bool(stop.view_id) for stop in self.stops}) > 1:
            raise ValueError("a tour goes over views or over cameras, not over both")
        if not self.dwell_s >= LEAST_DWELL_S:
            raise ValueError(f"a tour stays for {LEAST_DWELL_S:g} s or longer, not {self.dwell_s:g} s")

    @property
    def is_of_views(self) -> bool:
        return bool(self.stops[0].view_id)


def cameras_in(contents: tuple[Content | None, ...]) -> tuple[int, ...]:
    """The ids of the cameras that these cells show, each once, in their order."""
    found: dict[int, None] = {}
    for content in contents:
        if isinstance(content, CameraCell):
            found[content.camera_id] = None
        elif isinstance(content, CarouselCell):
            found.update(dict.fromkeys(content.cameras))
    return tuple(found)
