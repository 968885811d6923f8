"""Timers as this program uses them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(owner: QObject, interval_ms: int, then: Callable[[], None]) -> QTimer:
    """One that does something once, so long after it was started last. It goes with its owner."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(then)
    return timer
