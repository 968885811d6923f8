"""A sound process: obey the channel, say how listening goes, and end with the parent."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from functools import partial

from wall.model.sound import SoundPhase
from wall.model.stream import Source, Transport
from wall.model.tile import Cause
from wall.video.channel import Channel, ChannelClosed, Message
from wall.video.decode.desk import ParentDesk
from wall.video.lifetime import die_with_parent
from wall.video.sound.listening import Listening
from wall.video.sound.outlet import SoundEngine
from wall.video.sound.ringing import Ringing

_LOOK_EVERY_S = 0.05
_ALIVE_EVERY_LOOKS = 10
_GOODBYE_S = 0.8


def run(descriptor: int) -> None:
    """Serve the channel at `descriptor` until the parent closes it or dies. Never returns."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ChannelClosed):
        asyncio.run(SoundProcess(Channel(socket.socket(fileno=descriptor)), SoundEngine()).serve())
    os._exit(0)  # libVLC may hang in its own clean-up; the kernel's does not.


class SoundProcess:
    """One camera at a time, or the bell of the alarms, known by the number under which it was begun."""

    def __init__(self, channel: Channel, engine: SoundEngine) -> None:
        self._channel = channel
        self._engine = engine
        self._listening: Listening | Ringing | None = None
        self._desk: ParentDesk | None = None
        self._number = 0
        self._ending: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Until the channel closes. Then the camera gets its session back, within `_GOODBYE_S`."""
        ended = asyncio.Event()

        def read() -> None:
            try:
                while (received := self._channel.receive()) is not None:
                    self._obey(received[0])
            except ChannelClosed:
                ended.set()

        asyncio.get_running_loop().add_reader(self._channel.fileno(), read)
        self._channel.send({"ready": os.getpid()})
        with contextlib.suppress(ChannelClosed):
            await self._watch(ended)
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        self._stop()
        if self._ending:
            await asyncio.wait(self._ending, timeout=_GOODBYE_S)

    async def _watch(self, ended: asyncio.Event) -> None:
        looks = 0
        while not ended.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY_S):
                    await ended.wait()
            looks += 1
            if self._listening is not None:
                self._listening.look()
            if looks % _ALIVE_EVERY_LOOKS == 0:
                self._channel.send({"alive": True, "overdue_s": round(self._engine.reaper.overdue_s(), 2)})

    def _obey(self, message: Message) -> None:
        is_ours = message.get("tile") == self._number
        match message["do"]:
            case "listen":
                self._listen(message)
            case "ring":
                self._ring(message)
            case "gain" if self._listening is not None:
                self._listening.gain = message["gain"]
            case "retry" if self._listening is not None and is_ours:
                self._listening.retry()
            case "login" if self._desk is not None and is_ours:
                self._desk.take(message)
            case "stop":
                self._stop()

    def _listen(self, message: Message) -> None:
        self._stop()
        self._number = number = message["tile"]
        source = Source(message["url"], transport=Transport[message["transport"]])
        self._desk = ParentDesk(number, self._send)
        report = partial(self._report, number)
        self._listening = Listening(source, self._engine, self._desk, message["gain"], report)

    def _ring(self, message: Message) -> None:
        self._stop()
        self._number = number = message["tile"]
        self._listening = Ringing(message["level"], self._engine, partial(self._report, number))

    def _report(self, number: int, phase: SoundPhase, cause: Cause) -> None:
        self._send({"tile": number, "phase": phase.name, "cause": cause.name})

    def _stop(self) -> None:
        if self._listening is not None:
            task = asyncio.get_running_loop().create_task(self._listening.close())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
        self._listening = self._desk = None

    def _send(self, message: Message) -> None:
        with contextlib.suppress(ChannelClosed):  # `serve` learns of it, too.
            self._channel.send(message)
