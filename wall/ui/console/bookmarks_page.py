"""The page of bookmarks: looked for as one types, seen large, written on, brought back to the wall."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.events import BookmarksChanged, Event
from wall.ui.console.bookmark_desk import AskForPicture, BookmarkDesk, ask_for_picture
from wall.ui.console.bookmark_detail import BookmarkDetail
from wall.ui.console.bookmark_list import ROW_HEIGHT, SMALL_PICTURE, BookmarkModel, BookmarkView
from wall.ui.console.bookmark_pictures import BookmarkPictures
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, ElidedButton, ElidedLabel, EmptyState, Notice, button
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.tree_panel import Finder
from wall.ui.figures import number
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

_MOST_RELOADED = 1000
"""So many rows are read again after a change; what was scrolled to before comes again as one scrolls."""


class BookmarksPage(QWidget):
    """Asks only while it is seen. An answer to a question that was overtaken is dropped."""

    opened = Signal(int)
    """The camera of the bookmark that the hand is on."""

    def __init__(
        self,
        theme: Theme,
        wall: RoomFacts,
        events: EventBridge,
        parent: QWidget,
        *,
        ask_file: AskForPicture = ask_for_picture,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._homeward = Homeward(self)
        self._question = self._answered = 0
        self._finding: Future[BookmarkPage] | None = None
        self._gathered: list[Bookmark] = []
        self._is_stale = True
        self._only_camera: int | None = None
        self.finder = Finder(self)
        self.only = Check("", theme, self)
        self.model = BookmarkModel(self)
        pictures = BookmarkPictures(wall.room.bookmark_picture, SMALL_PICTURE, self.devicePixelRatioF(), self)
        self.view = BookmarkView(self.model, pictures, theme, self)
        self.detail = BookmarkDetail(theme, self)
        self.notice = Notice(self)
        self.desk = BookmarkDesk(wall, self.notice, ask_file, self)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._offer_camera()
        self._show_current()

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
        """The bookmarks of one camera, until the check is taken away."""
        self.only.setChecked(False)
        self._offer(camera_id)
        self.only.setChecked(True)

    def show_camera(self) -> None:
        """Bring the cameras of the selected bookmarks back to the wall."""
        self.desk.show(self.view.selected())

    def remove(self) -> None:
        """Take the selected bookmarks away; `undo` brings them back."""
        chosen = self.view.selected()
        if not chosen or not self.view.hasFocus():
            return
        row = self.view.selectionModel().selectedIndexes()[0].row()
        done = partial(self._tell_removed, len(chosen), row)
        ids = [each.bookmark_id for each in chosen]
        self._homeward.follow(self._wall.room.remove_bookmarks(ids), done, self.notice.complain)

    def undo(self) -> None:
        """Bring back what was removed last."""
        if not self._undo.isHidden():
            self._homeward.follow(self._wall.room.restore_bookmarks(), self._tell_restored, self.notice.complain)

    def write_note(self) -> None:
        """Put the hand on the note of the current bookmark."""
        if self.detail.bookmark is not None:
            self.detail.write_note()

    def save_picture(self) -> None:
        """As a file."""
        if self.detail.bookmark is not None:
            self.desk.save(self.detail.bookmark, self.detail.picture.jpeg)

    def copy_picture(self) -> None:
        """Onto the clipboard."""
        self.desk.copy(self.detail.picture.jpeg)

    def go_back(self) -> bool:
        """Esc: out of the note, then away with the sentence, then with what was looked for. False: nothing was."""
        if self.detail.note.hasFocus() or self.detail.tags.hasFocus():
            self.view.setFocus()
        elif self.notice.text:
            self.notice.clear()
        elif self.finder.text():
            self.finder.clear()
            self.view.setFocus()
        else:
            return False
        return True

    # -- assembling

    def _lay_out(self) -> None:
        self.finder.setPlaceholderText(self.tr("Find a bookmark: note, tag, camera, site…"))
        self.finder.setAccessibleName(self.tr("Find a bookmark"))
        self._undo = ElidedButton(self.undo, self)
        self._undo.hide()
        self._count = ElidedLabel(parent=self)
        self._count.setProperty("muted", True)
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        above.addWidget(self.finder, 1)
        above.addWidget(self.only)
        above.addWidget(button(self.tr("Remove"), self._remove_by_mouse, tip=self.tr("The selected bookmarks (Del)")))
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._undo)
        empty = EmptyState(self.tr("Bookmarks will stand here: press B on a picture of the wall to keep the moment."))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._stack.addWidget(EmptyState(self.tr("No bookmark is found.")))
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4)
        self.split.addWidget(self._stack)
        self.split.addWidget(self.detail)
        self.split.setSizes([400, 480])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addWidget(self.notice)
        column.addWidget(self.split, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._look.timeout.connect(self._find)
        self.finder.textChanged.connect(lambda _text: self._look.start())
        self.finder.entered.connect(self._go_into_list)
        self.finder.left_downwards.connect(self._go_into_list)
        self.only.toggled.connect(lambda _checked: self._find())
        self.model.more_wanted.connect(self._find_older)
        self.view.activated.connect(lambda _index: self.show_camera())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.detail.changed.connect(self._keep)
        self.detail.show_requested.connect(self.show_camera)
        self.detail.save_requested.connect(self.save_picture)
        self.detail.copy_requested.connect(self.copy_picture)
        self._wall.selected_changed.connect(self._offer_camera)

    # -- finding

    def _find(self, is_again: bool = False) -> None:
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

    def _ask(self, wanted: int, older_than: Bookmark | None) -> None:
        if self._finding is not None:
            self._finding.cancel()
        self._question += 1
        text = self.finder.text().strip()
        camera = self._only_camera if self.only.isChecked() else None
        self._finding = self._wall.room.find_bookmarks(text, camera, older_than)
        take = partial(self._take, self._question, wanted)
        self._homeward.follow(self._finding, take, partial(self._fail, self._question))

    def _take(self, question: int, wanted: int, page: BookmarkPage) -> None:
        if question != self._question:
            return
        self._gathered += page.bookmarks
        if page.has_more and len(self._gathered) < wanted:
            self._ask(wanted, self._gathered[-1])
            return
        self._answered = question
        self._show(self._gathered, page.has_more)

    def _fail(self, question: int, why: str) -> None:
        if question == self._question:
            self._answered = question
            self.model.give_up()
            self.notice.complain(why)

    def _show(self, rows: list[Bookmark], has_more: bool) -> None:
        known = len(self.model.rows)
        if known and rows[:known] == self.model.rows:
            self.model.add(rows[known:], has_more)
        else:
            self._show_steadily(rows, has_more)
        is_all = not self.finder.text().strip() and not self.only.isChecked()
        self._stack.setCurrentIndex(0 if rows else 1 if is_all else 2)
        self.detail.setVisible(bool(rows))
        count = number(len(rows)) + ("+" if has_more else "")
        self._count.setText(self.tr("{0} bookmarks, the newest first").format(count) if rows else "")

    def _show_steadily(self, rows: list[Bookmark], has_more: bool) -> None:
        """What is current and selected stays so where it is still there."""
        index, chosen = self.view.currentIndex(), self.view.selectionModel()
        current = self.model.rows[index.row()].bookmark_id if index.isValid() else 0
        selected = [each.bookmark_id for each in self.view.selected()]
        bar, top = self.view.verticalScrollBar(), self.view.indexAt(QPoint(1, 1))
        at_top = (self.model.rows[top.row()].bookmark_id, top.row()) if top.isValid() else (0, 0)
        scrolled = bar.value()
        self.model.show(rows, has_more)
        if not rows:
            self._show_current()
            return
        place = self.model.place_of(current)
        flag = chosen.SelectionFlag
        if place is None:
            self.view.setCurrentIndex(self.model.index(min(max(index.row(), 0), len(rows) - 1)))
        else:
            chosen.setCurrentIndex(self.model.index(place), flag.NoUpdate)
            for each in selected:
                if (at := self.model.place_of(each)) is not None:
                    chosen.select(self.model.index(at), flag.Select)
            moved = (self.model.place_of(at_top[0]) or at_top[1]) - at_top[1] if scrolled else 0
            self.view.doItemsLayout()
            bar.setValue(scrolled + moved * ROW_HEIGHT)
        self._show_current()

    # -- the one at hand

    def _show_current(self) -> None:
        index = self.view.currentIndex()
        bookmark = self.model.rows[index.row()] if index.isValid() else None
        before = self.detail.bookmark
        self.detail.show_bookmark(bookmark)
        if bookmark is None or (before is not None and before.bookmark_id == bookmark.bookmark_id):
            return
        if bookmark.has_picture:
            show = partial(self._show_picture, bookmark.bookmark_id)
            self._homeward.follow(
                self._wall.room.bookmark_picture(bookmark.bookmark_id), show, self.detail.notice.complain
            )
        self.opened.emit(bookmark.camera_id)

    def _show_picture(self, bookmark_id: int, jpeg: bytes) -> None:
        bookmark = self.detail.bookmark
        if bookmark is not None and bookmark.bookmark_id == bookmark_id:
            self.detail.picture.show_jpeg(jpeg)

    def _keep(self, bookmark: Bookmark) -> None:
        place = self.model.place_of(bookmark.bookmark_id)
        if place is not None:
            self.model.rows[place] = bookmark
            self.view.update(self.model.index(place))
        fail = partial(self.detail.fail, bookmark)
        self._homeward.follow(self._wall.room.change_bookmark(bookmark), lambda _nothing: None, fail)

    def _offer_camera(self) -> None:
        """To see only the bookmarks of the camera that is selected on the wall."""
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

    def _remove_by_mouse(self) -> None:
        self.view.setFocus()
        self.remove()

    def _tell_removed(self, count: int, row: int, _nothing: None) -> None:
        self._undo.show_text(self.tr("Undo: {0} bookmarks removed").format(number(count)))
        self._undo.show()
        self._find(is_again=True)

    def _tell_restored(self, count: int) -> None:
        self._undo.hide()
        self.notice.say(self.tr("{0} bookmarks are back.").format(number(count)))
        self._find(is_again=True)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, BookmarksChanged):
            self._find(is_again=True)

    def _go_into_list(self) -> None:
        if self.model.rows:
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    # -- Qt

    def showEvent(self, event: object) -> None:
        if self._is_stale:
            self._find(is_again=True)
