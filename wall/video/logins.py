"""Who hands out the logins of tiles. A decode process asks for a login only once a camera has asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wall.model.stream import Credentials, Source
from wall.model.tile import Cause

Answer = Callable[[Credentials | Cause], None]
"""Takes the login, or why there is none. It may come too late: nothing happens then."""


class LoginKeeper(Protocol):
    """Called on the io loop, with tiles by their number."""

    def wanted(self, tile: int, source: Source, answer: Answer) -> None:
        """The camera of a tile asks for a login: answer now or later, once."""

    def told(self, tile: int, *, accepted: bool) -> None:
        """What the camera made of it."""


class EachItsOwn:
    """Hands out what the source brings along."""

    def wanted(self, tile: int, source: Source, answer: Answer) -> None:
        answer(source.credentials or Cause.LOGIN_NEEDED)

    def told(self, tile: int, *, accepted: bool) -> None:
        """Nobody wants to know."""
