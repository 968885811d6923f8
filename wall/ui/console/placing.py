"""Puts several cameras onto a screen at once."""

from __future__ import annotations

from collections.abc import Sequence

from wall.model.board import Board
from wall.model.view import CameraCell


def filled(board: Board, cameras: Sequence[int]) -> tuple[Board, int]:
    """The cameras in the empty cells of the page, the first in the selected cell where there is none; how many."""
    empty = sum(content is None for content in board.page_contents())
    count = min(len(cameras), 1 if board.single else max(1, empty))
    for camera in cameras[:count]:
        board = board.put_next(CameraCell(camera))
    return board, count
