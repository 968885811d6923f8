"""Devices that speak HTTPS show a certificate that stays the same until it is renewed."""

from __future__ import annotations

import hashlib
import json
import ssl
import stat
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.simulator.running import Running, running_city
from tests.simulator.soap import DEVICE
from tests.simulator.tolerant import ask, texts
from wall.simulator.certificates import Certificates
from wall.simulator.city import Device


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=8, sites=4, https_share=0.5) as running:
        yield running


def address(city: Running, device: Device) -> str:
    """As the list of cameras tells it."""
    return city.simulator.parts.addresses.onvif_url(device.number)


def secure(city: Running, yes: bool = True) -> list[Device]:
    """The devices with HTTPS, or without."""
    return [device for device in city.city.devices if address(city, device).startswith("https:") is yes]


def shown(city: Running, device: Device) -> str:
    """SHA-256 of the certificate that its listener shows."""
    pem = ssl.get_server_certificate(("127.0.0.1", city.port(device)))
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()


def listed(city: Running) -> dict[int, str]:
    """The certificates that the control port tells, by device."""
    devices = httpx.get(f"{city.simulator.control_url}/devices").json()
    return {device["number"]: device["certificate_sha256"] for device in devices}


def test_the_share_that_was_asked_for_speaks_https(city: Running) -> None:
    assert len(secure(city)) == len(secure(city, False)) == 4
    for device in secure(city, False):
        assert ask(address(city, device), ("GetDeviceInformation", DEVICE, ""))[0].status == 200
        assert listed(city)[device.number] == ""


def test_everything_is_told_to_be_on_https(city: Running) -> None:
    device = secure(city)[0]
    services, protocols = ask(address(city, device), ("GetServices", DEVICE, ""), ("GetNetworkProtocols", DEVICE, ""))
    assert all(each.startswith(f"https://127.0.0.1:{city.port(device)}/") for each in texts(services, "XAddr"))
    assert "HTTPS" in texts(protocols, "Name")


def test_a_renewed_certificate_is_another_one(city: Running) -> None:
    one, other = secure(city)[:2]
    factory = listed(city)[one.number]
    assert shown(city, one) == shown(city, other) == factory
    order = {"cameras": [one.channels[0]]}
    answer = httpx.post(f"{city.simulator.control_url}/certificates", json=order)
    assert answer.json() == {"devices": [one.number]}
    assert shown(city, one) == listed(city)[one.number] != factory
    assert shown(city, other) == factory


def test_a_device_without_https_has_nothing_to_renew(city: Running) -> None:
    order = {"cameras": [secure(city, False)[0].channels[0]]}
    answer = httpx.post(f"{city.simulator.control_url}/certificates", json=order)
    assert answer.status_code == 400
    assert "HTTPS" in json.loads(answer.text)["error"]


def test_the_factory_certificate_lasts_and_is_its_owners(tmp_path: Path) -> None:
    first = Certificates(tmp_path, 1.0).fingerprint(1)
    assert Certificates(tmp_path, 1.0).fingerprint(2) == first
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(b"damaged")
    assert Certificates(tmp_path, 1.0).fingerprint(1) not in ("", first)


def test_a_share_is_between_none_and_all(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="from 0 to 1, not 7"):
        Certificates(tmp_path, 7.0)
    assert not Certificates(tmp_path, 0.0).speaks_https(1)
