"""What is settled of one dome: which way it turns, and where its pan begins and ends."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.ptz.settings import DomeSettings
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, Notice, heading, label
from wall.ui.console.rtsp_form import field
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.theme import SPACE, Theme

_TYPED = r"-?\d{0,3}([.,]\d?)?"


class SettingsPane(QWidget):
    """What is changed here is in force at once, and after a restart."""

    def __init__(self, theme: Theme, facts: DutyFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self.notice = Notice(self)
        self.pan = Check(self.tr("Turns left where it should turn right"), theme, self)
        self.tilt = Check(self.tr("Turns down where it should turn up"), theme, self)
        self.low, self.high = _degrees(self.tr("Pan begins at")), _degrees(self.tr("Pan ends at"))
        tip = self.tr("For its direction on the map and for a click into its picture; empty: as the camera tells")
        for line in (self.low, self.high):
            line.setToolTip(tip)
            line.editingFinished.connect(self.keep)
        for check in (self.pan, self.tilt):
            check.clicked.connect(lambda _on: self.keep())
        self._lay_out()

    def show_dome(self, camera_id: int | None) -> None:
        """That of this one."""
        self._camera_id = camera_id
        self.notice.clear()
        self.setEnabled(camera_id is not None)
        if camera_id is not None:
            self._show(self._facts.domes.settings(camera_id))

    def keep(self) -> None:
        """What is ticked and typed, from now on."""
        if self._camera_id is None:
            return
        try:
            settings = DomeSettings(self.pan.isChecked(), self.tilt.isChecked(), self._ends())
        except ValueError:
            self.notice.complain(self.tr("Both ends of the pan in degrees, at least 1° and at most 720° apart."))
            return
        self.notice.clear()
        if settings != self._facts.domes.settings(self._camera_id):
            keeping = self._facts.domes.settle(self._camera_id, settings)
            self._home.follow(keeping, lambda _done: None, self.notice.complain)

    # -- inside

    def _ends(self) -> tuple[float, float] | None:
        """ValueError for one end without the other."""
        low, high = (line.text().strip().replace(",", ".") for line in (self.low, self.high))
        return (float(low), float(high)) if low or high else None

    def _show(self, settings: DomeSettings) -> None:
        self.pan.setChecked(settings.inverts_pan)
        self.tilt.setChecked(settings.inverts_tilt)
        ends = ("", "") if settings.pan_degrees is None else (f"{each:g}" for each in settings.pan_degrees)
        for line, text in zip((self.low, self.high), ends, strict=True):
            line.setText(text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for each in (label(self.tr("Pan from")), self.low, label(self.tr("to")), self.high, label(self.tr("degrees"))):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("This camera")))
        column.addWidget(self.pan)
        column.addWidget(self.tilt)
        column.addLayout(row)
        column.addWidget(self.notice)


def _degrees(name: str) -> QLineEdit:
    line = field("")
    line.setAccessibleName(name)
    line.setValidator(QRegularExpressionValidator(QRegularExpression(_TYPED), line))
    line.setFixedWidth(64)
    return line
