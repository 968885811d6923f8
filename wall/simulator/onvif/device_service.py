"""The Device service (ONVIF Core, chapter 8): who this device is, what it offers, what its clock says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response, service_entries, services_of
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.scopes import chosen_scopes, fixed_scopes
from wall.simulator.onvif.soap import invalid_argument
from wall.simulator.onvif.times import utc

_TIME_ZONE = "ICT-7"
_OFFSET = timedelta(hours=7)


def get_system_date_and_time(call: Call) -> Markup:
    """The device's own clock, in UTC and in Vietnam's time."""
    now = utc(call.unit.now_s())
    local = now + _OFFSET if now.year < 9999 else now
    date = call.unit.habits.clock.invalid_date
    answer = tag(
        "tds:SystemDateAndTime",
        tag("tt:DateTimeType", "NTP"),
        tag("tt:DaylightSavings", False),
        tag("tt:TimeZone", tag("tt:TZ", _TIME_ZONE)),
        tag("tt:UTCDateTime", _moment(now, date)),
        tag("tt:LocalDateTime", _moment(local, date)),
    )
    return tag("tds:GetSystemDateAndTimeResponse", answer)


def _moment(at: datetime, told: tuple[int, int, int] | None) -> Markup:
    year, month, day = told or (at.year, at.month, at.day)
    time = (tag("tt:Hour", at.hour), tag("tt:Minute", at.minute), tag("tt:Second", at.second))
    date = (tag("tt:Year", year), tag("tt:Month", month), tag("tt:Day", day))
    return joined(tag("tt:Time", *time), tag("tt:Date", *date))


def get_services(call: Call) -> Markup:
    """Every service with its address, and its capabilities where asked."""
    wanted = call.body.say("IncludeCapability") in ("true", "1")
    return tag("tds:GetServicesResponse", *service_entries(call.unit, call.where, wanted))


def get_service_capabilities(call: Call) -> Markup:
    """What the Device service can do."""
    return capabilities_response("tds")


def get_capabilities(call: Call) -> Markup:
    """The older list of services; Media2 is not in it."""
    address = {service.prefix: call.where.url(service.path) for service in services_of(call.unit)}
    sections = {
        "Device": _device_section(address["tds"], call.unit.habits.relays),
        "Events": _events_section(address["tev"]),
        "Imaging": tag("tt:Imaging", tag("tt:XAddr", address["timg"])),
        "Media": _media_section(address["trt"]),
    }
    if "tptz" in address:
        sections["PTZ"] = tag("tt:PTZ", tag("tt:XAddr", address["tptz"]))
    asked = {category.text.strip() for category in call.body.all("Category")} - {"All"}
    unknown = asked - sections.keys()
    if unknown:
        raise invalid_argument("NoSuchService", f"there is no service {', '.join(sorted(unknown))}")
    chosen = [section for name, section in sections.items() if not asked or name in asked]
    return tag("tds:GetCapabilitiesResponse", tag("tds:Capabilities", *chosen))


def _device_section(address: str, relays: int) -> Markup:
    system = ("DiscoveryBye", "RemoteDiscovery", "SystemBackup", "SystemLogging", "FirmwareUpgrade")
    return tag(
        "tt:Device",
        tag("tt:XAddr", address),
        tag("tt:Network", *(tag(f"tt:{n}", False) for n in ("IPFilter", "ZeroConfiguration", "IPVersion6"))),
        tag(
            "tt:System",
            tag("tt:DiscoveryResolve", True),
            *(tag(f"tt:{name}", False) for name in system),
            tag("tt:SupportedVersions", tag("tt:Major", 21), tag("tt:Minor", 6)),
        ),
        tag("tt:IO", tag("tt:InputConnectors", 0), tag("tt:RelayOutputs", relays)),
    )


def _events_section(address: str) -> Markup:
    return tag(
        "tt:Events",
        tag("tt:XAddr", address),
        tag("tt:WSSubscriptionPolicySupport", False),
        tag("tt:WSPullPointSupport", True),
        tag("tt:WSPausableSubscriptionManagerInterfaceSupport", False),
    )


def _media_section(address: str) -> Markup:
    streaming = (tag("tt:RTPMulticast", False), tag("tt:RTP_TCP", False), tag("tt:RTP_RTSP_TCP", True))
    return tag("tt:Media", tag("tt:XAddr", address), tag("tt:StreamingCapabilities", *streaming))


def get_device_information(call: Call) -> Markup:
    """Maker, model, firmware, serial number."""
    device = call.unit.device
    return tag(
        "tds:GetDeviceInformationResponse",
        tag("tds:Manufacturer", device.maker),
        tag("tds:Model", device.model),
        tag("tds:FirmwareVersion", device.firmware),
        tag("tds:SerialNumber", device.serial),
        tag("tds:HardwareId", f"{device.model}-{device.mac[-5:].replace(':', '')}"),
    )


def get_scopes(call: Call) -> Markup:
    """The same scopes as in WS-Discovery."""
    city, device = call.unit.parts.city, call.unit.device
    entries = [_scope("Fixed", item) for item in fixed_scopes(device)]
    entries += [_scope("Configurable", item) for item in chosen_scopes(city, device)]
    return tag("tds:GetScopesResponse", *entries)


def _scope(kind: str, item: str) -> Markup:
    return tag("tds:Scopes", tag("tt:ScopeDef", kind), tag("tt:ScopeItem", item))


def get_hostname(call: Call) -> Markup:
    """A host name as makers set it: model and serial number."""
    name = f"{call.unit.device.kind}-{call.unit.device.serial.lower()}"
    inner = tag("tds:HostnameInformation", tag("tt:FromDHCP", False), tag("tt:Name", name))
    return tag("tds:GetHostnameResponse", inner)


def get_endpoint_reference(call: Call) -> Markup:
    """The identity by which WS-Discovery knows the device."""
    return tag("tds:GetEndpointReferenceResponse", tag("tds:GUID", call.unit.device.endpoint))


def get_network_interfaces(call: Call) -> Markup:
    """One wired interface with the address by which the caller came."""
    device, host = call.unit.device, call.where.host
    info = tag("tt:Info", tag("tt:Name", "eth0"), tag("tt:HwAddress", device.mac), tag("tt:MTU", 1500))
    manual = tag("tt:Manual", tag("tt:Address", host), tag("tt:PrefixLength", 8))
    config = tag("tt:Config", manual, tag("tt:DHCP", False))
    ipv4 = tag("tt:IPv4", tag("tt:Enabled", True), config)
    one = tag("tds:NetworkInterfaces", tag("tt:Enabled", True), info, ipv4, token="eth0")
    return tag("tds:GetNetworkInterfacesResponse", one)


def get_network_protocols(call: Call) -> Markup:
    """HTTP and RTSP with their ports."""
    rtsp = call.unit.parts.addresses.rtsp.get(call.unit.device.number, 554)
    ports = ((call.where.scheme.upper(), call.where.port), ("RTSP", rtsp))
    return tag("tds:GetNetworkProtocolsResponse", *(_protocol(name, port) for name, port in ports))


def _protocol(name: str, port: int) -> Markup:
    parts = (tag("tt:Name", name), tag("tt:Enabled", True), tag("tt:Port", port))
    return tag("tds:NetworkProtocols", *parts)


def get_relay_outputs(call: Call) -> Markup:
    """Outputs that can be switched: the first holds its state, others fall back by themselves."""
    outputs = (_relay(number) for number in range(1, call.unit.habits.relays + 1))
    return tag("tds:GetRelayOutputsResponse", *outputs)


def _relay(number: int) -> Markup:
    properties = (
        tag("tt:Mode", "Bistable" if number == 1 else "Monostable"),
        tag("tt:DelayTime", "PT0S" if number == 1 else "PT1S"),
        tag("tt:IdleState", "open"),
    )
    return tag("tds:RelayOutputs", tag("tt:Properties", *properties), token=f"Output_{number}")


def get_users(call: Call) -> Markup:
    """The one account, without its password."""
    name = tag("tt:Username", call.unit.parts.accounts.user)
    return tag("tds:GetUsersResponse", tag("tds:User", name, tag("tt:UserLevel", "Administrator")))


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetSystemDateAndTime": get_system_date_and_time,
        "GetServices": get_services,
        "GetServiceCapabilities": get_service_capabilities,
        "GetCapabilities": get_capabilities,
        "GetDeviceInformation": get_device_information,
        "GetScopes": get_scopes,
        "GetHostname": get_hostname,
        "GetEndpointReference": get_endpoint_reference,
        "GetNetworkInterfaces": get_network_interfaces,
        "GetNetworkProtocols": get_network_protocols,
        "GetRelayOutputs": get_relay_outputs,
        "GetUsers": get_users,
    }
)
