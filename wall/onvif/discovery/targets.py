"""What a person types to say where to search: addresses, ports, URLs, networks and ranges, in any mixture."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from wall.onvif.discovery.places import SERVICE_PATH

MOST_PROBES = 65_536
"""As many addresses as one search asks: a /16."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_SHOWN = 60
_NAME = re.compile(
    r"(?=.*[a-z])[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?", re.IGNORECASE
)
_LONGEST_NAME = 253


@dataclass(frozen=True, slots=True)
class Probe:
    """One address to ask. `port` None: the usual ones. `url` "": the usual device service.

    `host` is a name or an address in its shortest form, IPv6 without brackets. `is_swept`: nobody typed just this one,
    it came out of a network or range.
    """

    host: str
    port: int | None = None
    url: str = ""
    is_swept: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """What one typed word stands for: one probe, or `count` addresses from `first` on. A /16 costs nothing yet."""

    first: Probe | _Address
    count: int = 1

    def probes(self) -> Iterator[Probe]:
        if isinstance(self.first, Probe):
            return iter((self.first,))
        first = self.first
        return (Probe(str(first + step), is_swept=self.count > 1) for step in range(self.count))


def parse_targets(text: str) -> list[Probe]:
    """Read `10.0.0.5`, `10.0.0.5:8080`, `http://…`, `10.0.0.0/24`, `10.0.0.1-10.0.0.40`, `10.0.0.1-40`, names, lists.

    In a list, commas, semicolons and white space part. Each probe comes once, in the order typed. ValueError, in plain
    words and without any login, for what makes no sense and for more than MOST_PROBES.
    """
    return list(dict.fromkeys(probe for span in read_targets([text]) for probe in span.probes()))


def read_targets(texts: Iterable[str]) -> tuple[Span, ...]:
    """The same of several texts, not yet spread out: quick enough for a window, however much is meant."""
    words = dict.fromkeys(word for text in texts for word in re.split(r"[\s,;]+", text) if word)
    spans = tuple(dict.fromkeys(_read(word) for word in words))
    if sum(span.count for span in spans) > MOST_PROBES:
        raise ValueError(f"more than {MOST_PROBES} addresses: search them in parts")
    return spans


def _read(word: str) -> Span:
    if "://" in word:
        return Span(_url(word))
    if "@" in word:
        raise ValueError("an address is written without a login: the login is given apart")
    if "/" in word:
        return _network(word)
    if (ends := _ends(word)) is not None:
        return _range(*ends, word)
    return Span(_single(word))


def _url(word: str) -> Probe:
    try:
        parts = urlsplit(word)
        port = parts.port
    except ValueError:
        raise ValueError(f"no address: {_shown(_without_login(word))}") from None
    if "@" in parts.netloc:
        raise ValueError("an address is written without a login: the login is given apart")
    if parts.scheme.lower() == "rtsp":
        raise ValueError(f"{_shown(word)} is a stream: streams are added by hand, a search asks for devices")
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or port == 0:
        raise ValueError(f"no address of a device: {_shown(word)}")
    host = _host(parts.hostname, word)
    default = 443 if parts.scheme.lower() == "https" else 80
    url = urlunsplit(parts._replace(path=parts.path if parts.path.strip("/") else SERVICE_PATH, fragment=""))
    return Probe(host, port or default, url)


def _without_login(word: str) -> str:
    scheme, _, rest = word.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _single(word: str) -> Probe:
    host, port = _split_port(word)
    return Probe(_host(host, word), port)


def _split_port(word: str) -> tuple[str, int | None]:
    """Host and port; a bare IPv6 address has no port, one in brackets may."""
    if word.startswith("["):
        host, bracket, rest = word[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise ValueError(f"no address: {_shown(word)}")
        return host, _port(rest[1:], word) if rest else None
    if word.count(":") != 1:
        return word, None
    host, _, port = word.partition(":")
    return host, _port(port, word)


def _port(text: str, word: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and 1 <= int(text) <= 65_535):
        raise ValueError(f"no port: {_shown(word)} (a port is 1 to 65535)")
    return int(text)


def _host(host: str, word: str) -> str:
    """The host in its shortest form."""
    if (address := _address(host)) is not None:
        if address.is_multicast or address.is_unspecified or str(address) == "255.255.255.255":
            raise ValueError(f"{_shown(word)} is not the address of one device")
        return str(address)
    if len(host) <= _LONGEST_NAME and _NAME.fullmatch(host):
        return host.lower()
    raise ValueError(f"no address: {_shown(word)}")


def _address(text: str) -> _Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _network(word: str) -> Span:
    """Its hosts: without its own address and the broadcast address, which IPv6 does not have."""
    try:
        network = ipaddress.ip_network(word, strict=False)
    except ValueError:
        raise ValueError(f"no network: {_shown(word)} (written like 10.0.0.0/24)") from None
    if network.num_addresses > MOST_PROBES:
        raise ValueError(f"{_shown(word)} is more than {MOST_PROBES} addresses: search it in parts")
    if network.is_multicast or network.network_address.is_unspecified:
        raise ValueError(f"{_shown(word)} is not a network of devices")
    if network.num_addresses <= 2:
        return _span(network.network_address, network.num_addresses)
    return _span(network.network_address + 1, network.num_addresses - (2 if network.version == 4 else 1))


def _ends(word: str) -> tuple[_Address, str] | None:
    """First address and the text of the last; None where it is not a range but may be a name with a dash in it."""
    left, dash, right = word.partition("-")
    first = _address(left)
    return (first, right) if dash and first is not None else None


def _range(first: _Address, right: str, word: str) -> Span:
    if right.isascii() and right.isdecimal() and first.version == 4:
        right = f"{str(first).rpartition('.')[0]}.{right}"
    last = _address(right)
    if last is None or last.version != first.version or "%" in f"{first}{last}":
        raise ValueError(f"no range: {_shown(word)} (written like 10.0.0.1-10.0.0.40)")
    count = int(last) - int(first) + 1
    if count < 1:
        raise ValueError(f"the range {_shown(word)} ends before it begins")
    if count > MOST_PROBES:
        raise ValueError(f"{_shown(word)} is more than {MOST_PROBES} addresses: search it in parts")
    if first.is_unspecified or first.is_multicast or last.is_multicast:
        raise ValueError(f"{_shown(word)} is not a range of devices")
    return _span(first, count)


def _span(first: _Address, count: int) -> Span:
    return Span(first, count) if count > 1 else Span(Probe(str(first)))


def _shown(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
