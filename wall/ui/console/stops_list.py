"""The stops of a tour in their order, to be moved, taken out, and dropped in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QWidget

from wall.model.view import Stop
from wall.ui.console.views_model import ENTRIES, dragged_keys
from wall.ui.drag import dragged_cameras, dragged_view
from wall.ui.in_order import InOrder
from wall.ui.room_port import RoomPort

_STOP = Qt.ItemDataRole.UserRole


class StopsList(InOrder):
    """Alt with an arrow moves a stop, Del takes it out; cameras and views are dropped in from anywhere."""

    def __init__(self, room: RoomPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setAccessibleName(self.tr("Stops of the tour"))

    @property
    def stops(self) -> tuple[Stop, ...]:
        """In their order."""
        return tuple(self.item(row).data(_STOP) for row in range(self.count()))

    def show_stops(self, stops: Iterable[Stop]) -> None:
        """These, and nothing else."""
        self.clear()
        self.add_stops(stops)

    def add_stops(self, stops: Iterable[Stop]) -> None:
        """Behind those that are there."""
        for stop in stops:
            item = QListWidgetItem(self)
            item.setData(_STOP, stop)
            self._tell(item)
        self.changed.emit()

    def give_dwell(self, dwell_s: float | None) -> None:
        """The selected stops last so long; None: as long as the tour says. ValueError for too short a time."""
        items = self.selectedItems()
        changed = [replace(item.data(_STOP), dwell_s=dwell_s) for item in items]
        for item, stop in zip(items, changed, strict=True):
            item.setData(_STOP, stop)
            self._tell(item)
        self.changed.emit()

    def selected_stops(self) -> Sequence[Stop]:
        """The stops that the hand is on."""
        return [item.data(_STOP) for item in self.selectedItems()]

    def _tell(self, item: QListWidgetItem) -> None:
        stop: Stop = item.data(_STOP)
        text = self._room.cameras.name_of(stop.camera_id) if stop.camera_id else self._name_of_view(stop.view_id)
        if stop.dwell_s is not None:
            text = self.tr("{0} · {1} s").format(text, f"{stop.dwell_s:g}")
        item.setText(text)
        item.setToolTip(text)

    def _name_of_view(self, view_id: int) -> str:
        names = (view.name for view in self._room.views if view.view_id == view_id)
        return next(names, self.tr("a view that is gone"))

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_cameras(event.mimeData()) or dragged_view(event.mimeData()) or event.mimeData().hasFormat(ENTRIES):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        freight = event.mimeData()
        views = [number for kind, number in dragged_keys(freight) if kind == "view"] or [dragged_view(freight)]
        self.add_stops(Stop(view_id=each) for each in views if each > 0)
        self.add_stops(Stop(camera_id=each) for each in dragged_cameras(freight))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
