"""The operator of the benchmark: real keys at a wall, one dome after the other, and when that was."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from wall.bench.ptz.record import Did, DomeRecords
from wall.bench.ptz.shift import Grey, grey_of, has_moved
from wall.bench.ptz.stage import Dome, Stage
from wall.model.errors import StartError
from wall.model.picture import Picture
from wall.ui.spin import spin

_PATIENCE_S = 20.0


class Hand:
    """At the keyboard of a stage. UI thread."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._window = stage.window
        self.records = DomeRecords(stage.control)

    @property
    def view(self) -> QWidget:
        """What has the keys."""
        focused = self._window.focusWidget()
        return focused if focused is not None else self._window

    def take(self, dome: Dome) -> None:
        """Choose its tile and begin to drive it. StartError where that cannot be."""
        hand = self._window.ptz.hand
        assert hand is not None
        if hand.mode.camera_id == dome.camera_id:
            return
        self.choose(dome)
        QTest.keyClick(self.view, Qt.Key.Key_P)
        if not spin(_PATIENCE_S, lambda: hand.mode.camera_id == dome.camera_id and self._is_known(dome)):
            raise StartError(f"camera {dome.camera_id} cannot be driven")

    def choose(self, dome: Dome) -> None:
        """Its tile, and drive nothing yet."""
        self.leave()
        self._window.wishes.select(dome.cell)
        spin(_PATIENCE_S, lambda: self._is_selected(dome))

    def leave(self) -> None:
        """Drive nothing any more."""
        hand = self._window.ptz.hand
        assert hand is not None
        hand.leave()

    def press(self, key: Qt.Key) -> float:
        """And hold it; when that was."""
        now_s = time.monotonic()
        QTest.keyPress(self.view, key)
        return now_s

    def release(self, key: Qt.Key) -> float:
        now_s = time.monotonic()
        QTest.keyRelease(self.view, key)
        return now_s

    def until_it_stands(self, dome: Dome, since_s: float) -> Did:
        """By its own record; gives that."""
        spin(_PATIENCE_S, lambda: not self.records.did(dome.number, time.monotonic()).is_moving)
        return self.records.did(dome.number, since_s)

    def _is_selected(self, dome: Dome) -> bool:
        return self._window.showing.selected_cell == dome.cell

    def _is_known(self, dome: Dome) -> bool:
        ability = self._stage.behind.ptz.ability(dome.camera_id)
        return ability is not None and ability.pan_tilt


class Eye:
    """A painting hook that sees when one tile's picture has moved as a whole."""

    def __init__(self) -> None:
        self._tile: int | None = None
        self._newest: Grey | None = None
        self._before: Grey | None = None
        self.moved_s: float | None = None

    def look_at(self, tile: int) -> None:
        """That tile from now on."""
        self._tile, self._newest, self._before, self.moved_s = tile, None, None, None

    def watch(self) -> None:
        """From now on against its newest picture."""
        self._before, self.moved_s = self._newest, None

    def __call__(self, tile: int, picture: Picture, now_s: float) -> None:
        if tile != self._tile or self.moved_s is not None:
            return
        self._newest = grey_of(picture)
        if self._before is not None and has_moved(self._before, self._newest):
            self.moved_s = now_s
