"""The guardian: what moves when the program dies is stopped, by a process that nothing of the program kills."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest

from tests.onvif.ptz.domes import LOGIN, dome, driven, run
from tests.onvif.scripted import Asked, fault, http, scripted
from tests.support.waiting import until, wait_until
from wall.model.device import ClockReading
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract, Message
from wall.onvif.http_digest import Challenge, DigestAnswers
from wall.onvif.line import Proven
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.guardian import Guardian
from wall.onvif.ptz.stop_order import StopOrder, from_json, to_json
from wall.onvif.ptz.stopping import stop_dome

RIGHT = Velocity(pan=1)


@contextmanager
def guarding() -> Iterator[Guard]:
    guard = Guard()
    guard.start()
    try:
        yield guard
    finally:
        guard.close()
        wait_until(lambda: not _is_there(guard.pid), what="the guardian did not end")


def _is_there(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def signed(asked: Asked) -> bytes | None:
    return None if asked.has_token else fault("ter:NotAuthorized")


def digested(asked: Asked) -> bytes | None:
    return None if asked.digest else http("", 401, 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')


@pytest.mark.parametrize("rule", [None, signed, digested], ids=["open", "token", "digest"])
def test_what_moves_is_stopped_when_the_program_says_nothing_more(contract: Contract, rule: object) -> None:
    async def check() -> None:
        with guarding() as guard:
            async with driven(contract, dome(rule), guard=guard) as it:  # type: ignore[arg-type]
                await it.line.move(RIGHT)
                await it.line.move(RIGHT)
                guard.close()
                await until(lambda: not _is_there(guard.pid), what="the guardian did not end")
                assert it.device.calls.count("Stop") >= 2
                stops = [each for each in it.device.asked if each.call == "Stop"]
                assert rule is None or any(each.has_login for each in stops)
                nonces = [each.body for each in stops if each.has_token]
                assert len(set(nonces)) == len(nonces), "each is signed anew"

    run(check())


def test_what_was_stopped_is_left_alone(contract: Contract) -> None:
    async def check() -> None:
        with guarding() as guard:
            async with driven(contract, dome(), guard=guard) as it:
                await it.line.move(RIGHT)
                await it.line.stop()
                asked = len(it.device.asked)
                guard.close()
                await until(lambda: not _is_there(guard.pid))
                assert len(it.device.asked) == asked

    run(check())


@pytest.mark.parametrize("ends_well", [True, False])
def test_a_dome_that_has_only_just_said_yes_is_stopped_unless_the_program_ends_well(ends_well: bool) -> None:
    async def check() -> list[str]:
        async with scripted(dome()) as device:
            message = Message("Stop", "urn:stop", "<Stop/>", False)
            order = StopOrder(device.address, device.address, message, message)
            said = [{"moves": "1", "order": to_json(order)}, {"rests": "1"}, *([{"ends": True}] if ends_well else [])]
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "wall.onvif.ptz.guardian", stdin=subprocess.PIPE
            )
            await child.communicate("".join(json.dumps(each) + "\n" for each in said).encode())
            return device.calls

    assert run(check()) == ([] if ends_well else ["Stop", "Stop"])


def test_a_dome_of_which_a_hanging_program_says_nothing_is_stopped() -> None:
    async def check() -> None:
        async with scripted(dome()) as device:
            message = Message("Stop", "urn:stop", "<Stop/>", False)
            order = to_json(StopOrder(device.address, device.address, message, message))
            source = asyncio.StreamReader()
            guardian = asyncio.create_task(Guardian(os.getppid(), silence_s=0.4).run(source))
            source.feed_data(json.dumps({"moves": "1", "order": order}).encode() + b"\n")
            for _ in range(6):
                source.feed_data(b'{"moves": "1"}\n')
                await asyncio.sleep(0.1)
            assert device.calls == []
            await until(lambda: device.calls == ["Stop", "Stop"])
            source.feed_data(b'{"moves": "1"}\n')  # It hangs no more.
            source.feed_eof()
            await guardian
            assert device.calls == ["Stop"] * 4

    run(check())


def test_a_guardian_that_was_killed_is_replaced_and_told_everything(contract: Contract) -> None:
    async def check() -> None:
        now_s = [0.0]
        guard = Guard(lambda: now_s[0])
        guard.start()
        first = guard.pid
        try:
            async with driven(contract, dome(), guard=guard) as it:
                await it.line.move(RIGHT)
                os.kill(first, signal.SIGKILL)
                await until(lambda: not _is_there(first))
                now_s[0] = 60.0
                await it.line.move(RIGHT)
                assert guard.pid != first
                guard.close()
                await until(lambda: not _is_there(guard.pid), what="the guardian did not end")
                assert it.device.calls.count("Stop") >= 2
        finally:
            guard.close()

    run(check())


def test_no_login_is_on_the_command_line_or_in_the_surroundings(contract: Contract) -> None:
    async def check() -> None:
        with guarding() as guard:
            async with driven(contract, dome(signed), guard=guard) as it:
                await it.line.move(RIGHT)
                child = psutil.Process(guard.pid)
                seen = " ".join([*child.cmdline(), *child.environ().values()])
                assert LOGIN.password not in seen and LOGIN.username not in seen
                await it.line.stop()

    run(check())


def test_an_order_survives_the_pipe() -> None:
    answers = DigestAnswers(LOGIN, Challenge("r", "n", None, "MD5", True, False), lambda: "c", 7)
    proven = Proven(LOGIN, ClockReading(3600.0, 1.0, 0.5), answers)
    message = Message("Stop", "urn:stop", "<Stop/>", False)
    order = StopOrder("http://dome/ptz", "http://dome/", message, message, "ab", proven)
    again = from_json(json.loads(json.dumps(to_json(order))), lambda: "c")
    assert again == order
    assert again.proven is not None and again.proven.answers is not None
    assert again.proven.answers.challenge == answers.challenge and again.proven.answers.count > 7
    assert LOGIN.password not in repr(order)


def test_a_dome_that_answers_slowly_is_told_again_before_it_answers() -> None:
    async def check() -> None:
        told: list[float] = []

        async def slow(asked: Asked) -> bytes:
            told.append(time.monotonic())
            await asyncio.sleep(1.0)
            return http("<s:Envelope xmlns:s='x'><s:Body><StopResponse/></s:Body></s:Envelope>")

        async with scripted(slow) as device:
            message = Message("Stop", "urn:stop", "<Stop/>", False)
            assert await stop_dome(StopOrder(device.address, device.address, message, message))
        assert len(told) >= 2 and told[1] - told[0] < 0.9

    run(check())


def test_a_dome_that_is_gone_is_given_up() -> None:
    async def check() -> None:
        message = Message("Stop", "urn:stop", "<Stop/>", False)
        address = "http://127.0.0.1:1/"
        assert await stop_dome(StopOrder(address, address, message, message), (0.0, 0.05, 0.05)) is False

    run(check())
