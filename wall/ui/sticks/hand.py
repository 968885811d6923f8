"""Joysticks that drive the dome in hand: proportional, as long as they are held, and not a moment longer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wall.model.ptz import deeds
from wall.model.ptz.ability import NO_PTZ
from wall.model.ptz.move import STILL, Velocity
from wall.model.ptz.operator import Operator
from wall.model.sticks import AxisDoes, StickMap, StickNews, StickReading, changed_buttons, steer
from wall.ui.ptz.port import PtzPort
from wall.ui.sticks.deeds import ButtonDeeds
from wall.ui.sticks.in_hand import InHand
from wall.ui.sticks.port import SticksPort

HANDS = "stick:"
_BUTTON_SPEED = 0.5
"""Of zoom and focus by a button."""
_FOCUS_STEPS = 5
_FOCUS_AGAIN_S = 1.0
_FINENESS = 3
"""Decimal places of a speed: noise below that is no other speed."""
_WARM_AFTER_S = 0.3
"""So long must a tile be selected until its dome's connection is made ready."""


@dataclass
class _Held:
    """One stick as it is held now."""

    camera_id: int | None = None
    operator: Operator | None = None
    armed: frozenset[AxisDoes] = frozenset()
    velocity: Velocity = STILL
    focus: float = 0.0
    focus_said_s: float = 0.0
    buttons: int = 0
    down: dict[int, str] = field(default_factory=dict)
    """What its buttons that are held do."""


class StickHand:
    """UI thread: hand it all StickNews. `is_settling`: somebody looks at the page where sticks are settled."""

    def __init__(
        self,
        sticks: SticksPort,
        port: PtzPort,
        in_hand: InHand,
        button_deeds: ButtonDeeds,
        is_settling: Callable[[], bool] = lambda: False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sticks = sticks
        self._port = port
        self._in_hand = in_hand
        self._deeds = button_deeds
        self._is_settling = is_settling
        self._monotonic = monotonic
        self._held: dict[int, _Held] = {}
        self._warm: int | None = None
        """The dome whose connection is kept ready."""
        self._selected: tuple[int | None, float] = (None, 0.0)
        app = QCoreApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)
        self._app = app

    def take(self, news: StickNews) -> None:
        """How a stick stands now, or that it is gone."""
        if not isinstance(news, StickReading):
            held = self._held.pop(news.stick, None)
            if held is not None:
                self._rest(news.stick, held)
            if not self._held:
                self._keep_warm(None)
            return
        model = self._sticks.sticks.get(news.stick)
        if model is None:
            return
        held = self._held.setdefault(news.stick, _Held(buttons=news.buttons))
        if not _is_ours() or self._is_settling():
            self._rest(news.stick, held)
            held.buttons = news.buttons
            self._keep_warm(None)
            return
        self._act(news, held, self._sticks.map_of(model))

    def let_go(self) -> None:
        """Of everything, at once; what is still held begins anew only after it was at rest."""
        for stick, held in self._held.items():
            self._rest(stick, held)
        self._port.let_all_go(HANDS)

    def end(self) -> None:
        """The program ends."""
        self._app.applicationStateChanged.disconnect(self._on_state)
        self.let_go()
        self._held.clear()
        self._keep_warm(None)

    # -- inside

    def _act(self, news: StickReading, held: _Held, stick_map: StickMap) -> None:
        self._take_camera(news.stick, held)
        self._take_buttons(news.buttons, held, stick_map)
        self._take_camera(news.stick, held)  # A button may have chosen another tile.
        steered = steer(stick_map, news.axes, held.armed)
        held.armed = steered.armed
        zoom = _button_share(held, deeds.ZOOM_IN, deeds.ZOOM_OUT)
        focus = _button_share(held, deeds.FOCUS_FAR, deeds.FOCUS_NEAR)
        asked = steered.velocity
        fine = (round(each, _FINENESS) for each in (asked.pan, asked.tilt, asked.zoom + zoom))
        self._drive(news.stick, held, Velocity(*fine))
        self._focus(held, round((steered.focus + focus) * _FOCUS_STEPS) / _FOCUS_STEPS)

    def _take_camera(self, stick: int, held: _Held) -> None:
        """A held stick jumps over neither to another dome nor to another operator."""
        camera_id, operator = self._in_hand.camera_id, self._port.operator
        if (camera_id, operator) != (held.camera_id, held.operator):
            self._rest(stick, held)
            held.camera_id, held.operator = camera_id, operator
        self._warm_up(camera_id)

    def _take_buttons(self, buttons: int, held: _Held, stick_map: StickMap) -> None:
        pressed, let_go = changed_buttons(held.buttons, buttons)
        held.buttons = buttons
        for button in let_go:
            held.down.pop(button, None)
        for button in pressed:
            deed = stick_map.buttons.get(button, "")
            if deed in deeds.HELD:
                held.down[button] = deed
            elif deed:
                self._deeds.do(deed)

    def _drive(self, stick: int, held: _Held, velocity: Velocity) -> None:
        """Said each time, as long as it is held: that is what a lease is renewed by."""
        if held.camera_id is None or (velocity.is_still and held.velocity.is_still):
            return
        held.velocity = velocity
        if velocity.is_still:
            self._port.let_go(_hand(stick))
        else:
            self._port.drive(held.camera_id, _hand(stick), velocity)

    def _focus(self, held: _Held, speed: float) -> None:
        """Said again while it lasts: the desk ends a focus of which nothing is heard for some seconds."""
        now_s = self._monotonic()
        if held.camera_id is None or (
            speed == held.focus and (not speed or now_s < held.focus_said_s + _FOCUS_AGAIN_S)
        ):
            return
        held.focus, held.focus_said_s = speed, now_s
        self._port.focus(held.camera_id, speed)

    def _rest(self, stick: int, held: _Held) -> None:
        """Let go, and ask nothing until each axis was at rest. Buttons that are held do nothing any more."""
        if not held.velocity.is_still:
            self._port.let_go(_hand(stick))
        if held.focus and held.camera_id is not None:
            self._port.focus(held.camera_id, 0.0)
        held.velocity, held.focus, held.armed = STILL, 0.0, frozenset()
        held.down.clear()

    def _warm_up(self, camera_id: int | None) -> None:
        """The dome that is selected for longer than in passing is connected before the first move."""
        now_s = self._monotonic()
        if camera_id != self._selected[0]:
            self._selected = camera_id, now_s
        elif camera_id != self._warm and now_s - self._selected[1] >= _WARM_AFTER_S:
            self._keep_warm(camera_id if self._may_be_dome(camera_id) else None)

    def _may_be_dome(self, camera_id: int | None) -> bool:
        ability = self._port.ability(camera_id) if camera_id is not None else NO_PTZ
        return ability is None or ability.pan_tilt or ability.zoom

    def _keep_warm(self, camera_id: int | None) -> None:
        if camera_id == self._warm:
            return
        former, self._warm = self._warm, camera_id
        if camera_id is not None:
            self._port.open(camera_id)
        if former is not None:
            self._port.close(former)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.let_go()


def _is_ours() -> bool:
    """Has a window of ours the focus?"""
    return QApplication.activeWindow() is not None


def _button_share(held: _Held, more: str, less: str) -> float:
    down = held.down.values()
    return _BUTTON_SPEED * ((more in down) - (less in down))


def _hand(stick: int) -> str:
    return f"{HANDS}{stick}"
