"""The Events service: pull points that are polled for a while (ONVIF Core, section 9.1).

Further calls go to the address that CreatePullPointSubscription gives. It names the subscription in its query, in a
reference parameter, or not at all (`habits.events`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.faults import Fault
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.habits.events import Naming
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.pull_points import Notification, Subscription
from wall.simulator.onvif.soap import SoapFault, invalid_argument
from wall.simulator.onvif.times import parse_duration_s, parse_moment_s, utc_text
from wall.simulator.onvif.topics import CONCRETE_SET, DIALECTS, topic_filter, topic_set
from wall.simulator.onvif.unit import Unit

DEFAULT_LIFE_S = 60.0
PARAMETERS = "http://events.example/reference"
"""The namespace of our reference parameters."""
MAX_POLL_S = 60.0
MAX_MESSAGES = 100


def get_service_capabilities(call: Call) -> Markup:
    """What the Events service can do."""
    return capabilities_response("tev")


def get_event_properties(call: Call) -> Markup:
    """Which events there are."""
    return tag(
        "tev:GetEventPropertiesResponse",
        tag("tev:TopicNamespaceLocation", "http://www.onvif.org/onvif/ver10/topics/topicns.xml"),
        tag("wsnt:FixedTopicSet", True),
        topic_set(call.unit.habits.topics),
        *(tag("wsnt:TopicExpressionDialect", dialect) for dialect in DIALECTS),
        tag(
            "tev:MessageContentFilterDialect",
            "http://www.onvif.org/ver10/tev/messageContentFilter/ItemFilter",
        ),
        tag("tev:MessageContentSchemaLocation", "http://www.onvif.org/onvif/ver10/schema/onvif.xsd"),
    )


def create_pull_point_subscription(call: Call) -> Markup:
    """A new subscription, which first says how everything is."""
    unit = call.unit
    wants = topic_filter(call.body.child("Filter"))
    life_s = _life_s(call, "InitialTerminationTime")
    subscription = _again(unit, life_s) or unit.pull_points.create(wants, life_s)
    if subscription is None:
        raise SoapFault("Receiver", ("wsnt:SubscribeCreationFailedFault",), "there are too many subscriptions")
    _say_state(call, subscription)
    unit.motion.start()
    return tag(
        "tev:CreatePullPointSubscriptionResponse",
        tag("tev:SubscriptionReference", _reference(call, subscription.number)),
        _times(call, subscription, "wsnt"),
    )


def _again(unit: Unit, life_s: float) -> Subscription | None:
    """The one that there is, of a device that has but one; one that died makes room."""
    if unit.habits.events.naming is not Naming.NONE:
        return None
    only = unit.pull_points.only()
    if only is not None and only.is_dead:
        unit.pull_points.end(only.number)
        return None
    if only is not None:
        unit.pull_points.renew(only, life_s)
        unit.pull_points.journal.note(only.number, "created again")
    return only


def _reference(call: Call, number: int) -> Markup:
    events = call.unit.habits.events
    if events.naming is Naming.NONE:
        return tag("wsa:Address", call.where.url(events.path))
    if events.naming is Naming.QUERY:
        return tag("wsa:Address", call.where.url(f"{events.path}?Idx={number}"))
    parameter = tag("dom0:SubscriptionId", number, xmlns__dom0=PARAMETERS)
    return joined(tag("wsa:Address", call.where.url(events.path)), tag("wsa:ReferenceParameters", parameter))


def _life_s(call: Call, name: str) -> float:
    """How long a subscription shall live, said as a duration or as a moment of the camera's clock."""
    text = call.body.say(name)
    if not text:
        return DEFAULT_LIFE_S
    life_s = parse_duration_s(text)
    if life_s is None:
        moment_s = parse_moment_s(text)
        life_s = None if moment_s is None else moment_s - call.unit.now_s()
    if life_s is None or life_s <= 0:
        reason = f"{name} must be a duration such as PT60S or a time to come"
        raise SoapFault("Sender", ("wsnt:UnacceptableInitialTerminationTimeFault",), reason)
    return life_s / 60 if call.unit.has(Fault.EVENTS_SHORT) else life_s


def _times(call: Call, subscription: Subscription, prefix: str) -> Markup:
    now_s = call.unit.now_s()
    left_s = max(0.0, subscription.ends_s - call.unit.parts.monotonic())
    current, end = utc_text(now_s), utc_text(now_s + left_s)
    return joined(tag(f"{prefix}:CurrentTime", current), tag(f"{prefix}:TerminationTime", end))


