"""Interrogates the simulated makes: each device yields all its cameras, and no password goes out once too often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import pytest

from tests.onvif.desks import NotingDesk
from tests.simulator.running import Running, running_city
from wall.model.device import Auth, Device, Login, RawReply, Trouble
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Limits, Target
from wall.onvif.transport import Times
from wall.simulator.city import Device as City
from wall.simulator.devices import MAKES, Make
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

RIGHT = Credentials(DEMO_USER, DEMO_PASSWORD)
WRONG = Credentials(DEMO_USER, "not-the-password")
LIMITS = Limits(whole_s=50, times=Times(connect_s=20, call_s=20), retry_after_s=(0.05, 0.1))


@pytest.fixture(scope="module")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed


@pytest.fixture(scope="module", params=MAKES, ids=lambda make: make.maker)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    make: Make = request.param
    with running_city(tmp_path_factory.mktemp("clips"), make=make, habits=True) as running:
        yield running


@pytest.fixture(scope="module")
def careful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A city that answers as the specification says."""
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


def samples(city: Running) -> list[City]:
    """Some with a right clock and some with a wrong one, and one of each kind."""
    chosen = [*city.city.devices[:6], city.first("dome"), city.first("recorder")]
    return list({device.number: device for device in chosen}.values())


def interrogate(
    contract: Contract, targets: Sequence[Target], login: Credentials | None
) -> list[tuple[Device, NotingDesk]]:
    """All of them at once."""

    async def ask() -> list[tuple[Device, NotingDesk]]:
        interrogator = Interrogator(contract, limits=LIMITS)
        desks = [NotingDesk(login) for _ in targets]
        devices = await asyncio.gather(*map(interrogator.interrogate, targets, desks))
        await interrogator.close()
        return list(zip(devices, desks, strict=True))

    return asyncio.run(ask())


def refused(city: Running, device: City) -> dict[str, int]:
    async def count() -> dict[str, int]:
        return city.simulator.parts.refused.of(device.number)

    return city.call(count())


def test_each_device_tells_all_its_cameras(city: Running, contract: Contract) -> None:
    devices = samples(city)
    before = [refused(city, device) for device in devices]
    asked = interrogate(contract, [Target(city.url(device)) for device in devices], RIGHT)
    for device, (found, desk) in zip(devices, asked, strict=True):
        assert found.is_complete, found.problems
        assert len(found.channels) == len(device.channels)
        assert (found.serial, found.manufacturer) == (device.serial, device.maker)
        assert found.endpoint == device.endpoint
        assert found.name and found.clock is not None and found.topics
        assert {channel.ptz is not None for channel in found.channels} == {device.kind == "dome"}
        assert found.login is Login.PROVEN
        assert desk.told_all == [(Login.PROVEN, None)]
        port = city.simulator.parts.addresses.rtsp[device.number]
        for channel in found.channels:
            told = [stream.url for stream in channel.streams if stream.url]
            assert len(told) > 1 and all(url.startswith(f"rtsp://127.0.0.1:{port}/") for url in told), told
            # One make cannot say H.265 and does not offer Media2: its streams are there, their codec is not told.
            assert (channel.streams[0].codec is not None) == bool(channel.streams[0].encoding)
    assert [refused(city, device) for device in devices] == before


def test_a_wrong_password_reaches_a_device_once(city: Running, contract: Contract) -> None:
    devices = samples(city)
    before = [refused(city, device)["http"] for device in devices]
    asked = interrogate(contract, [Target(city.url(device)) for device in devices], WRONG)
    assert [refused(city, device)["http"] - count for device, count in zip(devices, before, strict=True)] == [1] * len(
        devices
    )
    for found, desk in asked:
        assert found.login is Login.REFUSED
        assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
        assert Trouble.LOGIN in {problem.trouble for problem in found.problems}
        assert WRONG.password not in repr(found)


def test_what_worked_is_remembered(city: Running, contract: Contract) -> None:
    device = city.first("camera")
    [(first, _)] = interrogate(contract, [Target(city.url(device))], RIGHT)
    [(again, _)] = interrogate(contract, [Target(city.url(device), remembered=first)], RIGHT)
    assert again.auth is first.auth
    assert again.auth in (Auth.TOKEN, Auth.DIGEST)
    assert again.channels == first.channels


