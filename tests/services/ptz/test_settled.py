"""What was settled: on the disk before it is believed, and never written over what nobody understands."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.model.ptz.settings import DomeSettings
from wall.services.db_thread import DbThread
from wall.services.ptz.settled import Settled
from wall.store.dome_settings_file import DomeSettingsFile

TURNED = DomeSettings(inverts_pan=True)


def test_it_outlasts_the_program(tmp_path: Path) -> None:
    told: list[str] = []
    with closing(DbThread(lambda _event: None)) as db:
        settled = Settled(db, DomeSettingsFile(tmp_path / "city.db"))
        settled.load().result(10)
        settled.keep(4, TURNED, lambda: told.append("done")).result(10)
        assert settled.of(4) == TURNED and settled.of(5) == DomeSettings() and told == ["done"]
        again = Settled(db, DomeSettingsFile(tmp_path / "city.db"))
        again.load().result(10)
        assert again.of(4) == TURNED


def test_a_file_that_nobody_understands_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "domes.json").write_text("{")
    events: list[Event] = []
    with closing(DbThread(events.append)) as db:
        settled = Settled(db, DomeSettingsFile(tmp_path / "city.db"))
        assert isinstance(settled.load().exception(10), StoreError)
        assert any(isinstance(each, WorkFailed) for each in events)
        with pytest.raises(StoreError):
            settled.keep(4, TURNED, lambda: None).result(10)
        assert settled.of(4) == DomeSettings()
    assert (tmp_path / "domes.json").read_text() == "{"
