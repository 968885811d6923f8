"""One row for each device, however often and on whichever address it answers."""

from __future__ import annotations

from dataclasses import replace

from wall.model.device import FoundDevice
from wall.onvif.discovery.messages import folded
from wall.onvif.discovery.places import Place, place_of

_MOST_ROWS = 16_384
_MOST_ADDRESSES = 8


class Rows:
    """What has been found so far. One thread.

    An endpoint is one row. An answer without an endpoint is the row that has its address; a row without an endpoint
    gets the one that an answer from its address tells.
    """

    def __init__(self) -> None:
        self._rows: dict[int, FoundDevice] = {}
        self._by_endpoint: dict[str, int] = {}
        self._by_place: dict[Place, int] = {}
        self._hosts: set[str] = set()
        self._names: dict[str, str] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._rows)

    def name(self, name: str, host: str) -> None:
        """A name and an address are one host."""
        self._names[name] = host

    def has(self, host: str, port: int | None = None) -> bool:
        """Has a device been found there? Without a port: on any."""
        host = self._names.get(host, host)
        return host in self._hosts if port is None else (host, port) in self._by_place

    def take(self, found: FoundDevice) -> FoundDevice | None:
        """Add what was found: gives the row if it is new or knows more than before, else None."""
        places = [self._place(address) for address in found.addresses]
        known = self._by_endpoint.get(folded(found.endpoint)) if found.endpoint else None
        there = [self._by_place[place] for place in places if place in self._by_place]
        # A neighbour with an endpoint of its own is another device, be it behind the same address.
        same = [n for n in dict.fromkeys(there) if n != known and not (found.endpoint and self._rows[n].endpoint)]
        number = known if known is not None else same[0] if same else None
        if number is None:
            return self._add(found)
        before = row = self._rows[number]
        for other in same:
            # Without an endpoint of its own a row may join; two that have one stay two.
            if other != number and not self._rows[other].endpoint:
                row = _together(row, self._rows.pop(other))
        row = _together(row, found)
        self._keep(number, row)
        return row if row != before else None

    def _add(self, found: FoundDevice) -> FoundDevice | None:
        if len(self._rows) >= _MOST_ROWS:
            return None
        self._next += 1
        row = replace(found, addresses=tuple(_usable_first(found.addresses)))
        self._keep(self._next, row)
        return row

    def _keep(self, number: int, row: FoundDevice) -> None:
        self._rows[number] = row
        if row.endpoint:
            self._by_endpoint[folded(row.endpoint)] = number
        for address in row.addresses:
            place = self._place(address)
            self._hosts.add(place[0])
            if self._by_place.get(place) not in self._rows:
                self._by_place[place] = number

    def _place(self, address: str) -> Place:
        host, port = place_of(address)
        return self._names.get(host, host), port


def _together(before: FoundDevice, after: FoundDevice) -> FoundDevice:
    """Both: addresses and scopes in the order of their coming, words from the first that told them."""
    return replace(
        before,
        endpoint=before.endpoint or after.endpoint,
        addresses=tuple(dict.fromkeys(_usable_first(before.addresses + after.addresses)))[:_MOST_ADDRESSES],
        name=before.name or after.name,
        location=before.location or after.location,
        hardware=before.hardware or after.hardware,
        scopes=before.scopes or after.scopes,
    )


def _usable_first(addresses: tuple[str, ...]) -> list[str]:
    """IPv4 before IPv6: a link-local address works only on this machine's own cable."""
    return sorted(addresses, key=lambda address: "[" in address)
