"""Which services and calls a make offers, which it only says that it offers, and what it answers to the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

ANALYTICS = ("http://www.onvif.org/ver20/analytics/wsdl", "onvif/analytics_service")
MEDIA2 = ("http://www.onvif.org/ver20/media/wsdl", "onvif/media2_service")


class Unknown(Enum):
    """What an unknown call is answered with."""

    FAULT = "ter:ActionNotSupported"
    NOT_IMPLEMENTED = "HTTP 400 and a fault without subcode"
    EMPTY_RESPONSE = "a response element with nothing in it"
    EMPTY_500 = "HTTP 500 without a body"


@dataclass(frozen=True, slots=True)
class Offers:
    """`missing` calls are unknown, `hidden` services (by prefix) are neither listed nor there.

    `dead` services, as (namespace, path), are listed; their address is a 404, or a page for people where
    `lost_is_html`. `path` is one address for all services; "" where each has its own.
    """

    missing: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    dead: tuple[tuple[str, str], ...] = ()
    lost_is_html: bool = False
    unknown: Unknown = Unknown.FAULT
    path: str = ""
