"""A small tolerant SOAP client: keeps its connection, signs by the device's clock, answers HTTP digest."""

from __future__ import annotations

import asyncio
import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

from tests.simulator.soap import action, envelope, token
from wall.simulator.digest import digest_response
from wall.simulator.parts import DEMO_ACCOUNT

_PAIR = re.compile(r'(\w+)="([^"]*)"')
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Caller:
    """One device's client, which looks at no certificate. `calls` counts the requests sent."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        assert parts.hostname and parts.port
        self._host, self._port = parts.hostname, parts.port
        self._ssl = _any_certificate() if parts.scheme == "https" else None
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._skew = timedelta()
        self._challenge: dict[str, str] = {}
        self.calls = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._hang_up()

    async def ask(self, path: str, name: str, namespace: str, inner: str = "") -> Answer:
        """Call with a login that the device takes; asks again where HTTP digest is wanted."""
        body = action(name, namespace, inner)
        answer = await self._post(path, body)
        if answer.status == 401 and "www-authenticate" in answer.headers:
            self._challenge = dict(_PAIR.findall(answer.headers["www-authenticate"]))
            answer = await self._post(path, body)
        return answer

    async def _post(self, path: str, body: str) -> Answer:
        content = envelope(body, token(at=datetime.now(UTC) + self._skew))
        head = f"POST {path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Length: {len(content)}\r\n"
        if self._challenge:
            head += f"Authorization: {self._proof(path)}\r\n"
        async with asyncio.timeout(_PATIENCE_S):
            answer = await self._exchange(f"{head}\r\n".encode() + content)
        self.calls += 1
        if "date" in answer.headers:
            self._skew = parsedate_to_datetime(answer.headers["date"]) - datetime.now(UTC)
        return answer

    def _proof(self, path: str) -> str:
        given = {"username": DEMO_ACCOUNT.user, "uri": path, "nc": "00000001", "cnonce": "00"} | self._challenge
        given["response"] = digest_response("POST", given, DEMO_ACCOUNT)
        return "Digest " + ", ".join(f'{key}="{value}"' for key, value in given.items())

    async def _exchange(self, sent: bytes) -> Answer:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port, ssl=self._ssl)
        reader, writer = self._streams
        writer.write(sent)
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        body = await _body(reader, headers)
        if headers.get("connection", "close") == "close":
            self._hang_up()
        return Answer(int(lines[0].split()[1]), headers, body)

    def _hang_up(self) -> None:
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None


def _any_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") == "chunked":
        parts = []
        while size := int(await reader.readuntil(b"\r\n"), 16):
            parts.append((await reader.readexactly(size + 2))[:-2])
        await reader.readexactly(2)
        return b"".join(parts)
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    return await reader.read()
