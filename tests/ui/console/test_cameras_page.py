"""The cameras' table: typing into it, taking back, adding, importing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.hand import click, type_text
from wall.model.errors import WallError
from wall.model.import_plan import CameraChange, FieldChange, ImportPlan, RefusedRow
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.ui.console.pages import CAMERAS, IMPORT
from wall.ui.console.window import ConsoleWindow


def type_into(qtbot: QtBot, window: ConsoleWindow, row: int, column: str, text: str) -> None:
    """As a hand does: go to the cell, F2, type, Enter."""
    view, model = window.cameras.view, window.cameras.model
    place = next(n for n, each in enumerate(model.columns) if each.name == column)
    keep = QItemSelectionModel.SelectionFlag.NoUpdate
    if row not in view.selected_rows():
        view.selectRow(row)
    view.selectionModel().setCurrentIndex(model.index(row, place), keep)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    with qtbot.waitSignal(editor.destroyed):  # Qt carries the Enter out in a later turn of its loop.
        type_over(editor, text)


def type_over(editor: QLineEdit, text: str) -> None:
    editor.selectAll()
    type_text(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_name_is_typed_in_place_and_taken_back(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    type_into(qtbot, window, 1, "name", "Cổng Đông chợ Nhớn")
    qtbot.waitUntil(lambda: window.cameras.model.rows[1].camera.name == "Cổng Đông chợ Nhớn")
    assert window.panel.title.text() == "2  Cổng Đông chợ Nhớn"
    assert window.cameras.view.selected_rows() == [1]
    undo = window.cameras._undo
    qtbot.waitUntil(lambda: undo.isVisible() and undo.text() == "Undo: 1 cameras changed")
    QTest.keyClick(window.cameras.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.cameras.model.rows[1].camera.name == "Ngã Sáu – hướng Tây")
    assert not undo.isVisible()


def test_tags_are_typed_once_for_all_selected(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    view = window.cameras.view
    view.selectRow(3)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_rows() == [3, 4, 5]
    assert window.cameras._title.text() == "3 of 40 cameras selected"
    type_into(qtbot, window, 5, "tags", "lễ hội")
    assert fleet.wishes("edit") == [("edit", (4, 5, 6))]
    qtbot.waitUntil(lambda: window.cameras.model.rows[3].camera.tags == ("lễ hội",))
    assert view.selected_rows() == [3, 4, 5]


def test_a_number_belongs_to_one_camera_only(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    window.cameras.view.selectAll()
    type_into(qtbot, window, 0, "number", "2")
    assert fleet.wishes("edit") == []
    assert "Number 2 belongs to “Ngã Sáu – hướng Tây” already." in window.cameras.notice.text
    type_into(qtbot, window, 0, "number", "200")
    assert fleet.wishes("edit") == [("edit", (1,))]
    assert window.cameras.notice.text == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_site_is_chosen_from_those_there_are(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    type_into(qtbot, window, 0, "site", "Đền Bà Chúa Kho")
    qtbot.waitUntil(lambda: window.cameras.model.rows[0].camera.site_id == 8)
    type_into(qtbot, window, 0, "site", "Chỗ nào đó")
    assert "There is no site “Chỗ nào đó”" in window.cameras.notice.text


def test_cameras_are_taken_out_with_del(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    window.cameras.view.setFocus()
    window.cameras.view.selectRow(0)
    QTest.keyClick(window.cameras.view, Qt.Key.Key_Delete)
    assert fleet.wishes("remove") == [("remove", (1,))]
    qtbot.waitUntil(lambda: len(window.cameras.model.rows) == 39)
    assert window.panel.camera_id is None, "a camera that is gone is not shown any more"


def test_del_while_typing_deletes_letters_only(fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    window.cameras.view.selectRow(0)
    window.tree.look_for()
    QTest.keyClicks(window.tree.finder, "nga")
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Home)
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Delete)
    assert window.tree.finder.text() == "ga"
    assert fleet.wishes("remove") == []


def test_a_stream_is_added_and_its_login_moves_out_of_the_address(fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = window.cameras.form
    assert form.isVisible()
    type_text(form._name, "Cổng sau")
    QTest.keyClicks(form._address, "rtsp://admin:bi-mat@10.1.2.3/live")
    QTest.keyClick(form._address, Qt.Key.Key_Return)
    assert fleet.wishes("add_rtsp") == [("add_rtsp", "Cổng sau", "rtsp://10.1.2.3/live")]
    assert fleet.logins == [Credentials("admin", "bi-mat")]
    assert not form.isVisible() and form._address.text() == ""


@pytest.mark.parametrize(("name", "address"), [("", "rtsp://10.0.0.1/x"), ("Cổng", "http://admin:bi-mat@10.0.0.1/")])
def test_a_stream_that_cannot_be_is_refused_where_it_was_typed(
    fleet: FakeFleet, make_console: MakeConsole, name: str, address: str
) -> None:
    window = make_console()
    window.cameras.add_stream()
    form = window.cameras.form
    form._name.setText(name)
    form._address.setText(address)
    click(form, "Add")
    assert fleet.wishes("add_rtsp") == []
    assert form._notice.text and "bi-mat" not in form._notice.text
    QTest.keyClick(form._name, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_another_login_for_the_devices_of_the_selected_cameras(fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    page = window.cameras
    assert not page._log_in_to.isEnabled()
    page.view.selectAll()
    click(page, "Log in…")
    type_text(page.login.user, "quan-tri")
    type_text(page.login.password, "bí mật")
    click(page.login, "Log in to 40 devices")
    (asked,) = fleet.wishes("use_credentials")
    assert asked[2] == "quan-tri"
    assert asked[1] == tuple(record.device.endpoint for record in fleet.inventory.devices)
    assert fleet.logins == [Credentials("quan-tri", "bí mật")]
    assert not page.login.isVisible() and page.login.password.text() == ""
    click(page, "Log in…")
    QTest.keyClick(page.login.user, Qt.Key.Key_Escape)
    assert not page.login.isVisible()


def plan_of(fleet: FakeFleet) -> ImportPlan:
    first, second = fleet.inventory.cameras[:2]
    change = CameraChange(first, first, (FieldChange("name", first.name, "Tên mới"), FieldChange("tags", "", "chợ")))
    refused = RefusedRow(7, "number 3 stands there twice")
    return ImportPlan(
        "/x/camera.xlsx", (second,), (change,), 38, (refused,), fleet.inventory, fleet.inventory, ("Màu sơn",)
    )


def test_an_import_is_looked_at_before_it_is_made(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole, chosen_files: list[Path]
) -> None:
    window = make_console()
    chosen_files.append(Path("/x/camera.xlsx"))
    click(window, "Import…")
    assert fleet.wishes("plan_import") == [("plan_import", Path("/x/camera.xlsx"))]
    plan = plan_of(fleet)
    fleet.from_another_thread(lambda: fleet.plans.set_result(plan))
    qtbot.waitUntil(lambda: window.page == IMPORT)
    rows = [(row.kind, row.subject, row.field, row.before, row.after) for row in window.desk.page.model.rows]
    assert rows == [
        ("▲ refused", "Line 7", "", "", "number 3 stands there twice"),
        ("changed", "1  Ngã Sáu chính", "Name", "Ngã Sáu – hướng Đông", "Tên mới"),
        ("changed", "1  Ngã Sáu chính", "Tags", "–", "chợ"),
        ("added", "2  Ngã Sáu – hướng Tây", "", "", "Ngã Sáu · Suối Hoa"),
    ]
    assert window.desk.page.notice.text == "Columns that are not understood, and left out: Màu sơn"
    assert fleet.wishes("apply_import") == []
    click(window, "Apply 2 changes")
    assert fleet.wishes("apply_import") == [("apply_import", plan)]
    fleet.from_another_thread(lambda: fleet.applied.set_result(None))
    qtbot.waitUntil(lambda: window.page == CAMERAS)
    assert window.cameras.notice.text == "Imported: 1 cameras added, 1 changed."


def test_an_import_that_fails_says_so_and_can_be_left(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.import_table(Path("camera.csv"))
    fleet.plans.set_result(plan_of(fleet))
    qtbot.waitUntil(lambda: window.page == IMPORT)
    window.desk.page.apply()
    fleet.applied.set_exception(WallError("database is full", cause=Cause.DISK_FULL))
    why = "Nothing was changed: The disk is full: database is full"
    qtbot.waitUntil(lambda: why in window.desk.page.notice.text)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page == CAMERAS


def test_a_table_that_cannot_be_read_is_told_on_the_page(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.import_table(Path("camera.csv"))
    assert window.cameras.notice.text == "Reading camera.csv…"
    fleet.plans.set_exception(ValueError("line 1 names no column"))
    qtbot.waitUntil(lambda: "line 1 names no column" in window.cameras.notice.text)
    assert window.page == CAMERAS


def test_export(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole, chosen_files: list[Path]) -> None:
    window = make_console()
    click(window, "Export…")
    assert fleet.wishes("export") == [], "no file chosen, nothing done"
    chosen_files.append(Path("/x/out.csv"))
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert fleet.wishes("export") == [("export", Path("/x/out.csv"))]
    assert window.cameras.notice.text == "The file is being written…", "that may take long on a stick that hangs"
    fleet.from_another_thread(lambda: fleet.exported.set_result(None))
    qtbot.waitUntil(lambda: window.cameras.notice.text == "Exported to /x/out.csv. No password is in it.")
