"""Who stands in which cell of a screen: a board, with its hotspots, carousels and tours resolved to cameras."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wall.model.board import Board, shown_camera
from wall.model.camera import Camera
from wall.model.touring import Touring
from wall.model.view import CameraCell, CarouselCell, HotspotCell
from wall.ui.marks import Sign
from wall.ui.room_port import CamerasPort
from wall.ui.stage import TileKey


@dataclass(frozen=True, slots=True)
class Part:
    """What a cell of the page shows. `camera_id` None: nothing. `camera` None with an id: it is gone."""

    camera_id: int | None = None
    camera: Camera | None = None
    copy: int = 0
    sign: Sign | None = None

    @property
    def place(self) -> tuple[int, int]:
        """What tells it from all others on its screen."""
        return self.camera_id or 0, self.copy

    def key(self, stream: int) -> TileKey:
        """Of one of its streams, by its place among the camera's."""
        return TileKey(self.camera_id or 0, stream, self.copy)

    @property
    def keys(self) -> list[TileKey]:
        """Of all of its streams."""
        return [self.key(stream) for stream in range(len(self.camera.streams) if self.camera else 0)]


def cast(
    board: Board,
    cameras: CamerasPort,
    turn_of: Callable[[int], int],
    hotspot: int | None,
    touring: Sequence[Touring] = (),
) -> tuple[Part, ...]:
    """What the cells of this page show, also while one of them is shown alone. `turn_of` counts a slot's carousel.

    Where a camera stands several times, its copies are counted from the most lasting: a hotspot that comes to show it
    never takes the tile of the cell in which it stands for good.
    """
    contents = board.page_contents()
    first = board.page * board.layout.size
    ids = [shown_camera(content, turn_of(first + cell), hotspot) for cell, content in enumerate(contents)]
    met = Counter[int]()
    copies = [0] * len(ids)
    for kind in (CameraCell, CarouselCell, HotspotCell):
        for cell, (content, camera_id) in enumerate(zip(contents, ids, strict=True)):
            if isinstance(content, kind) and camera_id is not None:
                copies[cell] = met[camera_id]
                met[camera_id] += 1
    signs = _signs(board, touring)
    return tuple(
        Part(camera_id, None if camera_id is None else cameras.camera(camera_id), copies[cell], signs.get(cell))
        for cell, camera_id in enumerate(ids)
    )


def _signs(board: Board, touring: Sequence[Touring]) -> dict[int, Sign]:
    signs: dict[int, Sign] = {}
    for cell, content in enumerate(board.page_contents()):
        if isinstance(content, HotspotCell):
            signs[cell] = Sign.HOTSPOT
        elif isinstance(content, CarouselCell):
            signs[cell] = Sign.CAROUSEL
    for each in touring:
        # One sign is enough for a tour of the whole screen.
        signs[each.cell or 0] = Sign.PAUSED if each.is_paused else Sign.TOUR
    return signs
