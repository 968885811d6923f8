"""From the bytes of a SOAP request to the bytes of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.digest import DigestGuard
from wall.simulator.faults import Fault
from wall.simulator.http import Request, Response
from wall.simulator.onvif import (
    device_service,
    event_service,
    imaging_service,
    media2_service,
    media_service,
    ptz_service,
)
from wall.simulator.onvif.access import OPEN_ACTIONS, check_http, check_token, username_token
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.namespaces import NAMESPACES, WSA
from wall.simulator.onvif.soap import (
    CONTENT_TYPE,
    Envelope,
    SoapFault,
    not_supported,
    read_envelope,
    write_envelope,
    write_fault,
)
from wall.simulator.onvif.unit import Unit, Where

_ACTIONS: Mapping[str, Mapping[str, Action]] = MappingProxyType(
    {
        NAMESPACES["tds"]: device_service.ACTIONS,
        NAMESPACES["trt"]: media_service.ACTIONS,
        NAMESPACES["tr2"]: media2_service.ACTIONS,
        NAMESPACES["tptz"]: ptz_service.ACTIONS,
        NAMESPACES["timg"]: imaging_service.ACTIONS,
        NAMESPACES["tev"]: event_service.ACTIONS,
        NAMESPACES["wsnt"]: event_service.NOTIFICATION_ACTIONS,
    }
)


async def answer_soap(unit: Unit, guard: DigestGuard, request: Request, where: Where) -> Response:
    """The answer to a SOAP request. Raises `access.LoginRequired` where HTTP digest must be asked for."""
    try:
        envelope = read_envelope(request.body)
        _check_access(unit, guard, request, envelope)
        call = Call(unit, envelope.action, where, _subscription(request))
        result = _find(unit, envelope)(call)
        body = result if isinstance(result, Markup) else await result
    except SoapFault as fault:
        return Response(fault.status, write_fault(fault), CONTENT_TYPE)
    return Response(200, write_envelope(body, _addressing(envelope)), CONTENT_TYPE)


def _check_access(unit: Unit, guard: DigestGuard, request: Request, envelope: Envelope) -> None:
    if envelope.action.name in OPEN_ACTIONS:
        return
    if unit.has(Fault.SESSIONS_FULL):
        raise SoapFault("Receiver", ("ter:Action", "ter:BlockedThreadUpperLimit"), "too many sessions", 503)
    account = unit.parts.accounts.of(unit.device)
    token = username_token(envelope.header)
    if token is not None:
        check_token(token, account, unit.now_s())
    else:
        check_http(guard, request.method, request.headers.get("authorization"), account)


def _find(unit: Unit, envelope: Envelope) -> Action:
    """The function for the call; SoapFault where the device has none."""
    namespace, name = envelope.action.namespace, envelope.action.name
    action = _ACTIONS.get(namespace, {}).get(name)
    if action is None or (namespace == NAMESPACES["tptz"] and not unit.domes):
        raise not_supported(name)
    return action


def _subscription(request: Request) -> int:
    index = request.query.get("Idx", "")
    return int(index) if index.isascii() and index.isdigit() and len(index) < 10 else 0


def _addressing(envelope: Envelope) -> Markup:
    """The answer's WS-Addressing header, where the request had one with an identity."""
    header = envelope.header
    if header is None:
        return Markup("")
    said = {child.name: child.text.strip() for child in header.children if child.namespace == WSA}
    if not said.get("MessageID"):
        return Markup("")
    action = said.get("Action", "").removesuffix("Request") + "Response"
    return Markup(tag("wsa:Action", action) + tag("wsa:RelatesTo", said["MessageID"]))
