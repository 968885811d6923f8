"""The question (Probe) and its answers (ProbeMatches) of WS-Discovery, April 2005, as they stand in a datagram."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wsdiscovery import QName
from wsdiscovery.actions.probe import constructProbe
from wsdiscovery.message import createSOAPMessage

from wall.model.errors import MalformedReplyError
from wall.onvif.discovery.scopes import split_scopes
from wall.onvif.xml import Element, child, local_name, parse, text

MOST_BYTES = 16 * 1024
"""Devices answer with one to three kilobytes, namespaces declared in full."""
_MOST_MARKS = 1500
_MOST_MATCHES = 32
_LONGEST_ENDPOINT = 256
_ANSWERS = ("ProbeMatch", "ResolveMatch")
_NOT_ANSWERS = ("Probe", "Resolve", "Bye", "Fault")
_NO_IDENTITY = re.compile(r"[0-]*")

_VIDEO = QName("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter", "dn")
_DEVICE = QName("http://www.onvif.org/ver10/device/wsdl", "Device", "tds")


@dataclass(frozen=True, slots=True)
class Match:
    """One device in an answer. `told` is its XAddrs as it wrote them; `endpoint` is "" where it has no identity."""

    endpoint: str
    told: str
    scopes: tuple[str, ...]


def write_questions() -> tuple[bytes, bytes]:
    """The two questions, each with a new message id: for network video transmitters, and for any ONVIF device."""
    return _question(_VIDEO), _question(_DEVICE)


def _question(kind: QName) -> bytes:
    # Without the line breaks and tabs that the package sets: some devices take them for content.
    written: str = createSOAPMessage(constructProbe([kind], []))
    return "".join(line.strip() for line in written.splitlines()).encode()


def read_matches(data: bytes) -> tuple[Match, ...]:
    """The devices in a datagram; none where it is no answer, or no sense can be made of it. Never raises."""
    if len(data) > MOST_BYTES or data.count(b"<") > _MOST_MARKS:
        return ()
    try:
        root = parse(data)
    except MalformedReplyError:
        return ()
    return tuple(_match(element) for element in _answers(root)[:_MOST_MATCHES])


def _answers(root: Element) -> list[Element]:
    """The elements that describe a device each, whatever is around them or missing around them."""
    elements = list(root.iter())
    names = [local_name(element) for element in elements]
    found = [element for element, name in zip(elements, names, strict=True) if name in _ANSWERS]
    if found or any(name in _NOT_ANSWERS for name in names):
        return found
    parents = [element.getparent() for element, name in zip(elements, names, strict=True) if name == "XAddrs"]
    return [parent for parent in dict.fromkeys(parents) if parent is not None]


def _match(element: Element) -> Match:
    endpoint = text(element, "EndpointReference", "Address") or text(element, "EndpointReference")
    return Match(_identity(endpoint), text(element, "XAddrs"), split_scopes(_whole_text(child(element, "Scopes"))))


def _whole_text(element: Element | None) -> str:
    """The text of an element and of all in it: some devices put each scope in an element of its own."""
    return "" if element is None else " ".join(element.itertext())


def _identity(endpoint: str) -> str:
    """The endpoint without white space in it; "" for one that tells nothing apart."""
    endpoint = "".join(endpoint.split())[:_LONGEST_ENDPOINT]
    return "" if _NO_IDENTITY.fullmatch(folded(endpoint)) or not endpoint.isprintable() else endpoint


def folded(endpoint: str) -> str:
    """The endpoint as it is compared: devices differ in case and prefix from one answer to the next."""
    return re.sub(r"^(urn:)?(uuid:)?", "", endpoint.lower())
