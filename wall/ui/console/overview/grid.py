"""Where each small picture stands: groups under headings, in rows of as many as fit. Whole logical pixels, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from wall.model.grid import Rect

RATIO = 9 / 16
GAP = 2
_BETWEEN_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Size:
    """Of one picture."""

    width: int

    @property
    def height(self) -> int:
        return round(self.width * RATIO)


def largest_that_fits(count: int, width: int, height: int, least: int, most: int) -> int:
    """How wide pictures may be so that so many of them stand in an area at once; at least `least` all the same."""
    best = least
    for columns in range(1, count + 1):
        each = min(most, (width - GAP * (columns - 1)) // columns)
        if each < least:
            break
        rows = -(-count // columns)
        if rows * (Size(each).height + GAP) - GAP <= height:
            best = max(best, each)
    return best


def filling(wanted: int, width: int) -> int:
    """How wide pictures of about the wanted width are if a row of them fills a width."""
    columns = max(1, (width + GAP) // (wanted + GAP))
    return max(1, (width - GAP * (columns - 1)) // columns)


class Grid:
    """Of groups with so many pictures each. A picture goes by its place among all, from 0."""

    def __init__(self, counts: Sequence[int], width: int, size: Size, heading: int) -> None:
        """`heading` is the height of what stands above each group, 0 for nothing."""
        self.size = size
        self.columns = max(1, (width + GAP) // (size.width + GAP))
        self._width = width
        self._heading = heading
        self._first = [0, *accumulate(counts)]
        self._tops: list[int] = []
        top = 0
        for count in counts:
            self._tops.append(top)
            top += heading + -(-count // self.columns) * self._pitch + (_BETWEEN_GROUPS if heading else 0)
        self.height = max(0, top - (_BETWEEN_GROUPS if heading else GAP))

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._first[-1]

    @property
    def row_height(self) -> int:
        """From one row to the next."""
        return self._pitch

    @property
    def _pitch(self) -> int:
        return self.size.height + GAP

    def rect(self, place: int) -> Rect:
        """Where a picture stands."""
        group = self._group_of(place)
        row, column = divmod(place - self._first[group], self.columns)
        top = self._tops[group] + self._heading + row * self._pitch
        return Rect(column * (self.size.width + GAP), top, self.size.width, self.size.height)

    def heading(self, group: int) -> Rect:
        """Where the heading of a group stands."""
        return Rect(0, self._tops[group], self._width, self._heading)

    def at(self, x: int, y: int) -> int | None:
        """Which picture stands there; None between them."""
        group = bisect_right(self._tops, y) - 1
        if group < 0:
            return None
        row, column = (y - self._tops[group] - self._heading) // self._pitch, x // (self.size.width + GAP)
        place = self._first[group] + row * self.columns + column
        if row < 0 or not 0 <= column < self.columns or place >= self._first[group + 1]:
            return None
        return place if self.rect(place).contains(x, y) else None

    def seen(self, top: int, bottom: int) -> range:
        """The pictures of which something stands between two heights."""
        if not self.count:
            return range(0)
        return range(self._first_below(top), self._first_below(bottom, is_end=True))

    def groups_seen(self, top: int, bottom: int) -> range:
        """The groups of which something does."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, bisect_right(self._tops, bottom))

    def step(self, place: int, dx: int, dy: int) -> int:
        """The picture beside, above or below; the same where there is none. Rows go on into the next one."""
        if dx:
            return min(self.count - 1, max(0, place + dx))
        here = self.rect(place)
        middle = here.x + here.width // 2
        group = self._group_of(place)
        below = place + dy * self.columns
        if self._first[group] <= below < self._first[group + 1]:
            return below
        return self._into_neighbour(group, place, middle, dy)

    def _into_neighbour(self, group: int, place: int, middle: int, dy: int) -> int:
        """Up or down out of a group, or to the end of its short last row."""
        first, end = self._first[group], self._first[group + 1]
        last_row = (end - 1 - first) // self.columns
        if dy > 0 and (place - first) // self.columns < last_row:
            return end - 1
        other = group + dy
        if not 0 <= other < len(self._tops):
            return place
        start, stop = self._first[other], self._first[other + 1]
        row = 0 if dy > 0 else (stop - 1 - start) // self.columns
        return min(stop - 1, start + row * self.columns + middle // (self.size.width + GAP))

    def _first_below(self, y: int, *, is_end: bool = False) -> int:
        """The first picture that ends below `y`; with `is_end` the first one that begins below it."""
        group = bisect_right(self._tops, y) - 1
        if group < 0:
            return 0
        inside = y - self._tops[group] - self._heading
        rows = 0 if inside < 0 else inside // self._pitch + (1 if is_end else 0)
        return min(self._first[group + 1], self._first[group] + rows * self.columns)

    def _group_of(self, place: int) -> int:
        return min(len(self._tops) - 1, bisect_right(self._first, place) - 1)
