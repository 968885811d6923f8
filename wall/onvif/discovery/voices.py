"""UDP sockets that ask and hear the answers, each on a port of its own that the system chooses."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Iterable

from wall.onvif.discovery.interfaces import Interface

GROUP = "239.255.255.250"
GROUP_V6 = "ff02::c"
Hear = Callable[[bytes, str], None]
"""Gets each datagram and the address that it came from."""

# 640 devices answer within half a second; the usual buffer holds a tenth of that while the loop is busy.
_BUFFER_BYTES = 4 * 1024 * 1024
_HOPS = 1
_log = logging.getLogger(__name__)


class Voice(asyncio.DatagramProtocol):
    """One socket. Event-loop thread only."""

    def __init__(self, hear: Hear, group: tuple[str, int] | None = None) -> None:
        self._hear = hear
        self._group = group
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int] | tuple[str, int, int, int]) -> None:
        self._hear(data, _source(addr))

    def error_received(self, exc: Exception) -> None:
        """Somebody is not there (ICMP). Silence tells as much."""

    def ask_group(self, question: bytes, port: int) -> None:
        """Ask everybody near, by the interface for which this was opened."""
        assert self._group is not None
        group, index = self._group
        self._send(question, (group, port, 0, index) if ":" in group else (group, port))

    def ask(self, question: bytes, host: str, port: int) -> None:
        """Ask one address."""
        plain, _, zone = host.partition("%")
        self._send(question, (plain, port, 0, _index(zone)) if ":" in host else (host, port))

    def _send(self, question: bytes, to: tuple[str, int] | tuple[str, int, int, int]) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.sendto(question, to)

    def close(self) -> None:
        """Ask and hear nothing more; the socket is closed when the loop comes round."""
        if self._transport is not None:
            self._transport.abort()


async def open_near(interfaces: Iterable[Interface], hear: Hear) -> list[Voice]:
    """A voice for each interface that can multicast; what cannot is logged and left out."""
    voices: list[Voice] = []
    for interface in interfaces:
        group = (GROUP_V6 if interface.is_ipv6 else GROUP, interface.index)
        try:
            voices.append(await _opened(_multicasting(interface), hear, group))
        except OSError as error:
            _log.info("no search out of %s: %s", interface.address, error.strerror or error)
    return voices


async def open_far(is_ipv6: bool, hear: Hear) -> Voice | None:
    """A voice for asking single addresses; None where this machine has no such addresses."""
    try:
        return await _opened(_socket(is_ipv6, "::" if is_ipv6 else "0.0.0.0"), hear, None)
    except OSError as error:
        _log.info("no search over UDP: %s", error.strerror or error)
        return None


async def _opened(sock: socket.socket, hear: Hear, group: tuple[str, int] | None) -> Voice:
    try:
        loop = asyncio.get_running_loop()
        _, voice = await loop.create_datagram_endpoint(lambda: Voice(hear, group), sock=sock)
    except BaseException:
        sock.close()
        raise
    return voice


def _multicasting(interface: Interface) -> socket.socket:
    if interface.is_ipv6:
        sock = _socket(True, "::")
        level, option, value = socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, interface.index.to_bytes(4, "little")
        hops = socket.IPV6_MULTICAST_HOPS
    else:
        sock = _socket(False, interface.address)
        level, option, value = socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(interface.address)
        hops = socket.IP_MULTICAST_TTL
    try:
        sock.setsockopt(level, option, value)
        sock.setsockopt(level, hops, _HOPS)
    except OSError:
        sock.close()
        raise
    return sock


def _socket(is_ipv6: bool, address: str) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if is_ipv6 else socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        if is_ipv6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((address, 0))
    except OSError:
        sock.close()
        raise
    return sock


def _source(addr: tuple[str, int] | tuple[str, int, int, int]) -> str:
    """The address that a datagram came from, with the interface where it means nothing without."""
    if len(addr) == 2 or not addr[3] or "%" in addr[0]:
        return addr[0]
    try:
        return f"{addr[0]}%{socket.if_indextoname(addr[3])}"
    except OSError:
        return addr[0]


def _index(zone: str) -> int:
    """The number of an interface that is named in an address after the %."""
    if zone.isdecimal():
        return int(zone)
    try:
        return socket.if_nametoindex(zone) if zone else 0
    except OSError:
        return 0
