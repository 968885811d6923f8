"""Calls another system's address by HTTP POST (RFC 9110). Blocks; for a thread that may wait."""

from __future__ import annotations

import http.client
import ssl
from contextlib import closing
from urllib.parse import urlsplit

from wall.intake.link_words import told_of_link
from wall.model.alarms.push import Answer, SendError
from wall.model.alarms.ways_out import HookSettings

_MOST_ANSWER = 65_536
_REFUSALS = frozenset({401, 403, 407})


class Caller:
    """One address and its token. `patience_s` is for each step of a call."""

    def __init__(self, settings: HookSettings, token: str, patience_s: float = 10.0) -> None:
        self._settings = settings
        self._token = token
        self._patience_s = patience_s

    def send(self, body: bytes) -> str:
        """The other system has taken it: its answer's first line. SendError where it has not.

        Another address that it sends us to is not called: the token is not for everybody.
        """
        try:
            with closing(self._connection()) as connection:
                connection.request("POST", _path_of(self._settings.url), body, self._fields())
                answer = connection.getresponse()
                answer.read(_MOST_ANSWER)
        except ssl.SSLCertVerificationError as error:
            raise SendError(Answer.UNTRUSTED, error.verify_message) from None
        except (OSError, http.client.HTTPException) as error:
            raise SendError(Answer.UNREACHABLE, told_of_link(error)) from None
        except ValueError:
            # Its words would quote the token.
            raise SendError(Answer.SETTINGS, "a token has ASCII letters, digits and signs only") from None
        told = f"{answer.status} {answer.reason}".strip()[:200]
        if 200 <= answer.status < 300:
            return told
        raise SendError(Answer.REFUSED if answer.status in _REFUSALS else Answer.REJECTED, told)

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self._settings.url)
        host = parts.hostname or ""
        if parts.scheme == "http":
            return http.client.HTTPConnection(host, parts.port, timeout=self._patience_s)
        try:
            context = ssl.create_default_context(cafile=self._settings.ca_file or None)
        except OSError as error:
            raise SendError(Answer.SETTINGS, f"the file of certificates: {error.strerror or error}") from None
        return http.client.HTTPSConnection(host, parts.port, timeout=self._patience_s, context=context)

    def _fields(self) -> dict[str, str]:
        fields = {"Content-Type": "application/json", "User-Agent": "CityWall", "Connection": "close"}
        return fields | ({"Authorization": f"Bearer {self._token}"} if self._token else {})


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
