"""A dome's own patrols, started by a client that nobody here wrote."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from wall.simulator.domes.dome import Dome, Preset
from wall.simulator.domes.tours import PresetTour, Spot, Tour

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)
PROFILE = {"ProfileToken": "Profile_1_main"}


def touring() -> Dome:
    dome = Dome((Preset("a", "A", (0.5, 0.0, 0.0)), Preset("b", "B", (-0.5, 0.0, 0.0))))
    dome.tours["1"] = PresetTour("1", "Round", (Spot("a", 5.0), Spot("b", 3.0)))
    dome.operate(100.0, "1", dome.tours["1"].started(100.0))
    return dome


def test_where_it_is_follows_from_the_time_although_nobody_asked_meanwhile() -> None:
    dome = touring()
    dome.settle(104.0)
    assert dome.position(104.0)[0] == 0.5
    arrived_s = dome.rests_s
    dome.settle(arrived_s + 7.5)
    assert dome.position(arrived_s + 7.5)[0] == -0.5
    dome.settle(100_000.0)
    assert dome.tours["1"].state is Tour.TOURING
    assert abs(dome.position(100_000.0)[0]) <= 0.5


def test_a_hand_ends_it() -> None:
    dome = touring()
    dome.settle(104.0)
    dome.run(104.0, (0.1, 0.0), None, 1.0)
    dome.settle(200.0)
    assert dome.tours["1"].state is Tour.IDLE
    assert dome.position(200.0)[0] > 0.5


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def ptz(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("dome"))) as client:
        yield client.create_ptz_service()


def test_it_is_told_started_halted_and_ended(city: Running, ptz: Any) -> None:
    (node,) = ptz.GetNodes()
    # The client takes what stands in an extension for anything.
    assert "SupportedPresetTour" in str(node.Extension)
    (tour,) = ptz.GetPresetTours(PROFILE)
    assert (tour.Status.State, len(tour.TourSpot)) == ("Idle", 3)
    for operation, state in (("Start", "Touring"), ("Pause", "Paused"), ("Start", "Touring"), ("Stop", "Idle")):
        ptz.OperatePresetTour({**PROFILE, "PresetTourToken": tour.token, "Operation": operation})
        assert ptz.GetPresetTours(PROFILE)[0].Status.State == state
        if state == "Touring":
            assert ptz.GetStatus(PROFILE).MoveStatus.PanTilt == "MOVING"
    dome = city.simulator.parts.domes[city.first("dome").channels[0]]
    deadline_s = time.monotonic() + 5
    while dome.is_moving(time.monotonic()):
        assert time.monotonic() < deadline_s, "the patrol's end is the end of its motion"


def test_one_can_be_made_and_removed(ptz: Any) -> None:
    token = ptz.CreatePresetTour(PROFILE)
    assert token in [tour.token for tour in ptz.GetPresetTours(PROFILE)]
    ptz.RemovePresetTour({**PROFILE, "PresetTourToken": token})
    assert token not in [tour.token for tour in ptz.GetPresetTours(PROFILE)]
