"""Events as devices publish them to a broker."""

from __future__ import annotations

import pytest

from wall.onvif.events.broker_message import is_broker_message, read_broker_message
from wall.onvif.events.notification import Operation
from wall.onvif.events.topics import meaning_of

MOTION = {
    "UtcTime": "2026-11-30T00:00:00.250Z",
    "PropertyOperation": "Initialized",
    "Source": {"VideoSourceConfigurationToken": "vsc_1", "Rule": "Sân"},
    "Key": {},
    "Data": {"IsMotion": True, "Box": {"bottom": 1}},
}
AXIS = {
    "topic": "axis:CameraApplicationPlatform/VMD/Camera1ProfileANY",
    "timestamp": 1_796_000_000_250,
    "serial": "ACCC8E012345",
    "message": {"source": {}, "key": {}, "data": {"active": "1"}},
}


def test_a_message_says_which_device_what_and_when() -> None:
    read = read_broker_message("bac-ninh/cam-7/onvif-ej/RuleEngine/CellMotionDetector/Motion&/vsc_1", MOTION)
    assert read.names == ("bac-ninh/cam-7", "cam-7", "bac-ninh")
    said = read.notification
    assert (said.operation, said.told_s) == (Operation.INITIALIZED, 1_795_996_800.25)
    assert said.data == (("IsMotion", "true"),)
    meaning = meaning_of(said)
    assert meaning is not None and (meaning.kind, meaning.is_on, meaning.detail) == ("motion", True, "Sân")


def test_the_messages_of_axis_name_their_topic_and_serial_number_themselves() -> None:
    read = read_broker_message("axis/ACCC8E012345/event/tnsaxis:CameraApplicationPlatform/VMD", AXIS)
    assert read.names[0] == "ACCC8E012345"
    assert read.notification.told_s == 1_796_000_000.25
    meaning = meaning_of(read.notification)
    assert meaning is not None and (meaning.kind, meaning.is_on) == ("motion", True)


@pytest.mark.parametrize("data", [{}, {"Source": [], "Data": "x"}, {"Data": {"A": [1]}}, {"UtcTime": 5, "Key": None}])
def test_what_says_nothing_is_broken(data: dict[str, object]) -> None:
    assert is_broker_message("a/onvif-ej/VideoSource/MotionAlarm", data)
    with pytest.raises(ValueError, match="says nothing"):
        read_broker_message("a/onvif-ej/VideoSource/MotionAlarm", data)


@pytest.mark.parametrize("told", ["yesterday", "", 17, None, "99999-01-01T00:00:00Z"])
def test_a_date_that_is_none_is_not_told(told: object) -> None:
    read = read_broker_message("a/onvif-ej/VideoSource/MotionAlarm", {**MOTION, "UtcTime": told})
    assert read.notification.told_s is None


@pytest.mark.parametrize(("topic", "data"), [("frigate/events", {"type": "new"}), ("a/onvif-ej/b", [1])])
def test_other_messages_are_not_taken_for_one(topic: str, data: object) -> None:
    assert not is_broker_message(topic, data)
