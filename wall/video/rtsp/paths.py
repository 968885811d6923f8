"""The two ways of the packets: inside the RTSP connection, or in datagrams beside it."""

from __future__ import annotations

from typing import Protocol

from wall.model.stream import Transport
from wall.video.rtsp.connection import Connection
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.rtcp import RtcpReceiver
from wall.video.rtsp.rtp import RtpStream
from wall.video.rtsp.transports import Agreed, tcp_line


class PacketPath(Protocol):
    """Brings packets from the camera, and our reports to it. Opened, started, closed; close any time."""

    @property
    def transport(self) -> Transport:
        """Which of the two it is."""

    @property
    def transport_line(self) -> str:
        """What to ask the camera for; valid once open."""

    async def open(self, limits: Limits) -> None:
        """Get ready to be asked for. Raises UnreachableError."""

    def start(self, agreed: Agreed, stream: RtpStream, rtcp: RtcpReceiver) -> None:
        """Bring packets as agreed."""

    def send_report(self, report: bytes) -> None:
        """Send an RTCP packet."""

    def close(self) -> None:
        """Bring nothing more."""


class TcpPath:
    """Packets interleaved in the RTSP connection."""

    transport = Transport.TCP
    transport_line = tcp_line()

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._report_channel = 1

    async def open(self, limits: Limits) -> None:
        """Nothing to prepare."""

    def start(self, agreed: Agreed, stream: RtpStream, rtcp: RtcpReceiver) -> None:
        """Take packets from the agreed channels."""
        rtp_channel, self._report_channel = agreed.channels
        channels = self._connection.demultiplexer.channels
        channels[self._report_channel] = rtcp.packet
        channels[rtp_channel] = stream.packet

    def send_report(self, report: bytes) -> None:
        """Send an RTCP packet on its channel."""
        self._connection.send_packet(self._report_channel, report)

    def close(self) -> None:
        """Take nothing more from the channels."""
        self._connection.demultiplexer.channels.clear()
