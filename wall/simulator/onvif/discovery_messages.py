"""WS-Discovery messages (April 2005, see ONVIF Core chapter 7): reading questions, writing answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.simulator.onvif.habits.announcing import Announcing
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.parsing import Element, XmlError, parse_xml

WSD = "http://schemas.xmlsoap.org/ws/2005/04/discovery"
ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing"
ANONYMOUS = f"{ADDRESSING}/role/anonymous"
TYPES = ("NetworkVideoTransmitter", "Device")
_EXACT = f"{WSD}/strcmp0"
_BY_PREFIX = ("", f"{WSD}/rfc3986", f"{WSD}/rfc2396")
_DECLARATIONS = {
    "xmlns__s": "http://www.w3.org/2003/05/soap-envelope",
    "xmlns__a": ADDRESSING,
    "xmlns__d": WSD,
    "xmlns__dn": "http://www.onvif.org/ver10/network/wsdl",
    "xmlns__tds": "http://www.onvif.org/ver10/device/wsdl",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A Probe (for types and scopes) or a Resolve (for one endpoint, which is empty in a Probe)."""

    message_id: str
    types: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    match_by: str = ""
    endpoint: str = ""

    def wants(self, scopes: tuple[str, ...]) -> bool:
        """Whether a device with these scopes has everything that a Probe asks for."""
        known = all(kind in TYPES for kind in self.types)
        return known and all(any(self._matches(one, scope) for scope in scopes) for one in self.scopes)

    def _matches(self, asked: str, scope: str) -> bool:
        if self.match_by == _EXACT:
            return asked == scope
        wanted, given = asked.lower().rstrip("/").split("/"), scope.lower().split("/")
        return self.match_by in _BY_PREFIX and given[: len(wanted)] == wanted


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a device says of itself."""

    endpoint: str
    scopes: tuple[str, ...]
    address: str
    manner: Announcing = field(default_factory=Announcing)


def read_question(data: bytes) -> Question | None:
    """The question in a datagram; None where it is something else."""
    try:
        root = parse_xml(data)
    except XmlError:
        return None
    message_id, body = root.say("Header", "MessageID"), root.child("Body")
    if not message_id or body is None:
        return None
    if (probe := body.child("Probe")) is not None:
        return _probe(message_id, probe)
    endpoint = body.say("Resolve", "EndpointReference", "Address")
    return Question(message_id, endpoint=endpoint) if endpoint else None


def _probe(message_id: str, probe: Element) -> Question:
    # Prefixes of types are not resolved: clients bind them, or forget to, in too many ways.
    types = tuple(kind.rpartition(":")[2] for kind in (probe.say("Types") or "").split())
    scopes = probe.child("Scopes")
    if scopes is None:
        return Question(message_id, types)
    return Question(message_id, types, tuple(scopes.text.split()), scopes.attributes.get("MatchBy", ""))


def write_matches(question: Question, device: Announcement, message_id: str, instance: int, number: int) -> bytes:
    """The ProbeMatches or ResolveMatches of one device; `instance` and `number` are its AppSequence."""
    verb = "Resolve" if question.endpoint else "Probe"
    header = joined(
        tag("a:MessageID", message_id),
        tag("a:RelatesTo", question.message_id),
        tag("a:To", ANONYMOUS),
        tag("a:Action", f"{WSD}/{verb}Matches"),
        tag("d:AppSequence", InstanceId=instance, MessageNumber=number),
    )
    match = _match(f"d:{verb}Match", device)
    body = tag(f"d:{verb}Matches", match) if device.manner.wraps else match
    whole = tag("s:Envelope", tag("s:Header", header), tag("s:Body", body), **_DECLARATIONS)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + whole.encode()


def _match(name: str, device: Announcement) -> Markup:
    return tag(
        name,
        tag("a:EndpointReference", tag("a:Address", device.endpoint)),
        tag("d:Types", "dn:NetworkVideoTransmitter tds:Device"),
        tag("d:Scopes", device.manner.scopes(device.scopes)),
        tag("d:XAddrs", " ".join((device.address, *device.manner.more))),
        tag("d:MetadataVersion", 1),
    )
