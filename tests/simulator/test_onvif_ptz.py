"""An independent client drives a dome and sees it move."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from tests.simulator.soap import PTZ, action, envelope, fault_of, post, token
from wall.simulator.domes.dome import PAN_GAIN

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)

PROFILE = {"ProfileToken": "Profile_1_main"}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def ptz(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("dome"))) as client:
        yield client.create_ptz_service()


def pan(ptz: Any) -> float:
    return float(ptz.GetStatus(PROFILE).Position.PanTilt.x)


def until_idle(ptz: Any) -> Any:
    """The status once it stands."""
    deadline_s = time.monotonic() + 20
    while time.monotonic() < deadline_s:
        status = ptz.GetStatus(PROFILE)
        if (status.MoveStatus.PanTilt, status.MoveStatus.Zoom) == ("IDLE", "IDLE"):
            return status
    raise AssertionError("it never stood still")


def move_to(ptz: Any, x: float, y: float = 0.0, zoom: float = 0.0) -> Any:
    ptz.AbsoluteMove({**PROFILE, "Position": {"PanTilt": {"x": x, "y": y}, "Zoom": {"x": zoom}}})
    return until_idle(ptz)


def test_nodes_tell_spaces_and_limits(ptz: Any) -> None:
    (node,) = ptz.GetNodes()
    (space,) = node.SupportedPTZSpaces.ContinuousPanTiltVelocitySpace
    assert (space.XRange.Min, space.XRange.Max, node.HomeSupported) == (-1.0, 1.0, True)
    (configuration,) = ptz.GetConfigurations()
    options = ptz.GetConfigurationOptions({"ConfigurationToken": configuration.token})
    assert options.PTZTimeout.Max.total_seconds() == 60


def test_a_continuous_move_goes_on_until_it_is_stopped(ptz: Any) -> None:
    before = pan(ptz)
    ptz.ContinuousMove({**PROFILE, "Velocity": {"PanTilt": {"x": 0.2, "y": 0}}, "Timeout": "PT30S"})
    assert ptz.GetStatus(PROFILE).MoveStatus.PanTilt == "MOVING"
    deadline_s = time.monotonic() + 20
    while pan(ptz) <= before and time.monotonic() < deadline_s:
        pass
    ptz.Stop(PROFILE)
    stopped = until_idle(ptz).Position.PanTilt.x
    assert stopped > before
    assert pan(ptz) == stopped


def test_a_move_ends_with_its_timeout(ptz: Any) -> None:
    move_to(ptz, 0.0)
    ptz.ContinuousMove({**PROFILE, "Velocity": {"PanTilt": {"x": 1, "y": 0}}, "Timeout": "PT0.2S"})
    # 0.2 s of gaining speed, as long of losing it.
    assert until_idle(ptz).Position.PanTilt.x == pytest.approx(PAN_GAIN * 0.2**2, abs=0.001)


def test_absolute_and_relative_moves_arrive(ptz: Any) -> None:
    there = move_to(ptz, 0.2, -0.1, 0.1).Position
    assert (there.PanTilt.x, there.PanTilt.y, there.Zoom.x) == pytest.approx((0.2, -0.1, 0.1))
    ptz.RelativeMove({**PROFILE, "Translation": {"PanTilt": {"x": -0.1, "y": 0}}})
    assert until_idle(ptz).Position.PanTilt.x == pytest.approx(0.1)


def test_presets_are_kept_reached_and_removed(ptz: Any) -> None:
    move_to(ptz, 0.15)
    kept = ptz.SetPreset({**PROFILE, "PresetName": "Cổng chợ"})
    assert kept in {preset.token: preset.Name for preset in ptz.GetPresets(PROFILE)}
    move_to(ptz, 0.0)
    ptz.GotoPreset({**PROFILE, "PresetToken": kept})
    assert until_idle(ptz).Position.PanTilt.x == pytest.approx(0.15)
    ptz.RemovePreset({**PROFILE, "PresetToken": kept})
    assert kept not in [preset.token for preset in ptz.GetPresets(PROFILE)]
    with pytest.raises(Exception, match="no preset"):
        ptz.GotoPreset({**PROFILE, "PresetToken": kept})


def test_home_is_where_it_was_set(ptz: Any) -> None:
    move_to(ptz, 0.05)
    ptz.SetHomePosition(PROFILE)
    move_to(ptz, 0.1)
    ptz.GotoHomePosition(PROFILE)
    assert until_idle(ptz).Position.PanTilt.x == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("name", "inner", "subcode"),
    [
        ("ContinuousMove", '<Velocity><PanTilt x="2" y="0"/></Velocity>', "ter:InvalidVelocity"),
        ("ContinuousMove", '<Velocity><PanTilt x="nan" y="0"/></Velocity>', "ter:InvalidVelocity"),
        ("ContinuousMove", "<Velocity/><Timeout>soon</Timeout>", "ter:TimeoutNotSupported"),
        ("AbsoluteMove", '<Position><PanTilt x="1"/></Position>', "ter:InvalidPosition"),
        ("SetPreset", "<PresetToken>none</PresetToken>", "ter:NoToken"),
    ],
)
def test_wrong_moves_are_named(city: Running, name: str, inner: str, subcode: str) -> None:
    body = action(name, PTZ, f"<ProfileToken>Profile_1_main</ProfileToken>{inner}")
    response = post(city.url(city.first("dome")), envelope(body, token()))
    assert fault_of(response) == ["s:Sender", "ter:InvalidArgVal", subcode]


def test_a_fixed_camera_cannot_move(city: Running) -> None:
    body = action("GetNodes", PTZ)
    response = post(city.url(city.first("camera")), envelope(body, token()))
    assert fault_of(response) == ["s:Receiver", "ter:ActionNotSupported"]
