"""The panic key in the real program: an alarm on the disk, a recording that grows, a bookmark, all of it on record; and
a supervisor who hears of it, and again where nobody reacts.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.e2e.program import run_citywall
from tests.e2e.wall_program import ENVIRONMENT, WITHIN_S
from tests.support.supervisor import supervisor
from tests.video.record.films import files_in
from wall.behind import ConsoleLook, opened
from wall.demo import DEMO_PASSWORD, DEMO_USER, City
from wall.model.alarms import kinds
from wall.model.alarms.action import Close
from wall.model.alarms.activity import Deed
from wall.model.alarms.finding import EVERYTHING
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings, WaysOut
from wall.model.recording import RecordSettings
from wall.ui.spin import spin

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def database(tmp_path: Path, city: City) -> Path:
    """The first camera of the city."""
    table, database = tmp_path / "cameras.csv", tmp_path / "city" / "citywall.db"
    with table.open("w", encoding="utf-8", newline="") as file:
        each = city.cameras[0]
        rows = [(each.number, each.name, each.source_for_grid().url, DEMO_USER, DEMO_PASSWORD)]
        csv.writer(file).writerows([("number", "name", "url", "username", "password"), *rows])
    ended = run_citywall("cameras", "import", str(table), "--database", str(database), **ENVIRONMENT)
    assert ended.status == 0, ended.said
    return database


def test_the_panic_key(qapp: QCoreApplication, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(qapp, QApplication)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", ENVIRONMENT["CITYWALL_PASSPHRASE"])
    folder = tmp_path / "films"
    look = ConsoleLook(language="en", record=RecordSettings(str(folder), reserve_bytes=0))
    with opened(qapp, database, look) as behind:
        camera = behind.fleet.inventory.cameras[0]
        assert spin(WITHIN_S, behind.alarms.panic(camera.camera_id).done)
        (alarm,) = behind.alarms.open_alarms()
        assert (alarm.priority, alarm.name, alarm.state) == (1, camera.name, State.NEW)

        def is_on_record(*deeds: Deed) -> bool:
            asking = behind.alarms.activity(alarm.alarm_id)
            spin(WITHIN_S, asking.done)
            return {each.deed for each in asking.result()} >= set(deeds)

        assert spin(WITHIN_S, lambda: is_on_record(Deed.BEGAN, Deed.RECORDED, Deed.BOOKMARKED))
        assert spin(WITHIN_S, lambda: sum(path.stat().st_size for path in files_in(folder)) > 100_000)
        finding = behind.room.find_bookmarks("panic")
        assert spin(WITHIN_S, finding.done)
        assert [each.camera_id for each in finding.result().bookmarks] == [camera.camera_id]
        behind.works.recordings.stop(camera.camera_id)
        assert spin(WITHIN_S, lambda: not behind.works.recordings.under_way)
        assert spin(WITHIN_S, behind.alarms.act([alarm.alarm_id], Close(Verdict.TEST, "it works")).done)
    with opened(qapp, database, look) as behind:
        assert behind.alarms.open_alarms() == ()
        asking = behind.alarms.history(EVERYTHING, "works")
        assert spin(WITHIN_S, asking.done)
        assert [each.verdict for each in asking.result()] == [Verdict.TEST]


def test_a_supervisor_hears_of_it_and_again_where_nobody_reacts(
    qapp: QCoreApplication, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(qapp, QApplication)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", ENVIRONMENT["CITYWALL_PASSPHRASE"])
    look = ConsoleLook(language="en")
    with supervisor() as there:
        with opened(qapp, database, look) as behind:
            rule = next(each for each in behind.alarms.rules() if kinds.PANIC in each.concern.kinds)
            assert spin(WITHIN_S, behind.alarms.save_rule(replace(rule, escalate_s=(2.0, 600.0))).done)
            ways = behind.works.alarm_facts.ways
            assert ways is not None
            assert spin(WITHIN_S, ways.keep(WaysIn(out=WaysOut(HookSettings(there.url))), {}).done)
            assert spin(WITHIN_S, behind.alarms.panic().done)
            assert spin(WITHIN_S, lambda: len(there.heard) == 2)
            on_duty = behind.alarms.operator
        assert [(each["kind"], each["escalation"], each["state"]) for each in there.heard] == [
            ("panic", 0, "new"),
            ("panic", 1, "new"),
        ]
        assert {each["detail"] for each in there.heard} == {on_duty} == {each["on_duty"] for each in there.heard}
        assert there.heard[1]["waited_s"] >= 2
        with opened(qapp, database, look) as behind:
            ways = behind.works.alarm_facts.ways
            assert ways is not None
            assert spin(WITHIN_S, lambda: ways.health()[1][0].is_on)
            assert spin(WITHIN_S, behind.alarms.panic(1).done), "by another key: it comes after all that is owed"
            assert spin(WITHIN_S, lambda: len(there.taken) >= 3)
        assert there.taken == [1, 1, 2], "what was told before the restart is not told again"
