"""One stream that is received and decoded once, for all tiles that show it: as large as the largest of them wants it,
at rest when all of them rest. What becomes known of it is told to each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from wall.model.decode_cost import Load
from wall.model.degradation import Candidate
from wall.model.events import Event, SmallerWanted, TileChanged
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox, PictureDrill
from wall.model.stream import Source
from wall.model.tile import Cause, Observation, Phase, Thresholds, TileState, TileStatus, judge
from wall.model.video import Ease, Level
from wall.services import giving_way
from wall.services.flow import FlowMeter
from wall.services.observing import observed
from wall.services.stream_drill import StreamDrill
from wall.services.stream_facts import StreamFacts
from wall.services.stream_ledger import StreamLedger
from wall.services.stream_news import StreamNews
from wall.services.stream_scene import RemembersScenes, StreamScene
from wall.services.viewer import Viewer
from wall.video.memory import PictureMemory, PictureReader, Vitals
from wall.video.pool import DecodePool
from wall.video.reports import TileReport

_UNKNOWN = StreamFacts()
_BEHIND_S = 0.5
"""So long after its unit a picture is late."""
_SKIPS_FROM, _SKIPS_UNTIL = 0.2, 0.1
"""The share of pictures passed over from which on it is worth a word, and below which it is not any more."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all receptions share. `publish` is called on the io loop."""

    pool: DecodePool
    publish: Callable[[Event], None]
    ledger: StreamLedger
    limits: Thresholds
    clock: Callable[[], float]
    known: dict[Source, StreamFacts] = field(default_factory=dict)
    """What streams cost, those among them that are no longer received."""
    scenes: RemembersScenes | None = None


