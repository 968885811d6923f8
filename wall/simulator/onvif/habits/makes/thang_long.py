"""Thang Long: a domestic make of good will, after the captured device that refuses every call.

Only HTTP digest opens anything, the clock and the list of services too. Its schema has a namespace that does not exist,
elements that must be there are not, addresses are escaped once too often, and pictures have moved. Some clocks run on
local time. Its domes take their time to answer, and how everything stands it says to a new subscription only.
"""

from wall.simulator.onvif.habits.addresses import Addressing, escaped_twice
from wall.simulator.onvif.habits.clocks import Clock, local_as_utc
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import OPEN_ACTIONS, Logins, Proof
from wall.simulator.onvif.habits.offers import Offers
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import ANOTHER_SCHEMA, Writing

HABITS = Habits(
    writing=Writing(declarations=ANOTHER_SCHEMA, omits=("HardwareId", "UseCount", "Framerate", "Quality")),
    logins=Logins(takes=Proof.DIGEST, closed=OPEN_ACTIONS),
    clock=Clock(local_as_utc, every=5),
    offers=Offers(missing=frozenset({"SetSynchronizationPoint"}), lost_is_html=True),
    addressing=Addressing(stream=escaped_twice),
    pictures=Pictures(moved_to="cgi-bin/snap"),
    ptz=Ptz(answers_s=0.8),
    tokens=Tokens(profile="Profile-{channel}-{nth}", source="VideoSourceToken{channel}"),
    topics=("tns1:RuleEngine/TamperDetector/Tamper",),
    relays=2,
)
