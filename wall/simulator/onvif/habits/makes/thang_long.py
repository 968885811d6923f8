"""Thang Long: a domestic make of good will.

Only HTTP digest opens it; its addresses are escaped once too often; some clocks run on local time.
"""

from wall.simulator.onvif.habits.addresses import Addressing, escaped_twice
from wall.simulator.onvif.habits.clocks import Clock, local_as_utc
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins, Proof
from wall.simulator.onvif.habits.offers import Offers
from wall.simulator.onvif.habits.tokens import Tokens

HABITS = Habits(
    logins=Logins(takes=Proof.DIGEST),
    clock=Clock(local_as_utc, every=5),
    offers=Offers(lost_is_html=True),
    addressing=Addressing(stream=escaped_twice),
    tokens=Tokens(profile="Profile-{channel}-{nth}", source="VideoSourceToken{channel}"),
    topics=("tns1:RuleEngine/TamperDetector/Tamper",),
    relays=2,
)
