"""The days of which there is a picture of a duty view, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wall.model.ptz.reference import Reference
from wall.ui.console.kept_list import SMALL_PICTURE, Face, KeptModel, KeptView
from wall.ui.console.kept_pictures import KeptPictures
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.theme import Theme


class DatesModel(KeptModel[Reference]):
    """References by their id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("", parent)

    def id_of(self, row: Reference) -> int:
        return row.reference_id

    def face_of(self, row: Reference) -> Face:
        size = f"{row.width} × {row.height}"
        return Face(words.moment(row.taken_s), "", words.occasion(row), f"{row.view_name}  ·  {size}", has_picture=True)

    def whole_text(self, row: Reference) -> str:
        return "\n".join((words.moment(row.taken_s), words.occasion(row), row.view_name))

    def freight_of(self, rows: Sequence[Reference]) -> QMimeData:
        return QMimeData()

    def flags(self, index: object) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class DatesList(KeptView[Reference]):
    """`chosen` tells the day that the hand is on."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, duty: DutyPort, parent: QWidget) -> None:
        self.dates = DatesModel(parent)
        self._duty = duty
        self._is_showing = False
        pictures = KeptPictures(self._fetch, SMALL_PICTURE, parent.devicePixelRatioF(), parent)
        super().__init__(self.dates, pictures, theme, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Days"))
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def show_dates(self, references: Sequence[Reference]) -> None:
        """These, the newest first, whatever their order. Nothing is chosen by that."""
        self._is_showing = True
        self.show_steadily(sorted(references, key=lambda each: -each.taken_s), has_more=False)
        self._is_showing = False

    def mark(self, reference: Reference | None) -> None:
        """The hand is on this one, without having chosen it."""
        place = self.dates.place_of(reference.reference_id) if reference is not None else None
        self._is_showing = True
        if place is not None:
            self.setCurrentIndex(self.dates.index(place))
        self._is_showing = False

    def _tell(self) -> None:
        if not self._is_showing:
            self.chosen.emit(self.current)

    def _fetch(self, reference_id: int) -> Future[bytes]:
        place = self.dates.place_of(reference_id)
        if place is None:
            gone: Future[bytes] = Future()
            gone.set_result(b"")
            return gone
        return self._duty.picture(self.dates.rows[place].file)
