"""What a device can report, and what it reported."""

from __future__ import annotations

import pytest

from tests.onvif.fixtures import needs_captures, replies_of
from tests.onvif.reading.replies import NAMESPACES, answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.faults import read_body
from wall.onvif.reading.topics import read_notified_topics, read_topics

MESSAGE = '<tt:MessageDescription IsProperty="true"><tt:Data/></tt:MessageDescription>'


def read(topic_set: str, namespaces: str = NAMESPACES) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    inner = (
        f"<tev:GetEventPropertiesResponse><wstop:TopicSet>{topic_set}</wstop:TopicSet></tev:GetEventPropertiesResponse>"
    )
    return read_topics(answer(inner, namespaces=namespaces))


def test_what_has_a_message_is_a_topic() -> None:
    told = (
        "<tns1:VideoSource>"
        f'<MotionAlarm wstop:topic="true">{MESSAGE}</MotionAlarm>'
        f"<GlobalSceneChange><ImagingService>{MESSAGE}</ImagingService></GlobalSceneChange></tns1:VideoSource>"
    )
    assert read(told) == (("tns1:VideoSource/MotionAlarm", "tns1:VideoSource/GlobalSceneChange/ImagingService"), ())


def test_what_only_says_that_it_is_a_topic_is_none_unless_it_is_a_leaf() -> None:
    told = (
        '<tns1:RuleEngine wstop:topic="true"><Cell wstop:topic="true">'
        f"<Motion>{MESSAGE}</Motion></Cell></tns1:RuleEngine>"
        '<tns1:UserAlarm><Button/><Bell wstop:topic="true"/><Hidden wstop:topic="false"/></tns1:UserAlarm>'
        f"<tns1:Device>{MESSAGE}<Trigger>{MESSAGE}</Trigger></tns1:Device>"
    )
    assert read(told)[0] == (
        "tns1:RuleEngine/Cell/Motion",
        "tns1:UserAlarm/Button",
        "tns1:UserAlarm/Bell",
        "tns1:Device",
        "tns1:Device/Trigger",
    )


@pytest.mark.parametrize(
    "told",
    [
        f"<tns1:A><B>{MESSAGE}</B></tns1:A>",
        f"<tns1:A><tns1:B>{MESSAGE}</tns1:B></tns1:A>",
        f'<x:A xmlns:x="http://www.onvif.org/ver10/topics"><B>{MESSAGE}</B></x:A>',
        f'<A xmlns="http://www.onvif.org/ver10/topics"><B>{MESSAGE}</B></A>',
        f"<tns1:A><wstop:documentation>hello</wstop:documentation><B>{MESSAGE}</B></tns1:A>",
        f"<tns1:A><B>{MESSAGE}</B></tns1:A><tns1:A><B>{MESSAGE}</B></tns1:A>",
    ],
    ids=["bare", "prefixed", "other prefix", "default", "documented", "twice"],
)
def test_a_topic_has_one_name(told: str) -> None:
    assert read(told) == (("tns1:A/B",), ())


def test_undeclared_prefixes_and_those_of_makers_stay() -> None:
    assert read(f"<tns1:A><hik:B>{MESSAGE}</hik:B></tns1:A>", namespaces="")[0] == ("tns1:A/hik:B",)
    told = f'<m:A xmlns:m="urn:maker"><m:B>{MESSAGE}</m:B></m:A>'
    assert read(told)[0] == ("m:A/m:B",)


def test_too_many_and_too_deep_come_to_an_end() -> None:
    topics, problems = read("".join(f"<tns1:T{number}/>" for number in range(5000)))
    assert len(topics) == 1000
    assert problems == (Problem(Step.TOPICS, Trouble.TOO_LARGE, "more than 1000 topics"),)
    assert read("<a>" * 200 + "</a>" * 200) == ((), ())


def test_no_topics_are_named() -> None:
    assert read_topics(answer("<tev:GetEventPropertiesResponse/>")) == (
        (),
        (Problem(Step.TOPICS, Trouble.INCOMPLETE, "no TopicSet"),),
    )
    assert read("") == ((), ())


def test_notifications_without_a_topic_are_passed_over() -> None:
    body = answer(
        "<tev:PullMessagesResponse><wsnt:NotificationMessage/>"
        "<wsnt:NotificationMessage><wsnt:Topic> tns1:A/B\n</wsnt:Topic></wsnt:NotificationMessage>"
        "<wsnt:NotificationMessage><wsnt:Topic/></wsnt:NotificationMessage></tev:PullMessagesResponse>"
    )
    assert read_notified_topics(body) == (("tns1:A/B",), ())


HIKVISION_TYPE = {
    "tns1:RuleEngine/FieldDetector/ObjectsInside",
    "tns1:Device/Trigger/DigitalInput",
    "tns1:RuleEngine/CellMotionDetector/Motion",
    "tns1:VideoSource/MotionAlarm",
    "tns1:VideoSource/GlobalSceneChange/AnalyticsService",
    "tns1:Device/Trigger/Relay",
    "tns1:Monitoring/ProcessorUsage",
    "tns1:Monitoring/OperatingTime/LastReboot",
    "tns1:Monitoring/OperatingTime/LastReset",
    "tns1:Monitoring/OperatingTime/LastClockSynchronization",
}
REOLINK_BULLET = {
    "tns1:RuleEngine/MyRuleDetector/PeopleDetect",
    "tns1:RuleEngine/CellMotionDetector/Motion",
    "tns1:RuleEngine/MyRuleDetector/FaceDetect",
    "tns1:RuleEngine/MyRuleDetector/VehicleDetect",
    "tns1:RuleEngine/MyRuleDetector/DogCatDetect",
    "tns1:VideoSource/MotionAlarm",
}


@needs_captures
@pytest.mark.parametrize(
    ("session", "expected"), [("hikvision_compatible", HIKVISION_TYPE), ("reolink_bullet", REOLINK_BULLET)]
)
def test_topics_of_recorded_sessions(session: str, expected: set[str]) -> None:
    told: set[str] = set()
    for action, status, data in replies_of(session):
        if action.endswith("PullMessagesRequest"):
            topics, problems = read_notified_topics(read_body(status, {}, data))
            assert problems == ()
            told.update(topics)
    assert told == expected
