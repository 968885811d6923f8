"""The Imaging service's focus (ONVIF Imaging, sections 5.3 to 5.6): moved by hand, which ends the automatic."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from wall.simulator.domes.axis import Axis
from wall.simulator.domes.dome import Dome
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.imaging_service import source_channel
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import invalid_argument, not_supported

_LONGEST_S = 60.0


def _dome(call: Call) -> Dome:
    """The dome behind the video source; SoapFault where its focus does not move."""
    dome = call.unit.domes.get(source_channel(call))
    if dome is None:
        raise not_supported(call.body.name)
    dome.settle(call.unit.parts.monotonic())
    return dome


def get_move_options(call: Call) -> Markup:
    """How the focus may be moved."""
    speed = _range("tt:Speed", -1.0)
    parts = (
        tag("tt:Absolute", _range("tt:Position", 0.0), _range("tt:Speed", 0.0)),
        tag("tt:Relative", _range("tt:Distance", -1.0), _range("tt:Speed", 0.0)),
        tag("tt:Continuous", speed),
    )
    is_dome = source_channel(call) in call.unit.domes
    return tag("timg:GetMoveOptionsResponse", tag("timg:MoveOptions", *(parts if is_dome else ())))


def _range(name: str, low: float) -> Markup:
    return tag(name, tag("tt:Min", low), tag("tt:Max", 1.0))


def move(call: Call) -> Markup:
    """Move the focus: on and on, by so much, or to a place."""
    dome, at_s = _dome(call), call.unit.parts.monotonic()
    given = call.body.child("Focus")
    way = None if given is None else next((each for each in given.children if each.name in _WAYS), None)
    if way is None:
        raise invalid_argument("NoImagingForSource", "Focus must say Absolute, Relative or Continuous")
    zoom = dome.position(at_s)[2]
    channel, unit = source_channel(call), call.unit
    moved = _WAYS[way.name](replace_start(dome, zoom), way, at_s)
    unit.imaging[channel] = unit.imaging[channel].changed({}, {"Focus": "MANUAL"})
    dome.lens.set_focus(zoom, is_automatic=False)
    dome.lens.focus = moved
    dome.note(at_s, "FocusMove", way=way.name)
    return tag("timg:MoveResponse")


def replace_start(dome: Dome, zoom: float) -> Axis:
    """The focus' motor, standing where the automatic has left it if it did."""
    lens = dome.lens
    return replace(lens.focus, start=lens.position(0.0, zoom), phases=()) if lens.is_focus_automatic else lens.focus


def _continuous(focus: Axis, way: Element, at_s: float) -> Axis:
    return focus.run(at_s, _number(way, "Speed", -1.0), _LONGEST_S)


def _relative(focus: Axis, way: Element, at_s: float) -> Axis:
    return focus.go(at_s, focus.at(at_s) + _number(way, "Distance", -1.0), _number(way, "Speed", 0.0, 1.0))


def _absolute(focus: Axis, way: Element, at_s: float) -> Axis:
    return focus.go(at_s, _number(way, "Position", 0.0), _number(way, "Speed", 0.0, 1.0))


_WAYS: Mapping[str, Callable[[Axis, Element, float], Axis]] = MappingProxyType(
    {"Continuous": _continuous, "Relative": _relative, "Absolute": _absolute}
)


def _number(way: Element, name: str, low: float, usual: float | None = None) -> float:
    said = way.say(name)
    try:
        number = usual if said is None and usual is not None else float(said or "")
    except ValueError:
        number = math.nan
    if not low <= number <= 1.0:
        raise invalid_argument("SettingsInvalid", f"{name} must be a number from {low:g} to 1")
    return number


def stop(call: Call) -> Markup:
    """Let the focus stand."""
    dome, at_s = _dome(call), call.unit.parts.monotonic()
    dome.lens.focus = dome.lens.focus.stop(at_s)
    dome.note(at_s, "FocusStop")
    return tag("timg:StopResponse")


def get_status(call: Call) -> Markup:
    """Where the focus is."""
    channel, at_s = source_channel(call), call.unit.parts.monotonic()
    dome = call.unit.domes.get(channel)
    if dome is None:
        return tag("timg:GetStatusResponse", tag("timg:Status"))
    position = dome.lens.position(at_s, dome.position(at_s)[2])
    state = "MOVING" if dome.lens.is_moving(at_s) else "IDLE"
    focus = tag("tt:FocusStatus20", tag("tt:Position", position), tag("tt:MoveStatus", state))
    return tag("timg:GetStatusResponse", tag("timg:Status", focus))


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {"GetMoveOptions": get_move_options, "Move": move, "Stop": stop, "GetStatus": get_status}
)
