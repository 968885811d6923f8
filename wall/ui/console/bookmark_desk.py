"""What is done with bookmarks: their camera back on the wall, their picture in a file or on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QDateTime, QMimeData, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from wall.model.bookmark import Bookmark
from wall.ui.console.bookmark_list import camera_text
from wall.ui.console.figures import number
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice
from wall.ui.console.placing import filled
from wall.ui.console.room_facts import RoomFacts

AskForPicture = Callable[[QWidget, str], Path | None]
"""(the window, a name that fits) → the file, None for none."""

_UNWANTED = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\t', "-"))
"""What some file system does not take in a name."""


class BookmarkDesk(QObject):
    """Tells in `notice` what came of it, or why not."""

    def __init__(self, wall: RoomFacts, notice: Notice, ask_file: AskForPicture, parent: QWidget) -> None:
        super().__init__(parent)
        self._wall = wall
        self._notice = notice
        self._ask_file = ask_file
        self._window = parent
        self._homeward = Homeward(self)

    def show(self, bookmarks: list[Bookmark]) -> None:
        """Bring their cameras back to the screen in hand."""
        if not bookmarks:
            return
        screen, board = self._wall.in_hand, self._wall.board_in_hand
        if screen is None or board is None:
            self._notice.complain(self.tr("There is no screen that it could be shown on."))
            return
        there = [each for each in bookmarks if self._wall.room.cameras.camera(each.camera_id) is not None]
        if not there:
            sentence = self.tr("Camera {0} is not there any more, or cannot be shown.")
            self._notice.complain(sentence.format(camera_text(bookmarks[0])))
            return
        placed, count = filled(board, list(dict.fromkeys(each.camera_id for each in there)))
        self._wall.room.show(screen.screen_id, placed)
        if count == 1:
            self._notice.say(self.tr("Camera {0} is on {1} now.").format(camera_text(there[0]), screen.name))
        else:
            self._notice.say(self.tr("{0} cameras are on {1} now.").format(number(count), screen.name))

    def save(self, bookmark: Bookmark, jpeg: bytes) -> None:
        """Ask for a file, and have the picture written there."""
        path = self._ask_file(self._window, file_name(bookmark)) if jpeg else None
        if path is not None:
            done = partial(self._tell_saved, path)
            self._homeward.follow(self._wall.room.save_picture(path, jpeg), done, self._notice.complain)

    def copy(self, jpeg: bytes) -> None:
        """The picture onto the clipboard, as it is and for those who want any."""
        image = QImage.fromData(QByteArray(jpeg))
        if image.isNull():
            return
        freight = QMimeData()
        freight.setImageData(image)
        freight.setData("image/jpeg", QByteArray(jpeg))
        QGuiApplication.clipboard().setMimeData(freight)
        self._notice.say(self.tr("The picture is on the clipboard."))

    def _tell_saved(self, path: Path, _nothing: None) -> None:
        self._notice.say(self.tr("Saved as {0}.").format(path))


def file_name(bookmark: Bookmark) -> str:
    """The moment first, so that files stand in their order: «2026-11-23 22.15.03 7 Ngã Sáu.jpg»."""
    taken = QDateTime.fromMSecsSinceEpoch(round(bookmark.at_s * 1000)).toString("yyyy-MM-dd HH.mm.ss")
    return f"{taken} {bookmark.number} {bookmark.name}".translate(_UNWANTED)[:120] + ".jpg"


def ask_for_picture(window: QWidget, name: str) -> Path | None:
    """By the system's own dialog, in the operator's folder of pictures."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    title = QCoreApplication.translate("BookmarkDesk", "Save the picture")
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(folder / name), "JPEG (*.jpg)")
    return Path(chosen) if chosen else None
