"""HTTP digest authentication, the client's side (RFC 7616; RFC 2617 without qop; MD5 and SHA-256, `-sess` too)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from wall.model.stream import Credentials

_SCHEME = re.compile(r"(?:^|,)\s*(Digest|Basic|Bearer|Negotiate|NTLM)(?=\s|,|$)", re.IGNORECASE)
_PAIR = re.compile(r'([\w-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_MOST_HEADER = 4096
_ALGORITHMS: dict[str, Callable[[bytes], str]] = {
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
}
"""The best first."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a device wants to have proven. `has_qop`: with a counter and a nonce of ours (`qop="auth"`)."""

    realm: str
    nonce: str
    opaque: str | None
    algorithm: str
    """As the device wrote it; empty where it did not."""
    has_qop: bool
    is_stale: bool


def read_challenge(header: str) -> Challenge | None:
    """The best Digest challenge in a WWW-Authenticate header that can be answered; None where there is none."""
    text = header[:_MOST_HEADER]
    starts = list(_SCHEME.finditer(text))
    ends = (*(start.start() for start in starts[1:]), len(text))
    found = [
        challenge
        for start, end in zip(starts, ends, strict=False)
        if start[1].lower() == "digest" and (challenge := _read_one(text[start.end() : end]))
    ]
    order = list(_ALGORITHMS)
    return min(found, key=lambda challenge: order.index(_hash_name(challenge.algorithm)), default=None)


def _read_one(text: str) -> Challenge | None:
    given = {m[1].lower(): _unquoted(m[2]) if m[2] is not None else m[3] for m in _PAIR.finditer(text)}
    qops = {qop.strip().lower() for qop in given.get("qop", "").split(",") if qop.strip()}
    algorithm = given.get("algorithm", "")
    if _hash_name(algorithm) not in _ALGORITHMS or (qops and "auth" not in qops) or "nonce" not in given:
        return None
    is_stale = given.get("stale", "").lower() == "true"
    return Challenge(given.get("realm", ""), given["nonce"], given.get("opaque"), algorithm, bool(qops), is_stale)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _hash_name(algorithm: str) -> str:
    return algorithm.upper().removesuffix("-SESS") or "MD5"


class DigestAnswers:
    """Answers one challenge again and again: as long as the nonce holds, no request is made twice.

    `client_nonce` gives a fresh random text. `count` is how often the challenge has been answered already.
    """

    def __init__(
        self, login: Credentials, challenge: Challenge, client_nonce: Callable[[], str], count: int = 0
    ) -> None:
        self.challenge = challenge
        self.count = count
        self._login = login
        self._client_nonce = client_nonce

    def authorization(self, method: str, target: str) -> str:
        """The value of the Authorization header for one request (RFC 7616, section 3.4)."""
        self.count += 1
        challenge = self.challenge
        digest = _ALGORITHMS[_hash_name(challenge.algorithm)]
        client_nonce, count = self._client_nonce(), f"{self.count:08x}"
        secret = digest(f"{self._login.username}:{challenge.realm}:{self._login.password}".encode())
        if challenge.algorithm.upper().endswith("-SESS"):
            secret = digest(f"{secret}:{challenge.nonce}:{client_nonce}".encode())
        middle = f"{challenge.nonce}:{count}:{client_nonce}:auth" if challenge.has_qop else challenge.nonce
        asked = digest(f"{method}:{target}".encode())
        parts = [
            f"username={_quoted(self._login.username)}",
            f"realm={_quoted(challenge.realm)}",
            f"nonce={_quoted(challenge.nonce)}",
            f"uri={_quoted(target)}",
            f'response="{digest(f"{secret}:{middle}:{asked}".encode())}"',
        ]
        if challenge.algorithm:
            parts.append(f"algorithm={challenge.algorithm}")
        if challenge.opaque is not None:
            parts.append(f"opaque={_quoted(challenge.opaque)}")
        if challenge.has_qop:
            parts.append(f'qop=auth, nc={count}, cnonce="{client_nonce}"')
        elif challenge.algorithm.upper().endswith("-SESS"):
            parts.append(f'cnonce="{client_nonce}"')
        return "Digest " + ", ".join(parts)


def _quoted(text: str) -> str:
    """A quoted-string that cannot leave its header line."""
    printable = "".join(c for c in text if c.isprintable())
    return '"' + printable.replace("\\", "\\\\").replace('"', '\\"') + '"'
