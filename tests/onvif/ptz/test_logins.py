"""A dome's login: proven once for all its connections, by token or digest, and never sent again once refused."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.onvif.ptz.domes import LOGIN, dome, driven, run
from tests.onvif.scripted import Asked, fault, http
from wall.model.device import Auth, ClockReading, Login, Trouble
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault

RIGHT = Velocity(pan=1)


def challenge(nonce: str, *more: str) -> bytes:
    return http("", 401, f'WWW-Authenticate: Digest realm="cam", nonce="{nonce}", qop="auth"', *more)


def test_a_digest_is_answered_again_and_again_without_being_asked(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return None if asked.digest else challenge("n1")

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            await it.line.open()
            before = len(it.device.asked)
            for _ in range(3):
                await it.line.move(RIGHT)
            await it.line.stop()
            told = it.device.asked[before:]
            assert [each.call for each in told] == ["ContinuousMove"] * 3 + ["Stop"]
            counts = [re.search(r"nc=(\w+)", each.digest) for each in it.device.logins]
            numbers = [int(each[1], 16) for each in counts if each]
            assert numbers == list(range(1, len(numbers) + 1)), "no count twice, whatever the connection"
            assert it.desk.told_all == [(Login.PROVEN, None)]

    run(check())


def test_a_new_nonce_in_the_middle_of_a_drive_costs_one_question(contract: Contract) -> None:
    nonces = {"now": "n1"}

    def rule(asked: Asked) -> bytes | None:
        return None if f'nonce="{nonces["now"]}"' in asked.digest else challenge(nonces["now"])

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            await it.line.open()
            await it.line.move(RIGHT)
            for number in range(2, 6):
                nonces["now"] = f"n{number}"
                before = len(it.device.asked)
                await it.line.move(RIGHT)
                assert len(it.device.asked) == before + 2
            assert not it.line.is_shut

    run(check())


def test_a_clock_that_moves_in_the_middle_of_a_drive_is_learnt_again_each_time(contract: Contract) -> None:
    """The scripted clock stands still, so the token's time tells which clock it was made by."""

    def rule(asked: Asked) -> bytes | None:
        is_right = asked.has_token and b"Created>2026-11-23T02:44" in asked.body
        return None if is_right else fault("ter:NotAuthorized", "time check failed" if asked.has_token else "")

    async def check() -> None:
        clock = ClockReading(0.0, 0.0)
        async with driven(contract, dome(rule), auth=Auth.TOKEN, clock=clock) as it:
            await it.line.move(RIGHT)
            await it.line.stop()
            assert not it.line.is_shut
            assert it.device.calls.count("GetSystemDateAndTime") == 1

    run(check())


def test_a_refused_login_is_sent_once_and_then_nothing_more(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(lambda asked: fault("ter:NotAuthorized"))) as it:
            for command in (it.line.open(), it.line.move(RIGHT), it.line.stop(), it.line.presets()):
                with pytest.raises(DeviceFault) as caught:
                    await command
                assert caught.value.trouble in (Trouble.LOGIN, Trouble.LOGIN_NEEDED)
                assert LOGIN.password not in str(caught.value)
            assert len(it.device.logins) == 1
            assert it.line.is_shut
            assert it.desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]

    run(check())


def test_two_conversations_at_once_prove_one_login(contract: Contract) -> None:
    async def check() -> None:
        wrong = dome(lambda asked: fault("ter:NotAuthorized"))
        async with driven(contract, wrong) as it:
            await asyncio.gather(it.line.move(RIGHT), it.line.presets(), return_exceptions=True)
            # The one tries again by the clock that it has learnt; the other sends none.
            assert len({each.call for each in it.device.logins}) == 1

    run(check())


def test_without_a_login_a_dome_that_wants_one_is_not_bothered_with_any(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(lambda asked: fault("ter:NotAuthorized")), login=None) as it:
            with pytest.raises(DeviceFault) as caught:
                await it.line.move(RIGHT)
            assert caught.value.trouble is Trouble.LOGIN_NEEDED
            assert not it.line.is_shut and not it.device.logins

    run(check())


def test_a_password_changed_in_the_middle_of_a_drive_is_refused_twice_at_most(contract: Contract) -> None:
    changed = asyncio.Event()

    def rule(asked: Asked) -> bytes | None:
        return fault("ter:NotAuthorized") if changed.is_set() or not asked.has_token else None

    async def check() -> None:
        clock = ClockReading(0.0, 0.0)
        async with driven(contract, dome(rule), auth=Auth.TOKEN, clock=clock) as it:
            await it.line.move(RIGHT)
            changed.set()
            before = len(it.device.logins)
            for _ in range(5):
                with pytest.raises(DeviceFault):
                    await it.line.move(RIGHT)
            assert len(it.device.logins) - before <= 3  # Once more by a clock learnt anew.
            assert it.line.is_shut

    run(check())
