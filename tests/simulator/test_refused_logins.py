"""The control port tells how many refused logins each device has seen, HTTP and RTSP apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.simulator.rtsp_client import RtspClient
from tests.simulator.running import Running, running_city
from tests.simulator.soap import action, envelope, post, token
from wall.simulator.digest import Account
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

WHO = action("GetDeviceInformation")


@pytest.fixture
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=3, sites=1, recorders=False) as running:
        yield running


def counts(city: Running) -> dict[str, dict[str, int]]:
    """As the control port tells them."""
    status: dict[str, dict[str, dict[str, int]]] = httpx.get(f"{city.simulator.control_url}/status").json()
    return status["refused_logins"]


def test_nothing_is_refused_where_no_login_was_sent_or_a_good_one(city: Running) -> None:
    url = city.url(city.city.devices[0])
    assert post(url, envelope(WHO)).status_code == 401
    assert post(url, envelope(WHO, token())).status_code == 200
    assert post(url, envelope(WHO), httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD)).status_code == 200
    with RtspClient(city.simulator.parts.addresses.rtsp[1]) as client:
        client.ask("OPTIONS")
    assert counts(city) == {}


def test_wrong_passwords_count_by_device_and_protocol(city: Running) -> None:
    first, second, _ = (city.url(device) for device in city.city.devices)
    post(first, envelope(WHO, token("wrong")))
    post(second, envelope(WHO), httpx.DigestAuth(DEMO_USER, "wrong"))
    httpx.get(f"{second.partition('/onvif')[0]}/snapshot/1", auth=httpx.DigestAuth("root", "wrong"), trust_env=False)
    with RtspClient(city.simulator.parts.addresses.rtsp[2], account=Account(DEMO_USER, "wrong")) as client:
        assert client.ask("DESCRIBE").code == 401
    assert counts(city) == {
        "1": {"http": 1, "rtsp": 0, "clock": 0},
        "2": {"http": 2, "rtsp": 1, "clock": 0},
    }


def test_a_good_password_by_a_wrong_clock_counts_apart(city: Running) -> None:
    old = token(at=datetime.now(UTC) - timedelta(hours=7))
    assert post(city.url(city.city.devices[2]), envelope(WHO, old)).status_code == 400
    assert counts(city) == {"3": {"http": 0, "rtsp": 0, "clock": 1}}


def test_the_list_of_devices_tells_it_too(city: Running) -> None:
    post(city.url(city.city.devices[1]), envelope(WHO, token("wrong")))
    listed = httpx.get(f"{city.simulator.control_url}/devices").json()
    assert [device["number"] for device in listed] == [1, 2, 3]
    second = listed[1]
    assert second["refused_logins"] == {"http": 1, "rtsp": 0, "clock": 0}
    assert (second["requests"], second["most_connections"]) == (1, 1)
    assert second["http"] == city.url(city.city.devices[1])
    assert second["serial"] == city.city.devices[1].serial
    assert DEMO_PASSWORD not in str(listed)
