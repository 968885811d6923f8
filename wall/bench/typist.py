"""A fast hand on the keyboard, and how soon the screen has answered each of its letters.

A letter is a real key, pressed when it is due, whatever the program is doing then: work that goes on behind is part of
its time. It is answered once the list has been painted with what is found for the text in the line. The time counts on
until the end of that painting.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from wall.bench.heartbeat import waited_s

LETTER_S = 0.08
"""Twelve letters a second: hardly anybody types faster."""
_PATIENCE_S = 20.0
_ALL = QEventLoop.ProcessEventsFlag.AllEvents
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


@dataclass(frozen=True, slots=True)
class Letter:
    """Milliseconds from when it was due: until the list was painted, and until the thread had nothing left to do.

    `held_ms` is `painted_ms` without what the thread waited for a processor, `cpu_ms` what it used of one.
    """

    text: str
    painted_ms: float
    held_ms: float
    cpu_ms: float
    idle_ms: float


class Typist:
    """Types into `line`. `has_answered` tells whether `view` holds what is found for the text of the line."""

    def __init__(self, line: QLineEdit, view: QAbstractItemView, has_answered: Callable[[], bool]) -> None:
        self._line = line
        self._has_answered = has_answered
        self._eye = _Eye(view, has_answered)

    def type(self, texts: Sequence[str], apart_s: float = 0.4) -> Iterator[Letter]:
        """Each text from an empty line, letter by letter."""
        for text in texts:
            self._line.clear()
            due_s = time.perf_counter() + apart_s
            for letter in text:
                yield self._press(letter, due_s, *_live_until(due_s))
                due_s = max(due_s + LETTER_S, time.perf_counter())

    def _press(self, letter: str, due_s: float, waited_before_s: float, cpu_before_s: float) -> Letter:
        self._eye.has_seen = False
        QTest.keyClick(self._line, letter)  # type: ignore[call-overload]  # Its stubs do not know of letters.
        is_idle = False
        while not self._eye.has_seen and not (is_idle and self._has_answered()):
            if time.perf_counter() - due_s > _PATIENCE_S:
                raise TimeoutError(f"nothing answers {self._line.text()!r}")
            is_idle = not _turn(_ALL)
            if is_idle and not self._has_answered():
                _turn(_WAIT)
        painted_s, cpu_s = time.perf_counter() - due_s, time.thread_time() - cpu_before_s
        held_s = painted_s - (waited_s() - waited_before_s)
        while _turn(_ALL):
            pass
        idle_s = time.perf_counter() - due_s
        return Letter(self._line.text(), painted_s * 1000, held_s * 1000, cpu_s * 1000, idle_s * 1000)


class _Eye(QObject):
    """Sees the view being painted once it has answered."""

    def __init__(self, view: QAbstractItemView, has_answered: Callable[[], bool]) -> None:
        super().__init__(view)
        self._has_answered = has_answered
        self.has_seen = False
        view.viewport().installEventFilter(self)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.has_seen:
            self.has_seen = self._has_answered()
        return False


def _turn(how: QEventLoop.ProcessEventsFlag) -> bool:
    """One turn of the loop; was there anything to do?"""
    return QAbstractEventDispatcher.instance().processEvents(how)


def _live_until(due_s: float) -> tuple[float, float]:
    """How long the thread had waited for a processor, and used one, before the turn in which it became due."""
    wake = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    wake.start(max(0, round((due_s - time.perf_counter()) * 1000)))
    before = waited_s(), time.thread_time()
    while time.perf_counter() < due_s:
        before = waited_s(), time.thread_time()
        _turn(_WAIT if wake.isActive() else _ALL)  # A timer may be a part of a millisecond early.
    return before
