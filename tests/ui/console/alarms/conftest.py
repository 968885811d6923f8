"""A console with real alarms behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, TAMPER, AlarmBench, open_bench
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.fake_live import FakeLive
from wall.ui.console.pages import ALARMS
from wall.ui.console.window import ConsoleWindow


@pytest.fixture
def bench(live: FakeLive, fleet: FakeFleet, tmp_path: Path) -> Iterator[AlarmBench]:
    """Two rules: crossed lines, and cameras that are tampered with, which is urgent and has a checklist."""
    with open_bench(tmp_path / "alarms.db", live.bridge, fleet.inventory, LINE, TAMPER) as bench:
        yield bench


@pytest.fixture
def at_alarms(bench: AlarmBench, make_console: MakeConsole, qtbot: QtBot) -> Callable[[], ConsoleWindow]:
    """The console on the page of alarms, with what was told shown."""

    def make() -> ConsoleWindow:
        window = make_console(alarms=bench.facts)
        window.go_to(ALARMS)
        assert window.alarms is not None
        page = window.alarms.page
        qtbot.waitUntil(lambda: len(page.view.alarms.rows) == len(bench.desk.open_alarms()))
        return window

    return make
