"""One screen on the Screens page: what it is called, where it hangs, the screen in small, and its tours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wall.model.board import Board
from wall.model.grid import Rect
from wall.model.health import Verdict
from wall.model.screen import Display, Screen
from wall.model.view import View
from wall.ui.console.facts import Facts
from wall.ui.console.mini_wall import MiniWall
from wall.ui.console.parts import ElidedLabel, label
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.tour_line import TourLine
from wall.ui.console.verdicts import VerdictMarks
from wall.ui.theme import LARGE, SMALL, SPACE, Theme


class ScreenCard(QFrame):
    """The one in hand has a frame in the colour of selection."""

    opened = Signal(int)
    refused = Signal()

    def __init__(self, screen: Screen, theme: Theme, facts: Facts, wall: RoomFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.screen_id = screen.screen_id
        self._wall = wall
        self._marks = VerdictMarks(theme, self.devicePixelRatioF())
        self._number = label(size=LARGE, is_bold=True)
        self._number.setWordWrap(False)
        self._name = ElidedLabel(parent=self)
        self._lost = QLabel(self)
        self._lost.setPixmap(self._marks[Verdict.LOST])
        self._display = ElidedLabel(parent=self)
        self._display.setProperty("muted", True)
        self.mini = MiniWall(screen.screen_id, theme, facts, wall, self)
        self.mini.opened.connect(self.opened)
        self.mini.refused.connect(self.refused)
        self._what = ElidedLabel(parent=self)
        self._what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._what.setProperty("muted", True)
        self._pages = label(size=SMALL, is_muted=True)
        self._pages.setWordWrap(False)
        self.tours: list[TourLine] = []
        self._lay_out()

    def show_screen(self, screen: Screen, display: Display | None, area: Rect | None) -> None:
        """What it is called and where it hangs. `display` None: it is not there, or needs none."""
        self._number.setText(str(screen.number))
        self._name.setText(screen.name)
        is_lost = screen.display is not None and display is None
        self._lost.setVisible(is_lost)
        self._display.setText(self._where(screen, display))
        self.mini.show_ratio(area.height / area.width if area and area.width else 9 / 16)

    def show_board(self) -> None:
        """What stands on it now, and which tours run."""
        board = self._wall.board(self.screen_id)
        if board is None:
            return  # It has just gone; the card goes with the next turn of the loop.
        self._what.setText(self._title(board))
        self._pages.setText(self.tr("Page {0} of {1}").format(board.page + 1, board.pages) if board.pages > 1 else "")
        self._show_tours()
        self.mini.update()

    def show_in_hand(self, is_in_hand: bool) -> None:
        """Is it the one that keys go to?"""
        if self.property("inHand") != is_in_hand:
            self.setProperty("inHand", is_in_hand)
            self.style().unpolish(self)
            self.style().polish(self)
        self.mini.update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self._number)
        head.addWidget(self._name, 3)
        head.addWidget(self._what, 2)
        foot = QHBoxLayout()
        foot.setSpacing(2 * SPACE)
        foot.addWidget(self._lost)
        foot.addWidget(self._display, 1)
        foot.addWidget(self._pages)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        self._column.setSpacing(SPACE)
        self._column.addLayout(head)
        self._column.addWidget(self.mini)
        self._column.addLayout(foot)

    def _where(self, screen: Screen, display: Display | None) -> str:
        if screen.display is None:
            return self.tr("A window, bound to no display")
        if display is None:
            return self.tr("Not connected: {0}").format(screen.display.label)
        return display.identity.label

    def _title(self, board: Board) -> str:
        if board.single:
            return self.tr("One camera alone")
        view = self._view(board.view_id)
        if view is None:
            return board.title or board.layout.name
        return self.tr("{0} (changed)").format(view.name) if board.differs_from(view) else view.name

    def _view(self, view_id: int) -> View | None:
        views = self._wall.room.views if view_id else ()
        return next((view for view in views if view.view_id == view_id), None)

    def _show_tours(self) -> None:
        under_way = self._wall.room.touring(self.screen_id)
        while len(self.tours) > len(under_way):
            gone = self.tours.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.tours) < len(under_way):
            self.tours.append(TourLine(self._wall.room, self.screen_id, self))
            self._column.addWidget(self.tours[-1])
        for line, touring in zip(self.tours, under_way, strict=True):
            line.show_touring(touring)

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mini.setFocus(Qt.FocusReason.MouseFocusReason)
