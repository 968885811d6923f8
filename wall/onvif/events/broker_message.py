"""Events that a device publishes to an MQTT broker (ONVIF Core, "Event broker"; Profile M), and Axis' own like them.

A topic is `TopicPrefix/onvif-ej/LocalTopic[&/Source…]`: the prefix says which device, the rest is the event's topic
without its namespace. The payload is `{"UtcTime", "PropertyOperation", "Source": {…}, "Key": {…}, "Data": {…}}`. Axis'
says its topic and its serial number in the payload.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wall.onvif.events.notification import Items, Notification, Operation

_MARK = "onvif-ej"
_MOST_ITEMS = 32
_MOST_VALUE = 200
_OPERATIONS = {"initialized": Operation.INITIALIZED, "deleted": Operation.DELETED}


@dataclass(frozen=True, slots=True)
class BrokerMessage:
    """`names` are what the device may be called, the surest first."""

    names: tuple[str, ...]
    notification: Notification


def is_broker_message(topic: str, data: object) -> bool:
    """Does it look like one?"""
    return isinstance(data, dict) and (_MARK in topic.split("/") or _is_axis(data))


def read_broker_message(topic: str, data: Mapping[str, Any]) -> BrokerMessage:
    """ValueError where it says nothing at all."""
    if _is_axis(data):
        read = _axis(topic, data)
    else:
        prefix, _, local = topic.partition(f"/{_MARK}/")
        names = (prefix, *reversed(prefix.split("/")))
        read = BrokerMessage(names, _notification(local, data, data.get("UtcTime")))
    said = read.notification
    if not (said.topic and (said.data or said.source)):
        raise ValueError("it says nothing: neither source nor data")
    return read


def _is_axis(data: Mapping[str, Any]) -> bool:
    return isinstance(data.get("message"), dict) and isinstance(data.get("topic"), str)


def _axis(topic: str, data: Mapping[str, Any]) -> BrokerMessage:
    message = {name.capitalize(): part for name, part in data["message"].items()}
    serial = data.get("serial")
    names = (serial,) if isinstance(serial, str) else ()
    told = data.get("timestamp")
    seconds = told / 1000 if isinstance(told, int | float) and abs(told) < 1e15 else None
    return BrokerMessage((*names, *topic.split("/")[:3]), _notification(data["topic"], message, seconds))


def _notification(topic: str, data: Mapping[str, Any], told: object) -> Notification:
    operation = data.get("PropertyOperation")
    return Notification(
        topic,
        _OPERATIONS.get(operation.lower() if isinstance(operation, str) else "", Operation.CHANGED),
        told if isinstance(told, float) else _moment_s(told),
        _items(data.get("Source")),
        _items(data.get("Key")),
        _items(data.get("Data")),
    )


def _items(part: object) -> Items:
    if not isinstance(part, dict):
        return ()
    found = ((str(name)[:80], _value(value)) for name, value in list(part.items())[:_MOST_ITEMS])
    return tuple((name, value) for name, value in found if value is not None)


def _value(value: object) -> str | None:
    """None for what is no simple item."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)[:_MOST_VALUE] if isinstance(value, str | int | float) else None


def _moment_s(told: object) -> float | None:
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else None
        return None if moment is None else (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
