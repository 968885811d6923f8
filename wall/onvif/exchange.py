"""One question and its answer: the envelope, the way there, a redirect, a device that is busy, the engineer's copy."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from wall.model.device import RawReply, Trouble
from wall.onvif.contract import Message
from wall.onvif.envelope import envelope, shown, soap_headers
from wall.onvif.faults import DeviceFault, Unanswered, date_of, read_body
from wall.onvif.http_digest import Challenge, read_challenge
from wall.onvif.http_message import HttpReply
from wall.onvif.transport import Request, Wire, origin_of
from wall.onvif.xml import Element

_LAST_TAG = re.compile(rb"</[\w.:-]*(?:Envelope|Body|Response|Fault)\s*>\s*$")
_TAIL = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a login in one request: a SOAP security header, or HTTP header lines. Never shown."""

    security: str = ""
    headers: str = ""

    def __repr__(self) -> str:
        return "Proof(…)"


Sign = Callable[[str], Proof]
"""Gives a fresh proof for a request to an address."""


def no_proof(url: str) -> Proof:
    """For a question that is asked without a login."""
    return Proof()


@dataclass(frozen=True, slots=True)
class Habits:
    """What an exchange needs of the world. `clock` is Unix time; `random_bytes` makes nonces."""

    clock: Callable[[], float]
    random_bytes: Callable[[int], bytes]
    retry_after_s: tuple[float, ...] = ()
    """The waits where all sessions of the device are taken: each once, then it is told."""


class Exchange:
    """Asks one device, one question at a time. Event-loop thread only.

    `calls` counts requests; `status` is that of the last reply, 0 where none came.
    """

    def __init__(self, wire: Wire, habits: Habits, on_reply: Callable[[RawReply], None] | None = None) -> None:
        self.calls = 0
        self.status = 0
        self._wire = wire
        self._habits = habits
        self._on_reply = on_reply
        self._waits_s = iter(habits.retry_after_s)
        self._moved: dict[str, str] = {}
        self._headers: Mapping[str, str] = {}

    @property
    def challenge(self) -> Challenge | None:
        """How the last reply wants HTTP digest."""
        return read_challenge(self._headers.get("www-authenticate", ""))

    @property
    def device_time(self) -> datetime | None:
        """The last reply's Date header."""
        return date_of(self._headers)

    def moved(self, url: str) -> str:
        """Where questions for that address go since the device sent on to another place of its own."""
        return self._moved.get(url, url)

    async def ask(self, message: Message, url: str, sign: Sign = no_proof) -> Element:
        """What stands in the body of the answer; DeviceFault for everything else."""
        while True:
            try:
                return await self._ask_once(message, url, sign)
            except DeviceFault as fault:
                wait_s = next(self._waits_s, None) if fault.trouble is Trouble.SESSIONS_FULL else None
                if wait_s is None:
                    raise
            self._wire.hang_up()  # Perhaps it is our own connection that is one too many.
            await asyncio.sleep(wait_s)

    async def _ask_once(self, message: Message, url: str, sign: Sign) -> Element:
        target = self.moved(url)
        reply = await self._send(message, target, sign)
        if reply.status in _REDIRECTS:
            target = next_place(target, reply.headers.get("location", ""))
            reply = await self._send(message, target, sign)
            self._moved[url] = target
        if message.waits_s is not None and _breaks_off(reply):
            raise Unanswered(Trouble.MALFORMED, "the answer breaks off")
        return read_body(reply.status, reply.headers, reply.body)

    async def _send(self, message: Message, url: str, sign: Sign) -> HttpReply:
        proof = sign(url)
        body = envelope(message, url, proof.security, self._habits.random_bytes)
        self.calls += 1
        self.status, self._headers = 0, {}
        began_s = time.perf_counter()
        try:
            reply = await self._wire.ask(
                Request(url, soap_headers(message) + proof.headers, body, waits_s=message.waits_s)
            )
        except DeviceFault as fault:
            self._show(message, 0, body, str(fault).encode(), began_s)
            raise
        self._show(message, reply.status, body, reply.body, began_s)
        self.status, self._headers = reply.status, reply.headers
        return reply

    def _show(self, message: Message, status: int, request: bytes, reply: bytes, began_s: float) -> None:
        if self._on_reply is not None:
            took_ms = (time.perf_counter() - began_s) * 1000
            self._on_reply(RawReply(message.operation, status, shown(request), shown(reply), took_ms))


def _breaks_off(reply: HttpReply) -> bool:
    """Did the connection end before the answer did, though nothing but that end says how long it is? What there is of
    it could be read, and the rest would be missing without a word.
    """
    return not reply.is_counted and _LAST_TAG.search(reply.body[-_TAIL:]) is None


def next_place(url: str, location: str) -> str:
    """Where the device sends on to, if that is itself; never from TLS to plain text."""
    try:
        target = urljoin(url, location)
        here, there = origin_of(url), origin_of(target)
    except (ValueError, DeviceFault):
        raise DeviceFault(Trouble.NOT_ONVIF, "the device sends on to no address") from None
    if here.host != there.host or (here.is_secure and not there.is_secure):
        raise DeviceFault(Trouble.FOREIGN_HOST, "the device sends on to another host, which is not followed")
    return target
