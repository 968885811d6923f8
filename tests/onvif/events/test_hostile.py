"""Whatever a device says has happened: it is read or left out, soon, and never does it break anything."""

from __future__ import annotations

import time
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.onvif.events.said import created, notification, pulled
from tests.onvif.reading.trees import MUTATIONS, TREES, Mutation, mutated
from wall.model.alarms.signal import Signal
from wall.onvif.events.configurations import read_configurations
from wall.onvif.events.created import read_lasts_s, read_reference
from wall.onvif.events.notification import read_notifications
from wall.onvif.events.telling import Telling
from wall.onvif.events.whose import Whose
from wall.onvif.faults import DeviceFault, read_body

THOROUGH = settings(max_examples=150, deadline=timedelta(seconds=5))
SERVICE = "http://10.0.0.1/onvif/events"
WHOLE = pulled(
    notification("tns1:VideoSource/MotionAlarm", {"State": "true"}, {"Source": "v1"}),
    notification(
        "tns1:RuleEngine/FieldDetector/ObjectsInside", {"IsInside": "1"}, {"Rule": "a"}, key={"ObjectId": "1"}
    ),
).partition(b"\r\n\r\n")[2]


def read_all(data: bytes) -> None:
    try:
        body = read_body(200, {}, data)
    except DeviceFault:
        return
    told, _ = read_notifications(body)
    for signal in Telling(Whose({"v1": 1}, read_configurations(body))).signals(told, 5.0):
        assert isinstance(signal, Signal) and signal.at_s == 5.0 and signal.camera_id == 1
        assert signal.detail.isprintable() and signal.topic.isprintable()
    reference = read_reference(body, SERVICE)
    assert reference.url.startswith("http://10.0.0.1") and len(reference.parameters) <= 4096
    assert 0 < read_lasts_s(body, 120) <= 120


@THOROUGH
@given(st.lists(TREES, max_size=4))
def test_any_tree(trees: list[str]) -> None:
    inside = "".join(trees)
    part = f"<NotificationMessage><Topic>{inside}</Topic><Message>{inside}</Message></NotificationMessage>"
    read_all(pulled(inside, part).partition(b"\r\n\r\n")[2])


@THOROUGH
@given(MUTATIONS)
def test_any_damage(mutations: list[Mutation]) -> None:
    read_all(mutated(WHOLE, mutations))
    read_all(mutated(created("http://h/x?Idx=1").partition(b"\r\n\r\n")[2], mutations))


def test_an_address_elsewhere_is_brought_home_and_parameters_have_an_end() -> None:
    far = read_body(200, {}, created("http://evil.example:81/a?Idx=5").partition(b"\r\n\r\n")[2])
    assert read_reference(far, SERVICE).url == "http://10.0.0.1/a?Idx=5"
    endless = f"<ReferenceParameters><x:I xmlns:x='u'>{'9' * 5000}</x:I></ReferenceParameters>"
    many = read_body(200, {}, created("/a", parameters=endless).partition(b"\r\n\r\n")[2])
    assert read_reference(many, SERVICE).parameters == ""


def test_the_most_that_can_be_said_is_read_soon() -> None:
    one = notification("tns1:RuleEngine/LineDetector/Crossed", {f"n{n}": "v" for n in range(30)}, {"Rule": "a"}, "")
    data = pulled(*[one] * 1000).partition(b"\r\n\r\n")[2]
    began_s = time.process_time()
    read_all(data)
    assert time.process_time() - began_s < 3
