"""Finding a camera: by the tree, and by typing."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import NOW_S, inventory_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.fake_live import FakeLive
from wall.model.events import HealthChanged, InventoryChanged
from wall.model.health import Health, Verdict
from wall.ui.console.pages import CAMERAS, FOUND
from wall.ui.console.tree_rows import ASIDE
from wall.ui.console.window import ConsoleWindow


def shown_ids(window: ConsoleWindow) -> list[int]:
    return [row.camera.camera_id for row in window.cameras.model.rows]


def found_ids(window: ConsoleWindow) -> list[int]:
    model = window.tree.model
    return [model.cameras_under(model.index(row, 0))[0] for row in range(model.rowCount())]


def test_typing_narrows_and_enter_opens_the_best(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    window.tree.look_for()
    QTest.keyClicks(window.tree.finder, "nga sau huong tay")
    qtbot.waitUntil(lambda: window.tree.model.is_found_list)
    assert found_ids(window) == [2] == shown_ids(window)
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    assert window.panel.camera_id == 2
    assert window.tree.view.hasFocus()


def test_a_number_finds_its_camera_first(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    QTest.keyClicks(window.tree.finder, "12")
    qtbot.waitUntil(lambda: window.tree.model.is_found_list)
    assert found_ids(window)[0] == 12
    assert shown_ids(window) == found_ids(window), "the table shows them in the same order"


def test_enter_does_not_wait_for_the_list(make_console: MakeConsole) -> None:
    window = make_console()
    QTest.keyClicks(window.tree.finder, "17")
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    assert window.panel.camera_id == 17


def test_nothing_found_is_said(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    QTest.keyClicks(window.tree.finder, "khong co dau")
    qtbot.waitUntil(lambda: window.tree.model.is_found_list)
    assert window.tree._summary.text().startswith("Nothing found.")
    assert shown_ids(window) == []
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    assert window.panel.camera_id is None


def test_esc_leads_back_to_the_tree_as_it_was(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    tree = window.tree
    ward = tree.model.index(0, 0)
    tree.view.setExpanded(ward, True)
    tree.view.setExpanded(tree.model.index(0, 0, ward), True)
    tree.look_for()
    QTest.keyClicks(tree.finder, "nga")
    qtbot.waitUntil(lambda: tree.model.is_found_list)
    QTest.keyClick(tree.finder, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not tree.model.is_found_list)
    assert len(shown_ids(window)) == 40
    ward = tree.model.index(0, 0)
    assert tree.view.isExpanded(ward) and tree.view.isExpanded(tree.model.index(0, 0, ward))


def test_the_tree_by_keys(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    tree = window.tree
    tree.view.collapseAll()
    tree.view.setFocus()
    tree.view.setCurrentIndex(tree.model.index(0, 0))
    in_ward = set(tree.model.cameras_under(tree.model.index(0, 0)))
    assert set(shown_ids(window)) == in_ward, "the table shows the ward"
    QTest.keyClick(tree.view, Qt.Key.Key_Return)
    QTest.keyClick(tree.view, Qt.Key.Key_Down)
    QTest.keyClick(tree.view, Qt.Key.Key_Right)
    QTest.keyClick(tree.view, Qt.Key.Key_Down)
    assert window.panel.camera_id in in_ward
    assert len(shown_ids(window)) == 4, "the table shows the site"
    assert [row.camera.camera_id for row in window.cameras._selected()] == [window.panel.camera_id]
    assert tree.view.hasFocus(), "the hand stays where it is"


def test_a_camera_chosen_beside_found_devices_is_shown(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    window.go_to(FOUND)
    QTest.keyClicks(window.tree.finder, "7")
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    assert window.page == CAMERAS
    assert window.panel.isVisible() and window.panel.camera_id == 7


def test_losses_are_counted_where_they_are(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    model = window.tree.model
    site = model.index_of(1).parent()
    assert model.data(site, ASIDE) == "4"
    fleet.tell(HealthChanged({camera: Health(Verdict.LOST, checked_s=NOW_S) for camera in (1, 2, 3)}))
    qtbot.waitUntil(lambda: model.data(site, ASIDE) == "3 of 4 lost")
    assert model.data(model.index_of(1), ASIDE) == "lost"
    assert model.data(model.index_of(4), ASIDE) == ""


def test_another_inventory_leaves_open_what_was_open(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    tree = window.tree
    tree.view.collapseAll()
    tree.view.setExpanded(tree.model.index(1, 0), True)
    name = tree.model.data(tree.model.index(1, 0))
    fleet.tell(InventoryChanged(inventory_of(60)))
    qtbot.waitUntil(lambda: len(window.facts.city.cameras) == 60 and "60" in tree._summary.text())
    opened = [
        tree.model.data(tree.model.index(row, 0))
        for row in range(tree.model.rowCount())
        if tree.view.isExpanded(tree.model.index(row, 0))
    ]
    assert opened == [name]


def test_the_finder_keeps_up_with_ten_thousand_cameras(qtbot: QtBot, live: FakeLive, make_console: MakeConsole) -> None:
    """The list and the table together, for one letter; the finder itself is measured with the model."""
    window = make_console(FakeFleet(live.bridge, inventory_of(10_000)))
    window.tree.look_for()
    best_s = 10.0
    for letter in "nga tu":
        QTest.keyClicks(window.tree.finder, letter)
        began_s = time.process_time()
        window.tree._show_found()
        best_s = min(best_s, time.process_time() - began_s)
    assert window.tree.model.rowCount() == 200
    assert best_s < 0.1
