"""PullMessages replies (ONVIF Core, section 9; WS-BaseNotification 1.3): what a device says has happened.

Read as they come: the message wrapped once or twice, the notifications in a list of their own, no topic, dates that are
none. What nothing can be made of is left out; the rest counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from wall.model.device import Problem
from wall.onvif.reading.tokens import each_of
from wall.onvif.xml import Element, attribute, child, children, plain, text

_MOST_NOTIFICATIONS = 1000
_MOST_ITEMS = 32
_MOST_VALUE = 200

Items = tuple[tuple[str, str], ...]
"""Names and values, as told."""


class Operation(Enum):
    """What a notification is about (ONVIF Core, section 9: properties)."""

    INITIALIZED = "how it stands"
    CHANGED = "news"
    """Also where nothing is said: what is no property just happens."""
    DELETED = "it is there no more"


_OPERATIONS = {"initialized": Operation.INITIALIZED, "deleted": Operation.DELETED}


@dataclass(frozen=True, slots=True)
class Notification:
    """One thing said. `told_s` is the device's own time of it (Unix seconds, UTC), however wrong; None: not told."""

    topic: str
    operation: Operation = Operation.CHANGED
    told_s: float | None = None
    source: Items = ()
    """What it is about: a video source, an input, a rule."""
    key: Items = ()
    """Of many of a kind, which: an object."""
    data: Items = ()

    @property
    def words(self) -> str:
        """The topic for comparing: lower case, without the prefixes, which every device chooses for itself."""
        return "/".join(part.rpartition(":")[2].strip() for part in self.topic.lower().split("/"))

    def says(self, *names: str) -> str:
        """The value of the first item of one of these names, given in lower case; "" where there is none."""
        items = (*self.data, *self.source, *self.key)
        return next((value for name, value in items if name.lower() in names), "")


def read_notifications(body: Element) -> tuple[tuple[Notification, ...], tuple[Problem, ...]]:
    """All of a reply, in their order; those that say nothing at all are left out."""
    found = each_of(body, "NotificationMessages", "NotificationMessage", _MOST_NOTIFICATIONS)
    read = (_notification(each) for each in found)
    return tuple(each for each in read if each.topic or each.data or each.source), ()


def _notification(element: Element) -> Notification:
    outer = child(element, "Message")
    message = child(outer, "Message")
    message = outer if message is None else message
    if message is None:
        return Notification(plain(text(element, "Topic")))
    return Notification(
        plain(text(element, "Topic")),
        _OPERATIONS.get(attribute(message, "PropertyOperation").lower(), Operation.CHANGED),
        _moment_s(attribute(message, "UtcTime")),
        _items(message, "Source"),
        _items(message, "Key"),
        _items(message, "Data"),
    )


def _items(message: Element, part: str) -> Items:
    found = [item for each in children(message, part) for item in children(each, "SimpleItem")][:_MOST_ITEMS]
    return tuple((plain(attribute(each, "Name"), 80), plain(attribute(each, "Value"), _MOST_VALUE)) for each in found)


def _moment_s(told: str) -> float | None:
    try:
        moment = datetime.fromisoformat(told)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
