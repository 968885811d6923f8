"""Receiving RTP and RTCP in datagrams, on a pair of ports (RFC 3550, section 11).

Asyncio, on a loop that can watch sockets (every one but Windows' default, which a decode process need not use).
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable

from wall.model.errors import UnreachableError, WallError
from wall.model.stream import Transport
from wall.model.tile import Cause
from wall.video.rtsp.connection import Connection
from wall.video.rtsp.interleaved import PacketHandler
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.reorder import ReorderWindow
from wall.video.rtsp.rtcp import RtcpReceiver
from wall.video.rtsp.rtp import RtpStream
from wall.video.rtsp.transports import Agreed, udp_line

_PAIR_ATTEMPTS = 20
_RECEIVE_BYTES = 1024 * 1024
_DATAGRAMS_A_TURN = 64
_LARGEST_DATAGRAM = 65535
_PUNCH = bytes((0x80, 0, 0, 0)) + bytes(8)


class UdpPath:
    """A pair of UDP ports beside the RTSP connection; only the camera's own datagrams are heard."""

    transport = Transport.UDP

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ports: list[_Port] = []
        self._window: ReorderWindow | None = None
        self._limits = Limits()
        self.transport_line = ""

    async def open(self, limits: Limits) -> None:
        """Bind an even port and the next one. Raises UnreachableError."""
        self._limits = limits
        try:
            sockets = _bind_pair(self._connection.local_host)
        except OSError as error:
            raise UnreachableError("no pair of UDP ports is free here", cause=Cause.SETUP) from error
        self._ports = [_Port(sock, self._connection.fail) for sock in sockets]
        self.transport_line = udp_line(sockets[0].getsockname()[1])

    def start(self, agreed: Agreed, stream: RtpStream, rtcp: RtcpReceiver) -> None:
        """Hear the camera, and open the way for it through firewalls on our side."""
        self._window = ReorderWindow(stream.packet, self._connection.fail, self._limits)
        camera = self._connection.camera_host
        hosts = frozenset(filter(None, (camera, agreed.source)))
        handlers: tuple[PacketHandler, PacketHandler] = (self._window.packet, rtcp.packet)
        for port, handler, number in zip(self._ports, handlers, agreed.server_ports or (0, 0), strict=True):
            port.start(handler, hosts, (camera, number))
        self._ports[0].send(_PUNCH)
        self._ports[1].send(rtcp.report())

    def send_report(self, report: bytes) -> None:
        """Send an RTCP packet to the camera."""
        self._ports[1].send(report)

    def close(self) -> None:
        """Close both ports."""
        if self._window is not None:
            self._window.close()
        for port in self._ports:
            port.close()
        self._ports.clear()


class _Port:
    """One UDP port, read without asyncio's transport: that takes a turn of the loop for each datagram."""

    def __init__(self, sock: socket.socket, fail: Callable[[BaseException], None]) -> None:
        self._sock = sock
        self._fail = fail
        self._loop = asyncio.get_running_loop()
        self._handler: PacketHandler
        self._hosts: frozenset[str] = frozenset()
        self._camera = ("", 0)

    def start(self, handler: PacketHandler, hosts: frozenset[str], camera: tuple[str, int]) -> None:
        """Hand datagrams of these hosts to the handler."""
        self._handler, self._hosts, self._camera = handler, hosts, camera
        self._loop.add_reader(self._sock, self._read)

    def send(self, data: bytes) -> None:
        """Send to the camera, where it told its port; what does not go out is no matter."""
        if self._camera[1]:
            with contextlib.suppress(OSError):
                self._sock.sendto(data, self._camera)

    def close(self) -> None:
        """Hear nothing more."""
        self._loop.remove_reader(self._sock)
        self._sock.close()

    def _read(self) -> None:
        """Take the datagrams that are there, but leave the loop to others after some."""
        try:
            for _ in range(_DATAGRAMS_A_TURN):
                data, address = self._sock.recvfrom(_LARGEST_DATAGRAM)
                if address[0] in self._hosts:
                    self._handler(memoryview(data), 0, len(data))
        except OSError:
            return  # nothing more is there; or our report found a closed port, then silence will tell
        except WallError as error:
            self._fail(error)


def _bind_pair(host: str) -> tuple[socket.socket, socket.socket]:
    """Bind an even port and its successor, on the address that the camera was reached from."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    failure = OSError("no even port was free")
    for _ in range(_PAIR_ATTEMPTS):
        first, second = socket.socket(family, socket.SOCK_DGRAM), socket.socket(family, socket.SOCK_DGRAM)
        try:
            first.bind((host, 0))
            port = first.getsockname()[1]
            even = port % 2 == 0
            second.bind((host, port + 1 if even else port - 1))
            pair = (first, second) if even else (second, first)
            pair[0].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BYTES)
            for sock in pair:
                sock.setblocking(False)
            return pair
        except OSError as error:
            failure = error
            first.close()
            second.close()
    raise failure
