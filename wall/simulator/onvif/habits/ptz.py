"""What makes leave out about their domes, and what those do not as they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wall.simulator.domes.dome import Quirks
from wall.simulator.faults import Fault, FaultValue
from wall.simulator.onvif.spaces import Offered


@dataclass(frozen=True, slots=True)
class Ptz:
    """Whether presets have names, and whether a status says where the dome is.

    The dome may go on after its Timeout, do nothing at the first Stops of each motion, and take left for right
    (`inverts`: signs of pan and tilt). It does what it is told at once, and says so `answers_s` later. `has_helpers`: a
    wiper and a lamp.
    """

    names_presets: bool = True
    tells_position: bool = True
    ignores_timeout: bool = False
    ignored_stops: int = 0
    inverts: tuple[int, int] = (1, 1)
    answers_s: float = 0.0
    spaces: Offered = field(default_factory=Offered)
    has_tours: bool = True
    has_helpers: bool = True

    def quirks(self, on: Mapping[Fault, FaultValue]) -> Quirks:
        """The make's own, and those of the faults that are on."""
        turned = on.get(Fault.PTZ_INVERTED)
        pan, tilt = self.inverts
        return Quirks(
            self.ignores_timeout or Fault.PTZ_IGNORES_TIMEOUT in on,
            max(self.ignored_stops, int(on.get(Fault.PTZ_IGNORES_STOP, 0))),
            (-pan if turned in ("pan", "both") else pan, -tilt if turned in ("tilt", "both") else tilt),
        )

    def delay_s(self, on: Mapping[Fault, FaultValue]) -> float:
        """How long it takes over an answer."""
        return max(self.answers_s, float(on.get(Fault.PTZ_SLOW, 0.0)))
