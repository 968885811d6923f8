"""Pull points: state first, then news, waited for in a long poll."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from lxml import etree

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from tests.simulator.soap import EVENTS, NOTIFICATION, action, ask, envelope, fault_of, post, texts, token
from wall.simulator.city import Device
from wall.simulator.onvif.motion import Motion, MotionTimes
from wall.simulator.onvif.pull_points import MAX_SUBSCRIPTIONS

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=3, sites=1) as running:
        yield running


@pytest.fixture
def device(city: Running) -> Iterator[Device]:
    yield city.city.devices[0]
    with city.fault("outage", city.city.devices[0]):
        pass  # a power cut ends every subscription of the test


def subscribe(city: Running, device: Device, inner: str = "") -> str:
    """A new pull point's address."""
    url = city.url(device, "onvif/event_service")
    return texts(ask(url, "CreatePullPointSubscription", EVENTS, inner), "Address")[0]


def pull(address: str, timeout: str = "PT0S", limit: int = 10) -> etree._Element:
    inner = f"<Timeout>{timeout}</Timeout><MessageLimit>{limit}</MessageLimit>"
    return ask(address, "PullMessages", EVENTS, inner)


def said(pulled: etree._Element) -> list[tuple[str, str]]:
    """Operation and value of each message."""
    messages = pulled.iter("{http://www.onvif.org/ver10/schema}Message")
    return [(m.get("PropertyOperation", ""), list(m.iter("{*}SimpleItem"))[-1].get("Value", "")) for m in messages]


async def move(city: Running, device: Device, moves: bool) -> None:
    city.unit_of(device).unit.motion.set(1, moves)


def test_a_real_client_pulls(city: Running, device: Device) -> None:
    with onvif_client(city.port(device)) as client:
        pulled = client.create_pullpoint_service().PullMessages({"Timeout": "PT0S", "MessageLimit": 10})
    assert len(pulled.NotificationMessage) == 2
    assert pulled.TerminationTime > pulled.CurrentTime


