"""Many interrogations at once: bounded, in order, one a device, and to be broken off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tests.support.waiting import until
from wall.model.device import ClockReading, Device, Login, Problem, RawReply, Step, Trouble
from wall.model.stream import Credentials
from wall.onvif.interrogate import LoginDesk, Target
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.survey import Errand, Survey


class Asker:
    """Interrogates by waiting for leave. `at_once` is the most that it was ever asked at a time."""

    def __init__(self, silent: tuple[str, ...] = ()) -> None:
        self.begun: list[str] = []
        self.going = 0
        self.at_once = 0
        self.leave = asyncio.Event()
        self.silent = silent
        self.breaks = False

    async def interrogate(
        self, target: Target, desk: LoginDesk, on_reply: Callable[[RawReply], None] | None = None
    ) -> Device:
        self.begun.append(target.address)
        self.going += 1
        self.at_once = max(self.at_once, self.going)
        try:
            await self.leave.wait()
        finally:
            self.going -= 1
        if self.breaks:
            raise KeyError("a mistake")
        if target.address in self.silent:
            return Device(target.address, problems=(Problem(Step.CLOCK, Trouble.TIMEOUT),))
        login = await desk.request()
        problem = Problem(Step.IDENTITY, Trouble.LOGIN_NEEDED)
        if login is None:
            return Device(target.address, clock=ClockReading(0, 0), problems=(problem,))
        desk.told(Login.PROVEN)
        return Device(target.address, clock=ClockReading(0, 0), login=Login.PROVEN)

    async def check(self, target: Target) -> ClockReading:
        raise NotImplementedError

    async def close(self) -> None:
        pass


class Room:
    def __init__(self, most_at_once: int = 4, silent: tuple[str, ...] = ()) -> None:
        self.asker = Asker(silent)
        self.done: list[tuple[str, Device]] = []
        self.desks = Desks(LoginGuard(), lambda held: None)
        self.survey = Survey(self.asker, self.desks, lambda e, d: self.done.append((e.key, d)), most_at_once)

    async def all_done(self, count: int) -> None:
        await until(lambda: len(self.done) == count, what=lambda: f"{len(self.done)} of {count} done")


def errands(*keys: str) -> list[Errand]:
    return [Errand(key, Target(key), "city", Credentials("a", "b")) for key in keys]


def test_so_many_at_a_time_in_the_order_of_their_coming() -> None:
    async def play() -> Room:
        room = Room()
        keys = [f"d{n:02}" for n in range(20)]
        room.survey.add(errands(*keys))
        await until(lambda: room.asker.going == 4)
        assert room.asker.begun == keys[:4] and room.survey.left == 20
        room.asker.leave.set()
        await room.all_done(20)
        assert room.asker.begun == keys
        return room

    room = asyncio.run(play())
    assert room.asker.at_once == 4 and room.survey.left == 0


def test_who_stands_before_the_screen_does_not_wait_for_a_hundred_others() -> None:
    async def play() -> None:
        room = Room()
        room.survey.add(errands(*(f"d{n}" for n in range(100))))
        await until(lambda: room.asker.going == 4)
        room.survey.add_first(errands("me")[0])
        await until(lambda: "me" in room.asker.begun)
        assert room.asker.begun.index("me") == 4
        await room.survey.stop()

    asyncio.run(play())


def test_one_device_is_never_asked_twice_at_a_time() -> None:
    async def play() -> Room:
        room = Room()
        room.survey.add(errands("a", "a", "b"))
        await until(lambda: room.asker.going == 2)
        room.survey.add(errands("a"))
        assert room.survey.left == 3 and room.asker.begun == ["a", "b"]
        room.asker.leave.set()
        await room.all_done(3)
        return room

    assert sorted(key for key, _ in asyncio.run(play()).done) == ["a", "a", "b"]


def test_stopped_nothing_goes_on_and_places_at_the_desk_are_free() -> None:
    async def play() -> Room:
        room = Room()
        room.survey.add(errands(*"abcdef"))
        await until(lambda: room.asker.going == 4)
        await room.survey.stop()
        assert room.asker.going == 0 and room.survey.left == 0
        assert asyncio.all_tasks() == {asyncio.current_task()}
        room.asker.leave.set()
        room.survey.add(errands("g"))
        await room.all_done(1)
        return room

    assert [key for key, _ in asyncio.run(play()).done] == ["g"]


def test_what_has_not_begun_can_be_dropped_but_not_what_somebody_waits_for() -> None:
    async def play() -> Room:
        room = Room()
        waits = Errand("me", Target("me"), on_reply=lambda reply: None)
        room.survey.add([*errands(*"abcdef"), waits])
        await until(lambda: room.asker.going == 4)
        room.survey.drop_waiting()
        assert room.survey.left == 5
        room.asker.leave.set()
        await room.all_done(5)
        return room

    assert sorted(key for key, _ in asyncio.run(play()).done) == ["a", "b", "c", "d", "me"]


def test_where_one_address_is_silent_the_next_is_tried() -> None:
    async def play() -> Room:
        room = Room(silent=("a1", "a2", "b1", "b2"))
        room.asker.leave.set()
        room.survey.add(
            [Errand("a", Target("a1"), "", None, ("a2", "a3", "a4")), Errand("b", Target("b1"), "", None, ("b2",))]
        )
        await room.all_done(2)
        return room

    done = dict(asyncio.run(play()).done)
    assert done["a"].address == "a3" and done["b"].address == "b2"


def test_what_was_withheld_is_not_called_missing() -> None:
    async def play() -> Room:
        room = Room()
        room.asker.leave.set()
        room.desks.guard.recall("city", {"x": "x"}, is_held=True)
        room.survey.add([*errands("a"), Errand("b", Target("b"))])
        await room.all_done(2)
        return room

    done = dict(asyncio.run(play()).done)
    assert done["a"].login is Login.WITHHELD and done["a"].problems[0].trouble is Trouble.WITHHELD
    assert done["b"].login is Login.UNTRIED and done["b"].problems[0].trouble is Trouble.LOGIN_NEEDED


def test_a_mistake_of_ours_still_ends_in_a_row_and_reaches_the_crash_handler() -> None:
    crashes: list[BaseException] = []

    async def play() -> Room:
        room = Room()
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: crashes.append(context["exception"]))
        room.asker.breaks = True
        room.asker.leave.set()
        room.survey.add(errands("a"))
        await room.all_done(1)
        room.asker.breaks = False
        room.survey.add(errands("b"))
        await room.all_done(2)
        await until(lambda: crashes)
        return room

    room = asyncio.run(play())
    assert room.done[0][1].problems[0].trouble is Trouble.FAULT
    assert isinstance(crashes[0], KeyError)


@pytest.mark.parametrize("count", [1, 300])
def test_it_works_through_any_number(count: int) -> None:
    async def play() -> Room:
        room = Room(64)
        room.asker.leave.set()
        room.survey.add(errands(*(str(n) for n in range(count))))
        await room.all_done(count)
        return room

    assert {device.login for _, device in asyncio.run(play()).done} == {Login.PROVEN}
