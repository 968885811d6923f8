"""Reoview: after Reolink (captured: E1 Zoom).

The request's security header comes back in each answer; even the clock is told only after a login, so it must be taken
from the Date header; a listed service is a 404. Pictures want the password in the clear. Some devices have no
battery and live in 1970. Its domes can only be pushed, and ignore the first Stop.
"""

from wall.simulator.onvif.habits.clocks import Clock, since_1970
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins, Proof
from wall.simulator.onvif.habits.offers import ANALYTICS, MEDIA2, Offers, Unknown
from wall.simulator.onvif.habits.pictures import Opens, Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import Writing
from wall.simulator.onvif.spaces import Offered

HABITS = Habits(
    writing=Writing(soap="SOAP-ENV", echoes_login=True),
    logins=Logins(takes=Proof.TOKEN, closed=frozenset({"GetSystemDateAndTime"}), subcodes=()),
    clock=Clock(since_1970),
    offers=Offers(
        missing=frozenset({"GetRelayOutputs"}),
        hidden=frozenset({"tr2"}),
        dead=(ANALYTICS, MEDIA2),
        unknown=Unknown.NOT_IMPLEMENTED,
    ),
    pictures=Pictures(opens=Opens.BASIC),
    ptz=Ptz(ignored_stops=1, spaces=Offered(positions=(), ways=()), has_helpers=False),
    tokens=Tokens(profile="{number:03d}", source="{index:03d}"),
    topics=tuple(f"tns1:RuleEngine/MyRuleDetector/{what}" for what in ("People", "Vehicle", "FaceDetect", "DogCat")),
)
