"""The city is found by WS-Discovery: each device once, at its own address, in good time."""

from __future__ import annotations

import asyncio
import random
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from wsdiscovery import QName
from wsdiscovery.actions.probe import constructProbe
from wsdiscovery.message import createSOAPMessage, parseSOAPMessage

from tests.simulator.running import Running, running_city
from tests.simulator.soap import texts
from wall.simulator.devices import make_called
from wall.simulator.onvif.discovery import Discovery
from wall.simulator.onvif.discovery_messages import read_question
from wall.simulator.onvif.multicast import GROUP

PATIENCE_S = 20.0
SCOPE = "onvif://www.onvif.org"
_NETWORK = "http://www.onvif.org/ver10/network/wsdl"
_WSD = "http://schemas.xmlsoap.org/ws/2005/04/discovery"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def port(city: Running) -> int:
    discovery = city.simulator.discovery
    assert discovery is not None
    return discovery.port


def question(inner: str, message_id: str = "") -> bytes:
    return (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
        'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
        f'xmlns:d="{_WSD}" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">'
        f"<s:Header><a:MessageID>{message_id or uuid.uuid4().urn}</a:MessageID></s:Header>"
        f"<s:Body>{inner}</s:Body></s:Envelope>"
    ).encode()


def probe(types: str = "dn:NetworkVideoTransmitter", scopes: str = "", match_by: str = "") -> bytes:
    asked = f'<d:Scopes MatchBy="{match_by}">{scopes}</d:Scopes>' if scopes else ""
    return question(f"<d:Probe><d:Types>{types}</d:Types>{asked}</d:Probe>")


def resolve(endpoint: str) -> bytes:
    return question(
        f"<d:Resolve><a:EndpointReference><a:Address>{endpoint}</a:Address></a:EndpointReference></d:Resolve>"
    )


