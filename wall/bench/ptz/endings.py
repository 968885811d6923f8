"""The ways in which a hand loses a dome. Each begins while one is held, and gives the moment when the hand was off."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from wall.bench.ptz.hand import Hand
from wall.bench.ptz.stage import Dome, Stage
from wall.bench.ptz.tools import Stick, Tool
from wall.ui.spin import spin

_HANG_S = 0.7
_PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Scene:
    """One session: who holds what at which dome."""

    stage: Stage
    hand: Hand
    dome: Dome
    tool: Tool
    chance: Random


def released(scene: Scene) -> float:
    """As it should be."""
    return scene.tool.release()


def focus_stolen(scene: Scene) -> float:
    """Another window has the keys: the release is heard there."""
    thief = QWidget()
    now_s = time.monotonic()
    thief.show()
    thief.activateWindow()
    spin(_PATIENCE_S, thief.isActiveWindow)
    scene.tool.release(thief)
    thief.close()
    _back(scene)
    return now_s


def hidden(scene: Scene) -> float:
    """The window goes with the key held."""
    now_s = time.monotonic()
    scene.stage.window.showMinimized()
    spin(0.3)
    scene.stage.window.showNormal()
    _back(scene)
    scene.tool.release()
    return now_s


def another_tile(scene: Scene) -> float:
    """Another tile is chosen with the key held."""
    now_s = time.monotonic()
    scene.stage.window.wishes.select(scene.dome.cell + 1)
    spin(0.1)
    scene.tool.release()
    return now_s


def left(scene: Scene) -> float:
    """Esc with the key held."""
    now_s = time.monotonic()
    QTest.keyClick(scene.hand.view, Qt.Key.Key_Escape)
    spin(0.1)
    scene.tool.release()
    return now_s


def window_hangs(scene: Scene) -> float:
    """The painting thread stands still with the key held: the hand is not heard any more."""
    now_s = time.monotonic()
    time.sleep(_HANG_S)
    scene.tool.release()
    return now_s


def unplugged(scene: Scene) -> float:
    """The stick is pulled out while it is pushed."""
    assert isinstance(scene.tool, Stick)
    return scene.tool.pull()


def stick_lost(scene: Scene) -> float:
    """What reads the stick dies; too soon after the last time the stick is pulled instead."""
    assert isinstance(scene.tool, Stick)
    return scene.tool.kill() if scene.tool.may_be_killed else scene.tool.pull()


def link_dropped(scene: Scene) -> float:
    """The dome cannot be reached, and the hand lets go meanwhile."""
    scene.stage.control.set_fault("outage", [scene.dome.number], on=True)
    spin(scene.chance.uniform(0.0, 0.4))
    now_s = scene.tool.release()
    spin(scene.chance.uniform(0.2, 1.2))
    scene.stage.control.set_fault("outage", [scene.dome.number], on=False)
    return now_s


def _back(scene: Scene) -> None:
    scene.stage.window.activateWindow()
    spin(_PATIENCE_S, scene.stage.window.isActiveWindow)


Ending = Callable[[Scene], float]
_OF_BOTH: Mapping[str, Ending] = MappingProxyType(
    {
        "released": released,
        "focus_stolen": focus_stolen,
        "window_minimised": hidden,
        "another_tile": another_tile,
        "window_hangs": window_hangs,
        "link_dropped": link_dropped,
    }
)
OF_KEYS: Mapping[str, Ending] = MappingProxyType({**_OF_BOTH, "left": left})
OF_STICKS: Mapping[str, Ending] = MappingProxyType({**_OF_BOTH, "unplugged": unplugged, "stick_lost": stick_lost})
WITHOUT_LINK = frozenset({"link_dropped"})
"""Then nothing can reach a dome: only its Timeout ends its motion, and it must have that."""
