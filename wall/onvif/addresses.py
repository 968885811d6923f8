"""Addresses that a device tells, brought back to the host by which it was reached.

A device tells the address that it believes to have. Behind NAT, or with a second network, that leads nowhere, or worse:
to somebody else's host. So the host is always the one that was reached; what is kept of the device's word is the path,
the query and, where it is another server of the same device, the port.

Decided: an address with a login in it, before the host or in the query, loses the login: addresses are shown and kept,
and a device that takes one there takes it by RTSP's own means too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from wall.onvif.xml import plain

_PORTS = {"http": 80, "https": 443, "rtsp": 554, "rtsps": 322}
_MOST = 4096
_SAFE = "/%:;=@&+$,!~*'()[]-._?|{}"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(/{0,2})", re.ASCII)
_BARE_HOST = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d*)?|\[[0-9A-Fa-f:.]+\](?::\d*)?|[\w.-]+:\d+)(?=[/?]|$)", re.ASCII
)


_LOGIN_IN_QUERY = re.compile(r"(?:^|&)(?:user(?:name)?|usr|pass(?:word|wd)?|pwd)=[^&]*", re.IGNORECASE)


def rewrite(told: str, reached: str, *, scheme: str = "") -> tuple[str, bool]:
    """A service or stream address as it can be used, and whether the device had told one that leads elsewhere.

    `reached` is the URL by which the device answered. HTTP goes to the host and port that were reached, by the same
    scheme; RTSP to that host and the port that was told (554 where that is none). `scheme` is what a relative address
    is meant to be: "rtsp" for a stream; as reached, where it is not given. ("", False) where nothing can be made of it.
    """
    parts, base = _split(told, reached, scheme), urlsplit(reached)
    if parts is None:
        return "", False
    host, port = _host_of(parts), _port_of(parts)
    is_elsewhere = bool(host) and not _is_same_host(host, _host_of(base))
    if parts.scheme.startswith("rtsp"):
        return _joined(parts.scheme, _host_of(base), port, parts), is_elsewhere
    has_other_port = port is not None and port != (_port_of(base) or _PORTS.get(base.scheme.lower()))
    return _joined(base.scheme.lower(), _host_of(base), _port_of(base), parts), is_elsewhere or has_other_port


def with_port_of(url: str, others: Iterable[str]) -> str:
    """An address of which a device told only the path, at the port of its other streams: it has one RTSP server."""
    port = next((port for other in others if (port := _port_of(urlsplit(other))) is not None), None)
    parts = urlsplit(url)
    return _joined(parts.scheme, _host_of(parts), port or _port_of(parts), parts)


def is_path_only(told: str, reached: str) -> bool:
    """Did a device tell neither host nor port of a stream?"""
    parts = _split(told, reached, "rtsp")
    return parts is not None and not parts.netloc


def rewrite_snapshot(told: str, reached: str) -> tuple[str, bool]:
    """The same for a picture's address. Where its host is right, so is its port: often that is another web server."""
    parts, base = _split(told, reached, ""), urlsplit(reached)
    if parts is None or parts.scheme.startswith("rtsp"):
        return "", False
    host = _host_of(parts)
    if host and _is_same_host(host, _host_of(base)):
        return _joined(parts.scheme, _host_of(base), _port_of(parts), parts), False
    return rewrite(told, reached)


def _split(told: str, reached: str, scheme: str) -> SplitResult | None:
    """The parts of what was told, repaired; None where it is no address of ours."""
    if not told.strip() or len(told) > _MOST:
        return None
    text = "".join(each for each in told.strip() if each.isprintable()).replace("&amp;", "&").replace("\\", "/")
    absolute = _absolute(text, reached, scheme or urlsplit(reached).scheme.lower())
    try:
        return urlsplit(absolute) if absolute else None
    except ValueError:
        return _split_by_hand(absolute)


def _absolute(text: str, reached: str, scheme: str) -> str:
    """With scheme and authority, which may be empty; "" for another kind of address."""
    given = _SCHEME.match(text)
    if given and given.group(1).lower() in _PORTS:
        path_only = "/" if given.group(2) == "/" else ""
        return f"{given.group(1).lower()}://{path_only}{text[given.end() :]}"
    if _BARE_HOST.match(text.removeprefix("//")):
        return f"{scheme}://{text.removeprefix('//')}"
    if given:
        return ""
    if scheme.startswith("rtsp") or text.startswith("/"):
        return f"{scheme}:///{text.lstrip('/')}"
    return f"{scheme}://{urljoin(urlsplit(reached).path or '/', text)}"


def _split_by_hand(text: str) -> SplitResult:
    """For an authority that Python refuses, like half a bracket: its host is not needed anyway."""
    scheme, _, rest = text.partition("://")
    authority, slash, path = rest.partition("/")
    path, _, query = path.partition("?")
    return SplitResult(scheme, authority.replace("[", "").replace("]", ""), slash + path, query, "")


def _host_of(parts: SplitResult) -> str:
    """Without a login, brackets and port. IPv6 is understood without brackets too."""
    authority = parts.netloc.rpartition("@")[2]
    if authority.startswith("["):
        return authority[1:].partition("]")[0].lower()
    if authority.count(":") > 1:
        return authority.lower()
    return authority.partition(":")[0].lower()


def _port_of(parts: SplitResult) -> int | None:
    """None where there is none, or none that exists."""
    authority = parts.netloc.rpartition("@")[2]
    if authority.count(":") > 1 and not authority.startswith("["):
        return None
    digits = authority.rpartition("]")[2].partition(":")[2]
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):
        return None
    return int(digits) if 0 < int(digits) < 65536 else None


def _is_same_host(one: str, other: str) -> bool:
    return _canonical(one) == _canonical(other)


def _canonical(host: str) -> str:
    host = host.rstrip(".").lower()
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def _joined(scheme: str, host: str, port: int | None, parts: SplitResult) -> str:
    authority = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    path = quote(parts.path or "/", safe=_SAFE)
    query = quote(_LOGIN_IN_QUERY.sub("", parts.query).lstrip("&"), safe=_SAFE)
    return plain(urlunsplit((scheme, authority, path, query, "")), _MOST * 4)
