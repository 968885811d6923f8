"""Notifications are read as they come, and what is none of them breaks nothing."""

from __future__ import annotations

import pytest

from tests.onvif.events.said import notification, read
from tests.onvif.fixtures import needs_captures, replies_of
from wall.onvif.events.notification import Notification, Operation, read_notifications
from wall.onvif.events.topics import meaning_of
from wall.onvif.faults import read_body

MOTION = "tns1:RuleEngine/CellMotionDetector/Motion"


def test_all_that_is_said() -> None:
    (said,) = read(notification(MOTION, {"IsMotion": "true"}, {"Rule": "r"}, key={"ObjectId": "7"}))
    assert said == Notification(
        MOTION,
        Operation.CHANGED,
        1795401852.0,
        (("Rule", "r"),),
        (("ObjectId", "7"),),
        (("IsMotion", "true"),),
    )
    assert said.words == "ruleengine/cellmotiondetector/motion"


@pytest.mark.parametrize(
    ("told", "operation"),
    [("Initialized", Operation.INITIALIZED), ("Deleted", Operation.DELETED), ("", Operation.CHANGED)],
)
def test_what_it_is_about(told: str, operation: Operation) -> None:
    assert read(notification(MOTION, operation=told))[0].operation is operation


@pytest.mark.parametrize(
    ("at", "told_s"),
    [("1970-01-01T00:00:00Z", 0.0), ("2026-02-19T08:57:52", 1771491472.0), ("yesterday", None), ("", None)],
)
def test_dates_of_every_sort(at: str, told_s: float | None) -> None:
    assert read(notification(MOTION, at=at))[0].told_s == told_s


def test_a_topic_that_is_empty_and_a_message_that_is_empty() -> None:
    empty = "<NotificationMessage><Topic/><Message/></NotificationMessage>"
    bare = f"<NotificationMessage><Topic>{MOTION}</Topic></NotificationMessage>"
    nothing = "<NotificationMessage/>"
    assert [each.topic for each in read(empty, bare, nothing, notification("", {"State": "true"}))] == [MOTION, ""]


def test_a_message_wrapped_once_and_a_list_around_the_list() -> None:
    inner = '<Source/><Data><SimpleItem Name="State" Value="true"/></Data>'
    once = f"<NotificationMessage><Topic>{MOTION}</Topic><Message>{inner}</Message></NotificationMessage>"
    (said,) = read(f"<NotificationMessages>{once}</NotificationMessages>")
    assert said.data == (("State", "true"),)


def test_nobody_can_say_endlessly_much() -> None:
    many = read(*([notification(MOTION, {"State": "true"})] * 1100))
    (large,) = read(notification(MOTION, {f"n{n}": "x" * 300 for n in range(40)}))
    assert (len(many), len(large.data), len(large.data[0][1])) == (1000, 32, 200)


@needs_captures
@pytest.mark.parametrize(("session", "kinds"), [("hikvision_compatible", 6), ("reolink_bullet", 5)])
def test_real_sessions_are_understood(session: str, kinds: int) -> None:
    bodies = [
        read_body(status, {}, reply)
        for action, status, reply in replies_of(session)
        if action.endswith("PullMessagesRequest")
    ]
    said = [each for body in bodies for each in read_notifications(body)[0]]
    assert len(said) == sum(len(list(body.iter("{*}NotificationMessage"))) for body in bodies)
    found = {meaning.kind for each in said if (meaning := meaning_of(each)) is not None}
    assert len(found) == kinds, sorted(found)
