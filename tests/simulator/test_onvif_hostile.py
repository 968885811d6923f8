"""Whatever is sent, the answer is a fault or an HTTP error, and the device lives on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.simulator.running import Running, running_city
from tests.simulator.soap import (
    DEVICE,
    EVENTS,
    PTZ,
    action,
    ask,
    body_of,
    envelope,
    fault_of,
    post,
    texts,
    token,
)
from wall.simulator.onvif.parsing import XmlError, parse_xml

BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><x>&b;</x></s:Body></s:Envelope>"""
OUTSIDE = BOMB.replace(b'"ha"', b'SYSTEM "file:///etc/hostname"')

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=6, sites=1) as running:
        yield running


@pytest.fixture
def url(city: Running) -> Iterator[str]:
    address = city.url(city.first("dome"))
    yield address
    assert texts(ask(address, "GetDeviceInformation"), "SerialNumber") == [city.first("dome").serial]


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, b"", b"<a", b"\xff\xfe<", b"<a/>" * 2, b"<a>&x;</a>"])
def test_bad_xml_is_not_well_formed(url: str, content: bytes) -> None:
    response = post(url, content)
    assert response.status_code == 400
    assert fault_of(response) == ["s:Sender", "ter:WellFormed"]


def test_depth_and_width_are_limited() -> None:
    for data in (b"<a>" * 100 + b"</a>" * 100, b"<a>" + b"<b/>" * 30_000 + b"</a>"):
        with pytest.raises(XmlError, match="too deep"):
            parse_xml(data)


def test_a_deep_attack_costs_little(url: str) -> None:
    began_s = time.process_time()
    assert post(url, b"<a>" * 300_000).status_code == 400
    assert time.process_time() - began_s < 5


def test_soap_1_1_is_another_version(url: str) -> None:
    old = envelope(action("GetHostname")).replace(
        b"http://www.w3.org/2003/05/soap-envelope", b"http://schemas.xmlsoap.org/soap/envelope/"
    )
    assert fault_of(post(url, old)) == ["s:VersionMismatch"]


def test_an_unknown_call_is_not_supported(url: str) -> None:
    for body in (action("Explode"), action("GetHostname", "urn:else")):
        response = post(url, envelope(body, token()))
        assert fault_of(response) == ["s:Receiver", "ter:ActionNotSupported"]


def test_only_post_and_only_known_paths(city: Running, url: str) -> None:
    with httpx.Client(trust_env=False) as client:
        assert client.get(url).status_code == 405
        assert client.get(city.url(city.first("dome"), "etc/passwd")).status_code == 404
        assert client.post(city.url(city.first("dome"), "snapshot/1")).status_code == 405


def test_a_body_of_a_megabyte_and_more_is_refused(url: str) -> None:
    # The device may hang up before all of it is sent.
    with suppress(httpx.WriteError, httpx.ReadError):
        assert post(url, b"x" * 1_100_000).status_code == 413


def test_what_is_said_back_is_escaped(url: str) -> None:
    profile = "<ProfileToken>&lt;x&gt;&amp;\"'</ProfileToken>"
    response = post(url, envelope(action("GetStatus", PTZ, profile), token()))
    assert "<x>&" in texts(body_of(response), "Text")[0]


@given(st.binary(max_size=300))
@QUICK
def test_any_bytes_get_a_fault(url: str, content: bytes) -> None:
    assert post(url, content).status_code == 400


NAMES = st.sampled_from(
    [
        "GetCapabilities",
        "GetProfiles",
        "GetServices",
        "GetPresets",
        "SetPreset",
        "ContinuousMove",
        "AbsoluteMove",
        "Stop",
        "CreatePullPointSubscription",
        "PullMessages",
        "SetImagingSettings",
    ]
)
FIELDS = st.sampled_from(["ProfileToken", "Timeout", "Velocity", "PanTilt", "Position", "Filter", "Category"])
WORDS = st.text("01-.:/PTSMx|<&é \n", max_size=12).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
INNER = st.recursive(
    WORDS,
    lambda inner: st.lists(st.tuples(FIELDS, inner), max_size=3).map(
        lambda fields: "".join(f'<{name} x="{name[0]}">{text}</{name}>' for name, text in fields)
    ),
    max_leaves=6,
)


@given(NAMES, st.sampled_from([DEVICE, EVENTS, PTZ]), INNER)
@QUICK
def test_any_call_gets_an_answer(url: str, name: str, namespace: str, inner: str) -> None:
    response = post(url, envelope(action(name, namespace, inner), token()))
    assert response.status_code in (200, 400, 500)
    assert response.content.startswith(b"<?xml")
    if response.status_code == 500:
        assert fault_of(response)[0] == "s:Receiver"


@given(st.lists(st.text("<>/&;\"'=abc: ![]-?\n", max_size=40), max_size=10).map("".join))
@settings(max_examples=200)
def test_any_text_is_xml_or_an_error(text: str) -> None:
    try:
        root = parse_xml(text.encode())
    except XmlError:
        return
    assert sum(1 for _ in root.walk()) >= 1
