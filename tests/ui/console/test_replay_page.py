"""How much is kept for replay, settled by hand: kept for the next start, complained of, taken back, all by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.hand import click
from tests.ui.console.standing import standing
from wall.model.buffering import BufferSettings
from wall.ui.console.pages import REPLAY, SCREENS
from wall.ui.console.replay_page import ReplayPage
from wall.ui.console.replay_settings import ReplaySettings, buffer_settings
from wall.ui.theme import DARK

MakePage = Callable[..., ReplayPage]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where settings stand. Nobody writes there after the test."""
    return tmp_path / "console.ini"


@pytest.fixture
def make_page(qtbot: QtBot, file: Path) -> MakePage:
    def make(
        now: BufferSettings | None = None, apply: Callable[[BufferSettings], object] = lambda _wanted: None
    ) -> ReplayPage:
        settings = ReplaySettings(QSettings(str(file), QSettings.Format.IniFormat), now or BufferSettings(), apply)
        page = standing(qtbot, lambda parent: ReplayPage(DARK, settings, parent))
        page.enter()
        return page

    return make


def next_start(page: ReplayPage, file: Path) -> BufferSettings:
    """What the program finds in the file when it starts again."""
    assert page.settings.writing.waitForDone(5000)
    return buffer_settings(QSettings(str(file), QSettings.Format.IniFormat), BufferSettings())


def fill(*texts: str) -> None:
    """By keys alone, from the first field on: type over what is there, Tab to the next."""
    for text in texts:
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Tab)


def fields(page: ReplayPage) -> list[str]:
    return [line.text() for line in page.findChildren(QLineEdit)]


def test_by_keys_alone_it_is_kept_for_the_next_start(make_page: MakePage, file: Path) -> None:
    page = make_page()
    assert fields(page) == ["5", "96", "2048"]
    fill("2,5", "64", "0")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.notice.text == "Kept. It is in force from the next start on."
    assert next_start(page, file) == BufferSettings(2.5, 64, 0, "", True)
    assert fields(make_page()) == ["2.5", "64", "0"]


def test_how_much_is_kept_is_in_force_at_once(make_page: MakePage, file: Path) -> None:
    """But for what was given at the start, and for what is switched off."""
    applied: list[BufferSettings] = []
    now = BufferSettings(folder="/somewhere").settled({"memory_mb": "48"})
    page = make_page(now, applied.append)
    fill("10", "64", "1024")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.notice.text == "Kept, and in force."
    assert applied == [BufferSettings(10, 48, 1024, "/somewhere")] and page.settings.now == applied[0]
    page.undo()
    assert applied[1] == BufferSettings(5, 48, 2048, "/somewhere")
    page.enter()
    fill("0")
    page.keep()
    assert page.notice.text == "Kept. It is in force from the next start on." and len(applied) == 2
    assert page.settings.now == applied[1]
    next_start(page, file)


@pytest.mark.parametrize(
    ("place", "text", "complaint"),
    [
        (0, "1441", "Minutes: a number from 0 to 1440, not “1441”."),
        (0, "-1", "Minutes: a number from 0 to 1440, not “-1”."),
        (0, "năm", "Minutes: a number from 0 to 1440, not “năm”."),
        (1, "7", "Memory: a whole number of MB from 8 on, not “7”."),
        (1, "64.5", "Memory: a whole number of MB from 8 on, not “64.5”."),
        (2, "31", "Disk: 0, or a whole number of MB from 32 on, not “31”."),
        (2, "", "Disk: 0, or a whole number of MB from 32 on, not “”."),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_kept(
    make_page: MakePage, file: Path, place: int, text: str, complaint: str
) -> None:
    page = make_page()
    line = page.findChildren(QLineEdit)[place]
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.notice.text == f"▲  {complaint}"
    assert line.hasFocus() and line.text() == text, "the hand is on it, and what was typed stays"
    assert next_start(page, file) == BufferSettings()


def test_undo_the_usual_and_esc(make_page: MakePage, file: Path) -> None:
    page = make_page()
    for minutes in ("9", "3"):
        fill(minutes)
        click(page, "Keep")
        page.enter()
    page.undo()
    assert (next_start(page, file).minutes, fields(page)[0]) == (9, "9")
    click(page, "Undo")
    assert next_start(page, file).minutes == 5
    page.enter()
    fill("7")
    assert page.go_back() and page.go_back() and fields(page)[0] == "5"
    assert not page.go_back()
    page.keep()
    assert page.notice.text == "That is how it is kept already."
    page.enter()
    fill("7")
    click(page, "Keep")
    click(page, "Usual")
    assert fields(page)[0] == "5" and next_start(page, file).minutes == 7, "the hand keeps it"
    QTest.keyClick(page.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert next_start(page, file) == BufferSettings()


def test_what_else_stands_in_the_file_stays(make_page: MakePage, file: Path) -> None:
    file.write_text("[console]\nwindow=1\n[replay]\nfolder=/data/replay\n")
    page = make_page()
    fill("1")
    page.keep()
    assert next_start(page, file) == BufferSettings(1.0, folder="/data/replay")
    assert QSettings(str(file), QSettings.Format.IniFormat).value("console/window") == "1"


def test_what_was_given_at_the_start_is_named(make_page: MakePage) -> None:
    page = make_page(BufferSettings().settled({"minutes": "2", "while_hidden": "yes"}))
    said = [each.text() for each in page.findChildren(QLabel)]
    named = "Set by an option or the environment of this start, which go before: "
    assert named + "Minutes, Go on for windows that nobody sees" in said


def test_it_is_reached_by_key_and_left_by_esc(make_console: MakeConsole, file: Path) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    window = make_console(replay=ReplaySettings(settings, BufferSettings()))
    QTest.keyClick(window, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert window.page == REPLAY and isinstance(window.focusWidget(), QLineEdit)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page == SCREENS
