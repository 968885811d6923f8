"""A page of what was kept, bookmarks or recordings: looked for as one types, taken away and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any, Generic, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.ui.console.homeward import Homeward
from wall.ui.console.kept_list import KeptModel, KeptView, Row
from wall.ui.console.parts import Check, ElidedButton, ElidedLabel, EmptyState, Notice
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.tree_panel import Finder
from wall.ui.theme import SPACE, Theme

_MOST_RELOADED = 1000
"""So many rows are read again after a change; what was scrolled to before comes again as one scrolls."""


class Found(NamedTuple, Generic[Row]):
    """The newest first. `has_more`: there are older ones behind the last."""

    rows: Sequence[Row]
    has_more: bool


class Sentences(NamedTuple):
    """What the page says for itself, translated."""

    finder_hint: str
    finder_name: str
    none_yet: str
    none_found: str


class KeptPage(QWidget, Generic[Row]):
    """Asks only while it is seen. An answer to a question that was overtaken is dropped.

    Whoever derives from it makes its parts, and calls `stand` with them.
    """

    model: KeptModel[Row]
    view: KeptView[Row]

    def __init__(self, theme: Theme, wall: RoomFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._wall = wall
        self._homeward = Homeward(self)
        self._question = self._answered = 0
        self._finding: Future[Any] | None = None
        self._gathered: list[Row] = []
        self._is_stale = True
        self._only_camera: int | None = None
        self.finder = Finder(self)
        self.only = Check("", theme, self)
        self.notice = Notice(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._undo = ElidedButton(self.undo, self)
        self._count = ElidedLabel(parent=self)
        self._look = QTimer(self, singleShot=True, interval=0)

    # -- what kind of things they are

    def search(self, text: str, camera_id: int | None, older_than: Row | None) -> Future[Any]:
        """Ask for what matches."""
        raise NotImplementedError

    def found(self, answer: Any) -> Found[Row]:
        """What came of it."""
        raise NotImplementedError

    def restore(self) -> Future[int]:
        """Ask for what was removed last."""
        raise NotImplementedError

    def show_camera(self) -> None:
        """Bring the cameras of what is selected to the wall."""
        raise NotImplementedError

    def remove(self) -> None:
        """Take away what is selected; `undo` brings it back."""
        raise NotImplementedError

    def show_current(self) -> None:
        """What the hand is on, large."""
        raise NotImplementedError

    def count_text(self, rows: Sequence[Row], *, has_more: bool) -> str:
        """How many there are."""
        raise NotImplementedError

    def restored_text(self, count: int) -> str:
        """So many are back."""
        raise NotImplementedError

    # -- what the window asks

    @property
    def is_asking(self) -> bool:
        """Has a question not been answered yet?"""
        return self._look.isActive() or self._answered < self._question

    def enter(self) -> None:
        """Put the hand on the list, or where one looks for something."""
        (self.finder if self._stack.currentIndex() else self.view).setFocus()

    def look_for(self) -> None:
        """Put the hand where one looks for something."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def show_only(self, camera_id: int) -> None:
        """What there is of one camera, until the check is taken away."""
        self.only.setChecked(False)
        self._offer(camera_id)
        self.only.setChecked(True)

    def undo(self) -> None:
        """Bring back what was removed last."""
        if not self._undo.isHidden():
            self._homeward.follow(self.restore(), self._tell_restored, self.notice.complain)

    def go_back(self) -> bool:
        """Esc: away with the sentence, then with what was looked for. False: nothing was."""
        if self.notice.text:
            self.notice.clear()
        elif self.finder.text():
            self.finder.clear()
            self.view.setFocus()
        else:
            return False
        return True

    # -- assembling

    def stand(self, detail: QWidget, detail_width: int, says: Sentences, *buttons: QPushButton) -> None:
        """With model and view made: lay all out, and begin to listen."""
        self.finder.setPlaceholderText(says.finder_hint)
        self.finder.setAccessibleName(says.finder_name)
        self._detail = detail
        self._undo.hide()
        self._count.setProperty("muted", True)
        for shown in (self.view, EmptyState(says.none_yet), EmptyState(says.none_found)):
            self._stack.addWidget(shown)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4)
        self.split.addWidget(self._stack)
        self.split.addWidget(detail)
        self.split.setSizes([400, detail_width])
        self._lay_out(buttons)
        self._connect()
        self._offer_camera()
        self.show_current()

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        above.addWidget(self.finder, 1)
        for widget in (self.only, *buttons):
            above.addWidget(widget)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addWidget(self.notice)
        column.addWidget(self.split, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._look.timeout.connect(self.find_rows)
        self.finder.textChanged.connect(lambda _text: self._look.start())
        self.finder.entered.connect(self._go_into_list)
        self.finder.left_downwards.connect(self._go_into_list)
        self.only.toggled.connect(lambda _checked: self.find_rows())
        self.model.more_wanted.connect(self._find_older)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.show_current())
        self._wall.selected_changed.connect(self._offer_camera)

    # -- finding

    def find_rows(self, is_again: bool = False) -> None:
        """Ask for the newest that match; again: for as many as there are now, without anything moving."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self._gathered = []
        self._ask(min(len(self.model.rows), _MOST_RELOADED) if is_again else 0, None)

    def _find_older(self) -> None:
        if self.model.rows:
            self._gathered = list(self.model.rows)
            self._ask(0, self.model.rows[-1])

    def _ask(self, wanted: int, older_than: Row | None) -> None:
        if self._finding is not None:
            self._finding.cancel()
        self._question += 1
        camera = self._only_camera if self.only.isChecked() else None
        self._finding = self.search(self.finder.text().strip(), camera, older_than)
        take = partial(self._take, self._question, wanted)
        self._homeward.follow(self._finding, take, partial(self._fail, self._question))

    def _take(self, question: int, wanted: int, answer: Any) -> None:
        if question != self._question:
            return
        rows, has_more = self.found(answer)
        self._gathered += rows
        if has_more and len(self._gathered) < wanted:
            self._ask(wanted, self._gathered[-1])
            return
        self._answered = question
        self.show_rows(self._gathered, has_more)

    def _fail(self, question: int, why: str) -> None:
        if question == self._question:
            self._answered = question
            self.model.give_up()
            self.notice.complain(why)

    def show_rows(self, rows: list[Row], has_more: bool) -> None:
        """These, and nothing else."""
        known = len(self.model.rows)
        if known and self.model.ids(rows[:known]) == self.model.ids(self.model.rows):
            self.model.add(rows[known:], has_more)
            self.model.show(rows, has_more)
        else:
            self.view.show_steadily(rows, has_more)
            self.show_current()
        is_all = not self.finder.text().strip() and not self.only.isChecked()
        self._stack.setCurrentIndex(0 if rows else 1 if is_all else 2)
        self._detail.setVisible(bool(rows))
        self._count.setText(self.count_text(rows, has_more=has_more) if rows else "")

    # -- the camera at hand

    def _offer_camera(self) -> None:
        """To see only what there is of the camera that is selected on the wall."""
        if not self.only.isChecked():
            self._offer(self._wall.room.hotspot)

    def _offer(self, camera_id: int | None) -> None:
        if camera_id is not None:
            self._only_camera = camera_id
            name = self._wall.room.cameras.name_of(camera_id)
            self.only.setText(self.tr("Only camera {0}").format(name.split("  ")[0]))
            self.only.setToolTip(name)
            self.only.updateGeometry()
        self.only.setVisible(self._only_camera is not None)

    # -- telling

    def remove_by_mouse(self) -> None:
        """A button takes the hand away from the list: back to it first."""
        self.view.setFocus()
        self.remove()

    def tell_removed(self, text: str, tip: str, _nothing: object) -> None:
        """Offer to bring it back, in these words. The text is its own tip where there is no other."""
        self._undo.show_text(text)
        self._undo.setToolTip(tip or text)
        self._undo.show()
        self.find_rows(is_again=True)

    def _tell_restored(self, count: int) -> None:
        self._undo.hide()
        self.notice.say(self.restored_text(count))
        self.find_rows(is_again=True)

    def _go_into_list(self) -> None:
        if self.model.rows:
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    # -- Qt

    def showEvent(self, event: object) -> None:
        if self._is_stale:
            self.find_rows(is_again=True)
