"""Tiles before the login guard: what a wrong password costs, who waits, and who is let through later."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import pytest

from tests.support.waiting import until
from wall.model.device import Login
from wall.model.events import CredentialHeld
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.services import tile_logins
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.tile_logins import TileLogins

SHARED = Credentials("admin", "shared")


def camera(number: int, login: Credentials | None = SHARED, credential: str = "") -> Source:
    return Source(f"rtsp://10.0.0.{number}/live", login, credential=credential)


class Wall:
    """Tiles whose cameras ask for a login. `sent` are tiles whose camera has got it, `withheld` the others."""

    def __init__(self, desks: Desks | None = None) -> None:
        self.held: list[CredentialHeld] = []
        self.desks = desks or Desks(LoginGuard(), self.held.append)
        self.logins = TileLogins(self.desks, self.ask)
        self.sources: dict[int, Source] = {}
        self.sent: list[int] = []
        self.refusals: dict[int, Cause] = {}
        self.asked: list[int] = []

    def show(self, tile: int, source: Source) -> None:
        self.sources[tile] = source
        self.ask(tile)

    def ask(self, tile: int) -> None:
        """The tile's camera answers 401."""
        self.asked.append(tile)
        self.refusals.pop(tile, None)

        def answer(login: Credentials | Cause) -> None:
            if isinstance(login, Cause):
                self.refusals[tile] = login
            else:
                assert login == self.sources[tile].credentials
                self.sent.append(tile)

        self.logins.wanted(tile, self.sources[tile], answer)

    def retry(self, tile: int) -> None:
        """An operator's wish."""
        self.logins.decide(tile, self.sources[tile])
        self.ask(tile)

    async def settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)


def played(scenario: Coroutine[None, None, None]) -> None:
    async def within() -> None:
        async with asyncio.timeout(10):
            await scenario

    asyncio.run(within())


def test_a_wrong_password_reaches_one_camera() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(36):
            wall.show(tile, camera(tile))
        await wall.settle()
        assert wall.sent == [0]
        wall.logins.told(0, accepted=False)
        await wall.settle()
        assert wall.sent == [0]
        assert wall.refusals == dict.fromkeys(range(1, 36), Cause.LOGIN_WITHHELD)
        (held,) = wall.held
        assert held.refused_by == ("rtsp://10.0.0.0/live",)
        wall.logins.close()

    played(scenario())


def test_a_right_one_reaches_all() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(36):
            wall.show(tile, camera(tile))
        for number in range(36):
            await until(lambda number=number: len(wall.sent) > number)  # type: ignore[misc]
            wall.logins.told(wall.sent[number], accepted=True)
        await wall.settle()
        assert sorted(wall.sent) == list(range(36)) and not wall.refusals

    played(scenario())


def test_a_proven_one_that_all_others_refuse_reaches_three_of_them() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(12):
            wall.show(tile, camera(tile))
        await wall.settle()
        wall.logins.told(0, accepted=True)
        await wall.settle()
        assert wall.sent == [0, 1, 2, 3]
        for tile in (1, 2, 3):
            wall.logins.told(tile, accepted=False)
        await wall.settle()
        assert wall.sent == [0, 1, 2, 3] and len(wall.refusals) == 8
        wall.logins.close()

    played(scenario())


def test_the_channels_of_a_recorder_are_one_account() -> None:
    """Sixteen streams of one address: refused for one, the others do not even try."""

    async def scenario() -> None:
        wall = Wall()
        for tile in range(16):
            wall.show(tile, Source(f"rtsp://10.0.0.9/channel{tile}", SHARED))
        await wall.settle()
        assert wall.sent == [0]
        wall.logins.told(0, accepted=False)
        await wall.settle()
        assert wall.sent == [0] and len(wall.refusals) == 15
        wall.logins.close()

    played(scenario())


def test_logins_of_their_own_do_not_wait_for_each_other() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(5):
            wall.show(tile, camera(tile, Credentials("admin", f"own {tile}")))
        wall.show(5, camera(5, None))
        await wall.settle()
        assert wall.sent == [0, 1, 2, 3, 4] and wall.refusals == {5: Cause.LOGIN_NEEDED}
        wall.logins.close()

    played(scenario())


