"""A playback process: obey the channel, say where the film is, and end with the parent."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from pathlib import Path

from wall.model.film import FilmState
from wall.video.channel import Channel, ChannelClosed, Message
from wall.video.decode.vlc_player import VlcEngine
from wall.video.lifetime import die_with_parent
from wall.video.memory import PictureMemory
from wall.video.playback.film import Film
from wall.video.playback.wire import state_message

_LOOK_EVERY_S = 0.05
_ALIVE_EVERY_LOOKS = 10


def run(descriptor: int) -> None:
    """Serve the channel at `descriptor` until the parent closes it or dies. Never returns."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ChannelClosed):
        asyncio.run(PlaybackProcess(Channel(socket.socket(fileno=descriptor)), VlcEngine()).serve())
    os._exit(0)  # libVLC may hang in its own clean-up; the kernel's does not.


class PlaybackProcess:
    """One film at a time, known by the number under which it was opened."""

    def __init__(self, channel: Channel, engine: VlcEngine) -> None:
        self._channel = channel
        self._engine = engine
        self._film: Film | None = None
        self._number = 0
        self._told: FilmState | None = None

    async def serve(self) -> None:
        """Until the channel closes: ChannelClosed."""
        ended = asyncio.Event()

        def read() -> None:
            try:
                while (received := self._channel.receive()) is not None:
                    self._obey(*received)
            except ChannelClosed:
                ended.set()

        asyncio.get_running_loop().add_reader(self._channel.fileno(), read)
        self._channel.send({"ready": os.getpid()})
        looks = 0
        while not ended.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY_S):
                    await ended.wait()
            looks += 1
            self._tell()
            if looks % _ALIVE_EVERY_LOOKS == 0:
                self._channel.send({"alive": True, "overdue_s": round(self._engine.overdue_s(), 2)})

    def _obey(self, message: Message, descriptors: list[int]) -> None:
        film = self._film
        match message["do"]:
            case "open":
                self._open(message, _memory(message, descriptors[0]))
            case "resize" if film is not None:
                film.move(_memory(message, descriptors[0]))
            case "play" if film is not None:
                film.play()
            case "pause" if film is not None:
                film.pause()
            case "seek" if film is not None:
                film.seek(message["at_s"])
            case "step" if film is not None:
                film.step(message["steps"])
            case "rate" if film is not None:
                film.set_rate(message["rate"])
            case "close":
                self._close()
            case _:
                for descriptor in descriptors:
                    os.close(descriptor)

    def _open(self, message: Message, memory: PictureMemory) -> None:
        self._close()
        self._number, self._told = message["tile"], None
        path, at_s, rate = Path(message["path"]), message["at_s"], message["rate"]
        self._film = Film(self._engine, path, memory, at_s, rate, runs=message["runs"])

    def _close(self) -> None:
        if self._film is not None:
            self._film.close()
            self._film = None

    def _tell(self) -> None:
        if self._film is not None and (state := self._film.state()) != self._told:
            self._told = state
            self._channel.send(state_message(self._number, state))


def _memory(message: Message, descriptor: int) -> PictureMemory:
    memory = PictureMemory(descriptor, message["width"], message["height"])
    memory.close()  # The mapping is all that is needed here.
    return memory
