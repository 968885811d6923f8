"""Whatever a device answers: no reader hangs, none raises, each gives what it documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.onvif.fixtures import AXIS, BOSCH, REFUSING, REOLINK, exchanges, needs_captures, replies_of, single_reply
from tests.onvif.reading.readers import READERS
from tests.onvif.reading.replies import NAMESPACES, envelope
from tests.onvif.reading.trees import MUTATIONS, TREES, Mutation, mutated
from wall.model.device import Channel, Preset, Problem, PtzNode, Relay
from wall.onvif.faults import DeviceFault, read_body
from wall.onvif.reading.assemble import Uris, channels, ptz_profiles
from wall.onvif.reading.identity import Identity
from wall.onvif.reading.profiles import RawProfile
from wall.onvif.reading.scopes import Description, described
from wall.onvif.reading.sources import VideoSource
from wall.onvif.xml import Element

THOROUGH = settings(max_examples=150, deadline=timedelta(seconds=5))
TUPLES: Mapping[str, type] = MappingProxyType(
    {
        "GetServices": tuple,
        "GetCapabilities": tuple,
        "GetScopes": str,
        "GetVideoSources": VideoSource,
        "GetProfiles": RawProfile,
        "GetProfiles2": RawProfile,
        "GetNodes": PtzNode,
        "GetPresets": Preset,
        "GetRelayOutputs": Relay,
        "GetEventProperties": str,
        "PullMessages": str,
    }
)
SINGLE: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        "GetSystemDateAndTime": (datetime, type(None)),
        "GetDeviceInformation": Identity,
        "GetEndpointReference": str,
        "GetStreamUri": str,
        "GetSnapshotUri": str,
    }
)


def read_everything(status: int, data: bytes) -> None:
    """Give a reply to every reader, and all that they make of it to `assemble`."""
    try:
        body = read_body(status, {}, data)
    except DeviceFault as fault:
        assert fault.detail.isprintable() and len(fault.detail) <= 200
        return
    values = {call: value_of(call, body) for call in READERS}
    made, problems = channels(
        values["GetVideoSources"],
        values["GetProfiles"],
        values["GetProfiles2"],
        {each.token: Uris("rtsp://h/") for each in values["GetProfiles"]},
        values["GetNodes"],
        {each.token: values["GetPresets"] for each in values["GetProfiles"]},
    )
    assert all(isinstance(each, Channel) for each in made)
    check(problems)
    assert isinstance(described(values["GetScopes"]), Description)
    assert set(ptz_profiles(values["GetVideoSources"], values["GetProfiles"])) <= {each.source_token for each in made}


def value_of(call: str, body: Element) -> Any:
    value, problems = READERS[call](body)
    check(problems)
    if call in SINGLE:
        assert isinstance(value, SINGLE[call])
    else:
        assert isinstance(value, tuple)
        assert all(isinstance(each, TUPLES[call]) for each in value)
    return value


def check(problems: Iterable[Problem]) -> None:
    told = tuple(problems)
    assert all(isinstance(each, Problem) for each in told)
    assert all(each.detail.isprintable() and len(each.detail) <= 200 for each in told)
    assert len(told) <= 10


@given(body=st.lists(TREES, max_size=4), namespaces=st.sampled_from((NAMESPACES, "", 'xmlns="urn:x"')))
@THOROUGH
def test_random_trees(body: list[str], namespaces: str) -> None:
    read_everything(200, envelope(f"<GetXResponse>{''.join(body)}</GetXResponse>", namespaces=namespaces))


@given(body=TREES, status=st.sampled_from((200, 400, 500)))
@THOROUGH
def test_random_bodies(body: str, status: int) -> None:
    read_everything(status, envelope(body, namespaces=""))


@given(data=st.binary(max_size=400), status=st.sampled_from((200, 401, 500)))
@THOROUGH
def test_random_bytes(data: bytes, status: int) -> None:
    read_everything(status, data)
    read_everything(status, b"<Envelope><Body>" + data)


@pytest.fixture(scope="module")
def real() -> list[tuple[int, bytes]]:
    """Real replies of every kind that is read, and some others."""
    told = [each for device in (AXIS, BOSCH, REOLINK) for each in exchanges(device) if each.call in READERS]
    told += [*exchanges(REFUSING)[:2], *exchanges(REOLINK)[-2:]]
    replies = [(each.status, each.reply) for each in told]
    replies += [(200, single_reply("get_nodes_success")), (400, single_reply("invalid_system_date_and_time_response"))]
    replies += [(status, data) for _, status, data in replies_of("reolink_bullet")]
    return replies


@needs_captures
@given(which=st.integers(0, 10_000), mutations=MUTATIONS)
@THOROUGH
def test_mutated_real_replies(real: list[tuple[int, bytes]], which: int, mutations: list[Mutation]) -> None:
    status, data = real[which % len(real)]
    body = data.find(b"Body>")
    read_everything(status, data[:body] + mutated(data[body:], mutations))
    read_everything(status, mutated(data, mutations))


@needs_captures
def test_every_real_reply_to_every_reader(real: list[tuple[int, bytes]]) -> None:
    assert len(real) > 40
    for status, data in real:
        read_everything(status, data)


@needs_captures
def test_the_largest_real_reply_to_every_reader() -> None:
    read_everything(200, single_reply("get_profiles_response_with_invalid_video_encoder"))
