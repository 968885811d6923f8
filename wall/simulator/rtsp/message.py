"""RTSP messages: requests out of a stream that also carries packets (RFC 2326, sections 6 and 10.12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MAX_HEAD = 16 * 1024
MAX_BODY = 64 * 1024

_REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    453: "Not Enough Bandwidth",
    454: "Session Not Found",
    455: "Method Not Valid in This State",
    459: "Aggregate Operation Not Allowed",
    461: "Unsupported Transport",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class MalformedError(ValueError):
    """The client's bytes are no RTSP."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request; header names in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, without the headers that every answer has (CSeq, Date)."""

    code: int
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""

    def to_bytes(self, sequence: str) -> bytes:
        """The answer to the request with that CSeq."""
        body = self.body.encode()
        lines = [f"RTSP/1.0 {self.code} {_REASONS[self.code]}", f"CSeq: {sequence}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode() + body


@dataclass(frozen=True, slots=True)
class Interleaved:
    """A packet that the client sent on a channel: a receiver report, most times."""

    channel: int
    data: bytes


class Inbox:
    """Cuts a client's byte stream into requests and packets."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Request | Interleaved]:
        """What is complete now. MalformedError where the stream cannot be read on."""
        self._buffer += data
        while True:
            message = self._packet() if self._buffer[:1] == b"$" else self._request()
            if message is None:
                return
            yield message

    def _packet(self) -> Interleaved | None:
        if len(self._buffer) < 4:
            return None
        end = 4 + int.from_bytes(self._buffer[2:4], "big")
        if len(self._buffer) < end:
            return None
        packet = Interleaved(self._buffer[1], bytes(self._buffer[4:end]))
        del self._buffer[:end]
        return packet

    def _request(self) -> Request | None:
        # Some clients end a request with one line break too many.
        while self._buffer[:2] == b"\r\n":
            del self._buffer[:2]
        end = self._buffer.find(b"\r\n\r\n", 0, MAX_HEAD + 4)
        if end < 0:
            if len(self._buffer) > MAX_HEAD:
                raise MalformedError(f"a request's head is longer than {MAX_HEAD} bytes")
            return None
        request = parse_head(bytes(self._buffer[:end]))
        length = body_length(request)
        if len(self._buffer) < end + 4 + length:
            return None
        del self._buffer[: end + 4 + length]
        return request


def body_length(request: Request) -> int:
    """The request's Content-Length, 0 without one; MalformedError where it makes no sense."""
    text = request.headers.get("content-length", "0")
    if not text.isdecimal() or int(text) > MAX_BODY:
        raise MalformedError(f"Content-Length {text[:20]!r} is no number up to {MAX_BODY}")
    return int(text)


def parse_head(head: bytes) -> Request:
    """Request line and headers; MalformedError where it is another protocol."""
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("RTSP/"):
        raise MalformedError(f"not an RTSP request: {first[:40]!r}")
    pairs = (line.partition(":") for line in lines if ":" in line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Request(words[0], words[1], headers)
