"""From a search to devices that are kept: rows that stream in, one login for many, the guard's word."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import device, found_device
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.hand import click, type_text
from wall.model.device import FoundDevice
from wall.model.events import CredentialHeld, DeviceFound, DeviceSurveyed, InventoryChanged, SearchProgressed
from wall.model.inventory import DeviceRecord
from wall.model.stream import Credentials
from wall.ui.console.pages import FOUND
from wall.ui.console.window import ConsoleWindow


def with_found(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole, count: int = 6, *, faulty: int = 0
) -> ConsoleWindow:
    """A window on so many found and surveyed devices."""
    window = make_console()
    window.go_to(FOUND)
    fleet.tell(*(DeviceFound(f"k{n}", found_device(n)) for n in range(1, count + 1)))
    fleet.tell(*(DeviceSurveyed(f"k{n}", device(n, f"Cổng {n}", faulty=n == faulty)) for n in range(1, count + 1)))
    qtbot.waitUntil(lambda: len(window.found.model.rows) == count)
    qtbot.waitUntil(lambda: all(row.device for row in window.found.model.rows))
    return window


def test_a_search_is_started_followed_and_stopped(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    window.go_to(FOUND)
    search = window.found.search
    assert search.targets.hasFocus()
    type_text(search.targets, "10.20.0.0/24")
    QTest.mouseClick(search.multicast, Qt.MouseButton.LeftButton)
    QTest.keyClick(search.targets, Qt.Key.Key_Return)
    assert fleet.wishes("start_search") == [("start_search", "10.20.0.0/24", False)]
    fleet.tell(SearchProgressed(100, 254, 0))
    qtbot.waitUntil(lambda: search._progress.text() == "Searching: 100 of 254 addresses asked, 0 devices found")
    assert search._bar.isVisible() and search._bar.value() == 100
    click(search, "Stop")
    assert fleet.wishes("stop_search") == [("stop_search",)]
    fleet.tell(SearchProgressed(120, 254, 2, is_over=True))
    qtbot.waitUntil(lambda: search._toggle.text() == "Search")
    assert not search._bar.isVisible()
    assert search._progress.text() == "Search over: 2 devices found"


def test_addresses_that_make_no_sense_are_refused_where_they_were_typed(
    fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.go_to(FOUND)
    search = window.found.search
    fleet.refuses_targets = True
    type_text(search.targets, "10.0.0.0/99")
    QTest.keyClick(search.targets, Qt.Key.Key_Return)
    assert "These addresses cannot be read: 10.0.0.0/99." in search.notice.text
    assert search._toggle.text() == "Search"
    search.targets.clear()
    search.multicast.setChecked(False)
    search.toggle()
    assert "Type an address" in search.notice.text
    QTest.keyClick(search.targets, Qt.Key.Key_Escape)
    assert search.notice.text == ""


def test_one_device_is_one_row_however_often_it_answers(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = with_found(qtbot, fleet, make_console, 3)
    view = window.found.view
    view.selectRow(1)
    again = FoundDevice("k2", ("http://10.20.0.12/onvif/device_service", "http://[fe80::12]/onvif/device_service"))
    fleet.tell(DeviceFound("k2", again), DeviceFound("k4", found_device(4)))
    qtbot.waitUntil(lambda: len(window.found.model.rows) == 4)
    assert [row.key for row in window.found.selected()] == ["k2"], "what is selected stays selected"
    assert window.found.model.rows[1].device is not None, "what was learnt of it stays known"
    tip = window.found.model.data(window.found.model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert "fe80::12" in tip


def test_sorted_by_any_column(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = with_found(qtbot, fleet, make_console, 12)
    view, model = window.found.view, window.found.model
    header = view.horizontalHeader()
    place = next(n for n, column in enumerate(model.columns) if column.name == "clock")
    title = QPoint(header.sectionViewportPosition(place) + 10, 10)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=title)
    offsets = [abs(row.device.clock.offset_s) for row in model.rows if row.device and row.device.clock]
    assert offsets == sorted(offsets, reverse=True) and offsets[0] > 10_000


def test_one_login_for_many_and_its_password_is_never_seen_again(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = with_found(qtbot, fleet, make_console)
    login = window.found.login
    assert not login._use.isEnabled(), "nothing is selected"
    window.found.view.selectAll()
    type_text(login.user, "quan-tri")
    assert login.password.echoMode() is QLineEdit.EchoMode.Password
    type_text(login.password, "rất bí mật")
    click(login, "Log in to 6 devices")
    assert fleet.logins == [Credentials("quan-tri", "rất bí mật")]
    assert fleet.wishes("use_credentials") == [("use_credentials", ("k1", "k2", "k3", "k4", "k5", "k6"), "quan-tri")]
    assert login.password.text() == ""
    shown = [label.text() for label in window.findChildren(QLabel)] + [
        line.text() for line in window.findChildren(QLineEdit)
    ]
    assert not any("bí mật" in text for text in shown)
    type_text(login.kept_as, "Hãng cũ")
    QTest.keyClick(login.kept_as, Qt.Key.Key_Return)
    assert fleet.wishes("use_credentials")[1][2] == "Hãng cũ"


def test_problems_are_told_in_words_with_their_detail_in_the_tooltip(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = with_found(qtbot, fleet, make_console, 3, faulty=2)
    model = window.found.model
    place = next(n for n, column in enumerate(model.columns) if column.name == "problems")
    index = model.index(1, place)
    assert model.data(index) == "An address on another host, which was put right"
    tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Stream addresses: ") and "192.168.1.108:554" in tip


def test_devices_are_kept_and_asked(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = with_found(qtbot, fleet, make_console, 4, faulty=3)
    window.found.view.setFocus()
    window.found.view.selectAll()
    click(window.found, "Ask")
    assert fleet.wishes("survey") == [("survey", ("k1", "k2", "k3", "k4"))]
    click(window.found, "Keep 4 devices")
    assert fleet.wishes("keep") == [("keep", ("k1", "k2", "k3", "k4"))]
    assert window.found.notice.text == "4 devices are taken in. 1 have shown no camera yet: log in to them."


def test_what_is_kept_already_says_so(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    window.go_to(FOUND)
    known = fleet.inventory.devices[0].device
    fleet.tell(DeviceFound("a", FoundDevice(known.endpoint, (known.address,))), DeviceFound("b", found_device(500)))
    qtbot.waitUntil(lambda: len(window.found.model.rows) == 2)
    assert [row.is_kept for row in window.found.model.rows] == [True, False]
    stranger = DeviceRecord(device(500, "Cổng 500"), device_id=500)
    fleet.tell(InventoryChanged(replace(fleet.inventory, devices=(*fleet.inventory.devices, stranger))))
    qtbot.waitUntil(lambda: [row.is_kept for row in window.found.model.rows] == [True, True])


def test_a_login_that_is_held_back_waits_for_a_decision(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    assert not window.banners.isVisible()
    refused_by = tuple(f"http://10.20.0.{n}/onvif/device_service" for n in range(10, 15))
    fleet.tell(CredentialHeld("quan-tri", refused_by), CredentialHeld("cũ", refused_by[:1]))
    qtbot.waitUntil(window.banners.isVisible)
    texts = [label.text() for label in window.banners.findChildren(QLabel) if label.isVisible()]
    assert texts[0].startswith(
        "◐  Login “quan-tri” is held back: refused by 10.20.0.10, 10.20.0.11, 10.20.0.12 and 2 more."
    )
    first = window.banners.findChildren(QLabel)[0].parentWidget()
    assert first is not None
    click(first, "Try again")
    assert fleet.wishes("release_credential") == [("release_credential", "quan-tri")]
    qtbot.waitUntil(lambda: len([w for w in window.banners.findChildren(QLabel) if w.isVisible()]) == 1)
