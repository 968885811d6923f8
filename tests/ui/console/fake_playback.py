"""A playback without files and libVLC: what was asked is remembered, what is told a test says."""

from __future__ import annotations

from collections.abc import Sequence

from tests.ui.fake_live import SharedFeed
from wall.model.events import PlaybackChanged
from wall.model.film import FilmPhase
from wall.model.recording import Part
from wall.ui.signals import EventBridge


class FakePlayback:
    """Fulfils `PlaybackPort`."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.asked: list[tuple[object, ...]] = []
        self.token = 0
        self.parts: tuple[Part, ...] = ()
        self.feed: SharedFeed | None = None
        self.rate = 1.0

    def open(self, parts: Sequence[Part], width: int, height: int, *, runs: bool = True) -> tuple[int, SharedFeed]:
        self.token += 1
        self.parts = tuple(parts)
        self.feed = SharedFeed(width, height)
        self.asked.append(("open", tuple(part.path for part in parts), runs))
        return self.token, self.feed

    def play(self) -> None:
        self.asked.append(("play",))

    def pause(self) -> None:
        self.asked.append(("pause",))

    def seek(self, at_s: float) -> None:
        self.asked.append(("seek", round(at_s, 2)))

    def step(self, steps: int) -> None:
        self.asked.append(("step", steps))

    def set_rate(self, rate: float) -> None:
        self.rate = rate
        self.asked.append(("rate", rate))

    def resize(self, width: int, height: int) -> None:
        self.asked.append(("resize", width, height))

    def close(self) -> None:
        self.asked.append(("close",))

    def tell(self, phase: FilmPhase, at_s: float = 0.0) -> None:
        """What becomes of it."""
        seconds = sum(part.seconds for part in self.parts)
        self.bridge.publish(PlaybackChanged(self.token, phase, at_s, seconds, self.rate))
