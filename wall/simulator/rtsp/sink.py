"""Where a session's packets go: the client's RTSP connection, or its UDP ports."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Protocol

from wall.simulator.rtp.packets import INTERLEAVE

FULL_BYTES = 128 * 1024
"""What may wait for a client before its frames are dropped: half a second of a main stream."""


class Sink(Protocol):
    """One client's receiving end. `channel` is what to write into the packets' interleaving heads."""

    channel: int

    def is_full(self) -> bool:
        """Whether the client has not taken what was sent to it."""
        ...

    def send(self, block: bytes | bytearray, bounds: list[tuple[int, int]]) -> None:
        """Send RTP packets: interleaved they are the block itself, `bounds` are the packets within it."""
        ...

    def send_rtcp(self, packet: bytes) -> None:
        """Send one RTCP packet."""
        ...

    def close(self) -> None:
        """Send nothing any more."""
        ...


class TcpSink:
    """Interleaved on the RTSP connection (RFC 2326, section 10.12)."""

    def __init__(self, transport: asyncio.Transport, channel: int, rtcp_channel: int) -> None:
        self.channel = channel
        self._rtcp_channel = rtcp_channel
        self._transport = transport

    def is_full(self) -> bool:
        """Beyond what the socket takes, `FULL_BYTES` wait."""
        return self._transport.get_write_buffer_size() > FULL_BYTES

    def send(self, block: bytes | bytearray, bounds: list[tuple[int, int]]) -> None:
        """One write: to the socket at once where it takes it, else buffered."""
        self._transport.write(block)

    def send_rtcp(self, packet: bytes) -> None:
        """One RTCP packet on the second channel."""
        self._transport.write(b"$%c%b%b" % (self._rtcp_channel, len(packet).to_bytes(2, "big"), packet))

    def close(self) -> None:
        """Nothing: the connection is the client's dialogue too."""


class UdpPair:
    """The two UDP ports, RTP even and RTCP odd, from which the whole city sends (RFC 3550, section 11)."""

    def __init__(self, host: str) -> None:
        self._rtp, self._rtcp = _bind_pair(host)
        self.rtp_port: int = self._rtp.getsockname()[1]
        self.rtcp_port: int = self._rtcp.getsockname()[1]
        self._heard: dict[tuple[str, int], Callable[[], None]] = {}
        self._loop = asyncio.get_running_loop()
        for sock in (self._rtp, self._rtcp):
            self._loop.add_reader(sock, self._read, sock)

    def open(self, host: str, rtp: int, rtcp: int, heard: Callable[[], None]) -> UdpSink:
        """A sink for a client's ports; `heard` is called for each of its receiver reports."""
        self._heard[host, rtcp] = heard
        return UdpSink(self, host, rtp, rtcp)

    def forget(self, host: str, rtcp: int) -> None:
        """The client is gone."""
        self._heard.pop((host, rtcp), None)

    def send(self, data: bytes | memoryview, address: tuple[str, int], is_rtcp: bool) -> None:
        """One datagram, or nothing where the system has no room for it: that is UDP."""
        try:
            (self._rtcp if is_rtcp else self._rtp).sendto(data, address)
        except OSError:
            # No room, or the client's port is closed (an ICMP answer to an earlier datagram).
            return

    def close(self) -> None:
        """Give the ports back."""
        for sock in (self._rtp, self._rtcp):
            self._loop.remove_reader(sock)
            sock.close()

    def _read(self, sock: socket.socket) -> None:
        try:
            _, address = sock.recvfrom(2048)
        except OSError:
            return
        if heard := self._heard.get(address):
            heard()


class UdpSink:
    """One client's pair of UDP ports."""

    channel = 0

    def __init__(self, pair: UdpPair, host: str, rtp: int, rtcp: int) -> None:
        self._pair = pair
        self._rtp = (host, rtp)
        self._rtcp = (host, rtcp)

    def is_full(self) -> bool:
        """Never: what is not taken is lost."""
        return False

    def send(self, block: bytes | bytearray, bounds: list[tuple[int, int]]) -> None:
        """One datagram a packet."""
        view = memoryview(block)
        for begin, end in bounds:
            self._pair.send(view[begin:end], self._rtp, False)

    def send_rtcp(self, packet: bytes) -> None:
        """One RTCP packet to the client's second port."""
        self._pair.send(packet, self._rtcp, True)

    def close(self) -> None:
        """Its reports are no one's any more."""
        self._pair.forget(*self._rtcp)


def rtp_bounds(offsets: tuple[int, ...], length: int) -> list[tuple[int, int]]:
    """Where each RTP packet, without its interleaving head, begins and ends in a block of that length."""
    return [(at + INTERLEAVE, end) for at, end in zip(offsets, (*offsets[1:], length), strict=True)]


def _bind_pair(host: str) -> tuple[socket.socket, socket.socket]:
    for _ in range(100):
        rtp = _bind(host, 0)
        port = rtp.getsockname()[1]
        try:
            if port % 2 == 0:
                return rtp, _bind(host, port + 1)
        except OSError:
            pass
        rtp.close()
    raise OSError(f"no pair of free UDP ports on {host}")


def _bind(host: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        sock.bind((host, port))
    except BaseException:
        sock.close()
        raise
    return sock
