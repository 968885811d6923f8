"""Live pictures for the wall: what is shown, in what state, and since when.

The UI calls `show`, `warm`, `rest`, `wake`, `resize`, `hide` and `retry` on its own thread; each returns at once and is
carried out on the io loop. Facts come back through `publish`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from wall.model.decode_cost import Forecast
from wall.model.degradation import Candidate
from wall.model.events import Event, StreamMeasured, StreamOpened, StreamSized, TileChanged
from wall.model.picture import PictureFeed
from wall.model.stream import Source
from wall.model.tile import Cause, Observation, Phase, Thresholds, TileState, TileStatus, judge
from wall.model.video import Ease, StreamSize, VideoSettings
from wall.services.budget import Budget
from wall.services.flow import FlowMeter
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.stream_facts import StreamFacts
from wall.services.tile_logins import TileLogins
from wall.services.usage import Usage
from wall.video.feed import TileFeed
from wall.video.logins import LoginKeeper
from wall.video.memory import PictureMemory, Vitals
from wall.video.pool import DecodePool, TileReport

_JUDGE_EVERY_S = 0.1
_JUDGE_CALM_S = 0.5
"""While nothing is decoded."""
_UNKNOWN = StreamFacts()
_CONNECTED = {TileState.CONNECTING, TileState.LIVE, TileState.LATE, TileState.FROZEN}

Measuring = Callable[[Callable[[], Iterable[int]]], Callable[[], Usage | None]]
"""Of the decode processes' ids makes what tells what was used since it was called last."""

MakePool = Callable[[Callable[[TileReport], None], LoginKeeper], DecodePool]


