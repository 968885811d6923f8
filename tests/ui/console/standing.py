"""A page of the console by itself, on a real window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wall.ui.console.style import dress
from wall.ui.theme import DARK, Theme

W = TypeVar("W", bound=QWidget)


def standing(
    qtbot: QtBot, make: Callable[[QWidget], W], *, theme: Theme = DARK, width: int = 1100, height: int = 700
) -> W:
    """A window with nothing but what is made for it; it is closed with the test."""
    window = QWidget()
    qtbot.addWidget(window, before_close_func=partial(_keep, window))
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    made = make(window)
    around.addWidget(made)
    dress(window, theme)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def _keep(_window: QWidget, _closing: QWidget) -> None:
    """A child does not keep its window: until the end of the test this does."""
