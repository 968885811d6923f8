"""Logging in: Digest (RFC 2617, RFC 7616) and Basic (RFC 7617), as RTSP uses them (RFC 2326, D.1). No I/O.

A wrong password must cost exactly one wrong attempt on the camera, because many lock the account after a few.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wall.model.errors import UnauthorizedError
from wall.model.stream import Credentials

_SCHEME = re.compile(r"(?:^|,)\s*(digest|basic)(?=\s|$)", re.IGNORECASE)
_PARAMETER = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
_ALGORITHMS = {"MD5": "md5", "SHA-256": "sha256"}


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way in that the camera offers. `algorithm` is empty where it named none (that means MD5)."""

    scheme: str
    realm: str
    nonce: str = ""
    opaque: str | None = None
    algorithm: str = ""
    qop: bool = False
    stale: bool = False

    @property
    def is_usable(self) -> bool:
        """Say whether we can answer it."""
        name = (self.algorithm or "MD5").upper().removesuffix("-SESS")
        return self.scheme == "basic" or (name in _ALGORITHMS and bool(self.nonce))


def parse_challenges(values: Iterable[str]) -> list[Challenge]:
    """Read WWW-Authenticate lines; one line may hold several challenges."""
    found = []
    for value in values:
        starts = list(_SCHEME.finditer(value))
        for index, start in enumerate(starts):
            end = starts[index + 1].start() if index + 1 < len(starts) else len(value)
            found.append(_challenge(start[1].lower(), value[start.end() : end]))
    return found


def best_challenge(challenges: Iterable[Challenge]) -> Challenge | None:
    """Choose the first Digest that we can answer, else Basic, which shows the password to the network."""
    usable = [challenge for challenge in challenges if challenge.is_usable]
    return next((c for c in usable if c.scheme == "digest"), next(iter(usable), None))


class Login:
    """The login of one connection: answers challenges, knows when another try would be a wrong attempt."""

    def __init__(self, fresh_nonce: Callable[[], str]) -> None:
        """`fresh_nonce` gives a new client nonce each time."""
        self._credentials: Credentials | None = None
        self._fresh_nonce = fresh_nonce
        self._challenge: Challenge | None = None
        self._count = 0
        self._accepted = False

    @property
    def is_wanted(self) -> bool:
        """Has the camera asked for a login, and none is here yet?"""
        return self._challenge is not None and self._credentials is None

    def give(self, credentials: Credentials) -> None:
        """This is the login, from now on."""
        self._credentials = credentials

    def header(self, method: str, uri: str) -> list[tuple[str, str]]:
        """Return the Authorization line for a request; none before the camera has asked for it."""
        if self._challenge is None or self._credentials is None:
            return []
        if self._challenge.scheme == "basic":
            login = f"{self._credentials.username}:{self._credentials.password}".encode()
            return [("Authorization", f"Basic {b64encode(login).decode('ascii')}")]
        self._count += 1
        cnonce = self._fresh_nonce()
        return [("Authorization", digest(self._challenge, self._credentials, method, uri, cnonce, self._count))]

    def accepted(self, with_login: bool) -> None:
        """Take notice of a granted request: once our login was in it, a later 401 only means a new nonce."""
        self._accepted = self._accepted or with_login

    def refused(self, challenges: list[Challenge], with_login: bool) -> None:
        """Take the challenges of a 401, so that the request may be sent once more.

        Raises UnauthorizedError when that would be a wrong attempt: the login was sent and is not merely out
        of date.
        """
        challenge = best_challenge(challenges)
        if challenge is None:
            raise UnauthorizedError("the camera asks for a login in a way that is not known here")
        former = self._challenge
        renewed = former is not None and challenge.nonce not in ("", former.nonce)
        if with_login and not (renewed and (challenge.stale or self._accepted)):
            raise UnauthorizedError("the camera refused the login")
        self._challenge, self._count, self._accepted = challenge, 0, False


def digest(challenge: Challenge, credentials: Credentials, method: str, uri: str, cnonce: str, count: int) -> str:
    """Return the value of a Digest Authorization line (RFC 7616, section 3.4)."""
    algorithm = challenge.algorithm or "MD5"
    name = _ALGORITHMS[algorithm.upper().removesuffix("-SESS")]
    secret = _hash(name, f"{credentials.username}:{challenge.realm}:{credentials.password}")
    if algorithm.upper().endswith("-SESS"):
        secret = _hash(name, f"{secret}:{challenge.nonce}:{cnonce}")
    middle = f"{challenge.nonce}:{count:08x}:{cnonce}:auth" if challenge.qop else challenge.nonce
    response = _hash(name, f"{secret}:{middle}:{_hash(name, f'{method}:{uri}')}")
    quoted = {
        "username": credentials.username,
        "realm": challenge.realm,
        "nonce": challenge.nonce,
        "uri": uri,
        "response": response,
    }
    if challenge.opaque is not None:
        quoted["opaque"] = challenge.opaque
    parts = [f'{key}="{_escape(value)}"' for key, value in quoted.items()]
    if challenge.algorithm:
        parts.append(f"algorithm={challenge.algorithm}")
    if challenge.qop or algorithm.upper().endswith("-SESS"):
        parts.append(f'cnonce="{cnonce}"')
    if challenge.qop:
        parts += ["qop=auth", f"nc={count:08x}"]
    return "Digest " + ", ".join(parts)


def _challenge(scheme: str, text: str) -> Challenge:
    values = {
        name.lower(): re.sub(r"\\(.)", r"\1", quoted) if quoted else bare
        for name, quoted, bare in _PARAMETER.findall(text)
    }
    return Challenge(
        scheme,
        values.get("realm", ""),
        values.get("nonce", ""),
        values.get("opaque"),
        values.get("algorithm", ""),
        "auth" in re.split(r"[\s,]+", values.get("qop", "").lower()),
        values.get("stale", "").lower() == "true",
    )


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _hash(name: str, text: str) -> str:
    return hashlib.new(name, text.encode("utf-8"), usedforsecurity=False).hexdigest()
