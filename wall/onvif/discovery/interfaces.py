"""The network interfaces out of which a search asks."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

import psutil

from wall.onvif.discovery.places import Network

_MOST_INTERFACES = 64


@dataclass(frozen=True, slots=True)
class Interface:
    """One address of one interface that is up: IPv4, or link-local IPv6 (then `index` is what counts)."""

    address: str
    index: int
    network: Network

    @property
    def is_ipv6(self) -> bool:
        return self.network.version == 6


def up_interfaces() -> tuple[Interface, ...]:
    """All that are up, the loopback interface too: cameras behind a tunnel or a simulator answer there."""
    states = psutil.net_if_stats()
    found = [
        interface
        for name, addresses in psutil.net_if_addrs().items()
        if name in states and states[name].isup
        for address in addresses
        if (interface := _interface(name, address.family, address.address, address.netmask)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.is_ipv6))[:_MOST_INTERFACES]


def _interface(name: str, family: int, address: str, netmask: str | None) -> Interface | None:
    try:
        index = socket.if_nametoindex(name)
        if family == socket.AF_INET:
            return Interface(address, index, ipaddress.ip_network(f"{address}/{netmask or 32}", strict=False))
        plain = address.partition("%")[0]
        if family == socket.AF_INET6 and ipaddress.ip_address(plain).is_link_local:
            return Interface(plain, index, ipaddress.ip_network(f"{plain}/64", strict=False))
    except (OSError, ValueError):  # gone in this moment, or with an address that nobody can read
        return None
    return None
