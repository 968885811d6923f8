"""Makes a tour, or changes one: its name, how long it stays, its order, and its stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wall.model.view import Order, Stop, Tour
from wall.ui.console.choice import Choice
from wall.ui.console.flow import Flow
from wall.ui.console.parts import Check, Notice, button, heading, label
from wall.ui.console.rtsp_form import field
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.console.sentences import in_words
from wall.ui.console.stops_list import StopsList
from wall.ui.console.views_nodes import tidy_path
from wall.ui.room_port import RoomPort
from wall.ui.theme import LARGE, SPACE, Theme


class TourForm(QFrame):
    """`given` tells the tour as it shall be, `left` that nothing shall; `cameras_wanted` asks for those at hand."""

    given = Signal(object)
    left = Signal()
    cameras_wanted = Signal()
    views_wanted = Signal()

    def __init__(self, room: RoomPort, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._operator = room.operator
        self._tour_id = 0
        self.name = field(self.tr("Name of the tour"))
        self.folder = field(self.tr("Folder"))
        self.dwell = seconds_field(self.tr("Seconds"))
        orders = ((self.tr("As listed"), Order.LISTED), (self.tr("Unseen first"), Order.UNSEEN_FIRST))
        self.order = Choice(orders, self.tr("Order"), theme, self)
        self.private = Check(self.tr("Only for me"), theme, self)
        self.stops = StopsList(room, self)
        self.stop_dwell = seconds_field(self.tr("as the tour"), width=96)
        self.notice = Notice(self)
        self._lay_out()
        self.stop_dwell.returnPressed.connect(self._give_dwell)
        self.stops.itemSelectionChanged.connect(self._show_stop)

    def begin(self, tour: Tour | None, stops: Sequence[Stop], folder: str) -> None:
        """Change a tour, or make one over these stops."""
        self._tour_id = tour.tour_id if tour else 0
        self.name.setText(tour.name if tour else "")
        self.folder.setText(tour.folder if tour else folder)
        self.dwell.setText(f"{tour.dwell_s if tour else 10.0:g}")
        self.order.setCurrentIndex(1 if tour and tour.order is Order.UNSEEN_FIRST else 0)
        self.private.setChecked(bool(tour and tour.owner))
        self.stops.show_stops(tour.stops if tour else stops)
        self.notice.clear()
        self._title.setText(self.tr("Change the tour") if tour else self.tr("A new tour"))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand it on, if it is a tour."""
        try:
            tour = Tour(
                self.name.text(),
                self.stops.stops,
                seconds_in(self.dwell) or 0.0,
                Order(self.order.currentData()),
                tidy_path(self.folder.text()),
                self._operator if self.private.isChecked() else "",
                self._tour_id,
            )
        except ValueError as error:
            self.complain(str(error))
            return
        self.given.emit(replace(tour, name=tour.name.strip()))

    def complain(self, why: str) -> None:
        """It could not be kept; what was typed stays."""
        self.notice.complain(in_words(why))

    def _give_dwell(self) -> None:
        try:
            self.stops.give_dwell(seconds_in(self.stop_dwell))
        except ValueError as error:
            self.complain(str(error))
        else:
            self.notice.clear()

    def _show_stop(self) -> None:
        told = {stop.dwell_s for stop in self.stops.selected_stops()}
        dwell_s = told.pop() if len(told) == 1 else None
        self.stop_dwell.setText("" if dwell_s is None else f"{dwell_s:g}")

    def _lay_out(self) -> None:
        self._title = label(size=LARGE, is_bold=True)
        stay = QHBoxLayout()
        stay.setSpacing(2 * SPACE)
        stay.addWidget(label(self.tr("Stays for")), 0)
        stay.addWidget(self.dwell)
        stay.addWidget(label(self.tr("seconds")), 1)
        stay.addWidget(self.order)
        last = QHBoxLayout()
        last.setSpacing(2 * SPACE)
        last.addWidget(label(self.tr("The selected stop, in seconds")), 1)
        last.addWidget(self.stop_dwell)
        hands = Flow(
            button("▴", lambda: self.stops.move_selected(-1), tip=self.tr("Earlier (Alt+↑)")),
            button("▾", lambda: self.stops.move_selected(1), tip=self.tr("Later (Alt+↓)")),
            button(self.tr("Take out"), self.stops.remove_selected, tip="Del"),
            button(self.tr("Add views"), self.views_wanted.emit, tip=self.tr("Those selected at the left")),
            button(self.tr("Add cameras"), self.cameras_wanted.emit, tip=self.tr("Those selected in the tree")),
        )
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(button(self.tr("Cancel"), self.left.emit, is_flat=True))
        end.addWidget(button(self.tr("Save tour"), self.give))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        for each in (self._title, self.name, self.folder, self.private):
            column.addWidget(each)
        column.addLayout(stay)
        column.addWidget(heading(self.tr("Stops: drag cameras or views here")))
        column.addWidget(self.stops, 1)
        column.addLayout(hands)
        column.addLayout(last)
        column.addWidget(self.notice)
        column.addLayout(end)
