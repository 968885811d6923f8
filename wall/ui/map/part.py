"""What a map page can be given beside its cameras: live pictures, placing, measures, each with its own hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu, QWidget

from wall.ui.keys import Key

if TYPE_CHECKING:
    from wall.ui.map.page import MapPage


class MapPart(Protocol):
    """Of one page, which makes it and ends it."""

    @property
    def bar(self) -> QWidget | None:
        """Stands in the line above the map."""

    @property
    def side(self) -> QWidget | None:
        """Stands at the right of the map; hidden while there is nothing in it."""

    def keys(self) -> tuple[Key, ...]:
        """What it does by key, as "map.…": while the hand is on the map."""

    def add_actions(self, found: object, menu: QMenu) -> None:
        """Put into the menu what it does with something on the map; None is the bare map."""

    def go_back(self) -> bool:
        """Esc: one thing at a time. False where there is nothing to go back from."""

    def end(self) -> None:
        """Give everything back, for good."""


MakePart = Callable[["MapPage"], MapPart]
