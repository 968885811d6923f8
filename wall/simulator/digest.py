"""HTTP digest authentication, as RTSP and HTTP share it (RFC 2617, RFC 7616; MD5; qop or none).

The guard keeps no table of nonces: a nonce is its own time of birth, signed. It tells a stale nonce (right
password, old nonce: the client may try again by itself) from a wrong password. MD5 is what cameras speak.
The signed uri is not compared with that of the request: clients disagree about it, cameras let it pass.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

_PAIR = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')


class Verdict(Enum):
    """What a request's Authorization header proves."""

    OK = "ok"
    MISSING = "missing"
    STALE = "stale"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Account:
    """A user of a device. The password stays out of repr and therefore out of logs."""

    user: str
    password: str = field(repr=False)


class DigestGuard:
    """Issues challenges and checks answers for one realm. Any thread. `clock` gives monotonic seconds."""

    def __init__(
        self,
        realm: str,
        secret: bytes,
        clock: Callable[[], float],
        *,
        lifetime_s: float = 600.0,
        qop: bool = False,
    ) -> None:
        self._realm = realm
        self._secret = secret
        self._clock = clock
        self._lifetime_s = lifetime_s
        self._qop = qop

    def challenge(self, verdict: Verdict = Verdict.MISSING) -> str:
        """The value of a WWW-Authenticate header."""
        parts = [f'Digest realm="{self._realm}"', f'nonce="{self._nonce()}"', "algorithm=MD5"]
        if self._qop:
            parts.append('qop="auth"')
        if verdict is Verdict.STALE:
            parts.append("stale=true")
        return ", ".join(parts)

    def check(self, method: str, header: str | None, account: Account) -> Verdict:
        """Whether a request's Authorization header was made for `method` with that account's password."""
        if header is None or not header.lower().startswith("digest "):
            return Verdict.MISSING
        given = {m[1].lower(): m[2] if m[2] is not None else m[3] for m in _PAIR.finditer(header)}
        if given.get("username") != account.user or given.get("realm") != self._realm:
            return Verdict.WRONG
        expected = digest_response(method, given, account)
        if not hmac.compare_digest(expected.encode(), given.get("response", "").lower().encode()):
            return Verdict.WRONG
        return Verdict.OK if self._is_fresh(given.get("nonce", "")) else Verdict.STALE

    def _nonce(self) -> str:
        born = f"{int(self._clock() * 1000):x}"
        return f"{born}.{self._signature(born)}"

    def _signature(self, born: str) -> str:
        return hmac.new(self._secret, born.encode(), hashlib.sha256).hexdigest()[:32]

    def _is_fresh(self, nonce: str) -> bool:
        born, _, signature = nonce.partition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(born).encode()):
            return False
        return self._clock() - int(born, 16) / 1000 <= self._lifetime_s


def digest_response(method: str, given: dict[str, str], account: Account) -> str:
    """The `response` field for the other fields of an Authorization header (RFC 7616, section 3.4.1)."""
    secret = _md5(f"{account.user}:{given.get('realm', '')}:{account.password}")
    request = _md5(f"{method}:{given.get('uri', '')}")
    middle = given.get("nonce", "")
    if "qop" in given:
        middle = f"{middle}:{given.get('nc', '')}:{given.get('cnonce', '')}:{given['qop']}"
    return _md5(f"{secret}:{middle}:{request}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
