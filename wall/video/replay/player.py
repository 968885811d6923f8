"""One tile looks back: goes along its buffer as the playhead says, and shows the picture of that moment."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import av
from av.video.reformatter import Interpolation, VideoReformatter

from wall.model.playhead import Playhead
from wall.video.buffer import KeptUnit, Reading, RollingBuffer
from wall.video.decode.drawing import copy_picture
from wall.video.decode.fit import fit
from wall.video.memory import PictureMemory, PictureWriter
from wall.video.replay.pictures import Pictures, Shot

_SHOW_ON_THE_WAY_S = 0.12
"""A group that takes longer than this is shown as far as one has come: something must be seen soon."""
_SHOW_EVERY_S = 0.03
"""Nobody sees more pictures a second, however fast one goes."""
_SKIP_BEHIND_S = 1.0
_LOOK_EVERY_S = 0.25
_GOES_ON_S = 1.0
"""A playhead that is moved by no more than this goes on with what is decoded."""
_SAME_S = 1e-4
_AT_THE_END_S = 0.05
_MOST_STEPS = 60
_MOST_GROUPS_BACK = 4


class ReplayPlayer:
    """`steer`, `move` and `close` on the loop; `due_s` and `run` on the replay thread."""

    def __init__(
        self, buffer: RollingBuffer, memory: PictureMemory, head: Playhead, monotonic: Callable[[], float]
    ) -> None:
        self._buffer = buffer
        self._memory = memory
        self._head = head
        self._monotonic = monotonic
        # Of the thread:
        self._obeyed: Playhead | None = None
        self._writer = PictureWriter(memory)
        self._reading: Reading | None = None
        self._pictures = Pictures()
        self._reformatter = VideoReformatter()
        self._shot: Shot | None = None
        """The newest one at or before the playhead."""
        self._coming: deque[Shot] = deque()
        """Decoded, and not their time yet."""
        self._shown: Shot | None = None
        self._shown_at_s = 0.0
        self._is_drawn = False
        self._looked_s = 0.0
        self._due_s = 0.0
        self._stepped_s: float | None = None
        """Where single steps have led to."""

    # -- on the loop

    def steer(self, head: Playhead) -> None:
        """Show what this one says from now on."""
        self._head = head

    def move(self, memory: PictureMemory) -> None:
        """Show it in another memory, at its size."""
        self._memory = memory

    # -- on the thread

    def has_drawn(self) -> bool:
        """Is there anything to see? It looks at once for what is wanted first after a jump, too."""
        return self._is_drawn and self._head is self._obeyed

    def due_s(self) -> float:
        """When there is something to do; infinity where nothing is before the playhead is moved."""
        has_news = self._head is not self._obeyed or self._memory is not self._writer.memory
        return 0.0 if has_news else self._due_s

    def run(self) -> None:
        """Do a little: decode one unit, or show a picture."""
        now_s = self._monotonic()
        if self._memory is not self._writer.memory:
            self._writer, self._is_drawn = PictureWriter(self._memory), False
        head = self._head
        if head is not self._obeyed:
            self._obey(head, now_s)
        position_s = self._stepped_s if self._stepped_s is not None else head.position(now_s)
        self._look_for_better(position_s, now_s)
        is_there = self._decode_towards(position_s)
        self._show_if_wanted(is_there, now_s)
        self._due_s = self._next_due_s(head) if is_there else now_s

    # -- where to read

    def _obey(self, head: Playhead, now_s: float) -> None:
        former, self._obeyed = self._obeyed, head
        if former is not None and replace(former, steps=head.steps) == head:
            self._step(head.steps - former.steps)
            return
        self._stepped_s = None
        ahead_s = head.position(now_s) - self._shown.at_s if self._shown is not None else math.inf
        if head.steps or not -_SAME_S <= ahead_s <= _GOES_ON_S:
            self._seek(head.position(now_s))
            self._shown_at_s = now_s
        if head.steps:
            while not self._decode_towards(head.at_s):
                pass
            self._step(head.steps)

    def _seek(self, at_s: float) -> None:
        self._read_from(self._buffer.units_from(at_s))
        self._shot = None

    def _read_from(self, reading: Reading) -> None:
        self._reading = reading
        self._pictures.begin()
        self._coming.clear()

    def _look_for_better(self, position_s: float, now_s: float) -> None:
        """Where decoding does not keep up, only the last group before the playhead matters. And where nothing was kept
        of the moment, there may be something by now: a process that was replaced finds it on the disk in a while.
        """
        unit = self._next_unit()
        is_late = unit is not None and position_s - unit.arrived_s > _SKIP_BEHIND_S
        is_missing = self._shot is None and (unit is None or unit.arrived_s > position_s)
        if not (is_late or is_missing) or now_s - self._looked_s < _LOOK_EVERY_S:
            return
        self._looked_s = now_s
        better = self._buffer.units_from(position_s)
        first = better.peek()
        if first is not None and (is_missing or unit is None or first.arrived_s > unit.arrived_s):
            self._read_from(better)

    # -- decoding

    def _next_unit(self) -> KeptUnit | None:
        return self._reading.peek() if self._reading is not None else None

    def _decode_towards(self, position_s: float) -> bool:
        """Decode one more unit, if the picture of this moment needs one; is everything decoded for it?"""
        unit = self._next_unit() if not self._coming else None
        is_needed = unit is not None and min(unit.arrived_s, self._pictures.held_back_s()) <= position_s + _SAME_S
        if is_needed:
            self._decode_next()
        while self._coming and self._coming[0].at_s <= position_s + _SAME_S:
            self._shot = self._coming.popleft()
        return not is_needed

    def _decode_next(self) -> bool:
        """One more unit; False where there is none."""
        unit = self._reading.take() if self._reading is not None else None
        if unit is not None:
            self._coming.extend(self._pictures.decode(unit))
        return unit is not None

    # -- picture by picture

    def _step(self, pictures: int) -> None:
        for _ in range(min(abs(pictures), _MOST_STEPS)):
            if self._shot is not None:
                self._step_on(self._shot) if pictures > 0 else self._step_back(self._shot)
        self._stepped_s = self._shot.at_s if self._shot is not None else None

    def _step_on(self, former: Shot) -> None:
        """The next picture, if there is one."""
        while self._coming or self._decode_next():
            if self._coming and self._coming[0].at_s > former.at_s + _SAME_S:
                self._shot = self._coming.popleft()
                return
            if self._coming:
                self._coming.popleft()

    def _step_back(self, following: Shot) -> None:
        """The picture before: decoded once more, from the keyframe before it."""
        until_s = following.at_s - _SAME_S
        from_s = until_s
        for _ in range(_MOST_GROUPS_BACK):
            self._seek(from_s)
            entry = self._next_unit()
            if entry is None or entry.arrived_s > from_s:
                break  # Nothing older is kept.
            while not self._decode_towards(until_s - _SAME_S):
                pass
            if self._shot is not None:
                return
            from_s = entry.arrived_s - _SAME_S
        self._seek(following.at_s)
        while not self._decode_towards(following.at_s):
            pass

    # -- showing

    def _show_if_wanted(self, is_there: bool, now_s: float) -> None:
        if self._shot is None or (self._shot is self._shown and self._is_drawn):
            return
        due_s = self._shown_at_s + (_SHOW_EVERY_S if is_there else _SHOW_ON_THE_WAY_S)
        if now_s >= due_s or (is_there and not self._is_drawn):
            with suppress(av.FFmpegError):  # A format that cannot be drawn.
                self._show(self._shot)
            self._shown, self._shown_at_s = self._shot, self._monotonic()

    def _show(self, shot: Shot) -> None:
        memory = self._writer.memory
        box = memory.box
        width, height = (box.width, box.height) if box.stretches else fit(shot.shape, (box.width, box.height))
        small = self._reformatter.reformat(
            shot.frame, width, height, "bgra", interpolation=Interpolation.FAST_BILINEAR, threads=1
        )
        number = self._writer.begin()
        stride = copy_picture(small, self._writer, number)
        self._writer.publish(number, width, height, stride, shot.at_s)
        self._is_drawn = True

    def _next_due_s(self, head: Playhead) -> float:
        """When the next picture is to be shown."""
        if self._shot is not None and self._shot is not self._shown:
            return self._shown_at_s + _SHOW_EVERY_S
        unit = self._next_unit()
        if self._shot is None:
            soon_s = self._monotonic() + _LOOK_EVERY_S
            return min(soon_s, head.due_s(unit.arrived_s)) if unit is not None and not head.stands else soon_s
        if head.stands:
            return math.inf
        if self._coming:
            return head.due_s(self._coming[0].at_s)
        if unit is not None:
            return head.due_s(min(unit.arrived_s, self._pictures.held_back_s()))
        return self._monotonic() + _AT_THE_END_S
