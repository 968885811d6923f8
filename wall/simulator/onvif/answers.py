"""The HTTP answers that a device makes out of what its services say, in the manner of its make."""

from __future__ import annotations

from wall.simulator.http import Response
from wall.simulator.onvif.access import username_token
from wall.simulator.onvif.habits.offers import Unknown
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.namespaces import NAMESPACES, WSA, WSSE
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import CONTENT_TYPE, Envelope, SoapFault, not_supported, write_envelope, write_fault
from wall.simulator.onvif.unit import Unit

_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_LOST_PAGE = b"<!DOCTYPE html>\n<html><head><title>Login</title></head><body><p>Please log in.</body></html>\n"


def answer(unit: Unit, envelope: Envelope, body: Markup) -> Response:
    """The answer to a call that was understood."""
    writing = unit.habits.writing
    header = _addressing(envelope.header)
    if writing.echoes_login:
        header = Markup(_echo(envelope.header) + header)
    return Response(200, write_envelope(body, header, writing), CONTENT_TYPE)


def fault(unit: Unit, said: SoapFault) -> Response:
    """The answer that says no."""
    status = unit.habits.fault_status or said.status
    return Response(status, write_fault(said, unit.habits.writing), CONTENT_TYPE)


def token_refused(unit: Unit) -> Response:
    """The answer to a token that proves nothing."""
    logins = unit.habits.logins
    if not logins.is_soap:
        return Response(logins.status, b"Unauthorized\n")
    said = SoapFault("Sender", logins.subcodes, "Sender not authorized")
    return Response(logins.status, write_fault(said, unit.habits.writing), CONTENT_TYPE)


def unknown_call(unit: Unit, envelope: Envelope) -> Response:
    """The answer to a call that this device does not know."""
    name, prefix = envelope.action.name, _PREFIXES.get(envelope.action.namespace)
    match unit.habits.offers.unknown:
        case Unknown.EMPTY_500:
            return Response(500)
        case Unknown.EMPTY_RESPONSE if prefix is not None:
            return answer(unit, envelope, tag(f"{prefix}:{name}Response"))
        case Unknown.NOT_IMPLEMENTED:
            reason = f"Method '{name}' not implemented: method name or namespace not recognized"
            return fault(unit, SoapFault("Sender", (), reason))
    return fault(unit, not_supported(name))


def lost(unit: Unit) -> Response:
    """The answer at an address where nothing is."""
    if unit.habits.offers.lost_is_html:
        return Response(200, _LOST_PAGE, "text/html")
    return Response(404, b"nothing is here\n")


def _addressing(header: Element | None) -> Markup:
    """The answer's WS-Addressing header, where the request had one with an identity."""
    if header is None:
        return Markup("")
    said = {child.name: child.text.strip() for child in header.children if child.namespace == WSA}
    if not said.get("MessageID"):
        return Markup("")
    action = said.get("Action", "").removesuffix("Request") + "Response"
    return Markup(tag("wsa:Action", action) + tag("wsa:RelatesTo", said["MessageID"]))


def _echo(header: Element | None) -> Markup:
    """The request's own security header: it proves nothing a second time, but some makes send it back."""
    token = username_token(header)
    if token is None:
        return Markup("")
    parts = (tag(f"wsse:{each.name}", each.text.strip()) for each in token.children)
    return tag("wsse:Security", tag("wsse:UsernameToken", *parts), xmlns__wsse=WSSE)
