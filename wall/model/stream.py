"""Where a picture comes from, without ever holding a secret in something printable."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

_MOST_ADDRESS = 4096
_MOST_LOGIN = 1024
_MOST_TOLD = 200


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
    credential: str = ""
    """The name that the login is kept under; empty for one that was typed for this stream."""
    camera: str = field(default="", compare=False)
    """All streams of one camera have the same word here; "" where that is not known. It says nothing of what comes."""

    @property
    def owner(self) -> str:
        """Whose pictures these are: the camera's, or of this one stream where that is not known."""
        return self.camera or self.url


def parse_source(address: str, credentials: Credentials | None = None, transport: Transport = Transport.AUTO) -> Source:
    """Make a source of what a person typed; a login inside the address moves out of it.

    `credentials` given separately win over those in the address. Raises ValueError, without the password in it, when
    the address is not an `rtsp://host…` address.
    """
    text = address.strip().replace(" ", "%20")
    parts, host, port = _split(text)
    if parts.scheme.lower() != "rtsp" or not host:
        raise ValueError(f"an address must look like rtsp://host:port/path, not: {_without_login(text)}")
    if "@" in parts.fragment:
        raise ValueError(f"write # as %23 in a user name or password: {_without_login(text)}")
    if credentials is None and parts.username is not None:
        credentials = Credentials(unquote(parts.username), unquote(parts.password or ""))
    if credentials and len(credentials.username) + len(credentials.password) > _MOST_LOGIN:
        raise ValueError(f"the login is too long: {_without_login(text)}")
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return Source(urlunsplit(("rtsp", netloc, parts.path, parts.query, "")), credentials, transport)


def _split(text: str) -> tuple[SplitResult, str, int | None]:
    """The parts of an address, its host and its port. ValueError in our words: Python's own quote the login."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")  # As the resolver will; it fails for empty and for overlong labels.
        too_long = len(text.encode()) > _MOST_ADDRESS
    except ValueError:
        raise ValueError(f"this is not a valid address: {_without_login(text)}") from None
    if too_long:
        raise ValueError(f"this address is too long: {_without_login(text)}")
    return parts, host, port


def _without_login(text: str) -> str:
    """What may be told of an address that was refused: nothing that stands before an "@", wherever that is."""
    start, separator, rest = text.partition("://")
    if "@" in start:
        start, separator, rest = "", "", text
    return f"{start}{separator}{rest.rpartition('@')[2]}"[:_MOST_TOLD]
