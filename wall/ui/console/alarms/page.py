"""The page of alarms: the list, the case at hand beside it, and what is done with what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.alarms.alarm_list import AlarmList
from wall.ui.console.alarms.asking import Asking
from wall.ui.console.alarms.case_pictures import CasePictures
from wall.ui.console.alarms.counting import Counting
from wall.ui.console.alarms.deed_form import DeedForm
from wall.ui.console.alarms.deeds import Deeds
from wall.ui.console.alarms.detail import AlarmDetail
from wall.ui.console.alarms.filters import Filters
from wall.ui.console.alarms.muted_button import MutedButton
from wall.ui.console.alarms.time_chart import TimeChart
from wall.ui.console.city import City
from wall.ui.console.parts import ElidedButton, ElidedLabel, EmptyState, Notice, button
from wall.ui.console.steady import show_steadily
from wall.ui.figures import number
from wall.ui.theme import SPACE, Theme
from wall.ui.timers import single_shot

REST_MS = 300
"""A map that follows the hand down a list would never be painted."""


class AlarmsPage(QWidget):
    """`unix_time` is the clock of alarms. `pictures` makes those of the case at hand."""

    rules_requested = Signal()
    figures_requested = Signal()
    put_requested = Signal()
    """The cameras of what is selected, onto the screen in hand."""
    place_requested = Signal(int)
    """The camera that is to be shown on the map."""
    looked_at = Signal(int)
    """The camera of the alarm that the hand has rested on."""

    def __init__(
        self,
        theme: Theme,
        facts: AlarmFacts,
        pictures: Callable[[QWidget], CasePictures],
        city: Callable[[], City],
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self.filters = Filters(theme, lambda: facts.port.operator, unix_time, self)
        self.notice = Notice(self)
        self.view = AlarmList(theme, unix_time, self)
        self.detail = AlarmDetail(theme, facts, pictures, unix_time, self)
        self.form = DeedForm(theme, self)
        self.asking = Asking(facts, self)
        self.chart = TimeChart(theme, self)
        self.counting = Counting(facts, unix_time, self)
        self.deeds = Deeds(facts.port, self.selected, self.form, self.view, self.notice, unix_time)
        self.muted = MutedButton(facts, city, unix_time, self.rules_requested.emit, self)
        self._lay_out()
        self._letters = self._what_letters_do()
        self._rest = single_shot(self, REST_MS, self._tell_looked_at)
        self.view.asked.connect(self._press)
        self.view.activated.connect(lambda _index: self.put_requested.emit())
        self.view.end_seen.connect(self.asking.more)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.filters.changed.connect(self._ask)
        self.filters.finder.entered.connect(self._go_into_list)
        self.filters.finder.left_downwards.connect(self._go_into_list)
        self.asking.shown.connect(self._show_rows)
        self.asking.failed.connect(self.notice.complain)
        self.chart.chosen.connect(self._choose_span)
        self.counting.begun.connect(self.chart.show_coming)
        self.counting.shown.connect(self.chart.show_line)
        self.counting.failed.connect(self.notice.complain)
        self.deeds.reopenable.connect(self._offer_undo)
        self.detail.failed.connect(self.notice.complain)
        self.detail.noted.connect(self.deeds.write_down)
        self.detail.ticked.connect(self.deeds.check)

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the list; on the most urgent one where it is on none."""
        self.view.setFocus()
        if self.view.current is None and self.view.alarms.rows:
            self.view.go_to(0)

    def look_for(self) -> None:
        """Put the hand where one looks for something."""
        self.filters.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.finder.selectAll()

    def go_to_unseen(self) -> None:
        """The most urgent one that nobody has acknowledged."""
        unseen = self._facts.unseen()
        if unseen:
            self.go_to(unseen[0].alarm_id)

    def go_to(self, alarm_id: int) -> None:
        """Put the hand on an open alarm, whatever was listed."""
        place = self.view.alarms.place_of(alarm_id)
        if place is None:
            self.filters.clear()
            self._ask()
            place = self.view.alarms.place_of(alarm_id)
        if place is not None:
            self.view.go_to(place)
        self.view.setFocus()

    def selected(self) -> list[Alarm]:
        """The alarms that the hand is on, as they are now; none while the page is not seen."""
        if not self.isVisible():
            return []
        return [self._facts.by_id.get(each.alarm_id, each) for each in self.view.selected()]

    def selected_cameras(self) -> list[int]:
        """All that show them."""
        show = self.detail.pictures.eyes_on
        return list(dict.fromkeys(camera for alarm in self.selected() for camera in show(alarm)))

    def offer_map(self, *, has_map: bool) -> None:
        """Is there one to lead to?"""
        self._map.setVisible(has_map)

    def show_on_map(self) -> None:
        """Where the alarm at hand is."""
        alarm = self.detail.alarm if self.isVisible() else None
        if alarm is None or self._map.isHidden():
            return
        camera = next(iter(self.detail.pictures.eyes_on(alarm)), None)
        if camera is None:
            self.notice.complain(self.tr("This alarm is of no camera: it has no place on the map."))
        else:
            self.place_requested.emit(camera)

    def watch_again(self) -> None:
        """What was before the alarm at hand, from the beginning."""
        self.detail.pictures.before.again()

    def enlarge_picture(self) -> None:
        """The pictures of the notes of the alarm at hand."""
        if self.isVisible() and not self.detail.kept.enlarge():
            self.notice.say(self.tr("No picture was kept with a note of this alarm."))

    def go_back(self) -> bool:
        """Esc: away with the form, the sentence, the stretch of time, what is looked for. False: nothing was."""
        if self.form.isVisible():
            self.form.close_it()
        elif self.notice.text:
            self.notice.clear()
        elif self.filters.span is not None:
            self.filters.choose_span(None)
            self.view.setFocus()
        elif not self.filters.is_plain:
            self.filters.clear()
            self.view.setFocus()
        else:
            return False
        return True

    def undo(self) -> None:
        """Open again what was closed last."""
        if not self._undo.isHidden():
            self.deeds.reopen_closed()

    def tick(self) -> None:
        """Once a second: ages grow."""
        if self.isVisible():
            self.view.viewport().update()
            self.detail.tick()

    def end(self) -> None:
        """Give everything back."""
        self._rest.stop()
        self.asking.look(is_looked_at=False)
        self.counting.look(is_looked_at=False)
        self.filters.end()
        self.detail.pictures.end()

    # -- assembling

    def _lay_out(self) -> None:
        self._count = ElidedLabel(parent=self)
        self._count.setProperty("muted", True)
        self._undo = ElidedButton(self.undo, self)
        self._undo.hide()
        self._stack = QStackedWidget(self)
        none = self.tr("No alarm is open. What cameras report and what CityWall notices itself will stand here.")
        for shown in (self.view, EmptyState(none), EmptyState(self.tr("No alarm is found."))):
            self._stack.addWidget(shown)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4)
        self.split.addWidget(self._stack)
        self.split.addWidget(self.detail)
        self.split.setSizes([680, 440])
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self.muted)
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addWidget(self.chart)
        column.addWidget(self.split, 1)
        column.addLayout(self._deeds_row())
        column.addLayout(below)

    def _deeds_row(self) -> QHBoxLayout:
        deeds = self.deeds
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        self._buttons = {
            letter: button(f"{text} ({letter})", does, tip=tip)
            for letter, text, does, tip in (
                ("A", self.tr("Acknowledge"), deeds.acknowledge, self.tr("I have seen it: the sound stops")),
                ("T", self.tr("Take"), deeds.take, self.tr("I see to it")),
                ("F", self.tr("Forward…"), deeds.forward, self.tr("Somebody else sees to it")),
                ("H", self.tr("Hold…"), deeds.hold, self.tr("It can wait: until when, and why")),
                ("R", self.tr("Resume"), deeds.resume, self.tr("It waits no longer")),
                ("C", self.tr("Close…"), deeds.close_alarms, self.tr("Real, false or test, and why")),
                ("O", self.tr("Open again"), deeds.reopen, self.tr("It was closed too soon")),
                ("M", self.tr("Mute…"), deeds.mute, self.tr("Hear nothing of this camera for a while")),
            )
        }
        for each in self._buttons.values():
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(each)
        tip = self.tr("Where it is")
        self._map = button(self.tr("On the map (G)"), self.show_on_map, tip=tip)
        self._map.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._map.hide()
        row.addWidget(self._map)
        row.addStretch(1)
        tip = self.tr("What makes an alarm, what it does, and what is muted")
        row.addWidget(button(self.tr("Rules…"), self.rules_requested.emit, is_flat=True, tip=tip))
        return row

    def _what_letters_do(self) -> dict[str, Callable[[], object]]:
        deeds = self.deeds
        return {
            "A": deeds.acknowledge,
            "T": deeds.take,
            "F": deeds.forward,
            "H": deeds.hold,
            "R": deeds.resume,
            "C": deeds.close_alarms,
            "O": deeds.reopen,
            "M": deeds.mute,
            "N": deeds.note,
            "G": self.show_on_map,
            "B": self.watch_again,
            "L": self.go_into_chart,
            "P": self.enlarge_picture,
            "S": self.figures_requested.emit,
        }

    # -- inside

    def _press(self, key: str) -> None:
        if key.isdigit():
            self.detail.checklist.toggle(int(key) - 1)
        elif key in self._letters:
            self._letters[key]()

    def _ask(self) -> None:
        filters = self.filters
        self.asking.ask(filters.asked(), filters.text, is_history=filters.is_history)
        self.chart.show_span(filters.span)
        if filters.span is None:  # What is chosen in the chart changes nothing of what it shows.
            self.counting.ask(filters.asked(), filters.text, is_history=filters.is_history)

    def _choose_span(self, from_s: float | None, to_s: float | None) -> None:
        self.filters.choose_span((from_s, to_s) if from_s is not None and to_s is not None else None)

    def go_into_chart(self) -> None:
        """The hand chooses a stretch of the time."""
        if self.isVisible():
            self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_into_list(self) -> None:
        if self.view.alarms.rows:
            self.enter()

    def _show_rows(self, rows: Sequence[Alarm]) -> None:
        bar = self.view.verticalScrollBar()
        stays_above = bar.value() == 0 and not self.view.viewport().underMouse()
        hand = self.view.currentIndex().row() if self.view.current is not None else 0
        show_steadily(self.view.alarms, self.view, rows, lambda alarm: alarm.alarm_id)
        self.view.show_column("owner", any(alarm.owner for alarm in rows))
        if stays_above:
            bar.setValue(0)  # What is new and urgent comes into sight.
        self._stack.setCurrentIndex(0 if rows else 1 if self.filters.is_plain else 2)
        if rows and self.view.current is None and self.view.hasFocus():
            self.view.go_to(min(hand, len(rows) - 1))  # Letters mean an alarm; what was closed leaves the next one.
        self._count.setText(self._count_text(rows))
        self._show_current()

    def _count_text(self, rows: Sequence[Alarm]) -> str:
        new = sum(alarm.state is State.NEW for alarm in rows)
        if not rows:
            return ""
        if self.asking.is_live:
            return self.tr("{0} alarms, {1} not acknowledged").format(number(len(rows)), number(new))
        return self.tr("The newest {0} that were found").format(number(len(rows)))

    def _tell_looked_at(self) -> None:
        alarm = self.detail.alarm if self.isVisible() else None
        if alarm is not None and alarm.camera_id:
            self.looked_at.emit(alarm.camera_id)

    def _show_current(self) -> None:
        alarm = self.view.current
        if alarm is not None and (self.detail.alarm is None or self.detail.alarm.alarm_id != alarm.alarm_id):
            self._rest.start()
        self.detail.show_alarm(self._facts.by_id.get(alarm.alarm_id, alarm) if alarm else None)
        self._show_deeds()

    def _show_deeds(self) -> None:
        """What can be done with some of what is selected."""
        states = {alarm.state for alarm in self.view.selected()}
        is_open = bool(states - {State.CLOSED})
        can = dict.fromkeys("TFHCM", is_open)
        can |= {"A": State.NEW in states, "R": State.ON_HOLD in states, "O": State.CLOSED in states}
        self._map.setEnabled(bool(states))
        for letter, each in self._buttons.items():
            each.setEnabled(can[letter])

    def _offer_undo(self, count: int) -> None:
        self._undo.setVisible(count > 0)
        self._undo.show_text(self.tr("Undo: {0} alarms closed").format(number(count)))

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._ask()
        self.asking.look(is_looked_at=True)
        self.counting.look(is_looked_at=True)

    def hideEvent(self, event: object) -> None:
        self.asking.look(is_looked_at=False)
        self.counting.look(is_looked_at=False)
