"""One client's RTSP connection: bytes in, answers and packets out, an end when nobody is there."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
from collections import deque
from collections.abc import Callable

from wall.simulator.rtsp.dialogue import SESSION_TIMEOUT_S, Device, Dialogue
from wall.simulator.rtsp.message import Inbox, Interleaved, MalformedError, Request, Response
from wall.simulator.rtsp.sink import Sink, TcpSink, UdpPair
from wall.simulator.rtsp.transport import TransportAsk

log = logging.getLogger(__name__)

SEND_BUFFER_BYTES = 256 * 1024
"""As little as a camera has: a client that does not read is noticed after a second or two."""
_MOST_WAITING = 32
_LINGER_NOT = struct.pack("ii", 1, 0)


class RtspConnection(asyncio.Protocol):
    """A task runs only while a request is being answered; one timer watches over silence."""

    local_host: str = ""

    def __init__(self, device: Device, udp: Callable[[], UdpPair], gone: Callable[[RtspConnection], None]) -> None:
        self._device, self._udp, self._gone = device, udp, gone
        self._loop = asyncio.get_running_loop()
        self._inbox = Inbox()
        self._requests: deque[Request] = deque()
        self._task: asyncio.Task[None] | None = None
        self._transport: asyncio.Transport | None = None
        self._peer_host = ""
        self._dialogue = Dialogue(device, self)
        self._heard_at = self._loop.time()
        self._watch = self._loop.call_later(SESSION_TIMEOUT_S, self._check_silence)

    @property
    def camera(self) -> int | None:
        """The camera whose stream was set up here."""
        session = self._dialogue.session
        return session.camera if session else None

    def hang_up(self, reset: bool) -> None:
        """End the connection now, with a TCP reset if asked."""
        if self._transport is None:
            return
        sock = self._transport.get_extra_info("socket")
        if reset and sock is not None and sock.fileno() >= 0:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
        self._transport.abort()

    def finish(self) -> None:
        """End the connection in order: what was sent still arrives."""
        self._dialogue.end()
        if self._transport is not None:
            self._transport.close()

    def open_sink(self, ask: TransportAsk) -> tuple[Sink, str]:
        """A sink as asked for, and the Transport header that says what it is (RFC 2326, section 12.39)."""
        assert self._transport is not None
        if ask.is_tcp:
            sink = TcpSink(self._transport, ask.rtp, ask.rtcp)
            return sink, f"RTP/AVP/TCP;unicast;interleaved={ask.rtp}-{ask.rtcp}"
        pair = self._udp()
        ports = f"client_port={ask.rtp}-{ask.rtcp};server_port={pair.rtp_port}-{pair.rtcp_port}"
        return pair.open(self._peer_host, ask.rtp, ask.rtcp, self._heard), f"RTP/AVP;unicast;{ports}"

    def _heard(self) -> None:
        self._heard_at = self._loop.time()

    def _check_silence(self) -> None:
        if self._task is not None:
            # It waits for us, while a clip is encoded for the first time.
            self._heard()
        left = self._heard_at + SESSION_TIMEOUT_S - self._loop.time()
        if left > 0:
            self._watch = self._loop.call_later(left, self._check_silence)
        else:
            log.info("%s said nothing for %d s: its session ends", self._peer_host, SESSION_TIMEOUT_S)
            self.finish()

    def _take(self, message: Request | Interleaved) -> None:
        # Any packet from the client, a receiver report most times, says that it is still there.
        if isinstance(message, Interleaved):
            return
        if len(self._requests) >= _MOST_WAITING:
            raise MalformedError(f"more than {_MOST_WAITING} requests at a time")
        self._requests.append(message)
        if self._task is None:
            self._task = self._loop.create_task(self._work())

    async def _work(self) -> None:
        while self._requests:
            request = self._requests.popleft()
            self._reply(await self._dialogue.answer(request), request.headers.get("cseq", "0"))
        self._task = None

    def _reply(self, response: Response, sequence: str) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(response.to_bytes(sequence))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client came."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._peer_host = transport.get_extra_info("peername")[0]
        self.local_host = transport.get_extra_info("sockname")[0]
        sock = transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)

    def data_received(self, data: bytes) -> None:
        """The client said something."""
        self._heard()
        try:
            for message in self._inbox.feed(data):
                self._take(message)
        except MalformedError as error:
            log.info("%s was disconnected: %s", self._peer_host, error)
            self._reply(Response(400), "0")
            self.finish()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client went, or was sent away."""
        self._transport = None
        self._watch.cancel()
        if self._task is not None:
            self._task.cancel()
        self._dialogue.end()
        self._gone(self)
