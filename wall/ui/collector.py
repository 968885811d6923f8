"""Python's garbage collector, run when it holds nobody up.

By itself it goes through everything that lives, at a moment of its own choosing: with 10,000 cameras and 2,000 views
that held the painting thread for 0.1 to 0.2 s, several times a minute. What a city has is values, which need no
collector: it is set aside once it is loaded. The rest is gone through by hand: the young as soon as they are so many
that it takes a few milliseconds, all each minute; where that takes long, what lives is here to stay, and is set aside.

By itself it also runs on whichever thread happens to make something, and destroys there what it finds of windows: Qt
writes of timers that cannot be stopped from another thread, and the program dies (SIGSEGV, within a second of trying).
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

from wall.model.events import Event, InventoryChanged, ViewsChanged
from wall.ui.signals import EventBridge

_YOUNG_MS, _ALL_MS = 20, 60_000
_MANY = 2_000
"""So many young ones take 3 to 6 ms. In a storm of alarms ten thousand come in a tenth of a second, which took 25."""
_SETTLED_MS, _AT_HOME_MS = 3_000, 20_000
"""So long after the last change what a city has is set aside anew, and then what the program has built on it."""
_DEAR_S = 0.02
"""To go through all that lives may take so much of the painting thread's own time."""


@contextmanager
def never_by_itself() -> Iterator[None]:
    """UI thread, around all other threads of the program: nothing of a window is destroyed on one of them. What windows
    left is collected at the end, and then the collector runs by itself as before.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.collect()
            gc.enable()


@contextmanager
def collecting_by_hand(events: EventBridge) -> Iterator[None]:
    """UI thread, with what is to live long already loaded."""
    with never_by_itself():
        collector = _Collector(events)
        try:
            yield
        finally:
            collector.end()
            gc.unfreeze()


class _Collector(QObject):
    """Goes through the young, through all, and sets aside."""

    def __init__(self, events: EventBridge) -> None:
        super().__init__()
        self._events = events
        self._young = QTimer(self, interval=_YOUNG_MS)
        self._young.timeout.connect(_collect_young)
        self._all = QTimer(self, interval=_ALL_MS)
        self._all.timeout.connect(_collect_all)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._at_home = QTimer(self, singleShot=True, interval=_AT_HOME_MS)
        for timer in (self._settled, self._at_home):
            timer.timeout.connect(gc.freeze)  # Not looked through first: that would hold the window up.
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        _set_aside()
        for timer in (self._young, self._all, self._at_home):
            timer.start()

    def end(self) -> None:
        """For good."""
        self._events.happened.disconnect(self._take_note)
        for timer in (self._young, self._all, self._settled, self._at_home):
            timer.stop()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, InventoryChanged | ViewsChanged):
            self._settled.start()
            self._at_home.start()


def _collect_young() -> None:
    if gc.get_count()[0] >= _MANY:
        gc.collect(1)


def _collect_all() -> None:
    begun_s = time.thread_time()
    gc.collect()
    if time.thread_time() - begun_s > _DEAR_S:
        gc.freeze()


def _set_aside() -> None:
    gc.collect()
    gc.freeze()
