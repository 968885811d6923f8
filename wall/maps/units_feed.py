"""Follows a feed of units: NMEA 0183 over TCP (`tcp://host:port`), GeoJSON from a server (`http…`) or from a file.

It goes on for ever: what fails is tried again, later and later, and is told once.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from wall.maps.units_geojson import read_units
from wall.maps.units_nmea import NmeaReader
from wall.model.geo.units import FeedTrouble, Unit

MOST_BYTES = 4_000_000
_READ_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class FeedPace:
    """Seconds."""

    poll_s: float = 5.0
    """Between two looks at a file or a server."""
    patience_s: float = 5.0
    """For a connection, and for a whole answer."""
    silent_s: float = 60.0
    """So long a line may say nothing."""
    first_again_s: float = 1.0
    last_again_s: float = 30.0


@dataclass(frozen=True, slots=True)
class FeedNews:
    """What came: units, or trouble. `broken`: what could not be understood in this answer, or on this line so far."""

    units: Sequence[Unit] = ()
    trouble: FeedTrouble = FeedTrouble.NONE
    broken: int = 0


class UnitsFeed:
    """On one asyncio loop. `told` is called there; `clock` is Unix time.

    Times are kept with `timeout`: Python 3.11's `wait_for` takes no notice of being cancelled in the moment in which
    what it waits for comes, and a feed that nobody follows any more would be told of for ever.
    """

    def __init__(
        self, address: str, told: Callable[[FeedNews], None], clock: Callable[[], float], pace: FeedPace | None = None
    ) -> None:
        self._address = address.strip()
        self._told = told
        self._clock = clock
        self._pace = pace or FeedPace()
        self._broken = 0
        self._again_s = self._pace.first_again_s
        self._reading: Thread | None = None

    async def run(self) -> None:
        """Until it is cancelled; at once where the address is none."""
        round_of = self._round()
        if round_of is None:
            self._told(FeedNews(trouble=FeedTrouble.ADDRESS))
            return
        while True:
            trouble = await round_of()
            if trouble is not FeedTrouble.NONE:
                self._told(FeedNews(trouble=trouble, broken=self._broken))
                await asyncio.sleep(self._again_s)
                self._again_s = min(self._pace.last_again_s, self._again_s * 2)

    # -- inside

    def _round(self) -> Callable[[], Awaitable[FeedTrouble]] | None:
        """What is done again and again."""
        try:
            parts = urlsplit(self._address)
            if parts.scheme == "tcp" and parts.hostname and parts.port:
                host, port = parts.hostname, parts.port
                return lambda: self._listen(host, port)
        except ValueError:
            return None
        if parts.scheme in ("http", "https") and parts.hostname:
            return self._ask
        if parts.scheme == "file":
            return lambda: self._look(Path(unquote(parts.path)))
        if not parts.scheme and self._address:
            return lambda: self._look(Path(self._address).expanduser())
        return None

    def _tell(self, units: Sequence[Unit], broken: int) -> None:
        self._again_s = self._pace.first_again_s
        self._broken = broken
        self._told(FeedNews(tuple(units), broken=broken))

    async def _listen(self, host: str, port: int) -> FeedTrouble:
        """One connection, until it ends."""
        try:
            async with asyncio.timeout(self._pace.patience_s):
                reader, writer = await asyncio.open_connection(host, port, limit=_READ_BYTES)
        except (OSError, TimeoutError):
            return FeedTrouble.UNREACHABLE
        nmea, before = NmeaReader(host, self._clock), self._broken
        try:
            while data := await self._heard(reader):
                self._tell(nmea.feed(data), before + nmea.broken)
        except TimeoutError:
            return FeedTrouble.SILENT
        except OSError:
            return FeedTrouble.UNREACHABLE
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        return FeedTrouble.UNREACHABLE

    async def _heard(self, reader: asyncio.StreamReader) -> bytes:
        """What comes next on a line. Raises TimeoutError."""
        async with asyncio.timeout(self._pace.silent_s):
            return await reader.read(_READ_BYTES)

    async def _ask(self) -> FeedTrouble:
        """A server, once; then a pause."""
        # It takes a tenth of a second to load, which the loop has not got.
        await asyncio.get_running_loop().run_in_executor(None, import_module, "httpx")
        import httpx

        try:
            async with asyncio.timeout(self._pace.patience_s):
                data = await _fetched(self._address, self._pace.patience_s)
        except (httpx.HTTPStatusError, httpx.InvalidURL):
            return FeedTrouble.REFUSED
        except (httpx.HTTPError, OSError, TimeoutError):
            return FeedTrouble.UNREACHABLE
        return await self._take(data, None)

    async def _look(self, path: Path) -> FeedTrouble:
        """A file, once; then a pause. It may lie on a share that hangs: nobody waits for it, and it is asked once."""
        if self._reading is not None and self._reading.is_alive():
            return FeedTrouble.UNREACHABLE
        reading, self._reading = _reading(path)
        try:
            async with asyncio.timeout(self._pace.patience_s):
                data, written_s = await reading
        except TimeoutError:
            return FeedTrouble.UNREACHABLE
        except (OSError, ValueError):
            return FeedTrouble.MISSING
        return await self._take(data, written_s)

    async def _take(self, data: bytes, written_s: float | None) -> FeedTrouble:
        if len(data) > MOST_BYTES:
            return FeedTrouble.TOO_LARGE
        try:
            units, broken = read_units(data, self._clock(), written_s)
        except ValueError:
            return FeedTrouble.BROKEN
        self._tell(units, broken)
        await asyncio.sleep(self._pace.poll_s)
        return FeedTrouble.NONE


async def _fetched(address: str, patience_s: float) -> bytes:
    """At most a little more than may be. No proxy, no redirect, no login."""
    import httpx

    data = bytearray()
    async with (
        httpx.AsyncClient(timeout=patience_s, trust_env=False) as client,
        client.stream("GET", address, headers={"Accept": "application/geo+json, application/json"}) as answer,
    ):
        answer.raise_for_status()
        async for part in answer.aiter_bytes():
            data += part
            if len(data) > MOST_BYTES:
                break
    return bytes(data)


def _reading(path: Path) -> tuple[asyncio.Future[tuple[bytes, float]], Thread]:
    """On a thread that not even the end of the program waits for."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[tuple[bytes, float]] = loop.create_future()

    def tell(then: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # The loop has ended meanwhile.
            loop.call_soon_threadsafe(lambda: None if done.done() else then())

    def run() -> None:
        try:
            read = _read(path)
        except (OSError, ValueError) as error:
            tell(partial(done.set_exception, error))
        else:
            tell(partial(done.set_result, read))

    thread = Thread(target=run, name="units file", daemon=True)
    thread.start()
    return done, thread


def _read(path: Path) -> tuple[bytes, float]:
    """Blocks."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1), os.fstat(file.fileno()).st_mtime
