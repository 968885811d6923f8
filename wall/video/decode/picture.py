"""From access units to pictures: which decoder, since when, and is it still good."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level, StreamSize
from wall.video.decode.fit import fit
from wall.video.decode.gop import GopCache
from wall.video.decode.hardware_trial import HardwareTrial
from wall.video.decode.hardware_use import HardwareUse
from wall.video.decode.health import StreamHealth, flows
from wall.video.decode.players import Care, Players, Soon
from wall.video.decode.watch import PictureWatch, is_behind
from wall.video.engine import CatchUpEngine, Engine, Progress, Unit
from wall.video.headers import picture_size
from wall.video.memory import PictureMemory, PictureWriter, Vitals
from wall.video.rtsp import AccessUnit, StreamInfo

_KEYFRAME_PATIENCE_S = 4.0
_STALL_S = 3.0
_CATCH_UP_S = 1.5
"""What a new decoder is given to catch up before it is told that it is behind."""
_AWAITED_S = 3.0
"""For so long the first picture of a connection is looked for more often."""
_SMALL = 720 * 576
"""Pixels of a stream that is decoded for a while though nobody looks."""
_COARSE_FROM = 3.0
"""So many pixels of the stream for one on the wall, and some of the decoder's care is not seen."""


class PictureMaker:
    """Feeds a player and replaces it when the size, the codec or its health asks for it. Lives on the loop."""

    def __init__(
        self,
        engine: Engine,
        quick: CatchUpEngine,
        memory: PictureMemory,
        ease: Ease | None = None,
        hardware: HardwareUse | None = None,
    ) -> None:
        """`hardware` is how `engine` may decode in a graphics device."""
        self._memory = memory
        self.writer = PictureWriter(memory)
        self._players = Players(engine, quick, self._size, ease)
        self._codec: Codec | None = None
        self._parameter_sets = b""
        self._gop = GopCache()
        self._size_told: StreamSize | None = None
        self._flowing = False
        """Does the player have every unit since a keyframe? The cache may not: it is bounded."""
        self._waiting_since_s: float | None = None
        self._has_bad_start = False
        """Does nothing come out because the last keyframe came damaged?"""
        self._odd = False
        """Does a strict decoder refuse everything of this camera?"""
        self._is_resting = False
        self._skips = False
        """Is nothing decoded of the present group but its keyframe?"""
        self._watch = PictureWatch()
        self._began_s = 0.0
        """When the present connection began to play."""
        self._health = StreamHealth()
        self._hardware = hardware or HardwareUse()
        self._trial = HardwareTrial(self._hardware)

    def begin(self, info: StreamInfo) -> None:
        """A new connection plays. The decoder stays if the codec does: its picture then never blinks."""
        now_s = time.monotonic()
        if info.codec is not self._codec:
            if self._codec is not None:
                self.writer.saw_format(now_s)
            self._players.stop()
            self._size_told = None
            self._players.care, self._odd = Care(), False
            self._trial = HardwareTrial(self._hardware)
        self._codec = info.codec
        self._parameter_sets = info.parameter_sets
        self._health.connected(now_s)
        self._has_bad_start = False
        self._began_s = now_s
        self.pause()

    def pause(self) -> None:
        """The connection is gone: what comes next begins at a keyframe."""
        self._gop.clear()
        if self._is_resting:
            self._players.stop()
        self._watch.interrupted()
        self.writer.saw_repeats(False)
        self._flowing = False
        self._waiting_since_s = None

    def unit(self, unit: AccessUnit) -> None:
        """Take the next unit of the stream."""
        self.writer.saw_packet(unit.arrived_s, len(unit.data))
        is_first = not self._flowing
        if unit.keyframe and unit.damaged and (self._players.care.strict or is_first):
            # What is built on half a keyframe is a grey smear that decodes without complaint. Wait for a whole one.
            self.pause()
            self._has_bad_start = True
        elif unit.keyframe:
            self._feed_keyframe(self._with_parameter_sets(unit.data), unit.arrived_s)
        elif not is_first or self._starts_anyway(unit.arrived_s):
            self._feed(unit.data, unit.arrived_s, begins=is_first)
        self._health.unit(unit, is_lost=unit.damaged or self._has_bad_start)

    def move(self, memory: PictureMemory) -> None:
        """Go on in `memory`, at its size, from the last keyframe on. The former memory is let go."""
        self._players.stop()
        self._memory = memory
        self.writer = PictureWriter(memory)
        if self._size_told is not None:
            self.writer.saw_size(self._size_told)
        self._watch.redrawn(time.monotonic())
        if not self._is_resting:
            self._start_from_keyframe()

    def take_it_easy(self, ease: Ease) -> None:
        """Decode so from the next keyframe on; till then the present decoder goes on, so that nothing blinks."""
        self._players.ease = ease

    def rest(self) -> None:
        """Decode nothing from here on; keep what a later decoder needs to begin with the present picture."""
        self._is_resting = True
        self._players.rest(self._soon(time.monotonic()))
        self.writer.saw_damage(0.0)
        self.writer.saw_decoder(None)

    def wake(self, memory: PictureMemory | None) -> None:
        """Decode again, from the last keyframe on; in another memory if one is given."""
        now_s = time.monotonic()
        self._is_resting = False
        self._health.rested(now_s)
        if memory is None and not self._skips and self._players.wake(self._wanted_care(now_s)):
            self._health.player_started(now_s)
            self._watch.redrawn(now_s)
        else:
            self.move(memory or self._memory)
        self._watch.rested(self.writer, now_s)

    @property
    def wants_glances(self) -> bool:
        """Has it been woken, or has it just begun, and has nothing moved since?"""
        return not self._is_resting and (self._watch.has_rested or self._is_awaited())

    def kept(self) -> Sequence[Unit]:
        """The units since the last keyframe, as far as they are kept."""
        return self._gop.units() if self._flowing else ()

    def glance(self, now_s: float) -> None:
        """More often than `look`: after a rest, or at first, has the picture changed?"""
        if self.wants_glances:
            self._watch.look(self.writer, now_s)

    def look(self, now_s: float) -> None:
        """Several times a second: note changes and damage, and replace a player that has given up."""
        if self._is_resting:
            return
        self._watch.look(self.writer, now_s)
        self.writer.saw_decoder(self._players.decoder_now)
        progress, vitals = self._players.progress(), self._memory.vitals()
        share = None
        if not self._skips:  # What is left out on purpose is neither damage nor a decoder that has given up.
            share = self._health.damaged_share(vitals, progress, now_s)
        if self._falls_back(progress, share, now_s):
            self._start_from_keyframe()
            return
        if share is not None:
            self.writer.saw_damage(share)
        if progress is not None and not self._skips:
            self._look_at(progress, vitals, now_s)

    def standing_s(self, now_s: float) -> float:
        """For how long the picture has not changed; 0 while there is none, or nobody looks."""
        changed_s = self._memory.changed_s
        return now_s - changed_s if changed_s and not self._is_resting else 0.0

    def close(self) -> None:
        self._players.stop()

    def _falls_back(self, progress: Progress | None, share: float | None, now_s: float) -> bool:
        """Does a graphics device decode it that gives no pictures any more?"""
        self._trial.look(self.writer.count, now_s)
        self.writer.saw_hardware_fail(self._trial.has_failed)
        if progress is None or not self._players.are_in_hardware:
            return False
        is_broken = self._trial.is_broken(share) and not self._health.is_lossy(now_s)
        if not self._trial.is_silent(progress.shown, now_s) and not is_broken:
            return False
        self._trial.fall_back(self.writer.count, now_s)
        return True

    def _is_awaited(self) -> bool:
        """Has the connection only just begun, and nothing come out of it yet?"""
        is_new = time.monotonic() - self._began_s < _AWAITED_S
        return is_new and self._memory.changed_s < self._began_s

    def _look_at(self, progress: Progress, vitals: Vitals, now_s: float) -> None:
        if is_behind(progress) and now_s - self._players.since_s > _CATCH_UP_S:
            self._gop.clear()
            self._start_from_keyframe()
        elif self._is_stalled(vitals, now_s):
            # Benign oddities make a strict decoder refuse everything some cameras send: show what can be shown.
            self._odd = self._odd or self.writer.count == 0
            self._start_from_keyframe()
        elif self._wants_other_care(now_s):
            self._start_from_keyframe()

    def _feed_keyframe(self, data: bytes, arrived_s: float) -> None:
        self._note_shape(data)
        if self._health.is_dead:
            # A damaged parameter set can leave libVLC without an output for good. A new player finds back.
            self._players.stop()
        self._feed(data, arrived_s, begins=True)

    def _feed(self, data: bytes, arrived_s: float, *, begins: bool) -> None:
        self._flowing = True
        self._has_bad_start = False
        self._gop.add(data, arrived_s, keyframe=begins)
        self._watch.unit(data, begins)
        self.writer.saw_repeats(self._watch.repeats)
        if begins:
            self._note_skipping()
        if self._is_resting:
            self._players.keep_up(data, begins=begins)
            return
        if self._skips and not begins:
            return
        if begins and self._players.want_keyframe:
            assert self._codec is not None
            now_s = time.monotonic()
            self._health.player_started(now_s)
            if self._players.are_on:
                self._watch.redrawn(now_s)
            self._players.start(self._codec, self.writer, self._wanted_care(now_s), data)
            self._trial.started(now_s)
        else:
            self._players.feed(data, begins=begins)
            self._trial.fed()

    def _note_skipping(self) -> None:
        """Begin or end to leave out all but keyframes: only a group that is decoded from its start is whole."""
        skipped, self._skips = self._skips, self._players.ease.level is Level.KEYFRAMES
        if skipped != self._skips:
            self.writer.saw_damage(0.0)
            self._health.player_started(time.monotonic())

    def _wanted_care(self, now_s: float) -> Care:
        """Strict decoding finds damage that nobody told of, but shows nothing from a lost packet to the next keyframe.

        Where the network loses packets we know the damage anyway: there a blemished street, said to be blemished, is
        worth more than none.
        """
        strict = not self._odd and not self._health.is_lossy(now_s)
        width, height = self._size()
        shape = self._shape
        coarse = shape is not None and shape[0] * shape[1] >= _COARSE_FROM * width * height
        # Only what is whole is given to a graphics device: how that conceals damage, each driver has its own idea.
        return Care(strict, coarse, in_hardware=strict and self._trial.may)

    def _wants_other_care(self, now_s: float) -> bool:
        """Is it decoded otherwise than it ought to be? FFmpeg's players never are in a graphics device."""
        wanted, care = self._wanted_care(now_s), self._players.care
        if self._players.decoder_now is not Decoder.VLC:
            wanted = replace(wanted, in_hardware=care.in_hardware)
        return wanted != care

    def _soon(self, now_s: float) -> Soon | None:
        """How to go on if it is looked at again in a moment; None where that is not worth its cost."""
        shape, is_decoded = self._shape, self._players.are_on and self._players.ease.level is Level.FULL
        if self._codec is None or shape is None or not is_decoded or shape[0] * shape[1] > _SMALL:
            return None
        return Soon(self._codec, self.writer, self._wanted_care(now_s))

    @property
    def _shape(self) -> tuple[int, int] | None:
        return self._size_told.shape if self._size_told is not None else None

    def _size(self) -> tuple[int, int]:
        tile = self._memory.width, self._memory.height
        return fit(self._shape, tile) if self._shape and not self._memory.box.stretches else tile

    def _with_parameter_sets(self, data: bytes) -> bytes:
        """Some cameras tell SPS and PPS only in the SDP. Put them before a keyframe that has none."""
        if not self._parameter_sets or self._codec is None or picture_size(self._codec, data) is not None:
            return data
        return self._parameter_sets + data

    def _note_shape(self, data: bytes) -> None:
        size = picture_size(self._codec, data) if self._codec else None
        told = StreamSize(size.width, size.height, size.display_size()) if size else None
        if told is None or told == self._size_told:
            return
        if self._size_told is not None:
            self.writer.saw_format(time.monotonic())
        self._size_told = told
        self.writer.saw_size(told)

    def _starts_anyway(self, now_s: float) -> bool:
        """Cameras with gradual refresh never send a keyframe: begin without one, after a while."""
        if self._waiting_since_s is None:
            self._waiting_since_s = now_s
        return now_s - self._waiting_since_s > _KEYFRAME_PATIENCE_S

    def _start_from_keyframe(self) -> None:
        """With a new player: from the last keyframe if it is kept, else from the next one that comes."""
        self._players.stop()
        units = self._gop.units()
        if units:
            assert self._codec is not None
            now_s = time.monotonic()
            self._health.player_started(now_s)
            self._players.catch_up(
                self._codec, self.writer, self._wanted_care(now_s), units[:1] if self._skips else units
            )
        else:
            self.pause()

    def _is_stalled(self, vitals: Vitals, now_s: float) -> bool:
        """Units come, but no picture for long."""
        if not flows(vitals, now_s) or now_s - self._players.since_s < _STALL_S:
            return False
        return vitals.picture_s is None or now_s - vitals.picture_s > _STALL_S
