"""A stop waits for nothing, and nothing that it has overtaken goes out after it."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.ptz.domes import dome, driven, run
from tests.onvif.scripted import Asked, fault, http, soap
from tests.support.waiting import until
from wall.model.device import Auth, ClockReading, Login
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault

RIGHT = Velocity(pan=1)


class Slow:
    """A dome that answers each question only when it is let, and takes it at once."""

    def __init__(self) -> None:
        self.held: list[tuple[str, asyncio.Event]] = []

    def __call__(self, asked: Asked) -> object:
        return self._later(asked)

    async def _later(self, asked: Asked) -> bytes:
        let = asyncio.Event()
        self.held.append((asked.call, let))
        await let.wait()
        return soap(f"<{asked.call}Response/>")

    @property
    def calls(self) -> list[str]:
        return [call for call, _ in self.held]

    async def until(self, *calls: str) -> None:
        await until(lambda: self.calls == list(calls), what=lambda: f"{self.calls}")

    def let(self, number: int) -> None:
        self.held[number][1].set()


async def nothing_more(slow: Slow) -> None:
    before = slow.calls
    await asyncio.sleep(0.1)
    assert slow.calls == before


def test_a_stop_goes_by_another_connection_and_again_after_the_moves_answer(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()
        async with driven(contract, slow) as it:  # type: ignore[arg-type]
            move = asyncio.create_task(it.line.move(RIGHT))
            await slow.until("ContinuousMove")
            stop = asyncio.create_task(it.line.stop())
            await slow.until("ContinuousMove", "Stop")
            slow.let(1)
            await nothing_more(slow)
            assert not stop.done()
            slow.let(0)
            await slow.until("ContinuousMove", "Stop", "Stop")
            slow.let(2)
            await asyncio.gather(move, stop)
            assert it.device.most_open == 2

    run(check())


def test_a_stop_said_again_goes_out_again(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()
        async with driven(contract, slow) as it:  # type: ignore[arg-type]
            stops = []
            for count in range(1, 4):
                stops.append(asyncio.create_task(it.line.stop()))
                await slow.until(*["Stop"] * count)
            for number in range(3):
                slow.let(number)
            await asyncio.gather(*stops)

    run(check())


def test_moves_that_wait_are_not_sent_after_a_stop(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()
        async with driven(contract, slow) as it:  # type: ignore[arg-type]
            moves = [asyncio.create_task(it.line.move(RIGHT)) for _ in range(3)]
            moves.append(asyncio.create_task(it.line.go_preset("1")))
            await slow.until("ContinuousMove")
            stop = asyncio.create_task(it.line.stop())
            await slow.until("ContinuousMove", "Stop")
            slow.let(0)
            await asyncio.gather(*moves)
            await slow.until("ContinuousMove", "Stop", "Stop")
            slow.let(1)
            slow.let(2)
            await stop
            await nothing_more(slow)

    run(check())


def test_a_newer_move_needs_no_second_stop(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()
        async with driven(contract, slow) as it:  # type: ignore[arg-type]
            first = asyncio.create_task(it.line.move(RIGHT))
            await slow.until("ContinuousMove")
            stop = asyncio.create_task(it.line.stop())
            await slow.until("ContinuousMove", "Stop")
            second = asyncio.create_task(it.line.move(Velocity(pan=-1)))
            slow.let(0)
            await slow.until("ContinuousMove", "Stop", "ContinuousMove")
            slow.let(1)
            await asyncio.gather(first, stop)
            slow.let(2)
            await second
            await nothing_more(slow)

    run(check())


def test_a_move_on_a_connection_that_ended_is_not_said_again_after_a_stop(contract: Contract) -> None:
    """The dome ended it with the move in its hands: whether it was taken nobody knows."""

    async def check() -> None:
        reached = asyncio.Event()

        async def hold(asked: Asked) -> bytes:
            reached.set()
            await asyncio.sleep(60)
            return b""

        moves = iter(range(100))

        def rule(asked: Asked) -> object:
            return hold(asked) if asked.call == "ContinuousMove" and next(moves) == 1 else None

        async with driven(contract, dome(rule)) as it:  # type: ignore[arg-type]
            await it.line.move(RIGHT)
            second = asyncio.create_task(it.line.move(RIGHT))
            await reached.wait()
            stop = asyncio.create_task(it.line.stop())
            await until(lambda: "Stop" in it.device.calls)
            await it.device.end()
            await asyncio.gather(second, stop, return_exceptions=True)
            assert it.device.calls[:3] == ["ContinuousMove", "ContinuousMove", "Stop"]
            assert "ContinuousMove" not in it.device.calls[3:]
            assert it.device.calls.count("Stop") >= 2

    run(check())


CHALLENGE = http("", 401, 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')


@pytest.mark.parametrize("refusal", [fault("ter:NotAuthorized"), CHALLENGE], ids=["token", "digest"])
def test_a_login_under_way_sends_no_move_after_a_stop(contract: Contract, refusal: bytes) -> None:
    """The first word is refused unsigned; in the meantime the hand has let go. Half a proof is no refusal."""

    def is_signed(asked: Asked) -> bool:
        return bool(asked.digest) if refusal is CHALLENGE else asked.has_token

    async def check() -> None:
        let, reached = asyncio.Event(), asyncio.Event()

        async def refuse(asked: Asked) -> bytes:
            reached.set()
            await let.wait()
            return refusal

        def rule(asked: Asked) -> object:
            if is_signed(asked):
                return None
            return refuse(asked) if asked.call == "ContinuousMove" else refusal

        async with driven(contract, dome(rule)) as it:  # type: ignore[arg-type]
            move = asyncio.create_task(it.line.move(RIGHT))
            await reached.wait()
            stop = asyncio.create_task(it.line.stop())
            await until(lambda: "Stop" in it.device.calls)
            let.set()
            await asyncio.gather(move, stop)
            moves = [each for each in it.device.asked if each.call == "ContinuousMove"]
            assert [is_signed(each) for each in moves] == [False]
            assert is_signed(it.device.asked[-1]) and it.device.calls[-1] == "Stop"
            await it.line.move(RIGHT)
            assert [outcome for outcome, _ in it.desk.told_all] == [Login.PROVEN]
            assert not it.line.is_shut

    run(check())


def test_a_stop_that_fails_says_so(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(lambda asked: fault("ter:Action", "no"))) as it:
            with pytest.raises(DeviceFault, match="no"):
                await it.line.stop()

    run(check())


def test_a_second_connection_signs_from_its_first_word(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()

        def rule(asked: Asked) -> object:
            if not asked.has_token:
                return fault("ter:NotAuthorized")
            return slow(asked) if asked.call in ("ContinuousMove", "Stop") else None

        clock = ClockReading(0.0, 0.0)
        async with driven(contract, dome(rule), auth=Auth.TOKEN, clock=clock) as it:  # type: ignore[arg-type]
            await it.line.open()
            move = asyncio.create_task(it.line.move(RIGHT))
            await slow.until("ContinuousMove")
            stop = asyncio.create_task(it.line.stop())
            await slow.until("ContinuousMove", "Stop")
            assert it.desk.requests == 1 and len(it.desk.told_all) == 1
            unsigned = [each.call for each in it.device.asked if not each.has_token]
            assert unsigned == ["GetSystemDateAndTime", "GetConfigurations"]
            slow.let(0)
            await slow.until("ContinuousMove", "Stop", "Stop")
            slow.let(1)
            slow.let(2)
            await asyncio.gather(move, stop)

    run(check())


def test_a_warm_connection_is_opened_again_when_the_dome_ends_it(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(), auth=Auth.NONE) as it:
            await it.line.open()
            await it.line.move(RIGHT)
            before = it.device.connections
            await it.device.end()
            await until(lambda: it.device.connections > before)
            # It is there before anything is said.
            count = it.device.connections
            await it.line.move(RIGHT)
            assert it.device.connections == count

    run(check())


def test_a_dome_that_ends_each_connection_is_connected_to_again_before_the_next_move(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        is_move = asked.call == "ContinuousMove"
        return soap("<ContinuousMoveResponse/>", 200, "Connection: close") if is_move else None

    async def check() -> None:
        async with driven(contract, dome(rule), auth=Auth.NONE) as it:
            await it.line.open()
            await it.line.move(RIGHT)
            for _ in range(3):
                before = it.device.connections
                began_s = asyncio.get_running_loop().time()
                await until(lambda count=before: it.device.connections > count)  # type: ignore[misc]
                assert asyncio.get_running_loop().time() - began_s < 0.8, "before the next look"
                await it.line.move(RIGHT)

    run(check())


def test_where_answers_take_their_time_a_stop_lets_the_next_move_go(contract: Contract) -> None:
    async def check() -> None:
        slow = Slow()
        async with driven(contract, slow) as it:  # type: ignore[arg-type]
            move = asyncio.create_task(it.line.move(RIGHT))
            await slow.until("ContinuousMove")
            await asyncio.sleep(0.3)
            slow.let(0)
            await move
            stop = asyncio.create_task(it.line.stop())
            await slow.until("ContinuousMove", "Stop")
            again = asyncio.create_task(it.line.move(RIGHT))
            await slow.until("ContinuousMove", "Stop", "ContinuousMove")
            slow.let(2)
            await again
            slow.let(1)
            await stop

    run(check())


def test_a_page_instead_of_an_answer_is_no_stop(contract: Contract) -> None:
    async def check() -> None:
        async with driven(contract, dome(lambda asked: http("<html>hello</html>"))) as it:
            with pytest.raises(DeviceFault):
                await it.line.stop()

    run(check())
