"""The page of recordings: looked for as one types, played, copied, taken away and brought back."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.model.events import Event, RecordingChanged, RecordingsChanged
from wall.model.recording import Recording, RecordingPage
from wall.ui.console.bookmark_pictures import BookmarkPictures
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, ElidedButton, ElidedLabel, EmptyState, Notice, button
from wall.ui.console.player import Player
from wall.ui.console.recording_desk import AskForFolder, OpenFolder, RecordingDesk, ask_for_folder, open_folder
from wall.ui.console.recording_detail import RecordingDetail
from wall.ui.console.recording_list import SMALL_PICTURE, RecordingModel, RecordingView
from wall.ui.console.recording_words import size_text
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.tree_panel import Finder
from wall.ui.figures import number
from wall.ui.recordings_port import Studio
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

_MOST_RELOADED = 1000
"""So many rows are read again after a change; what was scrolled to before comes again as one scrolls."""


class RecordingsPage(QWidget):
    """Asks only while it is seen. An answer to a question that was overtaken is dropped."""

    def __init__(
        self,
        theme: Theme,
        wall: RoomFacts,
        studio: Studio,
        events: EventBridge,
        parent: QWidget,
        *,
        ask_folder: AskForFolder = ask_for_folder,
        show_folder: OpenFolder = open_folder,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._recordings = recordings = studio.recordings
        self._homeward = Homeward(self)
        self._question = 0
        self._gathered: list[Recording] = []
        self._is_stale = True
        self._only_camera: int | None = None
        self.finder = Finder(self)
        self.only = Check("", theme, self)
        self.model = RecordingModel(self)
        pictures = BookmarkPictures(recordings.kept.picture, SMALL_PICTURE, self.devicePixelRatioF(), self)
        self.view = RecordingView(self.model, pictures, theme, self)
        self.player = Player(theme, studio.playback, events, self)
        self.detail = RecordingDetail(theme, self.player, self)
        self.notice = Notice(self)
        self.desk = RecordingDesk(wall, recordings, self.notice, ask_folder, show_folder, self)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._offer_camera()
        self._show_current()

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the list, or where one looks for something."""
        (self.finder if self._stack.currentIndex() else self.view).setFocus()

    def look_for(self) -> None:
        """Put the hand where one looks for something."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def show_only(self, camera_id: int) -> None:
        """The recordings of one camera, until the check is taken away."""
        self.only.setChecked(False)
        self._offer(camera_id)
        self.only.setChecked(True)

    def show_camera(self) -> None:
        """Bring the cameras of the selected recordings to the wall."""
        self.desk.show(self.view.selected())

    def copy_files(self) -> None:
        """To a folder that is asked for."""
        self.desk.copy_to_folder(self.view.selected())

    def copy_to_clipboard(self) -> None:
        """The files, for a file manager."""
        self.desk.copy_to_clipboard(self.view.selected())

    def remove(self) -> None:
        """Take the selected recordings away; `undo` brings them back."""
        chosen = self.view.selected() if self.view.hasFocus() else []
        ended = [each for each in chosen if each.end is not None]
        if chosen and not ended:
            self.notice.complain(self.tr("It is still being recorded: end that first."))
        if not ended:
            return
        done = partial(self._tell_removed, len(ended), sum(each.size for each in ended))
        removed = self._recordings.kept.remove([each.recording_id for each in ended])
        self._homeward.follow(removed, done, self.notice.complain)

    def undo(self) -> None:
        """Bring back what was removed last."""
        if not self._undo.isHidden():
            self._homeward.follow(self._recordings.kept.restore(), self._tell_restored, self.notice.complain)

    def go_back(self) -> bool:
        """Esc: the film stands still, then away with the sentence, then with what was looked for. False: nothing."""
        if self.player.is_running:
            self.player.pause()
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
        self.finder.setPlaceholderText(self.tr("Find a recording: camera, site, day…"))
        self.finder.setAccessibleName(self.tr("Find a recording"))
        self._undo = ElidedButton(self.undo, self)
        self._undo.hide()
        self._count = ElidedLabel(parent=self)
        self._count.setProperty("muted", True)
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        above.addWidget(self.finder, 1)
        above.addWidget(self.only)
        folder = button(self.tr("Folder"), partial(self.desk.open_folder, None), tip=str(self._recordings.folder))
        above.addWidget(folder)
        tip = self.tr("The selected recordings (Del)")
        above.addWidget(button(self.tr("Remove"), self._remove_by_mouse, tip=tip))
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._undo)
        sentence = self.tr("Recordings will stand here: press Shift+R on a picture of the wall to record its camera.")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(sentence))
        self._stack.addWidget(EmptyState(self.tr("No recording is found.")))
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4)
        self.split.addWidget(self._stack)
        self.split.addWidget(self.detail)
        self.split.setSizes([400, 560])
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
        self.view.activated.connect(lambda _index: self.player.toggle())
        self.view.key_pressed.connect(self.player.press)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.detail.show_requested.connect(self.show_camera)
        self.detail.copy_requested.connect(self.copy_files)
        self.detail.folder_requested.connect(lambda: self.desk.open_folder(self.detail.recording))
        self.detail.stop_requested.connect(self._stop)
        self.player.failed.connect(self._ask_what_is_gone)
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

    def _ask(self, wanted: int, older_than: Recording | None) -> None:
        self._question += 1
        camera = self._only_camera if self.only.isChecked() else None
        found: Future[RecordingPage] = self._recordings.kept.find(self.finder.text().strip(), camera, older_than)
        take = partial(self._take, self._question, wanted)
        self._homeward.follow(found, take, partial(self._fail, self._question))

    def _take(self, question: int, wanted: int, page: RecordingPage) -> None:
        if question != self._question:
            return
        self._gathered += page.recordings
        if page.has_more and len(self._gathered) < wanted:
            self._ask(wanted, self._gathered[-1])
            return
        self._show(self._gathered, page.has_more)

    def _fail(self, question: int, why: str) -> None:
        if question == self._question:
            self.model.give_up()
            self.notice.complain(why)

    def _show(self, rows: list[Recording], has_more: bool) -> None:
        known = len(self.model.rows)
        if known and [each.recording_id for each in rows[:known]] == [each.recording_id for each in self.model.rows]:
            self.model.add(rows[known:], has_more)
            self.model.show(rows, has_more)
        else:
            self._show_steadily(rows, has_more)
        for under_way in self._recordings.under_way.values():
            self.model.follow(under_way)
        is_all = not self.finder.text().strip() and not self.only.isChecked()
        self._stack.setCurrentIndex(0 if rows else 1 if is_all else 2)
        self.detail.setVisible(bool(rows))
        count, size = number(len(rows)) + ("+" if has_more else ""), size_text(sum(each.size for each in rows))
        self._count.setText(self.tr("{0} recordings, {1}, the newest first").format(count, size) if rows else "")
        self._ask_what_is_gone()

    def _show_steadily(self, rows: list[Recording], has_more: bool) -> None:
        """The one that the hand is on stays so where it is still there; else the hand stays in its place."""
        current, row = self.view.current, self.view.currentIndex().row()
        scrolled = self.view.verticalScrollBar().value()
        self.model.show(rows, has_more)
        place = self.model.place_of(current.recording_id) if current is not None else 0
        if rows:
            self.view.setCurrentIndex(self.model.index(min(max(row, 0), len(rows) - 1) if place is None else place))
            if current is not None:
                self.view.doItemsLayout()
                self.view.verticalScrollBar().setValue(scrolled)
        self._show_current()

    def _ask_what_is_gone(self) -> None:
        ended = [each for each in self.model.rows if each.end is not None]
        gone = self._recordings.kept.gone(ended)
        self._homeward.follow(gone, self.model.note_gone, self.notice.complain)

    # -- the one at hand

    def _show_current(self) -> None:
        recording = self.view.current
        is_gone = recording is not None and self.model.is_gone(recording)
        self.detail.show_recording(recording, is_gone=is_gone)

    def _stop(self) -> None:
        if self.detail.recording is not None:
            self._recordings.stop(self.detail.recording.camera_id)

    def _offer_camera(self) -> None:
        """To see only the recordings of the camera that is selected on the wall."""
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

    def _tell_removed(self, count: int, size: int, _nothing: None) -> None:
        text = self.tr("Undo: {0} recordings removed, {1}")
        self._undo.show_text(text.format(number(count), size_text(size)))
        self._undo.setToolTip(self.tr("Their files are deleted when others are removed, or after a day."))
        self._undo.show()
        self._find(is_again=True)

    def _tell_restored(self, count: int) -> None:
        self._undo.hide()
        self.notice.say(self.tr("{0} recordings are back.").format(number(count)))
        self._find(is_again=True)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, RecordingsChanged):
            self._find(is_again=True)
        elif isinstance(event, RecordingChanged) and self.isVisible():
            self.model.follow(event.recording)

    def _go_into_list(self) -> None:
        if self.model.rows:
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    # -- Qt

    def showEvent(self, event: object) -> None:
        if self._is_stale:
            self._find(is_again=True)


def page_of(
    studio: Studio | None, theme: Theme, wall: RoomFacts, events: EventBridge, parent: QWidget
) -> RecordingsPage | None:
    """The page, where anything can be recorded."""
    return RecordingsPage(theme, wall, studio, events, parent) if studio is not None else None


def splits_of(page: RecordingsPage | None) -> dict[str, QSplitter]:
    """What of the page the window remembers."""
    return {"recording_list": page.split} if page is not None else {}
