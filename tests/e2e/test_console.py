"""From an empty program to named cameras with a live picture, in one sitting: the real console on a simulated city."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.e2e.room import START_WITHIN_S
from tests.ui.pixels import differing
from wall.behind import ConsoleLook
from wall.console import open_console
from wall.demo import DEMO_PASSWORD, simulator
from wall.model.board import Board
from wall.model.device import Login
from wall.model.glimpse import Freshness
from wall.model.grid import Rect
from wall.model.health import Verdict
from wall.model.layout import Layout
from wall.model.view import CameraCell
from wall.services.fleet import Fleet
from wall.ui.console.overview import OverviewPage
from wall.ui.console.pages import FOUND, OVERVIEW, SCREENS
from wall.ui.console.window import ConsoleWindow
from wall.ui.spin import spin

pytestmark = pytest.mark.timeout(240)

DEVICES = 12
WITHIN_S = 45.0
Console = tuple[ConsoleWindow, Fleet]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Where the devices of the city are: eight makes with their habits."""
    inventory = tmp_path_factory.mktemp("city") / "cameras.csv"
    arguments = ("--devices", str(DEVICES), "--no-discovery", "--clip", "bench", "--inventory", str(inventory))
    with simulator(*arguments), inventory.open(encoding="utf-8", newline="") as file:
        yield list(dict.fromkeys(row["http"] for row in csv.DictReader(file)))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("inventory") / "citywall.db"


@pytest.fixture
def console(
    qapp: QCoreApplication, database: Path, monkeypatch: pytest.MonkeyPatch, addresses: list[str]
) -> Iterator[Console]:
    """The program on the inventory that the tests of this module share, in Vietnamese."""
    assert isinstance(qapp, QApplication)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", "một câu dài")
    before = QLocale()
    with open_console(qapp, database, ConsoleLook()) as (window, fleet, _):
        window.resize(1440, 900)
        window.show()
        yield window, fleet
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def press(window: ConsoleWindow, text: str) -> None:
    """Click the button that begins with this."""
    shown = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text().startswith(text)]
    assert len(shown) == 1, [each.text() for each in window.findChildren(QPushButton)]
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def test_from_nothing_to_cameras(console: Console, addresses: list[str]) -> None:
    window, fleet = console
    assert window.page == FOUND, "an empty program begins with the search"
    window.found.search.multicast.setChecked(False)
    QTest.keyClicks(window.found.search.targets, ", ".join(addresses))
    QTest.keyClick(window.found.search.targets, Qt.Key.Key_Return)
    assert spin(WITHIN_S, lambda: len(window.found.model.rows) == DEVICES)

    window.found.view.setFocus()
    window.found.view.selectAll()
    QTest.keyClicks(window.found.login.user, "admin")
    QTest.keyClicks(window.found.login.password, DEMO_PASSWORD)
    QTest.keyClick(window.found.login.password, Qt.Key.Key_Return)
    assert window.found.login.password.text() == "", "never shown again"

    def all_logged_in() -> bool:
        devices = [row.device for row in window.found.model.rows]
        return all(device is not None and device.login is Login.PROVEN and device.channels for device in devices)

    assert spin(WITHIN_S, all_logged_in), window.found.model.rows
    window.found.view.selectAll()
    press(window, f"Giữ lại {DEVICES}")
    assert spin(WITHIN_S, lambda: len(fleet.inventory.devices) == DEVICES)
    assert all(camera.number and camera.name and camera.streams for camera in fleet.inventory.cameras)
    assert fleet.inventory.sites


def test_what_was_kept_is_there_after_a_restart_and_shows_a_live_picture(console: Console) -> None:
    window, fleet = console
    assert window.page == SCREENS and len(fleet.inventory.devices) == DEVICES
    camera = fleet.inventory.cameras[0]
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.tree.finder, str(camera.number))
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    assert spin(WITHIN_S, lambda: window.panel.camera_id == camera.camera_id)
    view = window.panel.picture.view
    assert spin(START_WITHIN_S, lambda: any(tile is not None and tile.status.is_live for tile in view.tiles))
    before = view.grab().toImage()
    area = Rect(0, before.height() // 8, before.width(), before.height() // 2)
    assert spin(WITHIN_S, lambda: differing(before, view.grab().toImage(), area) > 50), "its pixels move"


def test_every_camera_is_seen_in_small_and_one_comes_to_the_wall_by_a_click(console: Console) -> None:
    window, fleet = console
    ids = [camera.camera_id for camera in fleet.inventory.cameras]
    window.go_to(OVERVIEW)
    page = window.overview
    assert page is not None
    QTest.keyClick(page.view, Qt.Key.Key_0)
    assert spin(WITHIN_S, lambda: set(page.view.in_sight) == set(ids))
    assert spin(WITHIN_S, lambda: all(is_fresh(page, camera) for camera in ids)), [page._tip_of(each) for each in ids]
    area = page.view.rect_of(ids[-1])
    before = page.view.viewport().grab(area).toImage()
    shown = Rect(0, 0, before.width(), before.height())
    assert spin(WITHIN_S, lambda: differing(before, page.view.viewport().grab(area).toImage(), shown) > 20), "it is new"

    room = window.wall.room
    room.show(room.selected_screen, Board(Layout.plain(2, 2), ()).selected_at(2))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    board = room.board(room.selected_screen)
    assert board.content_at(2) == CameraCell(ids[-1]) and board.selected_cell == 2
    assert spin(
        START_WITHIN_S,
        lambda: any(tile is not None and tile.status.is_live for tile in window.panel.picture.view.tiles),
    )


def is_fresh(page: OverviewPage, camera: int) -> bool:
    return page._state_of(camera).freshness is Freshness.FRESH


def test_every_camera_is_known_to_be_well_within_half_a_minute(console: Console) -> None:
    window, fleet = console

    def all_known() -> bool:
        known = [fleet.health[each.camera_id].verdict for each in fleet.inventory.cameras]
        return all(verdict in (Verdict.WELL, Verdict.ATTENTION) for verdict in known)

    assert spin(WITHIN_S, all_known), dict(fleet.health)
    assert window.isVisible()
