"""Song Cau: after cheap boards without a name.

No prefixes, no GetServices, no Media2 (the older service says H265, which it does not have), a date that is none,
faults that claim success, a connection that ends with each answer, pictures for everybody. What it does not know it
answers with nothing. Its domes can only be pushed, and do not stop by themselves.
"""

from wall.simulator.http import Framing
from wall.simulator.onvif.habits.addresses import Addressing, sub_relative, with_spaces
from wall.simulator.onvif.habits.announcing import Announcing
from wall.simulator.onvif.habits.clocks import Clock
from wall.simulator.onvif.habits.events import WITHOUT_TOPIC, Events
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins, Proof
from wall.simulator.onvif.habits.media import Media
from wall.simulator.onvif.habits.offers import Offers, Unknown
from wall.simulator.onvif.habits.pictures import Opens, Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import Writing
from wall.simulator.onvif.spaces import Offered

HABITS = Habits(
    events=Events(chatter=WITHOUT_TOPIC),
    announcing=Announcing(wraps=False, encodes=False),
    writing=Writing(soap=""),
    logins=Logins(takes=Proof.TOKEN, window_s=None, status=200),
    clock=Clock(invalid_date=(2022, 13, 45)),
    offers=Offers(
        missing=frozenset({"GetServices", "SetSynchronizationPoint"}),
        hidden=frozenset({"tr2"}),
        unknown=Unknown.EMPTY_RESPONSE,
    ),
    addressing=Addressing(stream=sub_relative, snapshot=with_spaces),
    media=Media(says_h265=True),
    pictures=Pictures(opens=Opens.NOTHING),
    ptz=Ptz(
        tells_position=False,
        ignores_timeout=True,
        spaces=Offered(positions=(), ways=()),
        has_tours=False,
        has_helpers=False,
    ),
    tokens=Tokens(profile="PROFILE_{number:03d}", source="V_SRC_{index:03d}"),
    framing=Framing.CLOSE,
    fault_status=200,
)
