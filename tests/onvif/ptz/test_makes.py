"""Domes of all simulated makes, with their habits: each is found, logged in to, driven and stopped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.onvif.ptz.domes import run
from tests.onvif.ptz.simulated import position, simulated_line, target_of
from tests.simulator.running import Running, running_city
from tests.support.waiting import until
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.simulator.devices import MAKES, Make


@pytest.fixture(scope="module", params=MAKES, ids=lambda make: make.maker)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    make: Make = request.param
    with running_city(tmp_path_factory.mktemp("clips"), make=make, habits=True) as running:
        yield running


def test_a_dome_of_this_make_is_driven(city: Running, contract: Contract) -> None:
    device = city.first("dome")
    target = target_of(contract, city.url(device))

    async def check() -> None:
        async with simulated_line(contract, target) as line:
            ability = await line.ability()
            assert ability.pan_tilt and ability.zoom and ability.presets
            began = position(city, device)
            await line.move(Velocity(pan=0.5))
            await until(lambda: position(city, device) != began)
            for _ in range(3):
                await line.stop()
            status = await line.status()
            assert (status.place is not None) == ability.tells_place
            assert await line.presets() and not line.is_shut

    run(check())
