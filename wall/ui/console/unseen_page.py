"""The page of watch coverage: which cameras nobody has seen, for how long, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.view import Order, Stop, Tour
from wall.model.watching import Seen
from wall.ui.console.choice import Choice
from wall.ui.console.facts import Facts
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, ElidedLabel, EmptyState, Notice, button
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.steady import show_steadily
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.console.unseen_table import By, UnseenRow, unseen_columns, unseen_rows
from wall.ui.console.wall_hand import WallHand
from wall.ui.figures import number
from wall.ui.theme import SPACE, Theme

HOURS = (1, 2, 4, 8, 24, 168)
USUAL_HOURS = 4
RENEW_EVERY_S = 30.0

_KEY, _UNSEEN = attrgetter("key"), attrgetter("unseen")
_SEEN_LAST = 1
"""The column that they are in the order of to begin with."""


class UnseenPage(QWidget):
    """Renewed every half minute while it is seen, never while a row is in the hand. Times are Unix seconds."""

    opened = Signal(int)
    """The camera that the hand is on."""
    search_requested = Signal()

    def __init__(
        self, theme: Theme, facts: Facts, wall: RoomFacts, unix_time: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = facts
        self._wall = wall
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self._ledger: Sequence[Seen] | None = None
        self._asked_s = 0.0
        self._asked = 0
        self._is_asking = False
        self._starting: Tour | None = None
        columns = unseen_columns(facts, unix_time)
        self.model: TableModel[UnseenRow] = TableModel(columns, _KEY, theme, self, cameras=_cameras_of)
        self.view = TableView(self.model, "unseen", theme, self)
        self.notice = Notice(self)
        self._hand = WallHand(wall, self.notice.say, self)
        self._seen_too = Check(self.tr("Those seen, too"), theme, self)
        self._lay_out()
        self.view.sortByColumn(_SEEN_LAST, Qt.SortOrder.AscendingOrder)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.view.activated.connect(lambda _index: self.show_selected())
        self._seen_too.toggled.connect(lambda _checked: self._show())
        facts.city_changed.connect(self._show)
        wall.views_changed.connect(self._start_when_kept)

    # -- what the window asks

    @property
    def hours(self) -> int:
        """For so long nobody has seen what is listed."""
        return int(self._hours.currentData())

    def choose_hours(self, hours: int) -> None:
        """One of `HOURS`."""
        self._hours.setCurrentIndex(HOURS.index(hours))

    def choose_by(self, by: By) -> None:
        """What one row stands for."""
        self._by.setCurrentIndex(list(By).index(by))

    def enter(self) -> None:
        """Put the hand on the table."""
        self.view.setFocus()

    def tick(self) -> None:
        """Once a second."""
        if self.isVisible():
            self.view.viewport().update()
            is_time = abs(self._unix_time() - self._asked_s) >= RENEW_EVERY_S
            if is_time and not self._is_asking and not self._is_in_hand():
                self.renew()

    def renew(self) -> None:
        """Ask the ledger; only the newest question counts."""
        self._asked += 1
        self._is_asking = True
        self._asked_s = self._unix_time()
        take, fail = partial(self._take, self._asked), partial(self._fail, self._asked)
        self._homeward.follow(self._wall.room.seen(self._since_s()), take, fail)

    def show_selected(self) -> None:
        """Put the selected cameras onto the screen in hand."""
        self._hand.put_cameras(self.selected_cameras(), is_wall_in_sight=False)

    def tour(self) -> None:
        """Have a tour go over the selected cameras, or all that are listed, in the selected cell, unseen first."""
        cameras = self.selected_cameras() or [camera for row in self.model.rows for camera in _cameras_of(row)]
        if not cameras:
            return
        name, operator = self.tr("Unseen first"), self._wall.room.operator
        stops = tuple(Stop(camera_id=camera) for camera in cameras)
        before = next((each for each in self._wall.room.tours if (each.name, each.owner) == (name, operator)), None)
        tour = Tour(name, stops, order=Order.UNSEEN_FIRST, owner=operator)
        if before is not None:
            tour = replace(before, stops=stops, order=Order.UNSEEN_FIRST)
        self._starting = tour
        self._wall.room.save_tour(tour)
        self._start_when_kept()

    def selected_cameras(self) -> list[int]:
        """Of the selected rows; of a site or ward those that nobody has seen, if there are any."""
        rows = [self.model.rows[row] for row in self.view.selected_rows()]
        return [camera for row in rows for camera in _cameras_of(row)]

    def go_back(self) -> bool:
        """Esc: take the sentence away."""
        is_said = bool(self.notice.text)
        self.notice.clear()
        return is_said

    # -- assembling

    def _lay_out(self) -> None:
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("muted", True)
        self._hours = Choice(
            [(self._hours_text(each), each) for each in HOURS], self.tr("Not seen for"), self._theme, self
        )
        self._hours.setCurrentIndex(HOURS.index(USUAL_HOURS))
        texts = {By.CAMERA: self.tr("by camera"), By.SITE: self.tr("by site"), By.WARD: self.tr("by ward")}
        self._by = Choice([(texts[each], each) for each in By], self.tr("Summed up"), self._theme, self)
        self._hours.currentIndexChanged.connect(lambda _place: self._ask_anew())
        self._by.currentIndexChanged.connect(lambda _place: self._show())
        self._show_button = button(self.tr("Show"), self.show_selected, tip=self.tr("On the screen in hand (Enter)"))
        tip = self.tr("The selected cameras, or all of these, one after the other in the selected cell")
        self._tour_button = button(self.tr("Tour"), self.tour, tip=tip)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for each in (self._hours, self._by, self._seen_too):
            row.addWidget(each)
        row.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addWidget(self._title, 1)
        below.addWidget(self._show_button)
        below.addWidget(self._tour_button)
        empty = EmptyState(self.tr("What nobody has watched will stand here."), self.tr("Find devices…"), self)
        empty.asked.connect(self.search_requested)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._stack.addWidget(EmptyState(self.tr("Every camera was seen in this time."), parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addLayout(below)

    def _hours_text(self, hours: int) -> str:
        if hours % 168 == 0:
            return self.tr("Unseen for a week")
        return self.tr("Unseen for {0} hours").format(hours) if hours > 1 else self.tr("Unseen for 1 hour")

    # -- inside

    def _since_s(self) -> float:
        return self._unix_time() - self.hours * 3600.0

    def _ask_anew(self) -> None:
        self._show()
        self.renew()

    def _take(self, asked: int, ledger: Sequence[Seen]) -> None:
        if asked != self._asked:
            return
        self._is_asking = False
        if self._is_in_hand():
            self._asked_s = 0.0  # Nothing moves under the hand: asked again as soon as it lets go.
            return
        self._ledger = ledger
        self._show()

    def _fail(self, asked: int, why: str) -> None:
        if asked == self._asked:
            self._is_asking = False
            self.notice.complain(why)

    def _show(self) -> None:
        if not self.isVisible():
            return
        by = list(By)[self._by.currentIndex()]
        rows = unseen_rows(self._facts.city, self._ledger or (), self._since_s(), by)
        unseen = sum(map(len, map(_UNSEEN, rows)))
        if not self._seen_too.isChecked():
            rows = [row for row in rows if row.unseen]
        self.view.show_column("unseen", by is not By.CAMERA)
        self.view.show_column("state", by is By.CAMERA)
        show_steadily(self.model, self.view, rows if self._ledger is not None else (), _KEY)
        total = len(self._facts.city.cameras)
        self._title.setText(self.tr("{0} of {1} cameras were seen by nobody.").format(number(unseen), number(total)))
        self._stack.setCurrentIndex(0 if rows or self._ledger is None else 2)
        if not total:
            self._stack.setCurrentIndex(1)
        self._tell_selection()

    def _tell_selection(self) -> None:
        rows = self.view.selected_rows()
        self._show_button.setEnabled(bool(rows))
        self._tour_button.setEnabled(bool(self.model.rows))
        if len(rows) == 1 and self.model.rows[rows[0]].by is By.CAMERA:
            self.opened.emit(self.model.rows[rows[0]].cameras[0])

    def _is_in_hand(self) -> bool:
        return bool(QApplication.mouseButtons()) and self.view.viewport().underMouse()

    def _start_when_kept(self) -> None:
        """A new tour has its id only when it is kept."""
        wanted, screen = self._starting, self._wall.in_hand
        if wanted is None:
            return
        kept = next((each for each in self._wall.room.tours if each.tour_id and _is_it(each, wanted)), None)
        if kept is None:
            return
        self._starting = None
        if screen is None:
            self.notice.say(self.tr("The tour “{0}” is kept; there is no screen to show it.").format(kept.name))
            return
        self._wall.room.start_tour(screen.screen_id, kept.tour_id)
        sentence = self.tr("The tour “{0}” goes over {1} cameras on {2}.")
        self.notice.say(sentence.format(kept.name, number(len(kept.stops)), screen.name))

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._show()
        self.renew()


def _is_it(kept: Tour, wanted: Tour) -> bool:
    return (kept.name, kept.owner, kept.stops) == (wanted.name, wanted.owner, wanted.stops)


def _cameras_of(row: UnseenRow) -> tuple[int, ...]:
    """Of a site or ward those that nobody has seen, if there are any."""
    return row.unseen or row.cameras
