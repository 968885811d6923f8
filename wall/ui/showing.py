"""Brings an arrangement onto the wall: wants the tiles it needs, places them, gives back the others.

Tile numbers: the sub-stream of camera i (its place in the sequence) is tile i, its main stream tile n + i,
where n is how many cameras there are. A late fact about a tile of a page that was turned can so never be
taken for another's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from wall.model.camera import Camera
from wall.model.events import Event, TileChanged
from wall.model.grid import Rect, picture_area
from wall.model.tile import Thresholds, TileState
from wall.ui.arrangement import Arrangement
from wall.ui.ports import LiveViewPort
from wall.ui.stage import Stage
from wall.ui.tile import Tile
from wall.ui.wall_view import WallView

LINGER_MS = 10_000
"""How long the tiles behind a single view go on: a glance must not cost 36 new connections."""

SETTLE_MS = 150
"""New picture sizes are asked for when the hand has let go of the window's edge."""


class Showing(QObject):
    """What is on the wall now. `changed` follows every change of the arrangement or of a tile's state."""

    changed = Signal()

    def __init__(
        self,
        cameras: Sequence[Camera],
        arrangement: Arrangement,
        view: WallView,
        live: LiveViewPort,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(view)
        self._cameras = tuple(cameras)
        self._arrangement = arrangement
        self._view = view
        self._stage = Stage(live, monotonic, Thresholds())
        self._lingering: frozenset[int] = frozenset()
        self._is_laid_out = False
        self._linger_timer = self._single_shot(LINGER_MS, self._end_lingering)
        self._settle_timer = self._single_shot(SETTLE_MS, self._present)
        view.resized.connect(self._on_resized)

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    def visible_cameras(self) -> list[Camera]:
        """The cameras that have a cell on the wall now, in reading order."""
        if self._arrangement.single:
            return [self._cameras[self._arrangement.current]]
        return [self._cameras[index] for index in self._arrangement.page_cameras() if index is not None]

    def visible_tiles(self) -> list[Tile]:
        """The tiles painted now, in reading order; empty before the window was first shown."""
        return [tile for tile in self._view.tiles if tile is not None]

    def arrange(self, wanted: Arrangement) -> None:
        """Show something else; the same again costs nothing."""
        former, self._arrangement = self._arrangement, wanted
        if wanted == former:
            return
        if (former.grid, former.page, former.single) == (
            wanted.grid,
            wanted.page,
            wanted.single,
        ) and not wanted.single:
            self._view.set_selected(wanted.selected_cell)
        elif self._is_laid_out:
            self._update_lingering(former, wanted)
            self._present()
        self.changed.emit()

    def take_note(self, event: Event) -> None:
        """A fact has come up."""
        if isinstance(event, TileChanged) and self._stage.take_note(event) is not None:
            if self._arrangement.single:
                self._choose_single()
            self.changed.emit()

    def retry(self) -> None:
        """Try what is selected again, if it is not live."""
        current = self._arrangement.current
        for number in (current, len(self._cameras) + current):
            tile = self._stage.find(number)
            if tile is not None and not tile.status.is_live:
                self._stage.retry(number)

    def end(self) -> None:
        """Give everything back, for good."""
        self._linger_timer.stop()
        self._settle_timer.stop()
        self._view.resized.disconnect(self._on_resized)
        self._view.set_tiles(())
        self._stage.keep_only(())

    # -- presenting

    def _present(self) -> None:
        """Let the wall be what the arrangement says.

        Tiles leave the view before their feeds go, and feeds that are not needed go before others are asked for.
        """
        self._view.set_grid(self._arrangement.shown_grid)
        self._view.set_selected(self._arrangement.selected_cell)
        self._stage.keep_only(self._needed() | self._lingering)
        if self._arrangement.single:
            self._present_single()
        else:
            self._present_page()

    def _needed(self) -> frozenset[int]:
        current = self._arrangement.current
        if self._arrangement.single:
            return frozenset((current, len(self._cameras) + current))
        return frozenset(index for index in self._arrangement.page_cameras() if index is not None)

    def _present_page(self) -> None:
        tiles: list[Tile | None] = []
        for cell, index in enumerate(self._arrangement.page_cameras()):
            tiles.append(None if index is None else self._want_sub(index, self._view.picture_size(cell)))
        self._view.set_tiles(tiles)

    def _present_single(self) -> None:
        index = self._arrangement.current
        camera, size = self._cameras[index], self._view.picture_size(0)
        if camera.sub is None:
            self._view.set_tiles([self._want_sub(index, size)])
            return
        self._want_sub(index, self._size_in_grid())
        main = len(self._cameras) + index
        self._stage.want(main, camera, camera.main, size)
        self._choose_single()

    def _choose_single(self) -> None:
        """The main stream as soon as it is live; until then, and when it fails, the small one stands in."""
        index = self._arrangement.current
        sub, main = self._stage.find(index), self._stage.find(len(self._cameras) + index)
        if sub is None:
            return
        chosen = sub
        if main is not None:
            if main.status.is_live or (main.shown_image() is not None and not sub.status.is_live):
                chosen = main
            quiet = main.status.is_live or main.status.state is TileState.CONNECTING
            sub.annotate(None if quiet or chosen is main else main.status)
        if self.visible_tiles() != [chosen]:
            self._view.set_tiles([chosen])

    def _want_sub(self, index: int, size: tuple[int, int]) -> Tile:
        camera = self._cameras[index]
        tile = self._stage.want(index, camera, camera.source_for_grid(), size)
        tile.annotate(None)
        return tile

    def _size_in_grid(self) -> tuple[int, int]:
        """The size the selected camera has on its page, so that a look at it alone changes nothing there."""
        whole = self._view.cells[0]
        cells = self._arrangement.grid.cells(whole.width, whole.height)
        area: Rect = picture_area(cells[self._arrangement.current % self._arrangement.grid.size])
        return area.width, area.height

    # -- lingering and settling

    def _update_lingering(self, former: Arrangement, wanted: Arrangement) -> None:
        if not wanted.single:
            self._end_lingering_timer()
        elif not former.single:
            self._lingering = frozenset(index for index in former.page_cameras() if index is not None)
            self._linger_timer.start()

    def _end_lingering_timer(self) -> None:
        self._linger_timer.stop()
        self._lingering = frozenset()

    def _end_lingering(self) -> None:
        self._lingering = frozenset()
        self._present()

    def _on_resized(self) -> None:
        if self._is_laid_out:
            self._settle_timer.start()
        else:
            self._is_laid_out = True
            self._present()
            self.changed.emit()

    def _single_shot(self, interval_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer
