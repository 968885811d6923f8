"""Which overlays lie over the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wall.ui.map.canvas import MapCanvas
from wall.ui.map.layer import Layer


class Overlay(Protocol):
    """Something that can be laid over the map: one more is one more object like this, handed to `Switches.add`."""

    @property
    def name(self) -> str:
        """By which it is kept in views of the map, for ever: "heat"."""
        ...

    @property
    def title(self) -> str:
        """What people call it."""
        ...

    @property
    def layer(self) -> Layer: ...

    @property
    def is_low(self) -> bool:
        """Does it lie under the cameras? Else it lies over everything."""
        ...

    @property
    def controls(self) -> QWidget | None:
        """What stands below its switch while it is on."""
        ...

    def turn_on(self) -> None:
        """It is seen from now on: ask, and listen."""
        ...

    def turn_off(self) -> None:
        """Nobody sees it any more: ask nobody, and hear nothing."""
        ...


class Switches(QObject):
    """The overlays of one map, from the lowest to the topmost. `cameras` is the layer under which the low ones lie;
    None: there is nothing but them.
    """

    changed = Signal()

    def __init__(self, canvas: MapCanvas, cameras: Layer | None = None) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._cameras = cameras
        self._overlays: list[Overlay] = []
        self._on: set[str] = set()

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """All there are."""
        return tuple(self._overlays)

    @property
    def on(self) -> tuple[str, ...]:
        """The names of those that are on."""
        return tuple(each.name for each in self._overlays if each.name in self._on)

    def add(self, overlay: Overlay) -> None:
        """One more, off. ValueError for a name that is taken."""
        if any(each.name == overlay.name for each in self._overlays):
            raise ValueError(f"there is an overlay {overlay.name} already")
        self._overlays.append(overlay)
        self.changed.emit()

    def turn(self, name: str, *, on: bool) -> None:
        """Turn one on or off; a name that nobody has is passed over: it may be of a newer program."""
        overlay = next((each for each in self._overlays if each.name == name), None)
        if overlay is None or on == (name in self._on):
            return
        if on:
            self._on.add(name)
            self._lay_over(overlay)
            overlay.turn_on()
        else:
            self._on.discard(name)
            overlay.turn_off()
            self._canvas.remove_layer(overlay.layer)
        self.changed.emit()

    def show_only(self, names: Iterable[str]) -> None:
        """These, and no others."""
        wanted = set(names)
        for each in self._overlays:
            self.turn(each.name, on=each.name in wanted)

    def end(self) -> None:
        """All of them off."""
        self.show_only(())

    def _lay_over(self, overlay: Overlay) -> None:
        """Those of its kind that belong over it are laid over it anew."""
        like = [each for each in self._overlays if each.name in self._on and each.is_low == overlay.is_low]
        at = like.index(overlay)
        below = like[at - 1].layer if at else self._under_the_cameras() if overlay.is_low else None
        for each in like[at:]:
            if each is not overlay:
                self._canvas.remove_layer(each.layer)
            self._canvas.add_layer(each.layer, below)
            below = each.layer

    def _under_the_cameras(self) -> Layer | None:
        """What lies right under them; whatever belongs to the ground may have been laid there meanwhile."""
        layers = self._canvas.layers
        at = layers.index(self._cameras) if self._cameras in layers else 0
        return layers[at - 1] if at else None
