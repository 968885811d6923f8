"""What SDL tells of sticks, as messages: plugged in, standing so, gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

Message = dict[str, Any]

_FULL = 32767


class OpenStick:
    """One that was plugged in, and how it stands."""

    def __init__(self, sdl: ModuleType, handle: Any) -> None:
        self.handle = handle
        self.stick: int = sdl.SDL_JoystickInstanceID(handle)
        self._real_axes = max(0, sdl.SDL_JoystickNumAxes(handle))
        hats = max(0, sdl.SDL_JoystickNumHats(handle))
        self.axes = [int(sdl.SDL_JoystickGetAxis(handle, each)) for each in range(self._real_axes)] + [0, 0] * hats
        buttons = max(0, sdl.SDL_JoystickNumButtons(handle))
        self.buttons = sum(1 << each for each in range(buttons) if sdl.SDL_JoystickGetButton(handle, each))
        self.plugged: Message = {
            "stick": self.stick,
            "name": (sdl.SDL_JoystickName(handle) or b"").decode(errors="replace"),
            "vendor": int(sdl.SDL_JoystickGetVendor(handle)),
            "product": int(sdl.SDL_JoystickGetProduct(handle)),
            "axes": len(self.axes),
            "buttons": buttons,
        }

    def take_axis(self, axis: int, value: int) -> None:
        """An axis is there now."""
        if axis < self._real_axes:
            self.axes[axis] = value

    def take_hat(self, hat: int, value: int) -> None:
        """A hat is held so: SDL's bits, up 1, right 2, down 4, left 8."""
        first = self._real_axes + 2 * hat
        if first + 1 < len(self.axes):
            self.axes[first] = _FULL * (bool(value & 2) - bool(value & 8))
            self.axes[first + 1] = _FULL * (bool(value & 1) - bool(value & 4))

    def take_button(self, button: int, *, is_pressed: bool) -> None:
        """A button was pressed, or let go."""
        self.buttons = self.buttons | 1 << button if is_pressed else self.buttons & ~(1 << button)

    def stands(self, at_s: float) -> Message:
        """How it stands."""
        return {"stick": self.stick, "stands": list(self.axes), "buttons": self.buttons, "at_s": at_s}


class StickReader:
    """All sticks of this computer. One thread, the one that has loaded `sdl`."""

    def __init__(self, sdl: ModuleType, monotonic: Callable[[], float]) -> None:
        self._sdl = sdl
        self._monotonic = monotonic
        self._event = sdl.SDL_Event()
        self._open: dict[int, OpenStick] = {}

    @property
    def has_sticks(self) -> bool:
        return bool(self._open)

    def news(self) -> Iterator[Message]:
        """What has happened since: each button by itself, of axes how they stand now."""
        moved: set[int] = set()
        while self._sdl.SDL_PollEvent(self._event):
            yield from self._take(self._event, moved)
        for stick in moved & self._open.keys():
            yield self._open[stick].stands(self._monotonic())

    def all_stand(self) -> Iterator[Message]:
        """How each of them stands."""
        for each in self._open.values():
            yield each.stands(self._monotonic())

    def close(self) -> None:
        """Let go of all devices."""
        for each in self._open.values():
            self._sdl.SDL_JoystickClose(each.handle)
        self._open.clear()
        self._sdl.SDL_QuitSubSystem(self._sdl.SDL_INIT_JOYSTICK)

    def _take(self, event: Any, moved: set[int]) -> Iterator[Message]:
        kind = event.type
        if kind == self._sdl.SDL_JOYDEVICEADDED:
            yield from self._plug(event.jdevice.which)
        elif kind == self._sdl.SDL_JOYDEVICEREMOVED:
            yield from self._unplug(event.jdevice.which)
        elif kind == self._sdl.SDL_JOYAXISMOTION and event.jaxis.which in self._open:
            self._open[event.jaxis.which].take_axis(event.jaxis.axis, event.jaxis.value)
            moved.add(event.jaxis.which)
        elif kind == self._sdl.SDL_JOYHATMOTION and event.jhat.which in self._open:
            self._open[event.jhat.which].take_hat(event.jhat.hat, event.jhat.value)
            moved.add(event.jhat.which)
        elif kind in (self._sdl.SDL_JOYBUTTONDOWN, self._sdl.SDL_JOYBUTTONUP) and event.jbutton.which in self._open:
            stick = self._open[event.jbutton.which]
            stick.take_button(event.jbutton.button, is_pressed=kind == self._sdl.SDL_JOYBUTTONDOWN)
            yield stick.stands(self._monotonic())

    def _plug(self, place: int) -> Iterator[Message]:
        """Nothing where it is gone again, or may not be opened."""
        handle = self._sdl.SDL_JoystickOpen(place)
        if not handle:
            return
        stick = OpenStick(self._sdl, handle)
        if stick.stick in self._open:
            self._sdl.SDL_JoystickClose(handle)
            return
        self._open[stick.stick] = stick
        yield stick.plugged
        yield stick.stands(self._monotonic())

    def _unplug(self, stick: int) -> Iterator[Message]:
        gone = self._open.pop(stick, None)
        if gone is not None:
            self._sdl.SDL_JoystickClose(gone.handle)
            yield {"stick": stick, "gone": True}
