"""Focus, iris, wiper and lamp, over ONVIF by a client that nobody here wrote, and in what the dome's picture shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from wall.simulator.domes.dome import Dome
from wall.simulator.domes.lens_effects import seen_through
from wall.simulator.domes.look import Look

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)
SOURCE = {"VideoSourceToken": "VideoSource_1"}
PROFILE = {"ProfileToken": "Profile_1_main"}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def client(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("dome"))) as camera:
        yield camera


@pytest.fixture(scope="module")
def imaging(client: Any) -> Any:
    return client.create_imaging_service()


@pytest.fixture
def dome(city: Running) -> Dome:
    return city.simulator.parts.domes[city.first("dome").channels[0]]


def look(dome: Dome) -> Look:
    return dome.look(time.monotonic())[0]


def until(is_so: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline_s, "it did not come to that"
        time.sleep(0.02)


def test_the_focus_moves_by_hand_and_the_automatic_finds_back(imaging: Any, dome: Dome) -> None:
    options = imaging.GetMoveOptions(SOURCE)
    assert (options.Continuous.Speed.Min, options.Continuous.Speed.Max) == (-1.0, 1.0)
    imaging.Move({**SOURCE, "Focus": {"Continuous": {"Speed": 1.0}}})
    until(lambda: look(dome).blur > 0.3)
    imaging.Stop(SOURCE)
    assert imaging.GetImagingSettings(SOURCE).Focus.AutoFocusMode == "MANUAL"
    until(lambda: imaging.GetStatus(SOURCE).FocusStatus20.MoveStatus == "IDLE")
    blurred = look(dome).blur
    imaging.Move({**SOURCE, "Focus": {"Relative": {"Distance": -0.1}}})
    until(lambda: look(dome).blur < blurred - 0.1)
    imaging.SetImagingSettings({**SOURCE, "ImagingSettings": {"Focus": {"AutoFocusMode": "AUTO"}}})
    assert look(dome).blur == 0.0


def test_the_iris_is_told_in_what_it_takes_away(imaging: Any, dome: Dome) -> None:
    settings = imaging.GetImagingSettings(SOURCE)
    limits = imaging.GetOptions(SOURCE).Exposure.Iris
    assert limits.Min <= settings.Exposure.Iris <= limits.Max
    for iris, is_brighter in ((2.0, True), (20.0, False)):
        imaging.SetImagingSettings({**SOURCE, "ImagingSettings": {"Exposure": {"Mode": "MANUAL", "Iris": iris}}})
        assert (look(dome).gain > 1.0) is is_brighter
    with pytest.raises(Exception, match="Iris must be"):
        imaging.SetImagingSettings({**SOURCE, "ImagingSettings": {"Exposure": {"Mode": "MANUAL", "Iris": 90.0}}})
    imaging.SetImagingSettings({**SOURCE, "ImagingSettings": {"Exposure": {"Mode": "AUTO"}}})
    assert look(dome).gain == 1.0


def test_wiper_and_lamp(client: Any, dome: Dome) -> None:
    ptz = client.create_ptz_service()
    (node,) = ptz.GetNodes()
    assert "tt:Wiper|On" in node.AuxiliaryCommands
    for command, expected in (("tt:Wiper|On", (True, False)), ("tt:IRLamp|On", (True, True))):
        ptz.SendAuxiliaryCommand({**PROFILE, "AuxiliaryData": command})
        assert (look(dome).wiper, look(dome).lamp) == expected
    for command in ("tt:Wiper|Off", "tt:IRLamp|Off"):
        ptz.SendAuxiliaryCommand({**PROFILE, "AuxiliaryData": command})
    assert look(dome) == Look()
    with pytest.raises(Exception, match="no auxiliary command"):
        ptz.SendAuxiliaryCommand({**PROFILE, "AuxiliaryData": "tt:Coffee|On"})


def _pixels(seen: Look, time_s: float = 0.0) -> Any:
    rng = np.random.default_rng(1)
    noise = Image.fromarray(rng.integers(40, 160, (90, 160, 3), np.uint8).astype(np.uint8))
    return np.asarray(seen_through(noise, seen, time_s)).astype(int)


def test_they_are_seen_in_the_picture(tmp_path: Path) -> None:
    plain = _pixels(Look())
    assert _pixels(Look(blur=0.8)).std() < plain.std() / 2
    assert _pixels(Look(gain=0.5)).mean() == pytest.approx(plain.mean() / 2, rel=0.05)
    assert _pixels(Look(lamp=True)).mean() > plain.mean() * 1.3
    swept = [np.abs(_pixels(Look(wiper=True), time_s) - plain).sum(axis=(0, 2)).argmax() for time_s in (0.0, 1.0)]
    assert abs(swept[0] - swept[1]) > 20
