"""Focus, iris, auxiliary commands, presets and tours against scripted domes."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.onvif.ptz.domes import USUAL, dome, driven, run, span, status
from tests.onvif.scripted import Asked, fault, soap
from tests.support.waiting import until
from wall.model.device import Preset, Trouble
from wall.model.ptz.move import Place
from wall.model.ptz.status import CameraTour, PtzStatus, TourState
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault

BY_HAND = USUAL["GetImagingSettings"].replace("<AutoFocusMode>AUTO", "<AutoFocusMode>MANUAL")


def test_everything_that_it_tells_is_an_ability(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            ability = await it.line.ability()
            assert ability.auxiliary == ("tt:Wiper|On", "tt:Wiper|Off")
            assert ability.focus and ability.iris and ability.tours and ability.relative_of_view
            assert ability.home and ability.sets_home and ability.most_presets == 100
            asked = len(it.device.asked)
            assert await it.line.ability() is ability
            assert len(it.device.asked) == asked

    run(check())


def test_a_lens_that_does_not_move_has_no_focus(contract: Contract) -> None:
    async def check() -> None:
        answers = {
            "GetMoveOptions": "<GetMoveOptionsResponse><MoveOptions/></GetMoveOptionsResponse>",
            "GetOptions": "<GetOptionsResponse><ImagingOptions/></GetOptionsResponse>",
        }
        async with driven(contract, dome(None, **answers)) as it:
            ability = await it.line.ability()
            assert not ability.focus and not ability.iris
            with pytest.raises(DeviceFault) as caught:
                await it.line.iris(0.1)
            assert caught.value.trouble is Trouble.UNSUPPORTED
        async with driven(contract, dome(), imaging_url="") as it:
            assert not (await it.line.ability()).focus
            with pytest.raises(DeviceFault):
                await it.line.focus(1)
            assert "Move" not in it.device.calls

    run(check())


def test_focus_is_taken_in_hand_before_it_moves(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.ability()
            await it.line.focus(-0.5)
            await it.line.focus(2)
            await it.line.focus(0)
            await it.line.auto_focus(on=True)
            assert it.device.calls[-6:] == [
                "GetImagingSettings",
                "SetImagingSettings",
                "Move",
                "Move",
                "Stop",
                "SetImagingSettings",
            ]
            assert [re.findall(r"Speed>(-?[\d.]+)<", each) for each in it.bodies("Move")] == [["-3.5"], ["7.0"]]
            modes = [re.findall(r"AutoFocusMode>(\w+)<", each) for each in it.bodies("SetImagingSettings")]
            assert modes == [["MANUAL"], ["AUTO"]]
            assert {each.path for each in it.device.asked if each.call == "Move"} == {"/onvif/imaging"}

    run(check())


def test_a_focus_move_that_waits_is_not_sent_after_its_stop(contract: Contract) -> None:
    async def check() -> None:
        let = asyncio.Event()

        async def slow(asked: Asked) -> bytes:
            await let.wait()
            return soap(BY_HAND)

        def rule(asked: Asked) -> object:
            return slow(asked) if asked.call == "GetImagingSettings" else None

        async with driven(contract, dome(rule)) as it:  # type: ignore[arg-type]
            moving = asyncio.create_task(it.line.focus(1))
            await until(lambda: "GetImagingSettings" in it.device.calls)
            await it.line.stop_focus()
            let.set()
            await moving
            assert "Move" not in it.device.calls

    run(check())


def test_a_focus_that_answers_slowly_lets_no_move_wait(contract: Contract) -> None:
    async def check() -> None:
        let = asyncio.Event()

        async def slow(asked: Asked) -> bytes:
            await let.wait()
            return soap("<MoveResponse/>")

        def rule(asked: Asked) -> object:
            return slow(asked) if asked.call == "Move" else None

        async with driven(contract, dome(rule, GetImagingSettings=BY_HAND)) as it:  # type: ignore[arg-type]
            focusing = asyncio.create_task(it.line.focus(1))
            await until(lambda: "Move" in it.device.calls)
            await it.line.home()
            assert it.device.calls[-1] == "GotoHomePosition"
            let.set()
            await focusing

    run(check())


@pytest.mark.parametrize(("step", "iris"), [(0.1, "4.0"), (-0.2, "7.0"), (9, "0.0")])
def test_the_iris_goes_by_shares_and_stays_within_its_range(contract: Contract, step: float, iris: str) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.iris(step)
            body = it.bodies("SetImagingSettings")[-1]
            assert f"Iris>{iris}<" in body and "Mode>MANUAL<" in body and "Gain>3.0<" in body
            await it.line.auto_iris()
            assert "Mode>AUTO<" in it.bodies("SetImagingSettings")[-1]

    run(check())


def test_auxiliary_commands_go_as_the_dome_names_them(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome()) as it:
            await it.line.auxiliary("tt:Wiper|On")
            assert "AuxiliaryData>tt:Wiper|On<" in it.bodies("SendAuxiliaryCommand")[-1]
            with pytest.raises(DeviceFault) as caught:
                await it.line.auxiliary("tt:Coffee|On")
            assert caught.value.trouble is Trouble.UNSUPPORTED

    run(check())


def test_auxiliary_commands_of_the_device_itself_go_to_the_device(contract: Contract) -> None:
    told = (
        "<GetServiceCapabilitiesResponse><Capabilities><Misc AuxiliaryCommands='tt:Wiper|On tt:IRLamp|Auto'/>"
        "</Capabilities></GetServiceCapabilitiesResponse>"
    )

    async def check() -> None:
        async with driven(contract, dome(GetServiceCapabilities=told)) as it:
            assert (await it.line.ability()).auxiliary == ("tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|Auto")
            await it.line.auxiliary("tt:IRLamp|Auto")
            await it.line.auxiliary("tt:Wiper|On")
            sent = [(each.path, each.body) for each in it.device.asked if each.call == "SendAuxiliaryCommand"]
            assert [path for path, _ in sent] == ["/onvif/device_service", "/onvif/ptz"]
            assert b"AuxiliaryCommand>tt:IRLamp|Auto<" in sent[0][1]

    run(check())


def test_presets_without_names_and_without_a_told_token(contract: Contract) -> None:
    listed = "<GetPresetsResponse><Preset token='1'/>{}</GetPresetsResponse>"
    kept = iter(["", "<Preset token='7'><Name>Cổng</Name></Preset>"])

    def rule(asked: Asked) -> bytes | None:
        return soap(listed.format(next(kept))) if asked.call == "GetPresets" else None

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            assert await it.line.set_preset("Cổng") == Preset("7", "Cổng")
            assert "PresetToken" not in it.bodies("SetPreset")[-1]
            told = "<SetPresetResponse><PresetToken>9</PresetToken></SetPresetResponse>"
        async with driven(contract, dome(SetPreset=told, GetPresets=listed.format(""))) as it:
            assert await it.line.set_preset("", "9") == Preset("9", "9")
            assert await it.line.presets() == (Preset("1", "1"),)

    run(check())


def test_a_dome_that_tells_nothing_of_its_motion_renames_nothing(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(GetStatus=status(None, ""))) as it:
            with pytest.raises(DeviceFault) as caught:
                await it.line.rename_preset("1", "mới")
            assert caught.value.trouble is Trouble.UNSUPPORTED
            assert "SetPreset" not in it.device.calls and "GotoPreset" not in it.device.calls

    run(check())


@pytest.mark.parametrize(
    ("told", "understood"),
    [
        (status((0.5, -0.5, 1), "MOVING"), PtzStatus(Place(0.5, -0.5, 1), True)),
        (status(None, "IDLE"), PtzStatus(None, False)),
        (status(None, ""), PtzStatus(None, None)),
        (status((7, 0, 0), "UNKNOWN"), PtzStatus(Place(1, 0, 0), None)),
        ("<GetStatusResponse/>", PtzStatus()),
        (
            "<GetStatusResponse><PTZStatus><Position><Zoom x='0.5'/></Position><Error>motor</Error></PTZStatus>"
            "</GetStatusResponse>",
            PtzStatus(Place(zoom=0.5), None, "motor"),
        ),
        (
            "<GetStatusResponse><PTZStatus><Position><PanTilt x='nan' y=''/></Position><Error>No error</Error>"
            "</PTZStatus></GetStatusResponse>",
            PtzStatus(),
        ),
    ],
)
def test_a_status_is_taken_as_far_as_it_goes(contract: Contract, told: str, understood: PtzStatus) -> None:
    async def check() -> None:
        async with driven(contract, dome(GetStatus=told)) as it:
            assert await it.line.status() == understood

    run(check())


def test_tours_of_its_own(contract: Contract) -> None:
    listed = (
        "<GetPresetToursResponse><PresetTour token='T1'><Name>Đêm</Name><Status><State>Touring</State></Status>"
        "</PresetTour><PresetTour token='T2'/><PresetTour token='T1'/></GetPresetToursResponse>"
    )

    async def check() -> None:
        async with driven(contract, dome(GetPresetTours=listed)) as it:
            tours = await it.line.tours()
            assert tours == (CameraTour("T1", "Đêm", TourState.TOURING), CameraTour("T2", "T2"))
            await it.line.start_tour("T1")
            await it.line.pause_tour("T1")
            await it.line.stop_tour("T1")
            operations = [re.findall(r"Operation>(\w+)<", each) for each in it.bodies("OperatePresetTour")]
            assert operations == [["Start"], ["Pause"], ["Stop"]]

    run(check())


def test_a_refused_question_leaves_the_rest_of_the_ability(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return fault("ter:NotAuthorized") if asked.call in ("GetMoveOptions", "GetStatus") else None

    async def check() -> None:
        async with driven(contract, dome(rule), login=None) as it:
            with pytest.raises(DeviceFault) as caught:
                await it.line.ability()
            assert caught.value.trouble is Trouble.LOGIN_NEEDED
        slow = {"GetMoveOptions": f"<GetMoveOptionsResponse><MoveOptions>{span('Speed', 1, 1)}</MoveOptions>"}
        async with driven(contract, dome(None, **slow)) as it:
            ability = await it.line.ability()
            assert ability.pan_tilt and not ability.focus and ability.iris

    run(check())
