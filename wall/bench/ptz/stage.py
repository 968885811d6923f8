"""City, program and wall for the benchmark: the city's cameras are found, logged in to and kept as an operator does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook, Opened, opened
from wall.bench.control import Control
from wall.bench.kept_city import keep_city, wait_for
from wall.demo import City, running_city
from wall.model.board import Board, Slot
from wall.model.inventory import CameraRecord
from wall.model.layout import Layout
from wall.model.view import CameraCell
from wall.services.check_plan import Pace
from wall.services.fleet import Fleet
from wall.services.sticks import PLAYED
from wall.ui.spin import spin
from wall.ui.sticks.driving import driven_by_sticks
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
_CLIPS_WITHIN_S = 900.0
"""On a machine that has drawn the city before: none."""
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080
_SETTLE_S = 2.0


@dataclass(frozen=True, slots=True)
class Dome:
    """One dome on the wall: its id here, its number in the city, its cell."""

    camera_id: int
    number: int
    cell: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that stands."""

    city: City
    control: Control
    behind: Opened
    window: WallWindow
    domes: tuple[Dome, ...]
    database: Path


@contextmanager
def staged(app: QApplication, tiles: int, folder: Path, cameras: int) -> Iterator[Stage]:
    """A wall of so many live tiles, with the first domes of a city of so many cameras among them. StartError."""
    sites = max(1, cameras // 4)
    with running_city(cameras, sites, "--no-recorders", "--habits", "off", "--sound", "none") as city:
        control, database = Control(city.control), folder / "citywall.db"
        with opened(app, database, ConsoleLook(stick_program=PLAYED), _NO_CHECKS) as behind:
            behind.listen_no_more()
            keep_city(behind.fleet, behind.events, city)
            wait_for(lambda: control.status()["clips_unmade"] == 0, "the city to be drawn", _CLIPS_WITHIN_S)
            screen = behind.room.screens[0]
            window = WallWindow(
                *(behind.room, screen, behind.live, behind.events, ConsoleLook().colours, TileNumbers()),
                ptz=behind.ptz,
            )
            try:
                domes = _show(window, behind.fleet, _numbers(control), tiles)
                behind.room.select(screen.screen_id)
                with driven_by_sticks(behind.sticks, behind.ptz, behind.room, lambda _screen: window):
                    yield Stage(city, control, behind, window, domes, database)
            finally:
                window.close()
                control.close()


def _numbers(control: Control) -> dict[str, int]:
    """The city's numbers by the address of the stream."""
    return {str(each[url]): int(each["number"]) for each in control.cameras() for url in ("url", "sub_url")}


def _show(window: WallWindow, fleet: Fleet, numbers: dict[str, int], tiles: int) -> tuple[Dome, ...]:
    chosen = _chosen(fleet.inventory.cameras, tiles)
    side = next(side for side in range(1, 9) if side * side >= len(chosen))
    slots = tuple(Slot(CameraCell(each.camera_id)) for each in chosen)
    window.resize(_WALL_WIDTH, _WALL_HEIGHT)
    window.show()
    window.activateWindow()
    window.wishes.show(Board(Layout.plain(side, side), slots))
    wait_for(lambda: not window.tiles_not_live(), "all tiles to be live")
    wait_for(window.isActiveWindow, "the window to have the keys")
    spin(_SETTLE_S)
    return tuple(
        Dome(each.camera_id, numbers[each.streams[0].url.split("?")[0]], cell)
        for cell, each in enumerate(chosen)
        if each.has_ptz
    )


def _chosen(cameras: Sequence[CameraRecord], tiles: int) -> list[CameraRecord]:
    """The domes first, for the bench is about them; the rest of the tiles is what else there is."""
    return sorted(cameras, key=lambda each: (not each.has_ptz, each.camera_id))[:tiles]
