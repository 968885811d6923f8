"""RTSP messages as bytes and as values (RFC 2326, sections 4 to 7, 15). No I/O.

Read tolerantly: lines may end in LF alone, the reason phrase and the blank after a colon may be missing,
unknown lines are passed over. Written strictly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wall.model.errors import MalformedReplyError

_STATUS_LINE = re.compile(r"RTSP/\d\.\d\s+(\d{3})(?:\s+(.*))?$")
_REQUEST_LINE = re.compile(r"([A-Z_]{2,20})\s+(\S+)\s+RTSP/\d\.\d$")
_START_SO_FAR = re.compile(rb"(?:RTSP/(?:\d[\t -~\x80-\xff]*)?|[A-Z_]{1,20}(?: [\t -~]*)?)\r?$")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Headers:
    """Header lines in their order; names are lower case."""

    lines: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return the first value of that name, or nothing."""
        return next((value for key, value in self.lines if key == name), "")

    def all(self, name: str) -> list[str]:
        """Return every value of that name: challenges come in several lines."""
        return [value for key, value in self.lines if key == name]


@dataclass(frozen=True, slots=True)
class Response:
    """What the camera answers."""

    status: int
    reason: str
    headers: Headers
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """What the camera asks of us: rare, but it must be answered."""

    method: str
    uri: str
    headers: Headers
    body: bytes = field(default=b"", repr=False)


def may_start_message(beginning: bytes) -> bool:
    """Say whether these first bytes of a line can still become the first line of an RTSP message."""
    line, ended, _ = beginning.partition(b"\n")
    if not _START_SO_FAR.match(line):
        return False
    text = line.decode("latin-1").strip()
    return not ended or bool(_STATUS_LINE.match(text) or _REQUEST_LINE.match(text))


def parse_message(head: bytes) -> Response | Request:
    """Read the head of a message, up to its empty line. Raises MalformedReplyError (NOT_VIDEO)."""
    first, *rest = head.decode("latin-1").split("\n")
    first = first.strip()
    if status := _STATUS_LINE.match(first):
        return Response(int(status[1]), _UNPRINTABLE.sub(" ", status[2] or ""), _headers(rest))
    if request := _REQUEST_LINE.match(first):
        return Request(request[1], request[2], _headers(rest))
    raise MalformedReplyError(f"the answer is not RTSP but begins with {first[:40]!r}")


def content_length(headers: Headers) -> int:
    """Return how many bytes of body follow. Raises MalformedReplyError when it is no number."""
    text = headers.get("content-length")
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()):
        raise MalformedReplyError(f"the answer's Content-Length is {text[:40]!r}")
    return int(text[:18])


def serialise_request(method: str, uri: str, cseq: int, headers: Iterable[tuple[str, str]]) -> bytes:
    """Write a request without body."""
    return _serialise(f"{method} {uri} RTSP/1.0", [("CSeq", str(cseq)), ("User-Agent", "CityWall"), *headers])


def serialise_answer(request: Request, status: str, headers: Iterable[tuple[str, str]] = ()) -> bytes:
    """Write our answer to a request of the camera; `status` is code and reason."""
    return _serialise(f"RTSP/1.0 {status}", [("CSeq", request.headers.get("cseq") or "0"), *headers])


def _headers(lines: Iterable[str]) -> Headers:
    found: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and found:  # a folded line continues the one before
            name, value = found[-1]
            found[-1] = (name, f"{value} {_clean(line)}".strip())
            continue
        name, colon, value = line.partition(":")
        if colon:
            found.append((name.strip().lower(), _clean(value)))
    return Headers(tuple(found))


def _clean(value: str) -> str:
    # Parts of it go into our own requests (nonce, session): no line break may get in there.
    return _UNPRINTABLE.sub(" ", value.strip())


def _serialise(first_line: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first_line, *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")
