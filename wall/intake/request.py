"""Reads HTTP/1.1 requests (RFC 9112), as much of them as a webhook needs: a length that is told, and bounds for all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

MOST_HEAD_BYTES = 16_384
MOST_BODY_BYTES = 262_144


class Refused(Exception):
    """`status` and `why` are for the caller; `wait_s`: when it may try again. Whoever breaks the protocol is let go of
    (`ends`).
    """

    def __init__(self, status: int, why: str, wait_s: float = 0.0, ends: bool = False) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        self.wait_s = wait_s
        self.ends = ends


@dataclass(frozen=True, slots=True)
class Head:
    """All before the body. Names of fields are in lower case; of a name that comes twice the last one counts."""

    method: str
    path: str
    fields: dict[str, str]

    @property
    def token(self) -> str:
        """What the caller proves itself with; "" for nothing."""
        kind, _, token = self.fields.get("authorization", "").partition(" ")
        return token.strip() if kind.lower() == "bearer" else ""

    @property
    def length(self) -> int:
        """Of the body. Refused where it is not told, or too large."""
        told = self.fields.get("content-length", "")
        if "transfer-encoding" in self.fields or not (told.isascii() and told.isdecimal()):
            raise Refused(411, "say how long it is: Content-Length", ends=True)
        if len(told) > 9 or int(told) > MOST_BODY_BYTES:
            raise Refused(413, f"it is too large: at most {MOST_BODY_BYTES // 1024} KiB", ends=True)
        return int(told)

    @property
    def is_last(self) -> bool:
        """Will nothing come after it?"""
        return "close" in self.fields.get("connection", "").lower()


async def read_head(reader: asyncio.StreamReader) -> Head | None:
    """None where there is no more. Refused for what is no HTTP."""
    try:
        data = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    except asyncio.LimitOverrunError as error:
        raise Refused(431, "the head is too large", ends=True) from error
    first, *lines = data.decode("latin-1").strip("\r\n").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise Refused(400, "this is no HTTP/1.1", ends=True)
    fields = (line.partition(":") for line in lines)
    return Head(
        parts[0], parts[1].partition("?")[0], {name.strip().lower(): value.strip() for name, _, value in fields}
    )
