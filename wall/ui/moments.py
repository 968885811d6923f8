"""Keeps what a tile shows: as a bookmark, as a file, on the clipboard. Nothing of it holds the wall up."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QRect
from PySide6.QtGui import QGuiApplication, QImage

from wall.model.bookmark import Bookmark
from wall.model.camera import Camera
from wall.ui.homeward import Homeward
from wall.ui.note_field import NoteField
from wall.ui.notice_box import NoticeBox
from wall.ui.room_port import RoomPort
from wall.ui.showing import Showing
from wall.ui.snapshot import Moment, jpeg, snapshot, upright
from wall.ui.strokes import cropped
from wall.ui.theme import Theme
from wall.ui.tile import Tile
from wall.ui.wall_view import WallView

_TELL_MS = 4000
_KEPT_FROM_A_NAME = 40


@dataclass(frozen=True, slots=True)
class Clocks:
    """What the time is: monotonic, as people read it, and in Unix seconds."""

    monotonic: Callable[[], float]
    wall: Callable[[], QDateTime]
    unix: Callable[[], float]


class Moments:
    """Those of one screen's selected tile. UI thread."""

    def __init__(
        self,
        room: RoomPort,
        showing: Showing,
        view: WallView,
        theme: Theme,
        box: NoticeBox,
        clocks: Clocks,
        folder: Path,
    ) -> None:
        """`folder` is the operator's folder of pictures."""
        self._room = room
        self._showing = showing
        self._view = view
        self._box = box
        self._clocks = clocks
        self._folder = folder
        self._homeward = Homeward(view)
        self._field = NoteField(theme, view)
        self._field.noted.connect(self._note)
        self._latest: tuple[Bookmark, Future[int]] | None = None

    def bookmark(self) -> None:
        """Keep this moment at once; a note may follow."""
        camera = self._showing.selected_part.camera
        if camera is None or camera.camera_id == 0:
            self._box.say(QCoreApplication.translate("Wall", "There is no camera in this cell"))
            return
        tile, picture = self._tile(), self._picture()
        # Of the moment that is seen: what was held is older than the key that keeps it.
        kept = Bookmark(
            self._clocks.unix() - self._held_s(tile),
            camera.camera_id,
            camera.number,
            camera.name,
            camera.site,
            clock_offset_s=tile.clock_offset_s if tile else None,
            operator=self._room.operator,
            has_picture=picture is not None,
        )
        self._field.finish()
        future = self._room.add_bookmark(kept, jpeg(picture) if picture is not None else b"")
        self._latest = kept, future
        self._field.open_at(self._selected_area())
        self._homeward.follow(future, lambda _id: self._confirm(future), partial(self._give_up, future))

    def save(self) -> None:
        """Write the picture to a file."""
        camera, picture = self._showing.selected_part.camera, self._picture()
        if camera is None or picture is None:
            self._box.say(QCoreApplication.translate("Wall", "There is no picture to keep yet"))
            return
        path = self._folder / _file_name(camera, self._clocks.wall())
        saved = self._room.save_picture(path, jpeg(picture))
        said = QCoreApplication.translate("Wall", "Picture saved: {0}").format(path)
        self._homeward.follow(saved, lambda _nothing: self._box.say(said, _TELL_MS), self._complain)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        picture = self._picture()
        if picture is None:
            self._box.say(QCoreApplication.translate("Wall", "There is no picture to keep yet"))
            return
        QGuiApplication.clipboard().setImage(picture)
        self._box.say(QCoreApplication.translate("Wall", "Picture copied"))

    def end(self) -> None:
        """Keep what is being written."""
        self._field.finish()

    def _tile(self) -> Tile | None:
        return self._showing.tile_at(self._showing.selected_cell)

    def _held_s(self, tile: Tile | None) -> float:
        is_of_another_time = tile is not None and (tile.is_held or tile.past is not None)
        return tile.seen_age_s(self._clocks.monotonic()) if tile is not None and is_of_another_time else 0.0

    def _picture(self) -> QImage | None:
        """What is seen in the selected tile, with its line; None where there is no picture yet."""
        tile = self._tile()
        image = _seen(tile) if tile else None
        if tile is None or image is None:
            return None
        age_s = tile.seen_age_s(self._clocks.monotonic())
        taken = self._clocks.wall().addMSecs(-round(age_s * 1000))
        camera, factor = tile.camera, tile.sight.zoom.factor
        stale_s = 0.0 if tile.past is not None else age_s  # What was called up from the past is not late.
        moment = Moment(f"{camera.number}  {camera.name}", camera.site, taken, stale_s, tile.clock_offset_s, factor)
        return snapshot(image, moment)

    def _selected_area(self) -> QRect:
        cell = self._view.cells[self._showing.selected_cell]
        scale = self._view.devicePixelRatioF()
        return QRect(
            round(cell.x / scale), round(cell.y / scale), round(cell.width / scale), round(cell.height / scale)
        )

    def _confirm(self, kept: Future[int]) -> None:
        if self._latest is not None and self._latest[1] is kept:
            self._field.confirm()

    def _give_up(self, kept: Future[int], why: str) -> None:
        """The disk did not keep it."""
        if self._latest is not None and self._latest[1] is kept:
            self._latest = None
            self._field.give_up()
        self._complain(why)

    def _note(self, text: str) -> None:
        if self._latest is None:
            return
        (bookmark, future), self._latest = self._latest, None
        words = text.split()
        tags = tuple(dict.fromkeys(word[1:] for word in words if word.startswith("#") and len(word) > 1))
        note = " ".join(word for word in words if not word.startswith("#"))
        noted = replace(bookmark, note=note, tags=tags)
        self._homeward.follow(future, partial(self._keep_note, noted), lambda _why: None)

    def _keep_note(self, noted: Bookmark, bookmark_id: int) -> None:
        changed = self._room.change_bookmark(replace(noted, bookmark_id=bookmark_id))
        self._homeward.follow(changed, lambda _nothing: None, self._complain)

    def _complain(self, why: str) -> None:
        self._box.say(why, _TELL_MS)


def _seen(tile: Tile) -> QImage | None:
    """The picture as it is looked at. What its cell cuts off is kept, and what it stretches is set right."""
    image = tile.seen_image() if tile.is_held else tile.newest_image()
    if image is None:
        return None
    part = cropped(tile, image) if tile.sight.zoom.is_close else image
    return part if tile.is_held else upright(part, image.size(), tile.facts.size)


def _file_name(camera: Camera, now: QDateTime) -> str:
    """Number, name and moment; nothing in it that a file system refuses."""
    plain = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in camera.name)
    name = " ".join(plain.split())[:_KEPT_FROM_A_NAME].strip()
    return f"{camera.number} {name} {now.toString('yyyy-MM-dd HH.mm.ss.zzz')}.jpg"
