"""HTTP/1.1 over TCP or TLS to one device: one connection kept alive, limits of time and size, a pinned certificate.

Why not httpx: a request through it costs 1 ms of CPU, and a survey of the fleet asks 10,000 times in 25 s on two
cores. This one costs about 0.15 ms (see `wall.onvif`).
"""

from __future__ import annotations

import asyncio
import hashlib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from wall.model.device import Trouble
from wall.onvif.budget import ConnectionBudget, Slot
from wall.onvif.faults import DeviceFault, Unanswered
from wall.onvif.http_message import HttpReply, ReplyLimits, ReplyReader

_PORTS = {"http": 80, "https": 443}
_LATE_S, _MOMENT_S = 0.2, 1.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a device listens."""

    is_secure: bool
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long to wait, in seconds."""

    connect_s: float = 3.0
    call_s: float = 5.0
    """Beyond what the device was told to wait itself."""
    undelivered_s: float | None = None
    """After this time without a sign of the device's having got what was sent, the connection ends and that is
    forgotten (TCP_USER_TIMEOUT, RFC 5482): what a cut line holds back must not come out when it is whole again.
    """
    gone_s: int | None = None
    """After so long the system notices that the other side has gone without a word, for a connection on which one waits
    for long; None: that is not asked for.
    """


@dataclass(frozen=True, slots=True)
class Request:
    """One POST or GET. `headers` are lines that each end with CR LF; they may prove a login and stay out of repr.

    `waits_s` is how long the device may wait before it answers; what it answers then comes but once. None: it answers
    at once, and may be asked twice.
    """

    url: str
    headers: str = field(repr=False)
    body: bytes = field(default=b"", repr=False)
    method: str = "POST"
    waits_s: float | None = None


def origin_of(url: str) -> Origin:
    """Host and port of an http(s) address; DeviceFault where it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise DeviceFault(Trouble.UNREACHABLE, "this is no address") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise DeviceFault(Trouble.UNREACHABLE, "this is no http address")
    return Origin(parts.scheme == "https", parts.hostname, port or _PORTS[parts.scheme])


def target_of(url: str) -> str:
    """What stands in the request line: path and query, in printable ASCII only."""
    parts = urlsplit(url)
    path = parts.path or "/"
    target = f"{path}?{parts.query}" if parts.query else path
    if target.isascii() and target.isprintable() and " " not in target:
        return target
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in target)


def trusting_context() -> ssl.SSLContext:
    """TLS that takes any certificate: cameras sign their own. `Wire` compares it with the one it knows.

    Old cameras have keys and signatures that OpenSSL's usual level refuses; no password goes through in the clear.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Overtaken(Exception):
    """A request was not sent: what `Wire.may_send` guards against has come before it."""


def _always() -> bool:
    return True


class Wire:
    """The way to one device. Requests go one after another. Event-loop thread only.

    `certificate_sha256` is what it was given or, on first use, what the device showed; another one later is a
    DeviceFault before a single byte is sent. `may_send` is asked in the moment in which a request goes out, also for
    the second time; where it says no, `ask` raises Overtaken.
    """

    def __init__(
        self,
        budget: ConnectionBudget,
        context: ssl.SSLContext,
        times: Times,
        limits: ReplyLimits,
        certificate_sha256: str = "",
    ) -> None:
        self.certificate_sha256 = certificate_sha256
        self.may_send: Callable[[], bool] = _always
        self._budget = budget
        self._context = context
        self._times = times
        self._limits = limits
        self._connection: _Connection | None = None
        self._origin: Origin | None = None
        self._slot: Slot | None = None
        self._is_closed = False

    async def ask(self, request: Request) -> HttpReply:
        """The device's reply. DeviceFault (UNREACHABLE, TIMEOUT, TOO_LARGE, …) where there is none; that is Unanswered
        where the request went out.
        """
        was_open = self._is_open(origin_of(request.url))
        try:
            return await self._ask_once(request)
        except _ClosedUnasked:
            if not was_open or request.waits_s is not None:
                raise
        # It let a connection that it had kept alive go while the request was under way: not a word was answered.
        return await self._ask_once(request)

    async def open(self, url: str) -> None:
        """Have a connection before it is needed. DeviceFault where the device takes none."""
        if not self._is_open(origin_of(url)):
            await self._open_anew(origin_of(url))

    def is_open_to(self, url: str) -> bool:
        """Is there a connection by which a request to that address would go?"""
        return self._is_open(origin_of(url))

    def close(self) -> None:
        """End the connection, and open none any more."""
        self._is_closed = True
        self.hang_up()

    def hang_up(self) -> None:
        """End the connection, if there is one."""
        if self._connection is not None:
            self._connection.abort()
            self._connection = None
        if self._slot is not None:
            self._slot.release()
            self._slot = None

    def _is_open(self, origin: Origin) -> bool:
        return self._connection is not None and self._connection.is_open and self._origin == origin

    async def _ask_once(self, request: Request) -> HttpReply:
        origin = origin_of(request.url)
        if not self._is_open(origin):
            await self._open_anew(origin)
        assert self._connection is not None
        if not self.may_send():
            raise Overtaken
        within_s, is_kept = self._times.call_s + (request.waits_s or 0.0), False
        answer = self._connection.ask(_render(request, origin), self._limits)
        try:
            await _waited(answer, within_s, self._connection)
            if not answer.done():
                raise Unanswered(Trouble.TIMEOUT, f"no whole answer within {within_s:g} s")
            reply = answer.result()
            is_kept = reply.keeps_alive
            return reply
        finally:
            answer.cancel()  # Where it has not come, nobody waits for it any more.
            if not is_kept:
                self.hang_up()

    async def _open_anew(self, origin: Origin) -> None:
        if self._is_closed:
            raise DeviceFault(Trouble.UNREACHABLE, "the program is closing")
        self.hang_up()
        slot = self._budget.slot(origin.host, origin.port)
        await slot.take()
        self._slot, self._origin = slot, origin
        try:
            self._connection = await self._connect(origin)
            self._check_certificate(self._connection)
            if self._is_closed:
                raise DeviceFault(Trouble.UNREACHABLE, "the program is closing")
        except BaseException:
            self.hang_up()
            raise

    async def _connect(self, origin: Origin) -> _Connection:
        loop = asyncio.get_running_loop()
        context = self._context if origin.is_secure else None
        try:
            async with asyncio.timeout(self._times.connect_s):
                transport, protocol = await loop.create_connection(_Connection, origin.host, origin.port, ssl=context)
        except TimeoutError:
            raise DeviceFault(Trouble.UNREACHABLE, f"no connection within {self._times.connect_s:g} s") from None
        except (OSError, UnicodeError) as error:
            raise DeviceFault(Trouble.UNREACHABLE, _words(error)) from error
        if self._times.undelivered_s is not None:
            _forget_undelivered(transport.get_extra_info("socket"), self._times.undelivered_s)
        if self._times.gone_s is not None:
            _notice_silence(transport.get_extra_info("socket"), self._times.gone_s)
        return protocol

    def _check_certificate(self, connection: _Connection) -> None:
        shown = connection.certificate_sha256()
        if self.certificate_sha256 and shown and shown != self.certificate_sha256:
            raise DeviceFault(Trouble.CERTIFICATE, f"SHA-256 {shown} instead of {self.certificate_sha256}")
        self.certificate_sha256 = self.certificate_sha256 or shown


