"""What the guardian needs to know to stop one dome, and how that is said through the pipe."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from wall.model.device import ClockReading
from wall.model.stream import Credentials
from wall.onvif.contract import Message
from wall.onvif.http_digest import Challenge, DigestAnswers
from wall.onvif.line import Proven

_AHEAD = 100_000
"""So much further the guardian counts its answers to a challenge: the program may have given more meanwhile."""


@dataclass(frozen=True, slots=True)
class StopOrder:
    """One dome. It holds a login, and stays out of every log."""

    url: str
    device_url: str
    stop: Message
    clock_question: Message
    certificate_sha256: str = ""
    proven: Proven | None = field(default=None, repr=False)


def to_json(order: StopOrder) -> dict[str, Any]:
    return {
        "url": order.url,
        "device_url": order.device_url,
        "stop": asdict(order.stop),
        "clock_question": asdict(order.clock_question),
        "certificate": order.certificate_sha256,
        "proven": None if order.proven is None else _proven_to_json(order.proven),
    }


def from_json(said: dict[str, Any], client_nonce: Any) -> StopOrder:
    """The contrary. `client_nonce` as DigestAnswers wants it. KeyError, TypeError for what is none."""
    return StopOrder(
        said["url"],
        said["device_url"],
        Message(**said["stop"]),
        Message(**said["clock_question"]),
        said["certificate"],
        None if said["proven"] is None else _proven_from_json(said["proven"], client_nonce),
    )


def _proven_to_json(proven: Proven) -> dict[str, Any]:
    login, answers = proven.credentials, proven.answers
    return {
        "login": [login.username, login.password],
        "clock": None if proven.clock is None else asdict(proven.clock),
        "challenge": None if answers is None else asdict(answers.challenge),
        "count": 0 if answers is None else answers.count + _AHEAD,
    }


def _proven_from_json(said: dict[str, Any], client_nonce: Any) -> Proven:
    login, answers = Credentials(*said["login"]), None
    if said["challenge"] is not None:
        answers = DigestAnswers(login, Challenge(**said["challenge"]), client_nonce, said["count"])
    return Proven(login, None if said["clock"] is None else ClockReading(**said["clock"]), answers)
