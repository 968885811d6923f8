"""Many interrogations at one desk: who waits, who is woken, and what a wrong password costs."""

from __future__ import annotations

import asyncio

from wall.model.device import Login, Trouble
from wall.model.events import CredentialHeld
from wall.model.stream import Credentials
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard

RIGHT = Credentials("admin", "right")


class Cameras:
    """Stand-ins for cameras that count what reaches them. `accepts` tells which take the login."""

    def __init__(self, accepts: bool | set[int]) -> None:
        self.held: list[CredentialHeld] = []
        self.desks = Desks(LoginGuard(), self.held.append)
        self.refusals: list[int] = []
        self.logins: list[int] = []
        self._accepts = accepts

    async def interrogate(self, number: int) -> bool:
        """Gives whether the login was sent."""
        with self.desks.desk("city", RIGHT, f"d{number}", f"http://10.0.0.{number}/") as desk:
            login = await desk.request()
            if login is None:
                return False
            self.logins.append(number)
            await asyncio.sleep(0.001)
            accepted = self._accepts if isinstance(self._accepts, bool) else number in self._accepts
            if not accepted:
                self.refusals.append(number)
            desk.told(Login.PROVEN if accepted else Login.REFUSED, None if accepted else Trouble.LOGIN)
            return True


async def _all(cameras: Cameras, count: int) -> list[bool]:
    async with asyncio.timeout(10):
        return await asyncio.gather(*(cameras.interrogate(number) for number in range(count)))


def test_a_wrong_password_reaches_one_of_a_hundred() -> None:
    cameras = Cameras(accepts=False)
    sent = asyncio.run(_all(cameras, 100))
    assert sent.count(True) == len(cameras.refusals) == 1
    (held,) = cameras.held
    assert held == CredentialHeld("city", (f"http://10.0.0.{cameras.refusals[0]}/",))


def test_a_right_one_reaches_all() -> None:
    cameras = Cameras(accepts=True)
    assert all(asyncio.run(_all(cameras, 100)))
    assert cameras.held == []


def test_proven_on_one_and_refused_by_all_others_it_reaches_three_of_them() -> None:
    cameras = Cameras(accepts={0})
    asyncio.run(_all(cameras, 100))
    assert len(cameras.refusals) == 3 and len(cameras.held) == 1


def test_a_trial_that_is_cancelled_lets_the_next_one_try() -> None:
    async def play() -> Credentials | None:
        desks = Desks(LoginGuard(), lambda held: None)

        async def hang() -> None:
            with desks.desk("city", RIGHT, "a", "") as desk:
                await desk.request()
                await asyncio.sleep(60)

        hanging = asyncio.create_task(hang())
        await asyncio.sleep(0)
        with desks.desk("city", RIGHT, "b", "") as desk:
            waiting = asyncio.create_task(desk.request())
            await asyncio.sleep(0.01)
            assert not waiting.done()
            hanging.cancel()
            async with asyncio.timeout(5):
                return await waiting

    assert asyncio.run(play()) == RIGHT


def test_who_waits_hears_of_a_release() -> None:
    async def play() -> tuple[Credentials | None, Credentials | None]:
        desks = Desks(LoginGuard(), lambda held: None)
        with desks.desk("city", RIGHT, "a", "") as first:
            await first.request()
            first.told(Login.REFUSED, Trouble.LOGIN)
        with desks.desk("city", RIGHT, "b", "") as second:
            withheld = await second.request()
            desks.release("city")
            return withheld, await second.request()

    assert asyncio.run(play()) == (None, RIGHT)


def test_asked_again_after_a_refusal_the_desk_gives_nothing_and_after_proof_the_same() -> None:
    async def play() -> None:
        desks = Desks(LoginGuard(), lambda held: None)
        with desks.desk("city", RIGHT, "a", "") as desk:
            assert await desk.request() == RIGHT
            desk.told(Login.PROVEN)
            desk.told(Login.REFUSED, Trouble.LOGIN)  # A service that this user has no right to.
            assert await desk.request() == RIGHT
            assert not desks.guard.withholds("city", "a")
        with desks.desk("city", RIGHT, "b", "") as desk:
            await desk.request()
            desk.told(Login.REFUSED, Trouble.LOGIN)
            assert await desk.request() is None

    asyncio.run(play())


def test_without_a_login_there_is_nothing_to_guard() -> None:
    async def play() -> Credentials | None:
        with Desks(LoginGuard(), lambda held: None).desk("", None, "a", "") as desk:
            return await desk.request()

    assert asyncio.run(play()) is None
