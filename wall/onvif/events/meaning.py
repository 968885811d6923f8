"""What a notification means, whatever its maker calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wall.onvif.events.notification import Notification

STATES = (
    *("state", "logicalstate", "ismotion", "isinside", "istamper", "isloitering", "active", "alarm", "motion"),
    *("crossed", "iscrossed", "value", "status"),
)
"""Items that say whether something is so, in lower case."""
_ON = frozenset({"true", "1", "on", "active", "yes"})
_OFF = frozenset({"false", "0", "off", "inactive", "no"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """`kind` is one of `wall.model.alarms.kinds`. `is_on`: it is so now, or not any more; None: it is but a moment.

    `detail` is what the device calls it: a rule, an input, an object.
    """

    kind: str
    is_on: bool | None = None
    detail: str = ""


Read = Callable[[Notification], Meaning | None]
"""Reads the notifications of one topic. None: there is nothing in this one."""


def is_on(notification: Notification, *names: str) -> bool | None:
    """Does it say that something is so? By the items of these names or, without any, by those that usually say it; else
    by one that asks for it, such as `IsIntrusion`.
    """
    said = notification.says(*(names or STATES)).lower()
    if not said and not names:
        said = next((value for name, value in notification.data if name.lower().startswith("is")), "").lower()
    return True if said in _ON else False if said in _OFF else None


def named(notification: Notification, *names: str) -> str:
    """What the device calls it: the values of these items, those that say something."""
    found = (notification.says(name) for name in names)
    return " ".join(dict.fromkeys(each for each in found if each and not each.isdecimal()))
