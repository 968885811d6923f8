"""Proof of life: is the picture new, is it whole, does the decoder keep up? Asked several times a second.

Byte counters do not detect a frozen camera (design fact 9), so the decoded pixels are compared: a sum over every
eighth row. A camera whose encoder repeats one group of pictures shows the same few pictures again and again, so a
picture counts as new only if it was not among those of the last seconds, nor made of the same bytes as the last group.
"""

from __future__ import annotations

import math
import zlib
from collections import deque

from wall.model.picture import Picture
from wall.video.decode.scene import SceneWatch
from wall.video.engine import Progress
from wall.video.memory import PictureWriter
from wall.video.usual_memory import fresh_in, put_usual

EVERY_S = 0.25
_ROWS_APART = 8
_REMEMBERED_S = 5.0  # Longer than any usual group of pictures.
_UNSURE_LOOKS = 3
_UNSURE_S = 0.8  # A camera that sends one picture a second must not be called frozen for it.
_UNKNOWN_S = 1.0
_DARK_EVERY_S = 1.0
_DARK = 24
"""Of 255: sensors are never quite black."""
_DARK_VALUES = bytes(range(_DARK + 1))
_DARK_SHARE = 0.95
"""A camera may write its name and the time over a picture in which there is nothing else to see."""
_SAMPLES_ACROSS = 32
_BLEMISHED = 0.02
"""The share of damaged units from which on what is seen says nothing of the scene."""
_WINDOW_LOOKS = 8  # Two seconds over which damage is counted.
_LEAST_LOOKS = 6
_SETTLING_LOOKS = 4  # libVLC brings its statistics up to date a few times a second, the first time rather late.
_IDLE_LOOKS = 4
_STALE_LOOKS = 3
_BEHIND_UNITS = 30
_MOST_UNITS = 600
_PROVEN_UNITS = 6


