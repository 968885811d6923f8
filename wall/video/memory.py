"""Decoded pictures in memory shared between a decode process and the painting one.

One segment belongs to one tile at one size. The parent makes it, owns it and hands its file descriptor to the decode
process over the channel; it has no name in the file system, so nothing can leak, whoever dies (design fact 6).

Three pictures fit in. The writer fills one that is neither the newest nor the one held for painting and then publishes
its number, so a picture being written is never painted and neither side ever waits.

Layout: `_HEADER_BYTES` of 64-bit fields, then the three pictures, BGRX, each with room for the tile's full size and for
rows that begin where decoders like them to (`row_bytes`).
"""

from __future__ import annotations

import errno
import mmap
import os
import tempfile
from dataclasses import dataclass

from wall.model.picture import Picture, PictureBox
from wall.model.scene import Scene
from wall.model.video import Decoder, StreamSize

PICTURES = 3
_HEADER_BYTES = 4096
_NONE = -1
_COPY_TRIES = 5
_ALIGNED_BYTES = 64
"""What the widest vector instructions ask for."""
_MOST_BYTES = 2 << 30  # Three pictures of 16384 x 10922: no screen is larger.

# Integer fields (index into the 64-bit view).
_LATEST, _HELD, _COUNT, _BYTES, _DECODER, _STRETCHES, _HARDWARE, _HARDWARE_FAILS = range(8)
_SIZES = 8  # then width, height, stride and number of each picture
_SIZE_FIELDS = 4
_STREAM = 24  # Width and height of the stream's pictures, and of their shape; 0 is "not known".
_DECODERS, _SCENES = tuple(Decoder), tuple(Scene)
_DECODERS_BY_NUMBER, _SCENES_BY_NUMBER = dict(enumerate(_DECODERS, 1)), dict(enumerate(_SCENES))
_SKIPPED, _TURNS, _SCENE, _SENT = 28, 29, 30, 31
# Floating-point fields. 0 is "never": the monotonic clock starts at boot, long before us.
_PACKET_S, _PICTURE_S, _CHANGED_S, _DAMAGED, _CLOCK, _CLOCK_KNOWN, _FORMAT_S, _REPEATS, _DELAY_S = range(32, 41)
_BLACK = 41
_SHOWS_S = 48  # then of each picture the moment that it shows, 0 where nobody says it


@dataclass(frozen=True, slots=True)
class Vitals:
    """What the decode process last saw of a stream. Monotonic seconds, None for never."""

    packet_s: float | None
    picture_s: float | None
    changed_s: float | None
    damaged_share: float
    clock_offset_s: float | None
    format_s: float | None
    repeats: bool
    is_black: bool
    """Is there hardly anything to see in the newest picture that was looked at?"""
    pictures: int
    """Of the camera's, shown in this memory so far; a decoder may publish one of them twice."""
    skipped: int
    """Decoded since then, and passed over: the next ones waited already."""
    bytes_in: int
    """Of the stream, received so far."""
    delay_s: float | None
    """From the moment the decoder took the newest unit to the picture."""
    stream_size: StreamSize | None = None
    decoder: Decoder | None = None
    """Who decodes now."""
    in_hardware: bool = False
    """Do libVLC's pictures come out of a graphics device?"""
    hardware_fails: bool = False
    """Has a graphics device given no pictures of this stream?"""
    scene: Scene = Scene.USUAL
    """What has become of what the camera shows?"""
    turns: int = 0
    """How often the camera was turned on purpose, as far as the parent knows."""


