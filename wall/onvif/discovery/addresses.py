"""Asks typed addresses: a datagram first, and where that is not answered, the ports on which cameras listen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from itertools import chain

from wall.model.device import FoundDevice
from wall.onvif.discovery.direct import Outcome, any_certificate, ask
from wall.onvif.discovery.messages import Match, write_questions
from wall.onvif.discovery.pace import Pace
from wall.onvif.discovery.places import is_ipv6, is_number, place_of, reached, service_url, shortest
from wall.onvif.discovery.rows import Rows
from wall.onvif.discovery.targets import Probe, Span
from wall.onvif.discovery.voices import Voice, open_far

CAMERA_PORTS = (80, 8080, 8000, 8899, 2020, 443, 8443, 10080)
"""Where cameras of the usual makes have their device service; 443 and 8443 over TLS."""
_TLS_PORTS = (443, 8443)

_DATAGRAM_FIRST_S = 1.0
"""How long a datagram has before the ports are tried: devices take up to 0.5 s (APP_MAX_DELAY)."""
_NAMES_WITHIN_S = 5.0


class AddressRound:
    """One round over typed addresses. Event-loop thread only.

    `take` gets what a knock found; answers to datagrams go to `hear`, and come back to `meant` to be sorted. `rows` is
    what is known already: nobody is asked twice. `at_once` bounds connections, `per_second` what is begun.
    """

    def __init__(
        self,
        spans: Sequence[Span],
        rows: Rows,
        take: Callable[[FoundDevice], None],
        *,
        port: int,
        camera_ports: Sequence[int] = CAMERA_PORTS,
        at_once: int = 256,
        per_second: float = 1000.0,
    ) -> None:
        self.asked = 0
        self._spans, self._rows, self._take = spans, rows, take
        self._port, self._camera_ports, self._at_once = port, tuple(camera_ports), at_once
        self._datagrams, self._connections = Pace(per_second), Pace(per_second)
        typed = [span.first for span in spans if isinstance(span.first, Probe)]
        self._hosts = {probe.host for probe in typed if probe.port is None}
        self._places = {(probe.host, probe.port) for probe in typed}
        self._is_all_found = True
        self._first_said_s: dict[str, float] = {}
        self._said_again: set[str] = set()
        self._questions = write_questions()
        self._voices: dict[bool, Voice] = {}
        self._tls = any_certificate()

    async def run(self, hear: Callable[[bytes, str], None], listen_s: float) -> None:
        """Ask them all, then listen a while for late answers. Cancelling it ends everything."""
        try:
            await self._open(hear)
            await self._ask_all()
            if self._first_said_s:
                await asyncio.sleep(self._linger_s(listen_s))
        finally:
            for voice in self._voices.values():
                voice.close()
            await asyncio.sleep(0)

    def _linger_s(self, listen_s: float) -> float:
        """How long to wait for late answers: hardly where everybody has been found."""
        if not self._is_all_found:
            return listen_s
        return min(listen_s, _DATAGRAM_FIRST_S) if self._said_again else 0.0

    def meant(self, match: Match, source: str) -> tuple[str, ...]:
        """The addresses of an answer, if it came from whom we asked and is what was meant; else none."""
        source = shortest(source)
        if source not in self._first_said_s:
            return ()
        addresses = reached(match.told, source)
        is_meant = source in self._hosts or any(place_of(each) in self._places for each in addresses)
        return addresses if is_meant else ()

    async def _open(self, hear: Callable[[bytes, str], None]) -> None:
        firsts = (span.first.host if isinstance(span.first, Probe) else str(span.first) for span in self._spans)
        for six in {is_ipv6(host) for host in firsts if is_number(host)}:
            voice = await open_far(six, hear)
            if voice is not None:
                self._voices[six] = voice

    async def _ask_all(self) -> None:
        """Datagrams go ahead; workers follow and knock where none was answered."""
        ready: asyncio.Queue[tuple[float, Probe] | None] = asyncio.Queue(maxsize=4 * self._at_once)
        workers = min(self._at_once, sum(span.count for span in self._spans))
        async with asyncio.TaskGroup() as tasks:
            for _ in range(workers):
                tasks.create_task(self._follow(ready))
            for probe in chain.from_iterable(span.probes() for span in self._spans):
                if probe.is_swept:
                    self._hosts.add(probe.host)
                await ready.put((await self._say(probe.host) + _DATAGRAM_FIRST_S, probe))
            for _ in range(workers):
                await ready.put(None)

    async def _say(self, host: str) -> float:
        """Ask a host by a datagram, once; gives when that was (loop time), long ago where it cannot be done."""
        voice = self._voice(host)
        if voice is None:
            return 0.0
        if host not in self._first_said_s:
            await self._datagrams.turn()
            self._first_said_s[host] = asyncio.get_running_loop().time()
            voice.ask(self._questions[0], host, self._port)
        return self._first_said_s[host]

    async def _say_again(self, host: str) -> None:
        """The second question, for devices that do not know the first, or whose datagram was lost."""
        voice = self._voice(host)
        if voice is not None and host not in self._said_again:
            self._said_again.add(host)
            await self._datagrams.turn()
            voice.ask(self._questions[1], host, self._port)

    def _voice(self, host: str) -> Voice | None:
        return self._voices.get(is_ipv6(host)) if is_number(host) else None

    async def _follow(self, ready: asyncio.Queue[tuple[float, Probe] | None]) -> None:
        loop = asyncio.get_running_loop()
        while (item := await ready.get()) is not None:
            at_s, probe = item
            await asyncio.sleep(max(0.0, at_s - loop.time()))
            if not is_number(probe.host):
                await self._resolve(probe.host)
            if not self._rows.has(probe.host, probe.port):
                await self._say_again(probe.host)
                await self._knock(probe)
                self._is_all_found = self._is_all_found and self._rows.has(probe.host, probe.port)
            self.asked += 1

    async def _resolve(self, name: str) -> None:
        """Learn the address of a name, so that a device is not found once by each."""
        try:
            async with asyncio.timeout(_NAMES_WITHIN_S):
                told = await asyncio.get_running_loop().getaddrinfo(name, None)
        except (OSError, UnicodeError):
            return
        if told:
            self._rows.name(name, shortest(str(told[0][4][0])))

    async def _knock(self, probe: Probe) -> None:
        """Try the ports of an address until a device answers on one."""
        for url in self._doors(probe):
            await self._connections.turn()
            outcome = await ask(url, self._tls)
            if outcome is Outcome.FOUND:
                self._take(FoundDevice("", (url,)))
            # In a range most addresses belong to nobody: they do not even refuse.
            if outcome is Outcome.FOUND or (outcome is Outcome.SILENT and probe.is_swept):
                return

    def _doors(self, probe: Probe) -> list[str]:
        if probe.url:
            return [probe.url]
        ports = self._camera_ports if probe.port is None else (probe.port,)
        return [service_url(probe.host, port, "https" if port in _TLS_PORTS else "http") for port in ports]
