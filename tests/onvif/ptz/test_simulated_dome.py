"""All that a line can do, with simulated domes as the counterpart: they tell where they really look."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.onvif.ptz.domes import run
from tests.onvif.ptz.simulated import position, simulated_line, target_of
from tests.simulator.running import Running, running_city
from tests.support.waiting import until
from wall.model.device import Trouble
from wall.model.ptz.move import Place, Velocity, Way
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.line import PtzLine
from wall.onvif.ptz.target import PtzTarget
from wall.simulator.city import Device as Simulated


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def device(city: Running) -> Simulated:
    return city.first("dome")


@pytest.fixture(scope="module")
def target(city: Running, contract: Contract, device: Simulated) -> PtzTarget:
    return target_of(contract, city.url(device))


async def arrived(line: PtzLine, there: Place) -> None:
    """As its status tells."""
    for _ in range(300):
        now = await line.status()
        assert now.place is not None
        pairs = ((now.place.pan, there.pan), (now.place.tilt, there.tilt), (now.place.zoom, there.zoom))
        if now.is_moving is False and all(b is None or (a is not None and abs(a - b) < 0.01) for a, b in pairs):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"it is at {now.place} and not at {there}")


def test_it_tells_what_it_can_do(contract: Contract, target: PtzTarget) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            ability = await line.ability()
            assert ability.pan_tilt and ability.zoom and ability.absolute and ability.relative
            assert ability.home and ability.presets and ability.most_presets > 0 and ability.tells_place

    run(check())


def test_it_moves_the_right_way_and_stands(
    contract: Contract, target: PtzTarget, city: Running, device: Simulated
) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            await line.go_to(Place(0, 0, 0))
            await arrived(line, Place(0, 0, 0))
            await line.move(Velocity(1, 0.5, 0.5))
            await until(lambda: position(city, device)[0] > 0.05)
            await line.stop()
            await line.stop()
            pan, tilt, zoom = position(city, device)
            assert pan > 0 and tilt > 0 and zoom > 0
            await asyncio.sleep(0.5)
            rests = position(city, device)
            await asyncio.sleep(0.2)
            assert position(city, device) == rests

    run(check())


def test_it_stands_by_itself_when_nothing_more_is_said(
    contract: Contract, target: PtzTarget, city: Running, device: Simulated
) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            await line.go_to(Place(-0.2, 0, 0))
            await arrived(line, Place(-0.2, 0, 0))
            await line.move(Velocity(pan=0.2), 0.3)
            await asyncio.sleep(1.0)
            rests = position(city, device)
            assert -0.2 < rests[0] < 0.1
            await asyncio.sleep(0.2)
            assert position(city, device) == rests

    run(check())


def test_places_ways_presets_and_home(contract: Contract, target: PtzTarget) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            await line.go_to(Place(0.2, -0.1, 0.1))
            await arrived(line, Place(0.2, -0.1, 0.1))
            kept = await line.set_preset("Ngã tư")
            await line.set_home()
            await line.relative(Way(pan=-0.2))
            await arrived(line, Place(0.0, -0.1, 0.1))
            await line.go_to(Place(tilt=0.1))
            await arrived(line, Place(0.0, 0.1, 0.1))
            await line.go_preset(kept.token)
            await arrived(line, Place(0.2, -0.1, 0.1))
            await line.go_to(Place(0, 0, 0))
            await line.home()
            await arrived(line, Place(0.2, -0.1, 0.1))
            assert kept in await line.presets()
            await line.remove_preset(kept.token)
            assert kept.token not in {each.token for each in await line.presets()}

    run(check())


def test_a_preset_is_renamed_and_keeps_its_place(
    contract: Contract, target: PtzTarget, city: Running, device: Simulated
) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            await line.go_to(Place(0.1, 0.1, 0))
            await arrived(line, Place(0.1, 0.1, 0))
            kept = await line.set_preset("cũ")
            await line.go_to(Place(0, 0, 0))
            await arrived(line, Place(0, 0, 0))
            await line.rename_preset(kept.token, "mới")
            assert {each.token: each.name for each in await line.presets()}[kept.token] == "mới"
            await arrived(line, Place(0, 0, 0))
            await line.go_preset(kept.token)
            await arrived(line, Place(0.1, 0.1, 0))
            await line.go_to(Place(-0.2, 0.1, 0))
            await arrived(line, Place(-0.2, 0.1, 0))
            renaming = asyncio.create_task(line.rename_preset(kept.token, "nhầm"))
            await until(lambda: position(city, device)[0] > -0.15)
            await line.stop()
            with pytest.raises(DeviceFault):
                await renaming
            assert {each.token: each.name for each in await line.presets()}[kept.token] == "mới"
            await line.remove_preset(kept.token)

    run(check())


def test_what_it_refuses_is_a_fault(contract: Contract, target: PtzTarget) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            with pytest.raises(DeviceFault) as caught:
                await line.go_preset("gone")
            assert caught.value.trouble in (Trouble.FAULT, Trouble.UNSUPPORTED)

    run(check())
