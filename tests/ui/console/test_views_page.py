"""The Views page: what was saved is found, shown, renamed, moved, copied, exchanged, and made into tours."""

from __future__ import annotations

import time
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import CTRL, drop_on, middle_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.console.hand import click, press, type_text
from tests.ui.fake_live import FakeLive
from wall.model.board import Board
from wall.model.errors import StoreError
from wall.model.events import BudgetChanged
from wall.model.tile import Cause
from wall.model.view import CameraCell, Order, Stop, Tour, View
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import VIEWS
from wall.ui.console.tree_rows import ASIDE
from wall.ui.console.views_nodes import Entry, Folder, key_of
from wall.ui.drag import cameras_freight, view_freight

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(live: FakeLive, fleet: FakeFleet) -> FakeRoom:
    views = (
        View("Trung tâm", PRESETS[1], (CameraCell(1), CameraCell(2))),
        View("Chợ Nhớn", PRESETS[2], (CameraCell(3),), "Ngày/Chợ"),
        View("Cổng trường", PRESETS[1], (CameraCell(4),), "Ngày"),
        View("Của tôi", PRESETS[1], (CameraCell(5),), "", "lan"),
    )
    made = FakeRoom(live.bridge, fleet.inventory, views=views)
    ids = [each.view_id for each in made.views if each.folder]
    made.save_tour(Tour("Vòng sáng", tuple(Stop(view_id=each) for each in ids), folder="Ngày"))
    return made


@pytest.fixture
def window(make_console: MakeConsole) -> ConsoleWindow:
    return make_console(page=VIEWS)


def view_of(room: FakeRoom, name: str) -> View:
    return next(each for each in room.views if each.name == name)


def entries(room: FakeRoom) -> list[Entry]:
    return [*room.views, *room.tours]


def go_to(window: ConsoleWindow, room: FakeRoom, name: str) -> None:
    entry = next(each for each in entries(room) if each.name == name)
    window.views.tree.go_to(key_of(entry))
    window.views.tree.setFocus()


def rows(window: ConsoleWindow) -> list[str]:
    """Every row, indented, as one sees it with all folders open."""
    model = window.views.model

    def below(parent: QModelIndex, depth: int) -> list[str]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += ["  " * depth + str(index.data()), *below(index, depth + 1)]
        return found

    return below(QModelIndex(), 0)


def editor_of(window: ConsoleWindow) -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit) and window.views.tree.isAncestorOf(line)
    return line


# -- looking


def test_folders_stand_as_a_tree_shared_ones_first(window: ConsoleWindow) -> None:
    assert rows(window) == [
        "Shared by all",
        "  Ngày",
        "    Chợ",
        "      Chợ Nhớn",
        "    Cổng trường",
        "    Vòng sáng",
        "  Trung tâm",
        "My own",
        "  Của tôi",
    ]
    model = window.views.model
    assert model.index_of_folder(Folder("", "Ngày")).data(ASIDE) == "3"
    assert window.views.tree.isExpanded(model.index_of_folder(Folder("", "Ngày/Chợ")))


def test_the_model_keeps_qts_rules(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    tester = QAbstractItemModelTester(window.views.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.save_view(View("Mới", PRESETS[1], folder="Ngày/Chợ/Sáng"))
    qtbot.waitUntil(lambda: "        Mới" in rows(window))
    window.views.finder.setText("cho")
    qtbot.waitUntil(lambda: window.views.model.is_found_list)
    window.views.finder.setText("")
    qtbot.waitUntil(lambda: not window.views.model.is_found_list)
    assert tester.model() is window.views.model


def test_typing_finds_without_diacritics_and_enter_shows_the_first(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom
) -> None:
    window.views.finder.setFocus()
    QTest.keyClicks(window.views.finder, "cho nh")
    qtbot.waitUntil(lambda: rows(window) == ["Chợ Nhớn"])
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    assert room.board(room.selected_screen).title == "Chợ Nhớn"
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(window)) == 9)


def test_words_of_the_folder_find_too(qtbot: QtBot, window: ConsoleWindow) -> None:
    window.views.finder.setText("ngay")
    qtbot.waitUntil(lambda: sorted(rows(window)) == ["Chợ Nhớn", "Cổng trường", "Vòng sáng"])
    window.views.finder.setText("xyz")
    qtbot.waitUntil(lambda: rows(window) == [])
    assert window.views._summary.text() == "0 found"


