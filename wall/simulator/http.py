"""HTTP/1.1 messages as the simulator's small servers need them (RFC 9112): reading requests, writing answers.

No input or output happens here. Not spoken: chunked requests (411) and streaming bodies; `Content-Length`
decides where a request ends. `http_listener` puts this on a socket.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

_REQUEST_LINE = re.compile(rb"([A-Z]{1,20}) ([\x21-\x7e]{1,4096}) HTTP/1\.([01])")
_HEADER_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")
_LENGTH = re.compile(r"[0-9]{1,12}")
HEAD_END = b"\r\n\r\n"
_CHUNK_BYTES = 2048
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a peer may use up; `idle_s` is the longest wait for a whole request after the last answer."""

    head_bytes: int = 16 * 1024
    body_bytes: int = 1024 * 1024
    connections: int = 64
    idle_s: float = 75.0


@dataclass(frozen=True, slots=True)
class Request:
    """One request. Header names are lower case; `local_host` is the address on which the peer reached us."""

    method: str
    target: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    keep_alive: bool = True
    local_host: str = ""

    @property
    def path(self) -> str:
        """The decoded path of the target, without its query."""
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        """The query's fields; of a repeated one the last."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


class Framing(Enum):
    """How a peer learns where an answer's body ends (RFC 9112, section 6.3)."""

    LENGTH = "Content-Length"
    CHUNKED = "chunks"
    CLOSE = "HTTP/1.0, and the end of the connection"
    HALF = "Content-Length, and the connection ends half way"


@dataclass(frozen=True, slots=True)
class Response:
    """One answer. `headers` need not name length, type or connection."""

    status: int
    body: bytes = field(default=b"", repr=False)
    content_type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    framing: Framing = Framing.LENGTH


class HttpError(Exception):
    """A request that is none; the connection is closed after the answer."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class RequestReader:
    """Cuts requests out of the bytes of one connection; does no input or output."""

    def __init__(self, limits: Limits, local_host: str = "") -> None:
        self._limits = limits
        self._local_host = local_host
        self._buffer = bytearray()
        self._head: tuple[str, str, bool, dict[str, str]] | None = None
        self._length = 0

    def feed(self, data: bytes) -> None:
        """Add received bytes; HttpError where more is waiting than one request may be."""
        self._buffer += data
        if len(self._buffer) > 2 * (self._limits.head_bytes + self._limits.body_bytes):
            raise HttpError(413, "too much sent at once")

    @property
    def wants_continue(self) -> bool:
        """Whether the peer holds its body back until it is told to go on (RFC 9110, section 10.1.1)."""
        if self._head is None or len(self._buffer) >= self._length:
            return False
        return self._head[3].get("expect", "").lower() == "100-continue"

    def next(self) -> Request | None:
        """The next whole request, or None while bytes are missing; HttpError where it cannot become one."""
        if self._head is None and not self._take_head():
            return None
        if self._head is None or len(self._buffer) < self._length:
            return None
        method, target, keep_alive, headers = self._head
        body = bytes(self._buffer[: self._length])
        del self._buffer[: self._length]
        self._head = None
        return Request(method, target, headers, body, keep_alive, self._local_host)

    def _take_head(self) -> bool:
        while self._buffer.startswith(b"\r\n"):
            del self._buffer[:2]
        end = self._buffer.find(HEAD_END, 0, self._limits.head_bytes + len(HEAD_END))
        if end < 0:
            if len(self._buffer) > self._limits.head_bytes:
                raise HttpError(431, "the head of the request is too long")
            return False
        head = parse_head(bytes(self._buffer[:end]))
        self._length = _body_length(head[3], self._limits)
        del self._buffer[: end + len(HEAD_END)]
        self._head = head
        return True


def parse_head(head: bytes) -> tuple[str, str, bool, dict[str, str]]:
    """Method, target, whether to keep the connection, and headers. HttpError says what is wrong."""
    first, *lines = head.split(b"\r\n")
    start = _REQUEST_LINE.fullmatch(first)
    if start is None:
        raise HttpError(400, "this is no HTTP/1.1 request line")
    headers: dict[str, str] = {}
    for line in lines:
        header = _HEADER_LINE.fullmatch(line)
        if header is None:
            raise HttpError(400, "a header line is malformed")
        headers[header[1].decode("ascii").lower()] = header[2].decode("latin-1")
    wish = headers.get("connection", "").lower()
    keep_alive = "close" not in wish if start[3] == b"1" else "keep-alive" in wish
    return start[1].decode("ascii"), _checked_target(start[2].decode("ascii")), keep_alive, headers


def _checked_target(target: str) -> str:
    try:
        urlsplit(target)
    except ValueError:
        raise HttpError(400, "the request's address is malformed") from None
    return target


def _body_length(headers: Mapping[str, str], limits: Limits) -> int:
    if "transfer-encoding" in headers:
        raise HttpError(411, "send a Content-Length")
    length = headers.get("content-length", "0")
    if not _LENGTH.fullmatch(length):
        raise HttpError(400, "Content-Length is no number")
    if int(length) > limits.body_bytes:
        raise HttpError(413, f"a request body may have {limits.body_bytes} bytes")
    return int(length)


def render(response: Response, *, keep_alive: bool, head_only: bool = False) -> bytes:
    """The bytes of an answer. `keep_alive` must be false for an answer that the end of the connection ends."""
    is_old = response.framing is Framing.CLOSE
    start = f"HTTP/1.{'0' if is_old else '1'} {response.status} {_PHRASES[response.status]}\r\n"
    lines = [start]
    if response.framing is Framing.CHUNKED:
        lines.append("Transfer-Encoding: chunked\r\n")
    elif not is_old:
        lines.append(f"Content-Length: {len(response.body)}\r\n")
    if response.body:
        lines.append(f"Content-Type: {response.content_type}\r\n")
    lines += [f"{name}: {value}\r\n" for name, value in response.headers]
    lines.append("Connection: keep-alive\r\n\r\n" if keep_alive else "Connection: close\r\n\r\n")
    head = "".join(lines).encode("latin-1", "replace")
    if head_only:
        return head
    body = response.body[: len(response.body) // 2] if response.framing is Framing.HALF else response.body
    return head + (_chunked(body) if response.framing is Framing.CHUNKED else body)


def _chunked(body: bytes) -> bytes:
    parts = (body[start : start + _CHUNK_BYTES] for start in range(0, len(body), _CHUNK_BYTES))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
