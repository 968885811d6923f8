"""Says whether the picture of a drill's alarm is really painted on the screen where it belongs, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import DrillWhy, Shown, Why
from wall.model.tile import Cause
from wall.ui.alarms.eyes import eyes_on
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.room_port import RoomPort
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow


class DrillSight:
    """Fulfils `wall.services.alarms.drill_runs.Sight`. UI thread. `window_of` gives the window of a screen, while it is
    open. A tile learns until when its picture may stand in colour when it is painted: nothing is believed that was only
    decoded.
    """

    def __init__(self, pop_ups: PopUps, room: RoomPort, window_of: Callable[[int], QWidget | None]) -> None:
        self._pop_ups = pop_ups
        self._room = room
        self._window_of = window_of

    def look(self, alarm: Alarm, since_s: float, *, must_be_live: bool) -> Shown | Why:
        """Where it is painted now; else why not."""
        screen_id = self._pop_ups.screen_of(alarm)
        screen = next((each for each in self._room.screens if each.screen_id == screen_id), None)
        if screen is None:
            return DrillWhy.NO_SCREEN
        window = self._window_of(screen_id)
        if not isinstance(window, WallWindow):
            return DrillWhy.NO_WINDOW
        if not window.is_seen:
            return DrillWhy.COVERED
        if cell := _card(window, alarm):
            return Shown(screen.number, cell)
        cameras = eyes_on(alarm, self._room.cameras)
        found = [(cell, tile) for cell, tile in _cells(window) if tile.camera.camera_id in cameras]
        painted = (cell for cell, tile in found if _is_painted(tile, since_s, must_be_live=must_be_live))
        cell = next(painted, 0)
        if cell:
            return Shown(screen.number, cell)
        return _ailing(found[0][1]) if found else DrillWhy.NO_PLACE


def _card(window: WallWindow, alarm: Alarm) -> int:
    """The cell over which it stands in words, for there is no picture of it; 0 for none."""
    cards, board = window.alarms.cards, window.showing.board
    slot = cards.slot_of(alarm.alarm_id) if cards is not None else None
    first = board.selected if board.single else board.page * board.layout.size
    return 0 if slot is None else slot - first + 1


def _cells(window: WallWindow) -> Iterator[tuple[int, Tile]]:
    """From 1, with what stands in each."""
    for cell in range(window.showing.board.shown_layout.size):
        tile = window.showing.tile_at(cell)
        if tile is not None:
            yield cell + 1, tile


def _is_painted(tile: Tile, since_s: float, *, must_be_live: bool) -> bool:
    """A picture of now; where the drill is about the picture itself, any."""
    if tile.picture is None or tile.past is not None or tile.is_held or tile.dirty:
        return False
    is_in_colour = tile.current_until_s is not None
    return not must_be_live or (tile.status.is_live and is_in_colour and tile.picture.picture_s >= since_s)


def _ailing(tile: Tile) -> Why:
    return DrillWhy.NO_PICTURE if tile.status.cause is Cause.NONE else tile.status.cause
