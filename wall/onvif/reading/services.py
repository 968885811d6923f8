"""GetServices and GetCapabilities (ONVIF Core, section 8.1): where a device offers what."""

from __future__ import annotations

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.tokens import each_of
from wall.onvif.reading.values import problem, problem_with
from wall.onvif.xml import Element, child, local_name, plain, text

_MOST_SERVICES = 64
_VER10, _VER20 = "http://www.onvif.org/ver10/", "http://www.onvif.org/ver20/"
_NAMESPACES = {
    "Device": f"{_VER10}device/wsdl",
    "Media": f"{_VER10}media/wsdl",
    "Media2": f"{_VER20}media/wsdl",
    "Events": f"{_VER10}events/wsdl",
    "PTZ": f"{_VER20}ptz/wsdl",
    "Imaging": f"{_VER20}imaging/wsdl",
    "Analytics": f"{_VER20}analytics/wsdl",
    "DeviceIO": f"{_VER10}deviceIO/wsdl",
    "Recording": f"{_VER10}recording/wsdl",
    "Search": f"{_VER10}search/wsdl",
    "Replay": f"{_VER10}replay/wsdl",
    "Receiver": f"{_VER10}receiver/wsdl",
    "Display": f"{_VER10}display/wsdl",
    "AnalyticsDevice": f"{_VER10}analyticsdevice/wsdl",
}

Services = tuple[tuple[str, str], ...]
"""Namespace and address of each, as told: the address still to be rewritten."""


def read_services(body: Element) -> tuple[Services, tuple[Problem, ...]]:
    """The services of a GetServices reply. The first address of a namespace counts."""
    services = each_of(body, "Services", "Service", _MOST_SERVICES)
    return _read([(text(each, "Namespace").rstrip("/"), text(each, "XAddr")) for each in services])


def read_capabilities(body: Element) -> tuple[Services, tuple[Problem, ...]]:
    """The same of a GetCapabilities reply; services beyond ONVIF's own are left out."""
    capabilities = child(body, "Capabilities")
    named = [*_named(capabilities), *_named(child(capabilities, "Extension"))]
    return _read([(_NAMESPACES[name], address) for name, address in named if name in _NAMESPACES])


def _named(parent: Element | None) -> list[tuple[str, str]]:
    return [] if parent is None else [(local_name(each), text(each, "XAddr")) for each in parent][:_MOST_SERVICES]


def _read(told: list[tuple[str, str]]) -> tuple[Services, tuple[Problem, ...]]:
    kept: dict[str, str] = {}
    for namespace, address in told:
        if namespace and address:
            kept.setdefault(plain(namespace, 200), address)
    without = (namespace or address for namespace, address in told if not (namespace and address))
    problems = problem_with(Step.SERVICES, Trouble.INCOMPLETE, "without address or name", without)
    if not told:
        problems = (problem(Step.SERVICES, Trouble.INCOMPLETE, "no service at all"),)
    return tuple(kept.items()), problems
