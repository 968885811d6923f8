"""Asking the camera: login, session and the meaning of refusals, the same for every method. Asyncio."""

from __future__ import annotations

from collections.abc import Iterable

from wall.model.errors import BusyError, UnauthorizedError, UnreachableError, UnsupportedError, WallError
from wall.model.tile import Cause
from wall.video.rtsp.auth import Login, parse_challenges
from wall.video.rtsp.connection import Connection
from wall.video.rtsp.desk import LoginDesk
from wall.video.rtsp.message import Response

FORBIDDEN = 403
SESSION_GONE = 454
UNSUPPORTED_TRANSPORT = 461


class Dialogue:
    """Asks over one connection, with the login and the session where they are needed."""

    def __init__(self, connection: Connection, login: Login, desk: LoginDesk) -> None:
        self.session = ""
        self._connection = connection
        self._login = login
        self._desk = desk
        self._is_decided = False

    async def ask(self, method: str, uri: str, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """Ask, logging in when the camera wants it; return whatever else it answers.

        Raises UnauthorizedError when the login is missing or refused, UnreachableError when there is no
        answer.
        """
        headers = list(headers)
        for _ in range(3):  # without a login, with it, and once more when it went out of date
            if self._login.is_wanted:
                self._login.give(await self._desk.request())
            login = self._login.header(method, uri)
            session = [("Session", self.session)] if self.session else []
            response = await self._connection.request(method, uri, [*login, *session, *headers])
            if response.status != 401:
                self._login.accepted(bool(login) and response.status < 400)
                if login and (response.status < 400 or response.status == FORBIDDEN):
                    self._decide(accepted=response.status < 400)
                return response
            self._take_refusal(response, bool(login))
        self._decide(accepted=False)
        raise UnauthorizedError("the camera keeps asking for the login")

    async def ask_without_login(self, method: str, uri: str) -> Response:
        """Ask what cameras tell anybody; a challenge to it is kept for what is asked next."""
        response = await self._connection.request(method, uri, [])
        if response.status == 401:
            self._take_refusal(response, False)
        return response

    async def demand(self, method: str, uri: str, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """Ask, and raise the WallError that a refusal means."""
        response = await self.ask(method, uri, headers)
        if response.status >= 300:
            raise refusal(response, method)
        return response

    def _take_refusal(self, response: Response, with_login: bool) -> None:
        try:
            self._login.refused(parse_challenges(response.headers.all("www-authenticate")), with_login)
        except UnauthorizedError:
            if with_login:
                self._decide(accepted=False)
            raise

    def _decide(self, *, accepted: bool) -> None:
        """Tell the desk what the camera made of the login, the first time: later refusals are about rights."""
        if not self._is_decided:
            self._is_decided = True
            self._desk.told(accepted=accepted)


def refusal(response: Response, method: str) -> WallError:
    """Say what a refusal means for the operator (RFC 2326, section 11.3)."""
    said = f"{method}: {response.status} {response.reason[:80]}".rstrip()
    match response.status:
        case 401 | 403:
            return UnauthorizedError(said)
        case 404 | 410:
            return UnreachableError(said, cause=Cause.NOT_FOUND)
        case 406 | 453 | 503:  # 406 is what some recorders say for a while when they are full
            return BusyError(said)
        case 415:
            return UnsupportedError(said)
        case 454:
            return UnreachableError(said, cause=Cause.ENDED)
    if 300 <= response.status < 400:
        return UnreachableError(f"{said}: the stream moved", cause=Cause.NOT_FOUND)
    return UnreachableError(said, cause=Cause.CAMERA_FAULT)
