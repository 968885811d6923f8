"""The page of domes in the console's window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.ptz.duty_rooms import Duties, duties
from tests.services.ptz.paper_domes import PRESETS, PaperDome, TestClock
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.fake_live import FakeLive
from tests.ui.ptz.presets.paper_port import PaperPort
from wall.model.events import WorkFailed
from wall.model.tile import Cause
from wall.ui.console.pages import CAMERAS, DOMES, FOUND
from wall.ui.console.window import ConsoleWindow
from wall.ui.console.window_domes import domes_page
from wall.ui.theme import DARK


@pytest.fixture
def port() -> PaperPort:
    return PaperPort(TestClock())


@pytest.fixture
def duty(live: FakeLive, port: PaperPort, tmp_path: Path) -> Iterator[Duties]:
    with duties(tmp_path / "city.db", port.clock, port, publish=live.bridge.publish) as made:
        yield made


@pytest.fixture
def domes(fleet: FakeFleet, port: PaperPort) -> list[int]:
    """Two of the forty cameras can be moved."""
    cameras = fleet.inventory_now.cameras
    chosen = [each.camera_id for each in cameras[4:6]]
    kept = (replace(each, has_ptz=each.camera_id in chosen) for each in cameras)
    fleet.inventory_now = replace(fleet.inventory_now, cameras=tuple(kept))
    for camera in chosen:
        port.domes[camera] = PaperDome(PRESETS["5"], PRESETS["5"])
        port.kept[camera] = {"5": "Ngã Sáu"}
    return chosen


@pytest.fixture
def window(make_console: MakeConsole, live: FakeLive, port: PaperPort, duty: Duties, domes: list[int]) -> ConsoleWindow:
    return make_console(make_domes=domes_page(DARK, port, duty.room, duty.book, live.bridge))


def test_the_dome_in_hand_stands_beside_the_page_with_its_live_picture(
    window: ConsoleWindow, domes: list[int], port: PaperPort
) -> None:
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.page == DOMES and window.domes is not None
    assert window.panel.isVisible() and window.panel.camera_id == domes[0] and port.opened == [domes[0]]
    window.tree.opened.emit(domes[1])
    assert window.domes.selected_cameras() == (domes[1],) and window.panel.camera_id == domes[1]
    window.go_to(CAMERAS)
    assert port.opened == [], "nobody looks any more"


def test_pictures_that_are_compared_have_the_whole_window_and_esc_leads_back(
    window: ConsoleWindow, domes: list[int]
) -> None:
    window.go_to(DOMES)
    assert window.domes is not None
    window.domes.open_compare(domes[0], "x")
    assert not window.panel.isVisible() and not window.tree.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.panel.isVisible() and window.tree.isVisible() and window.page == DOMES


def test_without_a_dome_the_page_leads_to_the_search(
    make_console: MakeConsole, live: FakeLive, fleet: FakeFleet, port: PaperPort, duty: Duties
) -> None:
    still = tuple(replace(each, has_ptz=False) for each in fleet.inventory_now.cameras)
    fleet.inventory_now = replace(fleet.inventory_now, cameras=still)
    window = make_console(make_domes=domes_page(DARK, port, duty.room, duty.book, live.bridge))
    window.go_to(DOMES)
    assert window.domes is not None
    window.domes._empty.asked.emit()
    assert window.page == FOUND


def test_a_disk_that_takes_no_picture_is_said_in_the_window(
    window: ConsoleWindow, live: FakeLive, qtbot: QtBot
) -> None:
    live.bridge.publish(WorkFailed("keep a picture of a duty view", Cause.DISK_FULL, "x.jpg was not written"))
    qtbot.waitUntil(lambda: "disk is full" in window.notice.text)
