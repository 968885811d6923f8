"""Hand-made devices on loopback: UDP that answers probes, TCP that answers HTTP."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing

from wall.onvif.discovery.interfaces import Interface

GROUP = "239.255.255.250"
LOOPBACK = (Interface("127.0.0.1", 1, ipaddress.ip_network("127.0.0.0/8")),)
TIME = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'
    b'<tds:GetSystemDateAndTimeResponse xmlns:tds="http://www.onvif.org/ver10/device/wsdl"/></s:Body></s:Envelope>'
)
Answer = Callable[[bytes, int], list[bytes]]
"""What to say to a question, and to the how manieth it is (from 0)."""


class _Ear(asyncio.DatagramProtocol):
    def __init__(self, answer: Answer, asked: list[bytes]) -> None:
        self._answer, self._asked = answer, asked

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._asked.append(data)
        for one in self._answer(data, len(self._asked) - 1):
            self._transport.sendto(one, addr)


@asynccontextmanager
async def answering(host: str, port: int, answer: Answer, in_group: bool = False) -> AsyncIterator[list[bytes]]:
    """A device that hears datagrams to `host`, or those to the group; gives what it was asked."""
    sock = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((GROUP if in_group else host, port))
    if in_group:
        sock.setsockopt(
            socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, struct.pack("4s4s", _packed(GROUP), _packed("127.0.0.1"))
        )
    sock.setblocking(False)
    asked: list[bytes] = []
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: _Ear(answer, asked), sock=sock)
    try:
        yield asked
    finally:
        transport.abort()
        await asyncio.sleep(0)


def always(*datagrams: bytes) -> Answer:
    """Says the same to every question."""
    return lambda question, number: list(datagrams)


@asynccontextmanager
async def serving(
    said: bytes | None,
    host: str = "127.0.0.1",
    port: int = 0,
    tls: ssl.SSLContext | None = None,
    is_patient: bool = False,
) -> AsyncIterator[int]:
    """A web server that says this to everybody and closes, or says nothing (None), or keeps the connection open."""
    open_ones: set[asyncio.StreamWriter] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_ones.add(writer)
        try:
            await reader.read(4096)
            if said is not None:
                writer.write(said)
            if said is None or is_patient:
                await reader.read()
        except ConnectionError:
            pass
        finally:
            writer.transport.abort() if said is None or is_patient else writer.close()
            open_ones.discard(writer)

    server = await asyncio.start_server(serve, host, port, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in open_ones:
            writer.transport.abort()
        await asyncio.sleep(0.01)


def http(body: bytes, status: str = "200 OK", head: str = "") -> bytes:
    """A whole HTTP answer."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{head}\r\n".encode() + body


def free_udp_port() -> int:
    """A UDP port that nobody listens to, on any loopback address."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as sock:
        sock.bind(("0.0.0.0", 0))
        port: int = sock.getsockname()[1]
        return port


def closed_tcp_port() -> int:
    """A TCP port that refuses."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def _packed(host: str) -> bytes:
    return socket.inet_aton(host)


def has_ipv6() -> bool:
    """Is there an IPv6 loopback address?"""
    try:
        with closing(socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)) as sock:
            sock.bind(("::1", 0))
    except OSError:
        return False
    return True
