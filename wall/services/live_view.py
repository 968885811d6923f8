"""Live pictures for the wall: what is shown, in what state, and since when.

The UI calls `show`, `warm`, `rest`, `wake`, `resize`, `replay`, `hide`… on its own thread; each returns at once and is
carried out on the io loop. Facts come back through `publish`.

A stream that stands on several tiles is received and decoded once (`reception`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from itertools import chain, count

from wall.model.alarms.drill import Hung
from wall.model.buffering import BufferSettings
from wall.model.camera import CameraStream
from wall.model.decode_cost import Forecast, Load
from wall.model.degradation import Candidate
from wall.model.events import Event, KeptChanged
from wall.model.hardware import Hardware
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox, PictureDrill, PictureFeed
from wall.model.playhead import Playhead
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.tile import Cause, Phase, Thresholds
from wall.model.video import Ease, Level, VideoSettings
from wall.services.budget import Budget
from wall.services.hanging import hang_one
from wall.services.hardware_desk import Find, HardwareDesk
from wall.services.keeping_disk import KeepingDisk
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.looking_back import LookingBack
from wall.services.reception import Reception, Surroundings
from wall.services.recorded_tiles import RecordedTiles
from wall.services.stream_facts import StreamFacts
from wall.services.stream_ledger import StreamLedger
from wall.services.stream_scene import RemembersScenes
from wall.services.tile_logins import TileLogins
from wall.services.usage import Pids, Usage
from wall.services.viewer import Viewer
from wall.video.feed import TileFeed
from wall.video.logins import LoginKeeper
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool
from wall.video.reports import HardwareFailed, KeepingReport, KeptReport, Report, TileReport

_JUDGE_EVERY_S = 0.1
_GLANCES = 4
"""For each look, while a picture is about to come."""
_JUDGE_CALM_S = 0.5
"""While nothing is decoded."""

_UNKNOWN = StreamFacts()

Measuring = Callable[[Pids, Pids], Callable[[], Usage | None]]
"""Of the ids of the decode processes, and of ours beside them, makes what tells what was used since it was called last.
"""

MakePool = Callable[[Callable[[Report], None], LoginKeeper], DecodePool]


class LiveView:
    """Shows cameras by tile number. `publish` is called on the io loop, with every change of state."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        make_pool: MakePool,
        limits: Thresholds | None = None,
        clock: Callable[[], float] = time.monotonic,
        desks: Desks | None = None,
        settings: VideoSettings | None = None,
        measuring: Measuring | None = None,
        find_hardware: Find | None = None,
        log: Callable[[str], None] = lambda _line: None,
        scenes: RemembersScenes | None = None,
    ) -> None:
        """`desks` are those of the fleet, so that a login refused there is not sent from here. With `measuring` the
        decode budget is kept: nothing is decoded with less without. `log` takes lines for who looks after the machine.
        With `scenes` it is known what cameras showed before.
        """
        self._loop = loop
        self._logins = TileLogins(desks or Desks(LoginGuard(), publish), self._try_again)
        self._pool = make_pool(self._hear, self._logins)
        self.recorded = RecordedTiles(loop, self._pool, self._stream_of)
        self._settings = settings or VideoSettings()
        self._ledger = StreamLedger()
        self._around = Surroundings(self._pool, publish, self._ledger, limits or Thresholds(), clock, scenes=scenes)
        self._tiles: dict[int, Reception] = {}
        """What each tile shows."""
        self._streams: dict[int, Reception] = {}
        """By the number under which the pool knows them."""
        self._of_source: dict[Source, Reception] = {}
        self._numbers = count(1)
        self._beside: list[Pids] = []
        self._disk = KeepingDisk(publish)
        self._looking_back = LookingBack(self._pool, publish)
        self._publish = publish
        self._budget = Budget(self, publish, self._settings)
        self._look = measuring(self.decode_pids, self._beside_pids) if measuring is not None else None
        find = find_hardware if self._settings.may_use_hardware else None
        self._hardware = HardwareDesk(self._pool, publish, find, log)
        self._tasks: list[asyncio.Task[None] | asyncio.Task[Hung]] = []

    async def start(self) -> None:
        """Start the decode processes. On the io loop."""
        await self._pool.start()
        self._tasks = [asyncio.create_task(self._keep_judging()), asyncio.create_task(self._hardware.look())]
        if self._look is not None:
            self._tasks.append(asyncio.create_task(self._budget.run(self._look)))

    async def stop(self) -> None:
        """End everything, within two seconds. On the io loop."""
        await self.recorded.end_all()
        tasks, self._tasks = self._tasks, []  # A traceback would hold on to a stream, and so to its pictures' memory.
        for task in tasks:
            task.cancel()
        self._logins.close()
        self._looking_back.end_all()
        streams = list(self._streams.values())
        self._tiles, self._streams, self._of_source = {}, {}, {}
        for stream in streams:
            stream.let_go()
        await self._pool.stop()

    # -- what the UI wants

    def show(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Begin to show a stream at so many device pixels: inside them, or stretched over all of them."""
        feed = TileFeed()
        self._loop.call_soon_threadsafe(self._open, source, Viewer(tile, _even(width, height, stretches), feed))
        return feed

    def warm(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Connect and receive, and decode nothing before `wake`."""
        feed = TileFeed()
        resting = Viewer(tile, _even(width, height, stretches), feed, is_resting=True)
        self._loop.call_soon_threadsafe(self._open, source, resting)
        return feed

    def rest(self, tile: int) -> None:
        """Go on receiving, and decode nothing before `wake`."""
        self._ask(tile, lambda stream: self._rest(stream, tile))

    def wake(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        """Decode again. What does not rest is at most resized."""
        self._ask(tile, lambda stream: self._wake(stream, tile, _even(width, height, stretches)))

    def resize(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        """Want another size; the feed goes on with the former pictures until there is one."""
        self._ask(tile, lambda stream: self._resize(stream, tile, _even(width, height, stretches)))

    def replay(self, tile: int, head: Playhead, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Show what was kept of a tile's stream, as the playhead says. It rests until `wake` brings what comes now."""
        feed, box = TileFeed(), _even(width, height, stretches)

        def look_back(stream: Reception) -> None:
            stream.rest(tile)
            self._looking_back.begin(tile, stream.number, feed, head, box)

        self._ask(tile, look_back)
        return feed

    def steer(self, tile: int, head: Playhead) -> None:
        """Let a tile that looks back follow another playhead."""
        self._ask(tile, lambda _stream: self._looking_back.steer(tile, head))

    def hide(self, tile: int) -> None:
        """Stop showing."""
        self._loop.call_soon_threadsafe(self._close, tile)

    def retry(self, tile: int) -> None:
        """Try again now what failed or was refused."""
        self._ask(tile, self._retry)

    def drill(self, tile: int, drill: PictureDrill, seconds: float) -> None:
        """Have what this tile shows stand, or be black, for so long; it is judged as any picture that does."""
        self._ask(tile, lambda stream: stream.drill(drill, seconds))

    def hang(self, spared: Collection[int]) -> Future[Hung]:
        """Have a decode process stand still, none of these tiles', to see whether it is replaced (`hanging`)."""

        async def carry_out() -> Hung:
            streams = {self._tiles[tile].number for tile in spared if tile in self._tiles}
            drilling = asyncio.create_task(hang_one(self._pool, self._streams, streams, self._publish))
            self._tasks.append(drilling)  # Ends with the others.
            try:
                return await drilling
            finally:
                self._tasks = [task for task in self._tasks if task is not drilling]

        return asyncio.run_coroutine_threadsafe(carry_out(), self._loop)

    def turned(self, tile: int) -> None:
        """The camera that this tile shows is turned on purpose: another scene is no surprise."""
        self._ask(tile, lambda stream: stream.turned())

    def weigh(self, tile: int, importance: int) -> None:
        """The more, the later it is decoded with less when the machine has too much to do."""
        self._ask(tile, lambda stream: stream.weigh(tile, importance))

    def offer(self, tile: int, other: OtherStream | None) -> None:
        """Another of the camera's streams may take this one's place, or this one stands in that one's place: told as
        SmallerWanted. None: it is this one and no other.
        """

        def carry_out(stream: Reception) -> None:
            beside = self._of_source.get(other.source) if other is not None else None
            stream.offer(tile, other, beside.facts.ease.level if beside is not None else Level.FULL)

        self._ask(tile, carry_out)

    def seen(self, source: Source) -> SeenStream:
        """What a stream was seen to send, since the program began. Any thread."""
        return self._ledger.of(source.url)

    def is_shown(self, source: Source, below: int) -> bool:
        """Is this stream decoded for a tile with a number below this one? Any thread."""
        stream = self._of_source.get(source)
        return stream is not None and stream.is_decoded_for(below)

    def is_received(self, source: Source) -> bool:
        """Is this stream received already, for whomever? Any thread."""
        return source in self._of_source

    def hardware(self) -> Hardware:
        """What decodes beside the processor, or why nothing does. Any thread."""
        return self._hardware.hardware

    def forecast(self, wanted: Sequence[tuple[CameraStream, tuple[int, int]]]) -> Forecast:
        """What it would take to show these streams at so many device pixels. Any thread."""
        known = self._around.known
        loads = [known.get(each.source, _UNKNOWN).expected(shown, each.size, each.codec) for each, shown in wanted]
        return self._budget.forecast([Candidate(key, load) for key, load in enumerate(loads)])

    # -- what the budget asks, on the io loop

    def candidates(self) -> list[Candidate]:
        """The streams that are received, and what is planned for them now."""
        found = (stream.candidate() for stream in self._streams.values())
        return [each for each in found if each is not None]

    def loads(self) -> list[Load]:
        """The same, as they are decoded now."""
        found = (stream.load() for stream in self._streams.values())
        return [each for each in found if each is not None]

    def behind(self) -> list[bool]:
        """For each stream that is decoded: do its pictures come late, or are many passed over?"""
        found = (stream.is_behind for stream in self._streams.values())
        return [each for each in found if each is not None]

    def ease(self, key: int, ease: Ease) -> None:
        """Have a stream decoded otherwise; its tiles say so."""
        if key in self._streams:
            self._streams[key].ease(ease)

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None:
        """Where the newest picture of one of these stands, and when it changed; None while none is on the wall. On the
        io loop.
        """
        streams = (self._of_source.get(source) for source in sources)
        return next((found for stream in streams if stream is not None and (found := stream.in_sight)), None)

    def decode_pids(self) -> list[int]:
        """The decode processes at work, for the health page and the benchmarks."""
        return self._pool.pids()

    def count_too(self, pids: Pids) -> None:
        """These processes are ours as well, and give way to the tiles: the budget shall not take them for others."""
        self._beside.append(pids)

    def _beside_pids(self) -> Iterable[int]:
        return chain.from_iterable(pids() for pids in self._beside)

    def kept_bytes(self) -> tuple[int, int]:
        """How much of what was received is kept, in memory and on the disk, for the benchmarks. Any thread."""
        return self._pool.kept_bytes()

    def settle(self, settings: VideoSettings) -> None:
        """From now on decode so, and leave out or not, as these say. Their rolling buffer: see `keep`."""
        self._loop.call_soon_threadsafe(self._settle, settings)

    def keep(self, buffer: BufferSettings) -> None:
        """From now on keep so much of what is received, where these settings can become those."""
        self._loop.call_soon_threadsafe(self._keep, buffer)

    # -- inside

    def _keep(self, buffer: BufferSettings) -> None:
        if self._settings.buffer.can_become(buffer):
            self._settings = replace(self._settings, buffer=buffer)
            self._pool.keep(buffer)

    def _settle(self, settings: VideoSettings) -> None:
        self._settings = settings
        self._budget.settle(settings)

    def _ask(self, tile: int, wish: Callable[[Reception], None]) -> None:
        """Have something done with what a tile shows; nothing where it was given back in the meantime."""

        def carry_out() -> None:
            if tile in self._tiles:
                wish(self._tiles[tile])

        self._loop.call_soon_threadsafe(carry_out)

    def _open(self, source: Source, viewer: Viewer) -> None:
        self._close(viewer.tile)
        stream = self._of_source.get(source)
        if stream is None:
            stream = Reception(next(self._numbers), source, self._around, self._settings.first_ease)
            self._of_source[source] = self._streams[stream.number] = stream
        self._tiles[viewer.tile] = stream
        stream.join(viewer)

    def _rest(self, stream: Reception, tile: int) -> None:
        self._looking_back.end(tile)
        stream.rest(tile)

    def _wake(self, stream: Reception, tile: int, box: PictureBox) -> None:
        self._looking_back.end(tile)
        stream.wake(tile, box)

    def _resize(self, stream: Reception, tile: int, box: PictureBox) -> None:
        if not self._looking_back.resize(tile, box):
            stream.resize(tile, box)

    def _close(self, tile: int) -> None:
        self._looking_back.end(tile)
        stream = self._tiles.pop(tile, None)
        if stream is None or stream.leave(tile):
            return
        self._logins.left(stream.number)
        del self._of_source[stream.source], self._streams[stream.number]
        stream.end()

    def _stream_of(self, tile: int) -> int | None:
        stream = self._tiles.get(tile)
        return stream.number if stream is not None and stream.is_received else None

    def _retry(self, stream: Reception) -> None:
        self._logins.decide(stream.number, stream.source)
        stream.retry()

    def _try_again(self, number: int) -> None:
        self._streams[number].retry()

    def _hear(self, report: Report) -> None:
        match report:
            case KeepingReport():
                self._disk.hear(report)
            case HardwareFailed():
                self._hardware.failed(report)
            case KeptReport(tile, spans):
                self._publish(KeptChanged(tile, spans))
            case TileReport():
                self._hear_of_stream(report)

    def _hear_of_stream(self, report: TileReport) -> None:
        stream = self._streams.get(report.tile)
        if stream is None:
            return
        if report.phase is Phase.LOST or (report.phase is Phase.FAILED and report.cause is not Cause.LOGIN_WITHHELD):
            self._logins.left(report.tile)
        stream.hear(report)

    async def _keep_judging(self) -> None:
        while True:
            await self._pass_a_look()
            for stream in list(self._streams.values()):
                stream.judge()

    async def _pass_a_look(self) -> None:
        """The time between two looks. What is about to come is glanced at in between."""
        for _ in range(_GLANCES):
            if not any(stream.is_coming for stream in self._streams.values()):
                is_calm = all(stream.is_resting for stream in self._streams.values())
                await asyncio.sleep(_JUDGE_CALM_S if is_calm else _JUDGE_EVERY_S)
                return
            await asyncio.sleep(_JUDGE_EVERY_S / _GLANCES)
            for stream in [each for each in self._streams.values() if each.is_coming]:
                stream.judge()


def _even(width: int, height: int, stretches: bool) -> PictureBox:
    return PictureBox(max(2, width & ~1), max(2, height & ~1), stretches)
