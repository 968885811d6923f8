"""What makes tell to be where: addresses of another network, with escapes, with spaces, or only in part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

Told: TypeAlias = Callable[[str, str], str]
"""The address that is told for a true one and a stream's name ("main" or "sub")."""


def true(url: str, stream: str) -> str:
    """The address itself."""
    return url


def with_query(url: str, stream: str) -> str:
    """With a query of several fields, so that it holds an `&`."""
    return f"{url}?transportmode=unicast&profile={stream}&proto=Onvif"


def escaped_twice(url: str, stream: str) -> str:
    """The same, escaped for XML once too often: what is read has `&amp;` in it."""
    return f"{url}?subtype={int(stream != 'main')}&amp;unicast=true"


def with_spaces(url: str, stream: str) -> str:
    """With raw spaces, as a name that somebody typed."""
    return f"{url}?name=Kenh 1 {stream}"


def sub_relative(url: str, stream: str) -> str:
    """Only the path for the sub stream; the main stream's address is whole."""
    return urlsplit(url).path if stream == "sub" else url


@dataclass(frozen=True, slots=True)
class Addressing:
    """`foreign` is the host and port that a device behind NAT believes in; None: it tells how it was reached.

    An RTSP address has the foreign host and the true port: that is all a forwarded port leaves to go by.
    """

    foreign: tuple[str, int] | None = None
    stream: Told = true
    snapshot: Told = true
