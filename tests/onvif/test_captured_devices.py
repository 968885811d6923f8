"""Each captured device, played back on loopback and interrogated, yields its full, correct row."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from tests.onvif.captured_rows import ROWS
from tests.onvif.desks import NotingDesk
from tests.onvif.fixtures import AXIS, BOSCH, REFUSING, REOLINK, exchanges, needs_captures
from tests.onvif.replayed import replayed
from wall.model.device import Channel, Device, Login, Problem, Step, Trouble
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Target

pytestmark = needs_captures
LOGIN = Credentials("admin", "bí mật")
each_device = pytest.mark.parametrize("name", [AXIS, BOSCH, REOLINK])


@pytest.fixture(scope="module")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed


def interrogated(contract: Contract, name: str) -> tuple[Device, NotingDesk, list[str]]:
    """The device, the desk that its login came from, and what it was asked."""

    async def ask() -> tuple[Device, NotingDesk, list[str]]:
        desk = NotingDesk(LOGIN)
        async with replayed(exchanges(name)) as played:
            interrogator = Interrogator(contract)
            found = await interrogator.interrogate(Target(played.address), desk)
            await interrogator.close()
            return found, desk, played.asked

    return asyncio.run(asyncio.wait_for(ask(), 45))


def here(found: Device) -> tuple[str, int]:
    parts = urlsplit(found.address)
    return parts.hostname or "", parts.port or 0


def with_one_picture(channel: Channel, stream: int) -> Channel:
    """An interrogation asks for one snapshot address for each camera, of its smallest stream."""
    streams = (
        each if index == stream else replace(each, snapshot_url="") for index, each in enumerate(channel.streams)
    )
    return replace(channel, streams=tuple(streams))


@each_device
def test_its_row_is_full_and_correct(contract: Contract, name: str) -> None:
    found, _, _ = interrogated(contract, name)
    row, identity = ROWS[name], ROWS[name].identity
    assert (found.manufacturer, found.model, found.firmware) == (
        identity.manufacturer,
        identity.model,
        identity.firmware,
    )
    assert (found.serial, found.hardware) == (identity.serial, identity.hardware)
    assert (found.name, found.location) == (row.description.name, row.description.location)
    assert found.endpoint == row.endpoint
    smallest = 0 if name == BOSCH else 1
    assert found.channels == (with_one_picture(row.channel_at(*here(found)), smallest),)
    assert (found.topics, found.relays) == (row.topics, row.relays)
    assert found.is_complete


@each_device
def test_its_services_and_clock_are_known(contract: Contract, name: str) -> None:
    found, _, _ = interrogated(contract, name)
    row, (host, port) = ROWS[name], here(found)
    assert dict(found.services) == {service: f"http://{host}:{port}{path}" for service, path in row.services.items()}
    assert found.clock is not None
    assert found.clock.measured_s + found.clock.offset_s == pytest.approx(row.clock.timestamp(), abs=2)


@each_device
def test_nothing_is_wrong_with_it_but_that_it_believes_to_be_elsewhere(contract: Contract, name: str) -> None:
    found, _, _ = interrogated(contract, name)
    steps = {Step.SERVICES, Step.STREAMS, Step.SNAPSHOT}
    assert {(problem.step, problem.trouble) for problem in found.problems} == {
        (step, Trouble.FOREIGN_HOST) for step in steps
    }


@each_device
def test_no_login_is_sent_to_a_device_that_wants_none(contract: Contract, name: str) -> None:
    found, desk, asked = interrogated(contract, name)
    assert found.login is Login.NOT_NEEDED
    assert desk.requests == 0
    assert asked[0] == "GetSystemDateAndTime"


def test_a_device_that_refuses_everything_gets_one_login_and_no_second(contract: Contract) -> None:
    found, desk, asked = interrogated(contract, REFUSING)
    assert found.channels == ()
    assert not found.is_complete
    assert found.login is Login.REFUSED
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
    assert desk.requests == 1
    assert Problem(Step.CLOCK, Trouble.LOGIN_NEEDED, found.problems[0].detail) == found.problems[0]
    assert {problem.trouble for problem in found.problems} <= {Trouble.LOGIN, Trouble.LOGIN_NEEDED}
    assert len(asked) < 12
