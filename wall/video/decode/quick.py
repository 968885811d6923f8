"""A decoder that catches up: for what was received and not yet shown, until libVLC takes over at the next keyframe.

libVLC takes some ten milliseconds to set up a player, and scales and shows every picture on the way. Here a decoder is
there in one, only the newest picture is scaled, and each is as old as its unit: half of the cost for a whole group.
Measured on 640x360 at 512 kbit/s, to the present picture, CPU: 7 to 27 ms with PyAV, 15 to 60 ms with libVLC.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress

import av
from av.video.frame import VideoFrame

from wall.model.stream import Codec
from wall.video.decode.blank import is_blank
from wall.video.decode.scaling import Scaler
from wall.video.decode.unit_decoder import UnitDecoder, came_s
from wall.video.engine import Progress, Unit
from wall.video.memory import PictureWriter

_SHOW_EVERY_S = 0.2
"""How long a group may take to be caught up with before what was reached is shown: a 4K one takes a second."""

_MANY = 4
"""So many that show nothing yet, and they wait for each other."""
_MOST_HURRIED = 60
"""What is left out in a hurry adds up over a group: a longer one is decoded with care."""

_LOT = 8
"""So many units of one that rests are decoded together, and one is left: what it shows first when it is woken."""
_CALM_S = 1.0
"""After a wall has changed, those that rest wait for so long: whoever is looked at comes first, in all processes."""
_MOST_RESTING = 24
"""A tour of walls leaves ever more behind."""


class QuickEngine:
    """Decodes on one thread: first for those that show nothing yet, of these the one with the least before it, so that
    most have a picture soonest; then for the one whose picture is the oldest.
    """

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._scaler = Scaler()
        self._players: list[QuickPlayer] = []
        self._resting: deque[QuickPlayer] = deque()
        """The one that has rested the longest first."""
        self._lot: QuickPlayer | None = None
        """Of which several units are being decoded."""
        self._calm_from_s = 0.0
        self._began_s: float | None = None
        threading.Thread(target=self._run, name="quick-decoder", daemon=True).start()

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
    ) -> QuickPlayer:
        """Start decoding `codec` into `writer`, as `engine.Engine` says, beginning with these units.

        Always by the processor: it is what a graphics device that fails is replaced by.
        """
        waiting = deque(units)
        decoder = UnitDecoder(codec, strict=strict, coarse=coarse)
        if 1 < len(waiting) <= _MOST_HURRIED:
            decoder.hurries = self.is_crowded
        player = QuickPlayer(self, self._news, decoder, self._scaler, writer, size)
        player.before_first = before_first
        player.waiting = waiting
        player._group = len(waiting)
        player.waiting_bytes = sum(len(unit) for unit, _ in player.waiting)
        with self._news:
            self._players.append(player)
            self._news.notify()
        return player

    def hold_off(self) -> None:
        """A wall changes: those that rest wait for a while."""
        self._calm_from_s = time.monotonic() + _CALM_S

    def is_busy(self) -> bool:
        """Is there a player that has something to show and has shown nothing yet?"""
        return self._count_unseen() > 0

    def is_crowded(self) -> bool:
        """Are they many?"""
        return self._count_unseen() >= _MANY

    def _count_unseen(self) -> int:
        with self._news:
            return sum(player.is_awaited for player in self._players)

    def overdue_s(self) -> float:
        """For how long one unit has been decoded; 0 when nothing is."""
        began_s = self._began_s
        return time.monotonic() - began_s if began_s is not None else 0.0

    def rests(self, player: QuickPlayer) -> None:
        """It rests from now on. Of too many, the one that has rested the longest is ended."""
        with self._news:
            self._resting.append(player)
            ended = self._resting.popleft() if len(self._resting) > _MOST_RESTING else None
        if ended is not None:
            ended.close()

    def is_woken(self, player: QuickPlayer) -> None:
        """It rests no more. Under the lock of the news."""
        if player in self._resting:
            self._resting.remove(player)
        self._news.notify()

    def forget(self, player: QuickPlayer) -> None:
        """It is closed."""
        with self._news:
            self._players.remove(player)
            if player in self._resting:
                self._resting.remove(player)
            if self._lot is player:
                self._lot = None

    def _run(self) -> None:
        while True:
            with self._news:
                while (player := self._next()) is None:
                    self._news.wait()
                unit = player.take()
            self._began_s = time.monotonic()
            player.decode(*unit)
            self._began_s = None
            del player, unit  # They hold on to the memory of pictures while nothing else is to be done.

    def _next(self) -> QuickPlayer | None:
        waiting = [player for player in self._players if player.waiting and not player.is_resting]
        return min(waiting, key=QuickPlayer.turn) if waiting else self._next_resting()

    def _next_resting(self) -> QuickPlayer | None:
        """Nobody else has anything to do: one of those that rest, and that one until it has no more."""
        if not self._resting or time.monotonic() < self._calm_from_s:
            return None
        if self._lot is None or not self._lot.is_resting or len(self._lot.waiting) <= 1:
            self._lot = next((player for player in self._resting if len(player.waiting) >= _LOT), None)
        return self._lot


class QuickPlayer:
    """One stream being decoded. Made by `QuickEngine.player`; fed and closed on the loop, decodes on the thread."""

    def __init__(
        self,
        engine: QuickEngine,
        news: threading.Condition,
        decoder: UnitDecoder,
        scaler: Scaler,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
    ) -> None:
        self._engine = engine
        self._news = news
        self._decoder = decoder
        self._scaler = scaler
        self._writer = writer
        self._size = size
        self._writing = threading.Lock()
        self._closed = False
        self._taken = self._decoded = 0
        self._shown_s: float | None = None
        self.before_first: Callable[[], None] | None = None
        self.waiting: deque[Unit] = deque()
        self.waiting_bytes = 0
        self.has_shown = False
        self.is_resting = False
        self._group = self._former_group = 0
        """How many units came of the present group, and of the one before; 0 where that is not known."""
        self._begins = False
        """Does the next unit begin a group?"""
        self._show_every = 1
        self._unshown = 0

    def feed(self, unit: bytes, arrived_s: float | None = None, *, begins: bool = False) -> None:
        """Queue a unit. What waits before one that begins a group, or is fed after `close`, is passed over."""
        with self._news:
            if begins:
                self.waiting.clear()
                self.waiting_bytes = 0
                self._begins = True
                self._group, self._former_group = 0, self._group
            self._group += 1
            if not self._closed:
                self.waiting.append((unit, arrived_s or time.monotonic()))
                self.waiting_bytes += len(unit)
                if not self.is_resting or len(self.waiting) >= _LOT:
                    self._news.notify()

    def progress(self) -> Progress:
        return Progress(self._taken, self._decoded, len(self.waiting), len(self.waiting), is_exact=True)

    def show_every(self, pictures: int) -> None:
        """From here on show only every so many of them; all are decoded."""
        self._show_every = pictures

    def rest(self) -> None:
        """Once it has returned, nothing more is written before `wake`. It is still fed, and decodes when there is
        nothing else to do; where too many rest, it is ended instead.
        """
        with self._writing:
            self.is_resting = True
        self._engine.rests(self)

    def wake(self) -> bool:
        """Show again, beginning with the newest. False where it has ended, or is not worth to be gone on with."""
        with self._news:
            if self._closed or (self._decoder.is_hurried and self._group > _MOST_HURRIED):
                return False
            self.is_resting, self.has_shown, self._shown_s = False, False, None
            self._engine.is_woken(self)
        return True

    def close(self) -> None:
        """Once it has returned, nothing more is written. From any thread, and more than once."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
        self._engine.forget(self)

    @property
    def is_awaited(self) -> bool:
        """Has it something to show, and has shown nothing yet?"""
        return bool(self.waiting) and not self.has_shown and not self.is_resting

    def turn(self) -> tuple[bool, float]:
        """The smaller, the sooner."""
        return self.has_shown, (self._shown_s or 0.0) if self.has_shown else self.waiting_bytes

    def take(self) -> Unit:
        """The next unit, for `decode`. Under the lock of the news."""
        if self._begins:
            self._begins = False
            in_a_hurry = self.is_resting or (not self.has_shown and self._engine.is_crowded())
            self._decoder.begin_group(hurried=in_a_hurry and 0 < self._former_group <= _MOST_HURRIED)
        unit = self.waiting.popleft()
        self.waiting_bytes -= len(unit[0])
        self._taken += 1
        return unit

    def decode(self, unit: bytes, arrived_s: float) -> None:
        """Decode a unit, and show its picture if it is the newest. On the thread."""
        began_s = time.monotonic()
        self._shown_s = self._shown_s or began_s
        frames = self._decoder.decode(unit, arrived_s)
        self._decoded += len(frames)
        if not frames or self.is_resting or not self._is_its_turn():
            return
        if self.waiting and not self._is_due(began_s, frames[-1]):
            self._skip()
            return
        with suppress(av.FFmpegError):  # A format that cannot be drawn; libVLC will say so.
            self._show(frames[-1], began_s)
        self._shown_s = time.monotonic()

    def _skip(self) -> None:
        """Note that it falls behind; to pass over what came before the first picture is catching up."""
        with self._writing:
            if self.has_shown and not self._closed:
                self._writer.saw_skipped()

    def _is_its_turn(self) -> bool:
        """Is it not one of those that are left out?"""
        self._unshown += 1
        return self._unshown >= self._show_every or not self.has_shown

    def _is_due(self, now_s: float, frame: VideoFrame) -> bool:
        """Is a picture that is not the newest worth showing: after a while, and never back in time?"""
        is_long = self._shown_s is not None and now_s - self._shown_s > _SHOW_EVERY_S
        return is_long and came_s(frame) > (self._writer.memory.vitals().picture_s or 0.0)

    def _show(self, frame: VideoFrame, began_s: float) -> None:
        self._unshown = 0
        width, height = self._writer.memory.within(self._size())
        with self._writing:
            if self._closed or self.is_resting:
                return
            self.has_shown = True
            if self.before_first is not None:
                self.before_first()
                self.before_first = None
            number = self._writer.begin()
            stride = self._scaler.scale(frame, width, height, self._writer, number)
            if not _is_blank(self._writer, number, (width, height), stride):
                self._writer.publish(number, width, height, stride)
                self._writer.saw_picture(came_s(frame), time.monotonic() - began_s)


def _is_blank(writer: PictureWriter, number: int, size: tuple[int, int], stride: int) -> bool:
    start = writer.offset(number)
    with writer.memory.view[start : start + size[1] * stride] as pixels:
        return is_blank(pixels.cast("I"), *size, stride)
