"""The road of a film's pictures out of libVLC: its `vmem` output, our picture memory."""

from __future__ import annotations

import ctypes
import time

import vlc

from wall.video.playback.drawing import Drawing
from wall.video.vmem_types import Display, Lock, Setup


class FilmScreen:
    """vmem's callbacks, on libVLC's output thread. Shows nothing before `show_from`."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._memory: ctypes.c_char | None = ctypes.c_char.from_buffer(drawing.writer.memory.view)
        self._base = ctypes.addressof(self._memory)
        self._number = 0
        self._aside = ctypes.create_string_buffer(drawing.writer.memory.picture_bytes)
        self._is_aside = True
        self._from_s: float | None = None
        self.shown = 0
        """Pictures shown so far."""
        # Kept here, or ctypes would free them under libVLC.
        self._callbacks = Lock(self._on_lock), Display(self._on_display), Setup(self._on_setup)

    def attach(self, player: vlc.MediaPlayer) -> None:
        lock, display, setup = self._callbacks
        vlc.dll.libvlc_video_set_callbacks(player, lock, None, display, None)
        vlc.dll.libvlc_video_set_format_callbacks(player, setup, None)

    def show_from(self, at_s: float) -> None:
        """Show what comes from this monotonic time on."""
        self._from_s = at_s

    def show_nothing(self) -> None:
        """Another one writes the memory now."""
        self._from_s = None

    def detach(self) -> None:
        """Let go of the memory, now that libVLC no longer writes. Breaks the cycle with the callbacks, too."""
        self._memory = None
        del self._callbacks

    def _on_setup(self, _opaque, chroma, width, height, pitch, lines) -> int:  # type: ignore[no-untyped-def]
        ctypes.memmove(chroma, b"RV32", 4)
        width[0], height[0] = self._drawing.width, self._drawing.height
        pitch[0], lines[0] = width[0] * 4, height[0]
        return 1

    def _on_lock(self, _opaque, planes) -> None:  # type: ignore[no-untyped-def]
        from_s = self._from_s
        self._is_aside = from_s is None or time.monotonic() < from_s
        if self._is_aside:
            planes[0] = ctypes.addressof(self._aside)
        else:
            self._number = self._drawing.writer.begin()
            planes[0] = self._base + self._drawing.writer.offset(self._number)

    def _on_display(self, _opaque: int | None, _picture: int | None) -> None:
        if not self._is_aside and self._from_s is not None:
            self._drawing.publish(self._number, self._drawing.width * 4)
            self.shown += 1
