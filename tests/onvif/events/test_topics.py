"""What makers call it, and what it means."""

from __future__ import annotations

import pytest

from tests.onvif.events.said import Pairs, notification, read
from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning
from wall.onvif.events.topics import meaning_of

RULE = {"VideoSourceConfigurationToken": "0", "Rule": "Cổng sau"}


@pytest.mark.parametrize(
    ("topic", "data", "source", "meaning"),
    [
        ("tns1:VideoSource/MotionAlarm", {"State": "true"}, {"Source": "0"}, Meaning(kinds.MOTION, True)),
        (
            "tns1:RuleEngine/CellMotionDetector/Motion",
            {"IsMotion": "false"},
            RULE,
            Meaning(kinds.MOTION, False, "Cổng sau"),
        ),
        ("tns1:RuleEngine/MotionRegionDetector/Motion", {"State": "1"}, {}, Meaning(kinds.MOTION, True)),
        (
            "tnsaxis:CameraApplicationPlatform/VMD/Camera1Profile1",
            {"active": "1"},
            {},
            Meaning(kinds.MOTION, True),
        ),
        ("tns1:RuleEngine/LineDetector/Crossed", {"ObjectId": "15"}, RULE, Meaning(kinds.LINE, None, "Cổng sau")),
        ("tns1:RuleEngine/LineDetector/Crossed", {"State": "true"}, {}, Meaning(kinds.LINE, True)),
        ("tns1:RuleEngine/FieldDetector/ObjectsInside", {"IsInside": "true"}, {}, Meaning(kinds.FIELD, True)),
        (
            "tns1:RuleEngine/FieldDetector/ObjectsInside",
            {"IsInside": "true"},
            {"Rule": "Human"},
            Meaning(kinds.PEOPLE, True, "Human"),
        ),
        (
            "tns1:RuleEngine/LoiteringDetector/ObjectIsLoitering",
            {"IsLoitering": "true"},
            {},
            Meaning(kinds.LOITERING, True),
        ),
        ("tns1:RuleEngine/TamperDetector/Tamper", {"IsTamper": "true"}, {}, Meaning(kinds.TAMPER, True)),
        (
            "tns1:VideoSource/ImageTooDark/ImagingService",
            {"State": "true"},
            {},
            Meaning(kinds.TAMPER, True, "dark"),
        ),
        (
            "tns1:VideoSource/GlobalSceneChange/AnalyticsService",
            {"State": "true"},
            {},
            Meaning(kinds.SCENE, True),
        ),
        ("tns1:VideoSource/SignalLoss/AnalyticsService", {"State": "true"}, {}, Meaning(kinds.LOST, True)),
        (
            "tns1:Device/Trigger/DigitalInput",
            {"LogicalState": "true"},
            {"InputToken": "00100"},
            Meaning(kinds.INPUT, True, "00100"),
        ),
        ("tns1:Device/tnsaxis:IO/Port", {"state": "0"}, {"port": "2"}, Meaning(kinds.INPUT, False, "2")),
        (
            "tns1:Device/Trigger/Relay",
            {"LogicalState": "inactive"},
            {"RelayToken": "0"},
            Meaning(kinds.RELAY, False, "0"),
        ),
        ("tns1:RuleEngine/MyRuleDetector/PeopleDetect", {"State": "true"}, {}, Meaning(kinds.PEOPLE, True)),
        ("tns1:RuleEngine/MyRuleDetector/VehicleDetect", {"State": "true"}, {}, Meaning(kinds.VEHICLE, True)),
        ("tns1:RuleEngine/MyRuleDetector/FaceDetect", {"State": "true"}, {}, Meaning(kinds.FACE, True)),
        ("tns1:RuleEngine/MyRuleDetector/DogCatDetect", {"State": "true"}, {}, Meaning(kinds.ANIMAL, True)),
        (
            "tns1:UserAlarm/IVA/HumanShapeDetect",
            {"State": "true"},
            {},
            Meaning(kinds.PEOPLE, True, "humanshapedetect"),
        ),
        (
            "tns1:Device/Trigger/tnshik:AlarmIn",
            {"State": "true"},
            {"AlarmInToken": "AlarmIn_1"},
            Meaning(kinds.INPUT, True, "AlarmIn_1"),
        ),
        ("tns1:UserAlarm/VideoLost", {"State": "true"}, {}, Meaning(kinds.LOST, True)),
        ("tns1:VideoAnalytics/tnshik:MaskAlarm", {"State": "true"}, {}, Meaning(kinds.TAMPER, True)),
        (
            "tns1:RuleEngine/CellMotionDetector/Intrusion",
            {"IsIntrusion": "false"},
            {"Rule": "Sân"},
            Meaning(kinds.FIELD, False, "Sân"),
        ),
        ("tns1:RuleEngine/CellMotionDetector/LineCross", {"IsLineCross": "true"}, {}, Meaning(kinds.LINE, True)),
        ("tns1:RuleEngine/CellMotionDetector/People", {"IsPeople": "true"}, {}, Meaning(kinds.PEOPLE, True)),
        ("tns1:RuleEngine/PeopleDetector/People", {"IsPeople": "false"}, {}, Meaning(kinds.PEOPLE, False)),
        (
            "tns1:RuleEngine/TPSmartEventDetector/TPSmartEvent",
            {"IsPeople": "false", "IsVehicle": "true"},
            {},
            Meaning(kinds.VEHICLE, True),
        ),
        (
            "tns1:RuleEngine/TPSmartEventDetector/TPSmartEvent",
            {"IsVehicle": "false"},
            {},
            Meaning(kinds.VEHICLE, False),
        ),
        (
            "tnsaxis:CameraApplicationPlatform/ObjectAnalytics/Device1Scenario1",
            {"active": "1"},
            {},
            Meaning(kinds.FIELD, True),
        ),
        (
            "tnsaxis:CameraApplicationPlatform/FenceGuard/Camera1Profile1",
            {"active": "1"},
            {},
            Meaning(kinds.LINE, True),
        ),
        ("tns1:UserAlarm/GuardTour", {"State": "true"}, {"Name": "Cổng"}, Meaning(kinds.USER, True, "Cổng")),
    ],
)
def test_a_topic_means(topic: str, data: Pairs, source: Pairs, meaning: Meaning) -> None:
    assert meaning_of(read(notification(topic, data, source))[0]) == meaning


@pytest.mark.parametrize(
    "topic",
    [
        "tns1:Monitoring/ProcessorUsage",
        "tns1:Monitoring/OperatingTime/LastReset",
        "tns1:Media/ProfileChanged",
        "tns1:RecordingConfig/JobState",
        "tns1:RuleEngine/MyRuleDetector/Visitor",
        "tns1:RuleEngine/TPSmartEventDetector/Other",
        "tnsmaker:Something/Else",
        "",
    ],
)
def test_what_is_no_alarm_means_nothing(topic: str) -> None:
    assert meaning_of(read(notification(topic, {"State": "true"}))[0]) is None
