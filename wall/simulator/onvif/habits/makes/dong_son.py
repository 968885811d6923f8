"""Dong Son Vision: after Hikvision-like devices and the captured recorder of 36 profiles.

Strict about the clock, one picture at a time, generous with profiles that were never finished; a page for people
stands where a service should be. On some devices the installer has set local time as UTC.
"""

from wall.simulator.onvif.habits.addresses import Addressing, with_query
from wall.simulator.onvif.habits.announcing import Announcing
from wall.simulator.onvif.habits.clocks import Clock, local_as_utc
from wall.simulator.onvif.habits.events import NEVER_SET, Events
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins
from wall.simulator.onvif.habits.media import Media, unfinished
from wall.simulator.onvif.habits.offers import ANALYTICS, Offers
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import Writing

HABITS = Habits(
    events=Events(path="onvif/Events/PullSubManager", chatter=NEVER_SET),
    announcing=Announcing(more=("http://[fe80::2a57:beff:fe10:20a]/onvif/device_service",)),
    writing=Writing(soap="env"),
    logins=Logins(status=400),
    clock=Clock(local_as_utc),
    offers=Offers(dead=(ANALYTICS,), lost_is_html=True),
    addressing=Addressing(stream=with_query),
    media=Media(size=(1920, 1080), extras=(unfinished,)),
    pictures=Pictures(at_once=1),
    ptz=Ptz(names_presets=False),
    tokens=Tokens(profile="Profile_{channel}{nth:02d}", source="VideoSource_{channel}"),
    topics=(
        "tns1:RuleEngine/LineDetector/Crossed",
        "tns1:RuleEngine/FieldDetector/ObjectsInside",
        "tns1:RuleEngine/TamperDetector/Tamper",
    ),
)