class PictureMemory:
    """One shared segment for pictures of at most `width` x `height`. Close it when done; the kernel does the rest."""

    def __init__(self, descriptor: int, width: int, height: int) -> None:
        """Map an existing segment; takes over `descriptor`. OSError where it cannot be mapped."""
        self.width, self.height = width, height
        self.descriptor = descriptor
        self.picture_bytes = row_bytes(width) * height
        self._map = mmap.mmap(descriptor, _segment_bytes(width, height))
        self.view = memoryview(self._map)
        self._integers = self.view[:_HEADER_BYTES].cast("q")
        self._floats = self.view[:_HEADER_BYTES].cast("d")

    @classmethod
    def create(cls, width: int, height: int, stretches: bool = False) -> PictureMemory:
        """A new, empty segment. OSError where there is no memory for it."""
        if _segment_bytes(width, height) > _MOST_BYTES:
            # The kernel would hand out pages until it begins to kill processes.
            raise OSError(errno.ENOMEM, f"no memory for pictures of {width}x{height}")
        descriptor = _anonymous_file()
        try:
            # Reserved now: a full memory must be an error here, not a SIGBUS in the middle of painting.
            os.posix_fallocate(descriptor, 0, _segment_bytes(width, height))
            memory = cls(descriptor, width, height)
        except OSError:
            os.close(descriptor)
            raise
        memory._integers[_LATEST] = memory._integers[_HELD] = _NONE
        memory._integers[_STRETCHES] = stretches
        return memory

    @property
    def box(self) -> PictureBox:
        """What is wanted in it: who decodes reads here whether pictures are stretched over all of it."""
        return PictureBox(self.width, self.height, bool(self._integers[_STRETCHES]))

    def within(self, size: tuple[int, int]) -> tuple[int, int]:
        """This size, as far as there is room for it. To be asked by whoever is about to write: a player that has been
        closed may learn the size of its tile's next memory, and would write over what lies behind its own.
        """
        return min(size[0], self.width), min(size[1], self.height)

    def vitals(self) -> Vitals:
        """What is known of the stream at this moment."""
        floats = self._floats
        return Vitals(
            floats[_PACKET_S] or None,
            floats[_PICTURE_S] or None,
            floats[_CHANGED_S] or None,
            floats[_DAMAGED],
            floats[_CLOCK] if floats[_CLOCK_KNOWN] else None,
            floats[_FORMAT_S] or None,
            bool(floats[_REPEATS]),
            bool(floats[_BLACK]),
            self._integers[_SENT],
            self._integers[_SKIPPED],
            self._integers[_BYTES],
            floats[_DELAY_S] or None,
            self._stream_size(),
            _DECODERS_BY_NUMBER.get(self._integers[_DECODER]),
            bool(self._integers[_HARDWARE]),
            bool(self._integers[_HARDWARE_FAILS]),
            _SCENES_BY_NUMBER.get(self._integers[_SCENE], Scene.USUAL),
            self._integers[_TURNS],
        )

    @property
    def changed_s(self) -> float:
        """Of the vitals, what is asked for most often; 0 for never."""
        return self._floats[_CHANGED_S]

    @property
    def picture_s(self) -> float:
        """The same."""
        return self._floats[_PICTURE_S]

    def inherit(self, vitals: Vitals) -> None:
        """Begin with what was known at another size, so that a resize never makes a stale picture young."""
        floats = self._floats
        floats[_PACKET_S] = vitals.packet_s or 0.0
        floats[_PICTURE_S] = vitals.picture_s or 0.0
        floats[_CHANGED_S] = vitals.changed_s or 0.0
        floats[_FORMAT_S] = vitals.format_s or 0.0
        floats[_REPEATS] = vitals.repeats
        floats[_BLACK] = vitals.is_black
        self._integers[_BYTES] = vitals.bytes_in
        self._integers[_SCENE], self._integers[_TURNS] = _SCENES.index(vitals.scene), vitals.turns
        if vitals.stream_size is not None:
            PictureWriter(self).saw_size(vitals.stream_size)

    @property
    def turns(self) -> int:
        """How often the camera was turned on purpose so far."""
        return self._integers[_TURNS]

    def turned(self) -> None:
        """The parent knows that the camera is turned on purpose: another scene is no surprise."""
        self._integers[_TURNS] += 1

    def copy_newest(self) -> tuple[bytes, tuple[int, int], int] | None:
        """The newest picture's pixels, size and stride, for whoever is not the one that paints it: nothing is held, so
        that it may have to be tried again. None while there is none.
        """
        integers = self._integers
        for _ in range(_COPY_TRIES):
            number = integers[_LATEST]
            if number == _NONE:
                return None
            at = _SIZES + number * _SIZE_FIELDS
            width, height, stride, count = integers[at : at + _SIZE_FIELDS]
            start = _HEADER_BYTES + number * self.picture_bytes
            pixels = bytes(self.view[start : start + height * stride])
            # The writer leaves the newest one alone: it is whole as long as no other has become the newest.
            if integers[_LATEST] == number and integers[at + _SIZE_FIELDS - 1] == count:
                return pixels, (width, height), stride
        return None

    def _stream_size(self) -> StreamSize | None:
        width, height, *shape = self._integers[_STREAM : _STREAM + 4]
        return StreamSize(width, height, (shape[0], shape[1])) if width else None

    def close(self) -> None:
        """Close the descriptor. The mapping goes with the last reference to it: a painter may still hold a picture."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


class PictureWriter:
    """The decode process's side. One thread begins and publishes; any may report vitals."""

    def __init__(self, memory: PictureMemory) -> None:
        self.memory = memory
        self._integers = memory._integers
        self._floats = memory._floats

    def begin(self) -> int:
        """The number of a picture that may be overwritten now."""
        latest, held = self._integers[_LATEST], self._integers[_HELD]
        for number in range(PICTURES):
            if number not in (latest, held):
                return number
        raise AssertionError("three pictures cannot all be taken by two")

    def offset(self, number: int) -> int:
        """Where picture `number` begins in the segment, in bytes."""
        return _HEADER_BYTES + number * self.memory.picture_bytes

    def publish(self, number: int, width: int, height: int, stride: int, shows_s: float = 0.0) -> None:
        """Make picture `number` the newest. Its size may differ from the former one's.

        `shows_s`: the moment that it shows, of one that was kept; of a live one that is known by the vitals.
        """
        integers = self._integers
        count = integers[_COUNT] + 1
        at = _SIZES + number * _SIZE_FIELDS
        integers[at], integers[at + 1], integers[at + 2], integers[at + 3] = width, height, stride, count
        self._floats[_SHOWS_S + number] = shows_s
        integers[_COUNT] = count
        integers[_LATEST] = number

    def latest(self) -> Picture | None:
        """The newest picture, for a look; it may change while one looks."""
        number = self._integers[_LATEST]
        if number == _NONE:
            return None
        at, start = _SIZES + number * _SIZE_FIELDS, self.offset(number)
        width, height, stride, count = self._integers[at : at + _SIZE_FIELDS]
        pixels = self.memory.view[start : start + height * stride]
        return Picture(width, height, stride, pixels, self._floats[_SHOWS_S + number], count)

    @property
    def count(self) -> int:
        """How many pictures were published so far."""
        return self._integers[_COUNT]

    def saw_packet(self, at_s: float, size: int = 0) -> None:
        """So many bytes of the stream have come."""
        self._floats[_PACKET_S] = at_s
        self._integers[_BYTES] += size

    def saw_picture(self, at_s: float, delay_s: float = 0.0, *, is_sent: bool = True) -> None:
        """There was a picture, so long after the decoder had taken the newest unit; `is_sent` unless it was one that
        the camera has not sent.
        """
        self._integers[_SENT] += is_sent
        self._floats[_PICTURE_S] = at_s
        self._floats[_DELAY_S] = delay_s

    def saw_skipped(self) -> None:
        """There was no time to show a picture: newer ones waited already."""
        self._integers[_SKIPPED] += 1

    def saw_change(self, at_s: float) -> None:
        self._floats[_CHANGED_S] = at_s

    def saw_repeats(self, repeats: bool) -> None:
        """Does the camera send the very bytes of its last group of pictures again?"""
        self._floats[_REPEATS] = repeats

    def saw_black(self, is_black: bool) -> None:
        """Is there hardly anything to see?"""
        self._floats[_BLACK] = is_black

    def saw_scene(self, scene: Scene) -> None:
        self._integers[_SCENE] = _SCENES.index(scene)

    def saw_format(self, at_s: float) -> None:
        """The stream has changed its codec or its picture size."""
        self._floats[_FORMAT_S] = at_s

    def saw_size(self, size: StreamSize) -> None:
        """How large the stream's pictures are. The width comes last: before that, nothing is known."""
        integers = self._integers
        integers[_STREAM + 1] = size.height
        integers[_STREAM + 2], integers[_STREAM + 3] = size.shape
        integers[_STREAM] = size.width

    def saw_decoder(self, decoder: Decoder | None) -> None:
        """Who decodes the stream now."""
        self._integers[_DECODER] = 0 if decoder is None else _DECODERS.index(decoder) + 1

    def saw_hardware(self, in_hardware: bool) -> None:
        """Do libVLC's pictures come out of a graphics device?"""
        self._integers[_HARDWARE] = in_hardware

    def saw_hardware_fail(self, fails: bool) -> None:
        """Has a graphics device given no pictures of this stream?"""
        self._integers[_HARDWARE_FAILS] = fails

    def saw_damage(self, share: float) -> None:
        self._floats[_DAMAGED] = share

    def saw_clock(self, offset_s: float | None) -> None:
        self._floats[_CLOCK] = offset_s or 0.0
        self._floats[_CLOCK_KNOWN] = 0.0 if offset_s is None else 1.0


