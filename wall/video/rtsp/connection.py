"""One TCP connection to a camera: requests and their answers, and the packets between them. Asyncio."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import os
import socket
from collections.abc import Iterable
from typing import NoReturn, cast

from wall.model.errors import MalformedReplyError, UnreachableError, WallError
from wall.model.tile import Cause
from wall.video.rtsp.interleaved import Demultiplexer
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.message import Request, Response, serialise_answer, serialise_request
from wall.video.rtsp.pace import go_on, hurry

_CAUSES = {
    errno.ECONNREFUSED: Cause.REFUSED,
    errno.ECONNRESET: Cause.RESET,
    errno.ECONNABORTED: Cause.RESET,
    errno.EPIPE: Cause.RESET,
    errno.ETIMEDOUT: Cause.TIMEOUT,
}
_WE_OFFER = "OPTIONS, GET_PARAMETER, SET_PARAMETER, REDIRECT, TEARDOWN"
_GOODBYE = frozenset({"TEARDOWN", "REDIRECT"})


class Connection(asyncio.BufferedProtocol):
    """Asks one request at a time. `ended` fails with the WallError that says why the connection is over."""

    def __init__(self, limits: Limits) -> None:
        loop = asyncio.get_running_loop()
        self.demultiplexer = Demultiplexer(self._message, limits)
        self.ended: asyncio.Future[NoReturn] = loop.create_future()
        self._limits = limits
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._turn = asyncio.Lock()
        self._cseq = self._lent = 0
        self._answer: asyncio.Future[Response] | None = None

    @property
    def local_host(self) -> str:
        """The address on our side."""
        return self._host("sockname")

    @property
    def camera_host(self) -> str:
        """The address that was reached."""
        return self._host("peername")

    async def request(self, method: str, uri: str, headers: Iterable[tuple[str, str]]) -> Response:
        """Ask the camera and wait for the answer, whatever its status. Raises UnreachableError."""
        async with self._turn:
            if self.ended.done():
                self.ended.result()
            self._cseq += 1
            self._answer = self._loop.create_future()
            hurry(self._loop)
            try:
                self.send(serialise_request(method, uri, self._cseq, headers))
                async with asyncio.timeout(self._limits.answer_s):
                    return await self._answer
            except TimeoutError:
                raise UnreachableError(f"no answer to {method}", cause=Cause.TIMEOUT) from None
            finally:
                self._answer = None

    def send(self, data: bytes) -> None:
        """Send bytes; a camera that does not read them is given up."""
        if self._transport is None or self._transport.is_closing():
            return
        self._transport.write(data)
        if self._transport.get_write_buffer_size() > self._limits.unsent_bytes:
            self.fail(MalformedReplyError("the camera asks, but does not read our answers"))

    def send_packet(self, channel: int, data: bytes) -> None:
        """Send a packet on an interleaved channel."""
        self.send(bytes((0x24, channel, len(data) >> 8, len(data) & 0xFF)) + data)

    def fail(self, error: BaseException) -> None:
        """End the connection; everyone who waits for it gets the error."""
        if not self.ended.done():
            self.ended.set_exception(error)
            self.ended.exception()  # nobody may be waiting: that is no reason for a warning
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
        self.close()

    def close(self) -> None:
        """Let go of the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport (called by asyncio)."""
        self._transport = cast(asyncio.Transport, transport)

    def get_buffer(self, sizehint: int) -> memoryview:
        """Lend the memory to read into (called by asyncio)."""
        memory = self.demultiplexer.writable()
        self._lent = len(memory)
        return memory

    def buffer_updated(self, nbytes: int) -> None:
        """Take what was read (called by asyncio)."""
        if nbytes == self._lent:
            go_on(self._loop)  # A large keyframe would else take a pause for each 32 KiB.
        try:
            self.demultiplexer.written(nbytes)
        except WallError as error:
            self.fail(error)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits (called by asyncio)."""
        if isinstance(exc, OSError):
            exc = unreachable(exc)
        self.fail(exc or UnreachableError("the camera closed the connection", cause=Cause.ENDED))

    def _message(self, message: Response | Request) -> None:
        if isinstance(message, Request):
            self._serve(message)
        elif message.status >= 200 and self._answer is not None and not self._answer.done():
            cseq = message.headers.get("cseq")
            if cseq in ("", str(self._cseq)) or not cseq.isdigit() or int(cseq[:9]) > self._cseq:
                self._answer.set_result(message)

    def _serve(self, request: Request) -> None:
        if request.method in _GOODBYE:
            self.send(serialise_answer(request, "200 OK"))
            self.fail(UnreachableError(f"the camera sent {request.method}", cause=Cause.ENDED))
        elif request.method in _WE_OFFER:
            self.send(serialise_answer(request, "200 OK", [("Public", _WE_OFFER)]))
        else:
            self.send(serialise_answer(request, "501 Not Implemented"))

    def _host(self, name: str) -> str:
        address = self._transport.get_extra_info(name) if self._transport is not None else None
        return str(address[0]) if address else ""


async def connect(host: str, port: int, limits: Limits) -> Connection:
    """Connect to a camera. Raises UnreachableError."""
    try:
        async with asyncio.timeout(limits.connect_s):
            return await _connect_to_any(await _addresses(host, port), limits)
    except TimeoutError:
        raise UnreachableError(f"no connection to {host}:{port}", cause=Cause.TIMEOUT) from None
    except OSError as error:
        raise unreachable(error) from error


def unreachable(error: OSError) -> UnreachableError:
    """Say with the right cause what the system reports."""
    number = error.errno or 0
    words = error.strerror or str(error)
    if number in errno.errorcode:  # asyncio puts addresses into the words, a resolver has its own numbers
        words = os.strerror(number)
    return UnreachableError(words, cause=_CAUSES.get(number, Cause.UNREACHABLE))


async def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[object, ...]]]:
    try:
        version = ipaddress.ip_address(host).version
    except ValueError:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [(family, address) for family, _, _, _, address in found]
    return [(socket.AF_INET if version == 4 else socket.AF_INET6, (host, port))]


async def _connect_to_any(
    addresses: list[tuple[socket.AddressFamily, tuple[object, ...]]], limits: Limits
) -> Connection:
    failure = OSError(errno.EHOSTUNREACH, "the name has no address")
    for family, address in addresses:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(sock, address)
            return (await loop.create_connection(lambda: Connection(limits), sock=sock))[1]
        except OSError as error:
            failure = error
            sock.close()
        except BaseException:
            sock.close()
            raise
    raise failure
