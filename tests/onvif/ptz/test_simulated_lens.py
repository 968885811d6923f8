"""What simulated domes do with their lens, their wiper, their patrols and their degrees when a line tells them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from tests.onvif.ptz.domes import run
from tests.onvif.ptz.simulated import simulated_line, target_of
from tests.simulator.running import Running, running_city
from tests.support.waiting import until
from wall.model.ptz.move import Place, Way
from wall.model.ptz.status import TourState
from wall.onvif.contract import Contract
from wall.onvif.ptz.target import PtzTarget
from wall.simulator.devices import MAKES
from wall.simulator.domes.dome import Dome

T = TypeVar("T")
MERIDIAN = next(each for each in MAKES if each.maker == "Meridian")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def target(city: Running, contract: Contract) -> PtzTarget:
    return target_of(contract, city.url(city.first("dome")))


def of_dome(city: Running, look: Callable[[Dome, float], T]) -> T:
    """Something of the dome itself, now."""

    async def see() -> T:
        unit = city.unit_of(city.first("dome")).unit
        return look(next(iter(unit.domes.values())), unit.parts.monotonic())

    return city.call(see())


def test_focus_moves_until_it_is_stopped_and_then_finds_itself(
    contract: Contract, target: PtzTarget, city: Running
) -> None:
    def blur(dome: Dome, now_s: float) -> float:
        return dome.lens.blur(now_s, dome.position(now_s)[2])

    async def check() -> None:
        async with simulated_line(contract, target) as line:
            assert (await line.ability()).focus and (await line.ability()).iris
            assert of_dome(city, blur) == 0
            await line.focus(1)
            await until(lambda: of_dome(city, blur) > 0.1)
            await line.focus(0)
            await until(lambda: not of_dome(city, lambda dome, now_s: dome.lens.is_moving(now_s)))
            left = of_dome(city, blur)
            await asyncio.sleep(0.1)
            assert of_dome(city, blur) == left
            await line.auto_focus(on=True)
            assert of_dome(city, blur) == 0

    run(check())


def test_iris_wiper_and_lamp(contract: Contract, target: PtzTarget, city: Running) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            before = of_dome(city, lambda dome, _: dome.lens.iris_db)
            await line.iris(0.25)
            assert of_dome(city, lambda dome, _: (dome.lens.iris_db, dome.lens.is_iris_automatic)) == (
                before - 6,
                False,
            )
            await line.auto_iris()
            assert of_dome(city, lambda dome, _: dome.lens.is_iris_automatic)
            for command in ("tt:Wiper|On", "tt:IRLamp|On", "tt:Wiper|Off"):
                assert command in (await line.ability()).auxiliary
                await line.auxiliary(command)
            assert of_dome(city, lambda dome, _: (dome.helpers.wiper, dome.helpers.lamp)) == (False, True)
            await line.auxiliary("tt:IRLamp|Off")

    run(check())


def test_a_patrol_of_its_own_runs_waits_and_ends(contract: Contract, target: PtzTarget) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            assert (await line.ability()).tours
            token = (await line.tours())[0].token
            for operate, state in (
                (line.start_tour, TourState.TOURING),
                (line.pause_tour, TourState.PAUSED),
                (line.stop_tour, TourState.IDLE),
            ):
                await operate(token)
                assert next(each.state for each in await line.tours() if each.token == token) is state
            await line.stop()

    run(check())


def test_a_way_of_the_view_is_taken(contract: Contract, target: PtzTarget, city: Running) -> None:
    async def check() -> None:
        async with simulated_line(contract, target) as line:
            assert (await line.ability()).relative_of_view
            await line.go_to(Place(0, 0, 0))
            await until(lambda: of_dome(city, lambda dome, now_s: not dome.is_moving(now_s)))
            await line.relative(Way(0.5, 0.5, of_view=True))
            await until(lambda: of_dome(city, lambda dome, now_s: not dome.is_moving(now_s)))
            pan, tilt, zoom = of_dome(city, lambda dome, now_s: dome.position(now_s))
            assert pan > 0.02 and tilt > 0.02 and zoom == 0

    run(check())


def test_a_dome_that_thinks_in_degrees_goes_where_it_is_told(
    contract: Contract, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running_city(tmp_path_factory.mktemp("clips"), make=MERIDIAN, habits=True) as city:
        target = target_of(contract, city.url(city.first("dome")))

        async def check() -> None:
            async with simulated_line(contract, target) as line:
                least, most = (await line.ability()).pan_degrees or (0.0, 0.0)
                assert least == -most and most > 10
                await line.go_to(Place(0.2, -0.1, 0.1))
                await until(lambda: of_dome(city, lambda dome, now_s: not dome.is_moving(now_s)))
                position = of_dome(city, lambda dome, now_s: dome.position(now_s))
                assert position == pytest.approx((0.2, -0.1, 0.1), abs=0.01)
                place = (await line.status()).place
                assert place is not None
                assert (place.pan, place.tilt, place.zoom) == pytest.approx(position, abs=0.01)

        run(check())