def test_two_thousand_views(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole) -> None:
    room = FakeRoom(live.bridge, fleet.inventory)
    room.views = tuple(
        View(f"Góc {n}", PRESETS[2], (CameraCell(n % 40 + 1),), f"Phường {n % 40}", view_id=n + 100)
        for n in range(2000)
    )
    window = make_console(rooms=room)
    began_s = time.perf_counter()
    window.go_to(VIEWS)
    QApplication.processEvents()
    assert time.perf_counter() - began_s < 0.9, "0.3 s, with room for a machine that has other things to do"
    assert len(rows(window)) == 2 + 40 + 2000
    window.views._nodes.prepare()
    took_s = []
    for text in ("g", "go", "goc", "goc 1", "goc 19", "goc 199"):
        began_s = time.perf_counter()
        window.views.finder.setText(text)
        window.views._look.stop()
        window.views._show()
        took_s.append(time.perf_counter() - began_s)
    assert sorted(took_s)[len(took_s) // 2] < 0.06, "20 ms a letter, with room"
    assert len(window.views._nodes.find("goc 199")) == 11


# -- showing


def test_enter_shows_a_view_on_the_screen_in_hand(window: ConsoleWindow, room: FakeRoom) -> None:
    room.select(room.screens[1].screen_id)
    go_to(window, room, "Trung tâm")
    press(window, Qt.Key.Key_Return)
    assert room.board(room.screens[1].screen_id).view_id == view_of(room, "Trung tâm").view_id
    go_to(window, room, "Cổng trường")
    press(window, Qt.Key.Key_Return, CTRL)
    assert room.board(room.screens[1].screen_id).title == "Cổng trường"


def test_enter_on_a_tour_begins_it(window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Vòng sáng")
    press(window, Qt.Key.Key_Return)
    (touring,) = room.touring(room.selected_screen)
    assert touring.tour.name == "Vòng sáng"


def test_a_view_is_dragged_onto_a_screen_in_small(window: ConsoleWindow, room: FakeRoom) -> None:
    mini = window.views.shelf.cards[1].mini
    index = window.views.model.index_of(key_of(view_of(room, "Chợ Nhớn")))
    freight = window.views.model.mimeData([index])
    assert drop_on(mini, middle_of(mini, 0), freight)
    assert room.board(room.screens[1].screen_id).title == "Chợ Nhớn"


def test_cameras_from_the_tree_go_to_the_wall_from_here_too(window: ConsoleWindow, room: FakeRoom) -> None:
    tree = window.tree
    tree.view.setCurrentIndex(tree.model.index_of(11))
    tree.view.setFocus()
    press(window, Qt.Key.Key_Return, CTRL)
    assert room.board(room.selected_screen).content_at(0) == CameraCell(11)


# -- saving


def test_the_screen_in_hand_is_saved(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = room.selected_screen
    room.show(screen_id, Board(PRESETS[1]).put(0, CameraCell(9)))
    press(window, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    form = window.views.form
    assert form.isVisible() and form.name.hasFocus()
    type_text(form.name, "Hội Lim")
    form.folder.setText(" Sự kiện / 2026 ")
    form.private.setChecked(True)
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    kept = view_of(room, "Hội Lim")
    assert (kept.folder, kept.owner, kept.contents, kept.layout) == (
        "Sự kiện/2026",
        "lan",
        (CameraCell(9),),
        PRESETS[1],
    )
    assert not form.isVisible()
    qtbot.waitUntil(lambda: "    2026" in rows(window))


def test_a_namesake_is_replaced_only_when_asked_to(window: ConsoleWindow, room: FakeRoom) -> None:
    before = view_of(room, "Trung tâm")
    room.show(room.selected_screen, Board(PRESETS[1]).put(0, CameraCell(9)))
    window.save_view()
    window.views.form.name.setText("Trung tâm")
    window.views.form.folder.clear()
    window.views.form.give()
    assert "There is a view “Trung tâm” here already" in window.views.notice.text
    assert view_of(room, "Trung tâm") == before and window.views.form.name.text() == "Trung tâm"
    click(window, "Replace it")
    after = view_of(room, "Trung tâm")
    assert after.view_id == before.view_id and after.contents == (CameraCell(9),)


def test_a_view_that_was_called_up_and_changed_is_saved_over_itself(window: ConsoleWindow, room: FakeRoom) -> None:
    view_id = view_of(room, "Chợ Nhớn").view_id
    room.call_up(room.selected_screen, view_id)
    room.show(room.selected_screen, room.board(room.selected_screen).put(5, CameraCell(8)))
    window.save_view()
    assert (window.views.form.name.text(), window.views.form.folder.text()) == ("Chợ Nhớn", "Ngày/Chợ")
    window.views.form.give()
    assert CameraCell(8) in view_of(room, "Chợ Nhớn").contents and view_of(room, "Chợ Nhớn").view_id == view_id


def test_a_view_without_a_name_is_not_saved(window: ConsoleWindow, room: FakeRoom) -> None:
    before = room.views
    window.save_view()
    window.views.form.name.setText("   ")
    window.views.form.give()
    assert room.views == before and window.views.form.isVisible()


# -- changing


def test_a_view_is_renamed_in_place(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Trung tâm")
    press(window, Qt.Key.Key_F2)
    line = editor_of(window)
    line.selectAll()
    type_text(line, "Quảng trường")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "  Quảng trường" in rows(window))
    assert view_of(room, "Quảng trường").contents == (CameraCell(1), CameraCell(2))
    assert window.views._undo.isVisible()
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "  Trung tâm" in rows(window))


def test_a_folder_is_renamed_with_all_that_is_in_it(window: ConsoleWindow, room: FakeRoom) -> None:
    window.views.desk.rename(Folder("", "Ngày"), "Ban ngày")
    assert {each.folder for each in entries(room)} == {"", "Ban ngày", "Ban ngày/Chợ"}
    room.undo_views()
    assert {each.folder for each in entries(room)} == {"", "Ngày", "Ngày/Chợ"}, "in one step"


def test_what_is_dragged_into_a_folder_is_kept_there(window: ConsoleWindow, room: FakeRoom) -> None:
    model = window.views.model
    freight = model.mimeData([model.index_of(key_of(view_of(room, name))) for name in ("Trung tâm", "Của tôi")])
    target = model.index_of_folder(Folder("", "Ngày/Chợ"))
    assert model.canDropMimeData(freight, Qt.DropAction.MoveAction, -1, -1, target)
    assert not model.dropMimeData(freight, Qt.DropAction.MoveAction, -1, -1, target), "the room moves it, not the model"
    moved = [view_of(room, "Trung tâm"), view_of(room, "Của tôi")]
    assert [(each.folder, each.owner) for each in moved] == [("Ngày/Chợ", ""), ("Ngày/Chợ", "")]


def test_a_real_drop_moves_a_view(window: ConsoleWindow, room: FakeRoom) -> None:
    tree, model = window.views.tree, window.views.model
    freight = model.mimeData([model.index_of(key_of(view_of(room, "Trung tâm")))])
    at = tree.visualRect(model.index_of_folder(Folder("lan"))).center()
    drop_on(tree.viewport(), at, freight)
    assert view_of(room, "Trung tâm").owner == "lan"


def test_a_view_is_cut_and_pasted_into_a_folder(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Trung tâm")
    press(window, Qt.Key.Key_X, CTRL)
    assert view_of(room, "Trung tâm").folder == "", "nothing happens before it is pasted"
    go_to(window, room, "Chợ Nhớn")
    press(window, Qt.Key.Key_V, CTRL)
    assert view_of(room, "Trung tâm").folder == "Ngày/Chợ"
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: "      Trung tâm" in rows(window))


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(window: ConsoleWindow, room: FakeRoom) -> None:
    room.save_view(View("Trung tâm", PRESETS[1], folder="Ngày"))
    before = room.views
    window.views.desk.move(
        [each for each in before if each.name == "Trung tâm" and not each.folder], Folder("", "Ngày")
    )
    assert room.views == before
    assert "There is a view “Trung tâm”" in window.views.notice.text


def test_copies_get_free_names(window: ConsoleWindow, room: FakeRoom) -> None:
    for _ in range(2):
        window.views.desk.copy([view_of(room, "Trung tâm"), room.tours[0]])
    assert {"Trung tâm (copy 1)", "Trung tâm (copy 2)"} <= {each.name for each in room.views}
    assert {"Vòng sáng (copy 1)", "Vòng sáng (copy 2)"} <= {each.name for each in room.tours}


def test_what_is_removed_comes_back(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Chợ Nhớn")
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "      Chợ Nhớn" not in rows(window))
    assert len(room.tours[0].stops) == 1
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "      Chợ Nhớn" in rows(window))
    assert len(room.tours[0].stops) == 2


def test_the_hand_stays_where_it_was_when_another_changes_something(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom
) -> None:
    go_to(window, room, "Cổng trường")
    window.views.tree.setExpanded(window.views.model.index_of_folder(Folder("", "Ngày/Chợ")), False)
    room.save_view(View("Mới", PRESETS[1]))
    qtbot.waitUntil(lambda: "  Mới" in rows(window))
    assert [each.name for each in window.views.tree.selected()] == ["Cổng trường"]
    assert not window.views.tree.isExpanded(window.views.model.index_of_folder(Folder("", "Ngày/Chợ")))


# -- files


def test_selected_views_are_exported(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, chosen_files: list[Path]
) -> None:
    chosen_files.append(Path("/tmp/views.json"))
    go_to(window, room, "Chợ Nhớn")
    press(window, Qt.Key.Key_E, CTRL)
    assert room.exported == [(Path("/tmp/views.json"), (view_of(room, "Chợ Nhớn").view_id,))]
    assert window.views.notice.text == "The file is being written…"
    qtbot.waitUntil(lambda: window.views.notice.text == "1 views are in /tmp/views.json.")


def test_what_was_not_understood_is_shown(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, chosen_files: list[Path]
) -> None:
    chosen_files.append(Path("/tmp/views.json"))
    room.imports = Future()
    press(window, Qt.Key.Key_I, CTRL)
    assert "Reading views.json…" in window.views.notice.text
    gone = "camera 7 Cầu is not here: its cells stay empty in «Chợ»"
    room.imports.set_result((3, (gone, *(f"view {n} was left out: no cell" for n in range(2, 13)))))
    qtbot.waitUntil(lambda: "3 views were taken in." in window.views.notice.text)
    lines = window.views.notice.text.splitlines()
    assert lines[1] == "Camera 7 Cầu is not here: its cells stay empty in “Chợ”." and lines[-1] == "and 4 more"


def test_a_file_that_cannot_be_read_is_named(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, chosen_files: list[Path]
) -> None:
    chosen_files.append(Path("/tmp/old.json"))
    room.imports = Future()
    press(window, Qt.Key.Key_I, CTRL)
    room.imports.set_exception(StoreError("old.json: this is no file of views", cause=Cause.FILE))
    qtbot.waitUntil(lambda: "old.json: this is no file of views" in window.views.notice.text)


# -- tours


def test_a_tour_of_the_selected_views(window: ConsoleWindow, room: FakeRoom) -> None:
    window.views.tree.clearSelection()
    window.views.tree.select({key_of(view_of(room, "Trung tâm")), key_of(view_of(room, "Cổng trường"))})
    click(window, "Tour…")
    form = window.views.tour
    assert form.stops.count() == 2
    type_text(form.name, "Hai nơi")
    form.dwell.setText("12,5")
    form.order.setCurrentIndex(1)
    click(window, "Save tour")
    tour = next(each for each in room.tours if each.name == "Hai nơi")
    assert (tour.dwell_s, tour.order, len(tour.stops), tour.is_of_views) == (12.5, Order.UNSEEN_FIRST, 2, True)
    assert not form.isVisible()


def test_a_tour_of_cameras_from_the_tree(window: ConsoleWindow, room: FakeRoom) -> None:
    window.tree.view.setCurrentIndex(window.tree.model.index_of(3))
    window.views.tree.clearSelection()
    click(window, "Tour…")
    form = window.views.tour
    assert [stop.camera_id for stop in form.stops.stops] == [3]
    assert drop_on(form.stops.viewport(), form.stops.viewport().rect().center(), cameras_freight([8, 9]))
    assert [stop.camera_id for stop in form.stops.stops] == [3, 8, 9]
    form.stops.setFocus()
    form.stops.setCurrentRow(2)
    press(window, Qt.Key.Key_Up, ALT)
    assert [stop.camera_id for stop in form.stops.stops] == [3, 9, 8]
    form.stop_dwell.setText("20")
    QTest.keyClick(form.stop_dwell, Qt.Key.Key_Return)
    form.stops.clearSelection()
    form.stops.setCurrentRow(0)
    form.stops.setFocus()
    press(window, Qt.Key.Key_Delete)
    form.name.setText("Cổng")
    form.give()
    tour = next(each for each in room.tours if each.name == "Cổng")
    assert tour.stops == (Stop(camera_id=9, dwell_s=20.0), Stop(camera_id=8))


def test_a_tour_is_changed_and_keeps_its_id(window: ConsoleWindow, room: FakeRoom) -> None:
    tour = room.tours[0]
    go_to(window, room, "Vòng sáng")
    click(window, "Tour…")
    form = window.views.tour
    assert form.name.text() == "Vòng sáng" and form.folder.text() == "Ngày"
    assert drop_on(
        form.stops.viewport(), form.stops.viewport().rect().center(), view_freight(view_of(room, "Trung tâm").view_id)
    )
    form.give()
    assert len(room.tours) == 1 and room.tours[0].tour_id == tour.tour_id and len(room.tours[0].stops) == 3


@pytest.mark.parametrize(
    ("dwell", "cameras", "why"),
    [
        ("10", (), "▲  A tour needs a stop: add views or cameras."),
        ("2", (1,), "▲  A tour stays for 3 s or longer, not 2 s."),
        ("", (1,), "▲  A tour stays for 3 s or longer, not 0 s."),
    ],
)
def test_what_is_no_tour_is_said_and_what_was_typed_stays(
    window: ConsoleWindow, room: FakeRoom, dwell: str, cameras: tuple[int, ...], why: str
) -> None:
    before = room.tours
    window.views.tree.clearSelection()
    window.views.begin_tour()
    form = window.views.tour
    form.stops.show_stops(Stop(camera_id=each) for each in cameras)
    form.name.setText("Vòng")
    form.dwell.setText(dwell)
    form.give()
    assert form.notice.text == why and form.name.text() == "Vòng" and room.tours == before
    press(window, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_views_and_cameras_do_not_go_together(window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Trung tâm")
    window.views.begin_tour()
    form = window.views.tour
    form.stops.add_stops([Stop(camera_id=1)])
    form.name.setText("Vòng")
    form.give()
    assert form.notice.text == "▲  A tour goes over views or over cameras, not over both."


def test_too_short_a_stop_is_refused(window: ConsoleWindow, room: FakeRoom) -> None:
    go_to(window, room, "Trung tâm")
    window.views.begin_tour()
    form = window.views.tour
    form.stops.selectAll()
    form.stop_dwell.setText("1")
    QTest.keyClick(form.stop_dwell, Qt.Key.Key_Return)
    assert "3 s or longer" in form.notice.text and form.stops.stops[0].dwell_s is None


def test_an_empty_page_says_what_belongs_there(live: FakeLive, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console(page=VIEWS, rooms=FakeRoom(live.bridge, fleet.inventory))
    assert not window.views.finder.isVisible()
    click(window, "Save the screen in hand…")
    assert window.views.form.isVisible()


def test_what_a_view_would_take_is_said_before_it_is_opened(
    qtbot: QtBot, live: FakeLive, window: ConsoleWindow, room: FakeRoom
) -> None:
    go_to(window, room, "Trung tâm")
    qtbot.waitUntil(lambda: len(live.forecast_of) == 2)
    view = view_of(room, "Trung tâm")
    camera = room.cameras.camera(view.cameras[0])
    assert camera is not None and live.forecast_of[0][0] in camera.streams
    window.top.budget.show_budget(BudgetChanged(0.8, 0.9, 1.8, 640.0, 18_000.0, 0))
    assert window.top.budget.text.endswith("chosen view: 5 %")
    sentence = window.views.foretold
    assert sentence.isVisible()
    assert sentence.text() == "It would take 0.20 of 4.00 processor cores, 80 MB of memory, 1.0 Mbit/s of network."
    window.views.tree.clearSelection()
    qtbot.waitUntil(lambda: window.top.budget.text == "decoding 50 %")
    assert not sentence.isVisible()
