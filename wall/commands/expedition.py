"""Goes out and comes back with devices: a search, and an interrogation of everything that it finds, in one loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from wall.model.device import Device, FoundDevice
from wall.model.events import CredentialHeld, DeviceFound, Event, SearchProgressed
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.discovery import Search
from wall.onvif.interrogate import Interrogator, Target
from wall.services.finding import Finding
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.survey import Errand, Survey

CREDENTIAL = "fleet"
"""The name under which the login of a command is guarded and, if wanted, kept."""


@dataclass(slots=True)
class Findings:
    """What an expedition brought home. By key: what was found, and of that what was surveyed."""

    found: dict[str, FoundDevice] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    refused_by: tuple[str, ...] = ()
    """The addresses that refused the login, where the guard therefore holds it back."""
    calls: int = 0

    def told(self) -> list[Device]:
        """All devices, the words of the search where the device itself told none, in the order of their addresses."""
        devices = [_described(self.devices[key], self.found[key]) for key in self.found if key in self.devices]
        return sorted(devices, key=lambda device: _in_order(device.address))


class Expedition:
    """One search and its survey. Inside one asyncio loop; `on_progress` hears how far the search is."""

    def __init__(
        self,
        search: Search,
        login: Credentials | None,
        on_progress: Callable[[SearchProgressed], None] = lambda _: None,
    ) -> None:
        self._search = search
        self._login = login
        self._on_progress = on_progress
        self._findings = Findings()
        self._is_over = False
        self._done = asyncio.Event()
        self._contract = Contract()
        self._interrogator = Interrogator(self._contract)
        self._survey = Survey(self._interrogator, Desks(LoginGuard(), self._hear_held), self._take_device)
        self._finding = Finding(lambda slot, event: self._hear(event))

    async def run(self) -> Findings:
        """Everything that answers, interrogated under the rules of the fleet login guard."""
        self._finding.start(self._search)
        try:
            await self._contract.prepare()
            self._look()
            await self._done.wait()
        finally:
            await self._finding.close()
            await self._survey.stop()
            await self._interrogator.close()
        self._findings.calls = self._interrogator.calls
        return self._findings

    def _hear(self, event: Event) -> None:
        if isinstance(event, DeviceFound):
            self._take_found(event.key, event.found)
        elif isinstance(event, SearchProgressed):
            self._is_over = self._is_over or event.is_over
            self._on_progress(event)
            self._look()

    def _take_found(self, key: str, found: FoundDevice) -> None:
        is_new = key not in self._findings.found
        self._findings.found[key] = found
        if is_new:
            target = Target(found.addresses[0], found.endpoint)
            name = CREDENTIAL if self._login else ""
            self._survey.add([Errand(key, target, name, self._login, found.addresses[1:])])

    def _take_device(self, errand: Errand, device: Device) -> None:
        self._findings.devices[errand.key] = device
        self._look()

    def _hear_held(self, held: CredentialHeld) -> None:
        self._findings.refused_by = held.refused_by

    def _look(self) -> None:
        if self._is_over and len(self._findings.devices) == len(self._findings.found):
            self._done.set()


def _described(device: Device, found: FoundDevice) -> Device:
    return replace(
        device,
        endpoint=device.endpoint or found.endpoint,
        name=device.name or found.name,
        location=device.location or found.location,
        hardware=device.hardware or found.hardware,
    )


def _in_order(address: str) -> list[tuple[int, str]]:
    """Numbers by their size: 10.0.0.9 stands before 10.0.0.10."""
    parts: list[str] = []
    for letter in address:
        if parts and parts[-1].isdecimal() == letter.isdecimal():
            parts[-1] += letter
        else:
            parts.append(letter)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
