"""Ten kills while a duty officer works, with the real program on real windows: nothing is lost, and all comes back."""

from __future__ import annotations

import csv
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.e2e.figures import Figures
from tests.e2e.left_on_disk import is_picture, left_in
from tests.e2e.officer import Officer, ProgramKilledError
from tests.e2e.program import run_citywall
from tests.e2e.wall_program import ENVIRONMENT, WITHIN_S, citywall, walls
from tests.support.virtual_desktop import VirtualDesktop, virtual_desktop
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.demo import DEMO_PASSWORD, DEMO_USER, City
from wall.model.board import Board
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.screen import DisplayId, Screen
from wall.model.view import CameraCell, View
from wall.resources import data_folder
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.wall_store import WallStore
from wall.ui.theme import DARK

pytestmark = [pytest.mark.timeout(300), pytest.mark.alone]

KILLS, SEED = 10, 2022
LATE_S, LATE_IN_A_CROWD_S = 1.0, 4.0
DESK = Rect(0, 0, 1280, 720)
PANELS = {1: Rect(1280, 0, 1280, 720), 2: Rect(0, 720, 1280, 720)}


@pytest.fixture
def desktop() -> Iterator[VirtualDesktop]:
    with virtual_desktop(2560, 1440) as desktop:
        desktop.plug("DP-0", DESK, primary=True)
        for screen, area in PANELS.items():
            desktop.plug(f"DP-{screen}", area)
        desktop.hand.press("Num_Lock")
        yield desktop


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program saves pictures."""
    config, folder = tmp_path / "config", tmp_path / "pictures"
    config.mkdir()
    (config / "user-dirs.dirs").write_text(f'XDG_PICTURES_DIR="{folder}"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    return folder / "CityWall"


@pytest.fixture
def database(tmp_path: Path, city: City) -> Path:
    """The cameras of the city, two screens, and a view."""
    table, database = tmp_path / "cameras.csv", tmp_path / "city" / "citywall.db"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = [(each.number, each.name, each.source_for_grid().url) for each in city.cameras]
        csv.writer(file).writerows(
            [("number", "name", "url", "username", "password"), *((*row, DEMO_USER, DEMO_PASSWORD) for row in rows)]
        )
    ended = run_citywall("cameras", "import", str(table), "--database", str(database), **ENVIRONMENT)
    assert ended.status == 0, ended.said
    opened = Database(database)
    wall, board = WallStore(opened), Board(Layout.plain(2, 2)).put(0, CameraCell(1))
    kept = wall.keep_screens([Screen(f"{n}", n, DisplayId(connector=f"DP-{n}")) for n in PANELS])
    assert [each.screen_id for each in kept] == list(PANELS)
    wall.keep_boards(dict.fromkeys(PANELS, board))
    wall.save_views([View("a", Layout.plain(3, 1), (CameraCell(2), None, CameraCell(3)))], [], "the first one")
    opened.close()
    return database


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands on the screens, and the numbers of the cameras that this takes."""

    boards: Mapping[int, Board]
    cameras: frozenset[int]

    @classmethod
    def of(cls, boards: Mapping[int, Board], ids: Mapping[int, int]) -> Wanted:
        numbers = {camera_id: number for number, camera_id in ids.items()}
        cells = [board.content_at(cell) for board in boards.values() for cell in range(board.shown_layout.size)]
        return cls(boards, frozenset(numbers[each.camera_id] for each in cells if isinstance(each, CameraCell)))


def cameras_of(database: Path) -> dict[int, int]:
    """Their ids by number."""
    opened = Database(database)
    cameras = InventoryStore(opened).load().cameras
    opened.close()
    return {each.number: each.camera_id for each in cameras if each.number is not None}


