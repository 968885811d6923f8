"""Where a reception gets its login, once the camera has asked for one."""

from __future__ import annotations

from typing import Protocol

from wall.model.errors import UnauthorizedError
from wall.model.stream import Credentials
from wall.model.tile import Cause


class LoginDesk(Protocol):
    """Hands out one camera's login, and hears what became of it. Asked once a connection."""

    async def request(self) -> Credentials:
        """The login, perhaps after a wait. UnauthorizedError, whose cause says why, where none must be sent."""

    def told(self, *, accepted: bool) -> None:
        """The camera took the login, or refused it. Nothing is told where the camera decided neither."""


class OwnLogin:
    """The desk of a reception that asks nobody."""

    def __init__(self, credentials: Credentials | None) -> None:
        self._credentials = credentials

    async def request(self) -> Credentials:
        if self._credentials is None:
            raise UnauthorizedError("the camera asks for a login", cause=Cause.LOGIN_NEEDED)
        return self._credentials

    def told(self, *, accepted: bool) -> None:
        """Nobody wants to know."""
