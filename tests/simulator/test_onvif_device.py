"""An independent client finds out who a device is and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def dome(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("dome"))) as client:
        yield client


def test_it_says_who_it_is(city: Running, dome: Any) -> None:
    device = city.first("dome")
    said = dome.devicemgmt.GetDeviceInformation()
    assert (said.Manufacturer, said.Model, said.SerialNumber, said.FirmwareVersion) == (
        device.maker,
        device.model,
        device.serial,
        device.firmware,
    )


def test_services_lie_on_its_own_listener(city: Running, dome: Any) -> None:
    services = dome.devicemgmt.GetServices({"IncludeCapability": True})
    addresses = {service.Namespace: service.XAddr for service in services}
    assert len(addresses) == 6
    assert all(a.startswith(f"http://127.0.0.1:{city.port(city.first('dome'))}/") for a in addresses.values())
    assert "http://www.onvif.org/ver20/media/wsdl" in addresses


def test_only_domes_offer_ptz(city: Running, dome: Any) -> None:
    namespace = "http://www.onvif.org/ver20/ptz/wsdl"
    assert namespace in dome.xaddrs
    with onvif_client(city.port(city.first("camera"))) as fixed:
        assert namespace not in fixed.xaddrs


def test_scopes_tell_name_and_place(city: Running, dome: Any) -> None:
    scopes = [unquote(scope.ScopeItem) for scope in dome.devicemgmt.GetScopes()]
    camera = city.city.cameras_of(city.first("dome"))[0]
    assert f"onvif://www.onvif.org/name/{camera.name}" in scopes
    assert "onvif://www.onvif.org/Profile/Streaming" in scopes
    assert any(scope.startswith("onvif://www.onvif.org/location/ward/") for scope in scopes)


def test_network_tells_the_address_it_is_reached_by(city: Running, dome: Any) -> None:
    interface = dome.devicemgmt.GetNetworkInterfaces()[0]
    assert interface.Info.HwAddress == city.first("dome").mac
    assert interface.IPv4.Config.Manual[0].Address == "127.0.0.1"
    ports = {protocol.Name: protocol.Port[0] for protocol in dome.devicemgmt.GetNetworkProtocols()}
    assert ports["HTTP"] == city.port(city.first("dome"))


def test_host_name_and_users(dome: Any) -> None:
    assert dome.devicemgmt.GetHostname().Name.startswith("dome-")
    assert [user.Username for user in dome.devicemgmt.GetUsers()] == ["admin"]


def test_the_clock_follows_the_fault(city: Running, dome: Any) -> None:
    right = dome.devicemgmt.GetSystemDateAndTime()
    assert right.TimeZone.TZ == "ICT-7"
    with city.fault("clock-skew", city.first("dome"), 400 * 86400):
        wrong = dome.devicemgmt.GetSystemDateAndTime()
    assert wrong.UTCDateTime.Date.Year > right.UTCDateTime.Date.Year


def test_a_recorder_has_a_source_and_two_profiles_a_channel(city: Running) -> None:
    recorder = city.first("recorder")
    with onvif_client(city.port(recorder)) as client:
        media = client.create_media_service()
        assert len(media.GetVideoSources()) == len(recorder.channels)
        assert len(media.GetProfiles()) == 2 * len(recorder.channels)


def test_outage_and_refused_close_the_listener_and_lifting_opens_it(city: Running) -> None:
    device = city.first("camera")
    for fault in ("refused", "outage"):
        with city.fault(fault, device), pytest.raises(httpx.ConnectError):
            httpx.get(city.url(device), trust_env=False)
        assert httpx.get(city.url(device), trust_env=False).status_code == 405
