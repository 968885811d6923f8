"""A joystick in the hand: which one it is, what its axes and buttons do, and what that makes of how it stands.

Raw axes are SDL's, -32768 … 32767. A hat is two more axes behind the others (right and up positive). Buttons are known
by their numbers from 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from wall.model.ptz import deeds
from wall.model.ptz.move import Velocity

LOWEST, HIGHEST = -32768, 32767
MOST_DEAD_ZONE, LEAST_CURVE, MOST_CURVE = 0.5, 1.0, 4.0
MOST_AXES, MOST_BUTTONS = 64, 256
_MOVED = HIGHEST // 2
"""So far must an axis be moved to be meant."""
_LEAST_SIDE = HIGHEST // 8
"""A calibrated side of an axis is at least so long: noise is no movement."""
_TWIST = 2
_GAMEPAD_AXES = 5


class AxisDoes(Enum):
    """What an axis is for. The values are kept on the disk."""

    PAN = "pan"
    TILT = "tilt"
    ZOOM = "zoom"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class StickModel:
    """What is known of a device: two of one model share their settings."""

    name: str
    vendor: int = 0
    product: int = 0
    axes: int = 0
    """Two more for each hat."""
    buttons: int = 0

    @property
    def key(self) -> str:
        """Under which its settings are kept."""
        return f"{self.vendor:04x}:{self.product:04x} {self.name}"


@dataclass(frozen=True, slots=True)
class StickReading:
    """How one stick stands, at a moment (monotonic seconds). Bit n of `buttons` is button n."""

    stick: int
    axes: tuple[int, ...]
    buttons: int = 0
    at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class StickGone:
    """A stick was pulled, or nobody can read it any more."""

    stick: int


StickNews = StickReading | StickGone


class StickFault(Enum):
    """Why no stick can be read at all."""

    NONE = "all is well"
    NO_LIBRARY = "SDL is not there"
    LOCKED = "a stick is there, and this account may not read it"
    LOST = "what reads it has ended"


@dataclass(frozen=True, slots=True)
class AxisUse:
    """Which axis does something: with its ends and its middle as they were found. ValueError where they make none."""

    axis: int
    is_inverted: bool = False
    centre: int = 0
    low: int = LOWEST
    high: int = HIGHEST

    def __post_init__(self) -> None:
        if not (0 <= self.axis < MOST_AXES and LOWEST <= self.low < self.centre < self.high <= HIGHEST):
            raise ValueError(f"no axis: {self}")

    def deflection(self, raw: int) -> float:
        """How far it is moved: -1 … 1 of its way to that end."""
        way = self.high - self.centre if raw > self.centre else self.centre - self.low
        share = min(1.0, max(-1.0, (raw - self.centre) / way))
        return -share if self.is_inverted else share


@dataclass(frozen=True)
class StickMap:
    """What a model's axes and buttons do. `dead_zone` is the share of an axis in which nothing happens, `curve` the
    power with which it grows behind that: 1 is straight, more is finer in the middle. ValueError where out of range.
    """

    axes: Mapping[AxisDoes, AxisUse] = field(default_factory=dict)
    buttons: Mapping[int, str] = field(default_factory=dict)
    """By button: one of `wall.model.ptz.deeds`, or the id of an action of a window."""
    dead_zone: float = 0.1
    curve: float = 2.0

    def __post_init__(self) -> None:
        if not (0.0 <= self.dead_zone <= MOST_DEAD_ZONE and LEAST_CURVE <= self.curve <= MOST_CURVE):
            raise ValueError(f"no dead zone or curve: {self.dead_zone}, {self.curve}")
        if not all(0 <= button < MOST_BUTTONS for button in self.buttons):
            raise ValueError("no button")

    def share(self, does: AxisDoes, axes: Sequence[int]) -> float:
        """What is asked by an axis, -1 … 1; 0 where none does that, or the device has not so many."""
        use = self.axes.get(does)
        if use is None or use.axis >= len(axes):
            return 0.0
        moved = use.deflection(axes[use.axis])
        beyond = max(0.0, abs(moved) - self.dead_zone) / (1.0 - self.dead_zone)
        return float(beyond**self.curve) * (1.0 if moved > 0 else -1.0)

    def with_axis(self, does: AxisDoes, use: AxisUse | None) -> StickMap:
        """Another axis does that, or none; one axis does one thing."""
        others = {
            each: held for each, held in self.axes.items() if each is not does and (not use or held.axis != use.axis)
        }
        return replace(self, axes=others if use is None else {**others, does: use})

    def with_button(self, button: int, deed: str) -> StickMap:
        """A button does this; "" for nothing."""
        others = {each: does for each, does in self.buttons.items() if each != button}
        return replace(self, buttons={**others, button: deed} if deed else others)


@dataclass(frozen=True, slots=True)
class Steered:
    """What is asked of a dome by a stick. `armed` are the axes that have been seen at rest."""

    velocity: Velocity = field(default_factory=Velocity)
    focus: float = 0.0
    armed: frozenset[AxisDoes] = frozenset()


def steer(stick_map: StickMap, axes: Sequence[int], armed: frozenset[AxisDoes]) -> Steered:
    """What the axes ask now.

    An axis asks nothing until it has been at rest once: a lever that lies at its end, or a stick that is held while
    its dome changes, starts no movement.
    """
    asked = {does: stick_map.share(does, axes) for does in stick_map.axes}
    ready = armed | {does for does, share in asked.items() if share == 0.0}
    shares = {does: share for does, share in asked.items() if does in ready}
    pan, tilt, zoom, focus = (shares.get(does, 0.0) for does in AxisDoes)
    return Steered(Velocity(pan, tilt, zoom), focus, ready)


def usual_map(model: StickModel) -> StickMap:
    """What a device does that nobody has settled yet: pan and tilt by the first two axes, zoom by the twist of a
    joystick, or by the right stick of a gamepad (whose third axis is a trigger). Presets on its first nine buttons.
    """
    axes = {AxisDoes.PAN: AxisUse(0), AxisDoes.TILT: AxisUse(1, is_inverted=True)}
    if model.axes >= _GAMEPAD_AXES:
        axes[AxisDoes.ZOOM] = AxisUse(4, is_inverted=True)
    elif model.axes > _TWIST:
        axes[AxisDoes.ZOOM] = AxisUse(_TWIST)
    there = {does: use for does, use in axes.items() if use.axis < model.axes}
    return StickMap(there, dict(zip(range(model.buttons), deeds.USUAL, strict=False)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was seen of all axes since they were let go: their middles, and how far they went."""

    centre: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]

    @classmethod
    def begun(cls, axes: Sequence[int]) -> Calibration:
        """Nobody touches the stick now."""
        return cls(tuple(axes), tuple(axes), tuple(axes))

    def seen(self, axes: Sequence[int]) -> Calibration:
        """It is moved to its ends."""
        low = tuple(map(min, self.low, axes))
        return replace(self, low=low, high=tuple(map(max, self.high, axes)))

    def is_full(self, axis: int) -> bool:
        """Was this axis moved far to both sides?"""
        if axis >= len(self.centre):
            return False
        sides = self.centre[axis] - self.low[axis], self.high[axis] - self.centre[axis]
        return min(sides) >= _LEAST_SIDE

    def applied(self, stick_map: StickMap) -> StickMap:
        """Axes that were moved to both sides have these ends and this middle from now on; others stay as they are."""
        axes = {does: self._found(use) for does, use in stick_map.axes.items()}
        return replace(stick_map, axes=axes)

    def _found(self, use: AxisUse) -> AxisUse:
        if not self.is_full(use.axis):
            return use
        at = use.axis
        return replace(use, centre=self.centre[at], low=self.low[at], high=self.high[at])


def moved_axis(before: Sequence[int], now: Sequence[int]) -> tuple[int, bool] | None:
    """Which axis was moved most, and whether upwards; None while none was moved far."""
    ways = [after - earlier for earlier, after in zip(before, now, strict=False)]
    axis = max(range(len(ways)), key=lambda each: abs(ways[each]), default=None)
    return None if axis is None or abs(ways[axis]) < _MOVED else (axis, ways[axis] > 0)


def changed_buttons(before: int, now: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Those that were pressed and those that were let go, in their order."""
    return _bits(now & ~before), _bits(before & ~now)


def _bits(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)
