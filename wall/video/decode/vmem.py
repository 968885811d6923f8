"""The road of pictures out of libVLC: its `vmem` output, our picture memory."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable

import vlc

from wall.video.decode.blank import is_blank
from wall.video.decode.imem import UnitQueue
from wall.video.memory import PictureWriter, row_bytes
from wall.video.vmem_types import Display, Lock, Setup

_HARDWARE_CHROMAS = (b"VAOP", b"VAO0", b"VDV0", b"VDV2", b"VDV4")
"""WORKAROUND libVLC 3.0: it sets up an output for each kind of hardware decoding before it finds that none is wanted,
and searches some hundred chains of converters for each. Refused at once, a tile starts a good deal sooner.
"""
_SHOWN_AGAIN_AFTER_S = 0.045
"""libVLC shows its last picture again 80 ms after that should have been seen (VOUT_REDISPLAY_DELAY), which was known
some time before: copies come 60 ms after a picture and later.
"""
_MOST_OWED = 4
"""Units that are decoded and may be shown yet; what was damaged never is."""

_memcmp = ctypes.CDLL(None).memcmp
_memcmp.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)


class Screen:
    """vmem's callbacks: where libVLC puts its pictures. Runs on libVLC's output thread."""

    def __init__(
        self,
        units: UnitQueue,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        before_first: Callable[[], None] | None,
        hardware: frozenset[bytes] = frozenset(),
    ) -> None:
        """`hardware` is what pictures are called that may come out of a graphics device."""
        self._units = units
        self._writer = writer
        self._refused = frozenset(_HARDWARE_CHROMAS) - hardware
        self.shown = 0
        """Pictures that came out, those among them that go aside."""
        self._size = size
        self._before_first = before_first
        self._shown_before = 0
        """So many units another has had, and may have shown: their pictures go aside."""
        self._is_aside = False
        self._aside = ctypes.create_string_buffer(writer.memory.picture_bytes if before_first is not None else 0)
        self._memory: ctypes.c_char | None = ctypes.c_char.from_buffer(writer.memory.view)
        self._base = ctypes.addressof(self._memory)
        self._pixels = writer.memory.view.cast("I")
        self._scratch: ctypes.Array[ctypes.c_char] | None = None
        self._number = 0
        self._width = self._height = 2
        self._stride = row_bytes(2)
        self._muted = False
        self._published: tuple[int, int, int] | None = None
        """The number and the size of the last picture that was published here."""
        self._displayed_s = 0.0
        self._owed = self._taken = 0
        """Units that have not been seen yet, of how many that libVLC has taken."""
        self.blanks = 0
        """Units of which libVLC says that it decoded them, and that gave an empty picture."""
        self._blank_unit = 0
        # Kept here, or ctypes would free them under libVLC.
        self._lock, self._display, self._setup = (
            Lock(self._on_lock),
            Display(self._on_display),
            Setup(self._on_setup),
        )

    def attach(self, player: vlc.MediaPlayer) -> None:
        vlc.dll.libvlc_video_set_callbacks(player, self._lock, None, self._display, None)
        vlc.dll.libvlc_video_set_format_callbacks(player, self._setup, None)

    def mute(self) -> None:
        """Publish nothing from here on; the picture memory may go to a successor."""
        self._scratch = ctypes.create_string_buffer(self._writer.memory.picture_bytes)
        self._muted = True

    def detach(self) -> None:
        """Let go of the memory, now that libVLC no longer writes. Breaks the cycle with the callbacks, too."""
        self._memory = None
        self._pixels.release()
        del self._lock, self._display, self._setup

    def _on_setup(self, _opaque, chroma, width, height, pitch, lines) -> int:  # type: ignore[no-untyped-def]
        offered = ctypes.string_at(chroma, 4)
        if offered in self._refused:
            return 0
        if not self._muted:
            self._writer.saw_hardware(offered in _HARDWARE_CHROMAS)
        self._width, self._height = self._writer.memory.within(self._size())
        ctypes.memmove(chroma, b"RV32", 4)
        width[0], height[0] = self._width, self._height
        self._stride = row_bytes(self._width)
        pitch[0], lines[0] = self._stride, self._height
        return 1

    def _on_lock(self, _opaque, planes) -> None:  # type: ignore[no-untyped-def]
        if self._scratch is not None:  # A successor writes there now; libVLC still wants a place.
            planes[0] = ctypes.addressof(self._scratch)
            return
        if self._before_first is not None:
            self._before_first()
            self._before_first = None
            self._shown_before = self._units.shown + self._units.waiting()
        self._is_aside = self._units.shown < self._shown_before
        if self._is_aside:
            planes[0] = ctypes.addressof(self._aside)
            return
        self._number = self._writer.begin()
        planes[0] = self._base + self._writer.offset(self._number)

    def _on_display(self, _opaque: int | None, _picture: int | None) -> None:
        now_s = time.monotonic()
        since_s, self._displayed_s = now_s - self._displayed_s, now_s
        if not self._units.may_show() or self._muted:
            return
        if self._is_aside:
            self.shown += 1
            return
        if self._is_blank():
            self._count_blank()
            return
        self.shown += 1
        if since_s < _SHOWN_AGAIN_AFTER_S or not self._is_copy():
            self._writer.publish(self._number, self._width, self._height, self._stride)
            self._published = self._number, self._width, self._height
        self._writer.saw_picture(now_s, self._units.since_taken_s(), is_sent=self._take_one_owed())

    def _is_copy(self) -> bool:
        """Does it stand there already? A unit that comes a little late is preceded by the last picture, shown again:
        nobody need paint that.
        """
        if self._published is None or self._published[1:] != (self._width, self._height):
            return False
        new, old = (self._base + self._writer.offset(each) for each in (self._number, self._published[0]))
        return bool(_memcmp(new, old, self._height * self._stride) == 0)

    def _take_one_owed(self) -> bool:
        """Let it stand for a unit, where one is owed; says whether it does. Of a picture that is shown again and the
        late one after it, one does: where nothing moves they cannot be told apart.
        """
        taken, self._taken = self._units.taken - self._taken, self._units.taken
        self._owed = min(_MOST_OWED, self._owed + taken)
        is_sent = self._owed > 0
        self._owed -= is_sent
        return is_sent

    def _is_blank(self) -> bool:
        start = self._writer.offset(self._number) // 4
        pixels = self._pixels[start : start + self._height * self._stride // 4]
        return is_blank(pixels, self._width, self._height, self._stride)

    def _count_blank(self) -> None:
        """Once for each unit: libVLC shows a picture again when nothing new comes."""
        if self._units.taken != self._blank_unit:
            self._blank_unit = self._units.taken
            self.blanks += 1
