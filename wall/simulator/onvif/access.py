"""Who is calling: WS-UsernameToken digest or HTTP digest, as ONVIF Core (sections 5.9.2 to 5.9.4) has it.

Some actions need no login: a client must learn the camera's clock before it can sign anything. Makes differ in what
they take and how they refuse (`habits.logins`).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from wall.simulator.digest import Account, DigestGuard, Verdict
from wall.simulator.faults import Fault
from wall.simulator.http import Request
from wall.simulator.onvif.habits.logins import Proof
from wall.simulator.onvif.namespaces import DIGEST_TYPE
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import Envelope, SoapFault
from wall.simulator.onvif.times import parse_moment_s
from wall.simulator.onvif.unit import Unit


class LoginRequired(Exception):
    """No login was sent, or a stale or wrong HTTP digest: HTTP 401 with this challenge."""

    def __init__(self, challenge: str) -> None:
        super().__init__("login required")
        self.challenge = challenge


class TokenRefused(Exception):
    """The token proves nothing, or none came where nothing else is taken. What was wrong with it is not told."""


def check_access(unit: Unit, guard: DigestGuard, request: Request, envelope: Envelope) -> None:
    """Return where the call may be made; raises SoapFault, LoginRequired or TokenRefused where not."""
    logins = unit.habits.logins
    if not logins.wants(envelope.action.name):
        return
    if unit.has(Fault.SESSIONS_FULL):
        raise SoapFault("Receiver", ("ter:Action", "ter:BlockedThreadUpperLimit"), "too many sessions", 503)
    token = None if logins.takes is Proof.DIGEST else username_token(envelope.header)
    if token is None and logins.takes is Proof.TOKEN:
        raise TokenRefused
    if token is None:
        check_http(unit, guard, request)
        return
    account = unit.parts.accounts.of(unit.device)
    verdict = check_token(token, account, unit.now_s(), logins.window_s)
    if verdict is not Verdict.OK:
        refused = unit.parts.refused
        (refused.clock if verdict is Verdict.STALE else refused.http)[unit.device.number] += 1
        raise TokenRefused


def check_http(unit: Unit, guard: DigestGuard, request: Request) -> None:
    """LoginRequired unless the Authorization header proves the device's account."""
    account = unit.parts.accounts.of(unit.device)
    verdict = guard.check(request.method, request.headers.get("authorization"), account)
    if verdict is Verdict.WRONG:
        unit.parts.refused.http[unit.device.number] += 1
    if verdict is not Verdict.OK:
        raise LoginRequired(guard.challenge(verdict))


def check_basic(unit: Unit, request: Request) -> None:
    """LoginRequired unless the Authorization header has the device's account in the clear (RFC 7617)."""
    account = unit.parts.accounts.of(unit.device)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    right = base64.b64encode(f"{account.user}:{account.password}".encode())
    if scheme.lower() == "basic" and hmac.compare_digest(given.strip().encode(), right):
        return
    if scheme:
        unit.parts.refused.http[unit.device.number] += 1
    raise LoginRequired(f'Basic realm="{unit.device.maker} {unit.device.serial[-4:]}"')


def username_token(header: Element | None) -> Element | None:
    """The WS-UsernameToken in a SOAP header, if it has one."""
    return None if header is None else header.child("Security", "UsernameToken")


def check_token(token: Element, account: Account, now_s: float, window_s: float | None) -> Verdict:
    """Whether the token is the account's; STALE where it was made too far from the camera's clock `now_s`."""
    password, created, nonce = token.child("Password"), token.say("Created"), token.say("Nonce")
    if password is None or created is None or nonce is None or password.attributes.get("Type") != DIGEST_TYPE:
        return Verdict.WRONG
    made_s = parse_moment_s(created)
    expected = token_digest(nonce, created, account.password)
    if made_s is None or expected is None or token.say("Username") != account.user:
        return Verdict.WRONG
    if not hmac.compare_digest(expected.encode(), password.text.strip().encode()):
        return Verdict.WRONG
    return Verdict.OK if window_s is None or abs(made_s - now_s) <= window_s else Verdict.STALE


def token_digest(nonce: str, created: str, password: str) -> str | None:
    """Base64(SHA1(nonce + created + password)); None for a nonce that is no base64."""
    try:
        raw = base64.b64decode(nonce, validate=True)
    except (binascii.Error, ValueError):
        return None
    digest = hashlib.sha1(raw + created.encode() + password.encode(), usedforsecurity=False).digest()
    return base64.b64encode(digest).decode()
