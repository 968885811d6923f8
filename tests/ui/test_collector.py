"""The garbage collector by hand: it comes when it is told, finds garbage, and what is set aside costs nothing."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from wall.model.events import InventoryChanged
from wall.model.inventory import Inventory
from wall.ui import collector
from wall.ui.collector import collecting_by_hand, never_by_itself
from wall.ui.signals import EventBridge


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


def is_gone_through(kept: object) -> bool:
    """Else it is set aside. How many are tells nothing: what earlier tests left goes when it likes."""
    return any(each is kept for each in gc.get_objects())


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(collector, "_YOUNG_MS", 20)
    monkeypatch.setattr(collector, "_MANY", 1)
    monkeypatch.setattr(collector, "_SETTLED_MS", 20)
    was_enabled = gc.isenabled()
    gc.enable()
    try:
        yield
        assert gc.isenabled() and gc.get_freeze_count() == 0
    finally:
        if not was_enabled:
            gc.disable()


def test_garbage_goes_though_nothing_collects_by_itself(qtbot: QtBot) -> None:
    with collecting_by_hand(EventBridge()):
        assert not gc.isenabled()
        knot = weakref.ref(Knot())
        qtbot.waitUntil(lambda: knot() is None)


def test_what_a_city_has_is_set_aside_again_when_it_has_changed(qtbot: QtBot) -> None:
    events = EventBridge()
    with collecting_by_hand(events):
        kept = Knot()
        assert is_gone_through(kept)
        events.publish(InventoryChanged(Inventory()))
        qtbot.waitUntil(lambda: not is_gone_through(kept))


def test_the_young_are_gone_through_once_they_are_many(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "_MANY", 50_000)
    with collecting_by_hand(EventBridge()):
        knot = weakref.ref(Knot())
        qtbot.wait(100)
        assert knot() is not None
        kept = [Knot() for _ in range(50_000)]
        qtbot.waitUntil(lambda: knot() is None)
        assert kept


def test_what_takes_long_to_go_through_is_set_aside(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "_ALL_MS", 20)
    monkeypatch.setattr(collector, "_MANY", 10**9)
    with collecting_by_hand(EventBridge()):
        before = gc.get_freeze_count()
        qtbot.wait(100)
        assert gc.get_freeze_count() == before
        monkeypatch.setattr(collector, "_DEAR_S", 0.0)
        kept = [Knot() for _ in range(1000)]
        qtbot.waitUntil(lambda: gc.get_freeze_count() >= before + len(kept))


def test_it_collects_by_itself_again_after_an_error() -> None:
    with pytest.raises(KeyError), collecting_by_hand(EventBridge()):
        raise KeyError("something")


def test_what_is_left_at_the_end_is_collected_before_another_thread_can() -> None:
    with never_by_itself():
        assert not gc.isenabled()
        knot = weakref.ref(Knot())
    assert knot() is None
