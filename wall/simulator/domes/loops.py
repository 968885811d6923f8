"""What domes at rest show: pictures of each place that were made live once, and are replayed since."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TypeAlias

from wall.simulator.domes.look import Look
from wall.simulator.rtp.packets import PacketClip, PacketFrame

KEPT = 48
"""Twenty seconds each: a megabyte for a wall's stream, five for a main stream."""
Key: TypeAlias = tuple[str, Look]
"""The stream and what it shows."""


class Loops:
    """The most recently shown places, of all domes. Event-loop thread only."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._clips: OrderedDict[Key, PacketClip] = OrderedDict()

    def get(self, key: Key) -> PacketClip | None:
        if key in self._clips:
            self._clips.move_to_end(key)
        return self._clips.get(key)

    def put(self, key: Key, clip: PacketClip) -> None:
        self._clips[key] = clip
        while len(self._clips) > self._kept:
            self._clips.popitem(last=False)


class Recording:
    """Collects one round of pictures of a place: as many as the home clip has, each at its number's index.

    Whole groups of pictures only: one in which a picture was left out comes again a round later.
    """

    def __init__(self, home: PacketClip, look: Look) -> None:
        self.look = look
        self._home = home
        self._frames: dict[int, PacketFrame] = {}
        self._group: list[PacketFrame] = []

    def add(self, frame: PacketFrame) -> None:
        """The next one."""
        if self._home.frames[frame.number].is_key:
            self._group = [frame] if frame.is_key else []
        elif self._group and frame.number == self._group[-1].number + 1:
            self._group.append(frame)
        else:
            self._group = []
        following = self._home.frames[(frame.number + 1) % len(self._home.frames)]
        if self._group and following.is_key:
            self._frames.update({each.number: each for each in self._group})

    @property
    def clip(self) -> PacketClip | None:
        """The whole round, once it is."""
        count = len(self._home.frames)
        if len(self._frames) < count:
            return None
        return replace(self._home, frames=tuple(self._frames[number] for number in range(count)))
