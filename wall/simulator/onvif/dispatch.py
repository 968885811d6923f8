"""From the bytes of a SOAP request to its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from types import MappingProxyType

from wall.simulator.digest import DigestGuard
from wall.simulator.http import Request, Response
from wall.simulator.onvif import (
    answers,
    device_service,
    event_service,
    focus_service,
    imaging_service,
    media2_service,
    media_service,
    ptz_service,
    ptz_tour_service,
)
from wall.simulator.onvif.access import TokenRefused, check_access
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.markup import Markup
from wall.simulator.onvif.namespaces import NAMESPACES
from wall.simulator.onvif.soap import Envelope, SoapFault, read_envelope
from wall.simulator.onvif.unit import Unit, Where

_ACTIONS: Mapping[str, Mapping[str, Action]] = MappingProxyType(
    {
        NAMESPACES["tds"]: device_service.ACTIONS,
        NAMESPACES["trt"]: media_service.ACTIONS,
        NAMESPACES["tr2"]: media2_service.ACTIONS,
        NAMESPACES["tptz"]: {**ptz_service.ACTIONS, **ptz_tour_service.ACTIONS},
        NAMESPACES["timg"]: {**imaging_service.ACTIONS, **focus_service.ACTIONS},
        NAMESPACES["tev"]: event_service.ACTIONS,
        NAMESPACES["wsnt"]: event_service.NOTIFICATION_ACTIONS,
    }
)


def answer_soap(unit: Unit, guard: DigestGuard, request: Request, where: Where) -> Response | Awaitable[Response]:
    """The answer to a SOAP request, at once except for polls that wait.

    Raises `access.LoginRequired` where HTTP digest must be asked for.
    """
    try:
        envelope = read_envelope(request.body)
        check_access(unit, guard, request, envelope)
        action = _find(unit, envelope)
        if action is None:
            return answers.unknown_call(unit, envelope)
        body = action(Call(unit, envelope.action, where, _subscription(request, envelope)))
    except SoapFault as fault:
        return answers.fault(unit, fault)
    except TokenRefused:
        return answers.token_refused(unit)
    delay_s = _delay_s(unit, envelope)
    if isinstance(body, Markup):
        answer = answers.answer(unit, envelope, body)
        return _after(delay_s, answer) if delay_s else answer
    return _answer_later(unit, envelope, body)


def _delay_s(unit: Unit, envelope: Envelope) -> float:
    """How long a dome takes over an answer about its motors: what it is told it has done by then."""
    if envelope.action.namespace != NAMESPACES["tptz"]:
        return 0.0
    return max(unit.habits.ptz.delay_s(unit.parts.faults.of(camera.number)) for camera in unit.cameras)


async def _after(delay_s: float, answer: Response) -> Response:
    await asyncio.sleep(delay_s)
    return answer


async def _answer_later(unit: Unit, envelope: Envelope, body: Awaitable[Markup]) -> Response:
    try:
        return answers.answer(unit, envelope, await body)
    except SoapFault as fault:
        return answers.fault(unit, fault)


def _find(unit: Unit, envelope: Envelope) -> Action | None:
    """The function for the call; None where the device has none."""
    namespace, name, offers = envelope.action.namespace, envelope.action.name, unit.habits.offers
    if name in offers.missing or any(namespace == NAMESPACES[prefix] for prefix in offers.hidden):
        return None
    if namespace == NAMESPACES["tptz"] and not unit.domes:
        return None
    return _ACTIONS.get(namespace, {}).get(name)


def _subscription(request: Request, envelope: Envelope) -> int:
    """Which pull point is meant: by the query or by a reference parameter; 0 for none."""
    index = request.query.get("Idx", "") if "Idx=" in request.target else ""
    if not index and envelope.header is not None:
        index = envelope.header.say("SubscriptionId") or ""
    return int(index) if index.isascii() and index.isdigit() and len(index) < 10 else 0
