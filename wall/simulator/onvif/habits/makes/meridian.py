"""Meridian: after Bosch (captured: FLEXIDOME 8000i).

Media2 lists only what the older service cannot say; a JPEG profile on each channel has no stream; tokens older than
five seconds are refused. A picture is handed out for five seconds, and says since when it is. Its domes
think in degrees.
"""

from wall.simulator.onvif.habits.addresses import Addressing, with_query
from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.habits.logins import Logins
from wall.simulator.onvif.habits.media import Media, jpeg_only, only_h265
from wall.simulator.onvif.habits.pictures import Pictures
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.habits.tokens import Tokens
from wall.simulator.onvif.habits.writing import Writing
from wall.simulator.onvif.spaces import Measure, Offered

HABITS = Habits(
    writing=Writing(soap="SOAP-ENV"),
    logins=Logins(window_s=5.0, status=400),
    addressing=Addressing(snapshot=with_query),
    media=Media(extras=(jpeg_only,), in_media2=only_h265),
    pictures=Pictures(keeps_s=5.0),
    ptz=Ptz(spaces=Offered((Measure.DEGREES,), (Measure.DEGREES,))),
    tokens=Tokens(profile="{index}_{nth}", source="{channel}"),
    topics=("tns1:VideoSource/GlobalSceneChange/ImagingService", "tns1:Device/Trigger/Relay"),
)
