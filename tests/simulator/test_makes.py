"""Whatever the make, a tolerant client learns who a device is and finds the main stream of each of its cameras."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.simulator.running import Running, running_city
from tests.simulator.soap import DEVICE, MEDIA, MEDIA2, action, envelope, post, token
from tests.simulator.tolerant import serial_of, stream_addresses
from wall.simulator.city import Device
from wall.simulator.devices import MAKES, Make
from wall.simulator.onvif.habits.by_make import habits_of
from wall.simulator.onvif.habits.habits import CAREFUL


@pytest.fixture(scope="module", params=MAKES, ids=lambda make: make.maker)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    make: Make = request.param
    with running_city(tmp_path_factory.mktemp("clips"), make=make, habits=True) as running:
        yield running


def _samples(city: Running) -> list[Device]:
    """One of each kind, one of each codec, and as many as have a clock that is off."""
    return list(city.city.devices[:6]) + [city.first(kind) for kind in ("dome", "recorder")]


def test_every_device_says_who_it_is(city: Running) -> None:
    for device in _samples(city):
        assert serial_of(city.url(device)) == device.serial


def test_every_main_stream_is_found(city: Running) -> None:
    for device in _samples(city):
        listener = city.simulator.rtsp[device.number]
        port = city.simulator.parts.addresses.rtsp[device.number]
        found = set()
        for uri in stream_addresses(city.url(device)):
            target = listener.find(uri.replace(" ", "%20"))
            assert target is not None, uri
            if urlsplit(uri).scheme:
                assert urlsplit(uri).port == port
                found.add((target.camera.number, target.spec.name))
        assert {(number, "main") for number in device.channels} <= found


@given(content=st.binary(max_size=300))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_get_an_answer(city: Running, content: bytes) -> None:
    assert post(city.url(city.city.devices[0]), content).status_code in (200, 400)


@pytest.mark.parametrize("name", ["Explode", "Get·Profiles", "GetRelayOutputs", "GetServices"])
def test_any_call_gets_an_answer_that_is_escaped(city: Running, name: str) -> None:
    inner = "<ProfileToken>&lt;x&gt;&amp;</ProfileToken>"
    for namespace in (DEVICE, MEDIA, MEDIA2, "urn:else"):
        response = post(city.url(city.city.devices[0]), envelope(action(name, namespace, inner), token()))
        assert response.status_code in (200, 400, 401, 500)
        assert "<x>" not in response.text


def test_every_make_has_habits() -> None:
    habits = [habits_of(make.maker) for make in MAKES]
    assert len(set(habits)) == len(MAKES) >= 6
    assert CAREFUL not in habits
