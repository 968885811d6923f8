"""Cameras and sites that are dragged onto the map, by mouse or finger: from the list beside it, a tree, a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from wall.ui.map.placing.book import Thing
from wall.ui.map.placing.freight import dragged_things

_MOVES = (QDragEnterEvent, QDragMoveEvent)


class MapDrops(QObject):
    """Hears for one viewport what is dragged over it, as long as `is_on`; else it is as if nothing could be dropped.

    `dropped` is told what, and at which pixel.
    """

    def __init__(
        self, viewport: QWidget, is_on: Callable[[], bool], dropped: Callable[[Sequence[Thing], QPointF], object]
    ) -> None:
        super().__init__(viewport)
        self._is_on = is_on
        self._dropped = dropped
        viewport.setAcceptDrops(True)
        viewport.installEventFilter(self)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not self._is_on():
            return False
        things = dragged_things(event.mimeData())
        event.setAccepted(bool(things))
        if things and not isinstance(event, _MOVES):
            self._dropped(things, event.position())
        return True
