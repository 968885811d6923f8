"""Lotus Optics: after Dahua-like devices behind a router.

Every address it tells is that of its own network; a refused login gets a 401 without any SOAP. A picture
takes more than half a second. Some devices have lost the time.
"""

from wall.simulator.onvif.habits.addresses import Addressing, with_query
from wall.simulator.onvif.habits.clocks import Clock, since_2017
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.tokens import Tokens

HABITS = Habits(
    logins=Logins(status=401, is_soap=False),
    clock=Clock(since_2017),
    addressing=Addressing(foreign=("192.168.1.108", 80), stream=with_query),
    pictures=Pictures(takes_s=0.6, at_once=1),
    tokens=Tokens(profile="MediaProfile{index:03d}{nth:02d}", source="{index:05d}"),
    topics=("tns1:UserAlarm/IVA/HumanShapeDetect", "tns1:VideoSource/GlobalSceneChange/ImagingService"),
    relays=2,
)
