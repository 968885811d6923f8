"""Single pictures over HTTP (ONVIF Media, section 5.15: GetSnapshotUri tells where).

The first question goes without a login, each time: a nonce that is kept could be one that the device has forgotten, and
its refusal could not be told from that of a password. A refused login is never sent again.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.budget import ConnectionBudget
from wall.onvif.exchange import next_place
from wall.onvif.faults import DeviceFault, date_of, fault_of_status
from wall.onvif.http_digest import Challenge, DigestAnswers, read_challenge
from wall.onvif.http_message import HttpReply, ReplyLimits
from wall.onvif.line import LoginDesk
from wall.onvif.transport import Request, Times, Wire, origin_of, target_of, trusting_context

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOGIN_WANTED, _FORBIDDEN = 401, 403
_JPEG_BEGINS = b"\xff\xd8"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`age_s` is how old the picture was when it came, by the device's own clock; None where it does not tell."""

    jpeg: bytes = field(repr=False)
    age_s: float | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one picture may use up: a few megabytes are more than any camera's, and would be too much every few
    seconds.
    """

    times: Times = field(default_factory=lambda: Times(connect_s=2.0, call_s=4.0))
    reply: ReplyLimits = field(default_factory=lambda: ReplyLimits(head=16 * 1024, body=2 * 1024 * 1024))


class SnapshotReader:
    """Event-loop thread only. `budget` is what all that asks devices over HTTP shares."""

    def __init__(
        self, budget: ConnectionBudget, random_bytes: Callable[[int], bytes], limits: Limits | None = None
    ) -> None:
        self._budget = budget
        self._random_bytes = random_bytes
        self._limits = limits or Limits()
        self._context = trusting_context()
        self._wires: set[Wire] = set()

    async def read(self, url: str, desk: LoginDesk, certificate_sha256: str = "") -> Snapshot:
        """The picture at an address. DeviceFault where there is none; `desk` is told of a login that was sent.

        UNSUPPORTED: this device will not give one by this way. A device that wants the password in the clear (HTTP
        Basic) gets it over TLS only.
        """
        limits = self._limits
        wire = Wire(self._budget, self._context, limits.times, limits.reply, certificate_sha256)
        self._wires.add(wire)
        try:
            return _picture(await _Asking(wire, desk, self._random_bytes).reply(url))
        finally:
            self._wires.discard(wire)
            wire.close()

    def close(self) -> None:
        """End every connection."""
        for wire in tuple(self._wires):
            wire.close()


class _Asking:
    """One picture's questions."""

    def __init__(self, wire: Wire, desk: LoginDesk, random_bytes: Callable[[int], bytes]) -> None:
        self._wire = wire
        self._desk = desk
        self._random_bytes = random_bytes

    async def reply(self, url: str) -> HttpReply:
        """What the device answers in the end."""
        reply = await self._get(url)
        if reply.status in _REDIRECTS:
            url = next_place(url, reply.headers.get("location", ""))
            reply = await self._get(url)
        return await self._log_in(url, reply) if reply.status == _LOGIN_WANTED else reply

    async def _log_in(self, url: str, refusal: HttpReply) -> HttpReply:
        challenge = read_challenge(refusal.headers.get("www-authenticate", ""))
        if challenge is None and not origin_of(url).is_secure:
            raise DeviceFault(Trouble.UNSUPPORTED, "it wants the password in the clear")
        login = await self._desk.request()
        if login is None:
            raise DeviceFault(Trouble.LOGIN_NEEDED)
        proof = _in_the_clear(login) if challenge is None else self._digest(login, challenge, url)
        try:
            reply = await self._get(url, f"Authorization: {proof}\r\n")
        except DeviceFault as fault:
            self._desk.told(Login.UNTRIED, fault.trouble)
            raise
        self._tell(reply)
        return reply

    def _tell(self, reply: HttpReply) -> None:
        """What became of the login. A nonce that is said to be stale proves nothing of the password."""
        if reply.status == _LOGIN_WANTED:
            again = read_challenge(reply.headers.get("www-authenticate", ""))
            if again is not None and again.is_stale:
                self._desk.told(Login.UNTRIED, Trouble.TIMEOUT)
                raise DeviceFault(Trouble.SESSIONS_FULL, "its nonces are stale at once")
        if reply.status in (_LOGIN_WANTED, _FORBIDDEN):
            self._desk.told(Login.REFUSED, Trouble.LOGIN)
        elif reply.status < 300:
            self._desk.told(Login.PROVEN)
        else:
            self._desk.told(Login.UNTRIED, fault_of_status(reply.status).trouble)

    def _digest(self, login: Credentials, challenge: Challenge, url: str) -> str:
        answers = DigestAnswers(login, challenge, lambda: self._random_bytes(8).hex())
        return answers.authorization("GET", target_of(url))

    async def _get(self, url: str, headers: str = "") -> HttpReply:
        return await self._wire.ask(Request(url, headers, method="GET"))


def _in_the_clear(login: Credentials) -> str:
    """RFC 7617."""
    return "Basic " + base64.b64encode(f"{login.username}:{login.password}".encode()).decode()


def _picture(reply: HttpReply) -> Snapshot:
    if reply.status != 200:
        raise fault_of_status(reply.status)
    if not reply.body.startswith(_JPEG_BEGINS):
        kind = reply.headers.get("content-type", "")
        raise DeviceFault(Trouble.MALFORMED, f"no JPEG but {kind[:40] or 'something else'}")
    return Snapshot(reply.body, _age_s(reply.headers))


def _age_s(headers: Mapping[str, str]) -> float | None:
    """Both times are the device's own, so that it does not matter how wrong its clock is."""
    now, made = date_of(headers), date_of(headers, "last-modified")
    return max(0.0, (now - made).total_seconds()) if now and made else None
