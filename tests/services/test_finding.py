"""Searches begin, end and stop, and each device stays one row, whichever search found it first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from tests.support.waiting import until
from wall.model.device import FoundDevice
from wall.model.events import DeviceFound, Event, SearchProgressed
from wall.onvif.discovery import Search
from wall.services.finding import Finding


class Script(Search):
    """A search that finds what it was told, and goes on until it is stopped if it must."""

    def __init__(self, *rows: FoundDevice, goes_on: bool = False) -> None:
        super().__init__([], False)
        self._script = rows
        self._goes_on = goes_on
        self._stopped = asyncio.Event()

    async def run(self) -> AsyncGenerator[FoundDevice, None]:
        for row in self._script:
            yield row
            await asyncio.sleep(0)
        if self._goes_on:
            await self._stopped.wait()

    def stop(self) -> None:
        self._stopped.set()


class Room:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.finding = Finding(lambda slot, event: self.events.append(event))

    def keys(self) -> list[str]:
        return [event.key for event in self.events if isinstance(event, DeviceFound)]

    def endings(self) -> int:
        return sum(isinstance(event, SearchProgressed) and event.is_over for event in self.events)

    async def search(self, *rows: FoundDevice) -> None:
        before = self.endings()
        self.finding.start(Script(*rows))
        await until(lambda: self.endings() > before)


def at(address: str, endpoint: str = "", name: str = "") -> FoundDevice:
    return FoundDevice(endpoint, (f"http://{address}/onvif/device_service",), name)


def test_rows_stream_in_and_the_end_is_told_once() -> None:
    async def play() -> Room:
        room = Room()
        await room.search(at("10.0.0.1", "urn:1"), at("10.0.0.2"))
        return room

    room = asyncio.run(play())
    assert room.keys() == ["urn:1", "http://10.0.0.2/onvif/device_service"]
    assert room.endings() == 1 and isinstance(room.events[-1], SearchProgressed)


def test_a_device_that_tells_more_later_keeps_its_row() -> None:
    async def play() -> Room:
        room = Room()
        await room.search(at("10.0.0.1"))
        await room.search(at("10.0.0.1:80", "urn:1", "Cổng"))
        await room.search(at("10.0.0.9", "urn:1", "Cổng"), at("10.0.0.9", "urn:1", "Cổng"))
        return room

    room = asyncio.run(play())
    key = "http://10.0.0.1/onvif/device_service"
    assert room.keys() == [key] * 3 and list(room.finding.rows) == [key]
    assert room.finding.rows[key].addresses[0].startswith("http://10.0.0.9")


def test_two_endpoints_at_one_address_are_two() -> None:
    async def play() -> Room:
        room = Room()
        await room.search(at("10.0.0.1", "urn:1"), at("10.0.0.1", "urn:2"))
        return room

    assert asyncio.run(play()).keys() == ["urn:1", "urn:2"]


def test_stopped_it_ends_and_what_was_found_stays() -> None:
    async def play() -> Room:
        room = Room()
        room.finding.stop()
        room.finding.start(Script(at("10.0.0.1"), goes_on=True))
        await until(lambda: room.keys())
        assert room.endings() == 0
        room.finding.stop()
        await until(lambda: room.endings() == 1)
        return room

    assert len(asyncio.run(play()).finding.rows) == 1


def test_a_new_search_ends_the_former_and_closing_leaves_nothing() -> None:
    async def play() -> Room:
        room = Room()
        room.finding.start(Script(at("10.0.0.1"), goes_on=True))
        await until(lambda: room.keys())
        room.finding.start(Script(at("10.0.0.2"), goes_on=True))
        await until(lambda: len(room.keys()) == 2)
        assert room.endings() == 1
        await room.finding.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return room

    assert asyncio.run(play()).endings() == 2
