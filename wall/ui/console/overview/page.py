"""The page of the city: looks through the overview's port while it is seen, and never otherwise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from wall.model.events import Event, GlimpsesTaken
from wall.model.glimpse import Freshness, freshness
from wall.ui.console.city import site_label
from wall.ui.console.facts import Facts
from wall.ui.console.overview.arranging import Group, Only, Order, State, arranged, counted
from wall.ui.console.overview.bar import OverviewBar
from wall.ui.console.overview.faces import Look
from wall.ui.console.overview.tips import tip_of
from wall.ui.console.overview.view import OverviewView
from wall.ui.console.parts import EmptyState, Notice
from wall.ui.console.ports import OverviewPort
from wall.ui.console.room_facts import RoomFacts
from wall.ui.drag import cameras_freight, drop
from wall.ui.figures import number
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

_REARRANGE_EVERY_S = 2.0
_SAID_FOR_MS = 5000
_VIEW, _EMPTY, _NOTHING = range(3)


class OverviewPage(QWidget):
    """`opened` tells the camera that the hand is on, `widened` whether the page wants the whole window."""

    opened = Signal(int)
    widened = Signal(bool)
    search_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        wall: RoomFacts,
        overview: OverviewPort,
        find: Callable[[str], list[int]],
        events: EventBridge,
        monotonic: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._wall = wall
        self._overview = overview
        self._find = find
        self._events = events
        self._monotonic = monotonic
        self._found: list[int] | None = None
        self._arranged_s = 0.0
        self._is_looking = False
        self.bar = OverviewBar(theme, self)
        self.view = OverviewView(theme, self._look_of, self._tip_of, self._aside_of, monotonic, self)
        self.notice = Notice(self)
        self._said = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._second = QTimer(self, interval=1000)
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the pictures."""
        self.view.setFocus()

    def look_for(self) -> None:
        """Put the hand where one looks for something."""
        self.bar.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.finder.selectAll()

    def selected_cameras(self) -> tuple[int, ...]:
        """Those that are chosen."""
        return self.view.selection.cameras

    def show_camera(self, camera_id: int) -> None:
        """A camera chosen in the tree: the hand goes to it, if it stands here."""
        if camera_id in self.view.cameras:
            self.view.go_to(camera_id)
        self.opened.emit(camera_id)

    def put(self) -> None:
        """Bring what is chosen to the selected cell of the screen in hand, the others into the empty cells behind."""
        screen, cameras = self._wall.in_hand, self.selected_cameras()
        if screen is None:
            self._complain(self.tr("There is no screen yet: make one on the Screens page."))
            return
        room = self._wall.room
        cell = room.board(screen.screen_id).selected_cell
        if not cameras or not drop(room, cameras_freight(cameras), screen.screen_id, cell):
            self._complain(self.tr("Nothing of it can be shown: no stream is known."))
        elif len(cameras) == 1:
            self._say(self.tr("On screen {0}: {1}").format(screen.number, room.cameras.name_of(cameras[0])))
        else:
            self._say(self.tr("{1} cameras are on screen {0}.").format(screen.number, number(len(cameras))))

    def go_back(self) -> bool:
        """Esc: the sentence, what is looked for, several chosen, the whole window: one thing at a time."""
        if self.notice.text:
            self.notice.clear()
        elif self.bar.go_back():
            self.view.setFocus()
        elif self.view.selection.clear():
            self.view.viewport().update()
        elif self.bar.is_wide:
            self.bar.toggle_wide()
        else:
            return False
        return True

    @property
    def is_wide(self) -> bool:
        """Does it have the whole window?"""
        return self.bar.is_wide

    def end(self) -> None:
        """Look no more, and hear no more."""
        self._look_away()
        for timer in (self._second, self._typed, self._said):
            timer.stop()
        self.view.end()
        self._events.happened.disconnect(self._take_note)

    # -- assembling

    def _lay_out(self) -> None:
        search = EmptyState(
            self.tr("All cameras of the city will stand here, each with its picture."), self.tr("Find devices…"), self
        )
        search.asked.connect(self.search_requested)
        nothing = EmptyState(self.tr("No camera is like that now."), self.tr("Show all"), self)
        nothing.asked.connect(self._show_all)
        self._stack = QStackedWidget(self)
        for each in (self.view, search, nothing):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._second.timeout.connect(self._tick)
        self._typed.timeout.connect(self._look_for_text)
        self._said.timeout.connect(self.notice.clear)
        self.bar.filtered.connect(self._typed.start)
        self.bar.ordered.connect(self._arrange_anew)
        self.bar.resized.connect(lambda: self.view.show_width(self.bar.width_wanted))
        self.bar.widened.connect(self.widened)
        self.bar.finder.entered.connect(self.view.setFocus)
        self.bar.finder.left_downwards.connect(self.view.setFocus)
        self.view.opened.connect(self.opened)
        self.view.put_requested.connect(self.put)
        self.view.zoomed.connect(lambda steps: self.bar.zoom(steps, self.view.picture_width))
        self.view.fit_requested.connect(self.bar.fit_all)
        self.view.wide_requested.connect(self.bar.toggle_wide)
        self.view.sight_changed.connect(self._look)
        self._facts.city_changed.connect(self._take_city)
        self._facts.health_changed.connect(self._take_health)
        self._events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    # -- what is known of a camera

    def _state_of(self, camera: int) -> State:
        fresh = freshness(self._overview.sight(camera), self._monotonic())
        return State(self._facts.verdict_of(camera), fresh)

    def _look_of(self, camera: int) -> Look:
        record, sight = self._facts.city.cameras[camera], self._overview.sight(camera)
        number = "" if record.number is None else str(record.number)
        state = State(self._facts.verdict_of(camera), freshness(sight, self._monotonic()))
        return Look(camera, number, record.nickname or record.name, state, self._facts.health.get(camera), sight)

    def _tip_of(self, camera: int) -> str:
        site = self._facts.city.site_of(self._facts.city.cameras[camera])
        return tip_of(self._look_of(camera), site_label(site) if site else "", self._monotonic())

    def _aside_of(self, group: Group) -> str:
        """How many, and how many of them are lost."""
        lost = counted(group.cameras, self._state_of)[Only.LOST]
        if lost:
            return self.tr("{0} cameras, {1} lost").format(number(len(group.cameras)), number(lost))
        return self.tr("{0} cameras").format(number(len(group.cameras)))

    # -- what has changed

    def _arrange(self) -> None:
        """Put them in order; they keep their places while the hand is on them."""
        self._arranged_s = self._monotonic()
        groups = arranged(self._facts.city, self._state_of, self._found, self.bar.only, self.bar.order)
        self.view.show_groups(groups)
        self._stack.setCurrentIndex(_VIEW if groups else _NOTHING if self._facts.city.cameras else _EMPTY)
        self._count()

    def _arrange_anew(self) -> None:
        """Something else is wished for: from the beginning."""
        self._arrange()
        self.view.go_to_top()

    def _count(self) -> None:
        self.bar.show_counts(counted(self._facts.city.cameras, self._state_of))

    def _look_for_text(self) -> None:
        self._find_text()
        self._arrange_anew()

    def _find_text(self) -> None:
        self._found = self._find(self.bar.text) if self.bar.text else None

    def _show_all(self) -> None:
        self.bar.finder.clear()
        self.bar.choose_only(Only.ALL)
        self.view.setFocus()

    def _take_city(self) -> None:
        if self.isVisible():
            self._find_text()
            self._arrange()
            self.view.renew_all()

    def _take_health(self, cameras: frozenset[int]) -> None:
        if self.isVisible():
            self.view.renew(cameras)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, GlimpsesTaken) and self._is_looking:
            self.view.renew(event.cameras)

    def _tick(self) -> None:
        """Ages grow; what follows the state is put in order, unless the hand is on it."""
        old = [camera for camera in self.view.in_sight if self._state_of(camera).freshness is not Freshness.FRESH]
        self.view.renew(old)
        self._count()
        follows_state = self.bar.only is not Only.ALL or self.bar.order is Order.WORST
        is_due = self._monotonic() - self._arranged_s >= _REARRANGE_EVERY_S
        if follows_state and is_due and not QApplication.mouseButtons():
            self._arrange()

    # -- what is said lies over the pictures: none of them may move away under the hand

    def _say(self, text: str) -> None:
        self.notice.say(text)
        self._said.start()
        self._place_notice()

    def _complain(self, text: str) -> None:
        """Stands there until it is taken away."""
        self._said.stop()
        self.notice.complain(text)
        self._place_notice()

    def _place_notice(self) -> None:
        """Below, in the middle, in one line where there is room."""
        around = self._stack.geometry().adjusted(2 * SPACE, 0, -2 * SPACE, -2 * SPACE)
        width = min(around.width(), self.fontMetrics().horizontalAdvance(self.notice.text) + 20 * SPACE)
        height = max(self.notice.heightForWidth(width), self.notice.minimumSizeHint().height())
        left = around.x() + (around.width() - width) // 2
        self.notice.setGeometry(left, around.bottom() - height, width, height)
        self.notice.raise_()

    # -- looking

    def _look(self) -> None:
        """Ask for what is seen first, and for the others that stand here."""
        if not self.isVisible() or self.window().isMinimized():
            return
        self._is_looking = True
        seen, size = self.view.in_sight, self.view.picture_size
        seen_too = set(seen)
        others = [camera for camera in self.view.cameras if camera not in seen_too]
        self._overview.look([*seen, *others], len(seen), size.width(), size.height())

    def _look_away(self) -> None:
        if self._is_looking:
            self._is_looking = False
            self._overview.look_away()

    # -- Qt

    def showEvent(self, event: QEvent) -> None:
        self.window().installEventFilter(self)
        self._second.start()
        self._find_text()
        self._arrange()
        self.view.renew_all()
        self._look()

    def hideEvent(self, event: QEvent) -> None:
        self._second.stop()
        self._look_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_notice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange and self.isVisible():
            if self.window().isMinimized():
                self._look_away()
            else:
                self._look()
        return False


def overview_page(
    overview: OverviewPort | None,
    theme: Theme,
    facts: Facts,
    wall: RoomFacts,
    find: Callable[[str], list[int]],
    events: EventBridge,
    monotonic: Callable[[], float],
    parent: QWidget,
) -> OverviewPage | None:
    """The page, where somebody takes small pictures."""
    if overview is None:
        return None
    return OverviewPage(theme, facts, wall, overview, find, events, monotonic, parent)
