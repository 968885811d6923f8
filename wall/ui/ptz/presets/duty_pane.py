"""Where a dome belongs: how it stands to that, when it goes back, and when its picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.ptz.duty import LEAST_RETURN_S, MOST_RETURN_S, USUAL_PICTURE_MINUTE, DutyView
from wall.model.ptz.reference import Reference
from wall.model.ptz.standing import Duty
from wall.ui.console.flow import Flow
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, Notice, button, heading, label
from wall.ui.console.rtsp_form import field
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.figures import number
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.theme import SPACE, Theme
from wall.ui.words import time_of_day


class DutyPane(QWidget):
    """`compare_requested` asks for the pictures of other days."""

    compare_requested = Signal()

    def __init__(self, theme: Theme, facts: DutyFacts, monotonic: Callable[[], float], parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._monotonic = monotonic
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self.notice = Notice(self)
        self.belongs = label()
        self.after = seconds_field(self.tr("Seconds"))
        self.daily = Check(self.tr("A picture each day at"), theme, self)
        self.hour = field("09:00")
        self.hour.setAccessibleName(self.tr("Hour of the picture"))
        self.hour.setValidator(QRegularExpressionValidator(QRegularExpression(r"([01]?\d|2[0-3]):[0-5]\d"), self))
        self.hour.setFixedWidth(64)
        self._back = button(self.tr("Go back now"), self.go_back)
        self._take = button(self.tr("Take a picture now"), self.take)
        self._compare = button(self.tr("Compare days…"), self.compare_requested.emit)
        self._none = button(self.tr("It belongs nowhere"), self.clear)
        self._settings = QWidget(self)
        self._lay_out()
        self.after.editingFinished.connect(self.keep)
        self.hour.editingFinished.connect(self.keep)
        self.daily.clicked.connect(lambda _on: self.keep())
        facts.changed.connect(self._show)
        facts.stood.connect(lambda cameras: self._show_standing() if self._camera_id in cameras else None)

    def show_dome(self, camera_id: int | None) -> None:
        """That of this one."""
        self._camera_id = camera_id
        self.notice.clear()
        self._show()

    def tick(self) -> None:
        """A second has gone by: the countdown counts."""
        self._show_standing()

    # -- what the hand does

    def go_back(self) -> None:
        """Send it back without waiting."""
        if self._camera_id is not None:
            self.notice.clear()
            going = self._facts.duty.go_back(self._camera_id)
            self._home.follow(going, lambda _done: None, self.notice.complain)

    def take(self) -> None:
        """A dated picture now."""
        if self._camera_id is not None:
            self.notice.say(self.tr("A picture is being taken…"))
            self._home.follow(
                self._facts.duty.take_reference(self._camera_id),
                self._was_taken,
                lambda why: self.notice.complain(words.why(why)),
            )

    def clear(self) -> None:
        """It belongs nowhere any more; to choose the preset again brings all of it back."""
        if self._camera_id is not None:
            self._home.follow(self._facts.duty.clear_duty(self._camera_id), lambda _: None, self.notice.complain)

    def keep(self) -> None:
        """What was typed, from now on."""
        view = self._view
        if view is None:
            return
        try:
            changed = replace(view, return_after_s=self._seconds(), picture_minute=self._minute())
        except ValueError:
            least, most = number(LEAST_RETURN_S), number(MOST_RETURN_S)
            self.notice.complain(self.tr("It goes back after {0} to {1} seconds.").format(least, most))
            return
        self.notice.clear()
        if changed != view:
            self._home.follow(self._facts.duty.set_duty(changed), lambda _done: None, self.notice.complain)

    # -- inside

    @property
    def _view(self) -> DutyView | None:
        return self._facts.view_of(self._camera_id) if self._camera_id is not None else None

    def _seconds(self) -> float:
        return seconds_in(self.after) or 0.0

    def _minute(self) -> int | None:
        if not self.daily.isChecked():
            return None
        hour, _, minute = self.hour.text().partition(":")
        if not (hour.isdigit() and minute.isdigit()):
            return USUAL_PICTURE_MINUTE
        return int(hour) * 60 + int(minute)

    def _was_taken(self, reference: Reference) -> None:
        self.notice.say(self.tr("Kept: {0}").format(words.moment(reference.taken_s)))

    def _show(self) -> None:
        view = self._view
        for each in (self._settings, self._back, self._take, self._compare, self._none):
            each.setVisible(view is not None)
        if view is not None:
            self.after.setText(f"{view.return_after_s:g}")
            minute = view.picture_minute
            self.daily.setChecked(minute is not None)
            self.hour.setEnabled(minute is not None)
            shown = USUAL_PICTURE_MINUTE if minute is None else minute
            self.hour.setText(time_of_day(shown))
        self._show_standing()

    def _show_standing(self) -> None:
        view = self._view
        if view is None or self._camera_id is None:
            self.belongs.setText(
                self.tr("It belongs nowhere yet: choose the preset where it is to stand, and it goes back by itself.")
            )
            return
        standing = self._facts.standing(self._camera_id)
        line = words.duty_line(standing, self._monotonic())
        self.belongs.setText(f"{view.name or view.token}  ·  {line}")
        self._back.setEnabled(standing.duty is not Duty.THERE)
        self._take.setEnabled(standing.duty is Duty.THERE)

    def _lay_out(self) -> None:
        goes, pictures = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (goes, (label(self.tr("Goes back after")), self.after, label(self.tr("seconds at rest")))),
            (pictures, (self.daily, self.hour)),
        ):
            row.setSpacing(2 * SPACE)
            for each in widgets:
                row.addWidget(each)
            row.addStretch(1)
        inner = QVBoxLayout(self._settings)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * SPACE)
        inner.addLayout(goes)
        inner.addLayout(pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("Duty view")))
        column.addWidget(self.belongs)
        column.addWidget(self._settings)
        column.addLayout(Flow(self._back, self._take, self._compare, self._none))
        column.addWidget(self.notice)
