"""Where on a screen an alarm's picture may stand, and where it disturbs least. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from wall.model.board import Board
from wall.model.view import CameraCell, Content

MOST_SHARE = 4
"""At most a fourth of a screen's cells, and one at least, are taken by alarms: the wall stays a wall."""
ALONE_UP_TO = 2
"""Only alarms so urgent take the place of a picture that is looked at alone."""


def most_at_once(board: Board) -> int:
    """So many alarms may stand on this screen."""
    return max(1, board.shown_layout.size // MOST_SHARE)


def places(
    board: Board,
    priority: int,
    is_driven: Callable[[int], bool],
    touring: Collection[int],
    importance: Mapping[int, int],
    wished: int | None = None,
) -> Sequence[int]:
    """The slots that may be taken, the best first: the cell that its rule wishes, an empty one, then the least
    important camera, from the end. Never where a dome is driven, where a tour goes on, or under the hand.
    """
    if board.single or board.layout.size == 1:
        alone = [board.selected] if priority <= ALONE_UP_TO or not board.single else []
        return [slot for slot in alone if not _is_driven(board.slots[slot].content, is_driven)]
    first = board.page * board.layout.size
    free = [
        first + cell
        for cell in range(board.layout.size)
        if first + cell != board.selected
        and cell not in touring
        and not _is_driven(board.slots[first + cell].content, is_driven)
    ]

    def disturbs(slot: int) -> tuple[bool, bool, int, int]:
        content = board.slots[slot].content
        weight = importance.get(content.camera_id, 0) if isinstance(content, CameraCell) else 0
        return (slot - first != wished, content is not None, weight, -slot)

    return sorted(free, key=disturbs)


def _is_driven(content: Content | None, is_driven: Callable[[int], bool]) -> bool:
    return isinstance(content, CameraCell) and is_driven(content.camera_id)
