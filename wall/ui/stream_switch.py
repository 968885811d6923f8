"""Which of a camera's streams are received for the cells of a screen, and which one stands there.

Which one is wanted goes by the size of the picture on the wall (`model.stream_choice`). What stood there before stays
until that one is live, and comes back when it fails: a cell never turns black because there is something better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wall.model.camera import Camera, CameraStream
from wall.model.events import SmallerWanted
from wall.model.framing import Framing, frame_area, framed_size
from wall.model.grid import Rect
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.stream_choice import Chosen, Needs, largest, next_smaller, sizes_of, smallest_for, stands_in
from wall.model.tile import TileState
from wall.model.video import StreamSize
from wall.model.zoom import wanted_box
from wall.ui.cast import Part
from wall.ui.giving_way import GivingWay
from wall.ui.sight import PLAIN, Sight
from wall.ui.stage import Stage, TileKey
from wall.ui.tile import Tile

_REMEMBERED = 512
_USUAL_SHAPE = (1920, 1080)
_PATIENCE_S = 2.0
"""A stream that fails has so long to come back before another one is received in its place."""
_COMING_S = 8.0
"""The smaller stream that is to take another one's place has so long to come."""


class Wish(NamedTuple):
    """A camera in its cell, and how it is looked at. `full` is where it is shown in full: alone, or closely."""

    part: Part
    cell: Rect
    sight: Sight = PLAIN
    full: Rect | None = None
    stream: int | None = None
    """The place of the stream to show, whatever its size: it is decoded already for somebody else."""

    def needs(self, shape: tuple[int, int]) -> tuple[int, int]:
        """How many pixels a whole picture of a shape takes in the cell."""
        return framed_size(shape, frame_area(self.cell, self.sight.framing), self.sight.framing)

    def box(self, stream: StreamSize | None) -> PictureBox:
        """At what size a stream is decoded for the cell."""
        return wanted_box(frame_area(self.cell, self.sight.framing), self.sight.framing, 1.0, stream)

    def full_box(self, full: Rect, stream: StreamSize | None) -> PictureBox:
        """The same where it is shown in full."""
        framing, zoom = self.sight.framing, self.sight.zoom
        return wanted_box(frame_area(full, framing), framing, zoom.factor, stream)


@dataclass(slots=True)
class _Standing:
    """One camera on the screen: streams by their places among the camera's."""

    part: Part
    camera: Camera
    choice: Chosen
    """The one that its cell wants, also while it is shown in full."""
    in_cell: int
    """That one, or a smaller one where it has given way."""
    wanted: int
    is_full: bool = False
    """Is it shown in full, alone or closely?"""
    stand_in: int | None = None
    shown: int | None = None
    past: int | None = None
    """The one that somebody looks back at: it is shown, whichever is the right one for what comes."""
    boxes: dict[int, PictureBox] = field(default_factory=dict)

    @property
    def smaller(self) -> int | None:
        """The one that may take the place of the one that its cell wants."""
        return next_smaller(self.choice.sizes, self.choice.place)

    @property
    def keys(self) -> list[TileKey]:
        streams = dict.fromkeys((self.stand_in, self.wanted, self.past))
        return [self.part.key(each) for each in streams if each is not None]


