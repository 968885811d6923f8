"""The page of alarms in the hand: what stands there, keys that are pressed, forms that are answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from wall.model.alarms.alarm import Alarm
from wall.ui.console.alarms.page import AlarmsPage
from wall.ui.console.window import ConsoleWindow

MakeAlarms = Callable[[], ConsoleWindow]


def page_of(window: ConsoleWindow) -> AlarmsPage:
    assert window.alarms is not None
    return window.alarms.page


def rows(window: ConsoleWindow) -> list[Alarm]:
    return list(page_of(window).view.alarms.rows)


def texts(window: ConsoleWindow, row: int) -> dict[str, str]:
    model = page_of(window).view.alarms
    return {column.name: column.text(model.rows[row]) for column in model.columns}


def press(window: ConsoleWindow, key: Qt.Key) -> None:
    QTest.keyClick(page_of(window).view, key)


def answer(window: ConsoleWindow, text: str) -> None:
    """In the form that is open: type, and Enter."""
    form = page_of(window).form
    assert form.isVisible()
    form.line.setFocus()
    form.line.insert(text)  # As an input method does: QTest types no Vietnamese.
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    assert not form.isVisible()