class Reception:
    """Known to the pool as `number`. Lives on the io loop, from the first tile that `join`s it to the last that leaves
    it; then it is ended with `end`.
    """

    def __init__(self, number: int, source: Source, around: Surroundings, ease: Ease) -> None:
        self.number = number
        self.source = source
        self.facts = StreamFacts(ease=ease, rate=around.known.get(source, _UNKNOWN).rate)
        self._decoded_so = ease
        self._around = around
        self._viewers: dict[int, Viewer] = {}
        self._box = PictureBox(0, 0)
        self._is_resting = True
        self._memory: PictureMemory | None = None
        self._reader: PictureReader | None = None
        self._seen = Observation(Phase.OPENING)
        self._news = StreamNews(source.url, self.facts, around.ledger, around.publish)
        self._status: TileStatus | None = None
        self._since_s = 0.0
        self._flow = FlowMeter()
        self._scene = StreamScene(source.url, around.scenes, around.clock)
        self._drill = StreamDrill(around.clock)

    # -- what tiles want

    def join(self, viewer: Viewer) -> None:
        """One more tile shows this stream. What is known of it already, it is told at once."""
        is_first = not self._viewers
        self._viewers[viewer.tile] = viewer
        self._weigh()
        if is_first:
            self._box, self._is_resting = viewer.box, viewer.is_resting
            self._begin()
            return
        if self._reader is not None:
            viewer.feed.replace(self._reader)
        self._news.tell_all(viewer.tile, plays=self._seen.phase is Phase.PLAYING)
        self._follow()
        self.judge()

    def leave(self, tile: int) -> bool:
        """A tile shows it no more. False if it was the last one: nothing has been done about that yet."""
        del self._viewers[tile]
        if not self._viewers:
            return False
        self._weigh()
        self._follow()
        return True

    def rest(self, tile: int) -> None:
        """This tile is not looked at."""
        self._viewers[tile].is_resting = True
        self._follow()

    def wake(self, tile: int, box: PictureBox) -> None:
        """It is looked at again. It is told anew what it is, whatever it was told before."""
        viewer = self._viewers[tile]
        if viewer.is_resting:
            viewer.is_resting, viewer.told = False, None
        viewer.box = box
        self._follow()
        self.judge()  # At once: that it was live when it went to rest is long past.

    def resize(self, tile: int, box: PictureBox) -> None:
        self._viewers[tile].box = box
        self._follow()

    def weigh(self, tile: int, importance: int) -> None:
        self._viewers[tile].importance = importance
        self._weigh()

    def offer(self, tile: int, other: OtherStream | None, others: Level) -> None:
        """A cell can do with another stream, too, for which so much is planned."""
        viewer = self._viewers[tile]
        viewer.other, viewer.has_smaller = other, other is not None and not other.is_smaller
        level = giving_way.level_beside(self.facts.ease.level, self._other, others)
        self.ease(replace(self.facts.ease, level=level))
        self.judge()

    # -- what is done with the stream

    def retry(self) -> None:
        """Try again now what failed or was refused."""
        if self._memory is None:
            self._begin()
        else:
            self._around.pool.retry(self.number)

    def ease(self, ease: Ease) -> None:
        """Have it decoded otherwise, or another stream shown in its place; its tiles say so."""
        self.facts.ease = ease
        for viewer in self._viewers.values():
            has_smaller = ease.level >= Level.SMALLER_STREAM
            if viewer.other is not None and viewer.has_smaller != has_smaller:
                viewer.has_smaller = has_smaller
                self._around.publish(SmallerWanted(viewer.tile, has_smaller))
        decoded_so = giving_way.decoded_so(ease, self._other)
        if self._memory is not None and decoded_so != self._decoded_so:
            self._decoded_so = decoded_so
            self._seen = replace(self._seen, level=decoded_so.level)
            self._around.pool.ease(self.number, decoded_so)

    def drill(self, drill: PictureDrill, seconds: float) -> None:
        """For so long its tiles are what they are where a camera sends such pictures."""
        changed_s = self._memory.vitals().changed_s if self._memory is not None else None
        self._drill.begin(drill, changed_s, seconds)
        for viewer in self._viewers.values():
            viewer.feed.drill(drill)

    def turned(self) -> None:
        """The camera is turned on purpose: what it shows then is its scene."""
        if self._memory is not None:
            self._memory.turned()

    def end(self) -> None:
        """Stop receiving, and let go of the memory; a painter may still look at a picture in it."""
        if self._memory is not None:
            self._around.pool.close(self.number)
        self.let_go()

    def let_go(self) -> None:
        """Give up the hold of the memory, where the pool ends anyway."""
        if self._memory is not None:
            self._memory.close()
        self._memory = self._reader = None
        self._scene.end()

    # -- what is known of it

    def candidate(self) -> Candidate | None:
        """For the budget; None while it does not play, or too little is known."""
        if (load := self.load()) is None:
            return None
        other, known = self._other, self._around.known
        beside = known.get(other.source, _UNKNOWN).expected(load.shown, other.size) if other is not None else None
        pair = (other, beside) if other is not None and beside is not None else None
        return giving_way.candidate(self.number, self.facts.importance, load, self.facts.ease, pair)

    def load(self) -> Load | None:
        """What decoding it is now; None likewise."""
        if self._memory is None or self._seen.phase is not Phase.PLAYING:
            return None
        return self.facts.load(self._box[:2], self._decoded_so, is_resting=self._is_resting)

    @property
    def is_behind(self) -> bool | None:
        """Do its pictures come late, or are many passed over? None while it is not decoded."""
        if self._memory is None or self._is_resting or (delay_s := self._memory.vitals().delay_s) is None:
            return None
        return delay_s > _BEHIND_S or self._seen.skips

    @property
    def is_received(self) -> bool:
        """Does the pool know of it? Not where there was no memory for its pictures."""
        return self._memory is not None

    @property
    def in_sight(self) -> tuple[PictureMemory, float] | None:
        """Where its newest picture stands in its own proportions, and when that last changed; None while it is not
        shown, or connects, or fails.
        """
        if self._memory is None or self._is_resting or self._box.stretches or self._status is None:
            return None
        changed_s = self._memory.vitals().changed_s
        is_seen = self._status.state in (TileState.LIVE, TileState.FROZEN)
        return (self._memory, changed_s) if is_seen and changed_s is not None else None

    @property
    def is_resting(self) -> bool:
        """Is it received, and not decoded?"""
        return self._is_resting

    @property
    def tiles_live(self) -> tuple[int, ...]:
        """The tiles that look at it, while it is live."""
        is_live = self._status is not None and self._status.is_live
        return tuple(viewer.tile for viewer in self._awake()) if is_live else ()

    def is_decoded_for(self, below: int) -> bool:
        """Does a tile with a number below this one look at it? Any thread."""
        return any(tile < below and not viewer.is_resting for tile, viewer in list(self._viewers.items()))

    @property
    def is_coming(self) -> bool:
        """Does it play, and has its picture not come yet?"""
        is_connecting = self._status is not None and self._status.state is TileState.CONNECTING
        return is_connecting and self._seen.phase is Phase.PLAYING and not self._is_resting

    def hear(self, report: TileReport) -> None:
        """What the pool reports of it."""
        self._seen = replace(self._seen, phase=report.phase, cause=report.cause)
        if report.phase is Phase.PLAYING:
            self._seen = replace(self._seen, opened_s=self._around.clock(), skips=False)
            self._flow = FlowMeter()
        if report.codec is not None and report.transport is not None:
            self._news.has_opened(report.codec, report.transport, self._viewers)
        self.judge()

    def judge(self) -> None:
        """Say what it is, where that has changed. Several times a second."""
        now_s = self._around.clock()
        seen = self._look(now_s)
        status = self._at_rest(seen, now_s) if self._is_resting else judge(seen, now_s, self._around.limits)
        if status != self._status:
            self._status, self._since_s = status, now_s
        for viewer in list(self._viewers.values()):
            each = self._at_rest(seen, now_s) if viewer.is_resting else self._said_to(viewer, status, seen, now_s)
            if viewer.must_hear(each):
                viewer.told = each
                since_s = self._since_s if each == status else now_s
                self._around.publish(TileChanged(viewer.tile, each, since_s))

    def _at_rest(self, seen: Observation, now_s: float) -> TileStatus:
        """What it is to who does not look: what was seen before proves nothing."""
        return judge(replace(seen, opened_s=now_s), now_s, self._around.limits)

    def _said_to(self, viewer: Viewer, status: TileStatus, seen: Observation, now_s: float) -> TileStatus:
        """A tile that shows it in a larger one's place says so, where there is nothing worse to say."""
        if not viewer.has_smaller or viewer.other is None or viewer.other.is_smaller or seen.level is not Level.FULL:
            return status
        return judge(replace(seen, level=Level.SMALLER_STREAM), now_s, self._around.limits)

    @property
    def _other(self) -> OtherStream | None:
        return giving_way.other_of(self._awake())

    # -- inside: following the tiles

    def _follow(self) -> None:
        """Decode as the most demanding of the tiles wants it; stretched only where all of them want that."""
        wanted = [viewer.box for viewer in self._awake()]
        if not wanted:
            self._rest()
            return
        widths, heights, stretches = zip(*wanted, strict=True)
        self._box = PictureBox(max(widths), max(heights), all(stretches))
        if self._memory is None:
            self._is_resting = False
            self._begin()
        elif self._is_resting:
            self._wake()
        elif (memory := self._another_memory()) is not None:
            self._around.pool.resize(self.number, memory)
            self._take(memory)

    def _begin(self) -> None:
        """Get the memory for its pictures, which takes longer than the painting thread has time for."""
        try:
            memory = PictureMemory.create(*self._box)
        except OSError:
            self._seen = Observation(Phase.FAILED, Cause.MEMORY)
            return
        self._decoded_so = giving_way.decoded_so(self.facts.ease, self._other)
        self._seen = Observation(Phase.OPENING, level=self._decoded_so.level)
        self._take(memory)
        self._around.pool.open(self.number, self.source, memory, is_resting=self._is_resting, ease=self._decoded_so)

    def _rest(self) -> None:
        if not self._is_resting:
            self._is_resting = True
            if self._memory is not None:
                self._around.pool.rest(self.number)

    def _wake(self) -> None:
        self._is_resting = False
        # What was seen before the rest proves nothing now.
        self._seen = replace(self._seen, opened_s=self._around.clock(), skips=False)
        self._flow = FlowMeter()
        memory = self._another_memory()
        self._around.pool.wake(self.number, memory)
        self._scene.recall()
        if memory is not None:
            self._take(memory)

    def _another_memory(self) -> PictureMemory | None:
        """One of the size that is wanted. None where it has that size, or where there is none to be had."""
        assert self._memory is not None
        if self._box == self._memory.box:
            return None
        try:
            memory = PictureMemory.create(*self._box)
        except OSError:
            return None  # The former size goes on, scaled by the painter.
        memory.inherit(self._memory.vitals())
        return memory

    def _take(self, memory: PictureMemory) -> None:
        """Have all tiles read from this memory as soon as there is a picture in it."""
        if self._memory is not None:
            self._memory.close()
        self._memory, self._reader = memory, PictureReader(memory)
        self._scene.take(memory)
        for viewer in self._viewers.values():
            viewer.feed.replace(self._reader)

    def _weigh(self) -> None:
        self.facts.importance = max(viewer.importance for viewer in self._viewers.values())

    def _awake(self) -> Iterator[Viewer]:
        return (viewer for viewer in self._viewers.values() if not viewer.is_resting)

    # -- inside: looking and telling

    def _look(self, now_s: float) -> Observation:
        """What is known at this moment; facts about the stream are told on the way."""
        if self._memory is None:
            return self._seen
        vitals = self._memory.vitals()
        self._scene.look()
        self._news.has_size(vitals.stream_size, self._viewers)
        if self._seen.phase is Phase.PLAYING and not self._is_resting:
            self._measure(vitals, now_s)
        if self._drill.ends(now_s):
            for viewer in self._viewers.values():
                viewer.feed.drill(None)
        return self._drill.as_seen(observed(self._seen, vitals))

    def _measure(self, vitals: Vitals, now_s: float) -> None:
        rate = self._flow.look(now_s, vitals.pictures, vitals.bytes_in, vitals.skipped)
        if rate is None:
            return
        skips = rate.skipped_share > (_SKIPS_UNTIL if self._seen.skips else _SKIPS_FROM)
        self._seen = replace(self._seen, skips=skips)
        self.facts.measured(rate, self._decoded_so.level)
        self._around.known[self.source] = replace(self.facts)
        for viewer in self._awake():
            self._around.publish(viewer.measured(rate, vitals))
