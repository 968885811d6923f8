"""CreatePullPointSubscription and Renew replies (ONVIF Core, section 9): where a subscription is, and how long."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from wall.onvif.addresses import rewrite
from wall.onvif.xml import Element, child, first_below, text

_ADDRESSING = "http://www.w3.org/2005/08/addressing"
_MOST_PARAMETERS = 4096


@dataclass(frozen=True, slots=True)
class Reference:
    """Where further questions go, on the host that was reached; `parameters` is what each of them must say, as XML."""

    url: str
    parameters: str = ""


def read_reference(body: Element, service_url: str) -> Reference:
    """The subscription's address; the service's own where the device tells none."""
    reference = first_below(body, "SubscriptionReference")
    url = rewrite(text(reference, "Address"), service_url)[0]
    return Reference(url or service_url, _parameters(reference))


def read_lasts_s(body: Element, asked_s: float) -> float:
    """How long it lasts from now on, told by the device's own two times, so that its clock does not matter.

    What was asked for, where it tells nothing, or what cannot be meant: that it is over, or that it lasts for a year.
    """
    now, end = _moment(body, "CurrentTime"), _moment(body, "TerminationTime")
    if now is None or end is None:
        return asked_s
    told_s = (end - now).total_seconds()
    return told_s if 0 < told_s <= asked_s else asked_s


def _parameters(reference: Element | None) -> str:
    """The reference parameters, marked as such (WS-Addressing 1.0 SOAP Binding, section 3.2)."""
    told = child(reference, "ReferenceParameters")
    parts = [] if told is None else [_marked(each) for each in told if isinstance(each.tag, str)]
    joined = "".join(parts)
    return joined if len(joined) <= _MOST_PARAMETERS else ""


def _marked(parameter: Element) -> str:
    copied = deepcopy(parameter)
    copied.tail = None
    copied.set(f"{{{_ADDRESSING}}}IsReferenceParameter", "true")
    etree.cleanup_namespaces(copied)
    written: str = etree.tostring(copied, encoding="unicode")
    return written


def _moment(body: Element, name: str) -> datetime | None:
    found = first_below(body, name)
    try:
        moment = datetime.fromisoformat(text(found))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError:
        return None
