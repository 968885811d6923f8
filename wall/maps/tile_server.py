"""Asks a tile server for tiles over HTTP. What comes is bounded in bytes and in time, and looked at before it is taken.

No redirect is followed: where a server has moved is for a person to know. A login is never sent.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING

from wall.maps.pictures import MOST_TILE_BYTES, check_tile
from wall.maps.template import Template
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile

if TYPE_CHECKING:
    import httpx

USER_AGENT = "CityWall/0.1 (control-room video wall)"
"""Public servers refuse who does not say what he is (operations.osmfoundation.org/policies/tiles)."""

_NONE_THERE = frozenset({204, 404, 410})
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Times:
    """How long to wait, in seconds: a person who looks at a map does not wait for longer."""

    connect_s: float = 3.0
    tile_s: float = 8.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came. `data` is None where the server has no such tile; `is_unchanged`: what is kept is the newest."""

    data: bytes | None = field(default=None, repr=False)
    is_unchanged: bool = False


class TileServer:
    """One server. Made on any thread but the loop's, for loading httpx takes a tenth of a second; then the loop's only.

    There are as many questions at once as `ask` is called.
    """

    def __init__(self, template: Template, times: Times | None = None) -> None:
        import httpx

        self._template = template
        self._times = times or Times()
        self._client = httpx.AsyncClient(
            headers={"User-Agent": USER_AGENT, "Accept": "image/*", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(self._times.tile_s, connect=self._times.connect_s),
            follow_redirects=False,
            # A proxy of the environment would hear of every address that is looked at.
            trust_env=False,
            # Reading all the world's certificates takes 40 ms, and nobody shows one without TLS.
            verify=template.is_secure,
        )

    async def ask(self, tile: Tile, kept_since_s: float | None = None) -> Reply:
        """The tile. `kept_since_s` (Unix time) is when the kept one came: an unchanged one is not sent again.

        MapError (UNREACHABLE, SLOW, REFUSED, WRONG_ANSWER, TOO_LARGE) where there is no answer that is one.
        """
        import httpx

        headers = {} if kept_since_s is None else {"If-Modified-Since": formatdate(kept_since_s, usegmt=True)}
        try:
            async with (
                asyncio.timeout(self._times.tile_s),
                self._client.stream("GET", self._template.address(tile), headers=headers) as response,
            ):
                return await self._read(response)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise self._fault(MapFault.SLOW) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
            raise self._fault(MapFault.UNREACHABLE, _words(error)) from error

    async def close(self) -> None:
        """End every connection."""
        await self._client.aclose()

    async def _read(self, response: httpx.Response) -> Reply:
        if response.status_code in _NONE_THERE:
            return Reply()
        if response.status_code == _UNCHANGED:
            return Reply(is_unchanged=True)
        if response.status_code != 200:
            is_refusal = response.status_code in (401, 403, 407, 429, 451)
            told = f"HTTP status {response.status_code}"
            raise self._fault(MapFault.REFUSED if is_refusal else MapFault.WRONG_ANSWER, told)
        data = bytearray()
        async for part in response.aiter_raw(65_536):  # Unpacking could make gigabytes of it.
            data += part
            if len(data) > MOST_TILE_BYTES:
                raise self._fault(MapFault.TOO_LARGE, f"a tile of more than {MOST_TILE_BYTES} bytes")
        return Reply(bytes(data))

    def _fault(self, fault: MapFault, detail: str = "") -> MapError:
        return MapError(fault, self._template.host, detail)


def check_answer(data: bytes, host: str) -> None:
    """Look at what a server has sent as a tile. MapError where it is none."""
    try:
        check_tile(data, host)
    except MapError as error:
        if error.fault is not MapFault.BROKEN_TILE:
            raise
        raise MapError(MapFault.WRONG_ANSWER, host, error.what) from error


def _words(error: Exception) -> str:
    """What went wrong, without the address in it, which may hold a key."""
    if isinstance(error.__cause__, ssl.SSLError) or "CERTIFICATE" in str(error).upper():
        return "no secure connection"
    return type(error).__name__
