"""Python's garbage collector, run when it holds nobody up.

By itself it goes through everything that lives, at a moment of its own choosing: with 10,000 cameras and 2,000 views
that held the painting thread for 0.1 to 0.2 s, several times a minute. What a city has is values, which need no
collector: it is set aside once it is loaded. The rest is gone through by hand: the young each second, all each minute.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

from wall.model.events import Event, InventoryChanged, ViewsChanged
from wall.ui.signals import EventBridge

_YOUNG_MS, _ALL_MS = 1_000, 60_000
_SETTLED_MS = 3_000
"""So long after the last change what a city has is set aside anew."""


@contextmanager
def collecting_by_hand(events: EventBridge) -> Iterator[None]:
    """UI thread, with what is to live long already loaded. Afterwards the collector runs by itself as before."""
    was_enabled = gc.isenabled()
    gc.disable()
    collector = _Collector(events)
    try:
        yield
    finally:
        collector.end()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


class _Collector(QObject):
    """Goes through the young, through all, and sets aside."""

    def __init__(self, events: EventBridge) -> None:
        super().__init__()
        self._events = events
        self._young = QTimer(self, interval=_YOUNG_MS)
        self._young.timeout.connect(_collect_young)
        self._all = QTimer(self, interval=_ALL_MS)
        self._all.timeout.connect(gc.collect)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(gc.freeze)  # Not looked through first: that would hold the window up.
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        _set_aside()
        self._young.start()
        self._all.start()

    def end(self) -> None:
        """For good."""
        self._events.happened.disconnect(self._take_note)
        for timer in (self._young, self._all, self._settled):
            timer.stop()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, InventoryChanged | ViewsChanged):
            self._settled.start()


def _collect_young() -> None:
    gc.collect(1)


def _set_aside() -> None:
    gc.collect()
    gc.freeze()
