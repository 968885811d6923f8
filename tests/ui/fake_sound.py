"""Sound without cameras and devices: what was asked is remembered, what is to be told a test says."""

from __future__ import annotations

from collections.abc import Sequence

from wall.model.events import SoundChanged
from wall.model.sound import Heard, Loudness, SoundPhase
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.ui.signals import EventBridge


class FakeSound:
    """Fulfils `SoundPort`."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.loudness = Loudness()
        self.asked: list[tuple[object, ...]] = []
        self.cameras: list[int] = []
        """By their tokens, from 1."""

    def listen(self, camera_id: int, sources: Sequence[Source]) -> int:
        self.asked.append(("listen", camera_id, *(source.url for source in sources)))
        self.cameras.append(camera_id)
        return len(self.cameras)

    def stop(self, token: int) -> None:
        self.asked.append(("stop", token))

    def turn(self, loudness: Loudness) -> None:
        self.loudness = loudness
        self.tell(SoundPhase.PLAYING)

    def tell(self, phase: SoundPhase, cause: Cause = Cause.NONE, token: int = 0) -> None:
        """What becomes of what was asked last, or of that token."""
        token = token or len(self.cameras)
        if token:
            self.bridge.publish(SoundChanged(Heard(self.cameras[token - 1], token, phase, cause, self.loudness)))
