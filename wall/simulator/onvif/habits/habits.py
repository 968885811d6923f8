"""All in which a make may differ, gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.simulator.http import Framing
from wall.simulator.onvif.habits.addresses import Addressing
from wall.simulator.onvif.habits.announcing import Announcing
from wall.simulator.onvif.habits.clocks import Clock
from wall.simulator.onvif.habits.events import Events
from wall.simulator.onvif.habits.logins import Logins
from wall.simulator.onvif.habits.media import Media
from wall.simulator.onvif.habits.offers import Offers
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import Writing


@dataclass(frozen=True, slots=True)
class Habits:
    """How the devices of one make answer; the defaults are the careful camera.

    `fault_status` is the HTTP status of every fault, 0 for the right one. `topics` are those beyond motion, `relays`
    is how many outputs a device has.
    """

    writing: Writing = field(default_factory=Writing)
    logins: Logins = field(default_factory=Logins)
    clock: Clock = field(default_factory=Clock)
    offers: Offers = field(default_factory=Offers)
    addressing: Addressing = field(default_factory=Addressing)
    media: Media = field(default_factory=Media)
    pictures: Pictures = field(default_factory=Pictures)
    ptz: Ptz = field(default_factory=Ptz)
    tokens: Tokens = field(default_factory=Tokens)
    announcing: Announcing = field(default_factory=Announcing)
    events: Events = field(default_factory=Events)
    framing: Framing = Framing.LENGTH
    fault_status: int = 0
    topics: tuple[str, ...] = ()
    relays: int = 1


CAREFUL = Habits()
"""As the specification would have it."""
