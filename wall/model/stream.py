"""Where a picture comes from, without ever holding a secret in something printable."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import quote, unquote, urlsplit, urlunsplit


class Codec(Enum):
    """What libVLC can be fed with. The value is what `imem-codec` and PyAV call it."""

    H264 = "h264"
    H265 = "hevc"
    MJPEG = "mjpg"


class Transport(Enum):
    """How RTP travels. AUTO tries TCP first and falls back to UDP where the camera refuses TCP (461)."""

    AUTO = "auto"
    TCP = "tcp"
    UDP = "udp"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A login. The password never appears in `repr`."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One RTSP stream. `url` never carries a login; make one with `parse_source`."""

    url: str
    credentials: Credentials | None = None
    transport: Transport = Transport.AUTO


def parse_source(
    address: str, credentials: Credentials | None = None, transport: Transport = Transport.AUTO
) -> Source:
    """Make a source of what a person typed; a login inside the address moves out of it.

    `credentials` given separately win over those in the address. Raises ValueError, without the password in it, when
    the address is not an `rtsp://host…` address.
    """
    text = address.strip().replace(" ", "%20")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"this is not a valid address: {_without_login(text)}") from error
    if parts.scheme.lower() != "rtsp" or not host:
        raise ValueError(f"an address must look like rtsp://host:port/path, not: {_without_login(text)}")
    if credentials is None and parts.username is not None:
        credentials = Credentials(unquote(parts.username), unquote(parts.password or ""))
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return Source(urlunsplit(("rtsp", netloc, parts.path, parts.query, "")), credentials, transport)


def url_with_login(source: Source) -> str:
    """The address with its login inside, for a library that takes it no other way. Never log or show it."""
    if source.credentials is None:
        return source.url
    login = f"{quote(source.credentials.username, safe='')}:{quote(source.credentials.password, safe='')}"
    return source.url.replace("rtsp://", f"rtsp://{login}@", 1)


def _without_login(text: str) -> str:
    scheme, separator, rest = text.rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"[:200]
