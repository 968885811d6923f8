"""The Screens page: every screen of the wall in small, and what can be done with the one in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.board import Board
from wall.model.layout import Layout
from wall.model.view import CarouselCell, Content, HotspotCell
from wall.ui.console.cell_chooser import CellChooser
from wall.ui.console.facts import Facts
from wall.ui.console.flow import Flow
from wall.ui.console.layout_chooser import LayoutChooser
from wall.ui.console.parts import ElidedLabel, EmptyState, Notice, button
from wall.ui.console.ports import SeesDisplays
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.screen_form import ScreenForm
from wall.ui.console.screens_desk import ScreensDesk
from wall.ui.console.screens_shelf import ScreensShelf
from wall.ui.console.sentences import in_words
from wall.ui.console.tour_chooser import TourChooser
from wall.ui.theme import SPACE, Theme


class ScreensPage(QWidget):
    """Everything that is chosen here goes to the wall windows at once; the room keeps it."""

    opened = Signal(int)
    put_requested = Signal()
    """The camera at hand is to be put on the screen in hand."""
    save_requested = Signal()
    """What stands on the screen in hand is to be saved as a view."""
    editor_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        wall: RoomFacts,
        displays: SeesDisplays | None,
        cameras_at_hand: Callable[[], Sequence[int]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._cameras_at_hand = cameras_at_hand
        self.shelf = ScreensShelf(theme, facts, wall, displays, self)
        self.form = ScreenForm(theme, self)
        self.notice = Notice(self)
        self.desk = ScreensDesk(wall, self.form, self.notice, lambda: self.shelf.displays, self)
        self.chooser = LayoutChooser(theme, self)
        self.tours = TourChooser(self)
        self.cell = CellChooser(self)
        self._lay_out()
        self._connect(facts, displays)
        self._show_screens()

    def enter(self) -> None:
        """Put the hand on the screen in hand."""
        self.shelf.go_to(self._wall.room.selected_screen)

    def go_back(self) -> bool:
        """Esc: close what is open, then from one camera alone back to all. False where there is nothing."""
        board = self._wall.board_in_hand
        popup = next((each for each in (self.chooser, self.tours, self.cell) if each.isVisible()), None)
        if popup is not None:
            popup.close_it()
        elif self.form.isVisible():
            self.desk.leave()
        elif self.notice.text:
            self.notice.clear()
        elif board is not None and board.single:
            self._wall.change_board(Board.closed)
        else:
            return False
        return True

    # -- what buttons and keys do

    def choose_layout(self) -> None:
        """Open the drawings."""
        board = self._wall.board_in_hand
        self.chooser.show_layouts(self._layout, self._wall.room.layouts, board.layout if board else None)

    def choose_tour(self) -> None:
        """Open the list of tours."""
        self.tours.show_tours(self._tour, self._wall.room.tours)

    def choose_cell(self) -> None:
        """Open what the selected cell may show besides one camera."""
        board = self._wall.board_in_hand
        if board is not None:
            self.cell.show_choices(self._cell, len(self._cameras_at_hand()), board.selected_content)

    def undo(self) -> None:
        """Bring back the screen that was removed, else what stood on the screen in hand."""
        screen = self._wall.in_hand
        if self.desk.bring_back() or screen is None:
            return
        if not self._wall.room.undo_board(screen.screen_id):
            self.notice.say(self.tr("Nothing was changed on this screen since the program began."))

    def empty_cell(self) -> None:
        """Nothing stands in the selected cell any more."""
        self._wall.change_board(lambda board: board.put(board.selected_cell, None))

    def remove(self) -> None:
        """Del: empties the cell where the hand is on this page, and not in the tree beside it."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.empty_cell()

    def go_to_former(self) -> None:
        """The camera that stood in the selected cell before."""
        self._wall.change_board(Board.gone_back)

    def go_to_later(self) -> None:
        """The camera that was left by going back."""
        self._wall.change_board(Board.gone_forward)

    def toggle_single(self) -> None:
        """The selected camera alone on its screen, and back."""
        self._wall.change_board(lambda board: board.closed() if board.single else board.opened())

    def pause_tours(self) -> None:
        """Halt what is on tour on the screen in hand, or let it go on."""
        for screen_id, cell in self._under_way():
            self._wall.room.pause_tour(screen_id, cell)

    def step_tours(self, steps: int) -> None:
        """The next or the former stop of what is on tour there."""
        for screen_id, cell in self._under_way():
            self._wall.room.step_tour(screen_id, steps, cell)

    def take_next_in_hand(self, steps: int) -> None:
        """Another screen, in a ring."""
        ids = [screen.screen_id for screen in self._wall.room.screens]
        if ids:
            here = self._wall.room.selected_screen
            place = (ids.index(here) + steps) % len(ids) if here in ids else 0
            self._wall.room.select(ids[place])
            if self.isVisible():
                self.shelf.go_to(ids[place])

    # -- inside

    def _under_way(self) -> list[tuple[int, int | None]]:
        """The tours on the screen in hand: its id, and their cells."""
        screen = self._wall.in_hand
        under_way = self._wall.room.touring(screen.screen_id) if screen else ()
        return [(screen.screen_id, touring.cell) for touring in under_way if screen]

    def _lay_out(self) -> None:
        self._title = ElidedLabel(parent=self)
        self._layout = button(self.tr("Layout…"), self.choose_layout)
        self._tour = button(self.tr("Tour…"), self.choose_tour, tip=self.tr("Start a tour on the screen in hand"))
        self._cell = button(self.tr("Cell…"), self.choose_cell, tip=self.tr("A hotspot, or several cameras in turn"))
        self._hands = [
            self._layout,
            self._tour,
            self._cell,
            button(self.tr("Put camera"), self.put_requested.emit, tip=self.tr("The camera at hand (Ctrl+Enter)")),
            button(self.tr("Empty"), self.empty_cell, tip=self.tr("Nothing in the selected cell (Del)")),
            button("◂", self.go_to_former, tip=self.tr("The camera before in this cell (Alt+←)")),
            button("▸", self.go_to_later, tip=self.tr("The camera after it (Alt+→)")),
            button(self.tr("Undo"), self.undo, tip="Ctrl+Z"),
        ]
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        above.addWidget(self._title, 1)
        self._about = [
            button(self.tr("Save as view…"), self.save_requested.emit),
            button(self.tr("Settings…"), self.desk.change, tip=self.tr("Number, name, display")),
        ]
        for each in (*self._about, button(self.tr("New screen"), self.desk.add)):
            above.addWidget(each)
        empty = EmptyState(
            self.tr("The screens of the wall will stand here, each in small."), self.tr("New screen"), self
        )
        empty.asked.connect(self.desk.add)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.shelf)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addLayout(Flow(*self._hands))
        column.addWidget(self.form)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _connect(self, facts: Facts, displays: SeesDisplays | None) -> None:
        self.shelf.opened.connect(self.opened)
        self.shelf.refused.connect(lambda: self.notice.complain(self.tr("This cannot be shown: it is not kept here.")))
        self.chooser.chosen.connect(self._use_layout)
        self.chooser.editor_requested.connect(self.editor_requested)
        self.tours.chosen.connect(self._start_tour)
        self.cell.hotspot_chosen.connect(lambda: self._fill_cell(HotspotCell()))
        self.cell.turn_chosen.connect(self._show_in_turn)
        self.desk.left.connect(self.enter)
        self._wall.screens_changed.connect(self._show_screens)
        self._wall.boards_changed.connect(self.shelf.show_boards)
        self._wall.selected_changed.connect(self._show_in_hand)
        self._wall.views_changed.connect(self._show_boards)
        for change in (facts.city_changed, facts.health_changed):
            change.connect(self.shelf.show_health)
        if displays is not None:
            displays.changed.connect(self._show_displays)

    def _show_screens(self) -> None:
        self.shelf.show_screens()
        self._stack.setCurrentIndex(0 if self.shelf.cards else 1)
        self.desk.take_screens()
        self._show_in_hand()

    def _show_displays(self) -> None:
        self.shelf.show_screens()
        self.desk.show_displays()

    def _show_boards(self) -> None:
        self.shelf.show_boards(frozenset(card.screen_id for card in self.shelf.cards))

    def _show_in_hand(self) -> None:
        screen = self._wall.in_hand
        text = self.tr("Screen {0} · {1}").format(screen.number, screen.name) if screen else ""
        self._title.setText(text)
        for each in (*self._hands, *self._about):
            each.setEnabled(screen is not None)
        self.shelf.show_in_hand()

    def _use_layout(self, layout: Layout) -> None:
        self._wall.change_board(lambda board: board.with_layout(layout))
        self.enter()

    def _start_tour(self, tour_id: int) -> None:
        screen = self._wall.in_hand
        if screen is not None:
            self._wall.room.start_tour(screen.screen_id, tour_id)

    def _show_in_turn(self, dwell_s: float) -> None:
        known = [camera for camera in self._cameras_at_hand() if self._wall.room.cameras.camera(camera) is not None]
        try:
            self._fill_cell(CarouselCell(tuple(known), dwell_s))
        except ValueError as error:
            self.notice.complain(in_words(str(error)))

    def _fill_cell(self, content: Content) -> None:
        self._wall.change_board(lambda board: board.put(board.selected_cell, content))
        self.enter()
