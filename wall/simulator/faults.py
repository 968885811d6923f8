"""What may go wrong with a simulated camera, and what is wrong right now.

`Faults` is the one place that knows; the RTSP half, the ONVIF half and the control port read it and subscribe
to its changes. It belongs to the event loop's thread and does no input or output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

FaultValue: TypeAlias = bool | float | str


class Fault(StrEnum):
    """The faults a camera can have; any of them at the same time."""

    FROZEN = "frozen"
    SILENT = "silent"
    REFUSED = "refused"
    RESET = "reset"
    PASSWORD = "password"
    SESSIONS_FULL = "sessions-full"
    SLOW_FIRST_FRAME = "slow-first-frame"
    CORRUPT = "corrupt"
    CLOCK_SKEW = "clock-skew"
    RESOLUTION = "resolution"
    CODEC = "codec"
    COVERED = "covered"
    TURNED = "turned"
    LOSS = "loss"
    OUTAGE = "outage"
    SLOW_ANSWER = "slow-answer"
    GARBAGE_ANSWER = "garbage-answer"
    PTZ_IGNORES_STOP = "ptz-ignores-stop"
    PTZ_IGNORES_TIMEOUT = "ptz-ignores-timeout"
    PTZ_INVERTED = "ptz-inverted"
    PTZ_SLOW = "ptz-slow"
    REBOOT = "reboot"
    EVENTS_SILENT = "events-silent"
    EVENTS_HANG = "events-hang"
    EVENTS_SHORT = "events-short"
    EVENTS_CUT = "events-cut"
    RENEW_REFUSED = "renew-refused"


@dataclass(frozen=True, slots=True)
class FaultKind:
    """What a fault does, in words for `fault --list`, and the value it takes: a range, words, or none."""

    what: str
    default: FaultValue = True
    value: str = ""
    limits: tuple[float, float] | None = None
    words: tuple[str, ...] = ()

    def parse(self, fault: Fault, value: FaultValue | None) -> FaultValue:
        """The value to keep for `value` as somebody typed it; ValueError says what would be right."""
        if value is None or value is True:
            return self.default
        if self.words:
            if str(value) in self.words:
                return str(value)
            raise ValueError(f"{fault} takes {' or '.join(self.words)} as its value, not {value!r}")
        if self.limits is None:
            raise ValueError(f"{fault} takes no value")
        return self._number(fault, value, self.limits)

    def _number(self, fault: Fault, value: FaultValue, limits: tuple[float, float]) -> float:
        low, high = limits
        message = f"{fault} takes {self.value} from {low:g} to {high:g}, not {value!r}"
        try:
            number = float(value)
        except ValueError:
            raise ValueError(message) from None
        if not low <= number <= high:
            raise ValueError(message)
        return number


KINDS: Mapping[Fault, FaultKind] = MappingProxyType(
    {
        Fault.FROZEN: FaultKind(
            "the picture stands while packets flow: one keyframe again and again, or whole groups of it",
            default="key",
            value="key or gop",
            words=("key", "gop"),
        ),
        Fault.COVERED: FaultKind("something hangs over the lens: a soft grey, with the sensor's noise"),
        Fault.TURNED: FaultKind("somebody has turned the camera: it looks along the street to the side"),
        Fault.SILENT: FaultKind("packets stop, the connection stays open"),
        Fault.REFUSED: FaultKind("the device's listeners are closed, its connections dropped"),
        Fault.RESET: FaultKind("connections are reset now, and each new one after its first 10 frames"),
        Fault.PASSWORD: FaultKind("the device's password is another one: 401 for the old one, sessions end"),
        Fault.SESSIONS_FULL: FaultKind(
            "DESCRIBE and SETUP are answered 453, ONVIF calls by a fault that names it; sessions end"
        ),
        Fault.SLOW_FIRST_FRAME: FaultKind(
            "PLAY is answered, the first packet comes later", default=8.0, value="seconds", limits=(0, 600)
        ),
        Fault.CORRUPT: FaultKind("random bytes are flipped in the payload of every packet"),
        Fault.CLOCK_SKEW: FaultKind(
            "the camera's clock is wrong (RTCP sender reports, ONVIF time)",
            default=3600.0,
            value="seconds",
            limits=(-1e9, 1e9),
        ),
        Fault.RESOLUTION: FaultKind("the stream switches to another picture size, with a new SPS in band"),
        Fault.CODEC: FaultKind("the stream switches between H.264 and H.265 in the same session"),
        Fault.LOSS: FaultKind("some RTP packets are never sent", default=5.0, value="percent", limits=(0, 100)),
        Fault.OUTAGE: FaultKind("the devices drop off: connections reset, listeners closed"),
        Fault.SLOW_ANSWER: FaultKind(
            "every answer over HTTP comes later", default=5.0, value="seconds", limits=(0, 600)
        ),
        Fault.GARBAGE_ANSWER: FaultKind(
            "every answer over HTTP is XML that breaks off, random bytes, or 8 MB long",
            default="xml",
            value="xml, bytes or huge",
            words=("xml", "bytes", "huge"),
        ),
        Fault.PTZ_IGNORES_STOP: FaultKind(
            "the dome answers the first Stops of each motion and moves on",
            default=1.0,
            value="how many",
            limits=(0, 1e6),
        ),
        Fault.PTZ_IGNORES_TIMEOUT: FaultKind("the dome moves until it is stopped, whatever Timeout it was told"),
        Fault.PTZ_INVERTED: FaultKind(
            "the dome takes left for right, or up for down",
            default="both",
            value="pan, tilt or both",
            words=("pan", "tilt", "both"),
        ),
        Fault.PTZ_SLOW: FaultKind(
            "the dome does what it is told, and answers later", default=5.0, value="seconds", limits=(0, 600)
        ),
        Fault.REBOOT: FaultKind(
            "the devices start anew: away for a while, back by themselves, without their subscriptions",
            default=5.0,
            value="seconds",
            limits=(0, 600),
        ),
        Fault.EVENTS_SILENT: FaultKind("subscriptions that there are go on answering, and never say anything any more"),
        Fault.EVENTS_HANG: FaultKind("who waits for events is never answered"),
        Fault.EVENTS_SHORT: FaultKind("subscriptions last a sixtieth of what was asked: minutes are read as seconds"),
        Fault.EVENTS_CUT: FaultKind(
            "what happened is handed out, and the answer does not arrive: the connection is reset, or the answer breaks"
            " off, or it comes a minute too late",
            default="reset",
            value="reset, half or late",
            words=("reset", "half", "late"),
        ),
        Fault.RENEW_REFUSED: FaultKind("no subscription is renewed"),
    }
)


@dataclass(frozen=True, slots=True)
class FaultChange:
    """A fault was switched for these cameras; `value` is what `is_on` now says (None: it is off)."""

    fault: Fault
    cameras: frozenset[int]
    value: FaultValue | None


ChangeListener: TypeAlias = Callable[[FaultChange], None]
_NOTHING: Mapping[Fault, FaultValue] = MappingProxyType({})


class Faults:
    """Which faults are on for which camera. Event-loop thread only."""

    def __init__(self) -> None:
        self._by_camera: dict[int, dict[Fault, FaultValue]] = {}
        self._listeners: list[ChangeListener] = []

    def is_on(self, fault: Fault, camera: int) -> FaultValue | None:
        """The fault's value (True, a number or a word) where it is on, else None."""
        return self._by_camera.get(camera, _NOTHING).get(fault)

    def any_on(self, fault: Fault, cameras: Iterable[int]) -> FaultValue | None:
        """The value of the first of these cameras that has the fault: a device with one bad channel."""
        return next((v for c in cameras if (v := self.is_on(fault, c)) is not None), None)

    def of(self, camera: int) -> Mapping[Fault, FaultValue]:
        """Everything that is wrong with a camera now; false where nothing is."""
        return self._by_camera.get(camera, _NOTHING)

    def set(self, fault: str, cameras: Iterable[int], on: bool, value: FaultValue | None = None) -> None:
        """Switch a fault for some cameras and tell the listeners; ValueError says what was asked wrongly."""
        kind = parse_fault(fault)
        parsed = KINDS[kind].parse(kind, value) if on else None
        numbers = frozenset(cameras)
        for camera in numbers:
            self._set_one(kind, camera, parsed)
        change = FaultChange(kind, numbers, parsed)
        for listener in tuple(self._listeners):
            listener(change)

    def _set_one(self, fault: Fault, camera: int, value: FaultValue | None) -> None:
        if value is not None:
            self._by_camera.setdefault(camera, {})[fault] = value
        elif camera in self._by_camera:
            self._by_camera[camera].pop(fault, None)
            if not self._by_camera[camera]:
                del self._by_camera[camera]

    def subscribe(self, listener: ChangeListener) -> Callable[[], None]:
        """Call `listener` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def as_json(self) -> dict[str, dict[str, FaultValue]]:
        """What is on, by camera number, for the control port."""
        return {str(n): {str(f): v for f, v in on.items()} for n, on in sorted(self._by_camera.items())}


def parse_fault(name: str) -> Fault:
    """The fault of that name, with hyphens or underscores; ValueError lists the names there are."""
    try:
        return Fault(name.replace("_", "-"))
    except ValueError:
        raise ValueError(f"no fault is called {name!r}; there are: {', '.join(Fault)}") from None
