"""The keyboard as a hand on a dome: which keys are down, and where that leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wall.ui.ptz.grasp import Grasp
from wall.ui.ptz.key_ways import NOWHERE, PLACES, WAYS, KeyWay, is_ours, place_of, velocity_of
from wall.ui.ptz.x_keys import XKeys

USUAL_SPEED = 0.4
FULL_SPEED = 1.0
"""With Shift."""


class KeyHand(QObject):
    """Takes keys of a widget while `camera_id` names a dome. What it does not know, and what is pressed with Ctrl or
    Alt, stays with the window.

    A key is known by its place on the keyboard: with Shift let go in between, it is released under another name. Where
    an X server can be asked, a release counts when the key is up: the first half of a repetition looks like one. It is
    asked at each renewal, too, and what is up by then was released where nobody here heard it.
    """

    def __init__(
        self, widget: QWidget, grasp: Grasp, hand: str, camera_id: Callable[[], int | None], go: Callable[[int], object]
    ) -> None:
        """`go` is called with the place of a preset from 1 on, and with 0 for the home position."""
        super().__init__(widget)
        self._grasp = grasp
        self._hand = hand
        self._camera_id = camera_id
        self._go = go
        self._down: dict[int, KeyWay] = {}
        self._is_fast = False
        self._server = XKeys(self)
        self._server.released.connect(self._drop)
        self.usual_speed = USUAL_SPEED
        grasp.lost.connect(self._down.clear)
        grasp.renewed.connect(self._look)
        widget.installEventFilter(self)

    def steady(self) -> None:
        """Drive as the keys are down now: the speed is another one."""
        camera_id = self._camera_id()
        if camera_id is not None and self._down:
            self._grasp.hold(
                self._hand,
                camera_id,
                velocity_of(self._down.values(), FULL_SPEED if self._is_fast else self.usual_speed),
            )

    def end(self) -> None:
        """No key comes any more."""
        self._down.clear()
        self._server.end()

    # -- inside

    def _look(self) -> None:
        """Of keys that a test or another program makes up a server knows nothing."""
        known = [place for place in self._down if place > 0]
        if known:
            self._server.look(known)

    def _drop(self, places: Iterable[int]) -> None:
        """These are up."""
        gone = [place for place in places if self._down.pop(place, None) is not None]
        if self._down:
            self.steady()
        elif gone:
            self._grasp.let_go(self._hand)

    # -- events

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Shift:
            self._hasten(is_fast=True)
            return False
        if not is_ours(event):
            return False
        if not event.isAutoRepeat():
            self._begin(event)
        return True

    def _begin(self, event: QKeyEvent) -> None:
        key, place = Qt.Key(event.key()), place_of(event)
        self._server.press(place)
        if place in self._down:
            return  # It repeats, and Qt has not noticed.
        self._down[place] = WAYS.get(key, NOWHERE)
        if key in PLACES:
            self._go(PLACES[key])
            return
        self._is_fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.steady()

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Shift:
            self._hasten(is_fast=False)
            return False
        return is_ours(event) if event.isAutoRepeat() else self._end(event)

    def _end(self, event: QKeyEvent) -> bool:
        """What was held is let go whatever else is pressed by now."""
        place = place_of(event)
        if place > 0 and place in self._down and self._server.doubt(place):
            return True
        gone = [place] if place in self._down else self._under_another_name(event)
        if gone:
            self._drop(gone)
        return bool(gone)

    def _under_another_name(self, event: QKeyEvent) -> list[int]:
        way = WAYS.get(Qt.Key(event.key()), NOWHERE)
        return [place for place, each in self._down.items() if each == way]

    def _hasten(self, *, is_fast: bool) -> None:
        if is_fast != self._is_fast:
            self._is_fast = is_fast
            self.steady()

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or (self._camera_id() is None and not self._down):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            if is_ours(event):
                event.accept()
            return is_ours(event)
        if event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return event.type() is QEvent.Type.KeyRelease and self._release(event)
