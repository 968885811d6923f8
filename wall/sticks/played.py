"""Sticks that a program moves, for tests and the bench: `python -m wall.sticks.played FD`. SDL's own virtual joysticks:
what is told of them goes the whole way of real ones.

Orders, in JSON: {"do": "plug", "stick": "a", "name": …, "axes": 3, "buttons": 12, "hats": 0}, {"do": "pull"},
{"do": "axis", "axis": 0, "value": 32767}, {"do": "button", "button": 2, "is_pressed": true},
{"do": "hat", "hat": 0, "value": 2}, each with the name under which the stick was plugged in.
"""

from __future__ import annotations

import ctypes
import sys
from types import ModuleType
from typing import Any

from wall.sticks.process import run
from wall.sticks.reader import Message

_VENDOR, _PRODUCT = 0x1209, 0x0001


class Player:
    """Moves virtual sticks as it is told."""

    def __init__(self) -> None:
        self._plugged: dict[str, Any] = {}
        self._texts: list[object] = []
        """SDL copies the name, but not all its versions did."""

    def obey(self, sdl: ModuleType, order: Message) -> None:
        """Do it. KeyError for a stick that was never plugged in."""
        stick = order["stick"]
        match order["do"]:
            case "plug":
                self._plugged[stick] = self._plug(sdl, order)
            case "pull":
                _pull(sdl, self._plugged.pop(stick))
            case "axis":
                sdl.SDL_JoystickSetVirtualAxis(self._plugged[stick], order["axis"], order["value"])
            case "button":
                sdl.SDL_JoystickSetVirtualButton(self._plugged[stick], order["button"], order["is_pressed"])
            case "hat":
                sdl.SDL_JoystickSetVirtualHat(self._plugged[stick], order["hat"], order["value"])

    def _plug(self, sdl: ModuleType, order: Message) -> Any:
        wanted = sdl.SDL_VirtualJoystickDesc()
        wanted.version = 1
        wanted.type = sdl.SDL_JOYSTICK_TYPE_FLIGHT_STICK
        wanted.naxes, wanted.nbuttons, wanted.nhats = order["axes"], order["buttons"], order.get("hats", 0)
        wanted.vendor_id, wanted.product_id = _VENDOR, _PRODUCT
        wanted.name = order["name"].encode()
        self._texts.append(wanted)
        place = sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(wanted))
        if place < 0:
            raise RuntimeError(sdl.SDL_GetError().decode())
        return sdl.SDL_JoystickOpen(place)


def _pull(sdl: ModuleType, handle: Any) -> None:
    stick = sdl.SDL_JoystickInstanceID(handle)
    places = range(sdl.SDL_NumJoysticks())
    place = next(each for each in places if sdl.SDL_JoystickGetDeviceInstanceID(each) == stick)
    sdl.SDL_JoystickDetachVirtual(place)
    sdl.SDL_JoystickClose(handle)


if __name__ == "__main__":
    run(int(sys.argv[1]), Player().obey)
