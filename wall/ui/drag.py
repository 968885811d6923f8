"""What is dragged between the console, its small walls and the wall windows, and what a drop does to the room.

Three kinds of freight, all JSON: camera ids, the id of a saved view, and a cell that something was lifted out of.
Foreign or broken freight is as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, QMimeData

from wall.model.board import Board, Slot
from wall.model.view import CameraCell, Content
from wall.ui.room_port import RoomPort

CAMERAS = "application/x-citywall-cameras"
"""A JSON list of camera ids."""

VIEW = "application/x-citywall-view"
"""The id of a saved view."""

CELL = "application/x-citywall-cell"
"""A JSON list: the id of a screen and the place of a slot among all slots of its board."""

_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Lifted:
    """Where a dragged tile came from: `slot` is its place among all slots of the board (`Board.slot_at`)."""

    screen_id: int
    slot: int


def cameras_freight(camera_ids: Iterable[int]) -> QMimeData:
    """Cameras from a tree or a list."""
    freight = QMimeData()
    freight.setData(CAMERAS, _packed(list(camera_ids)))
    return freight


def view_freight(view_id: int) -> QMimeData:
    """A saved view."""
    freight = QMimeData()
    freight.setData(VIEW, _packed(view_id))
    return freight


def cell_freight(lifted: Lifted, camera_id: int | None) -> QMimeData:
    """What stands in a cell; the camera that it shows goes along for those who want no more."""
    freight = cameras_freight([] if camera_id is None else [camera_id])
    freight.setData(CELL, _packed([lifted.screen_id, lifted.slot]))
    return freight


def is_ours(freight: QMimeData) -> bool:
    """Can it be dropped on a wall?"""
    return any(freight.hasFormat(kind) for kind in (CAMERAS, VIEW, CELL))


def dragged_cameras(freight: QMimeData) -> tuple[int, ...]:
    """The ids of the dragged cameras, each once."""
    found = _unpacked(freight, CAMERAS)
    return tuple(dict.fromkeys(each for each in found if _is_id(each))) if isinstance(found, list) else ()


def dragged_view(freight: QMimeData) -> int:
    """The id of the dragged view; 0 for none."""
    found = _unpacked(freight, VIEW)
    return found if isinstance(found, int) and _is_id(found) else 0


def lifted_from(freight: QMimeData) -> Lifted | None:
    """The cell that was dragged."""
    match _unpacked(freight, CELL):
        case [int(screen_id), int(slot)] if slot >= 0:
            return Lifted(screen_id, slot)
    return None


def drop(room: RoomPort, freight: QMimeData, screen_id: int, cell: int, *, copies: bool = False) -> bool:
    """Let something go over a cell of a screen's shown layout. False where it is nothing that can be shown.

    A tile changes places with what stands there; from another screen it moves over, and its cell is empty then.
    With `copies` it stays where it was, too. Several cameras go on into the empty cells that follow, and onto further
    pages.
    """
    board = room.board(screen_id)
    if not 0 <= cell < board.shown_layout.size:
        return False
    lifted, view_id = lifted_from(freight), dragged_view(freight)
    if lifted is not None:
        return _drop_tile(room, lifted, screen_id, cell, copies=copies)
    if view_id:
        if all(view.view_id != view_id for view in room.views):
            return False
        room.call_up(screen_id, view_id)
        return True
    cameras = [camera for camera in dragged_cameras(freight) if room.cameras.camera(camera) is not None]
    if cameras:
        room.show(screen_id, _filled(board, cell, [CameraCell(camera) for camera in cameras]))
    return bool(cameras)


def _drop_tile(room: RoomPort, lifted: Lifted, screen_id: int, cell: int, *, copies: bool) -> bool:
    board = room.board(screen_id)
    source = board if lifted.screen_id == screen_id else _board_of(room, lifted.screen_id)
    if source is None or lifted.slot >= len(source.slots) or source.slots[lifted.slot].content is None:
        return False
    content = source.slots[lifted.slot].content
    if copies:
        room.show(screen_id, board.put(cell, content))
    elif source is not board:
        room.show(screen_id, board.put(cell, content))
        room.show(lifted.screen_id, source.emptied(lifted.slot))
    else:
        room.show(screen_id, board.exchanged(lifted.slot, board.slot_at(cell)))
    return True


def _filled(board: Board, cell: int, contents: Sequence[Content]) -> Board:
    """The first one where it was dropped, which stays selected, the others in the empty slots behind; those for whom
    there is no more room begin further pages.
    """
    first, *others = contents
    filled = board.put(cell, first)
    if board.single:
        return filled
    slots, place = list(filled.slots), filled.selected
    empty = [each for each in range(place + 1, len(slots)) if slots[each].content is None]
    for each, content in zip(empty, others, strict=False):
        slots[each] = slots[each].with_content(content)
    slots += [Slot(content) for content in others[len(empty) :]]
    return replace(filled, slots=tuple(slots))


def _board_of(room: RoomPort, screen_id: int) -> Board | None:
    try:
        return room.board(screen_id)
    except KeyError:
        return None


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _packed(value: object) -> QByteArray:
    return QByteArray(json.dumps(value).encode())


def _unpacked(freight: QMimeData, kind: str) -> object:
    data = freight.data(kind)
    if data.isEmpty() or data.size() > _MOST_BYTES:
        return None
    try:
        return json.loads(bytes(data.data()))
    except (ValueError, RecursionError):
        return None
