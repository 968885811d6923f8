"""A search: asks everybody near and every typed address at once, and streams the devices that answer."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Sequence

from wall.model.device import FoundDevice
from wall.onvif.discovery.addresses import CAMERA_PORTS, AddressRound
from wall.onvif.discovery.interfaces import Interface, up_interfaces
from wall.onvif.discovery.messages import Match, read_matches, write_questions
from wall.onvif.discovery.places import reached
from wall.onvif.discovery.rows import Rows
from wall.onvif.discovery.targets import read_targets
from wall.onvif.discovery.voices import open_near
from wall.onvif.reading.scopes import described

PORT = 3702
_BETWEEN_COPIES_S = (0.05, 0.25)
"""UDP_MIN_DELAY and UDP_MAX_DELAY of SOAP-over-UDP."""
_BETWEEN_QUESTIONS_S = 0.8
_MOST_FROM_ONE = 4096
"""Datagrams that are read of one host in a search: a simulated city is 640 devices on one, each answering twice."""
_MOST_DATAGRAMS = 200_000


class Search:
    """One search, run once. Event-loop thread; the counters may be read from any.

    `targets` are texts as `parse_targets` reads them; ValueError where one makes no sense. `multicast_port` is where
    WS-Discovery is asked, by multicast and at each address. `camera_ports` are tried where an address comes without
    one. `at_once` bounds the TCP connections, `per_second` the datagrams and the connections begun. `listen_s`: how
    long the last question may be answered.
    """

    def __init__(
        self,
        targets: Sequence[str] = (),
        multicast: bool = True,
        *,
        multicast_port: int = PORT,
        interfaces: Callable[[], Sequence[Interface]] = up_interfaces,
        camera_ports: Sequence[int] = CAMERA_PORTS,
        at_once: int = 256,
        per_second: float = 400.0,
        listen_s: float = 2.5,
        rng: random.Random | None = None,
    ) -> None:
        spans = read_targets(targets)
        self.addresses = sum(span.count for span in spans)
        self._rows = Rows()
        self._round = AddressRound(
            spans,
            self._rows,
            self._take,
            port=multicast_port,
            camera_ports=camera_ports,
            at_once=at_once,
            per_second=per_second,
        )
        self._multicast, self._port, self._interfaces = multicast, multicast_port, interfaces
        self._listen_s, self._rng = listen_s, rng or random.Random()
        self._near: tuple[Interface, ...] = ()
        self._news: asyncio.Queue[FoundDevice | None] = asyncio.Queue()
        self._heard: Counter[str] = Counter()
        self._heard_in_all = 0
        self._work: asyncio.Task[None] | None = None

    @property
    def asked(self) -> int:
        """How many of the `addresses` have been asked to the end."""
        return self._round.asked

    @property
    def found(self) -> int:
        """How many devices have answered so far."""
        return len(self._rows)

    def stop(self) -> None:
        """End at once; what was found before is still given."""
        if self._work is not None:
            self._work.cancel()

    async def run(self) -> AsyncGenerator[FoundDevice, None]:
        """Give each device as it answers, and again when it has told more.

        The same device has the same endpoint; one that had none is known by its addresses. Ends by itself, by `stop`
        or by cancelling; whoever leaves the loop early closes this (`contextlib.aclosing`).
        """
        if self._work is not None:
            raise RuntimeError("a search runs once")
        self._work = work = asyncio.get_running_loop().create_task(self._search())
        work.add_done_callback(lambda _: self._news.put_nowait(None))
        try:
            while (row := await self._news.get()) is not None:
                yield row
            if not work.cancelled():
                work.result()
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def _search(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            if self._multicast:
                tasks.create_task(self._ask_near())
            if self.addresses:
                tasks.create_task(self._round.run(self._hear_far, self._listen_s))

    async def _ask_near(self) -> None:
        """Each question twice out of every interface, and then listen."""
        self._near = tuple(self._interfaces())
        voices = await open_near(self._near, self._hear_near)
        try:
            for question in write_questions() if voices else ():
                for _ in range(2):
                    for voice in voices:
                        voice.ask_group(question, self._port)
                    await asyncio.sleep(self._rng.uniform(*_BETWEEN_COPIES_S))
                await asyncio.sleep(_BETWEEN_QUESTIONS_S)
            await asyncio.sleep(max(0.0, self._listen_s - _BETWEEN_QUESTIONS_S))
        finally:
            for voice in voices:
                voice.close()
            await asyncio.sleep(0)

    def _hear_near(self, data: bytes, source: str) -> None:
        networks = [each.network for each in self._near]
        for match in self._read(data, source):
            self._take(_found(match, reached(match.told, source, networks)))

    def _hear_far(self, data: bytes, source: str) -> None:
        for match in self._read(data, source):
            if addresses := self._round.meant(match, source):
                self._take(_found(match, addresses))

    def _read(self, data: bytes, source: str) -> tuple[Match, ...]:
        """The devices in a datagram; none once a host has said more than any has a reason to."""
        self._heard[source] += 1
        self._heard_in_all += 1
        if self._heard[source] > _MOST_FROM_ONE or self._heard_in_all > _MOST_DATAGRAMS:
            return ()
        return read_matches(data)

    def _take(self, found: FoundDevice) -> None:
        if (row := self._rows.take(found)) is not None:
            self._news.put_nowait(row)


def _found(match: Match, addresses: tuple[str, ...]) -> FoundDevice:
    words = described(match.scopes)
    return FoundDevice(match.endpoint, addresses, words.name, words.location, words.hardware, match.scopes)
