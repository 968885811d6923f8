"""The faults of the HTTP half: answers that come late, and answers that are none."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest
from lxml import etree

from tests.simulator.running import Running, running_city
from tests.simulator.soap import action, envelope, post
from wall.simulator.city import Device

CLOCK = envelope(action("GetSystemDateAndTime"))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=2, sites=1) as running:
        yield running


@pytest.fixture
def device(city: Running) -> Iterator[Device]:
    """A device; it answers well again in the end, and the other one did all the time."""
    yield city.city.devices[0]
    for each in city.city.devices:
        assert post(city.url(each), CLOCK).status_code == 200


def test_a_slow_answer_comes(city: Running, device: Device) -> None:
    with city.fault("slow-answer", device, 0.5):
        began_s = time.monotonic()
        assert post(city.url(device), CLOCK).status_code == 200
        assert time.monotonic() - began_s >= 0.5
        began_s = time.monotonic()
        assert post(city.url(city.city.devices[1]), CLOCK).status_code == 200


def test_who_does_not_wait_disturbs_nobody(city: Running, device: Device) -> None:
    with city.fault("slow-answer", device, 60), pytest.raises(httpx.ReadTimeout):
        httpx.post(city.url(device), content=CLOCK, timeout=0.2, trust_env=False)


@pytest.mark.parametrize(("kind", "least_bytes"), [("xml", 50), ("bytes", 2000), ("huge", 8_000_000)])
def test_garbage_is_no_xml(city: Running, device: Device, kind: str, least_bytes: int) -> None:
    with city.fault("garbage-answer", device, kind):
        response = post(city.url(device), CLOCK)
    assert response.status_code == 200
    assert len(response.content) >= least_bytes
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(response.content)
