"""The simulated city is found whole, however it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.onvif.discovery.responders import LOOPBACK
from tests.simulator.running import Running, running_city
from wall.model.device import FoundDevice
from wall.onvif.discovery import Search


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


def found(city: Running, *targets: str, multicast: bool = False) -> tuple[list[FoundDevice], int]:
    discovery = city.simulator.discovery
    assert discovery is not None
    search = Search(
        targets, multicast, multicast_port=discovery.port, interfaces=lambda: LOOPBACK, camera_ports=(), listen_s=1.0
    )

    async def work() -> list[FoundDevice]:
        return [row async for row in search.run()]

    return asyncio.run(work()), search.found


def everybody(city: Running) -> set[tuple[str, str]]:
    return {(device.endpoint, city.url(device)) for device in city.city.devices}


def seen(rows: list[FoundDevice]) -> set[tuple[str, str]]:
    return {(row.endpoint, row.addresses[0]) for row in rows}


def test_multicast_finds_everybody_with_name_and_model(city: Running) -> None:
    rows, count = found(city, multicast=True)
    assert seen(rows) == everybody(city)
    assert count == len(rows) == len(city.city.devices)
    dome = city.first("dome")
    row = next(row for row in rows if row.endpoint == dome.endpoint)
    assert row.name == city.city.cameras_of(dome)[0].name
    assert row.hardware == dome.model
    assert city.city.sites[dome.site - 1].name in row.location


def test_one_typed_address_finds_everybody_behind_it(city: Running) -> None:
    rows, _ = found(city, "127.0.0.1")
    assert seen(rows) == everybody(city)


def test_typed_and_near_is_still_one_row_each(city: Running) -> None:
    typed = " ".join(city.url(device) for device in city.city.devices)
    rows, count = found(city, typed, "127.0.0.1", multicast=True)
    assert seen(rows) == everybody(city)
    assert count == len(city.city.devices)


def test_without_datagrams_each_typed_device_is_reached(city: Running) -> None:
    typed = [f"127.0.0.1:{city.port(device)}" for device in city.city.devices]
    search = Search(typed, False, multicast_port=9, listen_s=0.1)

    async def work() -> set[str]:
        return {row.addresses[0] async for row in search.run()}

    assert asyncio.run(work()) == {city.url(device) for device in city.city.devices}
    assert search.asked == search.addresses == len(typed)
