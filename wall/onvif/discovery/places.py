"""Where a device service is: from the addresses that an answer tells, and the host that it came from.

A told address is kept only on the host that answered; told otherwise (NAT, several networks, a factory address), the
host is put right. So nobody can send us to a foreign host.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit, urlunsplit

SERVICE_PATH = "/onvif/device_service"
"""Where nearly all devices have it (ONVIF Core, section 5.1.1 demands it)."""

_MOST_TOLD = 16
_LONGEST_URL = 1024
Place = tuple[str, int]
"""Host and TCP port."""
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def service_url(host: str, port: int, scheme: str = "http") -> str:
    """The usual address of the device service on a host (IPv6 without brackets) and port."""
    default = 443 if scheme == "https" else 80
    return f"{scheme}://{bracketed(host)}{'' if port == default else f':{port}'}{SERVICE_PATH}"


def bracketed(host: str) -> str:
    """The host as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


def place_of(url: str) -> Place:
    """Host in its shortest form and port of a URL that `reached` or `parse_targets` gave."""
    parts = urlsplit(url)
    return shortest(parts.hostname or ""), parts.port or (443 if parts.scheme == "https" else 80)


def shortest(host: str) -> str:
    """The shortest form of an address; a name in small letters."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host.lower()


def is_number(host: str) -> bool:
    """Is it an address, not a name?"""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_ipv6(host: str) -> bool:
    """Is it an IPv6 address? False for a name as well."""
    return is_number(host) and ipaddress.ip_address(host).version == 6


def reached(told: str, source: str, near: Sequence[Network] = ()) -> tuple[str, ...]:
    """The told addresses (XAddrs), each on the host that it was told from, in their order and once.

    Never empty: without any sense in `told` it is the usual address on `source`. An answer from a link-local IPv6
    address may name an IPv4 address in a network that we are in (`near`): that can be used in more places.
    """
    words = _words(told)
    urls = dict.fromkeys(url for word in words if (url := _brought_home(word, source, near)))
    return tuple(urls) or (service_url(source, 80),)


def _words(told: str) -> list[str]:
    """The list as it was meant: pieces of an address with a space in it belong together."""
    words: list[str] = []
    for word in re.split(r"[\s,;]+", told):
        if "://" not in word and "%3a%2f%2f" in word.lower():
            word = unquote(word)
        if "://" in word:
            words.append(word)
        elif word.startswith("/") and words:
            words[-1] += word
        elif word and not word.startswith("/"):
            words.append(f"http://{word}")
    return words[:_MOST_TOLD]


def _brought_home(word: str, source: str, near: Sequence[Network]) -> str | None:
    try:
        parts = urlsplit(word)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or len(word) > _LONGEST_URL:
        return None
    if not (shortest(host) == shortest(source) or (_is_link_local(source) and _is_near(host, near))):
        host = source
    netloc = bracketed(shortest(host)) + (f":{port}" if port else "")
    return urlunsplit((scheme, netloc, parts.path if parts.path.strip("/") else SERVICE_PATH, parts.query, ""))


def _is_link_local(source: str) -> bool:
    return is_ipv6(source) and ipaddress.ip_address(source).is_link_local


def _is_near(host: str, near: Sequence[Network]) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.version == 4 and any(address in network for network in near)