@dataclass(slots=True)
class _Tile:
    """What the service knows of one tile. Only the io loop touches it after it was made."""

    source: Source
    size: tuple[int, int]
    feed: TileFeed
    is_resting: bool = False
    memory: PictureMemory | None = None
    seen: Observation = field(default_factory=lambda: Observation(Phase.OPENING))
    status: TileStatus | None = None
    flow: FlowMeter = field(default_factory=FlowMeter)
    facts: StreamFacts = field(default_factory=StreamFacts)


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
    ) -> None:
        """`desks` are those of the fleet, so that a login refused there is not sent from here. With `measuring` the
        decode budget is kept: nothing is decoded with less without.
        """
        self._loop = loop
        self._publish = publish
        self._logins = TileLogins(desks or Desks(LoginGuard(), publish), self._try_again)
        self._pool = make_pool(self._hear, self._logins)
        self._limits = limits or Thresholds()
        self._settings = settings or VideoSettings()
        self._clock = clock
        self._tiles: dict[int, _Tile] = {}
        self._known: dict[Source, StreamFacts] = {}
        """What streams were found to be, those among them that are no longer received."""
        self._budget = Budget(self, publish, self._settings.engine)
        self._look = measuring(self.decode_pids) if measuring is not None else None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start the decode processes. On the io loop."""
        await self._pool.start()
        self._tasks = [asyncio.create_task(self._keep_judging())]
        if self._look is not None:
            self._tasks.append(asyncio.create_task(self._budget.run(self._look)))

    async def stop(self) -> None:
        """End everything, within two seconds. On the io loop."""
        tasks, self._tasks = self._tasks, []  # A traceback would hold on to a tile, and so to its pictures' memory.
        for task in tasks:
            task.cancel()
        self._logins.close()
        tiles, self._tiles = self._tiles, {}
        for tile in tiles.values():
            _let_go(tile)
        await self._pool.stop()

    def show(self, tile: int, source: Source, width: int, height: int) -> PictureFeed:
        """Begin to show a stream at so many device pixels."""
        feed = TileFeed()
        self._loop.call_soon_threadsafe(self._open, tile, _Tile(source, (_even(width), _even(height)), feed))
        return feed

    def warm(self, tile: int, source: Source, width: int, height: int) -> PictureFeed:
        """Connect and receive, and decode nothing before `wake`."""
        feed = TileFeed()
        resting = _Tile(source, (_even(width), _even(height)), feed, is_resting=True)
        self._loop.call_soon_threadsafe(self._open, tile, resting)
        return feed

    def rest(self, tile: int) -> None:
        """Go on receiving, and decode nothing before `wake`."""
        self._loop.call_soon_threadsafe(self._rest, tile)

    def wake(self, tile: int, width: int, height: int) -> None:
        """Decode again. What does not rest is at most resized."""
        self._loop.call_soon_threadsafe(self._wake, tile, (_even(width), _even(height)))

    def resize(self, tile: int, width: int, height: int) -> None:
        """Want another size; the feed goes on with the former pictures until there is one."""
        self._loop.call_soon_threadsafe(self._resize, tile, (_even(width), _even(height)))

    def hide(self, tile: int) -> None:
        """Stop showing."""
        self._loop.call_soon_threadsafe(self._close, tile)

    def retry(self, tile: int) -> None:
        """Try again now what failed or was refused."""
        self._loop.call_soon_threadsafe(self._retry, tile)

    def weigh(self, tile: int, importance: int) -> None:
        """The more, the later it is decoded with less when the machine has too much to do."""
        self._loop.call_soon_threadsafe(self._weigh, tile, importance)

    def forecast(self, wanted: Sequence[tuple[Source, tuple[int, int]]]) -> Forecast:
        """What it would take to show these streams at so many device pixels. Any thread."""
        known = self._known
        return self._budget.forecast(
            [known.get(source, _UNKNOWN).expected(key, size) for key, (source, size) in enumerate(wanted)]
        )

    def candidates(self) -> list[Candidate]:
        """The streams that are received, as they are decoded now. On the io loop."""
        found = (
            tile.facts.candidate(number, tile.size, is_resting=tile.is_resting)
            for number, tile in self._tiles.items()
            if tile.memory is not None and tile.seen.phase is Phase.PLAYING
        )
        return [each for each in found if each is not None]

    def late_s(self) -> list[float]:
        """For each stream that is decoded, how long its newest picture took. On the io loop."""
        vitals = [tile.memory.vitals() for tile in self._tiles.values() if tile.memory and not tile.is_resting]
        return [each.delay_s for each in vitals if each.delay_s is not None]

    def ease(self, key: int, ease: Ease) -> None:
        """Have a stream decoded otherwise; its tile says so. On the io loop."""
        tile = self._tiles.get(key)
        if tile is None or tile.memory is None:
            return
        tile.facts.ease = ease
        tile.seen = replace(tile.seen, level=ease.level)
        self._pool.ease(key, ease)

    def decode_pids(self) -> list[int]:
        """The decode processes at work, for the health page and the benchmarks."""
        return self._pool.pids()

    def _open(self, number: int, tile: _Tile) -> None:
        self._close(number)
        tile.facts.ease = self._settings.first_ease
        self._tiles[number] = tile
        self._begin(number, tile)

    def _begin(self, number: int, tile: _Tile) -> None:
        """Get the memory for a tile's pictures, which takes longer than the painting thread has time for."""
        try:
            tile.memory = PictureMemory.create(*tile.size)
        except OSError:
            tile.seen = Observation(Phase.FAILED, Cause.MEMORY)
            return
        tile.seen = Observation(Phase.OPENING, level=tile.facts.ease.level)
        tile.feed.replace(tile.memory)
        self._pool.open(
            number,
            tile.source,
            tile.memory,
            is_resting=tile.is_resting,
            ease=tile.facts.ease,
        )

    def _rest(self, number: int) -> None:
        tile = self._tiles.get(number)
        if tile is None or tile.is_resting:
            return
        tile.is_resting = True
        if tile.memory is not None:
            self._pool.rest(number)

    def _wake(self, number: int, size: tuple[int, int]) -> None:
        tile = self._tiles.get(number)
        if tile is None or not tile.is_resting:
            self._resize(number, size)
            return
        tile.is_resting = False
        tile.size = size
        tile.seen = replace(tile.seen, opened_s=self._clock())  # What was seen before the rest proves nothing now.
        tile.flow = FlowMeter()
        if tile.memory is None:
            self._begin(number, tile)
            return
        former, memory = tile.memory, self._another_memory(tile)
        self._pool.wake(number, memory)
        if memory is not None:
            former.close()
            tile.memory = memory
        self._judge(number, tile)  # At once: that it was live when it went to rest is long past.

    def _another_memory(self, tile: _Tile) -> PictureMemory | None:
        """One of the size that is wanted. None where it has that size, or where there is none to be had."""
        assert tile.memory is not None
        if tile.size == (tile.memory.width, tile.memory.height):
            return None
        try:
            memory = PictureMemory.create(*tile.size)
        except OSError:
            return None  # The former size goes on, scaled by the painter.
        memory.inherit(tile.memory.vitals())
        tile.feed.replace(memory)
        return memory

    def _resize(self, number: int, size: tuple[int, int]) -> None:
        tile = self._tiles.get(number)
        if tile is None:
            return
        tile.size = size
        if tile.memory is None:
            self._begin(number, tile)
        elif not tile.is_resting and (memory := self._another_memory(tile)) is not None:
            self._pool.resize(number, memory)
            _let_go(tile)
            tile.memory = memory

    def _close(self, number: int) -> None:
        self._logins.left(number)
        tile = self._tiles.pop(number, None)
        if tile is not None and tile.memory is not None:
            self._pool.close(number)
            _let_go(tile)

    def _weigh(self, number: int, importance: int) -> None:
        if number in self._tiles:
            self._tiles[number].facts.importance = importance

    def _retry(self, number: int) -> None:
        tile = self._tiles.get(number)
        if tile is not None:
            self._logins.decide(number, tile.source)
            self._try_again(number)

    def _try_again(self, number: int) -> None:
        tile = self._tiles[number]
        if tile.memory is None:
            self._begin(number, tile)
        else:
            self._pool.retry(number)

    def _hear(self, report: TileReport) -> None:
        shown = self._tiles.get(report.tile)
        if shown is None:
            return
        if report.phase is Phase.LOST or (report.phase is Phase.FAILED and report.cause is not Cause.LOGIN_WITHHELD):
            self._logins.left(report.tile)
        shown.seen = replace(shown.seen, phase=report.phase, cause=report.cause)
        if report.phase is Phase.PLAYING:
            shown.seen = replace(shown.seen, opened_s=self._clock())
            shown.flow = FlowMeter()
        if report.codec is not None and report.transport is not None:
            shown.facts.codec = report.codec
            self._publish(StreamOpened(report.tile, report.codec, report.transport))
        self._judge(report.tile, shown)

    def _judge(self, number: int, tile: _Tile) -> None:
        seen = tile.seen
        if tile.memory is not None:
            vitals = tile.memory.vitals()
            seen = replace(
                seen,
                packet_s=vitals.packet_s,
                picture_s=vitals.picture_s,
                changed_s=vitals.changed_s,
                damaged_share=vitals.damaged_share,
                clock_offset_s=vitals.clock_offset_s,
                format_s=vitals.format_s,
                repeats=vitals.repeats,
            )
            self._tell_size(number, tile, vitals.stream_size)
        now_s = self._clock()
        if tile.is_resting:
            seen = replace(seen, opened_s=now_s)
        elif tile.memory is not None and seen.phase is Phase.PLAYING:
            self._measure(number, tile, vitals, now_s)
        status = judge(seen, now_s, self._limits)
        if status != tile.status and not (tile.is_resting and _is_no_news(status, tile.status)):
            tile.status = status
            self._publish(TileChanged(number, status, now_s))

    def _tell_size(self, number: int, tile: _Tile, size: StreamSize | None) -> None:
        if size is not None and size != tile.facts.size:
            tile.facts.size = size
            self._publish(StreamSized(number, size))

    def _measure(self, number: int, tile: _Tile, vitals: Vitals, now_s: float) -> None:
        rate = tile.flow.look(now_s, vitals.pictures, vitals.bytes_in)
        if rate is not None:
            tile.facts.measured(rate)
            self._known[tile.source] = replace(tile.facts)
            latency_ms = vitals.delay_s * 1000 if vitals.delay_s is not None else None
            clock_offset_s, damaged, decoder = vitals.clock_offset_s, vitals.damaged_share, vitals.decoder
            self._publish(StreamMeasured(number, rate.fps, rate.kbit_s, latency_ms, clock_offset_s, damaged, decoder))

    async def _keep_judging(self) -> None:
        while True:
            is_calm = all(tile.is_resting for tile in self._tiles.values())
            await asyncio.sleep(_JUDGE_CALM_S if is_calm else _JUDGE_EVERY_S)
            for number, tile in list(self._tiles.items()):
                self._judge(number, tile)


def _let_go(tile: _Tile) -> None:
    """Give up our hold of a tile's memory; the painter may still look at a picture in it."""
    if tile.memory is not None:
        tile.memory.close()
        tile.memory = None


def _is_no_news(status: TileStatus, told: TileStatus | None) -> bool:
    """Of a tile that rests: it does not fail, and nobody was told that it does or is only coming back."""
    is_well = told is None or (told.state in _CONNECTED and told.cause is not Cause.OPENING)
    return status.state is TileState.CONNECTING and is_well


def _even(pixels: int) -> int:
    return max(2, pixels & ~1)