class PictureWatch:
    """Notices when the picture in a memory really changes."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        """When which pictures were seen, of the last seconds: of keyframes alone twenty may be those of a minute."""
        self._count = -1
        self._unsure_looks = 0
        self._unsure_until_s = 0.0
        self.has_rested = False
        """Has nothing moved yet since nobody looked?"""
        self._unknown_until_s = 0.0
        self._changed_before_s = 0.0
        self._group: list[int] = []
        self._former_group: list[int] = []
        self._repeated = 0
        self._darkness_due_s = 0.0
        self._scene = SceneWatch()

    @property
    def repeats(self) -> bool:
        """Is it proven that the last group comes again? One like picture may be chance, so many in a row are none.

        A group of a single picture proves nothing: a camera may send each JPEG several times to keep its pace.
        """
        return self._repeated >= _PROVEN_UNITS and len(self._former_group) > 1

    def unit(self, data: bytes, keyframe: bool) -> None:
        """A unit goes into the decoder. A living sensor never gives the very same bytes twice, from keyframe on."""
        if keyframe:
            self._group, self._former_group = [], self._group
        place = len(self._group)
        mark = zlib.crc32(data, self._group[-1] if self._group else 0)
        is_same = place < len(self._former_group) and self._former_group[place] == mark
        self._repeated = self._repeated + 1 if is_same else 0
        if place < _MOST_UNITS:
            self._group.append(mark)

    def interrupted(self) -> None:
        """The stream begins anew; a camera may well do so with the group that it was in."""
        self._group, self._former_group = [], []
        self._repeated = 0

    def rested(self, writer: PictureWriter, now_s: float) -> None:
        """Nobody has looked for a while: when the picture changed last is not known, for a moment."""
        self.has_rested = True
        self._unknown_until_s = now_s + _UNKNOWN_S
        self._changed_before_s = writer.memory.vitals().changed_s or now_s
        self._count = writer.count
        self._unsure_looks, self._unsure_until_s = 1, math.inf
        writer.saw_change(0.0)

    def redrawn(self, now_s: float) -> None:
        """Another decoder draws, or at another size: the same scene looks otherwise, which is no sign of life."""
        self._unsure_looks, self._unsure_until_s = _UNSURE_LOOKS, now_s + _UNSURE_S
        self._scene.redrawn()

    def look(self, writer: PictureWriter, now_s: float) -> None:
        """Compare the newest picture with those before."""
        if writer.count == self._count:
            return
        self._count = writer.count
        picture = writer.latest()
        if picture is None:
            return
        if now_s >= self._darkness_due_s:
            self._darkness_due_s = now_s + _DARK_EVERY_S
            self._look_at_scene(picture, writer, now_s)
        is_new = self._is_unseen(_mark(picture), now_s) and not self._repeated
        if self._unsure_looks and now_s < self._unsure_until_s:
            self._unsure_looks -= 1
        elif is_new:
            self.has_rested = False
            writer.saw_change(now_s)
        elif self.has_rested and now_s > self._unknown_until_s:
            self.has_rested = False
            writer.saw_change(self._changed_before_s)

    def _look_at_scene(self, picture: Picture, writer: PictureWriter, now_s: float) -> None:
        is_black = _is_black(picture)
        writer.saw_black(is_black)
        self._scene.turned(writer.memory.turns)
        if self._scene.may_recall and (usual := fresh_in(writer.memory, now_s)) is not None:
            self._scene.recall(usual)
        if self._scene.is_due(now_s):
            is_sound = not is_black and writer.memory.vitals().damaged_share <= _BLEMISHED
            self._scene.look(picture, now_s, is_sound=is_sound)
            if (news := self._scene.news()) is not None:
                put_usual(writer.memory, news, now_s)
        writer.saw_scene(self._scene.scene)

    def _is_unseen(self, mark: int, now_s: float) -> bool:
        while self._seen and self._seen[0][0] < now_s - _REMEMBERED_S:
            self._seen.popleft()
        is_unseen = all(mark != each for _, each in self._seen)
        self._seen.append((now_s, mark))
        return is_unseen


class DamageWatch:
    """Compares what went into the decoder with what came out whole, over the last two seconds.

    WORKAROUND libVLC 3.0: `decoded_video` counts each unit that goes in *and* each picture that comes out, in some
    releases only the latter. Which of the two is learnt from what is seen: more than one a unit means the former.

    The statistics come four times a second and sometimes leave one out: only fresh ones are compared, and one bad
    comparison is not believed before the next says the same. They stand still while no unit comes and lag when units
    come again: a stream that resumes is judged as if its player were new.
    """

    def __init__(self) -> None:
        self._looks: deque[tuple[int, int]] = deque(maxlen=_WINDOW_LOOKS + 1)
        self._unsettled = _SETTLING_LOOKS
        self._counts_twice = False
        self._taken = self._idle_looks = 0
        self._decoded = self._stale_looks = 0
        self._former: float | None = None
        self._share: float | None = None

    def look(self, progress: Progress) -> float | None:
        """The share of units, 0 to 1, that gave no whole picture lately; None while too few are known."""
        self._note_idleness(progress.taken)
        if self._idle_looks >= _IDLE_LOOKS:
            return 0.0
        if self._unsettled:
            self._unsettled -= 1
            return None
        if self._idle_looks == 0 and self._is_fresh(progress.decoded):
            self._former, self._share = self._share, self._compare(progress)
        known = [share for share in (self._former, self._share) if share is not None]
        return min(known) if len(known) == 2 else None

    def restart(self) -> None:
        """A new player counts from nought."""
        self._looks.clear()
        self._unsettled = _SETTLING_LOOKS
        self._former = self._share = None

    def _note_idleness(self, taken: int) -> None:
        if taken == self._taken:
            self._idle_looks += 1
            return
        if self._idle_looks >= _IDLE_LOOKS:
            self.restart()
        self._taken, self._idle_looks = taken, 0

    def _is_fresh(self, decoded: int) -> bool:
        """Are there new statistics, or have they stood still for so long that this says something itself?"""
        self._stale_looks = 0 if decoded != self._decoded else self._stale_looks + 1
        self._decoded = decoded
        return self._stale_looks == 0 or self._stale_looks > _STALE_LOOKS

    def _compare(self, progress: Progress) -> float | None:
        self._looks.append((progress.taken, progress.decoded))
        taken, decoded = (new - old for new, old in zip(self._looks[-1], self._looks[0], strict=True))
        if taken < 4:
            return 0.0 if len(self._looks) == self._looks.maxlen else None
        if len(self._looks) < _LEAST_LOOKS:
            return None
        if decoded > taken * 1.2 and not progress.is_exact:
            self._counts_twice = True
        whole = decoded - taken if self._counts_twice and not progress.is_exact else decoded
        return min(1.0, max(0.0, 1 - whole / taken))


class LossWatch:
    """The share of units that arrived incomplete, over the last two seconds."""

    def __init__(self) -> None:
        self._units = self._damaged = 0
        self._looks: deque[tuple[int, int]] = deque([(0, 0)], maxlen=_WINDOW_LOOKS + 1)

    def count(self, damaged: bool) -> None:
        """One more unit has come."""
        self._units += 1
        self._damaged += damaged

    def look(self) -> float:
        """The share lately, 0 to 1."""
        self._looks.append((self._units, self._damaged))
        units, damaged = (new - old for new, old in zip(self._looks[-1], self._looks[0], strict=True))
        return damaged / units if units else 0.0


def is_behind(progress: Progress) -> bool:
    """Has the decoder more before it than it can ever catch up with while the camera goes on?"""
    return progress.waiting > _BEHIND_UNITS


def _is_black(picture: Picture) -> bool:
    """Is hardly any point of a grid over it bright? Green alone tells, which is most of what the eye calls bright."""
    step = 4 * max(1, picture.width // _SAMPLES_ACROSS)
    apart = picture.stride * max(1, picture.height // _SAMPLES_ACROSS)
    rows = range(0, len(picture.pixels), apart)
    points = b"".join([bytes(picture.pixels[start + 1 : start + picture.width * 4 : step]) for start in rows])
    return len(points) - len(points.translate(None, _DARK_VALUES)) >= _DARK_SHARE * len(points)


def _mark(picture: Picture) -> int:
    """Of what is seen: what lies between the rows is different each time."""
    mark = 0
    for start in range(0, len(picture.pixels), picture.stride * _ROWS_APART):
        mark = zlib.crc32(picture.pixels[start : start + picture.width * 4], mark)
    return mark
