"""A simulated city's domes, found and driven as the program does it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.onvif.desks import NotingDesk
from tests.simulator.running import Running
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Target
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.line import PtzLine
from wall.onvif.ptz.lines import PtzLines
from wall.onvif.ptz.target import PtzTarget, ptz_target
from wall.simulator.city import Device as Simulated
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

RIGHT = Credentials(DEMO_USER, DEMO_PASSWORD)
Position = tuple[float, float, float]


def target_of(contract: Contract, url: str) -> PtzTarget:
    """Where the dome at that address is driven, by what it told when it was asked everything."""

    async def ask() -> PtzTarget:
        interrogator = Interrogator(contract)
        device = await interrogator.interrogate(Target(url), NotingDesk(RIGHT))
        await interrogator.close()
        target = ptz_target(device, device.channels[0])
        assert target is not None, device.problems
        return target

    return asyncio.run(ask())


@asynccontextmanager
async def simulated_line(contract: Contract, target: PtzTarget, guard: Guard | None = None) -> AsyncIterator[PtzLine]:
    lines = PtzLines(contract, guard=guard)
    line = lines.line(target, NotingDesk(RIGHT))
    try:
        await line.open()
        yield line
    finally:
        lines.close()
        await asyncio.sleep(0)


def position(city: Running, device: Simulated) -> Position:
    """Where the dome really looks: pan, tilt, zoom."""

    async def look() -> Position:
        unit = city.unit_of(device).unit
        return next(iter(unit.domes.values())).position(unit.parts.monotonic())

    return city.call(look())
