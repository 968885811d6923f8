"""The Views page: saved views and tours in their folders, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.model.view import Stop, Tour, View
from wall.ui.console.facts import Facts
from wall.ui.console.files import AskForFile
from wall.ui.console.flow import Flow
from wall.ui.console.parts import ElidedButton, EmptyState, Notice, button, label
from wall.ui.console.ports import SeesDisplays
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.screens_shelf import ScreensShelf
from wall.ui.console.tour_form import TourForm
from wall.ui.console.tree_model import MOST_FOUND
from wall.ui.console.tree_panel import Finder
from wall.ui.console.view_form import ViewForm
from wall.ui.console.views_desk import ViewsDesk
from wall.ui.console.views_model import ViewsModel
from wall.ui.console.views_nodes import Folder, ViewNodes
from wall.ui.console.views_tree import ViewsTree
from wall.ui.console.wall_sentences import views_undo_words
from wall.ui.theme import SMALL, SPACE, Theme

_PREPARED_AFTER_MS = 100
_PREPARED_AT_ONCE = 250
"""Names: three milliseconds."""


class ViewsPage(QWidget):
    """Enter shows what the hand is on; at the right the screens to drag it to, or the tour that is being made.

    `opened` tells which camera is asked for.
    """

    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        wall: RoomFacts,
        displays: SeesDisplays | None,
        ask: AskForFile,
        cameras_at_hand: Callable[[], Sequence[int]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._cameras_at_hand = cameras_at_hand
        self._nodes = ViewNodes()
        self._is_stale = True
        self.finder = Finder(self)
        self.finder.setPlaceholderText(self.tr("Find a view or a tour: name, folder…"))
        self.finder.setAccessibleName(self.tr("Find a view or a tour"))
        self.model = ViewsModel(theme, self.devicePixelRatioF(), self)
        self.tree = ViewsTree(self.model, theme, self)
        self.shelf = ScreensShelf(theme, facts, wall, displays, self)
        self.form = ViewForm(theme, self)
        self.tour = TourForm(wall.room, theme, self)
        self.notice = Notice(self)
        self.desk = ViewsDesk(wall.room, ask, self.notice, self)
        self._lay_out()
        self._connect(facts, displays)

    # -- what the window asks

    @property
    def is_asking(self) -> bool:
        """Is what stands in the line not answered yet?"""
        return self._look.isActive()

    def enter(self) -> None:
        """Put the hand where one goes on."""
        if self.model.rowCount() and not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self.tree.setFocus()

    def go_back(self) -> bool:
        """Esc: close what is open. False where nothing is."""
        if self.form.isVisible():
            self._leave_form()
        elif self._right.currentWidget() is self.tour:
            self._leave_tour()
        elif self.notice.text:
            self.notice.clear()
        elif self.finder.text():
            self.finder.clear()
            self.tree.setFocus()
        else:
            return False
        return True

    def begin_save(self) -> None:
        """Name what stands on the screen in hand, to save it as a view."""
        board = self._wall.board_in_hand
        if board is None:
            self.notice.say(self.tr("There is no screen yet: make one on the Screens page."))
            return
        known = next((each for each in self._wall.room.views if each.view_id == board.view_id), None)
        here = self.tree.folder_at_hand()
        self.form.begin(
            known.name if known else "",
            known.folder if known else here.path,
            sorted({folder.path for folder in self._nodes.folders if folder.path}),
            is_private=bool(known.owner if known else here.owner),
        )

    def show_selected(self) -> None:
        """Bring what the hand is on to the screen in hand."""
        screen, chosen = self._wall.in_hand, self.tree.selected()
        if screen is None:
            self.notice.say(self.tr("There is no screen yet: make one on the Screens page."))
        elif len(chosen) != 1:
            self.notice.say(self.tr("Choose one view or tour."))
        elif isinstance(chosen[0], Tour):
            self._wall.room.start_tour(screen.screen_id, chosen[0].tour_id)
        else:
            self._wall.room.call_up(screen.screen_id, chosen[0].view_id)

    def remove(self) -> None:
        """Take away what is selected; of the stops of a tour, if the hand is there."""
        if self.tour.isAncestorOf(self.window().focusWidget() or self):
            self.tour.stops.remove_selected()
        elif self.tree.hasFocus():
            self.desk.remove(self.tree.selected())

    def rename(self) -> None:
        """Type another name in place."""
        index = self.tree.currentIndex()
        if index.isValid():
            self.tree.edit(index)

    def undo(self) -> None:
        """Take the last change of views and tours back."""
        if self._wall.undo:
            self._wall.room.undo_views()

    def export(self) -> None:
        """The selected views into a file, all of them where none is."""
        self.desk.ask_export(self.tree.selected())

    def begin_tour(self) -> None:
        """Make a tour of what is selected, or change the tour that is."""
        chosen = self.tree.selected()
        only = chosen[0] if len(chosen) == 1 else None
        views = [each for each in chosen if isinstance(each, View)]
        stops = [Stop(view_id=each.view_id) for each in views]
        if not stops:
            stops = [Stop(camera_id=camera) for camera in self._cameras_at_hand()]
        self._right.setCurrentWidget(self.tour)
        self.tour.begin(only if isinstance(only, Tour) else None, stops, self.tree.folder_at_hand().path)

    def show_forecast(self, sentence: str) -> None:
        """What the chosen view would take; "" where none is."""
        self.foretold.setText(sentence)
        self.foretold.setVisible(bool(sentence))

    # -- inside

    def _lay_out(self) -> None:
        self._summary = label(size=SMALL, is_muted=True)
        self.foretold = label(size=SMALL)
        self.foretold.hide()
        self._undo = ElidedButton(self.undo, self)
        hands = Flow(
            button(self.tr("Show"), self.show_selected, tip=self.tr("On the screen in hand (Enter)")),
            button(self.tr("Save screen…"), self.begin_save, tip=self.tr("What stands on the screen in hand")),
            button(self.tr("Tour…"), self.begin_tour, tip=self.tr("Make a tour of what is selected, or change it")),
            button(self.tr("Copy"), lambda: self.desk.copy(self.tree.selected())),
            button(self.tr("Remove"), lambda: self.desk.remove(self.tree.selected()), tip="Del"),
            button(self.tr("Import…"), self.desk.ask_import, tip=self.tr("Views from a file")),
            button(self.tr("Export…"), self.export),
            self._undo,
        )
        empty = EmptyState(
            self.tr("What you save of a screen will stand here, to be called up again."),
            self.tr("Save the screen in hand…"),
            self,
        )
        empty.asked.connect(self.begin_save)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(empty)
        self._right = QStackedWidget(self)
        self._right.addWidget(self.shelf)
        self._right.addWidget(self.tour)
        left = QWidget(self)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE)
        inner.addWidget(self.finder)
        inner.addWidget(self._summary)
        inner.addWidget(self._stack, 1)
        inner.addWidget(self.foretold)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(2 * SPACE)
        self.split.addWidget(left)
        self.split.addWidget(self._right)
        self.split.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(hands)
        column.addWidget(self.form)
        column.addWidget(self.notice)
        column.addWidget(self.split, 1)

    def _connect(self, facts: Facts, displays: SeesDisplays | None) -> None:
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._show)
        self._prepare = QTimer(self, singleShot=True)
        self._prepare.timeout.connect(self._prepare_some)
        self.finder.textChanged.connect(lambda _text: self._look.start())
        self.finder.entered.connect(self._go_into_tree)
        self.finder.left_downwards.connect(self._go_into_tree)
        self.tree.entered.connect(lambda _index: self.show_selected())
        self.tree.doubleClicked.connect(self._show_clicked)
        self.model.renamed.connect(self.desk.rename)
        self.model.moved.connect(self.desk.move)
        self.form.given.connect(self._save)
        self.form.left.connect(self._leave_form)
        self.tour.given.connect(self._save_tour)
        self.tour.left.connect(self._leave_tour)
        self.tour.cameras_wanted.connect(self._add_cameras)
        self.tour.views_wanted.connect(self._add_views)
        self.shelf.opened.connect(self.opened)
        self._wall.views_changed.connect(self._take_views)
        self._wall.boards_changed.connect(self.shelf.show_boards)
        self._wall.selected_changed.connect(self.shelf.show_in_hand)
        self._wall.screens_changed.connect(self.shelf.show_screens)
        for change in (facts.city_changed, facts.health_changed):
            change.connect(self.shelf.show_health)
        if displays is not None:
            displays.changed.connect(self.shelf.show_screens)

    def _take_views(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        room = self._wall.room
        self._is_stale = False
        self._nodes = ViewNodes(room.views, room.tours, room.operator)
        self._show()
        self._prepare.start(_PREPARED_AFTER_MS)
        undo = views_undo_words(self._wall.undo)
        self._undo.setVisible(bool(undo))
        self._undo.show_text(self.tr("Undo: {0}").format(undo))
        self._stack.setCurrentIndex(0 if self._nodes.places else 1)
        for each in (self.finder, self._summary):
            each.setVisible(bool(self._nodes.places))

    def _prepare_some(self) -> None:
        """Before anybody types: folding two thousand names would hold the first letter up."""
        if not self._nodes.prepare(_PREPARED_AT_ONCE):
            self._prepare.start(0)

    def _show(self) -> None:
        text = self.finder.text()
        self.tree.show_nodes(self._nodes, text)
        found = self.model.rowCount() if self.model.is_found_list else 0
        sentence = self.tr("{0} found; the {1} best are shown") if found == MOST_FOUND else self.tr("{0} found")
        if not self.model.is_found_list:
            sentence, found = self.tr("{0} views and {1} tours"), len(self._wall.room.views)
            self._summary.setText(sentence.format(found, len(self._wall.room.tours)))
        else:
            self._summary.setText(sentence.format(len(self._nodes.find(text)), MOST_FOUND))

    def _go_into_tree(self) -> None:
        self._look.stop()
        self._show()
        if self.model.rowCount():
            self.tree.setFocus()
            self.tree.setCurrentIndex(self.model.index(0, 0))

    def _show_clicked(self, index: QModelIndex) -> None:
        if not isinstance(self.model.item(index), Folder):
            self.show_selected()

    def _save(self, name: str, folder: str, is_private: bool, replaces: bool) -> None:
        board = self._wall.board_in_hand
        if board is None:
            return
        room = self._wall.room
        owner = room.operator if is_private else ""
        there = next(
            (each for each in room.views if (each.name, each.folder, each.owner) == (name, folder, owner)), None
        )
        is_same = there is not None and there.view_id == board.view_id
        if there is not None and not (replaces or is_same):
            self.notice.complain(
                self.tr("There is a view “{0}” here already: replace it, or give another name.").format(name)
            )
            self.form.offer_replacing(True)
            return
        own = room.own_board(room.selected_screen)
        view = own.as_view(name, folder, owner, there.view_id if there else 0)
        if self.desk.save(view):
            self._leave_form()

    def _save_tour(self, tour: Tour) -> None:
        try:
            self._wall.room.save_tour(tour)
        except ValueError as error:
            self.tour.complain(str(error))
        else:
            self._leave_tour()

    def _add_views(self) -> None:
        views = [each for each in self.tree.selected() if isinstance(each, View)]
        self.tour.stops.add_stops(Stop(view_id=each.view_id) for each in views)

    def _add_cameras(self) -> None:
        self.tour.stops.add_stops(Stop(camera_id=camera) for camera in self._cameras_at_hand())

    def _leave_form(self) -> None:
        self.form.hide()
        self.notice.clear()
        self.tree.setFocus()

    def _leave_tour(self) -> None:
        self._right.setCurrentWidget(self.shelf)
        self.tree.setFocus()

    # -- Qt

    def hideEvent(self, event: object) -> None:
        """What is not prepared yet is, when it is shown again."""
        self._prepare.stop()

    def showEvent(self, event: object) -> None:
        self.shelf.show_screens()
        self._prepare.start(_PREPARED_AFTER_MS)
        if self._is_stale:
            self._renew()
