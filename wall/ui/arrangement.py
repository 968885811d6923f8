"""Which cameras stand in which cells, and where the hand is. Values: every wish gives a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.grid import Grid

_SINGLE = Grid(1, 1)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`cameras` many cameras, in pages of one grid; `current` is the index of the selected one."""

    cameras: int
    grid: Grid
    current: int = 0
    single: bool = False

    @property
    def shown_grid(self) -> Grid:
        return _SINGLE if self.single else self.grid

    @property
    def page(self) -> int:
        return self.current // self.grid.size

    @property
    def pages(self) -> int:
        return self.grid.pages(self.cameras)

    @property
    def selected_cell(self) -> int:
        return 0 if self.single else self.current % self.grid.size

    def page_cameras(self) -> tuple[int | None, ...]:
        """The camera of each cell of the grid page, whether it is now shown or behind the single view."""
        first = self.page * self.grid.size
        return tuple(i if i < self.cameras else None for i in range(first, first + self.grid.size))

    def selected_at(self, cell: int) -> Arrangement:
        """Select the camera of a cell; an empty cell cannot be selected."""
        if self.single:
            return self
        camera = self.page * self.grid.size + cell
        return replace(self, current=camera) if 0 <= camera < self.cameras else self

    def moved(self, dx: int, dy: int) -> Arrangement:
        """Move the hand by one cell; in the single view, to the next or the former camera."""
        if self.single:
            return self._at(self.current + (dx or dy))
        return self.selected_at(self.grid.step(self.selected_cell, dx, dy))

    def turned(self, pages: int) -> Arrangement:
        """Turn pages; in the single view, cameras. The last page may be short: the hand stays on a camera."""
        if self.single:
            return self._at(self.current + pages)
        if not 0 <= self.page + pages < self.pages:
            return self
        return self._at(self.current + pages * self.grid.size)

    def with_grid(self, grid: Grid) -> Arrangement:
        """Cut the wall anew; the page is then the one with the selected camera."""
        return replace(self, grid=grid, single=False)

    def opened(self) -> Arrangement:
        """Show the selected camera alone."""
        return replace(self, single=self.cameras > 0)

    def closed(self) -> Arrangement:
        """Back to the grid."""
        return replace(self, single=False)

    def _at(self, camera: int) -> Arrangement:
        return replace(self, current=min(max(camera, 0), max(0, self.cameras - 1)))
