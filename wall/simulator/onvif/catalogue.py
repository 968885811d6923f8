"""Which services a device offers, where, and what it says that they can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from wall.simulator.onvif.habits.offers import Offers
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.namespaces import NAMESPACES
from wall.simulator.onvif.pull_points import MAX_SUBSCRIPTIONS
from wall.simulator.onvif.unit import Unit, Where

MAX_PROFILES = 32
_NO = False


@dataclass(frozen=True, slots=True)
class Service:
    """One service: the prefix of its namespace, its path, its version, its capabilities."""

    prefix: str
    path: str
    version: tuple[int, int]
    capabilities: Markup
    domes_only: bool = False

    @property
    def namespace(self) -> str:
        """The URI of its namespace."""
        return NAMESPACES[self.prefix]


_STREAMING = {"RTPMulticast": False, "RTP_TCP": False, "RTP_RTSP_TCP": True, "NonAggregateControl": False}

_DEVICE = tag(
    "tds:Capabilities",
    tag("tds:Network", IPFilter=_NO, ZeroConfiguration=_NO, IPVersion6=_NO, DynDNS=_NO, NTP=1),
    tag(
        "tds:Security",
        AccessPolicyConfig=_NO,
        DefaultAccessPolicy=True,
        UsernameToken=True,
        HttpDigest=True,
        MaxUsers=1,
        **{"TLS1.0": _NO, "TLS1.1": _NO, "TLS1.2": _NO, "X.509Token": _NO},
    ),
    tag("tds:System", DiscoveryResolve=True, DiscoveryBye=_NO, RemoteDiscovery=_NO, FirmwareUpgrade=_NO),
)
_MEDIA = tag(
    "trt:Capabilities",
    tag("trt:ProfileCapabilities", MaximumNumberOfProfiles=MAX_PROFILES),
    tag("trt:StreamingCapabilities", **_STREAMING),
    SnapshotUri=True,
    Rotation=False,
    VideoSourceMode=False,
    OSD=False,
)
_MEDIA2 = tag(
    "tr2:Capabilities",
    tag(
        "tr2:ProfileCapabilities",
        MaximumNumberOfProfiles=MAX_PROFILES,
        ConfigurationsSupported="VideoSource VideoEncoder PTZ",
    ),
    tag("tr2:StreamingCapabilities", RTSPStreaming=True, **_STREAMING),
    SnapshotUri=True,
    Rotation=False,
)
_PTZ = tag("tptz:Capabilities", EFlip=False, Reverse=False, MoveStatus=True, StatusPosition=True)
_IMAGING = tag("timg:Capabilities", ImageStabilization=False)
_EVENTS = tag(
    "tev:Capabilities",
    WSSubscriptionPolicySupport=False,
    WSPullPointSupport=True,
    WSPausableSubscriptionManagerInterfaceSupport=False,
    MaxPullPoints=MAX_SUBSCRIPTIONS,
    PersistentNotificationStorage=False,
)

SERVICES = (
    Service("tds", "onvif/device_service", (21, 6), _DEVICE),
    Service("trt", "onvif/media_service", (21, 6), _MEDIA),
    Service("tr2", "onvif/media2_service", (21, 6), _MEDIA2),
    Service("tev", "onvif/event_service", (21, 6), _EVENTS),
    Service("timg", "onvif/imaging_service", (19, 6), _IMAGING),
    Service("tptz", "onvif/ptz_service", (20, 12), _PTZ, domes_only=True),
)


_RESPONSES: Mapping[str, Markup] = MappingProxyType(
    {each.prefix: tag(f"{each.prefix}:GetServiceCapabilitiesResponse", each.capabilities) for each in SERVICES}
)


def services_of(unit: Unit) -> tuple[Service, ...]:
    """What this device offers."""
    return _services(unit.habits.offers, bool(unit.domes))


@lru_cache
def _services(offers: Offers, has_domes: bool) -> tuple[Service, ...]:
    shown = (each for each in SERVICES if each.prefix not in offers.hidden and (has_domes or not each.domes_only))
    return tuple(replace(each, path=offers.path or each.path) for each in shown)


def capabilities_response(prefix: str) -> Markup:
    """The answer to GetServiceCapabilities of one service."""
    return _RESPONSES[prefix]


def service_entries(unit: Unit, where: Where, with_capabilities: bool) -> list[Markup]:
    """The services in the answer to GetServices: those there are, and those that are only listed."""
    entries = [_service(each, where.url(each.path), with_capabilities) for each in services_of(unit)]
    return entries + [_entry(uri, where.url(path), Markup(""), (20, 12)) for uri, path in unit.habits.offers.dead]


def _service(service: Service, url: str, with_capabilities: bool) -> Markup:
    capabilities = tag("tds:Capabilities", service.capabilities) if with_capabilities else Markup("")
    return _entry(service.namespace, url, capabilities, service.version)


def _entry(namespace: str, url: str, capabilities: Markup, version: tuple[int, int]) -> Markup:
    major, minor = version
    return tag(
        "tds:Service",
        tag("tds:Namespace", namespace),
        tag("tds:XAddr", url),
        capabilities,
        tag("tds:Version", tag("tt:Major", major), tag("tt:Minor", minor)),
    )
