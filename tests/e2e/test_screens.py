"""The real program on real virtual displays: killed and started again, plugged in and out, with nobody at hand."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import run_citywall
from tests.e2e.wall_program import WITHIN_S, boards, citywall, come, keys_go_to, walls
from tests.support.virtual_desktop import Panel, VirtualDesktop, virtual_desktop
from wall.model.board import Board
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.screen import DisplayId, Screen
from wall.store.database import Database
from wall.store.wall_store import WallStore

pytestmark = pytest.mark.timeout(180)

DESK, ONE, TWO, THREE = (Rect(x, y, 1920, 1080) for x, y in ((0, 0), (1920, 0), (0, 1080), (1920, 1080)))
DELL = Panel("DEL", "DELL U2723QE", "CN0123")
DELL_ID = DisplayId("Dell Inc.", "DELL U2723QE", "CN0123", "DP-1")


@pytest.fixture
def desktop() -> Iterator[VirtualDesktop]:
    with virtual_desktop() as desktop:
        yield desktop


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "city" / "citywall.db"


def keep(database: Path, *screens: Screen) -> None:
    """The wall as it was left: each screen with a layout of its own."""
    database.parent.mkdir(parents=True)
    opened = Database(database)
    kept = WallStore(opened).keep_screens(screens)
    WallStore(opened).keep_boards({each.screen_id: Board(Layout.plain(each.number + 1, 2)) for each in kept})
    opened.close()


def test_after_a_kill_all_come_back_on_the_right_panels(desktop: VirtualDesktop, database: Path) -> None:
    keep(database, Screen("Left", 1, DELL_ID), Screen("Right", 2, DisplayId(connector="DP-2"), kiosk=True))
    before = boards(database)
    desktop.plug("DP-0", DESK, primary=True)
    desktop.plug("DP-1", ONE, DELL)
    desktop.plug("DP-2", TWO)
    with citywall(desktop, "console", database) as process:
        come(desktop, process, {1: ONE, 2: TWO})
        keys_go_to(desktop, "CityWall")
        at = desktop.shown()["CityWall"]
        assert at.right <= DESK.right and at.bottom <= DESK.bottom, "the console covers no wall"
        process.send_signal(signal.SIGKILL)
        process.wait(WITHIN_S)
    for connector in ("DP-0", "DP-1", "DP-2"):
        desktop.unplug(connector)
    desktop.plug("DP-2", TWO)
    desktop.plug("HDMI-7", THREE, DELL)
    desktop.plug("DP-0", DESK, primary=True)
    with citywall(desktop, "console", database) as process:
        come(desktop, process, {1: THREE, 2: TWO})
        process.terminate()
        assert process.wait(WITHIN_S) == 0, "a kiosk ends with the program"
    assert boards(database) == before


def test_two_of_four_panels_go_and_come_back(desktop: VirtualDesktop, database: Path) -> None:
    wanted = {1: ONE, 2: TWO, 3: THREE}
    connectors = {1: "DP-1", 2: "DP-2", 3: "DP-3"}
    keep(database, *(Screen(str(each), each, DisplayId(connector=connectors[each])) for each in wanted))
    desktop.plug("DP-0", DESK, primary=True)
    for each, area in wanted.items():
        desktop.plug(connectors[each], area)
    with citywall(desktop, "console", database) as process:
        come(desktop, process, wanted)
        keys_go_to(desktop, "CityWall")
        at = desktop.shown()["CityWall"]
        desktop.unplug("DP-1")
        desktop.unplug("DP-3")
        come(desktop, process, {2: TWO})
        assert desktop.shown()["CityWall"] == at
        desktop.plug("DP-3", THREE)
        come(desktop, process, {2: TWO, 3: THREE})
        desktop.plug("DP-1", ONE)
        come(desktop, process, wanted)
        assert desktop.shown()["CityWall"] == at
        keys_go_to(desktop, "CityWall")


def test_a_panel_that_comes_late_gets_its_wall_then(desktop: VirtualDesktop, database: Path) -> None:
    keep(database, Screen("1", 1, DisplayId(connector="DP-1")), Screen("2", 2, DELL_ID, kiosk=True))
    desktop.plug("DP-1", DESK, primary=True)
    with citywall(desktop, "wall", database) as process:
        come(desktop, process, {1: DESK})
        keys_go_to(desktop, "CityWall – Screen 1")
        desktop.plug("DP-2", ONE, DELL)
        come(desktop, process, {1: DESK, 2: ONE})
        desktop.unplug("DP-1")
        desktop.unplug("DP-2")
        come(desktop, process, {})
        desktop.plug("DP-1", TWO)
        come(desktop, process, {1: TWO})
        assert "CityWall" not in desktop.shown()
        process.terminate()
        assert process.wait(WITHIN_S) == 0


def test_a_second_program_leaves_the_wall_to_the_first(desktop: VirtualDesktop, database: Path) -> None:
    keep(database, Screen("1", 1, DisplayId(connector="DP-1")))
    desktop.plug("DP-1", DESK, primary=True)
    with citywall(desktop, "wall", database) as process:
        come(desktop, process, {1: DESK})
        second = run_citywall("console", "--database", str(database), DISPLAY=desktop.name, QT_QPA_PLATFORM="xcb")
        assert second.status == 2
        assert f"CityWall runs already on {database} (process {process.pid})" in second.said
        assert walls(desktop) == {1: DESK}