def datagrams(
    sent: list[bytes], port: int, count: int, host: str = "127.0.0.1", silence_s: float = PATIENCE_S
) -> list[bytes]:
    """The first `count` answers, or fewer if nothing more comes for `silence_s`."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as sock:
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        sock.settimeout(silence_s)
        got: list[bytes] = []
        for datagram in sent:
            sock.sendto(datagram, (host, port))
        with suppress(TimeoutError):
            while len(got) < count:
                got.append(sock.recv(65535))
        return got


def answers(sent: list[bytes], port: int, count: int, **options: Any) -> list[etree._Element]:
    """The same, read."""
    return [etree.fromstring(one) for one in datagrams(sent, port, count, **options)]


def endpoints(got: list[etree._Element]) -> list[str]:
    return sorted(one for answer in got for one in texts(answer, "Address"))


def everybody(city: Running) -> list[str]:
    return sorted(device.endpoint for device in city.city.devices)


def test_a_probe_finds_each_device_at_its_address(city: Running, port: int) -> None:
    began_s = time.monotonic()
    got = answers([probe()], port, len(city.city.devices))
    took_s = time.monotonic() - began_s
    assert endpoints(got) == everybody(city)
    addresses = {texts(one, "Address")[0]: texts(one, "XAddrs") for one in got}
    for device in city.city.devices:
        assert addresses[device.endpoint] == [city.url(device)]
    assert 0.1 < took_s < PATIENCE_S  # spread, not at once


def test_multicast_works_on_loopback(city: Running, port: int) -> None:
    got = answers([probe()], port, len(city.city.devices), host=GROUP)
    assert endpoints(got) == everybody(city)


def test_a_question_sent_again_is_answered_once(city: Running, port: int) -> None:
    device = city.first("dome")
    got = answers([resolve(device.endpoint)] * 4, port, 2, silence_s=1.0)
    assert endpoints(got) == [device.endpoint]


def test_scopes_tell_name_hardware_and_place(city: Running, port: int) -> None:
    device = city.first("dome")
    (got,) = answers([resolve(device.endpoint)], port, 1)
    scopes = [unquote(scope) for scope in texts(got, "Scopes")[0].split()]
    site = city.city.sites[device.site - 1]
    assert f"{SCOPE}/name/{city.city.cameras_of(device)[0].name}" in scopes
    assert f"{SCOPE}/hardware/{device.model}" in scopes
    assert f"{SCOPE}/location/site/{site.name}" in scopes
    assert f"{SCOPE}/Profile/Streaming" in scopes


def test_only_what_is_asked_for_answers(city: Running, port: int) -> None:
    domes = sorted(device.endpoint for device in city.city.devices if device.kind == "dome")
    got = answers([probe(scopes=f"{SCOPE}/type/ptz")], port, len(domes))
    assert endpoints(got) == domes


def test_what_nobody_has_is_not_answered(city: Running, port: int) -> None:
    asked = [
        probe(types="dn:Printer"),
        probe(scopes=f"{SCOPE}/type/pt"),
        probe(scopes=f"{SCOPE}/type", match_by=f"{_WSD}/strcmp0"),
        probe(scopes=f"{SCOPE}/type", match_by="urn:unknown"),
        resolve("urn:uuid:nobody"),
    ]
    somebody = city.first("dome").endpoint
    # Answers to probes are spread over 0.5 s, so a second of silence is enough.
    got = answers([*asked, resolve(somebody)], port, 2, silence_s=1.0)
    assert endpoints(got) == [somebody]


def test_what_is_down_says_nothing(city: Running, port: int) -> None:
    device = city.first("camera")
    with city.fault("outage", device):
        got = answers([probe()], port, len(city.city.devices) - 1)
    assert device.endpoint not in endpoints(got)


def test_garbage_is_not_answered_and_does_no_harm(city: Running, port: int) -> None:
    device = city.first("camera")
    junk = [b"", b"\0" * 1000, b"<", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", question("<d:Hello/>")]
    got = answers([*junk, resolve(device.endpoint)], port, 1)
    assert endpoints(got) == [device.endpoint]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_question_or_not(data: bytes) -> None:
    assert read_question(data) is None or data


def test_messages_are_understood_by_a_package_that_nobody_here_wrote(city: Running, port: int) -> None:
    # Its messages only: its sockets would leave the loopback interface.
    asked = createSOAPMessage(constructProbe([QName(_NETWORK, "NetworkVideoTransmitter")], []))
    got = datagrams([asked.encode()], port, len(city.city.devices))
    matches = [match for one in got for match in parseSOAPMessage(one, "127.0.0.1").getProbeResolveMatches()]
    assert sorted(match.getEPR() for match in matches) == everybody(city)
    assert {len(match.getXAddrs()) for match in matches} == {1}
    assert all(str(match.getTypes()[0]).startswith(_NETWORK) for match in matches)


def test_some_makes_announce_themselves_carelessly(tmp_path_factory: pytest.TempPathFactory) -> None:
    got = {}
    for name in ("song-cau", "kinh-bac", "dong-son-vision"):
        with running_city(tmp_path_factory.mktemp("clips"), make=make_called(name), habits=True) as city:
            assert city.simulator.discovery is not None
            dome = city.first("dome")
            (got[name],) = answers([resolve(dome.endpoint)], city.simulator.discovery.port, 1)
            assert endpoints([got[name]]) == [dome.endpoint]
            assert texts(got[name], "XAddrs")[0].split()[0] == city.url(dome)
    assert not texts(got["song-cau"], "ResolveMatches")
    assert f"{SCOPE}/location/site/{city.city.sites[dome.site - 1].name}" in texts(got["song-cau"], "Scopes")[0]
    assert "\n" in texts(got["kinh-bac"], "Scopes")[0]
    assert "http://[fe80::" in texts(got["dong-son-vision"], "XAddrs")[0].split()[1]


def test_a_port_that_is_taken_is_named(city: Running, caplog: pytest.LogCaptureFixture) -> None:
    async def work(taken: int) -> int:
        discovery = Discovery(city.simulator.parts, random.Random(1), taken)
        await discovery.start()
        await discovery.stop()
        return discovery.port

    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as other:
        other.bind(("127.0.0.1", 0))
        taken: int = other.getsockname()[1]
        assert asyncio.run(work(taken)) == taken
    assert f"no WS-Discovery on 127.0.0.1:{taken}" in caplog.text
