"""What is done with recordings: their camera back on the wall, their files copied, their folder opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from wall.model.recording import Recording
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice
from wall.ui.console.recording_list import files_freight
from wall.ui.console.recording_words import camera_text
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.wall_hand import WallHand
from wall.ui.figures import number
from wall.ui.recordings_port import RecordingsPort

AskForFolder = Callable[[QWidget], Path | None]
"""The window → the folder, None for none."""

OpenFolder = Callable[[Path], bool]
"""Shows a folder in the desktop's own way; False where that cannot be."""


class RecordingDesk(QObject):
    """Tells in `notice` what came of it, or why not."""

    def __init__(
        self,
        wall: RoomFacts,
        recordings: RecordingsPort,
        notice: Notice,
        ask_folder: AskForFolder,
        open_folder: OpenFolder,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._recordings = recordings
        self._notice = notice
        self._ask_folder = ask_folder
        self._open_folder = open_folder
        self._window = parent
        self._hand = WallHand(wall, notice.say, self)
        self._homeward = Homeward(self)

    def show(self, recordings: Sequence[Recording]) -> None:
        """Bring their cameras to the screen in hand."""
        known = self._wall.room.cameras
        there = [each for each in recordings if known.camera(each.camera_id) is not None]
        if recordings and not there:
            sentence = self.tr("Camera {0} is not there any more, or cannot be shown.")
            self._notice.complain(sentence.format(camera_text(recordings[0])))
            return
        self._hand.put_cameras(list(dict.fromkeys(each.camera_id for each in there)), is_wall_in_sight=False)

    def copy_to_folder(self, recordings: Sequence[Recording]) -> None:
        """Ask for a folder, and have the files copied there."""
        folder = self._ask_folder(self._window) if recordings else None
        if folder is None:
            return
        self._notice.say(self.tr("Copying to {0}…").format(folder))
        copied = self._recordings.kept.copy(recordings, folder)
        self._homeward.follow(copied, partial(self._tell_copied, folder), self._notice.complain)

    def copy_to_clipboard(self, recordings: Sequence[Recording]) -> None:
        """The files, as a file manager takes them."""
        if recordings:
            QGuiApplication.clipboard().setMimeData(files_freight(recordings))
            self._notice.say(self.tr("The files are on the clipboard: paste them into a folder."))

    def open_folder(self, recording: Recording | None) -> None:
        """Where its files are; without one, where all are."""
        is_written = recording is not None and bool(recording.parts)
        folder = Path(recording.parts[0].path).parent if recording and is_written else self._recordings.folder
        if not self._open_folder(folder):
            self._notice.complain(self.tr("This folder cannot be opened: {0}").format(folder))

    def _tell_copied(self, folder: Path, count: int) -> None:
        self._notice.say(self.tr("{0} files copied to {1}.").format(number(count), folder))


def ask_for_folder(window: QWidget) -> Path | None:
    """By the system's own dialog."""
    title = QCoreApplication.translate("RecordingDesk", "Copy the recordings to")
    chosen = QFileDialog.getExistingDirectory(window, title)
    return Path(chosen) if chosen else None


def open_folder(folder: Path) -> bool:
    """By whatever the desktop has for it."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
