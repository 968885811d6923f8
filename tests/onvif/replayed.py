"""A real device played back on loopback: it answers what the real one answered when it was recorded.

    async with replayed(exchanges(AXIS)) as device:
        ... device.address ...

A request is known again by the namespace and name of what stands in its SOAP body, and by its profile token where it
has one. What was never recorded is answered with the fault that ONVIF has for it, `ter:ActionNotSupported`. Logins are
neither wanted nor checked: the recorded device's answers were given to somebody who had one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from lxml import etree

from tests.onvif.fixtures import Exchange

Asked = tuple[str, str]
"""Namespace and name."""

_ANSWERED = b"""HTTP/1.1 %d Played Back\r
Content-Type: application/soap+xml; charset=utf-8\r
Content-Length: %d\r
\r
%s"""
_UNKNOWN = b"""<?xml version="1.0"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
xmlns:ter="http://www.onvif.org/ver10/error"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode>
<s:Value>ter:ActionNotSupported</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">not recorded</s:Text>
</s:Reason></s:Fault></s:Body></s:Envelope>"""
_MOST_REQUEST = 1024 * 1024


class ReplayedDevice:
    """Plays the answers of one device. `asked` are the names of the calls it was asked, in their order."""

    def __init__(self, recorded: Iterable[Exchange]) -> None:
        self.asked: list[str] = []
        self.address = ""
        self._answers: dict[tuple[Asked, str], tuple[int, bytes]] = {}
        self._connections: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}
        for exchange in recorded:
            self._answers.setdefault(_key(exchange.request), (exchange.status, exchange.reply))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers one connection until the other side closes it."""
        self._connections[writer] = asyncio.current_task()
        try:
            while request := await _request(reader):
                writer.write(_ANSWERED % self._answer(request))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            del self._connections[writer]
            writer.close()

    async def hang_up(self) -> None:
        """Closes every connection that is still open, and waits until they are."""
        for writer in self._connections:
            writer.close()
        await asyncio.gather(*(task for task in self._connections.values() if task), return_exceptions=True)

    def _answer(self, request: bytes) -> tuple[int, int, bytes]:
        asked, profile = _key(request)
        self.asked.append(asked[1])
        status, reply = self._answers.get((asked, profile), (400, _UNKNOWN))
        return status, len(reply), reply


@asynccontextmanager
async def replayed(recorded: Iterable[Exchange]) -> AsyncIterator[ReplayedDevice]:
    """The device, listening on loopback for as long as this lasts."""
    device = ReplayedDevice(recorded)
    server = await asyncio.start_server(device.serve, "127.0.0.1", 0, limit=_MOST_REQUEST)
    try:
        device.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/onvif/device_service"
        yield device
    finally:
        server.close()
        await device.hang_up()
        await server.wait_closed()


def _key(request: bytes) -> tuple[Asked, str]:
    """What is asked, and for which profile."""
    body = etree.fromstring(request).find("{*}Body")
    call = body[0]
    name = etree.QName(call)
    token = call.findtext("{*}ProfileToken") or ""
    return (name.namespace or "", name.localname), token


async def _request(reader: asyncio.StreamReader) -> bytes:
    """The body of the next request; nothing when there is none any more."""
    head = await _head(reader)
    if not head:
        return b""
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n")[1:])
    lengths = [int(value) for name, _, value in lines if name == b"content-length"]
    return await reader.readexactly(lengths[0])


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
