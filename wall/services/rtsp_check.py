"""Does a plain RTSP source live? One OPTIONS without a login: whatever RTSP answers, answers (RFC 2326, section 10.1).

It opens no session and shows no password: "401 Unauthorized" is a sign of life like any other.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

from wall.model.errors import MalformedReplyError, UnreachableError

_PORT = 554
_MOST_BYTES = 512


async def check_rtsp(url: str) -> None:
    """Ask it. UnreachableError where nothing answers, MalformedReplyError where it is no RTSP. Callers limit it."""
    parts = urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port or _PORT)
    except OSError as error:
        raise UnreachableError(f"{parts.hostname}: {error.strerror or error}") from error
    try:
        writer.write(f"OPTIONS {url} RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: CityWall\r\n\r\n".encode())
        answer = await reader.read(_MOST_BYTES)
    except OSError as error:
        raise UnreachableError(f"{parts.hostname}: {error.strerror or error}") from error
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    if not answer:
        raise UnreachableError(f"{parts.hostname} closes the connection")
    if not answer.startswith(b"RTSP/"):
        raise MalformedReplyError(f"{parts.hostname} does not speak RTSP")
