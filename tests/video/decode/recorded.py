"""An engine that decodes nothing and remembers what it was asked: for what is decided, not what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wall.model.stream import Codec
from wall.video.engine import Progress, Unit
from wall.video.memory import PictureWriter


@dataclass
class RecordedPlayer:
    """A `Player`. `told` is what it says of its progress; None: all fed is decoded."""

    codec: Codec
    writer: PictureWriter
    size: Callable[[], tuple[int, int]]
    strict: bool
    coarse: bool = False
    before_first: Callable[[], None] | None = None
    fed: list[bytes] = field(default_factory=list)
    closed: bool = False
    told: Progress | None = None
    shows_every: int = 1
    arrived: list[float] = field(default_factory=list)
    rests: bool = False
    can_wake: bool = True

    def feed(self, unit: bytes, arrived_s: float | None = None, *, begins: bool = False) -> None:
        assert not self.closed
        self.fed.append(unit)
        if arrived_s is not None:
            self.arrived.append(arrived_s)

    def show_every(self, pictures: int) -> None:
        self.shows_every = pictures

    def rest(self) -> None:
        self.rests = True

    def wake(self) -> bool:
        assert self.rests
        self.rests = not self.can_wake
        return self.can_wake

    def progress(self) -> Progress:
        return self.told or Progress(len(self.fed), len(self.fed), 0)

    def close(self) -> None:
        assert not self.closed
        self.closed = True

    def show(self, at_s: float) -> None:
        """Publish a picture, of whatever bytes."""
        if self.before_first is not None:
            self.before_first()
            self.before_first = None
        width, height = self.size()
        self.writer.publish(self.writer.begin(), width, height, width * 4)
        self.writer.saw_picture(at_s)


class RecordedEngine:
    """An `Engine`."""

    def __init__(self) -> None:
        self.players: list[RecordedPlayer] = []
        self.busy = False
        self.held_off = 0

    def player(
        self,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        *,
        strict: bool,
        coarse: bool = False,
        before_first: Callable[[], None] | None = None,
        in_hardware: bool = False,
        units: Iterable[Unit] = (),
    ) -> RecordedPlayer:
        self.players.append(RecordedPlayer(codec, writer, size, strict, coarse, before_first))
        for unit, arrived_s in units:
            self.players[-1].feed(unit, arrived_s)
        return self.players[-1]

    def hold_off(self) -> None:
        self.held_off += 1

    def is_busy(self) -> bool:
        return self.busy

    def overdue_s(self) -> float:
        return 0.0

    @property
    def open(self) -> list[RecordedPlayer]:
        """Those that still play: never more than one a tile."""
        return [player for player in self.players if not player.closed]
