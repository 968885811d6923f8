"""The page of bookmarks: looked for as one types, seen large, written on, brought back to the wall."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.events import BookmarksChanged, Event
from wall.ui.console.bookmark_desk import AskForPicture, BookmarkDesk, ask_for_picture
from wall.ui.console.bookmark_detail import BookmarkDetail
from wall.ui.console.bookmark_list import BookmarkModel
from wall.ui.console.kept_list import SMALL_PICTURE, KeptView
from wall.ui.console.kept_page import Found, KeptPage, Sentences
from wall.ui.console.kept_pictures import KeptPictures
from wall.ui.console.parts import button
from wall.ui.console.room_facts import RoomFacts
from wall.ui.figures import number
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme
from wall.ui.timers import single_shot

_LINGER_MS = 150


class BookmarksPage(KeptPage[Bookmark]):
    """Written by the operator: each change is kept at once."""

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
        super().__init__(theme, wall, parent)
        self.model = BookmarkModel(self)
        pictures = KeptPictures(wall.room.bookmark_picture, SMALL_PICTURE, self.devicePixelRatioF(), self)
        self.view = KeptView(self.model, pictures, theme, self)
        self.view.setObjectName("bookmarks")
        self.detail = BookmarkDetail(theme, self)
        self._linger = single_shot(self, _LINGER_MS, self._look_closely)
        self.desk = BookmarkDesk(wall, self.notice, ask_file, self)
        says = Sentences(
            self.tr("Find a bookmark: note, tag, camera, site…"),
            self.tr("Find a bookmark"),
            self.tr("Bookmarks will stand here: press B on a picture of the wall to keep the moment."),
            self.tr("No bookmark is found."),
        )
        remove = button(self.tr("Remove"), self.remove_by_mouse, tip=self.tr("The selected bookmarks (Del)"))
        self.stand(self.detail, 480, says, remove)
        self.view.activated.connect(lambda _index: self.show_camera())
        self.detail.changed.connect(self._keep)
        self.detail.show_requested.connect(self.show_camera)
        self.detail.save_requested.connect(self.save_picture)
        self.detail.copy_requested.connect(self.copy_picture)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    # -- what the window asks

    def show_camera(self) -> None:
        self.desk.show(self.view.selected())

    def remove(self) -> None:
        chosen = self.view.selected() if self.view.hasFocus() else []
        if chosen:
            done = partial(self.tell_removed, self.tr("Undo: {0} bookmarks removed").format(number(len(chosen))), "")
            removed = self._wall.room.remove_bookmarks(self.model.ids(chosen))
            self._homeward.follow(removed, done, self.notice.complain)

    def write_note(self) -> None:
        """Put the hand on the note of the current bookmark."""
        self._show_at_last()
        if self.detail.bookmark is not None:
            self.detail.write_note()

    def save_picture(self) -> None:
        """As a file."""
        self._show_at_last()
        if self.detail.bookmark is not None:
            self.desk.save(self.detail.bookmark, self.detail.picture.jpeg)

    def copy_picture(self) -> None:
        """Onto the clipboard."""
        self._show_at_last()
        self.desk.copy(self.detail.picture.jpeg)

    def go_back(self) -> bool:
        """Out of the note first."""
        if self.detail.note.hasFocus() or self.detail.tags.hasFocus():
            self.view.setFocus()
            return True
        return super().go_back()

    # -- of KeptPage

    def search(self, text: str, camera_id: int | None, older_than: Bookmark | None) -> Future[BookmarkPage]:
        return self._wall.room.find_bookmarks(text, camera_id, older_than)

    def found(self, answer: BookmarkPage) -> Found[Bookmark]:
        return Found(answer.bookmarks, answer.has_more)

    def restore(self) -> Future[int]:
        return self._wall.room.restore_bookmarks()

    def count_text(self, rows: Sequence[Bookmark], *, has_more: bool) -> str:
        count = number(len(rows)) + ("+" if has_more else "")
        return self.tr("{0} bookmarks, the newest first").format(count)

    def restored_text(self, count: int) -> str:
        return self.tr("{0} bookmarks are back.").format(number(count))

    def show_current(self) -> None:
        """While one types, each letter finds another one: to show all of each would keep the next letter waiting."""
        if self.finder.hasFocus() and None not in (self.view.current, self.detail.bookmark):
            self._linger.start()
        else:
            self._look_closely()

    # -- the one at hand

    def _show_at_last(self) -> None:
        """What the hand does now is meant for the one that was found last."""
        if self._linger.isActive():
            self._look_closely()

    def _look_closely(self) -> None:
        self._linger.stop()
        bookmark, before = self.view.current, self.detail.bookmark
        self.detail.show_bookmark(bookmark)
        if bookmark is None or (before is not None and before.bookmark_id == bookmark.bookmark_id):
            return
        if bookmark.has_picture:
            picture = self._wall.room.bookmark_picture(bookmark.bookmark_id)
            show = partial(self._show_picture, bookmark.bookmark_id)
            self._homeward.follow(picture, show, self.detail.notice.complain)
        self.opened.emit(bookmark.camera_id)

    def _show_picture(self, bookmark_id: int, jpeg: bytes) -> None:
        bookmark = self.detail.bookmark
        if bookmark is not None and bookmark.bookmark_id == bookmark_id:
            self.detail.picture.show_jpeg(jpeg)

    def _keep(self, bookmark: Bookmark) -> None:
        place = self.model.place_of(bookmark.bookmark_id)
        if place is not None:
            self.model.change(place, bookmark)
        fail = partial(self.detail.fail, bookmark)
        self._homeward.follow(self._wall.room.change_bookmark(bookmark), lambda _nothing: None, fail)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, BookmarksChanged):
            self.find_rows(is_again=True)
