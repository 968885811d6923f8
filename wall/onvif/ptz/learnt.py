"""What is known of one dome: it begins with what every dome can, and grows with what this one tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.model.ptz.ability import NO_PTZ, PtzAbility
from wall.onvif.ptz.spaces import Range, Spaces, unknown_spaces


@dataclass(slots=True)
class Learnt:
    """`timeouts_s` are least and most of a move's Timeout; the ranges are those of the lens, None where it has none."""

    spaces: Spaces = field(default_factory=unknown_spaces)
    timeouts_s: tuple[float, float] | None = None
    takes_timeout: bool = True
    auxiliary: tuple[str, ...] = ()
    """The commands that go to the PTZ service, as the dome names them."""
    device_auxiliary: tuple[str, ...] = ()
    """Those that go to the device itself."""
    focus: Range | None = None
    iris: Range | None = None
    is_known: bool = False
    ability: PtzAbility = NO_PTZ
