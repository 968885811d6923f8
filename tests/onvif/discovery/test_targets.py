"""What people type to say where to search."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.onvif.discovery.targets import MOST_PROBES, Probe, parse_targets, read_targets


@pytest.mark.parametrize(
    ("text", "probe"),
    [
        ("10.0.0.5", Probe("10.0.0.5")),
        ("  10.0.0.5:8080\n", Probe("10.0.0.5", 8080)),
        ("Camera-5.Ubnd.Local", Probe("camera-5.ubnd.local")),
        ("nga_sau:80", Probe("nga_sau", 80)),
        ("fd00:0:0::5", Probe("fd00::5")),
        ("[fd00::5]", Probe("fd00::5")),
        ("[fd00::5]:8080", Probe("fd00::5", 8080)),
        ("fe80::1%eth0", Probe("fe80::1%eth0")),
        ("10.0.0.5/32", Probe("10.0.0.5")),
        ("10.0.0.5-10.0.0.5", Probe("10.0.0.5")),
        ("http://10.0.0.5/onvif/device_service", Probe("10.0.0.5", 80, "http://10.0.0.5/onvif/device_service")),
        ("HTTPS://10.0.0.5/x?a=b#c", Probe("10.0.0.5", 443, "https://10.0.0.5/x?a=b")),
        ("http://10.0.0.5:8899", Probe("10.0.0.5", 8899, "http://10.0.0.5:8899/onvif/device_service")),
        ("http://[fd00::5]:81/", Probe("fd00::5", 81, "http://[fd00::5]:81/onvif/device_service")),
    ],
)
def test_one_address_is_read(text: str, probe: Probe) -> None:
    assert parse_targets(text) == [probe]


def test_a_list_may_be_parted_in_any_way_and_keeps_its_order() -> None:
    probes = parse_targets("10.0.0.9, 10.0.0.1;10.0.0.2\n\t10.0.0.9  host,,")
    assert [probe.host for probe in probes] == ["10.0.0.9", "10.0.0.1", "10.0.0.2", "host"]


def test_nothing_typed_is_nothing_to_ask() -> None:
    assert parse_targets(" \n, ;") == []


def test_a_network_is_its_hosts_without_the_broadcast_address() -> None:
    probes = parse_targets("10.0.0.77/24")
    assert (len(probes), probes[0].host, probes[-1].host) == (254, "10.0.0.1", "10.0.0.254")
    assert all(probe.is_swept for probe in probes)


def test_a_range_has_both_ends() -> None:
    probes = parse_targets("10.0.0.250-10.0.1.3")
    assert (len(probes), probes[0].host, probes[-1].host) == (10, "10.0.0.250", "10.0.1.3")
    assert parse_targets("10.0.0.7-9") == parse_targets("10.0.0.7-10.0.0.9")


def test_a_whole_district_can_be_searched_at_once_and_no_more() -> None:
    assert len(parse_targets("10.7.0.0/16")) == MOST_PROBES - 2
    assert len(parse_targets("10.7.0.0-10.7.255.255")) == MOST_PROBES
    with pytest.raises(ValueError, match="in parts"):
        parse_targets("10.7.0.0-10.7.255.255 10.8.0.1")


def test_a_district_is_not_spread_out_before_it_is_asked() -> None:
    (span,) = read_targets(["10.7.0.0/16", " 10.7.0.0/16"])
    assert span.count == MOST_PROBES - 2
    assert next(span.probes()) == Probe("10.7.0.1", is_swept=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10.0.0.256", "no address: 10.0.0.256"),
        ("10.0.0", "no address: 10.0.0"),
        ("10.0.0.5:0", "a port is 1 to 65535"),
        ("10.0.0.5:65536", "a port is 1 to 65535"),
        ("10.0.0.5:٣", "a port is 1 to 65535"),
        ("10.0.0.5:", "a port is 1 to 65535"),
        ("[fd00::5", "no address"),
        ("[fd00::5]80", "no address"),
        ("10.0.0.0/33", "written like 10.0.0.0/24"),
        ("10.0.0.0/8", "in parts"),
        ("fd00::/64", "in parts"),
        ("10.0.0.9-10.0.0.1", "ends before it begins"),
        ("10.0.0.1-host", "written like 10.0.0.1-10.0.0.40"),
        ("10.0.0.1-fd00::1", "written like"),
        ("fe80::1%eth0-fe80::9%eth0", "written like"),
        ("10.0.0.1-10.9.0.1", "in parts"),
        ("239.255.255.250", "not the address of one device"),
        ("0.0.0.0", "not the address of one device"),
        ("255.255.255.255", "not the address of one device"),
        ("224.0.0.0/24", "not a network of devices"),
        ("rtsp://10.0.0.5/live", "streams are added by hand"),
        ("ftp://10.0.0.5/", "no address of a device"),
        ("http:///onvif", "no address of a device"),
        ("http://10.0.0.5:99999/", "no address"),
        ("http://[fd00::5/", "no address"),
        ("ngã-sáu", "no address: ngã-sáu"),
        ("a" * 300, "no address: aaa"),
    ],
)
def test_what_makes_no_sense_is_said_in_plain_words(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        parse_targets(f"10.0.0.1 {text}")
    assert len(str(caught.value)) < 140


@pytest.mark.parametrize(
    "text",
    ["admin:hush@10.0.0.5", "http://admin:hush@10.0.0.5/", "http://a:hush@10.0.0.5:x/", "rtsp://a:hush@10.0.0.5/"],
)
def test_a_login_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_targets(text)
    assert "hush" not in str(caught.value)


@given(st.ip_addresses(v=4), st.integers(0, 300))
def test_a_range_is_as_long_as_it_says(first: ipaddress.IPv4Address, more: int) -> None:
    if first.is_multicast or first.is_unspecified or int(first) + more >= int(ipaddress.IPv4Address("224.0.0.0")):
        return
    probes = parse_targets(f"{first}-{first + more}")
    assert [probe.host for probe in probes] == [str(first + step) for step in range(more + 1)]


@given(st.text(st.sampled_from("0123456789.:/-[]%@ ,;abchtp\n") | st.characters(), max_size=60))
def test_anything_typed_is_probes_or_a_value_error(text: str) -> None:
    try:
        probes = parse_targets(text)
    except ValueError as error:
        assert str(error)
        return
    assert all(probe.host and len(probe.host) < 260 for probe in probes)
