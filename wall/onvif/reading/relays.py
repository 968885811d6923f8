"""GetRelayOutputs (ONVIF Core, section 8.5.1; DeviceIO, section 5.6): outputs that can be switched."""

from __future__ import annotations

from wall.model.device import Problem, Relay, Step
from wall.onvif.reading.tokens import each_of, each_once, token_of
from wall.onvif.reading.values import said
from wall.onvif.xml import Element, child

_MOST_RELAYS = 256


def read_relays(body: Element) -> tuple[tuple[Relay, ...], tuple[Problem, ...]]:
    """The relays, each token once."""
    relays = (_relay(each) for each in each_of(body, "RelayOutputs", "RelayOutput", _MOST_RELAYS))
    return each_once(relays, Step.RELAYS, "relays")


def _relay(element: Element) -> Relay:
    properties = child(element, "Properties")
    return Relay(token_of(element), said(properties, "Mode"), said(properties, "IdleState"))
