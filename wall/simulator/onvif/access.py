"""Who is calling: WS-UsernameToken digest or HTTP digest, as ONVIF Core (sections 5.9.2 to 5.9.4) has it.

Some actions need no login: a client must learn the camera's clock before it can sign anything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from wall.simulator.digest import Account, DigestGuard, Verdict
from wall.simulator.onvif.namespaces import DIGEST_TYPE
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import SoapFault
from wall.simulator.onvif.times import parse_moment_s

TOKEN_WINDOW_S = 5.0
"""How far from the camera's own clock a token may have been made; strict cameras want no more."""

OPEN_ACTIONS = frozenset(
    {
        "GetSystemDateAndTime",
        "GetServices",
        "GetServiceCapabilities",
        "GetCapabilities",
        "GetHostname",
        "GetWsdlUrl",
        "GetEndpointReference",
    }
)
"""The access class PRE_AUTH."""


class LoginRequired(Exception):
    """No login was sent, or a stale or wrong HTTP digest: HTTP 401 with this challenge."""

    def __init__(self, challenge: str) -> None:
        super().__init__("login required")
        self.challenge = challenge


def not_authorized() -> SoapFault:
    """The one fault for every refused login: which part was wrong is nobody's business."""
    return SoapFault("Sender", ("ter:NotAuthorized",), "Sender not authorized")


def check_http(guard: DigestGuard, method: str, header: str | None, account: Account) -> None:
    """LoginRequired unless the Authorization header proves the account."""
    verdict = guard.check(method, header, account)
    if verdict is not Verdict.OK:
        raise LoginRequired(guard.challenge(verdict))


def username_token(header: Element | None) -> Element | None:
    """The WS-UsernameToken in a SOAP header, if it has one."""
    return None if header is None else header.child("Security", "UsernameToken")


def check_token(token: Element, account: Account, now_s: float) -> None:
    """SoapFault unless the token is the account's and made within 5 s of the camera's clock `now_s`."""
    password, created, nonce = token.child("Password"), token.say("Created"), token.say("Nonce")
    if password is None or created is None or nonce is None or password.attributes.get("Type") != DIGEST_TYPE:
        raise not_authorized()
    made_s = parse_moment_s(created)
    expected = token_digest(nonce, created, account.password)
    if made_s is None or expected is None or token.say("Username") != account.user:
        raise not_authorized()
    proven = hmac.compare_digest(expected.encode(), password.text.strip().encode())
    if not proven or abs(made_s - now_s) > TOKEN_WINDOW_S:
        raise not_authorized()


def token_digest(nonce: str, created: str, password: str) -> str | None:
    """Base64(SHA1(nonce + created + password)); None for a nonce that is no base64."""
    try:
        raw = base64.b64decode(nonce, validate=True)
    except (binascii.Error, ValueError):
        return None
    digest = hashlib.sha1(raw + created.encode() + password.encode(), usedforsecurity=False).digest()
    return base64.b64encode(digest).decode()