def _subscription(call: Call) -> Subscription:
    has_one = call.unit.habits.events.naming is Naming.NONE
    found = call.unit.pull_points.only() if has_one else call.unit.pull_points.find(call.subscription)
    if found is None:
        raise SoapFault("Sender", ("wsrf-rw:ResourceUnknownFault",), "there is no such subscription (any more)")
    return found


def _say_state(call: Call, subscription: Subscription) -> None:
    unit = call.unit
    for channel in (camera.channel for camera in unit.cameras):
        for notification in (*unit.motion_of(channel, "Initialized"), *unit.happenings.standing(channel)):
            subscription.put(notification)


async def pull_messages(call: Call) -> Markup:
    """What has happened since the last pull, waiting up to Timeout for the first of it."""
    subscription = _subscription(call)
    timeout_s = parse_duration_s(call.body.say("Timeout") or "PT0S")
    limit = call.body.say("MessageLimit") or "1"
    if timeout_s is None or not limit.isascii() or not limit.isdigit() or len(limit) > 9:
        raise invalid_argument("InvalidArgs", "Timeout must be a duration, MessageLimit a number")
    if call.unit.has(Fault.EVENTS_HANG):
        call.unit.pull_points.journal.note(subscription.number, "hangs")
        await asyncio.sleep(MAX_POLL_S)
    try:
        pulled = await subscription.pull(min(timeout_s, MAX_POLL_S), min(max(1, int(limit)), MAX_MESSAGES))
    except asyncio.CancelledError:
        call.unit.pull_points.journal.note(subscription.number, "nobody waits any more")
        raise
    await _cut(call.unit, pulled)
    messages = (_message(notification) for notification in pulled)
    return tag("tev:PullMessagesResponse", _times(call, subscription, "tev"), *messages)


async def _cut(unit: Unit, pulled: list[Notification]) -> None:
    """Where something is on its way that happened, the answer may not come, or not whole, or too late."""
    cut = unit.parts.faults.any_on(Fault.EVENTS_CUT, unit.device.channels)
    if cut is None or all(each.operation == "Initialized" for each in pulled):
        return
    unit.pull_points.journal.note(0, f"cut: {cut}", (each.words for each in pulled))
    match cut:
        case "late":
            await asyncio.sleep(MAX_POLL_S)
        case "half":
            unit.halves_answer = True
        case _:
            unit.drop()


def _message(notification: Notification) -> Markup:
    parts = [tag("tt:Source", *_items(notification.source))]
    parts += [tag("tt:Key", *_items(notification.key))] if notification.key else []
    parts.append(tag("tt:Data", *_items(notification.data)))
    operation = {"PropertyOperation": notification.operation} if notification.operation else {}
    inner = tag("tt:Message", *parts, UtcTime=utc_text(notification.at_s), **operation)
    topic = tag("wsnt:Topic", notification.topic, Dialect=CONCRETE_SET)
    return tag("wsnt:NotificationMessage", topic, tag("wsnt:Message", inner))


def _items(pairs: tuple[tuple[str, str], ...]) -> list[Markup]:
    return [tag("tt:SimpleItem", Name=name, Value=value) for name, value in pairs]


def renew(call: Call) -> Markup:
    """Let the subscription live longer."""
    subscription = _subscription(call)
    if not call.unit.habits.events.renews or call.unit.has(Fault.RENEW_REFUSED):
        raise SoapFault("Receiver", ("wsrf-rw:ResourceUnavailableFault",), "it cannot be renewed")
    call.unit.pull_points.renew(subscription, _life_s(call, "TerminationTime"))
    return tag("wsnt:RenewResponse", _times(call, subscription, "wsnt"))


def unsubscribe(call: Call) -> Markup:
    """End the subscription."""
    call.unit.pull_points.end(_subscription(call).number)
    return tag("wsnt:UnsubscribeResponse")


def set_synchronization_point(call: Call) -> Markup:
    """Say again how everything is."""
    _say_state(call, _subscription(call))
    return tag("tev:SetSynchronizationPointResponse")


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetServiceCapabilities": get_service_capabilities,
        "GetEventProperties": get_event_properties,
        "CreatePullPointSubscription": create_pull_point_subscription,
        "PullMessages": pull_messages,
        "SetSynchronizationPoint": set_synchronization_point,
    }
)
NOTIFICATION_ACTIONS: Mapping[str, Action] = MappingProxyType({"Renew": renew, "Unsubscribe": unsubscribe})
"""These two are in the namespace of WS-BaseNotification."""
