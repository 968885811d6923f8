"""Letting the window live while something is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from wall.ui.spin import spin


def test_it_ends_when_it_is_true(qapp: QCoreApplication) -> None:
    heard: list[int] = []
    timer = QTimer(singleShot=True, interval=30)
    timer.timeout.connect(lambda: heard.append(1))
    timer.start()
    assert spin(20, lambda: bool(heard))


@pytest.mark.parametrize("until", [None, lambda: False])
def test_it_ends_after_its_time(qapp: QCoreApplication, until: Callable[[], bool] | None) -> None:
    happened: list[int] = []
    QTimer.singleShot(30, lambda: happened.append(1))
    begin_s = time.monotonic()
    assert not spin(0.1, until)
    assert happened and time.monotonic() - begin_s >= 0.099


def test_what_goes_wrong_while_one_looks_ends_it(qapp: QCoreApplication) -> None:
    asked: list[int] = []

    def until() -> bool:
        asked.append(1)
        if len(asked) > 2:
            raise LookupError("it is gone")
        return False

    with pytest.raises(LookupError, match="it is gone"):
        spin(20, until)
