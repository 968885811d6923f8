"""What a dome is told to do, in its own numbers: velocities, places, ways and speeds."""

from __future__ import annotations

from wall.model.device import Trouble
from wall.model.ptz.move import Place, Velocity, Way
from wall.onvif.contract import Message
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.calls import Part, PtzCalls
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.spaces import Space, of_position, of_velocity
from wall.onvif.ptz.target import PtzTarget
from wall.onvif.ptz.templates import Template, duration, number

_DEFAULT_TIMEOUTS_S = (0.0, 60.0)


class Velocities:
    """Requests for continuous moves, from templates that are built once."""

    def __init__(self, calls: PtzCalls, target: PtzTarget, learnt: Learnt) -> None:
        self._calls = calls
        self._learnt = learnt
        self._signs = tuple(
            -1.0 if each else 1.0 for each in (target.inverts_pan, target.inverts_tilt, target.inverts_zoom)
        )
        self._templates: dict[tuple[str | None, str | None, bool], Template] = {}

    def parts(self, velocity: Velocity, begun: tuple[bool, bool]) -> tuple[bool, bool]:
        """Which parts (pan and tilt, zoom) are told: those that move, and those that were `begun` and may still move.

        There are domes that stand still when they are told a zoom of 0. UNSUPPORTED where it can do none of it.
        """
        spaces = self._learnt.spaces
        pan_tilt = spaces.velocity is not None and (begun[0] or bool(velocity.pan or velocity.tilt))
        zoom = spaces.zoom_velocity is not None and (begun[1] or bool(velocity.zoom))
        if not pan_tilt and not zoom:
            raise DeviceFault(Trouble.UNSUPPORTED, "it cannot move that way")
        return pan_tilt, zoom

    def message(self, velocity: Velocity, parts: tuple[bool, bool], timeout_s: float) -> Message:
        spaces, words = self._learnt.spaces, []
        pan_tilt, zoom = spaces.velocity if parts[0] else None, spaces.zoom_velocity if parts[1] else None
        if pan_tilt is not None:
            x, y = of_velocity(pan_tilt, velocity.pan * self._signs[0], velocity.tilt * self._signs[1])
            words += [number(x), number(y)]
        if zoom is not None:
            words.append(number(zoom.x.both_ways(velocity.zoom * self._signs[2])))
        if self._learnt.takes_timeout:
            least_s, most_s = self._learnt.timeouts_s or _DEFAULT_TIMEOUTS_S
            words.append(duration(min(max(timeout_s, least_s), most_s)))
        return self._template(pan_tilt, zoom).filled(*words)

    def _template(self, pan_tilt: Space | None, zoom: Space | None) -> Template:
        has_timeout = self._learnt.takes_timeout
        names = (None if pan_tilt is None else pan_tilt.name, None if zoom is None else zoom.name)
        found = self._templates.get((*names, has_timeout))
        if found is None:
            found = self._templates[(*names, has_timeout)] = self._calls.moving(*names, has_timeout=has_timeout)
        return found

    def way(self, way: Way) -> dict[str, Part]:
        """The translation for a relative move."""
        parts: dict[str, Part] = {}
        spaces = self._learnt.spaces
        space = spaces.way_of_view if way.of_view else spaces.way
        if way.pan or way.tilt:
            if space is None:
                raise DeviceFault(Trouble.UNSUPPORTED, "it takes no such ways")
            numbers = of_velocity(space, _unit(way.pan) * self._signs[0], _unit(way.tilt) * self._signs[1])
            parts["PanTilt"] = (space.name, numbers)
        if way.zoom:
            if spaces.zoom_way is None:
                raise DeviceFault(Trouble.UNSUPPORTED, "it takes no ways of zoom")
            parts["Zoom"] = (spaces.zoom_way.name, (spaces.zoom_way.x.both_ways(_unit(way.zoom) * self._signs[2]),))
        return parts


def position_parts(learnt: Learnt, place: Place) -> dict[str, Part]:
    """The position for an absolute move: pan and tilt together, or neither."""
    parts: dict[str, Part] = {}
    spaces = learnt.spaces
    if place.pan is not None and place.tilt is not None:
        if spaces.position is None:
            raise DeviceFault(Trouble.UNSUPPORTED, "it takes no positions")
        parts["PanTilt"] = (spaces.position.name, of_position(spaces.position, place.pan, place.tilt))
    if place.zoom is not None:
        if spaces.zoom_position is None:
            raise DeviceFault(Trouble.UNSUPPORTED, "it takes no positions of zoom")
        parts["Zoom"] = (spaces.zoom_position.name, (spaces.zoom_position.x.along(place.zoom),))
    return parts


def speed_parts(learnt: Learnt, speed: float, moved: tuple[str, ...] = ("PanTilt", "Zoom")) -> dict[str, Part]:
    """A share 0 … 1 of its speeds, for what is moved; nothing where it tells no speeds."""
    parts: dict[str, Part] = {}
    spaces, share = learnt.spaces, min(1.0, max(0.0, speed))
    if spaces.speed is not None and "PanTilt" in moved:
        value = spaces.speed.x.both_ways(share)
        parts["PanTilt"] = (spaces.speed.name, (value, value))
    if spaces.zoom_speed is not None and "Zoom" in moved:
        parts["Zoom"] = (spaces.zoom_speed.name, (spaces.zoom_speed.x.both_ways(share),))
    return parts


def _unit(share: float) -> float:
    return min(1.0, max(-1.0, share))
