"""Which engine decodes a stream: the quick one what there is to catch up with; from the next keyframe on libVLC, or the
quick one for good where that is wanted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level
from wall.video.engine import CatchUpEngine, CatchUpPlayer, Engine, Player, Progress, Unit
from wall.video.memory import PictureWriter

_LARGE = 640 * 360
_SOON_S = 10.0
"""Who has looked away is often back within so long."""


@dataclass(frozen=True, slots=True)
class Care:
    """How a stream is decoded: see `Engine.player`."""

    strict: bool = True
    coarse: bool = False
    in_hardware: bool = False

    def is_alike(self, other: Care) -> bool:
        """Is it the same to the quick engine, which knows no graphics device?"""
        return (self.strict, self.coarse) == (other.strict, other.coarse)


@dataclass(frozen=True, slots=True)
class Soon:
    """How to go on with a stream that may be looked at again in a moment."""

    codec: Codec
    writer: PictureWriter
    care: Care


class Players:
    """The players of one stream. One at a time writes pictures. Lives on the loop."""

    def __init__(
        self, engine: Engine, quick: CatchUpEngine, size: Callable[[], tuple[int, int]], ease: Ease | None = None
    ) -> None:
        """`size()` tells how large pictures shall be."""
        self._engine = engine
        self._quick = quick
        self._size = size
        self._ease = ease or Ease()
        self._player: Player | None = None
        """The one that is to stay."""
        self._former: _Former | None = None
        """The one that goes on until that one has its first picture."""
        self._quick_player: CatchUpPlayer | None = None
        """`_player`, where it is the quick engine's."""
        self._resting: CatchUpPlayer | None = None
        """The one that decodes on while nobody looks."""
        self._soon: Soon | None = None
        self._soon_until_s = 0.0
        self.care = Care()
        self.since_s = 0.0
        """When the present player began."""

    @property
    def ease(self) -> Ease:
        """How it is decoded: by whom, from the next keyframe on."""
        return self._ease

    @ease.setter
    def ease(self, ease: Ease) -> None:
        self._ease = ease
        self._leave_out()

    @property
    def are_on(self) -> bool:
        return self._player is not None or self._former is not None

    @property
    def want_keyframe(self) -> bool:
        """Shall the next keyframe be given to `start`? Not while a whole wall wakes: setting up a player takes long."""
        if self._player is not None and self._is_quick == (self._ease.decoder is Decoder.FFMPEG):
            return False
        return not (self.are_on and self._quick.is_busy())

    def start(self, codec: Codec, writer: PictureWriter, care: Care, keyframe: bytes) -> None:
        """Begin with a keyframe that has just come. What was there goes on until there is a first picture. Somebody
        waits for a large one: where nothing was, the quick engine shows it meanwhile, with one unit instead of three.
        """
        if self._ease.decoder is Decoder.FFMPEG:
            self.catch_up(codec, writer, care, [(keyframe, time.monotonic())])
            return
        if not self.are_on:
            self._quick.hold_off()
        if self._quick_player is not None:
            self._former = _Former(self._quick_player)
        elif not self.are_on and _is_large(self._size()):
            quick = self._quick.player(codec, writer, self._size, strict=care.strict, coarse=care.coarse)
            self._former = _Former(quick)
        self._begin(care)
        self._quick_player = None
        self._player = self._engine.player(
            codec,
            writer,
            self._size,
            strict=care.strict,
            coarse=care.coarse,
            before_first=self._former.end if self._former is not None else None,
            in_hardware=care.in_hardware,
        )
        self.feed(keyframe, begins=True)

    def catch_up(self, codec: Codec, writer: PictureWriter, care: Care, units: Iterable[Unit]) -> None:
        """Begin with units that came earlier, and show the newest as soon as may be."""
        if not self.are_on:
            self._quick.hold_off()
        self.stop()
        self._begin(care)
        self._go_on(self._quick.player(codec, writer, self._size, strict=care.strict, coarse=care.coarse, units=units))

    def rest(self, soon: Soon | None) -> None:
        """Show nothing from here on, and be ready to go on for some seconds where that is wanted: with the player that
        decodes now, or with one that begins at the next keyframe.
        """
        self._quick.hold_off()
        kept = self._quick_player if soon is not None and soon.care.is_alike(self.care) else None
        if kept is not None:
            self._player = self._quick_player = None
        self.stop()
        self._soon, self._resting = soon, kept
        self._soon_until_s = time.monotonic() + _SOON_S
        if kept is not None:
            kept.rest()

    def keep_up(self, unit: bytes, *, begins: bool) -> None:
        """One more unit of the stream has come while nobody looks."""
        if self._soon is None:
            return
        if time.monotonic() > self._soon_until_s:
            self._end_rest()
            return
        if self._resting is None and begins:
            care = self._soon.care
            self._resting = self._quick.player(
                self._soon.codec, self._soon.writer, self._size, strict=care.strict, coarse=care.coarse
            )
            self._resting.rest()
        if self._resting is not None:
            self._resting.feed(unit, begins=begins)

    def wake(self, care: Care) -> bool:
        """Go on with what was decoded while nobody looked. False where nothing was, or not with this care."""
        is_alike = self._soon is not None and self._soon.care.is_alike(care)
        if self._resting is None or not is_alike or not self._resting.wake():
            return False
        self._quick.hold_off()
        player, self._resting, self._soon = self._resting, None, None
        self._begin(care)
        self._go_on(player)
        return True

    def feed(self, unit: bytes, *, begins: bool) -> None:
        """One more unit of the stream, just come."""
        if self._former is not None and self._former.has_ended:
            self._former = None
        if self._former is not None:
            self._former.player.feed(unit, begins=begins)
        if self._player is not None:
            self._player.feed(unit, begins=begins)

    @property
    def decoder_now(self) -> Decoder | None:
        """Who makes the pictures that are shown now; None while nobody does."""
        if not self.are_on:
            return None
        is_catching_up = self._former is not None and not self._former.has_ended
        return Decoder.FFMPEG if is_catching_up or self._is_quick else Decoder.VLC

    @property
    def are_in_hardware(self) -> bool:
        """Was the one that is to stay asked to decode in a graphics device?"""
        return self._player is not None and not self._is_quick and self.care.in_hardware

    def progress(self) -> Progress | None:
        """That of the player which is to stay; None while there is none."""
        if self._player is not None:
            return self._player.progress()
        return self._former.player.progress() if self._former is not None else None

    def stop(self) -> None:
        if self._player is not None:
            self._player.close()
        if self._former is not None and not self._former.has_ended:
            self._former.player.close()
        self._player = self._former = self._quick_player = None
        self._end_rest()

    def _end_rest(self) -> None:
        self._soon = None
        if self._resting is not None:
            self._resting.close()
            self._resting = None

    def _go_on(self, player: CatchUpPlayer) -> None:
        """With a player that catches up: for good, or until the next keyframe."""
        if self._ease.decoder is Decoder.FFMPEG:
            self._player = self._quick_player = player
            self._leave_out()
        else:
            self._former = _Former(player)

    def _leave_out(self) -> None:
        if self._quick_player is not None:
            self._quick_player.show_every(2 if self._ease.level is Level.HALF_RATE else 1)

    @property
    def _is_quick(self) -> bool:
        return self._quick_player is not None

    def _begin(self, care: Care) -> None:
        self.care = care
        self.since_s = time.monotonic()


def _is_large(size: tuple[int, int]) -> bool:
    return size[0] * size[1] > _LARGE


class _Former:
    """The player that catches up, until its successor ends it, on whatever thread."""

    def __init__(self, player: CatchUpPlayer) -> None:
        self.player = player
        self.has_ended = False

    def end(self) -> None:
        self.player.close()
        self.has_ended = True
