"""A device on loopback that does exactly what a test wants, however rude, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

_CALL = re.compile(rb"Body><(?:[\w-]+:)?(\w+)")
_SOAP = "http://www.w3.org/2003/05/soap-envelope"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `call` is the name of what stands in its SOAP body."""

    call: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def has_token(self) -> bool:
        return b"UsernameToken" in self.body

    @property
    def digest(self) -> str:
        return self.headers.get("authorization", "")

    @property
    def has_login(self) -> bool:
        return self.has_token or bool(self.digest)


Answer = Callable[[Asked], bytes | Awaitable[bytes]]
"""The bytes that go over the wire; empty: the connection ends without a word."""


class Scripted:
    """`asked` is everything that came, in its order; `connections` counts them, `most_open` those at the same time."""

    def __init__(self, answer: Answer) -> None:
        self.address = ""
        self.asked: list[Asked] = []
        self.connections = 0
        self._open_now = 0
        self.most_open = 0
        self._answer = answer
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def calls(self) -> list[str]:
        return [each.call for each in self.asked]

    @property
    def logins(self) -> list[Asked]:
        """The requests that proved, or tried to prove, a login."""
        return [each for each in self.asked if each.has_login]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        self._open_now += 1
        self.most_open = max(self.most_open, self._open_now)
        try:
            while asked := await _request(reader):
                self.asked.append(asked)
                answer = self._answer(asked)
                data = answer if isinstance(answer, bytes) else await answer
                writer.write(data)
                if not data or b"Connection: close" in data[:2000]:
                    break
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            pass
        finally:
            self._open_now -= 1
            self._tasks.discard(task)
            writer.close()

    async def end(self) -> None:
        """End every connection."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def scripted(answer: Answer, tls: ssl.SSLContext | None = None, port: int = 0) -> AsyncIterator[Scripted]:
    """The device, for as long as the context lasts."""
    device = Scripted(answer)
    server = await asyncio.start_server(device.serve, "127.0.0.1", port, ssl=tls)
    bound = server.sockets[0].getsockname()[1]
    device.address = f"http{'s' if tls else ''}://127.0.0.1:{bound}/onvif/device_service"
    try:
        yield device
    finally:
        server.close()
        await device.end()
        await asyncio.sleep(0)


async def _request(reader: asyncio.StreamReader) -> Asked | None:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    call = _CALL.search(body)
    return Asked(call[1].decode() if call else "", first.split()[1], headers, body)


def http(body: str | bytes, status: int = 200, *headers: str) -> bytes:
    """An HTTP reply."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(data)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def soap(body: str, status: int = 200, *headers: str) -> bytes:
    """A SOAP reply."""
    return http(f'<s:Envelope xmlns:s="{_SOAP}"><s:Body>{body}</s:Body></s:Envelope>', status, *headers)


def fault(subcode: str, reason: str = "", status: int = 400, *headers: str) -> bytes:
    """A SOAP fault."""
    return soap(
        f"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{subcode}</s:Value></s:Subcode></s:Code>"
        f"<s:Reason><s:Text>{reason}</s:Text></s:Reason></s:Fault>",
        status,
        *headers,
    )


def clock(text: str = "2026-11-23T02:44:12", *headers: str) -> bytes:
    """The answer to GetSystemDateAndTime; any rubbish may stand for the date."""
    date, _, time = text.partition("T")
    year, month, day = date.split("-")
    hour, minute, second = time.split(":")
    return soap(
        "<GetSystemDateAndTimeResponse><SystemDateAndTime><UTCDateTime>"
        f"<Time><Hour>{hour}</Hour><Minute>{minute}</Minute><Second>{second}</Second></Time>"
        f"<Date><Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></Date>"
        "</UTCDateTime></SystemDateAndTime></GetSystemDateAndTimeResponse>",
        200,
        *headers,
    )
