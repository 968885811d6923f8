"""Kinh Bac: after recorders sold under many names.

It uses a prefix that it never declares, names one profile twice, forgets a channel in the older service, writes spaces
into addresses, has no single pictures, and calls every refusal a server error; what it does not know is a server error
without a word. It has but one subscription, which cannot be renewed: who subscribes again goes on with it. Its domes
take up for down.
"""

from wall.simulator.onvif.habits.addresses import Addressing, with_spaces
from wall.simulator.onvif.habits.announcing import Announcing
from wall.simulator.onvif.habits.events import Events, Naming
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins
from wall.simulator.onvif.habits.media import Media, first_again, not_of_channel_2
from wall.simulator.onvif.habits.offers import Offers, Unknown
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import WITHOUT_SCHEMA, Writing
from wall.simulator.onvif.spaces import Measure, Offered

HABITS = Habits(
    events=Events(naming=Naming.NONE, renews=False),
    announcing=Announcing(encodes=False, between="\n    "),
    writing=Writing(declarations=WITHOUT_SCHEMA),
    logins=Logins(window_s=60.0, status=500),
    offers=Offers(missing=frozenset({"GetRelayOutputs", "GetSnapshotUri"}), unknown=Unknown.EMPTY_500),
    addressing=Addressing(stream=with_spaces),
    media=Media(extras=(first_again,), in_media=not_of_channel_2),
    pictures=Pictures(has_any=False),
    ptz=Ptz(inverts=(1, -1), spaces=Offered(ways=(Measure.GENERIC,)), has_tours=False),
    tokens=Tokens(profile="ch{channel:02d}_{stream}", source="ch{channel:02d}"),
    topics=("tns1:Device/Trigger/DigitalInput",),
)
