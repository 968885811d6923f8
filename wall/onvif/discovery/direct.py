"""Asks one address for its clock, the one question that needs no login: does an ONVIF device live there?"""

from __future__ import annotations

import asyncio
import re
import ssl
from contextlib import suppress
from enum import Enum
from urllib.parse import urlsplit

from wall.onvif.discovery.places import SERVICE_PATH, bracketed

CONNECT_WITHIN_S = 1.5
ANSWER_WITHIN_S = 4.0
_MOST_BYTES = 64 * 1024
_MOST_PARTS = 256
_ACTION = "http://www.onvif.org/ver10/device/wsdl/GetSystemDateAndTime"
_QUESTION = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'
    b'<GetSystemDateAndTime xmlns="http://www.onvif.org/ver10/device/wsdl"/>'
    b"</s:Body></s:Envelope>"
)
_TIME = re.compile(rb"GetSystemDateAndTimeResponse[\s>/]")
_FAULT = re.compile(rb"<(?:[\w.-]+:)?Fault[\s>]")
_END = re.compile(rb"</(?:[\w.-]+:)?Envelope\s*>")
_CHUNK = re.compile(rb"\r\n[0-9a-fA-F]{1,6}\r\n")
_WANTS_DIGEST = re.compile(rb"^www-authenticate:\s*digest\b", re.IGNORECASE | re.MULTILINE)


class Outcome(Enum):
    """What became of a question."""

    FOUND = "an ONVIF device"
    OTHER = "something else"
    REFUSED = "nothing on this port, but somebody at the address"
    SILENT = "nobody at the address"


async def ask(url: str, tls: ssl.SSLContext) -> Outcome:
    """Ask the device service at `url`. Never raises for what the other side does; bounded in time and size."""
    try:
        async with asyncio.timeout(CONNECT_WITHIN_S):
            reader, writer = await _connected(url, tls)
    except (ConnectionRefusedError, ConnectionResetError, ssl.SSLError):
        return Outcome.REFUSED
    except (OSError, UnicodeError):  # TimeoutError too; UnicodeError for a name that no resolver takes
        return Outcome.SILENT
    try:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            writer.write(_request(url))
            said = await _said(reader)
    except OSError:
        return Outcome.OTHER
    finally:
        writer.transport.abort()
    return Outcome.FOUND if is_onvif(said) else Outcome.OTHER


async def _connected(url: str, tls: ssl.SSLContext) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    parts = urlsplit(url)
    is_secure = parts.scheme.lower() == "https"
    port = parts.port or (443 if is_secure else 80)
    return await asyncio.open_connection(parts.hostname, port, ssl=tls if is_secure else None, limit=_MOST_BYTES)


def _request(url: str) -> bytes:
    parts = urlsplit(url)
    host = bracketed((parts.hostname or "").partition("%")[0])
    head = (
        f"POST {parts.path or SERVICE_PATH}{f'?{parts.query}' if parts.query else ''} HTTP/1.1\r\n"
        f"Host: {host}{f':{parts.port}' if parts.port else ''}\r\n"
        f'Content-Type: application/soap+xml; charset=utf-8; action="{_ACTION}"\r\n'
        f"Content-Length: {len(_QUESTION)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode("ascii", "replace") + _QUESTION


async def _said(reader: asyncio.StreamReader) -> bytes:
    """Head and body, as far as they are needed: until the envelope ends, the connection does, or it is enough."""
    said = b""
    with suppress(ConnectionError):
        for _ in range(_MOST_PARTS):
            part = await reader.read(_MOST_BYTES)
            said += part
            if not part or len(said) >= _MOST_BYTES or _END.search(said) or _is_whole(said):
                break
    return said[:_MOST_BYTES]


def _is_whole(said: bytes) -> bool:
    """Has as much come as the head announced? A device may keep the connection although it was asked to close."""
    head, blank, body = said.partition(b"\r\n\r\n")
    length = re.search(rb"^content-length:\s*(\d{1,9})\s*$", head, re.IGNORECASE | re.MULTILINE)
    return bool(blank) and length is not None and len(body) >= int(length.group(1))


def is_onvif(said: bytes) -> bool:
    """Is this whole HTTP answer one that an ONVIF device gives?

    The time, or a SOAP fault (some demand a login even for it), but not the fault of a UPnP box; or a demand for an
    HTTP digest login, which devices make that guard everything.
    """
    head, _, body = said.partition(b"\r\n\r\n")
    body = _CHUNK.sub(b"", body)
    if _TIME.search(body):
        return True
    if _FAULT.search(body) and b"Envelope" in body:
        return b"UPnPError" not in body
    return re.match(rb"HTTP/1\.[01] 401\b", head) is not None and _WANTS_DIGEST.search(head) is not None


def any_certificate() -> ssl.SSLContext:
    """TLS as old as cameras speak it, with any certificate: nothing secret is said here. It is pinned at the login."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    return context
