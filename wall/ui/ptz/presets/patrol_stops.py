"""The stops of a patrol in their order, to be moved, taken out, and given their time and speed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from wall.model.ptz.patrol import PatrolStop
from wall.ui.figures import number
from wall.ui.in_order import InOrder

_STOP = Qt.ItemDataRole.UserRole


class PatrolStops(InOrder):
    """Alt with an arrow moves a stop, Del takes it out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self.setAccessibleName(self.tr("Stops of the patrol"))

    @property
    def stops(self) -> tuple[PatrolStop, ...]:
        """In their order."""
        return tuple(self.item(row).data(_STOP) for row in range(self.count()))

    def show_stops(self, stops: Iterable[PatrolStop], names: Mapping[str, str]) -> None:
        """These, and nothing else; `names` are those of the presets, by token."""
        self._names = names
        self.clear()
        for stop in stops:
            self._add(stop)
        self.changed.emit()

    def add(self, stop: PatrolStop) -> None:
        """One more, behind the one in hand, else at the end."""
        self._add(stop, self.currentRow() + 1 if self.selectedItems() else self.count())
        self.changed.emit()

    def give(self, dwell_s: float | None = None, speed: float | None = None) -> None:
        """The selected stops have this time or speed. ValueError for what cannot be; then nothing is changed."""
        items = self.selectedItems()
        stops = [item.data(_STOP) for item in items]
        given = [
            replace(each, dwell_s=dwell_s if dwell_s is not None else each.dwell_s, speed=speed or each.speed)
            for each in stops
        ]
        for item, stop in zip(items, given, strict=True):
            item.setData(_STOP, stop)
            self._tell(item)
        self.changed.emit()

    def selected_stops(self) -> Sequence[PatrolStop]:
        """Those that the hand is on."""
        return [item.data(_STOP) for item in self.selectedItems()]

    def _add(self, stop: PatrolStop, place: int | None = None) -> None:
        item = QListWidgetItem()
        item.setData(_STOP, stop)
        self._tell(item)
        self.insertItem(self.count() if place is None else place, item)
        if place is not None:
            self.setCurrentItem(item)

    def _tell(self, item: QListWidgetItem) -> None:
        stop: PatrolStop = item.data(_STOP)
        name = self._names.get(stop.token, stop.token)
        text = self.tr("{0}  ·  {1} s  ·  speed {2} %").format(name, f"{stop.dwell_s:g}", number(100 * stop.speed))
        item.setText(text)
        item.setToolTip(text)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_selected()
        else:
            super().keyPressEvent(event)
