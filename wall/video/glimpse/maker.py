"""The parent's side of the process that makes small pictures. Lives on the io loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from wall.model.errors import MalformedReplyError, UnreachableError, WallError
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.video.channel import Message
from wall.video.glimpse.letter import Letter
from wall.video.logins import Answer, LoginKeeper
from wall.video.memory import PictureMemory
from wall.video.standby import Standby
from wall.video.worker import Worker

_PROGRAM = "wall.video.glimpse"
_AGAIN_AFTER_S = 1.0
"""A process that is lost is not started anew in a hurry."""
_MOST_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Made:
    """A small picture, BGRX without gaps. `digest` is the same for what a camera has sent twice, "" for a tile;
    `came_s` is when a keyframe came, monotonic, None for what came before.
    """

    width: int
    height: int
    pixels: bytes = field(repr=False)
    digest: str
    came_s: float | None = None


@dataclass(slots=True)
class _Job:
    letter: Letter
    answer: asyncio.Future[Made]
    source: Source | None = None


class GlimpseMaker:
    """Makes small pictures in a process that is started when it is first needed, and again when it is lost.

    `logins` hands out logins for streams, by the number that its caller gave; `left` is told when one is not needed
    any more. Every method raises WallError for what cannot be made: MalformedReplyError (DECODER) where a picture hung
    or ended the process, UnreachableError (DECODER_LOST) where another one did.
    """

    def __init__(self, log: Path | None, logins: LoginKeeper, left: Callable[[int], None]) -> None:
        self._process = Standby(_PROGRAM, log, self._heard, self._lost)
        self._logins = logins
        self._left = left
        self._lost_s = -_AGAIN_AFTER_S
        self._jobs: dict[int, _Job] = {}
        self._numbers = count(1)

    @property
    def pids(self) -> list[int]:
        """The process, while there is one."""
        return [self._process.worker.pid] if self._process.worker is not None else []

    async def of_jpeg(self, jpeg: bytes, box: tuple[int, int]) -> Made:
        """Of a JPEG as it came, no larger than the box."""
        if len(jpeg) > _MOST_BYTES:
            raise MalformedReplyError(f"a picture of {len(jpeg)} bytes", cause=Cause.OVERSIZE)
        return await self._made({"do": "jpeg", "bytes": len(jpeg)} | _box(box), jpeg)

    async def of_tile(self, memory: PictureMemory, box: tuple[int, int]) -> Made:
        """Of the newest picture in a memory."""
        order: Message = {"do": "tile", "of": [memory.width, memory.height]}
        return await self._made(order | _box(box), b"", descriptor=memory.descriptor)

    async def of_keyframe(self, source: Source, box: tuple[int, int]) -> Made:
        """Of a stream's next keyframe: it is connected to, and let go of."""
        order: Message = {"do": "keyframe", "url": source.url, "transport": source.transport.name}
        return await self._made(order | _box(box), b"", source=source)

    def rest(self) -> None:
        """Let the process end: nobody looks."""
        self._process.dismiss()
        self._fail_all()

    async def stop(self) -> None:
        """End the process: by itself if it does so in time, else by force."""
        self.rest()
        await self._process.end()

    # -- inside

    async def _made(
        self, order: Message, content: bytes, source: Source | None = None, descriptor: int | None = None
    ) -> Made:
        worker = self._ready_worker()
        try:
            letter = Letter.of(content)
        except OSError as error:
            raise UnreachableError(str(error.strerror), cause=Cause.MEMORY) from None
        number = next(self._numbers)
        job = self._jobs[number] = _Job(letter, asyncio.get_running_loop().create_future(), source)
        others = () if descriptor is None else (descriptor,)
        try:
            worker.send({"tile": number} | order, (letter.descriptor, *others))
            return await job.answer
        except asyncio.CancelledError:
            if worker is self._process.worker:
                worker.send({"do": "drop", "tile": number})
            raise
        finally:
            self._jobs.pop(number, None)
            letter.close()
            if source is not None:
                self._left(number)

    def _ready_worker(self) -> Worker:
        if self._process.worker is None and time.monotonic() - self._lost_s < _AGAIN_AFTER_S:
            raise UnreachableError(cause=Cause.DECODER_LOST)
        try:
            return self._process.need()
        except OSError as error:
            raise UnreachableError(str(error.strerror), cause=Cause.DECODER_LOST) from None

    def _heard(self, message: Message) -> None:
        job = self._jobs.get(message["tile"])
        if job is None or job.answer.done():
            return
        match message.get("login"):
            case None:
                self._settle(job, message)
            case "wanted" if job.source is not None:
                self._logins.wanted(message["tile"], job.source, self._answer(message["tile"], message["ask"]))
            case told:
                self._logins.told(message["tile"], accepted=told == "accepted")

    def _settle(self, job: _Job, message: Message) -> None:
        if "made" not in message:
            job.answer.set_exception(_error(Cause[message["cause"]], message.get("detail", "")))
            return
        width, height = message["made"]
        pixels = job.letter.read(width * height * 4)
        if len(pixels) == width * height * 4:
            job.answer.set_result(Made(width, height, pixels, message["digest"], message.get("came_s")))
        else:
            job.answer.set_exception(_error(Cause.MEMORY, "half a picture"))

    def _answer(self, number: int, ask: int) -> Answer:
        """Takes the answer to one question, as long as the one who asked is there to hear it."""
        worker = self._process.worker

        def answer(login: Credentials | Cause) -> None:
            if worker is None or worker is not self._process.worker or number not in self._jobs:
                return
            head: Message = {"do": "login", "tile": number, "ask": ask}
            if isinstance(login, Cause):
                worker.send(head | {"cause": login.name})
            else:
                worker.send(head | {"user": login.username, "password": login.password})

        return answer

    def _lost(self) -> None:
        self._lost_s = time.monotonic()
        self._fail_all()

    def _fail_all(self) -> None:
        """Only who was being decoded is to blame."""
        for job in list(self._jobs.values()):
            if not job.answer.done():
                cause = Cause.DECODER if job.letter.is_opened else Cause.DECODER_LOST
                job.answer.set_exception(_error(cause, ""))


def _error(cause: Cause, detail: str) -> WallError:
    kind = UnreachableError if cause is Cause.DECODER_LOST else MalformedReplyError
    return kind(detail, cause=cause)


def _box(box: tuple[int, int]) -> Message:
    return {"width": box[0], "height": box[1]}
