"""Who makes most alarms, each with a button that mutes that kind of alarm there for eight hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from wall.model.alarms.figures import Noisy
from wall.model.alarms.mute import UNMUTABLE
from wall.ui.alarms.words import kind_word
from wall.ui.console.parts import button

_MUTE = 4
_BESIDE = 16


class NoisyTable(QTableWidget):
    """`mute` is told which one."""

    def __init__(self, mute: Callable[[Noisy], None], parent: QWidget) -> None:
        super().__init__(0, _MUTE + 1, parent)
        self._mute = mute
        names = (self.tr("Where"), self.tr("What"), self.tr("Alarms"), self.tr("False"), "")
        self.setHorizontalHeaderLabels(list(names))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setStyleSheet("QTableWidget::item { padding-left: 9px; }")  # As the header's.
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_MUTE, QHeaderView.ResizeMode.Fixed)

    def show_noisy(self, noisy: Sequence[Noisy]) -> None:
        """The noisiest first."""
        self.setRowCount(len(noisy))
        for row, each in enumerate(noisy):
            share = round(100 * each.false / each.alarms) if each.alarms else 0
            cells = (place_word(each), kind_word(each.kind), QLocale().toString(each.alarms), f"{share} %")
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
            self._offer_mute(row, each)
        self.resizeRowsToContents()

    def _offer_mute(self, row: int, each: Noisy) -> None:
        if each.kind in UNMUTABLE or not (each.camera_id or each.site_id):
            self.removeCellWidget(row, _MUTE)
            return
        tip = self.tr("No alarms of this kind from there for eight hours")
        made = button(self.tr("Mute for 8 h"), lambda: self._mute(each), tip=tip)
        self.setCellWidget(row, _MUTE, made)
        self.setColumnWidth(_MUTE, made.sizeHint().width() + _BESIDE)


def place_word(each: Noisy) -> str:
    """The camera with its number, or the site."""
    if not each.camera_id:
        return each.site or QCoreApplication.translate("NoisyTable", "no camera")
    name = f"{each.number}  {each.name}" if each.number else each.name
    return f"{name} · {each.site}" if each.site else name