def test_without_a_login_none_is_sent(city: Running, contract: Contract) -> None:
    device = city.first("camera")
    [(found, desk)] = interrogate(contract, [Target(city.url(device))], None)
    assert found.login is Login.UNTRIED
    assert found.problems[-1].trouble is Trouble.LOGIN_NEEDED
    assert desk.requests == 1


def test_a_check_tells_the_clock(city: Running, contract: Contract) -> None:
    for device in city.city.devices[:6]:
        listener = city.unit_of(device)
        interrogator = Interrogator(contract, limits=LIMITS)
        reading = asyncio.run(interrogator.check(Target(city.url(device))))
        ahead_s = listener.unit.now_s() - listener.unit.parts.wall_clock()
        assert abs(reading.offset_s - ahead_s) <= reading.uncertainty_s + 0.1
        assert interrogator.calls == 1


def test_full_sessions_are_no_refusal(careful: Running, contract: Contract) -> None:
    device = careful.first("camera")
    with careful.fault("sessions-full", device):
        [(found, desk)] = interrogate(contract, [Target(careful.url(device))], RIGHT)
    assert Login.REFUSED not in {outcome for outcome, _ in desk.told_all}
    assert found.login is Login.UNTRIED
    assert {problem.trouble for problem in found.problems} == {Trouble.SESSIONS_FULL}
    assert refused(careful, device)["http"] == 0


def test_a_changed_password_is_a_refusal(careful: Running, contract: Contract) -> None:
    device = careful.first("camera")
    [(known, _)] = interrogate(contract, [Target(careful.url(device))], RIGHT)
    with careful.fault("password", device):
        [(found, desk)] = interrogate(contract, [Target(careful.url(device), remembered=known)], RIGHT)
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
    assert found.name == known.name


def test_a_device_that_is_gone_does_not_answer(careful: Running, contract: Contract) -> None:
    device = careful.first("camera")
    with careful.fault("outage", device):
        [(found, desk)] = interrogate(contract, [Target(careful.url(device))], RIGHT)
    assert [problem.trouble for problem in found.problems] == [Trouble.UNREACHABLE]
    assert (found.login, desk.requests) == (Login.UNTRIED, 0)


def test_the_engineer_sees_every_call_and_no_secret(careful: Running, contract: Contract) -> None:
    async def ask() -> tuple[Device, int]:
        interrogator = Interrogator(contract, limits=LIMITS)
        target = Target(careful.url(careful.first("dome")))
        found = await interrogator.interrogate(target, NotingDesk(RIGHT), replies.append)
        return found, interrogator.calls

    replies: list[RawReply] = []
    found, calls = asyncio.run(ask())
    assert found.is_complete
    assert len(replies) == calls
    assert [reply.call for reply in replies[:2]] == ["GetSystemDateAndTime", "GetServices"]
    for reply in replies:
        assert DEMO_PASSWORD not in reply.request + reply.reply
        assert "Password" not in reply.request or ">…</" in reply.request
        assert reply.ms > 0
    assert any("UsernameToken" in reply.request for reply in replies)


def test_the_whole_city_at_once(careful: Running, contract: Contract) -> None:
    """And what a dome costs in questions: a number to notice when it grows."""
    targets = [Target(careful.url(device)) for device in careful.city.devices]
    asked = interrogate(contract, targets, RIGHT)
    assert all(found.is_complete for found, _ in asked)
    cameras = sum(len(found.channels) for found, _ in asked)
    assert cameras == len(careful.city.cameras)


def test_a_question_costs_few_calls(careful: Running, contract: Contract) -> None:
    interrogator = Interrogator(contract, limits=LIMITS)
    work = partial(interrogator.interrogate, desk=NotingDesk(RIGHT))
    found = asyncio.run(work(replace(Target(careful.url(careful.first("camera"))))))
    assert found.is_complete
    assert interrogator.calls == 14
