"""Which address a request names: control attributes against the description's base (RFC 2326, C.1.1). No I/O.

Everything goes over the one connection to the host that was reached, whatever host a camera writes into its
addresses (behind address translation it does not know its own).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from wall.video.rtsp.message import Headers

_ABSOLUTE = re.compile(r"rtsp[su]?://", re.IGNORECASE)


def base_address(requested: str, headers: Headers) -> str:
    """Return what control attributes are relative to: Content-Base, -Location, or what was asked for."""
    for name in ("content-base", "content-location"):
        if _ABSOLUTE.match(value := headers.get(name)):
            return _printable(value)
    return requested


def control_address(base: str, control: str) -> str:
    """Return the address that a control attribute means.

    Relative ones are appended behind a slash, not resolved as RFC 3986 would: cameras have queries in their
    addresses (`…/realmonitor?channel=1&subtype=0/` + `trackID=0`) and mean it so.
    """
    if control in ("", "*"):
        return base
    if _ABSOLUTE.match(control):
        return _printable(control)
    if control.startswith("/"):
        parts = urlsplit(base)
        return _printable(f"{parts.scheme}://{parts.netloc}{control}")
    return _printable(f"{base.removesuffix('/')}/{control}")


def _printable(address: str) -> str:
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]|{}^\"<>\\`-._")
