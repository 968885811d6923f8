"""What the wall asks of sound. `wall.services.listening.Sound` fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wall.model.sound import Loudness
from wall.model.stream import Source


class SoundPort(Protocol):
    """Of all windows together. UI thread; everything returns at once. What follows comes as SoundChanged."""

    @property
    def loudness(self) -> Loudness:
        """How loud one listens."""
        ...

    def listen(self, camera_id: int, sources: Sequence[Source]) -> int:
        """Listen to a camera, and to no other any more: the first of these streams that has sound. Gives the token
        under which it is told of.
        """
        ...

    def stop(self, token: int) -> None:
        """Listen no more, if that is still what is listened to."""
        ...

    def turn(self, loudness: Loudness) -> None:
        """Be so loud from now on."""
        ...