@pytest.mark.parametrize("goes", ["left", "asks again"])
def test_a_camera_that_decides_nothing_lets_the_next_one_try(goes: str) -> None:
    async def scenario() -> None:
        wall = Wall()
        wall.show(0, camera(0))
        wall.show(1, camera(1))
        await wall.settle()
        assert wall.sent == [0]
        if goes == "left":
            wall.logins.left(0)
        else:
            wall.ask(0)
        await wall.settle()
        assert wall.sent[:2] == [0, 1]
        wall.logins.close()

    played(scenario())


def test_a_silent_camera_does_not_keep_a_proven_login_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tile_logins, "PATIENCE_S", 0.05)

    async def scenario() -> None:
        wall = Wall()
        wall.show(0, camera(0))
        await wall.settle()
        wall.logins.told(0, accepted=True)
        for tile in range(1, 8):
            wall.show(tile, camera(tile))
        await wall.settle()
        assert len(wall.sent) == 4
        await until(lambda: len(wall.sent) == 8)

    played(scenario())


def test_the_operator_tries_one_and_when_it_is_right_all_follow() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(4):
            wall.show(tile, camera(tile))
        await wall.settle()
        wall.logins.told(0, accepted=False)
        await wall.settle()
        wall.retry(2)  # The account has been put right there.
        await wall.settle()
        assert wall.sent == [0, 2]
        wall.logins.told(2, accepted=True)
        await wall.settle()
        assert sorted(wall.sent) == [0, 1, 2, 3], "the tile that was refused waits for a person, the others do not"
        wall.logins.close()

    played(scenario())


def test_an_operator_who_tries_all_of_a_wrong_login_again_costs_one_more_attempt() -> None:
    async def scenario() -> None:
        wall = Wall()
        for tile in range(9):
            wall.show(tile, camera(tile))
        await wall.settle()
        wall.logins.told(0, accepted=False)
        await wall.settle()
        for tile in range(9):
            wall.retry(tile)
        await wall.settle()
        assert len(wall.sent) == 2
        wall.logins.told(wall.sent[1], accepted=False)
        await wall.settle()
        assert len(wall.sent) == 2
        wall.logins.close()

    played(scenario())


def test_one_camera_that_refuses_a_proven_login_may_be_tried_again_by_itself() -> None:
    async def scenario() -> None:
        wall = Wall()
        wall.show(0, camera(0))
        wall.show(1, camera(1))
        await wall.settle()
        wall.logins.told(0, accepted=True)
        await wall.settle()
        wall.logins.told(1, accepted=False)
        wall.ask(1)
        await wall.settle()
        assert wall.refusals == {1: Cause.LOGIN_WITHHELD} and not wall.held
        wall.retry(1)
        await wall.settle()
        assert wall.sent == [0, 1, 1]
        wall.logins.close()

    played(scenario())


def test_what_the_survey_learns_opens_the_tiles() -> None:
    """One guard for both: held there it is held here, and proven there it is sent here."""

    async def scenario() -> None:
        wall = Wall()
        wall.desks.guard.recall("city", {"10.0.0.77:80": "http://10.0.0.77/"}, is_held=True)
        for tile in range(3):
            wall.show(tile, camera(tile, credential="city"))
        await wall.settle()
        assert wall.sent == [] and len(wall.refusals) == 3
        wall.desks.release("city")
        await wall.settle()
        assert wall.sent == [], "released is not proven"
        with wall.desks.desk("city", SHARED, "10.0.0.5:80", "") as desk:
            await desk.request()
            desk.told(Login.PROVEN)
        await wall.settle()
        assert sorted(wall.sent) == [0, 1, 2]
        wall.logins.close()

    played(scenario())


def test_a_late_word_of_a_tile_that_has_gone_decides_nothing() -> None:
    async def scenario() -> None:
        wall = Wall()
        wall.show(0, camera(0))
        await wall.settle()
        wall.logins.left(0)
        wall.logins.told(0, accepted=False)
        wall.show(1, camera(1))
        await wall.settle()
        assert wall.sent == [0, 1] and not wall.held
        wall.logins.close()

    played(scenario())


def test_no_login_is_in_what_can_be_printed() -> None:
    async def scenario() -> None:
        wall = Wall()
        wall.show(0, camera(0, Credentials("admin", "s3cret-word")))
        await wall.settle()
        wall.logins.told(0, accepted=False)
        await wall.settle()
        assert "s3cret-word" not in repr(vars(wall.logins)) + repr(wall.held) + repr(wall.sources)
        wall.logins.close()

    played(scenario())
