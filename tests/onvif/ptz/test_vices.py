"""Simulated domes with every vice: the record of what they really did is what counts."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.onvif.ptz.domes import run
from tests.onvif.ptz.simulated import position, simulated_line, target_of
from tests.onvif.ptz.turning import program
from tests.simulator.running import Running, running_city
from tests.support.waiting import until, wait_until
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.onvif.ptz.target import PtzTarget
from wall.simulator.city import Device as Simulated
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER


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


def stands(city: Running, device: Simulated) -> bool:
    """Has it come to rest?"""
    before = position(city, device)
    time.sleep(0.05)
    return position(city, device) == before


@pytest.mark.alone
def test_a_dome_that_answers_after_a_second_is_stopped_at_once(
    contract: Contract, target: PtzTarget, city: Running, device: Simulated
) -> None:
    """It does what it is told at once, and says so a second later."""

    async def check() -> None:
        async with simulated_line(contract, target) as line:
            with city.fault("ptz-ignores-timeout", device), city.fault("ptz-slow", device, 1.0):
                began = position(city, device)
                move = asyncio.create_task(line.move(Velocity(pan=0.3)))
                await until(lambda: position(city, device) != began)
                stop = asyncio.create_task(line.stop())
                let_go_s = time.monotonic()
                await until(lambda: stands(city, device))
                assert time.monotonic() - let_go_s < 0.9 and not move.done()
                await asyncio.gather(move, stop)
                assert stands(city, device)

    run(check())


def test_a_dome_that_ignores_the_first_stop_needs_a_second(
    contract: Contract, target: PtzTarget, city: Running, device: Simulated
) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            with city.fault("ptz-ignores-timeout", device), city.fault("ptz-ignores-stop", device, 1):
                await line.move(Velocity(pan=-0.2))
                await line.stop()
                assert not stands(city, device)
                await line.stop()
                await until(lambda: stands(city, device), 2)

    run(check())


@pytest.mark.alone
@pytest.mark.parametrize("vices", [{"ptz-ignores-stop": 1}, {"ptz-slow": 2.0}, {"ptz-inverted": "both"}])
def test_the_guardian_stops_it_whatever_its_vices(
    city: Running, target: PtzTarget, device: Simulated, vices: dict[str, float | str]
) -> None:
    """Its Timeout is half a minute."""
    ((vice, value),) = vices.items()
    with program(target.device_url, target.ptz_url, target.profile, DEMO_USER, DEMO_PASSWORD) as (process, _):
        wait_until(lambda: not stands(city, device), what="it does not turn")
        with city.fault(vice, device, value):
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            killed_s = time.monotonic()
            wait_until(lambda: stands(city, device), what="it turns on")
            assert time.monotonic() - killed_s < 1.5
