"""How one screen is: what of it is live, which cameras stand there, and in words where one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from wall.model.tile import Cause, TileState, TileStatus
from wall.model.touring import Touring
from wall.ui.showing import Showing
from wall.ui.tile import Tile


@dataclass(frozen=True, slots=True)
class TileReport:
    """A tile that is not live, and why. `number` is the camera's."""

    number: int
    name: str
    status: TileStatus


class Counts(NamedTuple):
    """Of the tiles that are painted."""

    live: int
    not_live: int
    connecting: int
    replayed: int


class ScreenState:
    """Looks at what is shown, at the moment that it is asked. UI thread."""

    def __init__(self, showing: Showing, monotonic: Callable[[], float]) -> None:
        self._showing = showing
        self._monotonic = monotonic

    def tiles_not_live(self) -> list[TileReport]:
        """What of the visible wall is not live. Before the window is shown: everything."""
        reports = []
        for cell, part in enumerate(self._showing.parts()):
            status = self._seen_status(self._showing.tile_at(cell))
            if part.camera is not None and not status.is_live:
                reports.append(TileReport(part.camera.number, part.camera.name, status))
        return reports

    def counts(self) -> Counts:
        """How many are what."""
        statuses = [self._seen_status(tile) for tile in self._showing.visible_tiles()]
        live = sum(status.is_live for status in statuses)
        connecting = sum(status.state is TileState.CONNECTING for status in statuses)
        replayed = sum(status.state is TileState.REPLAY for status in statuses)
        return Counts(live, len(statuses) - live - connecting - replayed, connecting, replayed)

    def shown(self) -> dict[int, bool]:
        """Which cameras are painted, by id, and whether one of their tiles is live."""
        shown: dict[int, bool] = {}
        for cell, part in enumerate(self._showing.parts()):
            if part.camera_id is not None:
                is_live = self._seen_status(self._showing.tile_at(cell)).is_live
                shown[part.camera_id] = is_live or shown.get(part.camera_id, False)
        return shown

    def place(self) -> str:
        """The camera that stands alone; else the tour, the view, the page."""
        board, camera = self._showing.board, self._showing.selected_part.camera
        if board.single and camera is not None:
            return f"{camera.number}  {camera.name}"
        said = [_tour_words(touring) for touring in self._showing.touring() if touring.cell is None]
        said.append(board.title)
        if board.pages > 1:
            page = QCoreApplication.translate("WallWindow", "Page {0} of {1}")
            said.append(page.format(board.page + 1, board.pages))
        return "   ·   ".join(part for part in said if part)

    def _seen_status(self, tile: Tile | None) -> TileStatus:
        """What a tile is, and it is not live before its first picture was painted."""
        if tile is None:
            return TileStatus(TileState.CONNECTING, Cause.OPENING)
        status = tile.status_at(self._monotonic())
        if status.is_live and tile.picture is None:
            return TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)
        return status


def _tour_words(touring: Touring) -> str:
    translate = QCoreApplication.translate
    if touring.is_paused:
        state = translate("WallWindow", "tour {0} halted, stop {1} of {2}")
    else:
        state = translate("WallWindow", "tour {0}, stop {1} of {2}")
    return state.format(touring.tour.name, touring.place + 1, len(touring.stops))
