"""HTTP/1.1 replies as devices send them (RFC 9112), cut out of a stream of bytes. No input or output happens here.

Tolerated: bare line feeds, HTTP/1.0, header lines that are none, chunks, a body that ends with the connection.
Bounded: the head, the body, every chunk line. What exceeds that or is no HTTP raises `DeviceFault`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wall.model.device import Trouble
from wall.onvif.faults import DeviceFault

_STATUS_LINE = re.compile(rb"HTTP/1\.([01]) +(\d{3})(?: .*)?")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?")
_LENGTH = re.compile(r"\d{1,12}")
_NO_BODY = frozenset({204, 304})


@dataclass(frozen=True, slots=True)
class ReplyLimits:
    """How large a reply may be, in bytes."""

    head: int = 64 * 1024
    body: int = 4 * 1024 * 1024
    chunk_line: int = 1024


@dataclass(frozen=True, slots=True)
class HttpReply:
    """One reply. Header names are lower case; a repeated header's values are joined by commas. `is_counted`: it says
    how long it is; otherwise it ends with the connection, whatever ended that.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    keeps_alive: bool
    is_counted: bool = True


class ReplyReader:
    """Reads one reply: `feed` what comes in, `end` when the connection ends. DeviceFault for what cannot be read."""

    def __init__(self, limits: ReplyLimits) -> None:
        self.reply: HttpReply | None = None
        self._limits = limits
        self._buffer = bytearray()
        self._body = bytearray()
        self._read_more: Callable[[ReplyReader], bool] = ReplyReader._read_head
        """Not bound: a reader that holds itself would live until the garbage collector comes."""
        self._status = 0
        self._headers: dict[str, str] = {}
        self._keeps_alive = False
        self._missing = 0

    @property
    def has_begun(self) -> bool:
        """Has a single byte of the reply come?"""
        return bool(self._buffer or self._status)

    def feed(self, data: bytes) -> HttpReply | None:
        """Add what was received; the reply, once it is whole."""
        self._buffer += data
        while self.reply is None and self._read_more(self):
            pass
        return self.reply

    def end(self) -> HttpReply | None:
        """The connection has ended: the reply, if that is how it ends."""
        if self.reply is None and self._read_more is ReplyReader._read_rest:
            self._finish(keeps_alive=False, is_counted=False)
        return self.reply

    def _read_head(self) -> bool:
        found = _HEAD_END.search(self._buffer)
        if found is None or found.start() > self._limits.head:
            if len(self._buffer) > self._limits.head:
                raise DeviceFault(Trouble.TOO_LARGE, "the head of a reply does not end")
            if len(self._buffer) >= 5 and not self._buffer.startswith(b"HTTP/"):
                raise DeviceFault(Trouble.NOT_ONVIF, "the answer is no HTTP")
            return False
        lines = bytes(self._buffer[: found.start()]).split(b"\n")
        del self._buffer[: found.end()]
        status = _STATUS_LINE.fullmatch(lines[0].rstrip(b"\r"))
        if status is None:
            raise DeviceFault(Trouble.NOT_ONVIF, "the answer is no HTTP")
        if status[2].startswith(b"1"):
            return True  # 100 Continue: the real one follows.
        self._status, self._headers = int(status[2]), _headers(lines[1:])
        wish = self._headers.get("connection", "").lower()
        self._keeps_alive = "close" not in wish if status[1] == b"1" else "keep-alive" in wish
        self._choose_body()
        return True

    def _choose_body(self) -> None:
        """How the body's end is told (RFC 9112, section 6.3)."""
        length = self._headers.get("content-length")
        if self._status in _NO_BODY:
            self._finish(self._keeps_alive)
        elif "chunked" in self._headers.get("transfer-encoding", "").lower():
            self._read_more = ReplyReader._read_chunk_line
        elif length is None or not _LENGTH.fullmatch(length):
            self._read_more = ReplyReader._read_rest
        else:
            self._missing = int(length)
            self._check_size(self._missing)
            self._read_more = ReplyReader._read_counted

    def _read_counted(self) -> bool:
        if len(self._buffer) >= self._missing:
            self._body += self._buffer[: self._missing]
            # More than was announced: the next reply could not be told from it.
            self._finish(self._keeps_alive and len(self._buffer) == self._missing)
        return False

    def _read_rest(self) -> bool:
        self._check_size(len(self._body) + len(self._buffer))
        self._body += self._buffer
        self._buffer.clear()
        return False

    def _read_chunk_line(self) -> bool:
        line = self._take_line()
        if line is None:
            return False
        size = _CHUNK_LINE.fullmatch(line)
        if size is None:
            raise DeviceFault(Trouble.MALFORMED, "a chunk without a size")
        self._missing = int(size[1], 16)
        self._check_size(len(self._body) + self._missing)
        self._read_more = ReplyReader._read_chunk if self._missing else ReplyReader._read_trailer
        return True

    def _read_chunk(self) -> bool:
        if len(self._buffer) < self._missing + 2:
            return False
        self._body += self._buffer[: self._missing]
        del self._buffer[: self._missing]
        if self._take_line() != b"":
            raise DeviceFault(Trouble.MALFORMED, "a chunk that does not end where it says")
        self._read_more = ReplyReader._read_chunk_line
        return True

    def _read_trailer(self) -> bool:
        line = self._take_line()
        if line == b"":
            self._finish(self._keeps_alive and not self._buffer)
        self._missing += 0 if line is None else len(line) + 1
        if self._missing > self._limits.head:
            raise DeviceFault(Trouble.TOO_LARGE, "the end of a reply does not end")
        return bool(line)

    def _take_line(self) -> bytes | None:
        end = self._buffer.find(b"\n")
        if max(end, len(self._buffer) if end < 0 else 0) > self._limits.chunk_line:
            raise DeviceFault(Trouble.MALFORMED, "a line between chunks does not end")
        if end < 0:
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line.rstrip(b"\r")

    def _check_size(self, size: int) -> None:
        if size > self._limits.body:
            raise DeviceFault(Trouble.TOO_LARGE, f"a reply of more than {self._limits.body} bytes")

    def _finish(self, keeps_alive: bool, *, is_counted: bool = True) -> None:
        self._keeps_alive = keeps_alive
        self.reply = HttpReply(self._status, self._headers, bytes(self._body), keeps_alive, is_counted)


def _headers(lines: list[bytes]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            key, text = name.strip().lower(), value.strip()
            headers[key] = f"{headers[key]}, {text}" if key in headers and key != "content-length" else text
    return headers
