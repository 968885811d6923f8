"""HTTP/1.1 on listening sockets, many of them in one asyncio loop.

A connection is a protocol object with a buffer and one timer: no thread and no task belongs to it while it is
idle, one task while an answer is waited for. Requests are answered in order; a peer that goes cancels its own.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from typing import TypeAlias
from urllib.parse import urlsplit

from wall.simulator.http import HEAD_END, Framing, HttpError, Limits, Request, RequestReader, Response, render

_TLS_GOODBYE_S = 1.0

_log = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[Request], Response | Awaitable[Response]]
"""Gives the answer at once where it can: that costs no task."""


class HttpListener:
    """One listening socket and its connections. Event-loop thread only."""

    def __init__(self, handler: Handler, limits: Limits | None = None) -> None:
        self._handler = handler
        self._limits = limits or Limits()
        self._server: asyncio.Server | None = None
        self._connections: set[_Connection] = set()
        self.most_connections = 0

    async def open(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> int:
        """Listen there (port 0: any), for HTTPS where `tls` is given; gives the port it is."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Connection(self._handler, self._limits, self._came, self._connections.discard),
            host,
            port,
            ssl=tls,
            ssl_shutdown_timeout=_TLS_GOODBYE_S if tls else None,
        )
        bound: int = self._server.sockets[0].getsockname()[1]
        return bound

    def close(self, *, reset: bool = False) -> None:
        """Stop listening and end every connection at once, with a TCP reset if asked."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop(reset=reset)

    def drop(self, *, reset: bool = False) -> None:
        """End every connection at once, and go on listening."""
        for connection in tuple(self._connections):
            connection.drop(reset=reset)

    def _came(self, connection: _Connection) -> bool:
        """Whether there is room for one more."""
        self._connections.add(connection)
        self.most_connections = max(self.most_connections, len(self._connections))
        return len(self._connections) <= self._limits.connections


class _Connection(asyncio.Protocol):
    """One peer: reads requests, lets the handler answer one after another. `came` says whether it may stay."""

    def __init__(
        self,
        handler: Handler,
        limits: Limits,
        came: Callable[[_Connection], bool],
        left: Callable[[_Connection], None],
    ) -> None:
        self._handler = handler
        self._limits = limits
        self._came = came
        self._left = left
        self._reader = RequestReader(limits)
        self._transport: asyncio.Transport | None = None
        self._answering: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if not self._came(self):
            transport.abort()
            return
        local: tuple[str, int] = transport.get_extra_info("sockname")
        self._reader = RequestReader(self._limits, local[0])
        self._wait_for_peer()

    def connection_lost(self, exc: Exception | None) -> None:
        self._left(self)
        self._stop_waiting()
        if self._answering is not None:
            self._answering.cancel()

    def data_received(self, data: bytes) -> None:
        try:
            self._reader.feed(data)
        except HttpError as error:
            self._refuse(error)
            return
        if self._answering is None:
            self._answer_waiting()

    def eof_received(self) -> bool:
        return False  # closes the transport, and connection_lost cancels what is being answered

    def drop(self, *, reset: bool) -> None:
        """End the connection at once."""
        if self._transport is None:
            return
        if reset:
            _linger_not(self._transport)
        self._transport.abort()

    def _wait_for_peer(self) -> None:
        self._stop_waiting()
        self._timer = asyncio.get_running_loop().call_later(self._limits.idle_s, self._drop_idle)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _drop_idle(self) -> None:
        """The peer took too long over its request."""
        if self._transport is not None:
            self._transport.abort()

    def _answer_waiting(self) -> None:
        """Answer what has come whole, up to an answer that must be waited for."""
        assert self._transport is not None
        while self._answering is None and not self._transport.is_closing():
            try:
                request = self._reader.next()
            except HttpError as error:
                self._refuse(error)
                return
            if request is None:
                break
            self._stop_waiting()
            self._answer(request)
        if self._answering is None and self._reader.wants_continue:
            self._transport.write(b"HTTP/1.1 100 Continue" + HEAD_END)

    def _answer(self, request: Request) -> None:
        try:
            response = self._handler(request)
        except Exception:
            response = _crashed(request)
        if isinstance(response, Response):
            self._send(request, response)
        else:
            self._answering = asyncio.get_running_loop().create_task(self._answer_later(request, response))

    async def _answer_later(self, request: Request, answer: Awaitable[Response]) -> None:
        try:
            response = await answer
        except Exception:
            response = _crashed(request)
        self._answering = None
        self._send(request, response)
        self._answer_waiting()

    def _send(self, request: Request, response: Response) -> None:
        assert self._transport is not None
        may_stay = response.framing not in (Framing.CLOSE, Framing.HALF)
        keep_alive = request.keep_alive and not self._transport.is_closing() and may_stay
        head_only = request.method == "HEAD"
        self._transport.write(render(response, keep_alive=keep_alive, head_only=head_only))
        if keep_alive:
            self._wait_for_peer()
        else:
            self._transport.close()

    def _refuse(self, error: HttpError) -> None:
        assert self._transport is not None
        if self._answering is not None:
            self._transport.abort()
            return
        response = Response(error.status, f"{error}\n".encode())
        self._transport.write(render(response, keep_alive=False))
        self._transport.close()


def _crashed(request: Request) -> Response:
    """The listener's crash report: the peer gets a 500, everybody else goes on."""
    _log.exception("no answer to %s %s", request.method, urlsplit(request.target).path)
    return Response(500, b"the simulator failed here, see its log\n")


def _linger_not(transport: asyncio.Transport) -> None:
    """Make the coming close a reset (RST) instead of an orderly end (FIN)."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
