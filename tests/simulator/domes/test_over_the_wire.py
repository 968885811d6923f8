"""What a dome is told over ONVIF, what it does by its make or by a fault, and what the control port tells of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.simulator.running import Running, running_city
from tests.simulator.soap import PTZ, action, envelope, post, token
from wall.simulator.city import Device

PROFILE = "<ProfileToken>Profile_1_main</ProfileToken>"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture
def dome(city: Running) -> Device:
    return city.first("dome")


def tell(city: Running, dome: Device, name: str, inner: str = "") -> None:
    response = post(city.url(dome), envelope(action(name, PTZ, PROFILE + inner), token()))
    assert response.status_code == 200, response.text


def push(city: Running, dome: Device, pan: float = 0.2, timeout: str = "PT20S") -> None:
    tell(city, dome, "ContinuousMove", f'<Velocity><PanTilt x="{pan}" y="0"/></Velocity><Timeout>{timeout}</Timeout>')


def asked(city: Running, path: str) -> Any:
    with urlopen(f"{city.simulator.control_url}{path}", timeout=10) as answer:
        return json.load(answer)


def does(city: Running, dome: Device) -> dict[str, Any]:
    told: dict[str, Any] = asked(city, f"/dome?camera={dome.channels[0]}")
    return told


def until(is_so: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 15
    while not is_so():
        assert time.monotonic() < deadline_s, "it did not come to that"
        time.sleep(0.02)


def stands(city: Running, dome: Device) -> Callable[[], bool]:
    return lambda: not does(city, dome)["moving"]


@pytest.fixture(autouse=True)
def _rest(city: Running, dome: Device) -> Iterator[None]:
    yield
    tell(city, dome, "Stop")
    until(stands(city, dome))


def test_the_control_port_tells_what_a_dome_did(city: Running, dome: Device) -> None:
    before_s = time.monotonic()
    push(city, dome)
    told = does(city, dome)
    assert told["moving"] and told["stopped_s"] is None and told["speed"][0] > 0
    tell(city, dome, "Stop")
    until(stands(city, dome))
    told = does(city, dome)
    assert before_s < told["stopped_s"] < time.monotonic()
    assert [command["name"] for command in told["told"]][-2:] == ["ContinuousMove", "Stop"]
    assert told["motions"][-1]["from_s"] < told["motions"][-1]["to_s"] == told["stopped_s"]
    pans = [pan for _, pan, *_ in told["path"]]
    assert pans == sorted(pans) and pans[-1] == told["position"][0]
    later = asked(city, f"/dome?camera={dome.channels[0]}&since={time.monotonic()}")
    assert (later["told"], later["motions"], later["path"]) == ([], [], [])
    assert dome.channels[0] in [each["camera"] for each in asked(city, "/domes")]


def test_a_camera_that_is_no_dome_is_named(city: Running) -> None:
    with pytest.raises(HTTPError) as refused:
        asked(city, f"/dome?camera={city.first('camera').channels[0]}")
    assert "is no dome; domes are" in json.load(refused.value)["error"]


def test_a_stop_is_ignored_once(city: Running, dome: Device) -> None:
    with city.fault("ptz_ignores_stop", dome):
        push(city, dome)
        tell(city, dome, "Stop")
        told = does(city, dome)
        assert told["moving"] and told["last_command"]["ignored"]
        tell(city, dome, "Stop")
        until(stands(city, dome))
        assert not does(city, dome)["last_command"]["ignored"]


def test_a_timeout_is_ignored(city: Running, dome: Device) -> None:
    with city.fault("ptz-ignores-timeout", dome):
        push(city, dome, pan=-0.02, timeout="PT0.1S")
        time.sleep(0.6)
        assert does(city, dome)["moving"]
    tell(city, dome, "Stop")
    push(city, dome, pan=-0.02, timeout="PT0.1S")
    until(stands(city, dome))


def test_axes_are_inverted(city: Running, dome: Device) -> None:
    with city.fault("ptz-inverted", dome, "pan"):
        before = does(city, dome)["position"]
        push(city, dome, timeout="PT0.1S")
        until(stands(city, dome))
        assert does(city, dome)["position"][0] < before[0]


@pytest.mark.alone
def test_a_slow_dome_moves_at_once_and_answers_late(city: Running, dome: Device) -> None:
    with city.fault("ptz-slow", dome, 0.7):
        told_s = time.monotonic()
        push(city, dome)
        answered_s = time.monotonic()
    command = does(city, dome)["last_command"]
    assert answered_s - told_s > 0.7
    assert command["at_s"] - told_s < 0.6
