"""A small HTTP server on the io loop, by which other systems raise alarms.

`POST /alarms` (or `/alarms/NAME`, by which rules can tell senders apart) with `Authorization: Bearer TOKEN` and JSON as
`plain` describes it. 202: it is on the disk. 503: it is not yet; send it again, with the same "id".
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import math
import secrets
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from wall.intake.allowance import Allowance
from wall.intake.request import MOST_BODY_BYTES, MOST_HEAD_BYTES, Head, Refused, read_head
from wall.model.alarms.told import Standing
from wall.model.alarms.ways_in import WebhookSettings

PATH = "/alarms"
_LINGER_S = 1.0

Hear = Callable[[str, bytes], "Future[None]"]
"""A path and a body; done once it is on the disk. ValueError, in plain words, where nobody can understand it."""


@dataclass(frozen=True, slots=True)
class WebhookLimits:
    """Of each caller, and of all."""

    calls_per_s: float = 100.0
    calls_at_once: float = 300.0
    wrong_per_s: float = 0.1
    """Tokens that are none."""
    wrong_at_once: float = 10.0
    connections: int = 64
    patience_s: float = 10.0
    """For a whole request, and for the disk."""
    idle_s: float = 60.0


def new_token() -> str:
    """To be shown once: only its hash is kept."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """A token of 256 random bits needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


class Webhook:
    """On the io loop. `clock` is monotonic seconds."""

    def __init__(
        self,
        settings: WebhookSettings,
        hear: Hear,
        tell: Callable[[Standing, str], None],
        clock: Callable[[], float],
        limits: WebhookLimits | None = None,
    ) -> None:
        self._settings = settings
        self._hear = hear
        self._tell = tell
        self._limits = limits or WebhookLimits()
        self._calls = Allowance(self._limits.calls_per_s, self._limits.calls_at_once, clock)
        self._wrong = Allowance(self._limits.wrong_per_s, self._limits.wrong_at_once, clock)
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self.port = settings.port
        """The one it really listens on, where any was wanted (0)."""

    async def start(self) -> None:
        """Listen; where that cannot be, it is told, and nothing else happens."""
        host, port = self._settings.host, self._settings.port
        try:
            self._server = await asyncio.start_server(self._talk, host, port, limit=MOST_HEAD_BYTES)
        except OSError as error:
            self._tell(Standing.TAKEN, f"{host}:{port}: {error.strerror}")
            return
        self.port = self._server.sockets[0].getsockname()[1]
        self._tell(Standing.FINE, f"{host}:{self.port}")

    async def stop(self) -> None:
        """Ends with every connection closed."""
        if self._server is not None:
            self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """With one caller, for as long as it says something."""
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            if len(self._talks) > self._limits.connections:
                await _answer(writer, Refused(503, "too many connections", 1.0, ends=True), self._limits.patience_s)
            else:
                while await self._serve(reader, writer):
                    pass
            await _linger(reader, writer)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass  # It went away, or said nothing any more.
        except asyncio.CancelledError:
            pass  # We stop: nobody waits for how it ended, and Python 3.11 writes a traceback of it.
        finally:
            self._talks.discard(task)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request. False where it was the last."""
        try:
            async with asyncio.timeout(self._limits.idle_s):
                head = await read_head(reader)
            if head is None:
                return False
            length = self._admit(head, _caller(writer))
            if head.fields.get("expect", "").lower() == "100-continue":
                writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            async with asyncio.timeout(self._limits.patience_s):
                body = await reader.readexactly(length)
            await self._take(head, body)
        except Refused as refused:
            await _answer(writer, refused, self._limits.patience_s)
            return not refused.ends
        await _answer(writer, None, self._limits.patience_s)
        return not head.is_last

    def _admit(self, head: Head, caller: str) -> int:
        """The length of the body that may come now. Nothing of it is read from who has no token."""
        if wait_s := max(self._wrong.wait_s(caller), self._calls.wait_s(caller)):
            raise Refused(429, "too many calls: slow down", wait_s, ends=True)
        self._calls.spend(caller)
        # Both are hashes: how long the comparison takes tells nothing of the token.
        if not hmac.compare_digest(hash_of(head.token), self._settings.token_sha256):
            self._wrong.spend(caller)
            raise Refused(401, "the token is missing or wrong: Authorization: Bearer TOKEN", ends=True)
        if head.path != PATH and not head.path.startswith(f"{PATH}/"):
            raise Refused(404, f"there is only {PATH}, and {PATH}/NAME", ends=True)
        if head.method != "POST":
            raise Refused(405, "alarms are raised with POST", ends=True)
        return head.length

    async def _take(self, head: Head, body: bytes) -> None:
        try:
            kept = self._hear(head.path, body)
        except ValueError as error:
            raise Refused(400, str(error), ends=head.is_last) from error
        try:
            # What is slow is kept all the same, and known when it comes again.
            async with asyncio.timeout(self._limits.patience_s):
                await asyncio.shield(asyncio.wrap_future(kept))
        except TimeoutError as error:
            raise Refused(
                503, "it is not on the disk yet: send it again, with the same id", 5.0, head.is_last
            ) from error


async def _answer(writer: asyncio.StreamWriter, refused: Refused | None, patience_s: float) -> None:
    status = HTTPStatus(refused.status if refused else 202)
    body = json.dumps({"error": refused.why} if refused else {"taken": True}).encode() + b"\n"
    lines = [
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
    ]
    if refused is not None:
        lines += [f"Retry-After: {math.ceil(refused.wait_s)}"] if refused.wait_s else []
        lines += ["WWW-Authenticate: Bearer"] if status is HTTPStatus.UNAUTHORIZED else []
        lines += ["Allow: POST"] if status is HTTPStatus.METHOD_NOT_ALLOWED else []
        lines += ["Connection: close"] if refused.ends else []
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    async with asyncio.timeout(patience_s):
        await writer.drain()


async def _linger(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Whoever is still sending would lose the answer with a connection that is cut (RFC 9112, section 9.6)."""
    writer.write_eof()
    most = MOST_BODY_BYTES
    with suppress(TimeoutError):
        async with asyncio.timeout(_LINGER_S):
            while most > 0 and (data := await reader.read(65_536)):
                most -= len(data)


def _caller(writer: asyncio.StreamWriter) -> str:
    peer = writer.get_extra_info("peername")
    return str(peer[0]) if isinstance(peer, tuple) else ""
