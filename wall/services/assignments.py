"""Which login each device has been given, and what became of it. Devices go by where they answer: host and port. Pure.

A row of found devices may go by its address and the kept device by its endpoint; to the login guard both must be one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wall.model.device import Login
from wall.model.inventory import Inventory
from wall.services.identity import where

_TO_BE_TRIED = (Login.UNTRIED, Login.WITHHELD, Login.REFUSED)
"""States from which a released login is tried again, in this order: first where it was not refused."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """How a credential stood when the program last ended: who refused it (addresses, by place), and was it held?"""

    refused: dict[str, str]
    is_held: bool


class Assignments:
    """One thread. What was given since the start counts before what the inventory says."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._became: dict[str, Login] = {}
        self._kept: dict[str, tuple[str, Login, str]] = {}

    def follow(self, inventory: Inventory) -> None:
        """This is the inventory now."""
        self._kept = {
            where(record.device.address): (record.credential, record.device.login, record.device.address)
            for record in inventory.devices
        }

    def give(self, places: Collection[str], credential: str) -> None:
        """These devices are to use this login from now on."""
        self._given.update(dict.fromkeys(places, credential))

    def note(self, place: str, login: Login) -> None:
        """What became of the login there."""
        self._became[place] = login

    def of(self, place: str) -> str:
        """The name of the device's login, "" for none."""
        return self._given.get(place) or (self._kept[place][0] if place in self._kept else "")

    def to_be_tried(self, credential: str) -> list[str]:
        """Where a credential that has been released is to be tried, those last that had refused it."""
        places = [place for place in {**self._kept, **self._given} if self.of(place) == credential]
        states = {place: self._state(place) for place in places}
        return sorted((p for p in places if states[p] in _TO_BE_TRIED), key=lambda p: _TO_BE_TRIED.index(states[p]))

    def in_use(self, but: Collection[str]) -> set[str]:
        """The logins that devices elsewhere than in these places have accepted."""
        places = {**self._kept, **self._given}.keys() - set(but)
        return {self.of(place) for place in places if self._state(place) is Login.PROVEN} - {""}

    def recalled(self) -> dict[str, Recalled]:
        """What the inventory tells of refused logins: the safe half of the guard's memory survives a restart by it."""
        told: dict[str, Recalled] = {}
        for name in {name for name, _, _ in self._kept.values()} - {""}:
            mine = {place: each for place, each in self._kept.items() if each[0] == name}
            refused = {place: address for place, (_, login, address) in mine.items() if login is Login.REFUSED}
            states = {login for _, login, _ in mine.values()}
            is_held = bool(refused) and (Login.PROVEN not in states or Login.WITHHELD in states)
            told[name] = Recalled(refused, is_held)
        return told

    def _state(self, place: str) -> Login:
        return self._became.get(place) or (self._kept[place][1] if place in self._kept else Login.UNTRIED)
