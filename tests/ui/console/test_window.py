"""The console in the operator's hand: pages, keys, memory, ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.hand import press
from tests.ui.fake_live import FakeLive
from wall.model.events import CredentialHeld, InventoryChanged, SearchProgressed, WorkFailed
from wall.model.tile import Cause
from wall.ui.console import memory
from wall.ui.console.memory import Memory
from wall.ui.console.pages import CAMERAS, FOUND, HEALTH, KEYS, SCREENS
from wall.ui.console.parts import EmptyState
from wall.ui.key_list import KeyList
from wall.ui.palette_sheet import PaletteSheet
from wall.ui.theme import DARK, LIGHT, Theme

CTRL = Qt.KeyboardModifier.ControlModifier


def visible_texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_pages_by_key(make_console: MakeConsole) -> None:
    window = make_console()
    assert window.page == CAMERAS
    names = [page.name for page in window.pages.in_navigation]
    assert names[0] == SCREENS and {CAMERAS, FOUND, HEALTH} <= set(names)
    for place, name in reversed(list(enumerate(names, 1))):
        press(window, Qt.Key(Qt.Key.Key_0.value + place), CTRL)
        assert window.page == name
    window.go_to(CAMERAS)
    assert not window.tree.finder.hasFocus()
    press(window, Qt.Key.Key_F, CTRL)
    assert window.tree.finder.hasFocus()


def test_pages_by_mouse(make_console: MakeConsole) -> None:
    window = make_console()
    (health,) = [button for button in window.navigation.findChildren(QPushButton) if button.text() == "Health"]
    QTest.mouseClick(health, Qt.MouseButton.LeftButton)
    assert window.page == HEALTH and health.isChecked()


def test_a_hand_without_a_keyboard_gets_everywhere(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    find, keys = (
        next(each for each in window.navigation.findChildren(QPushButton) if each.text() == text)
        for text in ("Find…", "?")
    )
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton)
    listed = window.findChild(KeyList)
    assert listed is not None and listed.isVisible()
    press(window, Qt.Key.Key_Escape)
    QTest.mouseClick(find, Qt.MouseButton.LeftButton)
    sheet = window.findChild(PaletteSheet)
    assert sheet is not None and sheet.isVisible()
    QTest.keyClicks(sheet.line, "change the keys")
    qtbot.waitUntil(lambda: sheet.view.model().rowCount() > 0)
    at = sheet.view.visualRect(sheet.view.model().index(0, 0)).center()
    QTest.mouseClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: window.page == KEYS)


def test_the_list_of_keys_comes_and_goes(make_console: MakeConsole) -> None:
    window = make_console()
    keys = window.findChild(KeyList)
    assert keys is not None
    press(window, Qt.Key.Key_F1)
    assert keys.isVisible() and "Ctrl+F" in keys.texts
    press(window, Qt.Key.Key_Escape)
    assert not keys.isVisible()


def test_the_top_line_tells_the_city(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = make_console()
    assert {"40 cameras", "4 lost"} <= set(visible_texts(window.top))
    assert not window.top.search.isVisible()
    fleet.tell(SearchProgressed(12, 254, 3))
    qtbot.waitUntil(window.top.search.isVisible)
    assert window.top.search.text() == "Searching: 12 of 254 addresses asked, 3 devices found"
    fleet.tell(SearchProgressed(254, 254, 9, is_over=True))
    qtbot.waitUntil(lambda: not window.top.search.isVisible())


@pytest.mark.parametrize("page", [CAMERAS, FOUND, HEALTH])
def test_an_empty_page_offers_the_one_action(
    qtbot: QtBot, live: FakeLive, make_console: MakeConsole, page: str
) -> None:
    fleet = FakeFleet(live.bridge)
    window = make_console(fleet)
    assert window.page == FOUND, "with no camera one begins with searching"
    window.go_to(page)
    empty = [state for state in window.pages.findChildren(EmptyState) if state.isVisible()]
    assert len(empty) == 1
    action = empty[0].findChild(QPushButton)
    assert action is not None
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert window.page == FOUND
    assert fleet.wishes("start_search") == ([("start_search", "", True)] if page == FOUND else [])


def test_what_failed_is_said_in_words_and_goes_with_esc(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    fleet.tell(WorkFailed("3 cameras changed", Cause.DISK_FULL, "SQLITE_FULL"))
    qtbot.waitUntil(lambda: bool(window.notice.text))
    assert "Nothing was changed. The disk is full: SQLITE_FULL" in window.notice.text
    press(window, Qt.Key.Key_Escape)
    assert window.notice.text == ""


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("keep what stands on the screens", "The wall goes on; what it shows cannot be kept yet, and is tried again."),
        ("read the layouts", "Something that was kept cannot be read; the rest is there."),
        ("view Chợ saved", "Nothing was changed."),
    ],
)
def test_what_became_of_it_is_said_too(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole, work: str, said: str
) -> None:
    window = make_console()
    fleet.tell(WorkFailed(work, Cause.DISK_FULL))
    qtbot.waitUntil(lambda: window.notice.text == f"▲  {said} The disk is full")


def test_what_was_told_before_there_was_a_window_is_not_lost(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    early = (InventoryChanged(fleet.inventory, "3 devices added"), CredentialHeld("quan-tri", ("http://10.0.0.1/",)))
    window = make_console(early=early)
    qtbot.waitUntil(lambda: window.cameras._undo.text() == "Undo: 3 devices added")
    qtbot.waitUntil(window.banners.isVisible)


def test_panels_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)

    def window_of(sizes: list[int]) -> tuple[QWidget, QSplitter, QSplitter]:
        window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        splitters = QSplitter(window), QSplitter(window)
        for splitter in splitters:
            column.addWidget(splitter)
            for _ in sizes:
                splitter.addWidget(QWidget(splitter))
            splitter.setSizes(sizes)
        window.resize(500, 300)
        return window, *splitters

    first = window_of([120, 300])
    with qtbot.waitExposed(first[0]):
        first[0].show()
    Memory(settings, first[0], {"one": first[1], "other": first[2]}, ()).end()
    second = window_of([300, 120])
    Memory(settings, second[0], {"one": second[1], "other": second[2]}, ()).recall()
    with qtbot.waitExposed(second[0]):
        second[0].show()
    assert second[1].sizes() == first[1].sizes() != [300, 120]
    assert second[0].size() == first[0].size()


def test_columns_are_remembered_once_the_hand_has_moved_them(make_console: MakeConsole, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    first = make_console(settings=settings)
    header = first.cameras.view.horizontalHeader()
    edge = QPoint(header.sectionPosition(1) + header.sectionSize(1) - 2, header.height() // 2)
    width = header.sectionSize(1)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(20, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    moved = header.sectionSize(1)
    assert moved > width
    first.close()
    second = make_console(settings=settings)
    assert second.cameras.view.columnWidth(1) == moved


def test_what_is_remembered_is_written_down_before_the_end(
    qtbot: QtBot, make_console: MakeConsole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut the window stands as it stood."""
    monkeypatch.setattr(memory, "NOTE_MS", 50)
    file = str(tmp_path / "console.ini")
    window = make_console(settings=QSettings(file, QSettings.Format.IniFormat))
    window.resize(1300, 800)

    def is_written() -> bool:
        return bool(QSettings(file, QSettings.Format.IniFormat).value("console/window") == window.saveGeometry())

    qtbot.waitUntil(is_written)
    written = Path(file).stat().st_mtime_ns
    qtbot.wait(200)
    assert Path(file).stat().st_mtime_ns == written, "nothing has changed, nothing is written"


