"""The page of recordings: looked for as one types, played, copied, taken away and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from wall.model.events import Event, RecordingChanged, RecordingsChanged
from wall.model.recording import Recording, RecordingPage
from wall.ui.console.kept_list import SMALL_PICTURE, KeptView
from wall.ui.console.kept_page import Found, KeptPage, Sentences
from wall.ui.console.kept_pictures import KeptPictures
from wall.ui.console.parts import button
from wall.ui.console.player import Player
from wall.ui.console.recording_desk import AskForFolder, OpenFolder, RecordingDesk, ask_for_folder, open_folder
from wall.ui.console.recording_detail import RecordingDetail
from wall.ui.console.recording_list import RecordingModel
from wall.ui.console.recording_words import size_text
from wall.ui.console.room_facts import RoomFacts
from wall.ui.figures import number
from wall.ui.recordings_port import Studio
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class RecordingsPage(KeptPage[Recording]):
    """Those that are under way grow before one's eyes."""

    model: RecordingModel

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
        super().__init__(theme, wall, parent)
        self._recordings = recordings = studio.recordings
        self.model = RecordingModel(self)
        pictures = KeptPictures(recordings.kept.picture, SMALL_PICTURE, self.devicePixelRatioF(), self)
        self.view = KeptView(self.model, pictures, theme, self)
        self.view.setObjectName("recordings")
        self.player = Player(theme, studio.playback, events, self)
        self.detail = RecordingDetail(theme, self.player, self)
        self.desk = RecordingDesk(wall, recordings, self.notice, ask_folder, show_folder, self)
        says = Sentences(
            self.tr("Find a recording: camera, site, day…"),
            self.tr("Find a recording"),
            self.tr("Recordings will stand here: press Shift+R on a picture of the wall to record its camera."),
            self.tr("No recording is found."),
        )
        folder = button(self.tr("Folder"), partial(self.desk.open_folder, None), tip=str(recordings.folder))
        remove = button(self.tr("Remove"), self.remove_by_mouse, tip=self.tr("The selected recordings (Del)"))
        self.stand(self.detail, 560, says, folder, remove)
        self._connect_detail()
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    def _connect_detail(self) -> None:
        self.view.activated.connect(lambda _index: self.player.toggle())
        self.view.key_pressed.connect(self.player.press)
        self.model.dataChanged.connect(lambda *_: self.show_current())
        self.detail.show_requested.connect(self.show_camera)
        self.detail.copy_requested.connect(self.copy_files)
        self.detail.folder_requested.connect(lambda: self.desk.open_folder(self.detail.recording))
        self.detail.stop_requested.connect(self._stop)
        self.player.failed.connect(self._ask_what_is_gone)

    # -- what the window asks

    def show_camera(self) -> None:
        self.desk.show(self.view.selected())

    def copy_files(self) -> None:
        """To a folder that is asked for."""
        self.desk.copy_to_folder(self.view.selected())

    def copy_to_clipboard(self) -> None:
        """The files, for a file manager."""
        self.desk.copy_to_clipboard(self.view.selected())

    def remove(self) -> None:
        chosen = self.view.selected() if self.view.hasFocus() else []
        ended = [each for each in chosen if each.end is not None]
        if chosen and not ended:
            self.notice.complain(self.tr("It is still being recorded: end that first."))
        if not ended:
            return
        count, size = number(len(ended)), size_text(sum(each.size for each in ended))
        text = self.tr("Undo: {0} recordings removed, {1}").format(count, size)
        tip = self.tr("Their files are deleted when others are removed, or after a day.")
        removed = self._recordings.kept.remove(self.model.ids(ended))
        self._homeward.follow(removed, partial(self.tell_removed, text, tip), self.notice.complain)

    def go_back(self) -> bool:
        """The film stands still first."""
        if self.player.is_running:
            self.player.pause()
            return True
        return super().go_back()

    # -- of KeptPage

    def search(self, text: str, camera_id: int | None, older_than: Recording | None) -> Future[RecordingPage]:
        return self._recordings.kept.find(text, camera_id, older_than)

    def found(self, answer: RecordingPage) -> Found[Recording]:
        return Found(answer.recordings, answer.has_more)

    def restore(self) -> Future[int]:
        return self._recordings.kept.restore()

    def count_text(self, rows: Sequence[Recording], *, has_more: bool) -> str:
        count, size = number(len(rows)) + ("+" if has_more else ""), size_text(sum(each.size for each in rows))
        return self.tr("{0} recordings, {1}, the newest first").format(count, size)

    def restored_text(self, count: int) -> str:
        return self.tr("{0} recordings are back.").format(number(count))

    def show_current(self) -> None:
        recording = self.view.current
        is_gone = recording is not None and self.model.is_gone(recording)
        self.detail.show_recording(recording, is_gone=is_gone)

    def show_rows(self, rows: list[Recording], has_more: bool) -> None:
        super().show_rows(rows, has_more)
        for under_way in self._recordings.under_way.values():
            self.model.follow(under_way)
        self._ask_what_is_gone()

    # -- inside

    def _ask_what_is_gone(self) -> None:
        ended = [each for each in self.model.rows if each.end is not None]
        gone = self._recordings.kept.gone(ended)
        self._homeward.follow(gone, self.model.note_gone, self.notice.complain)

    def _stop(self) -> None:
        if self.detail.recording is not None:
            self._recordings.stop(self.detail.recording.camera_id)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, RecordingsChanged):
            self.find_rows(is_again=True)
        elif isinstance(event, RecordingChanged) and self.isVisible():
            self.model.follow(event.recording)


def page_of(
    studio: Studio | None, theme: Theme, wall: RoomFacts, events: EventBridge, parent: QWidget
) -> RecordingsPage | None:
    """The page, where anything can be recorded."""
    return RecordingsPage(theme, wall, studio, events, parent) if studio is not None else None


def splits_of(page: RecordingsPage | None) -> dict[str, QSplitter]:
    """What of the page the window remembers."""
    return {"recording_list": page.split} if page is not None else {}
