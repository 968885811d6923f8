"""Who makes most alarms, each with two buttons: one mutes that kind of alarm there for eight hours, one leads to the
rule that makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from wall.model.alarms.figures import Noisy
from wall.model.alarms.mute import UNMUTABLE
from wall.ui.alarms.words import kind_word
from wall.ui.console.parts import button

_MUTE, _RULE = 5, 6
_BESIDE = 16


class NoisyTable(QTableWidget):
    """`mute` and `change_rule` are told which one; None: there are no rules to be led to."""

    def __init__(
        self, mute: Callable[[Noisy], None], change_rule: Callable[[Noisy], object] | None, parent: QWidget
    ) -> None:
        super().__init__(0, _RULE + 1, parent)
        self._mute = mute
        self._change_rule = change_rule
        names = (self.tr("Where"), self.tr("What"), self.tr("Alarms"), self.tr("Messages"), self.tr("False"), "", "")
        self.setHorizontalHeaderLabels(list(names))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setStyleSheet("QTableWidget::item { padding-left: 9px; }")  # As the header's.
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (_MUTE, _RULE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.setColumnHidden(_RULE, change_rule is None)

    def show_noisy(self, noisy: Sequence[Noisy]) -> None:
        """The noisiest first."""
        self.setRowCount(len(noisy))
        for row, each in enumerate(noisy):
            share = "–" if each.false_share is None else f"{round(100 * each.false_share)} %"
            counts = (QLocale().toString(count) for count in (each.alarms, each.signals))
            cells = (place_word(each), kind_word(each.kind), *counts, share)
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
            self._offer_mute(row, each)
            self._offer_rule(row, each)
        self.resizeRowsToContents()

    def _offer_mute(self, row: int, each: Noisy) -> None:
        if each.kind in UNMUTABLE or not (each.camera_id or each.site_id):
            self.removeCellWidget(row, _MUTE)
            return
        tip = self.tr("No alarms of this kind from there for eight hours")
        self._put_button(row, _MUTE, button(self.tr("Mute for 8 h"), lambda: self._mute(each), tip=tip))

    def _offer_rule(self, row: int, each: Noisy) -> None:
        change = self._change_rule
        if change is not None:
            tip = self.tr("The rule that makes these alarms, without this camera: tried first, kept when you say so")
            self._put_button(row, _RULE, button(self.tr("Rule…"), lambda: change(each), tip=tip))

    def _put_button(self, row: int, column: int, made: QPushButton) -> None:
        self.setCellWidget(row, column, made)
        self.setColumnWidth(column, made.sizeHint().width() + _BESIDE)


def place_word(each: Noisy) -> str:
    """The camera with its number, or the site."""
    if not each.camera_id:
        return each.site or QCoreApplication.translate("NoisyTable", "no camera")
    name = f"{each.number}  {each.name}" if each.number else each.name
    return f"{name} · {each.site}" if each.site else name
