"""Brings how the sticks stand to the UI thread, hundreds of times a second if need be."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal

from wall.model.sticks import StickNews, StickReading


class StickBridge(QObject):
    """Made on the UI thread; must outlive whoever calls `hear`. `came` tells StickNews, in order.

    While the UI thread is busy, of what only moved the newest waits; buttons and what was pulled wait one by one.
    """

    came = Signal(object)
    _waits = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._waiting: list[StickNews] = []
        self._waits.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def hear(self, news: StickNews) -> None:
        """Callable from any thread; never waits for the UI."""
        with self._lock:
            was_empty = not self._waiting
            _add(self._waiting, news)
        if was_empty:
            self._waits.emit()

    def _hand_on(self) -> None:
        with self._lock:
            news, self._waiting = self._waiting, []
        for each in news:
            self.came.emit(each)


def _add(waiting: list[StickNews], news: StickNews) -> None:
    """In place of the last one of the same stick, if that says nothing else but where the axes were."""
    for place in range(len(waiting) - 1, -1, -1):
        former = waiting[place]
        if former.stick != news.stick:
            continue
        if isinstance(former, StickReading) and isinstance(news, StickReading) and former.buttons == news.buttons:
            waiting[place] = news
            return
        break
    waiting.append(news)
