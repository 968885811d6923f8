"""Told addresses are brought to the host that answered."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.onvif.discovery.places import place_of, reached, service_url

HERE = "10.0.0.5"
USUAL = "http://10.0.0.5/onvif/device_service"


@pytest.mark.parametrize(
    ("told", "addresses"),
    [
        ("http://10.0.0.5/onvif/device_service", (USUAL,)),
        ("http://10.0.0.5:8000/onvif/x?y=z", ("http://10.0.0.5:8000/onvif/x?y=z",)),
        ("http://192.168.1.108/onvif/device_service", (USUAL,)),
        ("http://evil.example/onvif/device_service", (USUAL,)),
        ("http://admin:hush@10.0.0.5/onvif/device_service", (USUAL,)),
        ("http://0.0.0.0:0/onvif/device_service", (USUAL,)),
        ("http:///onvif/device_service", (USUAL,)),
        ("http://10.0.0.5", (USUAL,)),
        ("10.0.0.5:81/onvif/device_service", ("http://10.0.0.5:81/onvif/device_service",)),
        ("http://10.0.0.5 /onvif/device_service", (USUAL,)),
        ("http%3A%2F%2F10.0.0.5%2Fonvif%2Fdevice_service", (USUAL,)),
        ("ftp://10.0.0.5/x", (USUAL,)),
        ("http://10.0.0.5:x/y http://[::1", (USUAL,)),
        ("", (USUAL,)),
        ("http://10.0.0.5/" + "x" * 2000, (USUAL,)),
        (f"{USUAL}\n https://10.0.0.5/a, {USUAL}", (USUAL, "https://10.0.0.5/a")),
        (f"http://[fe80::1]/onvif/device_service {USUAL}", (USUAL,)),
    ],
)
def test_a_told_address_is_one_on_the_host_that_answered(told: str, addresses: tuple[str, ...]) -> None:
    assert reached(told, HERE) == addresses


def test_over_link_local_ipv6_a_device_may_name_its_address_in_a_network_of_ours() -> None:
    near = [ipaddress.ip_network("10.0.0.0/24")]
    assert reached("http://10.0.0.9/a", "fe80::9%eth0", near) == ("http://10.0.0.9/a",)
    assert reached("http://10.9.0.9/a", "fe80::9%eth0", near) == ("http://[fe80::9%eth0]/a",)
    assert reached("http://10.0.0.9/a", HERE, near) == ("http://10.0.0.5/a",)


def test_a_place_is_a_host_and_a_port_however_it_is_written() -> None:
    assert place_of("http://Camera/x") == ("camera", 80)
    assert place_of("https://[FD00:0::5]/x") == ("fd00::5", 443)
    assert place_of(service_url("fd00::5", 8443, "https")) == ("fd00::5", 8443)
    assert service_url("10.0.0.5", 80) == USUAL


@given(st.text(st.sampled_from("htps:/.0123456789[]%?&,; \nabc@") | st.characters(), max_size=120))
def test_no_word_of_a_device_leads_elsewhere(told: str) -> None:
    addresses = reached(told, HERE)
    assert addresses
    assert {place_of(address)[0] for address in addresses} == {HERE}
