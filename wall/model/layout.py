"""How a screen is cut into cells: whole units on a raster, laid out in whole device pixels. Values; no I/O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import gcd

from wall.model.grid import Rect, spans

MOST_UNITS = 48
"""Columns or rows of a raster."""
MOST_CELLS = 64


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Where a cell lies on the raster, in units; the first column and row are 0. Ordered as one reads."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def bottom(self) -> int:
        return self.row + self.rows

    @property
    def right(self) -> int:
        return self.column + self.columns

    def overlaps(self, other: Area) -> bool:
        """Do they share a unit?"""
        across = self.column < other.right and other.column < self.right
        return across and self.row < other.bottom and other.row < self.bottom


@dataclass(frozen=True, slots=True)
class Layout:
    """Cells on a raster, kept in reading order: their places in `cells` are their numbers, from 0.

    Units that belong to no cell stay empty. ValueError, in plain words, for what is no layout: a raster without units
    or with too many, no cell, a cell that lies outside or over another one.
    """

    columns: int
    rows: int
    cells: tuple[Area, ...]
    name: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not (1 <= self.columns <= MOST_UNITS and 1 <= self.rows <= MOST_UNITS):
            raise ValueError(f"a layout has 1 to {MOST_UNITS} columns and rows, not {self.columns} x {self.rows}")
        if not 1 <= len(self.cells) <= MOST_CELLS:
            raise ValueError(f"a layout has 1 to {MOST_CELLS} cells, not {len(self.cells)}")
        # Before they are sorted: a message names the cell by its place in the file.
        for number, cell in enumerate(self.cells, 1):
            self._refuse_outside(number, cell)
        self._refuse_overlap()
        object.__setattr__(self, "cells", tuple(sorted(self.cells)))

    @staticmethod
    def plain(columns: int, rows: int, name: str = "") -> Layout:
        """Equal cells."""
        cells = tuple(Area(row, column) for row in range(rows) for column in range(columns))
        return Layout(columns, rows, cells, name or f"{columns} × {rows}")

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.cells)

    def rects(self, width: int, height: int, gap: int = 1) -> tuple[Rect, ...]:
        """The cells in an area of so many pixels, with `gap` pixels between; the raster fills the area exactly."""
        across, down = spans(width, self.columns, gap), spans(height, self.rows, gap)
        return tuple(_rect(across[c.column : c.right], down[c.row : c.bottom]) for c in self.cells)

    def step(self, cell: int, dx: int, dy: int) -> int:
        """The cell next to `cell` in a direction, the one that shares most of the edge; the same at the border.

        Over an empty place the hand goes on to the nearest cell behind it, beside the straight way if it must.
        """
        if not (dx or dy):
            return cell
        here = self.cells[cell]
        beside = [(self._distance(here, other, dx, dy), number) for number, other in enumerate(self.cells)]
        reachable = [(distance, number) for distance, number in beside if distance is not None]
        return min(reachable)[1] if reachable else cell

    def merged(self, numbers: Iterable[int]) -> Layout:
        """One cell in the place of several; ValueError where together they are no rectangle."""
        chosen = [self.cells[number] for number in sorted(set(numbers))]
        if not chosen:
            raise ValueError("no cell is chosen")
        row, column = min(c.row for c in chosen), min(c.column for c in chosen)
        whole = Area(row, column, max(c.bottom for c in chosen) - row, max(c.right for c in chosen) - column)
        if sum(c.rows * c.columns for c in chosen) != whole.rows * whole.columns:
            raise ValueError("these cells together are no rectangle")
        return replace(self, cells=(*(c for c in self.cells if c not in chosen), whole)).coarsened()

    def split(self, number: int, columns: int, rows: int) -> Layout:
        """Equal cells in the place of one. The raster becomes finer where it must; ValueError where it cannot."""
        if columns < 1 or rows < 1 or columns * rows > MOST_CELLS:
            raise ValueError(f"a cell is split into 1 to {MOST_CELLS} parts, not {columns} x {rows}")
        here = self.cells[number]
        finer = self.refined(_factor(here.columns, columns), _factor(here.rows, rows))
        cell = finer.cells[number]
        width, height = cell.columns // columns, cell.rows // rows
        parts = [
            Area(cell.row + r * height, cell.column + c * width, height, width)
            for r in range(rows)
            for c in range(columns)
        ]
        return replace(finer, cells=(*finer.cells[:number], *finer.cells[number + 1 :], *parts)).coarsened()

    def refined(self, across: int, down: int) -> Layout:
        """The same cells on a raster so many times finer."""
        cells = tuple(Area(c.row * down, c.column * across, c.rows * down, c.columns * across) for c in self.cells)
        return replace(self, columns=self.columns * across, rows=self.rows * down, cells=cells)

    def coarsened(self) -> Layout:
        """The same cells on the coarsest raster that has them: what was split and merged again is what it was."""
        across = gcd(self.columns, *(c.column for c in self.cells), *(c.columns for c in self.cells))
        down = gcd(self.rows, *(c.row for c in self.cells), *(c.rows for c in self.cells))
        if across == down == 1:
            return self
        cells = tuple(Area(c.row // down, c.column // across, c.rows // down, c.columns // across) for c in self.cells)
        return replace(self, columns=self.columns // across, rows=self.rows // down, cells=cells)

    def _refuse_outside(self, number: int, cell: Area) -> None:
        inside = cell.row >= 0 and cell.column >= 0 and cell.right <= self.columns and cell.bottom <= self.rows
        if not inside or cell.rows < 1 or cell.columns < 1:
            raise ValueError(f"cell {number} does not lie on the raster of {self.columns} x {self.rows}")

    def _refuse_overlap(self) -> None:
        taken = [0] * self.rows  # A bit for each unit of a row: thousands of layouts are read at every start.
        for number, cell in enumerate(self.cells, 1):
            units = ((1 << cell.columns) - 1) << cell.column
            for row in range(cell.row, cell.bottom):
                if taken[row] & units:
                    other = next(n for n, each in enumerate(self.cells, 1) if each.overlaps(cell))
                    raise ValueError(f"cells {other} and {number} lie over each other")
                taken[row] |= units

    @staticmethod
    def _distance(here: Area, other: Area, dx: int, dy: int) -> tuple[bool, int, int, Area] | None:
        """Whether no edge is shared, how far away, how little is shared, and where; None for a cell that is not in
        this direction.
        """
        if dx:
            away = other.column - here.right if dx > 0 else here.column - other.right
            shared = min(here.bottom, other.bottom) - max(here.row, other.row)
        else:
            away = other.row - here.bottom if dy > 0 else here.row - other.bottom
            shared = min(here.right, other.right) - max(here.column, other.column)
        return (shared <= 0, away, -shared, other) if away >= 0 else None


def _rect(across: Sequence[tuple[int, int]], down: Sequence[tuple[int, int]]) -> Rect:
    """The pixels from the first to the last span, the gaps between them included."""
    x, y = across[0][0], down[0][0]
    return Rect(x, y, across[-1][0] + across[-1][1] - x, down[-1][0] + down[-1][1] - y)


def _factor(units: int, parts: int) -> int:
    """How many times finer the raster must be for so many units to be cut into equal parts."""
    return next(factor for factor in range(1, parts + 1) if units * factor % parts == 0)
