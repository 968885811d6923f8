"""The ways by which a supervisor is told of alarms, as somebody has set them up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from wall.model.alarms.broker_settings import BrokerSettings

USUAL_TOPIC_OUT = "citywall/supervisor"


class Way(Enum):
    """How a message goes. The value is what the log calls it."""

    HTTP = "HTTP"
    MQTT = "MQTT"


@dataclass(frozen=True, slots=True)
class HookSettings:
    """An address that takes alarms by HTTP POST. ValueError, in plain words, for one that makes no sense."""

    url: str
    ca_file: str = ""
    """"": whom this system trusts."""
    credential: str = ""
    """The name of its token in the secret store; "" for none."""

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            port = parts.port
        except ValueError as error:
            raise ValueError("the address must look like https://host/path") from error
        if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or not self.url.isascii():
            raise ValueError("the address must look like https://host/path")
        if any(each.isspace() or not each.isprintable() for each in self.url):
            raise ValueError("the address must look like https://host/path")
        if parts.username is not None:
            raise ValueError("the address must hold no login: give a token")


@dataclass(frozen=True, slots=True)
class WaysOut:
    """None: switched off. `broker` has one topic, on which alarms are published."""

    hook: HookSettings | None = None
    broker: BrokerSettings | None = None
    screen_id: int = 0
    """The supervisor's screen of the wall; 0: he has none."""


def matches(topic_filter: str, topic: str) -> bool:
    """Would a subscriber of this filter hear what is published there? (MQTT 3.1.1, section 4.7)"""
    wanted, there = topic_filter.split("/"), topic.split("/")
    for place, level in enumerate(wanted):
        if level == "#":
            return True
        if place >= len(there) or level not in ("+", there[place]):
            return False
    return len(wanted) == len(there)


def is_topic_to_publish(topic: str) -> bool:
    """A topic without wildcards."""
    return bool(topic) and not any(each in topic for each in "+#\0")
