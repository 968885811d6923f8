"""What the map is made of: layers that are painted over each other, and the one tool that may take the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from wall.ui.map.frame import MapFrame


class Changed(Protocol):
    """Called when a layer must be painted again: within `rect` (logical pixels of the viewport), or all of it."""

    def __call__(self, rect: QRectF | None = None) -> None: ...


class Layer(Protocol):
    """One layer. It is painted on the UI thread, sixty times a second while the map moves: what takes long is painted
    beforehand."""

    changed: Changed
    """Set by the canvas."""

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """In logical pixels of the viewport. The painter's state is restored by the canvas."""

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        """What of this layer is at this pixel; None: nothing that a hand could take."""


@runtime_checkable
class InPortions(Protocol):
    """A layer that takes long to be painted on paper."""

    def portions(self, painter: QPainter, frame: MapFrame) -> Iterator[None]:
        """What `paint` does, a few milliseconds at a time. The painter is in its first state again in the end."""


class PlainLayer:
    """A layer in which nothing can be hit; others begin with it."""

    def __init__(self) -> None:
        self.changed: Changed = _not_yet

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """Nothing."""

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        """Nothing."""
        return None


class FadedLayer(PlainLayer):
    """One that may be seen through."""

    def __init__(self, opacity: float = 1.0) -> None:
        super().__init__()
        self._opacity = opacity

    @property
    def opacity(self) -> float:
        """From 0 (not seen) to 1 (hides what is under it)."""
        return self._opacity

    @opacity.setter
    def opacity(self, opacity: float) -> None:
        self._opacity = max(0.0, min(1.0, opacity))
        self.changed()


class MapTool(Protocol):
    """Takes mouse and keys instead of panning: a lasso, a route, a measure, placing. One at a time.

    Places are logical pixels of the viewport. The wheel, the middle button and two fingers move the map as ever.
    """

    changed: Callable[[], None]
    """Set by the canvas; called when the tool must be painted again."""

    def press(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> bool:
        """The left button is pressed. False: it means nothing to the tool, and the map is dragged."""

    def move(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """The pointer has moved, with or without a button."""

    def release(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """The button that the tool has taken is let go."""

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        """A double click, after its presses. False: it means nothing to the tool."""

    def key(self, event: QKeyEvent) -> bool:
        """A key. False: it means what it means without the tool."""

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """Above all layers."""

    def end(self) -> None:
        """It is no longer the canvas's tool."""


def _not_yet(rect: QRectF | None = None) -> None:
    """Before it belongs to a canvas."""
