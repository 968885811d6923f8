"""A film that runs: libVLC on a file, from some moment on, at some speed. Lives on the loop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import vlc

from wall.video.decode.vlc_player import VlcEngine
from wall.video.playback.drawing import Drawing
from wall.video.playback.film_screen import FilmScreen

_SETTLES_S = 0.1
"""So long after a jump pictures of before may still come."""
_OPTIONS = (":demux=avformat,any", ":no-audio", ":file-caching=300")


class Runner:
    """Made to run at once. Nothing here waits for libVLC; what may hang is the engine's business."""

    def __init__(
        self,
        engine: VlcEngine,
        path: Path,
        drawing: Drawing,
        at_s: float,
        rate: float,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._monotonic = monotonic
        self._rate = rate
        self._screen = FilmScreen(drawing)
        self._media = engine.instance.media_new_path(str(path))
        for option in (*_OPTIONS, f":start-time={at_s:.3f}"):
            self._media.add_option(option)
        self._player = engine.instance.media_player_new()
        self._player.set_media(self._media)
        self._screen.attach(self._player)
        self._screen.show_from(0.0)
        self._is_paused = False
        self._said_ms = 0
        """Also what libVLC says before it knows."""
        self._known = at_s, monotonic()
        self._player.set_rate(rate)
        self._player.play()

    @property
    def has_ended(self) -> bool:
        """Has it come to its end? Then only another one goes on."""
        return bool(self._player.get_state() == vlc.State.Ended)

    @property
    def has_failed(self) -> bool:
        """Can it not be played?"""
        return bool(self._player.get_state() == vlc.State.Error)

    def at_s(self) -> float:
        """Where it is: counted on from what libVLC said last. To be asked several times a second."""
        now_s, said_ms = self._monotonic(), self._player.get_time()
        if said_ms != self._said_ms and said_ms >= 0 and self._screen.shown:
            self._said_ms = said_ms
            self._known = said_ms / 1000, now_s
        at_s, since_s = self._known
        if self._is_paused or not self._screen.shown:
            return at_s
        return at_s + max(0.0, now_s - since_s) * self._rate

    def pause(self) -> None:
        """Stand still, and show nothing more."""
        self._screen.show_nothing()
        self._known = self.at_s(), self._monotonic()
        self._is_paused = True
        self._player.set_pause(1)

    def go_on(self, at_s: float) -> None:
        """Run from another moment on."""
        now_s = self._monotonic()
        self._is_paused = False
        # In this order: libVLC jumps reliably only while it runs.
        self._player.set_pause(0)
        self._player.set_time(round(at_s * 1000))
        self._screen.show_from(now_s + _SETTLES_S)
        self._said_ms, self._known = self._player.get_time(), (at_s, now_s + _SETTLES_S)

    def set_rate(self, rate: float) -> None:
        """1 is as it was recorded."""
        self._known = self.at_s(), self._monotonic()
        self._rate = rate
        self._player.set_rate(rate)

    def close(self) -> None:
        """Returns at once; nothing is shown after it."""
        self._screen.show_nothing()
        self._engine.dispose(self._stop)

    def _stop(self) -> None:
        self._player.stop()
        self._player.release()
        self._media.release()
        self._screen.detach()
