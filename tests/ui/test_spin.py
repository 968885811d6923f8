"""Waiting while the window lives."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from wall.ui.spin import spin


def test_it_ends_with_what_it_waits_for(qtbot: QtBot) -> None:
    happened: list[str] = []
    QTimer.singleShot(30, lambda: happened.append("it"))
    assert spin(30, lambda: bool(happened))
    assert not spin(0.05, lambda: False)


def test_where_nothing_is_waited_for_the_window_lives_for_so_long(qtbot: QtBot) -> None:
    happened: list[str] = []
    QTimer.singleShot(30, lambda: happened.append("it"))
    began_s = time.monotonic()
    assert not spin(0.2)
    assert happened and time.monotonic() - began_s >= 0.19
