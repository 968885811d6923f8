"""libVLC as the engine: elementary packets in through `imem`, scaled pictures out through `vmem`.

No libVLC function is ever called from one of its own callbacks, and none that may hang from the loop: stopping happens
on a thread of its own, whose overdue work makes the whole process be replaced (`overdue_s`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence

import vlc

from wall.model.errors import StartError
from wall.model.stream import Codec
from wall.video.decode.hardware_use import CHROMAS, HardwareUse
from wall.video.decode.imem import UnitQueue
from wall.video.decode.reaper import Reaper
from wall.video.decode.vmem import Screen
from wall.video.engine import Progress
from wall.video.memory import PictureWriter

_ARGUMENTS = [
    "--intf=dummy",
    "--verbose=-1",  # Also keeps FFmpeg's own messages out of stderr.
    "--no-audio",
    "--aout=dummy",  # Else each player asks PulseAudio for a connection before it plays.
    "--text-renderer=none",  # Else each output loads the system's fonts.
    "--no-spu",
    "--no-osd",
    "--no-video-title-show",
    "--no-snapshot-preview",
    "--stats",  # Decoded pictures are counted there: the only way to learn that one was thrown away.
    "--avcodec-hw=none",
    "--avcodec-threads=1",  # A frame thread per core costs a fifth more in wake-ups and adds a frame of delay.
    "--no-avcodec-corrupted",  # Nothing before there is a whole picture to build on: no grey smears.
    "--swscale-mode=0",  # Fast bilinear: 8 % less than bicubic, not to be told apart at the size of a tile.
    "--no-drop-late-frames",  # Late is better than never; what cannot keep up is flushed by the watch.
    "--no-skip-frames",
    "--no-avcodec-hurry-up",  # Else the decoder drops pictures that are due at once, which is how we want them.
    "--clock-jitter=0",  # Else libVLC adds to its delay each time a packet comes late, and never takes it back.
]
_STRICT = ":avcodec-options={err_detect=explode}"
_COARSE = ":avcodec-skiploopfilter=4"
"""No deblocking: a quarter less of H.264's decoding. Scaled to a tile of half the width, a noisy street of 512 kbit/s
then differs by 41 dB on average, 34 dB at the end of its groups; ten seconds without a keyframe end at 35 dB.
"""


class VlcEngine:
    """One libVLC instance and the players it made."""

    def __init__(self) -> None:
        """StartError where libVLC or its plugins are missing."""
        try:
            self.instance = vlc.Instance(_ARGUMENTS)
        except (NameError, OSError, AttributeError) as error:
            raise StartError("libVLC is not installed: install the packages libvlc5 and vlc-plugin-base") from error
        if self.instance is None:
            raise StartError("libVLC finds no plugins: install the package vlc-plugin-base")
        _declare(vlc.dll)
        self._reaper = Reaper()
        self.hardware = HardwareUse()

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
    ) -> VlcPlayer:
        """Start decoding `codec` into `writer`; `size()` tells, when libVLC asks, how large pictures shall be."""
        way = self.hardware.way if in_hardware else ""
        options = [_STRICT] * strict + [_COARSE] * coarse + [f":avcodec-hw={way}"] * bool(way)
        return VlcPlayer(self, codec, writer, size, options, before_first, way)

    def dispose(self, work: Callable[[], None]) -> None:
        """Do what may hang, in order, away from the loop. What a player uses is disposed of after the player."""
        self._reaper.take(work)

    def overdue_s(self) -> float:
        """For how long libVLC has been hanging in a stop; 0 when it does not."""
        return self._reaper.overdue_s()


class VlcPlayer:
    """One stream being decoded by libVLC. Made by `VlcEngine.player`."""

    def __init__(
        self,
        engine: VlcEngine,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        options: Sequence[str],
        before_first: Callable[[], None] | None,
        way: str = "",
    ) -> None:
        self._engine = engine
        self._units = UnitQueue()
        self._screen = Screen(self._units, writer, size, before_first, CHROMAS.get(way, frozenset()))
        self._media = engine.instance.media_new("imem://")
        for option in (*self._units.options(codec.value), *options):
            self._media.add_option(option)
        self._player = engine.instance.media_player_new()
        self._player.set_media(self._media)
        self._screen.attach(self._player)
        self._stats = vlc.MediaStats()
        self._player.play()

    def feed(self, unit: bytes, *, begins: bool = False) -> None:
        self._units.put(unit)

    def progress(self) -> Progress:
        self._media.get_stats(self._stats)
        decoded = self._stats.decoded_video - self._screen.blanks
        return Progress(self._units.taken, decoded, self._units.waiting(), shown=self._screen.shown)

    def close(self) -> None:
        self._screen.mute()
        self._units.end()
        self._engine.dispose(self._stop)

    def _stop(self) -> None:
        self._player.stop()
        self._player.release()
        self._media.release()
        self._screen.detach()


def _declare(dll: ctypes.CDLL) -> None:
    """python-vlc declares these with callback types of its own; ours take fewer Python calls a frame."""
    pointer = ctypes.c_void_p
    dll.libvlc_video_set_callbacks.argtypes = [vlc.MediaPlayer, pointer, pointer, pointer, pointer]
    dll.libvlc_video_set_callbacks.restype = None
    dll.libvlc_video_set_format_callbacks.argtypes = [vlc.MediaPlayer, pointer, pointer]
    dll.libvlc_video_set_format_callbacks.restype = None