class StreamSwitch:
    """Of one screen. UI thread. `seen` tells what a stream was seen to send."""

    def __init__(self, stage: Stage, seen: Callable[[Source], SeenStream], monotonic: Callable[[], float]) -> None:
        self._stage = stage
        self._seen = seen
        self._monotonic = monotonic
        self._standings: dict[tuple[int, int], _Standing] = {}
        self._former: dict[tuple[int, int], _Standing] = {}
        """How cameras stood when they were shown last."""
        self._giving_way = GivingWay(monotonic)

    @property
    def keys(self) -> frozenset[TileKey]:
        """The tiles that are needed."""
        return frozenset(key for standing in self._standings.values() for key in standing.keys)

    def plan(self, wishes: Iterable[Wish]) -> frozenset[TileKey]:
        """Settle which streams these cameras are shown with; gives the tiles that are needed."""
        standings = [self._standing(wish, wish.part.camera) for wish in wishes if wish.part.camera is not None]
        self._standings = {standing.part.place: standing for standing in standings}
        if len(self._former) > _REMEMBERED:
            self._former.clear()
        self._former.update(self._standings)
        return self.keys

    def choice(self, part: Part, box: PictureBox) -> TileKey:
        """The tile that a camera would be shown with in a cell of that size."""
        assert part.camera is not None
        return part.key(self._in_cell(part, self._choice(part, part.camera, _needs(box))))

    def want(self) -> None:
        """Have all that is needed received and decoded."""
        for standing in self._standings.values():
            for key in standing.keys:
                camera, box = standing.camera, standing.boxes[key.stream]
                self._stage.want(key, camera, camera.streams[key.stream].source, box).give_sign(standing.part.sign)

    def offer(self, in_hand: Part | None) -> None:
        """Tell which streams may give way, and which stand in the place of others. What is in the operator's hand, or
        shown in full, never gives way.
        """
        held = in_hand.place if in_hand is not None else None
        for standing in self._standings.values():
            for key in standing.keys:
                if (tile := self._stage.find(key)) is not None:
                    self._stage.offer(tile, self._other(standing, key.stream, is_held=standing.part.place == held))

    def give_way(self, event: SmallerWanted) -> bool:
        """The budget wants a smaller stream in a tile's place, or a larger one back. Is another plan needed?"""
        key = self._stage.key_of(event.tile)
        standing = self._former.get((key.camera_id, key.copy)) if key is not None else None
        if key is None or standing is None or (event.is_wanted and key.stream != standing.choice.place):
            return False
        return self._giving_way.ask(standing.part.place, is_wanted=event.is_wanted)

    def tile_of(self, part: Part) -> Tile | None:
        """The one to show of a camera now; None where there is none."""
        standing = self._standings.get(part.place)
        return self._choose(standing) if standing is not None else None

    def tiles_of(self, part: Part) -> list[Tile]:
        """All that are received of a camera, the one that is shown first."""
        shown = self.tile_of(part)
        others = [tile for key in part.keys if (tile := self._stage.find(key)) is not None and tile is not shown]
        return [shown, *others] if shown is not None else others

    def settle(self) -> bool:
        """After something became known: may other tiles be shown now? What no longer stands in is needed no more."""
        in_question = [each for each in self._standings.values() if each.stand_in is not None]
        for standing in in_question:
            is_kept = standing.stand_in == standing.in_cell  # The cell wants it back soon.
            if not is_kept and self._is_live(standing.part.key(standing.wanted)):
                self._dismiss(standing)
        return bool(in_question)

    def lacks_stand_ins(self) -> bool:
        """Has a stream failed for so long that another one should be planned for?"""
        lost = [standing.part.place for standing in self._standings.values() if self._cannot_give_way(standing)]
        for place in lost:
            self._giving_way.give_up(place)
        return bool(lost) or any(
            standing.stand_in is None and self._failing(standing.part, standing.camera, standing.wanted) is not None
            for standing in self._standings.values()
        )

    # -- inside

    def _standing(self, wish: Wish, camera: Camera) -> _Standing:
        former, choice = self._stood(wish.part, camera), self._wished(wish, camera)
        in_cell, sizes = self._in_cell(wish.part, choice), choice.sizes
        standing = _Standing(wish.part, camera, choice, in_cell, in_cell, boxes={in_cell: wish.box(sizes[in_cell])})
        standing.shown = former.shown if former else None
        if wish.full is not None:
            standing.wanted, standing.is_full = largest(sizes), True
            standing.boxes[standing.wanted] = wish.full_box(wish.full, sizes[standing.wanted])
        if in_cell != standing.wanted:
            standing.stand_in = in_cell
        elif not self._is_live(wish.part.key(in_cell)):
            standing.stand_in = self._stand_in(wish.part, camera, standing)
        if standing.stand_in is not None:
            box = wish.box(sizes[standing.stand_in])
            standing.boxes.setdefault(standing.stand_in, self._no_larger(standing, box))
        self._look_back(standing, wish, sizes)
        return standing

    def _look_back(self, standing: _Standing, wish: Wish, sizes: Sequence[StreamSize | None]) -> None:
        """Somebody may look back at one of the streams."""
        tiles = [self._stage.find(key) for key in wish.part.keys]
        standing.past = next((place for place, tile in enumerate(tiles) if tile is not None and tile.looks_back), None)
        if standing.past is not None:
            size = sizes[standing.past]
            full = wish.full
            standing.boxes[standing.past] = wish.full_box(full, size) if full is not None else wish.box(size)

    def _wished(self, wish: Wish, camera: Camera) -> Chosen:
        if wish.stream is None:
            return self._choice(wish.part, camera, wish.needs)
        sizes = sizes_of(camera, self._seen)
        return Chosen(wish.stream, wish.needs(_USUAL_SHAPE), tuple(sizes), is_given=True)

    def _choice(self, part: Part, camera: Camera, needs: Needs) -> Chosen:
        former, sizes = self._stood(part, camera), sizes_of(camera, self._seen)
        if former is not None and former.choice.still_holds(needs(_USUAL_SHAPE), sizes):
            return former.choice
        return Chosen(smallest_for(sizes, needs), needs(_USUAL_SHAPE), tuple(sizes))

    def _in_cell(self, part: Part, choice: Chosen) -> int:
        smaller = next_smaller(choice.sizes, choice.place) if self._giving_way.has(part.place) else None
        return choice.place if smaller is None else smaller

    def _other(self, standing: _Standing, stream: int, *, is_held: bool) -> OtherStream | None:
        """The other stream that a cell can do with in the place of this one."""
        choice, smaller = standing.choice, standing.smaller
        if smaller is None or standing.is_full or standing.past is not None:
            return None
        if stream == smaller and standing.in_cell == smaller:
            return self._beside(standing, choice.place, is_smaller=False)
        if stream != choice.place or is_held or not self._giving_way.may(standing.part.place):
            return None
        return self._beside(standing, smaller, is_smaller=True)

    def _beside(self, standing: _Standing, place: int, *, is_smaller: bool) -> OtherStream:
        size = standing.choice.sizes[place]
        return OtherStream(
            standing.camera.streams[place].source, (size.width, size.height) if size else None, is_smaller=is_smaller
        )

    def _cannot_give_way(self, standing: _Standing) -> bool:
        """Has the smaller stream failed that was to take another one's place?"""
        tile = self._stage.find(standing.part.key(standing.in_cell))
        if standing.in_cell == standing.choice.place or standing.is_full or tile is None:
            return False
        has_failed = tile.status.state not in (TileState.LIVE, TileState.CONNECTING)
        patience_s = _PATIENCE_S if has_failed else _COMING_S
        return not tile.status.is_live and self._monotonic() - tile.since_s >= patience_s

    def _stood(self, part: Part, camera: Camera) -> _Standing | None:
        """How it stood last; None where its streams are others by now."""
        former = self._former.get(part.place)
        return former if former is not None and former.camera.streams == camera.streams else None

    def _dismiss(self, standing: _Standing) -> None:
        """The wanted one is live."""
        assert standing.stand_in is not None
        if tile := self._stage.find(standing.part.key(standing.stand_in)):
            tile.annotate(None)
        standing.stand_in = None

    def _no_larger(self, standing: _Standing, box: PictureBox) -> PictureBox:
        """What stands in for a moment is not decoded anew to be larger."""
        assert standing.stand_in is not None
        tile = self._stage.find(standing.part.key(standing.stand_in))
        return tile.size if tile is not None and tile.size < box else box

    def _stand_in(self, part: Part, camera: Camera, standing: _Standing) -> int | None:
        """What is shown until the wanted stream is live: what is shown now, or what is there of the camera."""
        wanted, shown = standing.wanted, standing.shown
        if shown is not None and shown != wanted and self._stage.find(part.key(shown)) is not None:
            return shown
        if self._stage.find(part.key(wanted)) is not None:
            return self._failing(part, camera, wanted)
        others = (place for place in range(len(camera.streams)) if place != wanted)
        return next((place for place in others if self._has_picture(part.key(place))), None)

    def _failing(self, part: Part, camera: Camera, wanted: int) -> int | None:
        """Which stream is to take the place of a wanted one that fails for long; None while that does not."""
        tile = self._stage.find(part.key(wanted))
        if tile is None or self._monotonic() - tile.since_s < _PATIENCE_S:
            return None
        return stands_in(sizes_of(camera, self._seen), wanted, tile.status)

    def _choose(self, standing: _Standing) -> Tile | None:
        part = standing.part
        past = self._stage.find(part.key(standing.past)) if standing.past is not None else None
        if past is not None and past.looks_back:
            return past
        wanted = self._stage.find(part.key(standing.wanted))
        former = self._stage.find(part.key(standing.stand_in)) if standing.stand_in is not None else None
        if wanted is None or former is None:
            chosen = wanted or former
            standing.shown = standing.wanted if wanted is not None else standing.stand_in
        else:
            is_wanted = _is_better(wanted, former, was_shown=standing.shown == standing.wanted)
            chosen, standing.shown = (wanted, standing.wanted) if is_wanted else (former, standing.stand_in)
            is_quiet = is_wanted or wanted.status.state is TileState.CONNECTING
            former.annotate(None if is_quiet else wanted.status)
        if wanted is not None:
            wanted.annotate(None)
        return chosen

    def _is_live(self, key: TileKey) -> bool:
        tile = self._stage.find(key)
        return tile is not None and tile.status.is_live and not self._stage.is_resting(key)

    def _has_picture(self, key: TileKey) -> bool:
        tile = self._stage.find(key)
        return tile is not None and (tile.shown_image() is not None or tile.feed.has_newer())


def stream_for(camera: Camera, box: PictureBox, seen: Callable[[Source], SeenStream]) -> CameraStream:
    """The stream of a camera that a cell of that size will show."""
    return camera.streams[smallest_for(sizes_of(camera, seen), _needs(box))]


def _needs(box: PictureBox) -> Needs:
    """How many pixels a whole picture takes in a box."""
    area, framing = Rect(0, 0, box.width, box.height), Framing.STRETCH if box.stretches else Framing.FIT
    return lambda shape: framed_size(shape, area, framing)


def _is_better(wanted: Tile, former: Tile, *, was_shown: bool) -> bool:
    """Is the wanted one to be shown: live, or at least no worse than what stands in for it?"""
    if wanted.status.is_live or former.status.is_live:
        return wanted.status.is_live
    has_any = [tile.shown_image() is not None or tile.feed.has_newer() for tile in (wanted, former)]
    return was_shown if has_any[0] == has_any[1] else has_any[0]
