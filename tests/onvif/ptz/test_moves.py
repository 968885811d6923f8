"""Moves: in the dome's own numbers, with a timeout, and never after a stop that was given later."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.ptz.domes import (
    GENERIC_SPACES,
    PAN_TILT,
    UNIT,
    ZOOM,
    Driven,
    dome,
    driven,
    options,
    run,
    space,
    status,
)
from tests.onvif.scripted import Asked, fault, http, soap
from wall.model.device import Trouble
from wall.model.ptz.move import STILL, Place, Velocity, Way
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault

DEGREES = (
    space("ContinuousPanTiltVelocitySpace", f"{PAN_TILT}/VelocitySpaceDegrees", (-120, 120), (-90, 90))
    + space("ContinuousZoomVelocitySpace", f"{ZOOM}/VelocityGenericSpace", (-1, 1))
    + space("AbsolutePanTiltPositionSpace", f"{PAN_TILT}/SphericalPositionSpaceDegrees", (-170, 170), (-20, 90))
    + space("AbsoluteZoomPositionSpace", f"{ZOOM}/PositionGenericSpace", (0, 1))
)


def test_a_move_says_how_fast_and_for_how_long(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.open()
            await it.line.move(Velocity(0.5, -0.25), 1.0)
            assert it.last("ContinuousMove") == {"pan": "0.5", "tilt": "-0.25", "timeout": "PT1S"}
            await it.line.move(Velocity(zoom=-1), 0.75)
            # Pan and tilt may still move: they are told to stand.
            assert it.last("ContinuousMove") == {"pan": "0", "tilt": "0", "zoom": "-1", "timeout": "PT0.75S"}
            await it.line.move(STILL)
            assert it.device.calls[-1] == "Stop"
            await it.line.move(Velocity(zoom=0.1))
            assert it.last("ContinuousMove") == {"zoom": "0.1", "timeout": "PT1S"}
            assert "space=" not in it.bodies("ContinuousMove")[-1]

    run(check())


def test_a_move_before_anything_is_known_goes_out_at_once(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.move(Velocity(pan=1))
            assert it.device.calls == ["ContinuousMove"]
            assert it.last("ContinuousMove")["pan"] == "1"

    run(check())


@pytest.mark.parametrize(
    ("spaces", "velocity", "told"),
    [
        (DEGREES, Velocity(0.5, -1, 1), {"pan": "60", "tilt": "-90", "zoom": "1"}),
        # Upside down, without a negative half, endless, and of no width.
        (
            space("ContinuousPanTiltVelocitySpace", f"{PAN_TILT}/VelocityGenericSpace", (1, -1), (0, 1))
            + space("ContinuousZoomVelocitySpace", f"{ZOOM}/VelocityGenericSpace", ("-INF", "INF")),
            Velocity(1, -0.5, -0.5),
            {"pan": "1", "tilt": "-0.5", "zoom": "-0.5"},
        ),
        (
            space("ContinuousPanTiltVelocitySpace", f"{PAN_TILT}/VelocityGenericSpace", None)
            + space("ContinuousZoomVelocitySpace", f"{ZOOM}/VelocityGenericSpace", (0, 0)),
            Velocity(-1, 0, 1),
            {"pan": "-1", "tilt": "0"},
        ),
    ],
)
def test_numbers_are_the_domes_own(contract: Contract, spaces: str, velocity: Velocity, told: dict[str, str]) -> None:
    async def check() -> None:
        async with driven(contract, dome(GetConfigurationOptions=options(spaces))) as it:
            await it.line.open()
            await it.line.move(velocity)
            assert it.last("ContinuousMove") == {**told, "timeout": "PT1S"}
            assert ('space="' in it.bodies("ContinuousMove")[0]) == ("Degrees" in spaces)

    run(check())


def test_a_dome_that_hangs_upside_down_is_turned_over(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(), inverts_pan=True, inverts_tilt=True) as it:
            await it.line.move(Velocity(0.5, 1, 1))
            assert it.last("ContinuousMove") == {"pan": "-0.5", "tilt": "-1", "zoom": "1", "timeout": "PT1S"}

    run(check())


def test_the_timeout_stays_within_what_the_dome_takes(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(GetConfigurationOptions=options(timeout=("PT2S", "PT5M")))) as it:
            await it.line.open()
            await it.line.move(Velocity(pan=1), 0.5)
            assert it.last("ContinuousMove")["timeout"] == "PT2S"

    run(check())


def test_a_dome_that_takes_no_timeout_is_moved_without(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return fault("ter:TimeoutNotSupported", "Timeout not supported") if b"Timeout" in asked.body else None

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            await it.line.move(Velocity(pan=1))
            await it.line.move(Velocity(pan=-1))
            assert it.last("ContinuousMove") == {"pan": "-1", "tilt": "0"}
            assert it.device.calls == ["ContinuousMove"] * 3

    run(check())


def test_faults_come_as_faults_whatever_the_http_status(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return fault("ter:Action", "motor jammed", 200) if asked.call == "ContinuousMove" else None

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            with pytest.raises(DeviceFault) as caught:
                await it.line.move(Velocity(pan=1))
            assert caught.value.trouble is Trouble.FAULT and "motor jammed" in caught.value.detail

    run(check())


def test_what_it_cannot_do_is_not_sent(contract: Contract) -> None:
    only_zoom = space("ContinuousZoomVelocitySpace", f"{ZOOM}/VelocityGenericSpace", UNIT)

    async def check() -> None:
        async with driven(contract, dome(GetConfigurationOptions=options(only_zoom))) as it:
            ability = await it.line.ability()
            assert (ability.pan_tilt, ability.zoom, ability.absolute, ability.relative) == (False, True, False, False)
            for refused in (it.line.move(Velocity(pan=1)), it.line.relative(Way(pan=1)), it.line.go_to(Place(0, 0))):
                with pytest.raises(DeviceFault) as caught:
                    await refused
                assert caught.value.trouble is Trouble.UNSUPPORTED
            await it.line.move(Velocity(pan=1, zoom=1))
            assert it.last("ContinuousMove") == {"zoom": "1", "timeout": "PT1S"}

    run(check())


def test_places_and_ways_and_speeds(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.go_to(Place(-1, 0.5, 0.25), 0.5)
            body = it.bodies("AbsoluteMove")[-1]
            assert 'x="-1.0" y="0.5"' in body and 'x="0.25"' in body and body.count('x="0.5"') == 2
            await it.line.relative(Way(0.5, -0.25, of_view=True))
            body = it.bodies("RelativeMove")[-1]
            assert 'x="0.5" y="-0.25"' in body and "TranslationSpaceFov" in body and "Translation><ns0:Speed" in body
            await it.line.relative(Way(zoom=0.1))
            assert "PanTilt" not in it.bodies("RelativeMove")[-1]
            await it.line.home(1.0)
            await it.line.go_preset("7", 0.2)
            assert it.device.calls[-2:] == ["GotoHomePosition", "GotoPreset"]

    run(check())


def test_degrees_are_told_and_taken(contract: Contract) -> None:
    place = status((85, 35, 0.5), name=f"{PAN_TILT}/SphericalPositionSpaceDegrees")

    async def check() -> None:
        async with driven(contract, dome(GetConfigurationOptions=options(DEGREES), GetStatus=place)) as it:
            ability = await it.line.ability()
            assert ability.pan_degrees == (-170.0, 170.0) and ability.tells_place
            assert (await it.line.status()).place == Place(0.5, 0.0, 0.5)
            await it.line.go_to(Place(pan=1))
            assert 'x="170.0" y="35.0"' in it.bodies("AbsoluteMove")[-1]

    run(check())


@pytest.mark.parametrize("gone", [b"", http("", 200, "Connection: close")], ids=["closed", "said-so"])
def test_a_connection_that_the_dome_ends_is_opened_again(contract: Contract, gone: bytes) -> None:
    async def check() -> None:
        ends = iter([False, True] + [False] * 50)

        def rule(asked: Asked) -> bytes | None:
            return soap("<ContinuousMoveResponse/>", 200, "Connection: close") if next(ends) and gone else None

        async with driven(contract, dome(rule)) as it:
            for _ in range(3):
                await it.line.move(Velocity(pan=1))
            if gone == b"":
                await it.device.end()
                await asyncio.sleep(0)
                await it.line.move(Velocity(pan=1))
            assert it.device.calls == ["ContinuousMove"] * (3 if gone else 4)
            assert it.device.connections == 2

    run(check())


def test_a_service_that_is_not_where_it_was_told_is_found(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return (
            None
            if asked.path in ("/onvif/ptz_service", "/onvif/device_service")
            and (asked.path.endswith("ptz_service") or asked.call == "GetSystemDateAndTime")
            else http("<html><title>404</title></html>", 404)
        )

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            await it.line.move(Velocity(pan=1))
            asked = len(it.device.asked)
            await it.line.stop()
            assert len(it.device.asked) == asked + 1 and it.device.asked[-1].path == "/onvif/ptz_service"

    run(check())


def test_generic_spaces_are_what_every_dome_is_taken_for(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        is_told = asked.call in ("GetConfigurations", "GetNode", "GetNodes", "GetMoveOptions", "GetOptions")
        return fault("ter:ActionNotSupported", "no") if is_told else None

    async def check(it: Driven) -> None:
        ability = await it.line.ability()
        assert ability.pan_tilt and ability.zoom and not (ability.absolute or ability.relative or ability.focus)

    async def whole() -> None:
        async with driven(contract, dome(rule)) as it:
            await check(it)

    assert "Generic" in GENERIC_SPACES
    run(whole())
