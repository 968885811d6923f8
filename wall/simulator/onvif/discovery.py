"""WS-Discovery for the whole city: one answer for each device, spread over half a second as real devices
do it.

Devices that are down say nothing. The address in an answer is one by which the asker can reach the device.
"""

from __future__ import annotations

import asyncio
import logging
import random
import socket
import uuid
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from wall.simulator.city import Device
from wall.simulator.faults import Fault
from wall.simulator.onvif.discovery_messages import Announcement, Question, read_question, write_matches
from wall.simulator.onvif.habits.by_make import habits_of
from wall.simulator.onvif.habits.habits import CAREFUL
from wall.simulator.onvif.multicast import (
    ANY,
    PORT,
    address_towards,
    is_taken,
    multicast_socket,
    unicast_socket,
)
from wall.simulator.onvif.scopes import chosen_scopes, fixed_scopes
from wall.simulator.parts import Parts

APP_MAX_DELAY_S = 0.5
"""Answers to one probe are spread over this time (WS-Discovery, section 3.1.3)."""

_MAX_QUESTIONS_AT_ONCE = 16
_REMEMBERED = 512
_TICK_S = 0.004

_log = logging.getLogger(__name__)


class Discovery:
    """Answers probes while started. Event-loop thread only.

    `port` 0 takes any free one. Where a port cannot be had, that is logged and the city goes on without.
    """

    def __init__(self, parts: Parts, rng: random.Random, port: int = PORT) -> None:
        self.port = port
        self._parts = parts
        self._rng = rng
        self._transports: list[asyncio.DatagramTransport] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._instance = int(parts.wall_clock())
        self._known: dict[int, tuple[str, ...]] = {}
        self._sent = 0

    async def start(self) -> None:
        """Listen, where possible, to the group and to our own address; `port` is then the real one."""
        host = self._parts.addresses.host
        if is_taken(host, self.port):
            _log.warning("UDP port %d is in use by another program too: it may hear our probes", self.port)
        await self._listen(lambda: unicast_socket(host, self.port), f"{host}:{self.port}")
        if self._transports:
            self.port = self._transports[0].get_extra_info("sockname")[1]
        await self._listen(lambda: multicast_socket(host, self.port), f"multicast port {self.port}")

    async def stop(self) -> None:
        """Listen no more, and say no more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for transport in self._transports:
            transport.abort()
        self._transports.clear()

    async def _listen(self, make: Callable[[], socket.socket], what: str) -> None:
        try:
            sock = make()
        except OSError as error:
            _log.warning("no WS-Discovery on %s: %s", what, error.strerror or error)
            return
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: _Ear(self.hear), sock=sock)
        self._transports.append(transport)

    def hear(self, data: bytes, peer: tuple[str, int], transport: asyncio.DatagramTransport) -> None:
        """A datagram came: answer it, if it is a question and a new one."""
        question = read_question(data)
        if question is None or self._is_repeated(question) or len(self._tasks) >= _MAX_QUESTIONS_AT_ONCE:
            return
        host = self._parts.addresses.host
        own = address_towards(peer[0]) if host == ANY else host
        self._spawn(self._answer(question, own, peer, transport))

    def _is_repeated(self, question: Question) -> bool:
        """Whether this is a copy: askers send each question several times."""
        if question.message_id in self._seen:
            return True
        self._seen[question.message_id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return False

    async def _answer(
        self, question: Question, own: str, peer: tuple[str, int], transport: asyncio.DatagramTransport
    ) -> None:
        devices = self._asked(question)
        self._rng.shuffle(devices)
        spread_s = 0.0 if question.endpoint else APP_MAX_DELAY_S
        delays = sorted(self._rng.uniform(0.0, spread_s) for _ in devices)
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        for delay_s, device in zip(delays, devices, strict=True):
            wait_s = start_s + delay_s - loop.time()
            # A few go out together rather than one timer each.
            if wait_s > _TICK_S:
                await asyncio.sleep(wait_s)
            transport.sendto(self._matches(question, device, own), peer)

    def _asked(self, question: Question) -> list[Device]:
        up = (device for device in self._parts.city.devices if self._is_up(device))
        if question.endpoint:
            return [device for device in up if device.endpoint == question.endpoint]
        return [device for device in up if question.wants(self._scopes(device))]

    def _is_up(self, device: Device) -> bool:
        faults = self._parts.faults
        down = (faults.any_on(fault, device.channels) for fault in (Fault.REFUSED, Fault.OUTAGE))
        return device.number in self._parts.addresses.http and not any(value is not None for value in down)

    def _scopes(self, device: Device) -> tuple[str, ...]:
        if device.number not in self._known:
            self._known[device.number] = fixed_scopes(device) + chosen_scopes(self._parts.city, device)
        return self._known[device.number]

    def _matches(self, question: Question, device: Device, own: str) -> bytes:
        self._sent += 1
        url = self._parts.addresses.onvif_url(device.number, own)
        message_id = f"urn:uuid:{uuid.UUID(int=self._rng.getrandbits(128), version=4)}"
        habits = habits_of(device.maker) if self._parts.has_habits else CAREFUL
        device_says = Announcement(device.endpoint, self._scopes(device), url, habits.announcing)
        return write_matches(question, device_says, message_id, self._instance, self._sent)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class _Ear(asyncio.DatagramProtocol):
    """Hands datagrams on, with the transport by which to answer."""

    def __init__(self, hear: Callable[[bytes, tuple[str, int], asyncio.DatagramTransport], None]) -> None:
        self._hear = hear
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if self._transport is not None:
            self._hear(data, addr, self._transport)
