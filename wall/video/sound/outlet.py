"""Samples to the loudspeaker, by libVLC, which knows PulseAudio and ALSA; and what ails the device.

libVLC itself never fails for want of a device: it asks for one again with each packet, and goes on in silence. What is
wrong it says only in its log.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import vlc

from wall.model.errors import StartError
from wall.model.tile import Cause
from wall.video.decode.reaper import Reaper
from wall.video.sound.sample_queue import SampleQueue

_ARGUMENTS = [
    "--intf=dummy",
    "--verbose=-1",
    "--no-video",
    "--no-spu",
    "--stats",
    "--clock-jitter=0",
]
_ERROR = 4
_WORDS_BYTES = 512
_NO_OUTPUT = "failed to create audio output"
_BUSY = "Device or resource busy"
_GONE = ("cannot recover playback stream", "cannot write")
"""ALSA's device was pulled out; PulseAudio, or what it played to, has gone."""
_DEAF_AFTER = 75
"""After so many packets something must have been played: one or two seconds."""

_Log = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)


class SoundEngine:
    """One libVLC instance for all that is listened to, and what it complains of."""

    def __init__(self) -> None:
        """StartError where libVLC or its plugins are missing."""
        try:
            self.instance = vlc.Instance(_ARGUMENTS)
        except (NameError, OSError, AttributeError) as error:
            raise StartError("libVLC is not installed: install the packages libvlc5 and vlc-plugin-base") from error
        if self.instance is None:
            raise StartError("libVLC finds no plugins: install the package vlc-plugin-base")
        self.reaper = Reaper()
        self.on_complaint: Callable[[str], None] = lambda _words: None
        """Hears libVLC's errors, on its threads."""
        self._log = _Log(self._complain)
        self._print = ctypes.CDLL(None).vsnprintf
        vlc.dll.libvlc_log_set.argtypes = [vlc.Instance, ctypes.c_void_p, ctypes.c_void_p]
        vlc.dll.libvlc_log_set(self.instance, ctypes.cast(self._log, ctypes.c_void_p), None)

    def _complain(self, _data: int, level: int, _context: int, form: bytes, values: int) -> None:
        if level < _ERROR:
            return
        words = ctypes.create_string_buffer(_WORDS_BYTES)
        self._print(words, ctypes.c_size_t(_WORDS_BYTES), ctypes.c_char_p(form), ctypes.c_void_p(values))
        self.on_complaint(words.value.decode("utf-8", "replace"))


class Outlet:
    """Plays the samples of one stream. Every call returns at once."""

    def __init__(self, engine: SoundEngine) -> None:
        self._engine = engine
        self._queue = SampleQueue()
        self._fault = Cause.NONE
        self._is_busy = self._has_played = False
        self._put = 0
        engine.on_complaint = self._hear
        self._media = engine.instance.media_new("imem://")
        for option in self._queue.options():
            self._media.add_option(option)
        self._player = engine.instance.media_player_new()
        self._player.set_media(self._media)
        self._stats = vlc.MediaStats()
        self._player.play()

    def play(self, samples: bytes, heard_at_us: int) -> None:
        """Have these heard then."""
        self._put += 1
        self._queue.put(samples, heard_at_us)

    @property
    def has_played(self) -> bool:
        """Has a device taken anything?"""
        if not self._has_played:
            self._media.get_stats(self._stats)
            self._has_played = self._stats.played_abuffers > 0
        return self._has_played

    @property
    def fault(self) -> Cause:
        """What ails the device; NONE as long as nothing is known to."""
        if self._fault is Cause.NONE and self._put > _DEAF_AFTER and not self.has_played:
            self._fault = Cause.NO_SOUND_DEVICE
        return self._fault

    def close(self) -> None:
        """Let nothing more be heard."""
        self._engine.on_complaint = lambda _words: None
        self._queue.end()
        self._engine.reaper.take(self._stop)

    def _hear(self, words: str) -> None:
        """libVLC complains, on a thread on which it must not be asked anything.

        It would ask for a device again and again, and ALSA would write each time why not.
        """
        self._is_busy = self._is_busy or _BUSY in words
        if _NO_OUTPUT in words and self._fault is Cause.NONE:
            missing = Cause.SOUND_DEVICE_LOST if self._has_played else Cause.NO_SOUND_DEVICE
            self._fault = Cause.SOUND_DEVICE_BUSY if self._is_busy else missing
        elif any(gone in words for gone in _GONE):
            self._fault = Cause.SOUND_DEVICE_LOST
        if self._fault is not Cause.NONE:
            self._queue.end()

    def _stop(self) -> None:
        self._player.stop()
        self._player.release()
        self._media.release()
