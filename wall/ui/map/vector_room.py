"""The room that names and marks have on a sheet: none stands where another one does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

_CELL_PX = 64.0


class Room:
    """What is taken, and what is free."""

    def __init__(self) -> None:
        self._cells = dict[tuple[int, int], list[Box]]()

    def take(self, boxes: Sequence[Box]) -> bool:
        """All of these together, or none. Were they free?"""
        if not all(self._is_free(box) for box in boxes):
            return False
        for box in boxes:
            self.occupy(box)
        return True

    def occupy(self, box: Box) -> None:
        """Taken, whatever stands there."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        return not any(
            each[0] < right and left < each[2] and each[1] < bottom and top < each[3]
            for cell in _cells(box)
            for each in self._cells.get(cell, ())
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(each // _CELL_PX) for each in box)
    return ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))
