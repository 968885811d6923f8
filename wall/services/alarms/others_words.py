"""Reads what other systems send, in whichever of the ways that are known here."""

from __future__ import annotations

import hashlib

from wall.intake.frigate import is_frigate, read_frigate
from wall.intake.parsed import parsed
from wall.intake.plain import read_plain
from wall.model.alarms.signal import Phase
from wall.model.alarms.told import Told
from wall.onvif.events.broker_message import BrokerMessage, is_broker_message, read_broker_message
from wall.onvif.events.notification import Operation
from wall.onvif.events.topics import meaning_of


def read_message(topic: str, payload: bytes) -> tuple[Told, ...]:
    """What is news in it, which may be nothing. ValueError, in plain words, where nobody can understand it."""
    data = parsed(payload)
    if is_broker_message(topic, data):
        told = _of_device(read_broker_message(topic, data), _hash(topic, payload))
    elif is_frigate(data):
        told = read_frigate(data)
    else:
        return read_plain(data, topic)
    return () if told is None else (told,)


def _of_device(message: BrokerMessage, key: str) -> Told | None:
    """Nothing is remembered here of how things stood: what comes a second time, after a broken connection, must be
    the same signal again. That a state is told twice is known where signals are sorted.
    """
    said = message.notification
    meaning = meaning_of(said)
    if meaning is None or (meaning.is_on is None and said.operation is not Operation.CHANGED):
        return None
    is_over = said.operation is Operation.DELETED or meaning.is_on is False
    phase = Phase.ENDS if is_over else Phase.PULSE if meaning.is_on is None else Phase.BEGINS
    return Told(
        meaning.kind,
        message.names,
        eye=_eye(message),
        phase=phase,
        topic=said.topic,
        detail=meaning.detail,
        told_s=said.told_s,
        # Without a time of its own, what is the same may have happened twice.
        key=key if said.told_s is not None else "",
    )


def _eye(message: BrokerMessage) -> str:
    return next((value for name, value in message.notification.source if "source" in name.lower()), "")


def _hash(topic: str, payload: bytes) -> str:
    return hashlib.sha256(topic.encode() + b"\0" + payload).hexdigest()[:32]
