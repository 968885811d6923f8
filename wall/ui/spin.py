"""Lets the window live while something is waited for: at the start, in a benchmark, in a test."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer

_LOOK_EVERY_MS = 20


def spin(seconds: float, until: Callable[[], bool] | None = None) -> bool:
    """Run Qt's loop for so long, or until something is true; says whether it was. UI thread.

    Where nothing is waited for, nothing is looked at meanwhile: a wall that is weighed shall not be weighed with that.
    What `until` raises ends it, too, and is raised here: Qt would only write it down, and go on for ever.
    """
    loop = QEventLoop()
    if until is None:
        end = QTimer(interval=max(0, round(seconds * 1000)), timerType=Qt.TimerType.PreciseTimer, singleShot=True)
        end.timeout.connect(loop.quit)
        end.start()
        loop.exec()
        return False
    deadline_s = time.monotonic() + seconds
    outcome, raised = until(), list[BaseException]()

    def look() -> None:
        nonlocal outcome
        try:
            outcome = until()
        except BaseException as error:
            raised.append(error)
        if outcome or raised or time.monotonic() >= deadline_s:
            loop.quit()

    if not outcome:
        timer = QTimer(interval=_LOOK_EVERY_MS)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()
    if raised:
        raise raised[0]
    return outcome
