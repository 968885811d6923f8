"""Axiom Nord: after AXIS (captured: P3818-PVE).

Generated code declares every namespace it knows in each answer and sends it in chunks; all services share one address;
only HTTP digest opens anything.
"""

from wall.simulator.http import Framing
from wall.simulator.onvif.habits.events import Events, Naming
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins, Proof
from wall.simulator.onvif.habits.offers import Offers
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import HUNDREDS, Writing
from wall.simulator.onvif.spaces import Measure, Offered

HABITS = Habits(
    events=Events(naming=Naming.PARAMETER, path="onvif/services"),
    writing=Writing(soap="SOAP-ENV", declarations=HUNDREDS, empty_header=True),
    logins=Logins(takes=Proof.DIGEST),
    offers=Offers(path="onvif/services"),
    ptz=Ptz(spaces=Offered((Measure.GENERIC, Measure.DEGREES), (Measure.GENERIC, Measure.OF_VIEW))),
    tokens=Tokens(profile="profile_{number}_{codec}", source="{index}"),
    framing=Framing.CHUNKED,
    topics=("tns1:VideoSource/GlobalSceneChange/ImagingService", "tns1:Device/Trigger/DigitalInput"),
    relays=0,
)
