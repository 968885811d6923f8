"""What may happen before a camera, in the words of its make; many at a pace; and subscriptions that go wrong."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from lxml import etree

from tests.simulator.running import Running, running_city
from tests.simulator.soap import EVENTS, NOTIFICATION, action, ask, envelope, fault_of, post, texts, token
from tests.support.waiting import wait_until
from wall.simulator.city import Device
from wall.simulator.devices import MAKES, Make
from wall.simulator.onvif.habits.by_make import habits_of
from wall.simulator.onvif.habits.habits import CAREFUL, Habits
from wall.simulator.onvif.happenings import KINDS, Happenings
from wall.simulator.onvif.pull_points import Notification


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=3, sites=1) as running:
        yield running


@pytest.fixture
def device(city: Running) -> Iterator[Device]:
    yield city.city.devices[0]
    with city.fault("outage", city.city.devices[0]):
        pass  # a power cut ends every subscription of the test


def subscribe(city: Running, device: Device) -> str:
    url = city.url(device, "onvif/event_service")
    return texts(ask(url, "CreatePullPointSubscription", EVENTS), "Address")[0]


def pull(address: str, timeout: str = "PT0S") -> etree._Element:
    return ask(address, "PullMessages", EVENTS, f"<Timeout>{timeout}</Timeout><MessageLimit>100</MessageLimit>")


def control(city: Running, order: dict[str, Any]) -> dict[str, Any]:
    reply = httpx.post(f"{city.simulator.control_url}/events", content=json.dumps(order), trust_env=False)
    said: dict[str, Any] = reply.json()
    return said


def fired(city: Running, after: int) -> dict[str, Any]:
    url = f"{city.simulator.control_url}/events?after={after}"
    said: dict[str, Any] = httpx.get(url, trust_env=False).json()
    return said


def happened(habits: Habits, kind: str, times: int = 1) -> list[Notification]:
    said: list[Notification] = []
    happenings = Happenings(habits, said.append, lambda *_: None, lambda: 0.0)
    for _ in range(times):
        happenings.happen(kind, 2)
    return said


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "motion"])
def test_a_state_begins_and_ends_and_a_moment_is_over_at_once(kind: str) -> None:
    first, second = happened(CAREFUL, kind, 2)
    if kind == "line":
        assert first.operation == "" and first.data != second.data
    else:
        assert (first.operation, first.data[0][1], second.data[0][1]) in [
            ("Changed", "true", "false"),
            ("Changed", "active", "inactive"),
        ]


def test_a_make_says_it_in_its_own_words() -> None:
    lotus = habits_of("Lotus Optics")
    assert happened(lotus, "people")[0].topic == "tns1:UserAlarm/IVA/HumanShapeDetect"
    assert happened(CAREFUL, "people")[0].topic == "tns1:RuleEngine/MyRuleDetector/People"


@pytest.mark.parametrize("make", MAKES)
def test_every_make_says_how_everything_stands(make: Make) -> None:
    habits = habits_of(make.maker)
    standing = Happenings(habits, lambda _: None, lambda *_: None, lambda: 0.0).standing(1)
    assert all(each.operation in ("Initialized", "") for each in standing)
    assert len(standing) >= len([topic for topic in habits.topics if "Crossed" not in topic])


def test_many_happen_at_a_pace_and_are_written_down(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    order = {"kind": "line", "cameras": [1], "count": 40, "per_s": 200, "label": "bench"}
    began_s = time.monotonic()
    after = control(city, order)["after"]
    wait_until(lambda: not fired(city, after)["is_firing"], 20)
    written = fired(city, after)["fired"]
    assert [number - after for number, _, _ in written] == list(range(1, 41))
    assert began_s <= written[0][2] <= written[-1][2] - 0.15
    rules = [each.get("Value") for each in pull(address).iter("{*}SimpleItem") if each.get("Name") == "Rule"]
    assert rules == [f"bench {number}" for number, _, _ in written]


@pytest.mark.parametrize(
    "order",
    [
        {"kind": "earthquake"},
        {"kind": "line", "count": 0},
        {"kind": "line", "per_s": -1},
        {"kind": "line", "count": "x"},
    ],
)
def test_an_order_that_makes_no_sense_is_refused(city: Running, order: dict[str, Any]) -> None:
    assert "must be" in control(city, order | {"cameras": [1]})["error"]


def test_a_subscription_dies_silently_and_another_lives(city: Running, device: Device) -> None:
    dead = subscribe(city, device)
    with city.fault("events-silent", device):
        alive = subscribe(city, device)
        pull(dead)
        pull(alive)
        ask(dead, "SetSynchronizationPoint", EVENTS)
        control(city, {"kind": "line", "cameras": [1]})
        assert texts(pull(alive, "PT5S"), "Topic") and not texts(pull(dead), "Topic")


def test_minutes_are_read_as_seconds(city: Running, device: Device) -> None:
    with city.fault("events-short", device):
        inner = "<InitialTerminationTime>PT120S</InitialTerminationTime>"
        created = ask(city.url(device, "onvif/event_service"), "CreatePullPointSubscription", EVENTS, inner)
        (now,), (end,) = (texts(created, name) for name in ("CurrentTime", "TerminationTime"))
        assert int(end[-3:-1]) - int(now[-3:-1]) in (1, 2, -59, -58)


def test_renewing_is_refused(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    with city.fault("renew-refused", device):
        body = action("Renew", NOTIFICATION, "<TerminationTime>PT60S</TerminationTime>")
        assert fault_of(post(address, envelope(body, token()))) == ["s:Receiver", "wsrf-rw:ResourceUnavailableFault"]


def test_a_reboot_ends_by_itself_and_forgets_subscriptions(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    with city.fault("reboot", device, 0.3):
        with pytest.raises(httpx.ConnectError):
            pull(address)
        wait_until(lambda: answers(city, device), 20)
        body = action("PullMessages", EVENTS, "<Timeout>PT0S</Timeout><MessageLimit>1</MessageLimit>")
        assert fault_of(post(address, envelope(body, token()))) == ["s:Sender", "wsrf-rw:ResourceUnknownFault"]


def answers(city: Running, device: Device) -> bool:
    try:
        ask(city.url(device), "GetHostname")
    except httpx.HTTPError:
        return False
    return True
