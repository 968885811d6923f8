"""Notifications as devices write them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache

from tests.onvif.scripted import Asked, clock, fault, soap
from wall.onvif.contract import Contract
from wall.onvif.events.notification import Notification, read_notifications
from wall.onvif.faults import read_body

Pairs = dict[str, str]


def notification(
    topic: str,
    data: Pairs | None = None,
    source: Pairs | None = None,
    operation: str = "Changed",
    key: Pairs | None = None,
    at: str = "2026-11-23T02:44:12Z",
) -> str:
    """One NotificationMessage."""
    said = f' PropertyOperation="{operation}"' if operation else ""
    parts = "".join(_part(name, pairs) for name, pairs in (("Source", source), ("Key", key), ("Data", data)))
    message = f'<Message UtcTime="{at}"{said}>{parts}</Message>'
    return f"<NotificationMessage><Topic>{topic}</Topic><Message>{message}</Message></NotificationMessage>"


def _part(name: str, pairs: Pairs | None) -> str:
    items = "".join(f'<SimpleItem Name="{key}" Value="{value}"/>' for key, value in (pairs or {}).items())
    return f"<{name}>{items}</{name}>" if pairs is not None else ""


def pulled(*notifications: str) -> bytes:
    """A whole PullMessages reply."""
    return soap(f"<PullMessagesResponse>{''.join(notifications)}</PullMessagesResponse>")


def read(*notifications: str) -> tuple[Notification, ...]:
    """What is read of them."""
    return read_notifications(read_body(200, {}, pulled(*notifications).partition(b"\r\n\r\n")[2]))[0]


@lru_cache(maxsize=1)
def contract() -> Contract:
    made = Contract()
    made.parse()
    return made


TOPIC = "tns1:VideoSource/MotionAlarm"
STATE = pulled(notification(TOPIC, {"State": "false"}, operation="Initialized"))
NEWS = pulled(notification(TOPIC, {"State": "true"}))
NOTHING = pulled()
GONE = fault("wsrf-rw:ResourceUnknownFault", "no such subscription")

Answers = dict[str, bytes | Callable[[Asked], bytes | Awaitable[bytes]]]


def created(where: str = "", lasts: str = "2026-11-23T02:46:12Z", parameters: str = "") -> bytes:
    """At 02:44:12 by the device's clock."""
    return soap(
        f"<CreatePullPointSubscriptionResponse><SubscriptionReference><Address>{where}</Address>{parameters}"
        f"</SubscriptionReference>{times(lasts)}</CreatePullPointSubscriptionResponse>"
    )


def times(lasts: str) -> str:
    return f"<CurrentTime>2026-11-23T02:44:12Z</CurrentTime><TerminationTime>{lasts}</TerminationTime>"


def renewed(lasts: str = "2026-11-23T02:46:12Z") -> bytes:
    return soap(f"<RenewResponse>{times(lasts)}</RenewResponse>")


def usual() -> Answers:
    """A device that says the same news whenever it is asked."""
    return {
        "GetSystemDateAndTime": clock(),
        "GetDeviceInformation": soap("<GetDeviceInformationResponse/>"),
        "CreatePullPointSubscription": created("http://10.0.0.9/onvif/Subscription?Idx=5"),
        "PullMessages": NEWS,
        "SetSynchronizationPoint": soap("<SetSynchronizationPointResponse/>"),
        "Renew": renewed(),
        "Unsubscribe": soap("<UnsubscribeResponse/>"),
    }
