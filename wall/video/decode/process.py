"""A decode process: obey the channel, watch the tiles, say that it is alive, and end with the parent."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import socket
import sys
import time
from typing import Any

from wall.model.playhead import Playhead
from wall.model.recording import End
from wall.model.stream import Source, Transport
from wall.model.tempo import Fastest, rest_s
from wall.model.tile import Cause, Phase
from wall.model.video import Decoder, Ease, Level
from wall.video.channel import Channel, ChannelClosed, Message
from wall.video.decode.desk import ParentDesk
from wall.video.decode.hardware_use import HardwareUse
from wall.video.decode.keeping import Keeping
from wall.video.decode.quick import QuickEngine
from wall.video.decode.replays import Replays
from wall.video.decode.tile import Tile
from wall.video.decode.vlc_player import VlcEngine
from wall.video.decode.watch import EVERY_S
from wall.video.engine import CatchUpEngine, Engine
from wall.video.heap import give_memory_back
from wall.video.lifetime import die_with_parent
from wall.video.memory import PictureMemory
from wall.video.record.wire import read_order, written_message
from wall.video.rtsp import StreamInfo, paced_loop, rest

_GLANCES = 5
"""For each look: a wall that is switched wants to know soon that its pictures move."""
_ALIVE_EVERY_LOOKS = 2
_PACED_EVERY_LOOKS = _COLLECT_EVERY_LOOKS = 8
_GOODBYE_S = 0.8


def run(descriptor: int) -> None:
    """Serve the channel at `descriptor` until the parent closes it or dies. Never returns."""
    die_with_parent()
    give_memory_back()
    # Ctrl+C in a terminal reaches the whole group; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # Collected by hand, between pictures: a collection in a libVLC callback would delay one.
    sys.setswitchinterval(0.001)
    channel = Channel(socket.socket(fileno=descriptor))
    engine, quick = VlcEngine(), QuickEngine()
    gc.freeze()  # What is here now stays for good; a full collection then takes a millisecond instead of thirty.
    # A paced loop's pauses of some milliseconds let the packets of many cameras be taken together.
    with contextlib.suppress(ChannelClosed), asyncio.Runner(loop_factory=paced_loop) as runner:
        runner.run(DecodeProcess(channel, engine, quick, engine.hardware).serve())
    os._exit(0)  # libVLC may hang in its own clean-up; the kernel's does not.


class DecodeProcess:
    """The tiles of one process, by number."""

    def __init__(
        self, channel: Channel, engine: Engine, quick: CatchUpEngine, hardware: HardwareUse | None = None
    ) -> None:
        """`hardware` says how `engine` may decode."""
        self._channel = channel
        self._engine = engine
        self._hardware = hardware or HardwareUse()
        self._hardware_told = False
        self._quick = quick
        self._tiles: dict[int, Tile] = {}
        self._desks: dict[int, ParentDesk] = {}
        self._keeping = Keeping(self._send)
        self._replays = Replays(self._send)
        self._fastest = Fastest()
        self._ended = asyncio.Event()
        self._woken = asyncio.Event()

    async def serve(self) -> None:
        """Until the channel closes. Then every camera gets its session back, within `_GOODBYE_S`."""
        asyncio.get_running_loop().add_reader(self._channel.fileno(), self._read)
        self._channel.send({"ready": os.getpid()})
        watch = asyncio.create_task(self._watch())
        ended = asyncio.create_task(self._ended.wait())
        done, _ = await asyncio.wait({watch, ended}, return_when=asyncio.FIRST_COMPLETED)
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        watch.cancel()
        with contextlib.suppress(TimeoutError):
            goodbyes = (tile.close() for tile in self._tiles.values())
            async with asyncio.timeout(_GOODBYE_S):
                await asyncio.gather(*goodbyes, self._keeping.end())
        for task in done - {ended}:
            task.result()

    def _read(self) -> None:
        try:
            while (received := self._channel.receive()) is not None:
                self._obey(*received)
        except ChannelClosed:
            self._ended.set()

    def _obey(self, message: Message, descriptors: list[int]) -> None:
        number = message.get("tile", -1)
        match message["do"]:
            case "keep":
                self._keeping.begin(message)
            case "hardware":
                self._hardware.use(message["way"])
            case "open":
                self._open(number, message, descriptors[0])
            case "resize" if number in self._tiles:
                self._tiles[number].resize(_memory(message, descriptors[0]))
            case "rest" if number in self._tiles:
                self._tiles[number].rest()
            case "wake" if number in self._tiles:
                self._tiles[number].wake(_memory(message, descriptors[0]) if descriptors else None)
                self._woken.set()
            case "ease" if number in self._tiles:
                self._tiles[number].take_it_easy(_ease(message))
            case "record" if number in self._tiles:
                self._tiles[number].record(read_order(message["order"]))
            case "stop_recording" if number in self._tiles:
                self._tiles[number].stop_recording(message["key"], End[message["end"]])
            case "retry" if number in self._tiles:
                self._tiles[number].retry()
            case "replay" if number in self._tiles:
                memory, head = _memory(message, descriptors[0]), Playhead(**message["head"])
                self._replays.begin(message["look"], number, self._tiles[number].buffer, memory, head)
            case "steer":
                self._replays.steer(message["look"], Playhead(**message["head"]))
            case "end_replay":
                self._replays.end(message["look"])
            case "login" if number in self._desks:
                self._desks[number].take(message)
            case "close":
                self._close(number)
            case _:  # For a tile that has just gone: its descriptors must not stay behind.
                for descriptor in descriptors:
                    os.close(descriptor)

    def _open(self, number: int, message: Message, descriptor: int) -> None:
        self._close(number)

        def report(phase: Phase, cause: Cause, info: StreamInfo | None) -> None:
            self._report(number, phase, cause, info)

        self._desks[number] = desk = ParentDesk(number, self._send)
        source = Source(message["url"], transport=Transport[message["transport"]])
        memory = _memory(message, descriptor)
        self._tiles[number] = Tile(
            source,
            memory,
            self._engine,
            self._quick,
            report,
            desk,
            is_resting=message["rest"],
            ease=_ease(message),
            tell_written=lambda written: self._send({"tile": number, "recording": written_message(written)}),
            buffer=self._keeping.buffer(number, message["owner"]),
            hardware=self._hardware,
        )

    def _close(self, number: int) -> None:
        self._desks.pop(number, None)
        self._replays.closed(number)
        tile = self._tiles.pop(number, None)
        if tile is not None:
            task = asyncio.get_running_loop().create_task(tile.close())
            task.add_done_callback(_raise_if_failed)

    def _report(self, number: int, phase: Phase, cause: Cause, info: StreamInfo | None) -> None:
        message: dict[str, Any] = {"tile": number, "phase": phase.name, "cause": cause.name}
        if info is not None:
            message |= {"codec": info.codec.name, "transport": info.transport.name}
            self._woken.set()
        self._send(message)

    def _send(self, message: Message) -> None:
        try:
            self._channel.send(message)
        except ChannelClosed:
            self._ended.set()

    async def _watch(self) -> None:
        looks = 0
        while True:
            await self._pass_a_look()
            looks += 1
            for tile in self._tiles.values():
                tile.look(time.monotonic())
            if looks % _ALIVE_EVERY_LOOKS == 0:
                overdue_s = max(self._engine.overdue_s(), self._quick.overdue_s())
                self._keeping.tick(time.monotonic())
                self._replays.tick(time.monotonic())
                self._tell_of_hardware()
                self._send({"alive": True, "overdue_s": round(overdue_s, 2)} | self._keeping.told())
            if looks % _PACED_EVERY_LOOKS == 0:
                self._pace(time.monotonic())
            if looks % _COLLECT_EVERY_LOOKS == 0:
                gc.collect()  # The memory of a closed tile's pictures hangs on cycles through its finished task.

    def _pace(self, now_s: float) -> None:
        """Receive as often as what comes is worth."""
        counts = {number: tile.units for number, tile in self._tiles.items()}
        rest(asyncio.get_running_loop(), rest_s(self._fastest.look(counts, now_s)))

    def _tell_of_hardware(self) -> None:
        """Once, that it is good for nothing."""
        if self._hardware.has_failed and not self._hardware_told:
            self._hardware_told = True
            self._send({"hardware": "failed"})

    async def _pass_a_look(self) -> None:
        """The time between two looks; with glances in between only where a tile has just been woken, or begun."""
        for _ in range(_GLANCES):
            if not any(tile.wants_glances for tile in self._tiles.values()):
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(EVERY_S):
                        await self._woken.wait()
                self._woken.clear()
                return
            await asyncio.sleep(EVERY_S / _GLANCES)
            for tile in self._tiles.values():
                tile.glance(time.monotonic())


def _memory(message: Message, descriptor: int) -> PictureMemory:
    memory = PictureMemory(descriptor, message["width"], message["height"])
    memory.close()  # The mapping is all that is needed here.
    return memory


def _ease(message: Message) -> Ease:
    return Ease(Decoder[message["decoder"]], Level[message["level"]])


def _raise_if_failed(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        raise error
