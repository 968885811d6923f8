"""Makes a patrol, or changes one: its name, its stops or the camera's own tour, and when it goes on after a hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wall.model.device import Preset
from wall.model.ptz.patrol import LEAST_DWELL_S, MOST_DWELL_S, Patrol, PatrolStop
from wall.model.ptz.status import CameraTour
from wall.ui.console.choice import Choice
from wall.ui.console.flow import Flow
from wall.ui.console.parts import Notice, button, heading, label
from wall.ui.console.rtsp_form import field
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.figures import number
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.patrol_stops import PatrolStops
from wall.ui.theme import LARGE, SPACE, Theme

_SPEEDS = (1.0, 0.75, 0.5, 0.25, 0.1)
_LEAST_LIST = 30 * SPACE


class PatrolForm(QFrame):
    """`given` tells the patrol as it shall be, `left` that nothing shall."""

    given = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._former: Patrol | None = None
        self._camera_id = 0
        self.name = field(self.tr("Name of the patrol"))
        self.kind = Choice((), self.tr("Who runs it"), theme, self)
        self.stops = PatrolStops(self)
        self.stops.setMinimumHeight(_LEAST_LIST)
        self.preset = Choice((), self.tr("Preset"), theme, self)
        self.dwell = seconds_field(self.tr("Seconds"))
        speeds = ((self.tr("{0} %").format(number(100 * each)), each) for each in _SPEEDS)
        self.speed = Choice(speeds, self.tr("Speed"), theme, self)
        self.resume = seconds_field(self.tr("Seconds"))
        self.notice = Notice(self)
        self._own = QWidget(self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _index: self._own.setVisible(not self.kind.currentData()))
        self.dwell.editingFinished.connect(self._give_dwell)
        self.speed.activated.connect(lambda _index: self.stops.give(speed=self.speed.currentData()))
        self.stops.itemSelectionChanged.connect(self._show_stop)

    def begin(
        self, camera_id: int, patrol: Patrol | None, presets: Sequence[Preset], tours: Sequence[CameraTour]
    ) -> None:
        """Change a patrol, or make one over all presets."""
        self._camera_id, self._former = camera_id, patrol
        names = {each.token: words.name_of(each) for each in presets}
        self.name.setText(patrol.name if patrol else "")
        self._offer(presets, tours, patrol.tour if patrol else "")
        stops = patrol.stops if patrol else tuple(PatrolStop(each.token) for each in presets)
        self.stops.show_stops(stops, names)
        self.resume.setText(f"{patrol.resume_after_s if patrol else 60.0:g}")
        self.notice.clear()
        self._title.setText(self.tr("Change the patrol") if patrol else self.tr("A new patrol"))
        self._own.setVisible(not self.kind.currentData())
        self._show_stop()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand it on, if it is a patrol."""
        tour = self.kind.currentData() or ""
        former = self._former
        try:
            patrol = Patrol(
                self._camera_id,
                self.name.text().strip(),
                () if tour else self.stops.stops,
                tour,
                seconds_in(self.resume) or 0.0,
                former.is_on if former else False,
                former.patrol_id if former else 0,
            )
        except ValueError as error:
            self.complain(str(error))
            return
        self.given.emit(patrol)

    def complain(self, why: str) -> None:
        """It could not be kept; what was typed stays."""
        known = {
            "a patrol needs a name": self.tr("Give the patrol a name."),
            "a patrol needs stops": self.tr("A patrol needs stops: choose a preset, and add it."),
            "a patrol goes on within a day": self.tr("A patrol goes on within a day."),
        }
        self.notice.complain(known.get(why, why))

    # -- inside

    def _offer(self, presets: Sequence[Preset], tours: Sequence[CameraTour], tour: str) -> None:
        self.kind.clear()
        self.kind.addItem(self.tr("CityWall, by its presets"), "")
        known = {each.token: words.name_of(each) for each in tours} | ({tour: tour} if tour else {})
        for token, name in known.items():
            self.kind.addItem(self.tr("The camera: {0}").format(name), token)
        self.kind.setCurrentIndex(max(0, self.kind.findData(tour)))
        self.preset.clear()
        for each in presets:
            self.preset.addItem(words.name_of(each), each.token)

    def _add(self) -> None:
        token = self.preset.currentData()
        if token:
            self.stops.add(PatrolStop(token))

    def _give_dwell(self) -> None:
        dwell_s = seconds_in(self.dwell)
        if dwell_s is None or not self.stops.selected_stops():
            return
        try:
            self.stops.give(dwell_s=dwell_s)
        except ValueError:
            least, most = number(LEAST_DWELL_S), number(MOST_DWELL_S)
            self.notice.complain(self.tr("A stop lasts {0} to {1} seconds.").format(least, most))
        else:
            self.notice.clear()

    def _show_stop(self) -> None:
        stops = self.stops.selected_stops()
        for each in (self.dwell, self.speed):
            each.setEnabled(bool(stops))
        dwells, speeds = {each.dwell_s for each in stops}, {each.speed for each in stops}
        self.dwell.setText(f"{dwells.pop():g}" if len(dwells) == 1 else "")
        if len(speeds) == 1:
            self.speed.setCurrentIndex(min(range(len(_SPEEDS)), key=lambda n: abs(_SPEEDS[n] - next(iter(speeds)))))

    def _lay_out(self) -> None:
        self._title = label(size=LARGE, is_bold=True)
        add, stop, rest = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        add.addWidget(self.preset, 1)
        add.addWidget(button(self.tr("Add"), self._add))
        stop.addWidget(label(self.tr("The selected stop: seconds, speed")), 1)
        stop.addWidget(self.dwell)
        stop.addWidget(self.speed)
        rest.addWidget(label(self.tr("Goes on after a hand: seconds")), 1)
        rest.addWidget(self.resume)
        hands = Flow(
            button("▴", lambda: self.stops.move_selected(-1), tip=self.tr("Earlier (Alt+↑)")),
            button("▾", lambda: self.stops.move_selected(1), tip=self.tr("Later (Alt+↓)")),
            button(self.tr("Take out"), self.stops.remove_selected, tip="Del"),
        )
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(2 * SPACE)
        own.addWidget(heading(self.tr("Stops")))
        own.addWidget(self.stops, 1)
        own.addLayout(add)
        own.addLayout(hands)
        own.addLayout(stop)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(button(self.tr("Cancel"), self.left.emit, is_flat=True))
        end.addWidget(button(self.tr("Save patrol"), self.give))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        for each in (self._title, self.name, self.kind):
            column.addWidget(each)
        column.addWidget(self._own, 1)
        column.addLayout(rest)
        column.addWidget(self.notice)
        column.addLayout(end)
