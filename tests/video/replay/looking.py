"""A tile that looks back at drawn pictures, on a clock in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.video.buffer.shelves import Clock, info, shelved
from tests.video.encoded import GREYS, encode, grey, grey_number, greys
from tests.video.screen import colour_at
from wall.model.playhead import Playhead
from wall.model.stream import Codec
from wall.video.buffer import BufferShelf, RollingBuffer
from wall.video.memory import PictureMemory, PictureReader
from wall.video.replay import ReplayPlayer
from wall.video.rtsp import AccessUnit

FRAME_S = 0.1
FIRST_S = 1000.0


@dataclass
class Looking:
    """The player, what it looks at, and what it shows."""

    clock: Clock
    shelf: BufferShelf
    buffer: RollingBuffer
    memory: PictureMemory
    player: ReplayPlayer
    reader: PictureReader
    runs: int = 0

    def work(self) -> None:
        """Let the player do all that it has to do at this moment, and shortly after."""
        for _ in range(4):
            while self.player.due_s() <= self.clock.now_s:
                self.player.run()
                self.runs += 1
                assert self.runs < 20_000, "it never comes to rest"
            self.clock.now_s += 0.011

    def steer(self, head: Playhead) -> None:
        self.player.steer(head)
        self.work()

    def go_to(self, now_s: float, every_s: float = 0.02) -> list[int]:
        """Let time pass; the pictures that were seen meanwhile."""
        seen: list[int] = []
        while self.clock.now_s < now_s:
            self.clock.now_s += every_s
            while self.player.due_s() <= self.clock.now_s:
                self.player.run()
            if self.reader.has_newer():
                seen.append(self.shown())
        return seen

    def shown(self) -> int:
        """The number of the grey picture that is seen now."""
        picture = self.reader.hold()
        assert picture is not None, "nothing is shown"
        return grey_number(colour_at(picture, 0.5, 0.5)[1])

    def moment_s(self) -> float:
        """Which the picture says that it shows."""
        picture = self.reader.hold()
        assert picture is not None
        return picture.picture_s


def keep(buffer: RollingBuffer, units: Sequence[bytes], from_s: float, *, group: int = GREYS) -> None:
    """Units as they come, ten a second, each group begun by a keyframe."""
    for number, unit in enumerate(units):
        buffer.add(AccessUnit(unit, 0.0, from_s + number * FRAME_S, number % group == 0))


def grouped(codec: Codec = Codec.H264, group: int = 10) -> list[bytes]:
    """The grey pictures in short groups."""
    return encode(codec, [grey(number) for number in range(GREYS)], keyframe_every=group)


@contextmanager
def looking(head: Playhead, units: Sequence[bytes] | None = None, *, group: int = GREYS) -> Iterator[Looking]:
    """A player over thirty grey pictures from 1000 s on; now it is 1020 s."""
    clock = Clock(1020.0)
    with shelved(None) as room:
        buffer = room.shelf.buffer(0)
        buffer.begin(info())
        keep(buffer, greys(Codec.H264) if units is None else units, FIRST_S, group=group)
        memory = PictureMemory.create(320, 180)
        player = ReplayPlayer(buffer, memory, head, clock)
        try:
            yield Looking(clock, room.shelf, buffer, memory, player, PictureReader(memory))
        finally:
            memory.close()


def standing(at_s: float, steps: int = 0) -> Playhead:
    return Playhead(at_s, 1020.0, 0.0, steps)
