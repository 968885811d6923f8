"""Taps that are quick, however slow the machine is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@contextmanager
def quick_taps() -> Iterator[None]:
    """Qt takes the second tap in here for one half of a double one, wherever it is; some milliseconds must lie between
    them.
    """
    usual = QApplication.doubleClickInterval()
    QTest.qWait(usual + 50)
    QApplication.setDoubleClickInterval(60_000)
    yield
    QApplication.setDoubleClickInterval(usual)