def is_shown(desktop: VirtualDesktop, screen: int, board: Board, colours_of_a_tile: int) -> bool:
    """Does each cell of the screen have a tile exactly where there is a camera, and so many colours in it?"""
    panel, ground = PANELS[screen], bytes((DARK.ground.blue(), DARK.ground.green(), DARK.ground.red()))
    for cell, area in enumerate(board.shown_layout.rects(panel.width, panel.height)):
        row = Rect(panel.x + area.x + area.width // 3, panel.y + area.y + area.height // 3, area.width // 3, 1)
        pixels = desktop.pixels(row)
        colours = {pixels[at : at + 3] for at in range(0, len(pixels), 4)}
        has_tile = colours != {ground} and len(colours) >= colours_of_a_tile
        if has_tile if board.content_at(cell) is None else not has_tile:
            return False
    return True


def come(
    city: Control, desktop: VirtualDesktop, process: subprocess.Popen[str], wanted: Wanted, *, is_live: bool
) -> None:
    """Both walls are on their panels and show this, received from these cameras; the console has the keys.

    `is_live`: every tile has its picture, which takes a second more.
    """
    colours = 10 if is_live else 1

    def is_there() -> bool:
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        return (
            walls(desktop) == PANELS
            and desktop.has_keys() == "CityWall"
            and all(is_shown(desktop, screen, board, colours) for screen, board in wanted.boards.items())
            and wanted.cameras <= {each["camera"] for each in city.sessions() if each["playing"]}
        )

    wait_until(is_there, WITHIN_S, lambda: f"{desktop.shown()} {city.sessions()} instead of {wanted}")


def work_until_killed(process: subprocess.Popen[str], officer: Officer, turn: int, chance: random.Random) -> float:
    """Kill it while a deed of each kind in turn is under way; when that was. Its decode processes end by themselves."""
    killed_s, below = list[float](), list[psutil.Process]()

    def kill() -> None:
        below.extend(psutil.Process(process.pid).children(recursive=True))
        killed_s.append(time.monotonic())
        process.send_signal(signal.SIGKILL)

    killer = threading.Timer(chance.uniform(0, 0.3), kill)
    officer.work(chance.randint(1, 3))
    killer.start()
    with suppress(ProgramKilledError):
        officer.deeds[turn % len(officer.deeds)]()
        while process.poll() is None:
            officer.work(1)
    process.wait(WITHIN_S)
    assert below
    wait_until(lambda: not any(map(is_alive, below)), WITHIN_S, lambda: f"{below} stay behind")
    return killed_s[0]


def is_alive(process: psutil.Process) -> bool:
    """Not even a zombie, for which its new parent is to be asked."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_ten_kills_lose_nothing(
    desktop: VirtualDesktop, database: Path, pictures: Path, control: Control, figures: Figures
) -> None:
    print(f"seed {SEED}")
    presets = sorted(data_folder("layouts").iterdir())
    chance, crowd, ages = random.Random(SEED), Crowd(), list[float]()
    cameras, before = cameras_of(database), left_in(database, database.parents[1])
    for turn in range(KILLS):
        with citywall(desktop, "console", database) as process:
            come(control, desktop, process, Wanted.of(before.boards, cameras), is_live=turn % 3 == 2)
            officer = Officer(desktop, process, before.boards, PANELS, cameras, before.views["a"], chance)
            killed_s = work_until_killed(process, officer, turn, chance)
        left = left_in(database, database.parents[1])
        ages += [officer.diary.age_s(screen, board, killed_s) for screen, board in left.boards.items()]
        left.keeps(before, officer.diary, killed_s, crowd.allows(LATE_S, LATE_IN_A_CROWD_S))
        before = left
    with citywall(desktop, "console", database) as process:
        come(control, desktop, process, Wanted.of(before.boards, cameras), is_live=True)
    assert sorted(data_folder("layouts").iterdir()) == presets
    for file in pictures.iterdir() if pictures.exists() else ():
        is_picture(file.read_bytes())
    figures.note("ten kills", oldest_s=max(ages), views=len(before.views), bookmarks=len(before.bookmarks))
    assert max(ages) < crowd.allows(LATE_S, LATE_IN_A_CROWD_S)
