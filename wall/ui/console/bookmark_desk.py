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
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.wall_hand import WallHand

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
        self._hand = WallHand(wall, notice.say, self)
        self._homeward = Homeward(self)

    def show(self, bookmarks: list[Bookmark]) -> None:
        """Bring their cameras back to the screen in hand."""
        known = self._wall.room.cameras
        gone = [each for each in bookmarks if known.camera(each.camera_id) is None]
        if gone and len(gone) == len(bookmarks):
            sentence = self.tr("Camera {0} is not there any more, or cannot be shown.")
            self._notice.complain(sentence.format(camera_text(gone[0])))
            return
        self._hand.put_cameras(list(dict.fromkeys(each.camera_id for each in bookmarks)), is_wall_in_sight=False)

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