def test_first_the_state_then_the_news(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    assert said(pull(address)) == [("Initialized", "false")] * 2
    assert said(pull(address)) == []
    city.call(move(city, device, True))
    city.call(move(city, device, False))
    assert said(pull(address, limit=3)) == [("Changed", "true"), ("Changed", "true"), ("Changed", "false")]
    assert said(pull(address)) == [("Changed", "false")]


def test_a_poll_waits_for_news(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(pull, address, "PT20S")
        assert not waiting.done()
        began_s = time.monotonic()
        city.call(move(city, device, True))
        assert ("Changed", "true") in said(waiting.result(20))
        assert time.monotonic() - began_s < 15


def test_a_poll_without_news_ends_with_its_timeout(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    began_s = time.monotonic()
    assert said(pull(address, "PT0.3S")) == []
    assert time.monotonic() - began_s >= 0.29


def test_only_the_topics_asked_for_come(city: Running, device: Device) -> None:
    topic = f'<TopicExpression xmlns="{NOTIFICATION}">tns1:VideoSource//.</TopicExpression>'
    address = subscribe(city, device, f"<Filter>{topic}</Filter>")
    assert texts(pull(address), "Topic") == ["tns1:VideoSource/MotionAlarm"]


def test_an_unknown_dialect_is_refused(city: Running, device: Device) -> None:
    topic = f'<TopicExpression xmlns="{NOTIFICATION}" Dialect="urn:x">a</TopicExpression>'
    body = action("CreatePullPointSubscription", EVENTS, f"<Filter>{topic}</Filter>")
    response = post(city.url(device), envelope(body, token()))
    assert fault_of(response) == ["s:Sender", "wsnt:TopicExpressionDialectUnknownFault"]


def test_a_synchronization_point_says_the_state_again(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    ask(address, "SetSynchronizationPoint", EVENTS)
    assert said(pull(address)) == [("Initialized", "false")] * 2


def test_it_ends_unless_renewed(city: Running, device: Device) -> None:
    short = subscribe(city, device, "<InitialTerminationTime>PT0.5S</InitialTerminationTime>")
    kept = subscribe(city, device, "<InitialTerminationTime>PT0.5S</InitialTerminationTime>")
    ask(kept, "Renew", NOTIFICATION, "<TerminationTime>PT60S</TerminationTime>")
    pull(kept)
    pull(kept, "PT0.6S")
    body = action("PullMessages", EVENTS, "<Timeout>PT0S</Timeout><MessageLimit>1</MessageLimit>")
    assert fault_of(post(short, envelope(body, token()))) == ["s:Sender", "wsrf-rw:ResourceUnknownFault"]
    assert said(pull(kept)) == []


def test_unsubscribing_ends_it(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    ask(address, "Unsubscribe", NOTIFICATION)
    response = post(address, envelope(action("Unsubscribe", NOTIFICATION), token()))
    assert fault_of(response) == ["s:Sender", "wsrf-rw:ResourceUnknownFault"]


def test_there_are_only_so_many(city: Running, device: Device) -> None:
    for _ in range(MAX_SUBSCRIPTIONS):
        subscribe(city, device)
    body = action("CreatePullPointSubscription", EVENTS)
    response = post(city.url(device), envelope(body, token()))
    assert fault_of(response) == ["s:Receiver", "wsnt:SubscribeCreationFailedFault"]


def test_properties_tell_the_topics(city: Running, device: Device) -> None:
    with onvif_client(city.port(device)) as client:
        properties = client.create_events_service().GetEventProperties()
    assert properties.FixedTopicSet
    assert len(properties.TopicSet._value_1) == 2


def test_made_up_motion_alternates_and_ends_with_the_last_listener() -> None:
    async def work() -> list[tuple[int, bool]]:
        seen: list[tuple[int, bool]] = []
        done = asyncio.Event()

        def is_wanted() -> bool:
            if len(seen) == 6:
                done.set()
            return not done.is_set()

        def say(channel: int, moves: bool) -> None:
            seen.append((channel, moves))

        Motion([1], say, is_wanted, random.Random(1), MotionTimes(0.01, 0.01)).start()
        await asyncio.wait_for(done.wait(), 20)
        return seen

    assert asyncio.run(work()) == [(1, True), (1, False)] * 3


def test_nothing_is_lost_when_the_client_goes_during_a_poll(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    body = action("PullMessages", EVENTS, "<Timeout>PT30S</Timeout><MessageLimit>9</MessageLimit>")
    content: Any = envelope(body, token())
    with pytest.raises(httpx.ReadTimeout), httpx.Client(trust_env=False, timeout=0.3) as client:
        client.post(address, content=content)
    # Once another call is answered, the device has noticed that the first client is gone.
    ask(city.url(device), "GetHostname")
    city.call(move(city, device, True))
    assert ("Changed", "true") in said(pull(address, "PT5S"))


@pytest.mark.parametrize("kind", ["reset", "half"])
def test_what_happened_is_handed_out_and_does_not_arrive(city: Running, device: Device, kind: str) -> None:
    """How everything stands arrives all the same; and the journal says what became of it all."""
    address = subscribe(city, device)
    with city.fault("events-cut", device, kind):
        assert said(pull(address)) == [("Initialized", "false")] * 2
        city.call(move(city, device, True))
        with pytest.raises(httpx.TransportError):
            pull(address)
    assert said(pull(address)) == []
    camera = device.channels[0]
    told = httpx.get(f"{city.simulator.control_url}/journal", params={"camera": camera}, trust_env=False).json()
    number = int(address.rpartition("=")[2])
    whats = [each["what"] for each in told if each["said"].startswith("Changed MotionAlarm")]
    assert whats[-3:] == ["kept", "handed out", f"cut: {kind}"]
    assert (number, "created") in [(each["subscription"], each["what"]) for each in told]


def test_an_answer_comes_a_minute_too_late(city: Running, device: Device) -> None:
    address = subscribe(city, device)
    pull(address)
    body = action("PullMessages", EVENTS, "<Timeout>PT0S</Timeout><MessageLimit>9</MessageLimit>")
    content: Any = envelope(body, token())
    with city.fault("events-cut", device, "late"):
        city.call(move(city, device, True))
        with pytest.raises(httpx.ReadTimeout), httpx.Client(trust_env=False, timeout=0.3) as client:
            client.post(address, content=content)
    assert said(pull(address)) == []