def test_damaged_settings_are_no_harm(make_console: MakeConsole, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    for key in ("console/window", "console/panels", "console/cameras"):
        settings.setValue(key, "rubbish")
    assert make_console(settings=settings).isVisible()


def test_a_dialog_for_files_has_the_ground_that_its_words_are_read_on(make_console: MakeConsole) -> None:
    """Qt's own, where no desktop brings one: it takes light letters from us, and its ground from the system."""
    dialog = QFileDialog(make_console())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    assert dialog.grab().toImage().pixelColor(2, 2) == DARK.ground
    dialog.close()


def test_closing_gives_everything_back(qtbot: QtBot, live: FakeLive, make_console: MakeConsole) -> None:
    window = make_console()
    window.panel.open(1)
    qtbot.waitUntil(lambda: len(live.feeds) == 1)
    with qtbot.waitSignal(window.closed):
        press(window, Qt.Key.Key_Q, CTRL)
    assert live.feeds == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_nothing_is_cut_off_in_vietnamese(
    qtbot: QtBot, vietnamese: None, make_console: MakeConsole, theme: Theme
) -> None:
    """Every button has room for its words, in the narrowest window."""
    window = make_console(theme=theme, width=1000)
    window.panel.open(5)
    for page in [each.name for each in window.pages.in_navigation]:
        window.go_to(page)
        qtbot.waitUntil(lambda: squeezed(window) == [])
        for button in window.findChildren(QPushButton):
            if button.isVisible():
                words = button.fontMetrics().horizontalAdvance(button.text())
                assert button.width() >= words, f"{button.text()!r} on page {page}"


def squeezed(window: QWidget) -> list[str]:
    """Texts that wrap, and have less height than their lines need. Layouts settle within a few turns of the loop."""
    labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width()) - 1]
