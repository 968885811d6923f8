"""The operator's hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from wall.ui.console.window import ConsoleWindow

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Letter by letter. QTest aborts the process on any letter that is not ASCII."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NO_MODIFIER, letter))


def click(widget: QWidget, text: str) -> None:
    """Press the one button that says this."""
    (button,) = [each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(window: ConsoleWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """A key, wherever the hand is."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)
