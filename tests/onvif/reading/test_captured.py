"""Each captured device yields its full, correct row from its replies alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.onvif.captured_rows import ROWS
from tests.onvif.fixtures import AXIS, BOSCH, REOLINK, exchanges, needs_captures
from wall.model.device import Problem, Trouble
from wall.onvif.addresses import rewrite, rewrite_snapshot
from wall.onvif.faults import DeviceFault, read_body
from wall.onvif.reading.assemble import Uris, channels
from wall.onvif.reading.clock import read_clock
from wall.onvif.reading.identity import read_endpoint, read_identity
from wall.onvif.reading.presets import read_presets
from wall.onvif.reading.profiles import read_profiles
from wall.onvif.reading.relays import read_relays
from wall.onvif.reading.scopes import described, read_scopes
from wall.onvif.reading.services import read_capabilities, read_services
from wall.onvif.reading.sources import read_sources
from wall.onvif.reading.topics import read_topics
from wall.onvif.reading.uris import read_snapshot_uri, read_stream_uri
from wall.onvif.xml import Element

pytestmark = needs_captures
Value = TypeVar("Value")
Reader = Callable[[Element], tuple[Value, tuple[Problem, ...]]]
each_device = pytest.mark.parametrize("device", [AXIS, BOSCH, REOLINK])


def read(device: str, call: str, reader: Reader[Value], profile: str = "") -> Value:
    """What a captured reply says. There must be nothing wrong with it."""
    exchange = next(each for each in exchanges(device) if (each.call, each.profile) == (call, profile))
    value, problems = reader(read_body(exchange.status, {}, exchange.reply))
    assert problems == ()
    return value


@each_device
def test_who_it_is(device: str) -> None:
    row = ROWS[device]
    assert read(device, "GetDeviceInformation", read_identity) == row.identity
    assert read(device, "GetSystemDateAndTime", read_clock) == row.clock
    assert described(read(device, "GetScopes", read_scopes)) == row.description


@each_device
def test_what_it_offers(device: str) -> None:
    row = ROWS[device]
    services = dict(read(device, "GetServices", read_services))
    base = row.address.removesuffix("/onvif/device_service")
    assert {name: rewrite(told, row.address) for name, told in services.items()} == {
        name: (base + path, False) for name, path in row.services.items()
    }
    capabilities = dict(read(device, "GetCapabilities", read_capabilities))
    assert capabilities.keys() <= services.keys()
    assert read(device, "GetEventProperties", read_topics) == row.topics


@each_device
def test_what_it_shows(device: str) -> None:
    row = ROWS[device]
    profiles = read(device, "GetProfiles", read_profiles)
    uris = {each.token: uris_of(device, each.token, row.address) for each in profiles}
    made, problems = channels(read(device, "GetVideoSources", read_sources), profiles, uris=uris)
    assert made == (row.channel,)
    assert problems == ()


def uris_of(device: str, profile: str, reached: str) -> Uris:
    stream, is_elsewhere = rewrite(read(device, "GetStreamUri", read_stream_uri, profile), reached, scheme="rtsp")
    snapshot, is_there_too = rewrite_snapshot(read(device, "GetSnapshotUri", read_snapshot_uri, profile), reached)
    assert not is_elsewhere and not is_there_too
    return Uris(stream, snapshot)


def test_behind_nat_its_addresses_are_those_by_which_it_was_reached() -> None:
    reached = "http://203.0.113.9:8082/onvif/device_service"
    told = read(REOLINK, "GetStreamUri", read_stream_uri, "001")
    assert rewrite(told, reached, scheme="rtsp") == ("rtsp://203.0.113.9:554/h264Preview_01_sub", True)
    picture = read(REOLINK, "GetSnapshotUri", read_snapshot_uri, "000")
    moved = ROWS[REOLINK].channel_at("203.0.113.9", 8082).streams[0].snapshot_url
    assert rewrite_snapshot(picture, reached) == (moved, True)


def test_the_rest_of_each() -> None:
    assert read(BOSCH, "GetEndpointReference", read_endpoint) == ROWS[BOSCH].endpoint
    assert read(AXIS, "GetEndpointReference", read_endpoint) == ""
    assert read(BOSCH, "GetRelayOutputs", read_relays) == ROWS[BOSCH].relays
    assert read(AXIS, "GetRelayOutputs", read_relays) == ()
    assert read(REOLINK, "GetPresets", read_presets, "000") == ()


@pytest.mark.parametrize("call", ["GetRelayOutputs", "GetEndpointReference"])
def test_what_the_reolink_does_not_know(call: str) -> None:
    with pytest.raises(DeviceFault) as caught:
        read(REOLINK, call, read_relays)
    assert caught.value.trouble is Trouble.UNSUPPORTED
