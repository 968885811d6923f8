"""What proves a login to a make, and how it says no."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Proof(Enum):
    """What a make takes as a proof."""

    EITHER = "either"
    TOKEN = "WS-Security only"
    DIGEST = "HTTP digest only"


OPEN_ACTIONS = frozenset(
    {
        "GetSystemDateAndTime",
        "GetServices",
        "GetServiceCapabilities",
        "GetCapabilities",
        "GetHostname",
        "GetWsdlUrl",
        "GetEndpointReference",
    }
)
"""The access class PRE_AUTH (ONVIF Core, section 5.9.4)."""


@dataclass(frozen=True, slots=True)
class Logins:
    """`window_s` is how far from the device's clock a token may have been made; None: its age is not looked at.

    `closed` are calls that should be open and here are not. A refused token is answered with HTTP `status` and a fault
    of these `subcodes`, or with bare text where `is_soap` is false.
    """

    takes: Proof = Proof.EITHER
    window_s: float | None = 5.0
    closed: frozenset[str] = frozenset()
    status: int = 400
    subcodes: tuple[str, ...] = ("ter:NotAuthorized",)
    is_soap: bool = True

    def wants(self, action: str) -> bool:
        """Whether that call needs a login."""
        return action not in OPEN_ACTIONS or action in self.closed
