"""SOAP 1.2 envelopes and faults, with as much WS-Addressing as events need."""

from __future__ import annotations

from dataclasses import dataclass

from wall.simulator.onvif.habits.writing import Writing
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.namespaces import SOAP
from wall.simulator.onvif.parsing import Element, XmlError, parse_xml

CONTENT_TYPE = "application/soap+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A request as read: its header (None: none) and the one element of its body."""

    header: Element | None
    action: Element


class SoapFault(Exception):
    """An answer that says no (ONVIF Core, section 5.8.2). `code` is "Sender" or "Receiver"."""

    def __init__(self, code: str, subcodes: tuple[str, ...], reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.code = code
        self.subcodes = subcodes
        self.reason = reason
        self.status = status or (400 if code == "Sender" else 500)


def invalid_argument(subcode: str, reason: str) -> SoapFault:
    """The fault for an argument that is wrong, such as an unknown token."""
    return SoapFault("Sender", ("ter:InvalidArgVal", f"ter:{subcode}"), reason)


def not_supported(action: str) -> SoapFault:
    """The fault for a call that this device does not know."""
    return SoapFault("Receiver", ("ter:ActionNotSupported",), f"{action} is not supported by this device")


def read_envelope(data: bytes) -> Envelope:
    """The request in an HTTP body; SoapFault where it is none."""
    try:
        root = parse_xml(data)
    except XmlError as error:
        raise SoapFault("Sender", ("ter:WellFormed",), str(error)) from None
    if root.name != "Envelope":
        raise SoapFault("Sender", ("ter:WellFormed",), "this is no SOAP envelope")
    if root.namespace != SOAP:
        raise SoapFault("VersionMismatch", (), "SOAP 1.2 is spoken here", 400)
    body = root.child("Body")
    if body is None or not body.children:
        raise SoapFault("Sender", ("ter:WellFormed",), "the SOAP body is empty")
    return Envelope(root.child("Header"), body.children[0])


def write_envelope(body: Markup, header: Markup, writing: Writing) -> bytes:
    """The bytes of an answer."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + writing.envelope(body, header).encode()


def write_fault(fault: SoapFault, writing: Writing) -> bytes:
    """The bytes of a fault."""
    nested = Markup("")
    for subcode in reversed(fault.subcodes):
        nested = tag("s:Subcode", tag("s:Value", subcode), nested)
    code = tag("s:Code", tag("s:Value", f"s:{fault.code}"), nested)
    reason = tag("s:Reason", tag("s:Text", fault.reason, xml__lang="en"))
    return write_envelope(tag("s:Fault", joined(code, reason)), Markup(""), writing)
