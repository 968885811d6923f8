"""From access units to pictures: which decoder, since when, and is it still good."""

from __future__ import annotations

import time

from wall.model.stream import Codec
from wall.video.decode.fit import fit
from wall.video.decode.gop import GopCache
from wall.video.decode.watch import DamageWatch, LossWatch, PictureWatch, is_behind
from wall.video.engine import Engine, Player, Progress
from wall.video.headers import picture_size
from wall.video.memory import PictureMemory, PictureWriter
from wall.video.rtsp import AccessUnit, StreamInfo

_KEYFRAME_PATIENCE_S = 4.0
_STALL_S = 3.0
_NOTHING_S = 1.2
_LAG_SHARE = 0.2
_LOSSY_FOR_S = 30.0


class PictureMaker:
    """Feeds a player and replaces it when the size, the codec or its health asks for it. Lives on the loop."""

    def __init__(self, engine: Engine, memory: PictureMemory) -> None:
        self._engine = engine
        self._memory = memory
        self.writer = PictureWriter(memory)
        self._player: Player | None = None
        self._player_s = self._began_s = 0.0
        self._codec: Codec | None = None
        self._parameter_sets = b""
        self._gop = GopCache()
        self._shape: tuple[int, int] | None = None
        self._flowing = False
        """Does the player have every unit since a keyframe? The cache may not: it is bounded."""
        self._waiting_since_s: float | None = None
        self._strict = True
        self._odd = False
        """Does a strict decoder refuse everything of this camera?"""
        self._lost_s = -_LOSSY_FOR_S
        self._watch = PictureWatch()
        self._damage = DamageWatch()
        self._loss = LossWatch()

    def begin(self, info: StreamInfo) -> None:
        """A new connection plays. The decoder stays if the codec does: its picture then never blinks."""
        if info.codec is not self._codec:
            if self._codec is not None:
                self.writer.saw_format(time.monotonic())
            self._stop_player()
            self._shape = None
            self._strict, self._odd = True, False
        self._codec = info.codec
        self._parameter_sets = info.parameter_sets
        self._began_s = time.monotonic()
        self.pause()

    def pause(self) -> None:
        """The connection is gone: what comes next begins at a keyframe."""
        self._gop.clear()
        self._flowing = False
        self._waiting_since_s = None

    def unit(self, unit: AccessUnit) -> None:
        """Take the next unit of the stream."""
        self.writer.saw_packet(unit.arrived_s)
        self._loss.count(unit.damaged)
        if unit.lost_packets:
            self._lost_s = unit.arrived_s
        if unit.keyframe and unit.damaged and (self._strict or not self._flowing):
            # What is built on half a keyframe is a grey smear that decodes without complaint. Wait for a whole one.
            self.pause()
            return
        data, is_first = unit.data, not self._flowing
        if unit.keyframe:
            data = self._with_parameter_sets(data)
            self._note_shape(data)
        elif is_first and not self._starts_anyway(unit.arrived_s):
            return
        self._flowing = True
        self._gop.add(data, unit.keyframe or is_first)
        if self._player is None:
            self._start_player()
        else:
            self._player.feed(data)

    def move(self, memory: PictureMemory) -> None:
        """Go on in `memory`, at its size, from the last keyframe on. The former memory is let go."""
        self._stop_player()
        self._memory = memory
        self.writer = PictureWriter(memory)
        self._start_from_keyframe()

    def look(self, now_s: float) -> None:
        """Several times a second: note changes and damage, and replace a player that has given up."""
        self._watch.look(self.writer, self._size()[0] * 4, now_s)
        lost_share = self._loss.look()
        self._choose_strictness(now_s)
        progress = self._player.progress() if self._player is not None else None
        self._note_damage(lost_share, progress, now_s)
        if progress is None:
            return
        if is_behind(progress):
            self._restart(at_keyframe=True)
        elif self._is_stalled(now_s):
            # Benign oddities make a strict decoder refuse everything some cameras send: show what can be shown.
            self._odd = self._odd or self.writer.count == 0
            self._strict = self._strict and not self._odd
            self._restart(at_keyframe=False)

    def standing_s(self, now_s: float) -> float:
        """For how long the picture has not changed; 0 while there is none."""
        changed_s = self._memory.vitals().changed_s
        return now_s - changed_s if changed_s else 0.0

    def close(self) -> None:
        self._stop_player()

    def _note_damage(self, lost_share: float, progress: Progress | None, now_s: float) -> None:
        if self._yields_nothing(progress, now_s):
            self.writer.saw_damage(1.0)
            return
        undecoded_share = self._damage.look(progress) if progress is not None else 0.0
        if undecoded_share is None and self._has_shown():
            undecoded_share = 0.0
        if undecoded_share is not None:
            # A small share is only the statistics lagging behind; what the network lost is known exactly.
            self.writer.saw_damage(max(lost_share, undecoded_share if undecoded_share > _LAG_SHARE else 0.0))

    def _has_shown(self) -> bool:
        """Has the present player given a picture?"""
        return (self._memory.vitals().picture_s or 0.0) > self._player_s

    def _yields_nothing(self, progress: Progress | None, now_s: float) -> bool:
        """Was there a picture on this connection, and is there none any more though units come and are taken?"""
        picture_s = self._memory.vitals().picture_s
        if picture_s is None or picture_s < self._began_s or now_s - picture_s < _NOTHING_S:
            return False
        return self._units_come(now_s) and (progress is None or not is_behind(progress))

    def _choose_strictness(self, now_s: float) -> None:
        """Strict decoding finds damage that nobody told of, but shows nothing from a lost packet to the next keyframe.

        Where the network loses packets we know the damage anyway: there a blemished street, said to be blemished, is
        worth more than none.
        """
        lossy = now_s - self._lost_s < _LOSSY_FOR_S
        if lossy is self._strict and not self._odd:
            self._strict = not lossy
            self._restart(at_keyframe=False)

    def _size(self) -> tuple[int, int]:
        tile = self._memory.width, self._memory.height
        return fit(self._shape, tile) if self._shape else tile

    def _with_parameter_sets(self, data: bytes) -> bytes:
        """Some cameras tell SPS and PPS only in the SDP. Put them before a keyframe that has none."""
        if not self._parameter_sets or self._codec is None or picture_size(self._codec, data) is not None:
            return data
        return self._parameter_sets + data

    def _note_shape(self, data: bytes) -> None:
        size = picture_size(self._codec, data) if self._codec else None
        if size is None or size.display_size() == self._shape:
            return
        if self._shape is not None:
            self.writer.saw_format(time.monotonic())
        self._shape = size.display_size()

    def _starts_anyway(self, now_s: float) -> bool:
        """Cameras with gradual refresh never send a keyframe: begin without one, after a while."""
        if self._waiting_since_s is None:
            self._waiting_since_s = now_s
        return now_s - self._waiting_since_s > _KEYFRAME_PATIENCE_S

    def _start_player(self) -> None:
        assert self._codec is not None
        self._player = self._engine.player(self._codec, self.writer, self._size, strict=self._strict)
        self._player_s = time.monotonic()
        self._damage.restart()
        for unit in self._gop.units():
            self._player.feed(unit)

    def _stop_player(self) -> None:
        if self._player is not None:
            self._player.close()
            self._player = None

    def _restart(self, *, at_keyframe: bool) -> None:
        self._stop_player()
        if at_keyframe:
            self._gop.clear()
        self._start_from_keyframe()

    def _start_from_keyframe(self) -> None:
        """From the last one that is kept, else from the next one that comes."""
        if self._gop.units():
            self._start_player()
        else:
            self._flowing = False
            self._waiting_since_s = None

    def _is_stalled(self, now_s: float) -> bool:
        """Units come, but no picture for long."""
        if not self._units_come(now_s) or now_s - self._player_s < _STALL_S:
            return False
        picture_s = self._memory.vitals().picture_s
        return picture_s is None or now_s - picture_s > _STALL_S

    def _units_come(self, now_s: float) -> bool:
        packet_s = self._memory.vitals().packet_s
        return packet_s is not None and now_s - packet_s < 1
