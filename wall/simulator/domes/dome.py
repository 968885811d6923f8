"""One dome: motors, presets, home. It remembers what it did (`record`)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from wall.simulator.domes.axis import Axis
from wall.simulator.domes.lens import AUXILIARY, Helpers, Lens
from wall.simulator.domes.look import Look
from wall.simulator.domes.record import Command, Record
from wall.simulator.domes.tours import PresetTour, Tour

Position: TypeAlias = tuple[float, float, float]
"""Pan and tilt -1..1, zoom 0..1."""

HOME: Position = (0.0, 0.0, 0.0)
MAX_PRESETS = 100
PAN_SPEED, TILT_SPEED, ZOOM_SPEED = 0.8, 0.8, 0.5
"""Units a second at full speed: the whole pan range in 2.5 s."""
PAN_GAIN, TILT_GAIN, ZOOM_GAIN = 3.0, 3.0, 2.0
"""Units/s²: at full speed, and at rest again, after a quarter of a second."""
_PATHS_KEPT = 512


@dataclass(frozen=True, slots=True)
class Preset:
    """A named position."""

    token: str
    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Quirks:
    """In what a dome does not as it is told. `ignored_stops`: so many Stops of each motion are answered, not done."""

    ignores_timeout: bool = False
    ignored_stops: int = 0
    inverts: tuple[int, int] = (1, 1)
    """Signs of pan and tilt."""


CAREFUL = Quirks()


class Dome:
    """The motors and presets of one PTZ camera."""

    def __init__(self, presets: tuple[Preset, ...] = (), home: Position = HOME) -> None:
        self.pan = Axis(-1.0, 1.0, PAN_SPEED, PAN_GAIN, home[0])
        self.tilt = Axis(-1.0, 1.0, TILT_SPEED, TILT_GAIN, home[1])
        self.zoom = Axis(0.0, 1.0, ZOOM_SPEED, ZOOM_GAIN, home[2])
        self.home = home
        self.presets = {preset.token: preset for preset in presets}
        self.record = Record()
        self.lens = Lens()
        self.helpers = Helpers()
        self.tours: dict[str, PresetTour] = {}
        self._stops_left = 0
        self._paths: deque[tuple[float, Axis, Axis, Axis]] = deque(maxlen=_PATHS_KEPT)

    def position(self, now_s: float) -> Position:
        """Where it looks."""
        return self.pan.at(now_s), self.tilt.at(now_s), self.zoom.at(now_s)

    def position_then(self, at_s: float) -> Position:
        """Where it looked at a moment that has passed, as far as that is still known."""
        axes = next((path[1:] for path in reversed(self._paths) if path[0] <= at_s), None)
        pan, tilt, zoom = axes or (self.pan, self.tilt, self.zoom)
        return pan.at(at_s), tilt.at(at_s), zoom.at(at_s)

    def speed(self, now_s: float) -> Position:
        """How fast it is, in units a second."""
        return self.pan.speed(now_s), self.tilt.speed(now_s), self.zoom.speed(now_s)

    def is_moving(self, now_s: float) -> bool:
        """Whether any motor is under way."""
        return now_s < self.rests_s

    @property
    def rests_s(self) -> float:
        """When it comes, or came, to rest unless it is told otherwise."""
        return max(axis.rests_s for axis in (self.pan, self.tilt, self.zoom))

    def note(self, now_s: float, name: str, *, is_ignored: bool = False, **said: Any) -> None:
        """Remember a command."""
        self.record.told(Command(name, now_s, said, is_ignored))

    def look(self, now_s: float) -> tuple[Look, bool]:
        """What its picture shows, and whether that changes just now."""
        self.settle(now_s)
        pan, tilt, zoom = self.position(now_s)
        lens, helpers = self.lens, self.helpers
        look = Look(pan, tilt, zoom, lens.blur(now_s, zoom), lens.gain, helpers.wiper, helpers.lamp)
        return look, self.is_moving(now_s) or lens.is_moving(now_s)

    def switch(self, command: str) -> bool:
        """An auxiliary command; whether there is such a one."""
        if command not in AUXILIARY:
            return False
        name, is_on = AUXILIARY[command]
        self.helpers = replace(self.helpers, **{name: is_on})
        return True

    def settle(self, now_s: float) -> None:
        """Be where a patrol of its own has brought it by now: whoever asks or tells it anything does this first."""
        for token, tour in self.tours.items():
            while tour.state is Tour.TOURING and tour.spots and tour.next_s <= now_s:
                spot = tour.spots[tour.next_at]
                if (preset := self.presets.get(spot.preset)) is not None:
                    pan, tilt, zoom = preset.position
                    self._go(tour.next_s, (pan, tilt), zoom, (spot.speed, spot.speed), spot.speed)
                tour = tour.on_its_way(max(tour.next_s, self.rests_s))
                self.tours[token] = tour

    def operate(self, now_s: float, token: str, tour: PresetTour) -> None:
        """Begin, halt or end a patrol; there is one at a time."""
        if tour.state is Tour.TOURING:
            self.leave_tours()
        elif self.tours[token].state is Tour.TOURING:
            self.stop(now_s)
        self.tours[token] = tour

    def leave_tours(self) -> None:
        """Somebody moves it: that is the end of its patrol."""
        for token, tour in self.tours.items():
            if tour.state is Tour.TOURING:
                self.tours[token] = tour.stopped()

    def run(
        self,
        now_s: float,
        pan_tilt: tuple[float, float] | None,
        zoom: float | None,
        for_s: float,
        quirks: Quirks = CAREFUL,
    ) -> None:
        """Move continuously; an axis that is not given (None) keeps doing what it does."""
        self.leave_tours()
        self._stops_left = quirks.ignored_stops
        if pan_tilt is not None:
            self.pan = self.pan.run(now_s, pan_tilt[0] * quirks.inverts[0], for_s)
            self.tilt = self.tilt.run(now_s, pan_tilt[1] * quirks.inverts[1], for_s)
        if zoom is not None:
            self.zoom = self.zoom.run(now_s, zoom, for_s)
        self._changed(now_s)

    def go(
        self,
        now_s: float,
        pan_tilt: tuple[float, float] | None,
        zoom: float | None,
        pan_tilt_speed: tuple[float, float] = (1.0, 1.0),
        zoom_speed: float = 1.0,
    ) -> None:
        """Move to a position; an axis that is not given (None) keeps doing what it does."""
        self.leave_tours()
        self._go(now_s, pan_tilt, zoom, pan_tilt_speed, zoom_speed)

    def _go(
        self,
        now_s: float,
        pan_tilt: tuple[float, float] | None,
        zoom: float | None,
        pan_tilt_speed: tuple[float, float],
        zoom_speed: float,
    ) -> None:
        if pan_tilt is not None:
            self.pan = self.pan.go(now_s, pan_tilt[0], pan_tilt_speed[0])
            self.tilt = self.tilt.go(now_s, pan_tilt[1], pan_tilt_speed[1])
        if zoom is not None:
            self.zoom = self.zoom.go(now_s, zoom, zoom_speed)
        self._changed(now_s)

    def stop(self, now_s: float, pan_tilt: bool = True, zoom: bool = True) -> bool:
        """Brake; whether it did: some domes do not at first."""
        if self._stops_left > 0 and self.is_moving(now_s):
            self._stops_left -= 1
            return False
        if pan_tilt:
            self.pan, self.tilt = self.pan.stop(now_s), self.tilt.stop(now_s)
        if zoom:
            self.zoom = self.zoom.stop(now_s)
        self._changed(now_s)
        return True

    def keep(self, name: str, token: str, now_s: float) -> Preset | None:
        """Store where it is now under `token` (empty: a new one); None where every place is taken."""
        free = (str(n) for n in range(1, MAX_PRESETS + 1) if str(n) not in self.presets)
        chosen = token or next(free, "")
        if not chosen:
            return None
        preset = Preset(chosen, name or f"Preset {chosen}", self.position(now_s))
        self.presets[chosen] = preset
        return preset

    def _changed(self, now_s: float) -> None:
        self.record.changed(now_s, self.rests_s)
        self._paths.append((now_s, self.pan, self.tilt, self.zoom))
