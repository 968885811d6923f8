"""Carried from window to window by a real drag of the window system: pressed, moved step by step, let go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.wall_program import WITHIN_S, boards, citywall, come, keys_go_to
from tests.support.virtual_desktop import VirtualDesktop, virtual_desktop
from tests.support.waiting import wait_until
from wall.model.board import Board
from wall.model.grid import Rect
from wall.model.inventory import CameraRecord, Inventory, StreamRecord
from wall.model.layout import Layout
from wall.model.screen import DisplayId, Screen
from wall.model.view import CameraCell
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.wall_store import WallStore
from wall.ui.theme import DARK

pytestmark = pytest.mark.timeout(120)

DESK = Rect(0, 0, 1280, 720)
PANELS = {1: Rect(1280, 0, 1280, 720), 2: Rect(0, 720, 1280, 720)}
FIRST_FOUND = (100, 138)
"""The first row of the console's tree, while something is looked for."""
IN_SMALL = (560, 225)
"""The second cell of the first screen, on the console's first page."""
NOWHERE = (1900, 1300)

_ACCENT = bytes((DARK.accent.blue(), DARK.accent.green(), DARK.accent.red()))


@pytest.fixture
def desktop() -> Iterator[VirtualDesktop]:
    with virtual_desktop(2560, 1440) as desktop:
        desktop.plug("DP-0", DESK, primary=True)
        for screen, area in PANELS.items():
            desktop.plug(f"DP-{screen}", area)
        yield desktop


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Nine cameras that cannot be reached; the first four stand on the first of two screens."""
    path = tmp_path / "city" / "citywall.db"
    opened = Database(path)
    cameras = tuple(
        CameraRecord(f"Cổng {number}", number, streams=(StreamRecord(f"rtsp://127.0.0.1:9/{number}"),))
        for number in range(1, 10)
    )
    InventoryStore(opened).save(Inventory(cameras=cameras), "a city")
    wall, empty = WallStore(opened), Board(Layout.plain(2, 2))
    wall.keep_screens([Screen(f"{screen}", screen, DisplayId(connector=f"DP-{screen}")) for screen in PANELS])
    filled = empty
    for cell in range(4):
        filled = filled.put(cell, CameraCell(cell + 1))
    wall.keep_boards({1: filled, 2: empty})
    opened.close()
    return path


def middle(screen: int, cell: int) -> tuple[int, int]:
    panel = PANELS[screen]
    area = Layout.plain(2, 2).rects(panel.width, panel.height)[cell]
    return panel.x + area.x + area.width // 2, panel.y + area.y + area.height // 2


def is_aimed_at(desktop: VirtualDesktop, screen: int, cell: int) -> bool:
    """Has the cell the frame of what something would be dropped on? Its upper edge is looked at."""
    x, y = middle(screen, cell)
    return desktop.pixels(Rect(x, y - PANELS[screen].height // 4 + 3, 1, 1))[:3] == _ACCENT


def carry(desktop: VirtualDesktop, begin: tuple[int, int], screen: int, cell: int) -> None:
    """To a cell, which shows that it would take it."""
    with desktop.hand.dragging(*begin):
        time.sleep(0.2)
        desktop.hand.carry(*begin, *middle(screen, cell))
        wait_until(lambda: is_aimed_at(desktop, screen, cell), WITHIN_S, "the cell is framed")


def carry_blindly(desktop: VirtualDesktop, begin: tuple[int, int], end: tuple[int, int]) -> None:
    with desktop.hand.dragging(*begin):
        desktop.hand.carry(*begin, *end)
        time.sleep(0.2)


def comes(database: Path, *wanted: list[int | None]) -> None:
    """This is what stands on the screens, in the end."""

    def cameras_on(board: Board) -> list[int | None]:
        return [each.content.camera_id if isinstance(each.content, CameraCell) else None for each in board.slots]

    def cameras() -> list[list[int | None]]:
        return [cameras_on(board) for _, board in sorted(boards(database).items())]

    wait_until(lambda: cameras() == list(wanted), WITHIN_S, lambda: f"{cameras()} instead of {wanted}")


def test_tiles_and_cameras_are_carried_to_other_windows(desktop: VirtualDesktop, database: Path) -> None:
    with citywall(desktop, "console", database) as process:
        come(desktop, process, PANELS)
        keys_go_to(desktop, "CityWall")
        carry(desktop, middle(1, 1), 2, 2)
        comes(database, [1, None, 3, 4], [None, None, 2, None])
        carry_blindly(desktop, middle(2, 2), IN_SMALL)
        comes(database, [1, 2, 3, 4], [None] * 4)
        desktop.hand.click(640, 16)
        keys_go_to(desktop, "CityWall")
        desktop.hand.press("Ctrl+f")
        desktop.hand.type("7")
        time.sleep(0.5)
        carry(desktop, FIRST_FOUND, 2, 1)
        comes(database, [1, 2, 3, 4], [None, 7, None, None])
        carry_blindly(desktop, middle(1, 0), NOWHERE)
        time.sleep(1)
        comes(database, [1, 2, 3, 4], [None, 7, None, None])  # Where there is no window, nothing falls.
