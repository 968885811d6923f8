"""PTZ mode: the keys and the mouse of one screen belong to the dome in its selected cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from wall.ui.ptz import words
from wall.ui.ptz.port import PtzPort
from wall.ui.showing import Showing
from wall.ui.tile import Tile

_TELL_MS = 4000


class PtzMode(QObject):
    """Of one screen. UI thread.

    It ends with what it was begun for: another cell is selected, another camera stands there, or its picture is not
    that of now (held, or looking back): nobody drives by a picture of the past.
    """

    changed = Signal()
    """It has begun, or ended."""

    def __init__(self, port: PtzPort, showing: Showing, say: Callable[[str, int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._showing = showing
        self._say = say
        self._driven: tuple[int, int] | None = None
        """Of which slot, and which camera."""
        self._marked: Tile | None = None

    @property
    def camera_id(self) -> int | None:
        """The dome that is driven."""
        return self._driven[1] if self._driven else None

    @property
    def cell(self) -> int | None:
        """Where it stands."""
        return self._showing.selected_cell if self._driven else None

    @property
    def tile(self) -> Tile | None:
        """What is painted of it."""
        return self._showing.tile_at(self._showing.selected_cell) if self._driven else None

    def toggle(self) -> None:
        """Drive the selected camera, or leave that."""
        if not self.leave():
            self.enter()

    def enter(self) -> bool:
        """Drive the selected camera; False, and why, where that cannot be."""
        camera = self._showing.selected_part.camera
        tile = self._showing.tile_at(self._showing.selected_cell)
        if self._driven is not None:
            return True
        if camera is None or camera.camera_id == 0:
            self._say(words.no_camera(), _TELL_MS)
        elif tile is not None and tile.looks_back:
            self._say(words.not_of_now(), _TELL_MS)
        elif words.can_be_driven(self._port.ability(camera.camera_id)) is False:
            self._say(words.no_dome(camera), _TELL_MS)
        else:
            self._begin(camera.camera_id)
        return self._driven is not None

    def leave(self) -> bool:
        """The keys choose cells again; False where they did."""
        if self._driven is None:
            return False
        camera_id, self._driven = self._driven[1], None
        self._port.close(camera_id)
        self._mark()
        self.changed.emit()
        return True

    def follow(self) -> None:
        """Something else may be on the screen."""
        if self._driven is not None and (self._driven != self._selected() or not self._is_of_now()):
            self.leave()
        self._mark()

    def note_ability(self, camera_id: int) -> None:
        """What a dome can do has become known."""
        camera = self._showing.selected_part.camera
        if camera_id != self.camera_id or camera is None:
            return
        if words.can_be_driven(self._port.ability(camera_id)) is False:
            self.leave()
            self._say(words.no_dome(camera), _TELL_MS)
        self._mark()

    def _begin(self, camera_id: int) -> None:
        self._driven = (self._showing.board.selected, camera_id)
        self._port.open(camera_id)
        self._mark()
        self.changed.emit()

    def _selected(self) -> tuple[int, int | None]:
        return self._showing.board.selected, self._showing.selected_part.camera_id

    def _is_of_now(self) -> bool:
        tile = self.tile
        return tile is None or not (tile.is_held or tile.looks_back)

    def _mark(self) -> None:
        """The tile says that it is driven; a camera may have another tile than a moment ago."""
        tile = self.tile
        if self._marked is not None and self._marked is not tile:
            self._marked.announce(())
        self._marked = tile
        if tile is not None:
            is_known = self._port.ability(tile.camera.camera_id) is not None
            tile.announce(words.band(is_known=is_known))
