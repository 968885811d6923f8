"""The Transport header (RFC 2326, section 12.39): what a client asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIR = re.compile(r"^(\d{1,5})(?:-(\d{1,5}))?$")


@dataclass(frozen=True, slots=True)
class TransportAsk:
    """One way to send that we can serve. `rtp` and `rtcp` are channels (TCP) or the client's ports (UDP)."""

    is_tcp: bool
    rtp: int
    rtcp: int


def parse_transport(header: str) -> TransportAsk | None:
    """The first of the client's offers that can be served: unicast over TCP or UDP. None where none can."""
    offers = (_parse_offer(offer) for offer in header.split(","))
    return next((ask for ask in offers if ask), None)


def _parse_offer(offer: str) -> TransportAsk | None:
    protocol, *fields = [part.strip() for part in offer.split(";")]
    options = dict(field.partition("=")[::2] for field in fields)
    if "multicast" in options or "RECORD" in options.get("mode", "").upper():
        return None
    if protocol == "RTP/AVP/TCP":
        return _ask(True, options.get("interleaved", "0-1"), 255)
    if protocol in ("RTP/AVP", "RTP/AVP/UDP"):
        return _ask(False, options.get("client_port", ""), 65535)
    return None


def _ask(is_tcp: bool, text: str, highest: int) -> TransportAsk | None:
    match = _PAIR.match(text)
    if not match:
        return None
    rtp = int(match[1])
    rtcp = int(match[2]) if match[2] else rtp + 1
    fits = rtp <= highest and rtcp <= highest and (is_tcp or rtp > 0)
    return TransportAsk(is_tcp, rtp, rtcp) if fits else None