class _ClosedUnasked(Unanswered):
    """The device ended the connection without a word of an answer."""

    def __init__(self) -> None:
        super().__init__(Trouble.UNREACHABLE, "the device ended the connection")


class _Connection(asyncio.Protocol):
    """One TCP or TLS connection, on which one request at a time is under way."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._reader: ReplyReader | None = None
        self._waiting: asyncio.Future[HttpReply] | None = None

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    @property
    def has_answer_begun(self) -> bool:
        """Has a single byte of it come?"""
        return self._reader is not None and self._reader.has_begun

    def ask(self, data: bytes, limits: ReplyLimits) -> asyncio.Future[HttpReply]:
        """Send a request; the reply will be there, or an Unanswered."""
        self._reader = ReplyReader(limits)
        self._waiting = asyncio.get_running_loop().create_future()
        if self._transport is None or self._transport.is_closing():
            self._waiting.set_exception(_ClosedUnasked())
        else:
            self._transport.write(data)
        return self._waiting

    def certificate_sha256(self) -> str:
        """Of the certificate that the device showed, "" without TLS."""
        tls = None if self._transport is None else self._transport.get_extra_info("ssl_object")
        shown = None if tls is None else tls.getpeercert(binary_form=True)
        return hashlib.sha256(shown).hexdigest() if shown else ""

    def abort(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._reader is None or self._waiting is None or self._waiting.done():
            self.abort()  # Nobody asked.
            return
        try:
            reply = self._reader.feed(data)
        except DeviceFault as fault:
            self._waiting.set_exception(Unanswered(fault.trouble, fault.detail))
            return
        if reply is not None:
            self._waiting.set_result(reply)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._reader is None or self._waiting is None or self._waiting.done():
            return
        reply = self._reader.end()
        if reply is not None:
            self._waiting.set_result(reply)
        elif self._reader.has_begun:
            self._waiting.set_exception(Unanswered(Trouble.MALFORMED, "the answer breaks off"))
        else:
            self._waiting.set_exception(_ClosedUnasked())


async def _waited(answer: asyncio.Future[HttpReply], within_s: float, connection: _Connection) -> None:
    """Until it is there, or the time is over. On a machine that is late itself, what has come by then may not have been
    read yet: it gets as much more time as it was late, and a moment where it has begun.
    """
    clock = asyncio.get_running_loop().time
    until_s = clock() + within_s
    await asyncio.wait([answer], timeout=within_s)
    late_s = clock() - until_s
    if not answer.done() and (late_s > _LATE_S or connection.has_answer_begun):
        await asyncio.wait([answer], timeout=max(late_s, _MOMENT_S))


def _render(request: Request, origin: Origin) -> bytes:
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    if origin.port != _PORTS["https" if origin.is_secure else "http"]:
        host += f":{origin.port}"
    length = f"Content-Length: {len(request.body)}\r\n" if request.method == "POST" else ""
    head = (
        f"{request.method} {target_of(request.url)} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: CityWall\r\n"
        f"Accept-Encoding: identity\r\n{length}{request.headers}\r\n"
    )
    return head.encode("utf-8", "replace") + request.body  # UTF-8 only in user names of HTTP digest (RFC 7616, 3.4.4).


def _notice_silence(sock: socket.socket, within_s: int) -> None:
    """Have the system ask now and then whether the other side is there (RFC 9293, section 3.8.4)."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", within_s // 2), ("TCP_KEEPINTVL", within_s // 4), ("TCP_KEEPCNT", 2)):
        if hasattr(socket, name):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), max(1, value))


def _forget_undelivered(connected: socket.socket, after_s: float) -> None:
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Not everywhere but on Linux.
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(after_s * 1000))


def _words(error: Exception) -> str:
    """What the operating system said, without the address in it."""
    if isinstance(error, ConnectionRefusedError):
        return "the device refuses the connection"
    if isinstance(error, ssl.SSLError):
        return f"no TLS connection: {error.reason or 'handshake failed'}"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
