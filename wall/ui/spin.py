"""Lets the window live while something is waited for: at the start, in a benchmark, in a test."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_EVERY_MS = 20


def spin(seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
    """Run Qt's loop for so long, or until something is true; says whether it was. UI thread."""
    loop = QEventLoop()
    deadline_s = time.monotonic() + seconds
    outcome = until()

    def look() -> None:
        nonlocal outcome
        outcome = until()
        if outcome or time.monotonic() >= deadline_s:
            loop.quit()

    if not outcome:
        timer = QTimer(interval=_LOOK_EVERY_MS)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()
    return outcome