class PictureReader:
    """The painting process's side, one of a memory. One thread only; all that it paints from the memory reads this.

    The writer is a process of its own because decoders go astray: whatever it has written, nothing fails here.
    """

    def __init__(self, memory: PictureMemory) -> None:
        self.memory = memory
        self._integers = memory._integers
        self._floats = memory._floats
        self._held: Picture | None = None

    def newest(self) -> int:
        """The number of the newest picture, 0 while there is none. Not the writer's own count, which runs ahead of it
        for an instant.
        """
        number = self._integers[_LATEST]
        return self._integers[_SIZES + number * _SIZE_FIELDS + 3] if 0 <= number < PICTURES else 0

    def has_newer(self) -> bool:
        """Was anything published since the last `hold`?"""
        return self.newest() not in (0, self._held.count if self._held is not None else 0)

    def hold(self) -> Picture | None:
        """Take the newest picture; the writer keeps its hands off it until the next one is taken."""
        if not self.has_newer():
            return self._held
        integers = self._integers
        number = integers[_LATEST]
        while True:
            integers[_HELD] = number
            latest = integers[_LATEST]
            if latest == number:
                break
            number = latest  # Published in between: the writer may already have chosen the one just named.
        self._held = self._picture(number) or self._held
        return self._held

    def _picture(self, number: int) -> Picture | None:
        """That picture, None where what is said of it cannot be."""
        if not 0 <= number < PICTURES:
            return None
        at = _SIZES + number * _SIZE_FIELDS
        width, height, stride, count = self._integers[at : at + _SIZE_FIELDS]
        if not (0 < width * 4 <= stride and 0 < height * stride <= self.memory.picture_bytes):
            return None
        start = _HEADER_BYTES + number * self.memory.picture_bytes
        pixels = self.memory.view[start : start + height * stride]
        shows_s = self._floats[_SHOWS_S + number] or self._age_mark()
        return Picture(width, height, stride, pixels, shows_s, count)

    def _age_mark(self) -> float:
        """When the picture last proved to be alive: a standing picture ages though copies of it arrive."""
        return self.memory.changed_s or self.memory.picture_s


def row_bytes(width: int) -> int:
    """How far apart the rows of so many pixels begin, at the most."""
    return -(-width * 4 // _ALIGNED_BYTES) * _ALIGNED_BYTES


def _segment_bytes(width: int, height: int) -> int:
    return _HEADER_BYTES + PICTURES * row_bytes(width) * height


def _anonymous_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("citywall-pictures", os.MFD_CLOEXEC)
    with tempfile.TemporaryFile() as file:  # Without a name from its first moment on, too.
        return os.dup(file.fileno())
