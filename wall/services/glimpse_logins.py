"""Logins for small pictures, before the guard that all logins pass.

Every camera is asked again every few seconds. To let each of them wait for one of the guard's three places would be too
slow for cameras that take a second for a picture, so a device that has accepted a login gets it again without a place,
as long as the guard holds nothing back there. It can refuse it only because its password has changed meanwhile; then
the guard hears of it, and it has to queue like all others.
"""

from __future__ import annotations

import asyncio

from wall.model.device import Login, Trouble
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.services.identity import where
from wall.services.login_desk import Desk, Desks
from wall.services.tile_logins import TileLogins
from wall.video.logins import Answer

_PATIENCE_S = 4.0
"""So long may one camera wait at the guard; then it comes back later."""

_Key = tuple[str, str, Credentials]
"""The login's name, where the device answers, and the login: another one under the same name is not known."""


class Waiting(Exception):
    """The login is being proven elsewhere: nothing is known yet, and nobody is to blame."""


class GlimpseLogins:
    """A `wall.video.LoginKeeper`, and the desks of snapshots. On the io loop."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks
        self._tiles = TileLogins(desks, lambda number: None)
        self._accepted: set[_Key] = set()
        self._known: dict[int, tuple[_Key, str]] = {}
        self._asking: dict[int, _Key] = {}

    def is_held_back(self, name: str, places: tuple[str, ...]) -> bool:
        """Must this login not be sent to that device, at one of the places where it answers?"""
        return bool(name) and any(self._desks.guard.withholds(name, place) for place in places)

    def desk(self, name: str, login: Credentials | None, address: str) -> SnapshotDesk:
        """For one picture of one device; leave it (it is a context manager) when that has ended."""
        return SnapshotDesk(self, self._desks.desk(name, login, where(address), address), login)

    # -- for streams, by number

    def wanted(self, tile: int, source: Source, answer: Answer) -> None:
        login = source.credentials
        if login is None:
            answer(Cause.LOGIN_NEEDED)
            return
        key = (source.credential, where(source.url), login)
        if self.knows(key):
            self._known[tile] = key, source.url
            answer(login)
        else:
            self._asking[tile] = key
            self._tiles.wanted(tile, source, answer)

    def told(self, tile: int, *, accepted: bool) -> None:
        if tile in self._known:
            self.hear(*self._known[tile], accepted=accepted)
            return
        if accepted and tile in self._asking:
            self._accepted.add(self._asking[tile])
        self._tiles.told(tile, accepted=accepted)

    def left(self, tile: int) -> None:
        """It needs no login any more."""
        self._known.pop(tile, None)
        self._asking.pop(tile, None)
        self._tiles.left(tile)

    def close(self) -> None:
        self._tiles.close()

    # -- for desks

    def knows(self, key: _Key) -> bool:
        """Has that device accepted it, and is nothing held back there?"""
        return key in self._accepted and self._desks.guard.is_open(key[0], key[1])

    def accept(self, key: _Key) -> None:
        self._accepted.add(key)

    def hear(self, key: _Key, address: str, *, accepted: bool) -> None:
        """What a device answered that was asked without a place."""
        if not accepted:
            self._accepted.discard(key)
        self._desks.hear(key[0], key[1], address, accepted=accepted)


class SnapshotDesk:
    """One device's way to its login for one picture: what `wall.onvif` calls a LoginDesk."""

    def __init__(self, logins: GlimpseLogins, desk: Desk, login: Credentials | None) -> None:
        self._logins = logins
        self._desk = desk
        self._login = login
        self._is_known = False

    @property
    def was_withheld(self) -> bool:
        """There is a login, and the guard did not let it be sent."""
        return self._desk.was_withheld

    def __enter__(self) -> SnapshotDesk:
        return self

    def __exit__(self, *_: object) -> None:
        self._desk.leave()

    async def request(self) -> Credentials | None:
        """The login; None where there is none, or where it must not be sent. Waiting where it takes too long."""
        if self._login is None:
            return None
        self._is_known = self._logins.knows(self._key(self._login))
        if self._is_known:
            return self._login
        try:
            async with asyncio.timeout(_PATIENCE_S):
                return await self._desk.request()
        except TimeoutError:
            raise Waiting from None

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        assert self._login is not None
        key = self._key(self._login)
        if self._is_known and outcome in (Login.PROVEN, Login.REFUSED):
            self._logins.hear(key, self._desk.address, accepted=outcome is Login.PROVEN)
        elif not self._is_known:
            self._desk.told(outcome, trouble)
            if outcome is Login.PROVEN:
                self._logins.accept(key)

    def _key(self, login: Credentials) -> _Key:
        return self._desk.credential, self._desk.device, login
