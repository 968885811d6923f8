"""The process that makes small pictures: obey the channel, decode one at a time, say that it is alive."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import socket
import time
import traceback
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from wall.model.errors import MalformedReplyError, WallError
from wall.model.stream import Source, Transport
from wall.model.tile import Cause
from wall.video.channel import Channel, ChannelClosed, Message
from wall.video.decode.desk import ParentDesk
from wall.video.glimpse.keyframe import first_keyframe
from wall.video.glimpse.letter import Letter
from wall.video.glimpse.shrink import Small, digest_of, shrink_jpeg, shrink_pixels, shrink_unit
from wall.video.lifetime import die_with_parent
from wall.video.memory import PictureMemory
from wall.video.rtsp import paced_loop

_ALIVE_EVERY_S = 0.5
_GOODBYE_S = 0.8
_BELOW_OTHERS = 5
_MOST_MEMORY = 2 << 30


def run(descriptor: int) -> None:
    """Serve the channel at `descriptor` until the parent closes it or dies. Never returns."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides.
    os.nice(_BELOW_OTHERS)
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    channel = Channel(socket.socket(fileno=descriptor))
    with contextlib.suppress(ChannelClosed), asyncio.Runner(loop_factory=paced_loop) as runner:
        runner.run(GlimpseProcess(channel).serve())
    os._exit(0)  # A decoder may hang in a thread.


class GlimpseProcess:
    """Its jobs by number. The loop receives, one thread decodes."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._thread = ThreadPoolExecutor(1)
        self._decoding_since_s: float | None = None
        self._jobs: dict[int, asyncio.Task[None]] = {}
        self._desks: dict[int, ParentDesk] = {}
        self._ended = asyncio.Event()

    async def serve(self) -> None:
        """Until the channel closes. Then every camera gets its session back, within `_GOODBYE_S`."""
        asyncio.get_running_loop().add_reader(self._channel.fileno(), self._read)
        self._channel.send({"ready": os.getpid()})
        while not self._ended.is_set():
            since_s = self._decoding_since_s
            overdue_s = time.monotonic() - since_s if since_s is not None else 0.0
            self._send({"alive": True, "overdue_s": round(overdue_s, 2)})
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_ALIVE_EVERY_S):
                    await self._ended.wait()
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()
        if jobs:
            await asyncio.wait(jobs, timeout=_GOODBYE_S)

    def _read(self) -> None:
        try:
            while (received := self._channel.receive()) is not None:
                self._obey(*received)
        except ChannelClosed:
            self._ended.set()

    def _obey(self, message: Message, descriptors: list[int]) -> None:
        number = message["tile"]
        match message["do"]:
            case "jpeg":
                self._begin(number, self._shrink_jpeg(message, Letter(descriptors[0])))
            case "tile":
                self._begin(number, self._shrink_tile(message, Letter(descriptors[0]), descriptors[1]))
            case "keyframe":
                self._desks[number] = ParentDesk(number, self._send)
                self._begin(number, self._receive(message, Letter(descriptors[0])))
            case "login" if number in self._desks:
                self._desks[number].take(message)
            case "drop" if number in self._jobs:
                # Not before it has begun: it has a letter to close.
                asyncio.get_running_loop().call_soon(self._jobs[number].cancel)
            case _:  # For a job that has just ended.
                pass

    def _begin(self, number: int, work: Coroutine[Any, Any, Message]) -> None:
        self._jobs[number] = asyncio.get_running_loop().create_task(self._answer(number, work))

    async def _answer(self, number: int, work: Coroutine[Any, Any, Message]) -> None:
        try:
            answer = await work
        except WallError as error:
            answer = {"cause": error.cause.name, "detail": error.detail[:200]}
        except Exception as error:  # A fault of ours: named in the log, and one camera's only.
            traceback.print_exception(error)
            answer = {"cause": Cause.UNKNOWN.name, "detail": type(error).__name__}
        finally:
            del self._jobs[number]
            self._desks.pop(number, None)
        self._send({"tile": number} | answer)

    # -- the three kinds of work

    async def _shrink_jpeg(self, message: Message, letter: Letter) -> Message:
        def shrink() -> tuple[Small, str]:
            jpeg = letter.read(message["bytes"])
            return shrink_jpeg(jpeg, _box(message)), digest_of(jpeg)

        return await self._decode(letter, shrink)

    async def _shrink_tile(self, message: Message, letter: Letter, descriptor: int) -> Message:
        memory = PictureMemory(descriptor, *message["of"])
        memory.close()  # The mapping is all that is needed here.

        def shrink() -> tuple[Small, str]:
            copied = memory.copy_newest()
            if copied is None:
                raise MalformedReplyError("there is no picture yet", cause=Cause.FIRST_PICTURE)
            return shrink_pixels(*copied, _box(message)), ""

        return await self._decode(letter, shrink)

    async def _receive(self, message: Message, letter: Letter) -> Message:
        try:
            source = Source(message["url"], transport=Transport[message["transport"]])
            found = await first_keyframe(source, self._desks[message["tile"]])
        except BaseException:
            letter.close()
            raise

        def shrink() -> tuple[Small, str]:
            return shrink_unit(found.codec, found.data, _box(message)), digest_of(found.data)

        made = await self._decode(letter, shrink)
        return made | {"came_s": found.came_s}

    async def _decode(self, letter: Letter, shrink: Callable[[], tuple[Small, str]]) -> Message:
        """On the thread, when it is free. The letter is closed however that ends."""

        def work() -> Message:
            self._decoding_since_s = time.monotonic()
            try:
                letter.open()
                small, digest = shrink()
                letter.write(small.pixels)
                return {"made": [small.width, small.height], "digest": digest}
            finally:
                self._decoding_since_s = None
                letter.seal()
                letter.close()

        # What has been handed to the thread goes on, also where nobody waits for it any more.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def _send(self, message: Message) -> None:
        try:
            self._channel.send(message)
        except ChannelClosed:
            self._ended.set()


def _box(message: Message) -> tuple[int, int]:
    return message["width"], message["height"]
