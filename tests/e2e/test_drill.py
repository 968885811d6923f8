"""Drills in the real program: a bell that is heard, a picture that is painted, a decode process that is killed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.e2e.figures import Figures
from tests.e2e.program import run_citywall
from tests.e2e.wall_program import ENVIRONMENT, WITHIN_S
from tests.support.loudspeaker import Loudspeaker
from wall.behind import ConsoleLook, Opened, opened
from wall.console import walls_on
from wall.demo import DEMO_PASSWORD, DEMO_USER, City
from wall.model.alarms.action import Close
from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillVerdict
from wall.model.alarms.state import Verdict
from wall.model.board import Board, Slot
from wall.model.layout import Layout
from wall.model.recording import RecordSettings
from wall.model.tile import Cause
from wall.model.view import CameraCell
from wall.services.alarms.drills import MOST_RESULTS
from wall.ui.screens.wall_windows import WallWindows
from wall.ui.spin import spin
from wall.ui.wall_window import WallWindow

pytestmark = pytest.mark.timeout(240)

ON_THE_WALL = 3
DRILLED_WITHIN_S = 100.0


@pytest.fixture
def database(tmp_path: Path, city: City) -> Path:
    """Four cameras of the city."""
    table, database = tmp_path / "cameras.csv", tmp_path / "city" / "citywall.db"
    with table.open("w", encoding="utf-8", newline="") as file:
        cameras = city.cameras[: ON_THE_WALL + 1]
        rows = [(each.number, each.name, each.source_for_grid().url, DEMO_USER, DEMO_PASSWORD) for each in cameras]
        csv.writer(file).writerows([("number", "name", "url", "username", "password"), *rows])
    ended = run_citywall("cameras", "import", str(table), "--database", str(database), **ENVIRONMENT)
    assert ended.status == 0, ended.said
    return database


@contextmanager
def wall(app: QApplication, database: Path, folder: Path) -> Iterator[tuple[Opened, WallWindows]]:
    """Three of them live on a screen of four cells; the fourth is on no screen."""
    look = ConsoleLook(language="en", record=RecordSettings(str(folder), reserve_bytes=0))
    with opened(app, database, look) as behind, walls_on(behind, look) as walls:
        screen_id = behind.room.screens[0].screen_id
        slots = tuple(Slot(CameraCell(each.camera_id)) for each in behind.fleet.inventory.cameras[:ON_THE_WALL])
        behind.room.show(screen_id, Board(Layout.plain(2, 2), slots))
        assert spin(WITHIN_S, lambda: live_tiles(walls, screen_id) == ON_THE_WALL), "not live"
        yield behind, walls


def live_tiles(walls: WallWindows, screen_id: int) -> int:
    window = walls.window(screen_id)
    tiles = window.showing.visible_tiles() if isinstance(window, WallWindow) else []
    return sum(tile.status.is_live for tile in tiles)


def drilled(behind: Opened, kind: DrillKind, camera_id: int = 0) -> Drill:
    """What came of it, as it is on the disk."""
    hours = behind.works.drills
    told: list[Drill] = []
    hours.ended.connect(told.append)
    assert spin(WITHIN_S, lambda: hours.begin(kind, camera_id) is None), "it does not begin"
    assert spin(DRILLED_WITHIN_S, lambda: bool(told)), "it does not end"
    hours.ended.disconnect(told.append)
    asking = hours.book.latest(MOST_RESULTS)
    assert spin(WITHIN_S, asking.done)
    return asking.result()[0]


def see_to_all(behind: Opened) -> None:
    ids = [alarm.alarm_id for alarm in behind.alarms.open_alarms()]
    assert spin(WITHIN_S, behind.alarms.act(ids, Close(Verdict.TEST, "a drill")).done)


def proven_s(drill: Drill, part: DrillPart) -> float:
    after_s = drill.proofs[part].after_s
    assert after_s is not None, drill.proofs
    return after_s


def test_bell_wall_and_watchdog_are_proven(
    qapp: QCoreApplication, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    assert isinstance(qapp, QApplication)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", ENVIRONMENT["CITYWALL_PASSPHRASE"])
    speaker = Loudspeaker(monkeypatch, tmp_path)
    with wall(qapp, database, tmp_path / "films") as (behind, walls):
        away = behind.fleet.inventory.cameras[ON_THE_WALL].camera_id
        marked = drilled(behind, DrillKind.ALARM, away)
        assert marked.verdict is DrillVerdict.PASSED, marked.proofs
        assert (marked.screen, marked.cell) == (1, 4), "the cell that was free"
        assert speaker.seconds > 0
        see_to_all(behind)
        hung = drilled(behind, DrillKind.HANG)
        assert hung.verdict is DrillVerdict.PASSED, hung.proofs
        assert 1 <= hung.pictures <= ON_THE_WALL
        assert proven_s(hung, DrillPart.NOTICED) < proven_s(hung, DrillPart.WATCHDOG)
        assert live_tiles(walls, 1) >= ON_THE_WALL
    figures.note(
        "a marked alarm",
        noticed_s=proven_s(marked, DrillPart.NOTICED),
        heard_s=proven_s(marked, DrillPart.SOUND),
        painted_s=proven_s(marked, DrillPart.WALL),
    )
    noticed_s, live_s = (proven_s(hung, part) for part in (DrillPart.NOTICED, DrillPart.WATCHDOG))
    figures.note("a decoder that hangs", noticed_s=noticed_s, live_s=live_s)


def test_a_wall_without_a_sound_device_fails_its_drill_and_says_so_after_a_restart(
    qapp: QCoreApplication, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(qapp, QApplication)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", ENVIRONMENT["CITYWALL_PASSPHRASE"])
    Loudspeaker(monkeypatch, tmp_path, is_there=False)
    with wall(qapp, database, tmp_path / "films") as (behind, _):
        drill = drilled(behind, DrillKind.ALARM)
        assert drill.failed == (DrillPart.SOUND,), drill.proofs
        assert drill.proofs[DrillPart.SOUND].why is Cause.NO_SOUND_DEVICE
    with opened(qapp, database, ConsoleLook(language="en")) as behind:
        asking = behind.works.drills.book.latest(MOST_RESULTS)
        assert spin(WITHIN_S, asking.done)
        assert [each.failed for each in asking.result()] == [(DrillPart.SOUND,)]
