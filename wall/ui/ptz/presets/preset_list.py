"""The presets of a dome, each with what it looked like when it was set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wall.model.device import Preset
from wall.model.ptz.reference import PresetPicture
from wall.ui.console.kept_list import SMALL_PICTURE, Face, KeptModel, KeptView
from wall.ui.console.kept_pictures import KeptPictures
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PresetRow:
    """`key` is another one when its picture is."""

    key: int
    preset: Preset
    picture: PresetPicture | None = None
    is_duty: bool = False


class PresetModel(KeptModel[PresetRow]):
    """In the order in which the camera told them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("", parent)

    def id_of(self, row: PresetRow) -> int:
        return row.key

    def face_of(self, row: PresetRow) -> Face:
        translate = QCoreApplication.translate
        taken = translate("Presets", "no picture yet")
        if row.picture is not None:
            taken = translate("Presets", "picture of {0}").format(words.moment(row.picture.taken_s))
        duty = translate("Presets", "it belongs here") if row.is_duty else ""
        return Face(words.name_of(row.preset), "", taken, duty, has_picture=row.picture is not None)

    def whole_text(self, row: PresetRow) -> str:
        return f"{words.name_of(row.preset)}  ({row.preset.token})"

    def freight_of(self, rows: Sequence[PresetRow]) -> QMimeData:
        return QMimeData()

    def flags(self, index: object) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PresetList(KeptView[PresetRow]):
    """UI thread."""

    def __init__(self, theme: Theme, duty: DutyPort, parent: QWidget) -> None:
        self.presets = PresetModel(parent)
        self._duty = duty
        self._keys: dict[tuple[str, str], int] = {}
        pictures = KeptPictures(self._fetch, SMALL_PICTURE, parent.devicePixelRatioF(), parent)
        super().__init__(self.presets, pictures, theme, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Presets"))

    def show_presets(self, presets: Sequence[Preset], pictures: Mapping[str, PresetPicture], duty: str) -> None:
        """These, with their pictures by token, and the token of the one at which it belongs ("" for none)."""
        rows = [
            PresetRow(self._key(each, pictures.get(each.token)), each, pictures.get(each.token), each.token == duty)
            for each in presets
        ]
        self.show_steadily(rows, has_more=False)

    def choose(self, token: str) -> None:
        """Put the hand on this one."""
        place = next((n for n, row in enumerate(self.presets.rows) if row.preset.token == token), None)
        if place is not None:
            self.setCurrentIndex(self.presets.index(place))

    def _key(self, preset: Preset, picture: PresetPicture | None) -> int:
        file = picture.file if picture is not None else ""
        return self._keys.setdefault((preset.token, file), len(self._keys) + 1)

    def _fetch(self, key: int) -> Future[bytes]:
        place = self.presets.place_of(key)
        picture = self.presets.rows[place].picture if place is not None else None
        if picture is not None:
            return self._duty.picture(picture.file)
        none: Future[bytes] = Future()
        none.set_result(b"")
        return none
