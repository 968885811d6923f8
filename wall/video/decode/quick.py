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
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from wall.model.stream import Codec
from wall.video.decode.blank import is_blank
from wall.video.decode.scaling import Scaler
from wall.video.engine import Progress, Unit
from wall.video.memory import PictureWriter

_SHOW_EVERY_S = 0.2
"""How long a group may take to be caught up with before what was reached is shown: a 4K one takes a second."""

_MANY = 4
"""So many that show nothing yet, and they wait for each other."""
_MOST_HURRIED = 60
"""What is left out in a hurry adds up over a group: a longer one is decoded with care."""

_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}


class QuickEngine:
    """Decodes on one thread: first for those that show nothing yet, of these the one with the least before it, so that
    most have a picture soonest; then for the one whose picture is the oldest.
    """

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._players: list[QuickPlayer] = []
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
        decoder = _Decoder(codec, strict=strict, coarse=coarse)
        if 1 < len(waiting) <= _MOST_HURRIED:
            decoder.hurries = self._is_crowded
        player = QuickPlayer(self._news, self._forget, decoder, writer, size)
        player.before_first = before_first
        player.waiting = waiting
        player.waiting_bytes = sum(len(unit) for unit, _ in player.waiting)
        with self._news:
            self._players.append(player)
            self._news.notify()
        return player

    def is_busy(self) -> bool:
        """Is there a player that has something to show and has shown nothing yet?"""
        return self._count_unseen() > 0

    def _is_crowded(self) -> bool:
        """Are they many?"""
        return self._count_unseen() >= _MANY

    def _count_unseen(self) -> int:
        with self._news:
            return sum(bool(player.waiting) and not player.has_shown for player in self._players)

    def overdue_s(self) -> float:
        """For how long one unit has been decoded; 0 when nothing is."""
        began_s = self._began_s
        return time.monotonic() - began_s if began_s is not None else 0.0

    def _forget(self, player: QuickPlayer) -> None:
        with self._news:
            self._players.remove(player)

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
        waiting = [player for player in self._players if player.waiting]
        return min(waiting, key=QuickPlayer.turn) if waiting else None


class QuickPlayer:
    """One stream being decoded. Made by `QuickEngine.player`; fed and closed on the loop, decodes on the thread."""

    def __init__(
        self,
        news: threading.Condition,
        forget: Callable[[QuickPlayer], None],
        decoder: _Decoder,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
    ) -> None:
        self._news = news
        self._forget = forget
        self._decoder = decoder
        self._writer = writer
        self._size = size
        self._scaler = Scaler()
        self._writing = threading.Lock()
        self._closed = False
        self._taken = self._decoded = 0
        self._shown_s: float | None = None
        self.before_first: Callable[[], None] | None = None
        self.waiting: deque[Unit] = deque()
        self.waiting_bytes = 0
        self.has_shown = False
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
            if not self._closed:
                self.waiting.append((unit, arrived_s or time.monotonic()))
                self.waiting_bytes += len(unit)
                self._news.notify()

    def progress(self) -> Progress:
        return Progress(self._taken, self._decoded, len(self.waiting), len(self.waiting), is_exact=True)

    def show_every(self, pictures: int) -> None:
        """From here on show only every so many of them; all are decoded."""
        self._show_every = pictures

    def close(self) -> None:
        """Once it has returned, nothing more is written. From any thread, and more than once."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
        self._forget(self)

    def turn(self) -> tuple[bool, float]:
        """The smaller, the sooner."""
        return self.has_shown, (self._shown_s or 0.0) if self.has_shown else self.waiting_bytes

    def take(self) -> Unit:
        """The next unit, for `decode`. Under the lock of the news."""
        if self._begins:
            self._begins = False
            self._decoder.begin_group()
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
        if not frames or not self._is_its_turn():
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
        return is_long and _arrived_s(frame) > (self._writer.memory.vitals().picture_s or 0.0)

    def _show(self, frame: VideoFrame, began_s: float) -> None:
        self._unshown = 0
        width, height = self._writer.memory.within(self._size())
        with self._writing:
            if self._closed:
                return
            self.has_shown = True
            if self.before_first is not None:
                self.before_first()
                self.before_first = None
            number = self._writer.begin()
            stride = self._scaler.scale(frame, width, height, self._writer, number)
            if not _is_blank(self._writer, number, (width, height), stride):
                self._writer.publish(number, width, height, stride)
                self._writer.saw_picture(_arrived_s(frame), time.monotonic() - began_s)


class _Decoder:
    """FFmpeg's decoder, as careful as is wanted. On the thread."""

    def __init__(self, codec: Codec, *, strict: bool, coarse: bool) -> None:
        self._codec = codec
        self._conceals = not strict
        self._has_begun = False
        self._options = {"err_detect": "explode"} if strict else {}
        self._is_coarse = coarse
        self.hurries: Callable[[], bool] = lambda: False
        """Shall it be coarse till the next group?"""
        self._is_hurried = False
        self._context: VideoCodecContext | None = None

    def decode(self, unit: bytes, arrived_s: float) -> list[VideoFrame]:
        """The pictures to be shown that come of a unit, stamped with when it came."""
        if not unit:
            return []  # Which FFmpeg would take for the end of the stream.
        packet = av.Packet(unit)
        packet.pts = round(arrived_s * 1e6)
        try:
            frames = self._opened().decode(packet)
        except av.FFmpegError:
            return []
        return [frame for frame in frames if self._is_fit(frame)]

    def begin_group(self) -> None:
        """The next unit is a keyframe: what was left out in a hurry ends with the former group."""
        self.hurries = lambda: False
        if self._is_hurried:
            self._is_hurried, self._context = False, None

    def _is_fit(self, frame: VideoFrame) -> bool:
        """Is it whole? A tolerant decoder also shows what it concealed, but not before there was one to build on."""
        self._has_begun = self._has_begun or not frame.is_corrupt
        return not frame.is_corrupt or (self._conceals and self._has_begun)

    def _opened(self) -> VideoCodecContext:
        if self._context is None:
            context = av.CodecContext.create(_AV_NAMES[self._codec], "r")
            assert isinstance(context, VideoCodecContext)
            context.thread_count = 1
            self._is_hurried = not self._is_coarse and self.hurries()
            is_filtered = not (self._is_coarse or self._is_hurried)
            context.options = self._options if is_filtered else {**self._options, "skip_loop_filter": "all"}
            self._context = context
        return self._context


def _arrived_s(frame: VideoFrame) -> float:
    """When the unit of a picture came. Pictures may come out in another order than units go in."""
    return frame.pts / 1e6 if frame.pts is not None else time.monotonic()


def _is_blank(writer: PictureWriter, number: int, size: tuple[int, int], stride: int) -> bool:
    start = writer.offset(number)
    with writer.memory.view[start : start + size[1] * stride] as pixels:
        return is_blank(pixels.cast("I"), *size, stride)
