"""One reader a topic, and which topic is whose."""

from __future__ import annotations

from functools import lru_cache

from wall.onvif.events.meaning import Meaning, Read
from wall.onvif.events.notification import Notification
from wall.onvif.events.topics import (
    analytics,
    digital_input,
    field,
    line,
    motion,
    relay,
    scene,
    signal_loss,
    smart_event,
    tamper,
    user_alarm,
)

_ANALYTICS = (
    *("myruledetector", "cellmotiondetector/people", "cellmotiondetector/vehicle"),
    *("facedetect", "humandetect", "objectdetect", "peopledetect", "vehicledetect"),
)
_READERS: tuple[tuple[tuple[str, ...], Read], ...] = (
    (("videosource/signalloss", "videoloss", "videolost"), signal_loss.read),
    (("useralarm/",), user_alarm.read),
    (("digitalinput", "device/io/port", "device/trigger/alarmin"), digital_input.read),
    (("device/trigger/relay",), relay.read),
    (("globalscenechange", "scenechange"), scene.read),
    (("tamper", "maskalarm", "imagetoodark", "imagetoobright", "imagetooblurry", "defocus"), tamper.read),
    (("linedetector", "linecross", "crossline", "tripwire", "fenceguard"), line.read),
    (("loitering",), field.read_loitering),
    (("fielddetector", "intrusion", "objectsinside", "crossregion", "regionentrance", "regionexiting"), field.read),
    (("objectanalytics",), field.read),
    (("smartevent",), smart_event.read),
    (_ANALYTICS, analytics.read),
    (("cellmotiondetector/", "motionalarm", "motionregiondetector/", "motiondetect", "/motion", "/vmd"), motion.read),
)
"""Parts of topics without prefixes, in lower case; the first that fits counts."""
_NO_ALARMS = ("monitoring/", "media/", "recordingconfig/", "recordinghistory/", "ptzcontroller/", "configuration/")


def meaning_of(notification: Notification) -> Meaning | None:
    """What it means; None for what is no alarm, such as how busy a processor is."""
    read = _reader_of(notification.words)
    return None if read is None else read(notification)


@lru_cache(maxsize=1024)
def _reader_of(words: str) -> Read | None:
    if words.startswith(_NO_ALARMS):
        return None
    return next((read for parts, read in _READERS if any(part in words for part in parts)), None)
