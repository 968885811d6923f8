"""An overview without cameras: fulfils OverviewPort, and shows what a test says that there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wall.model.events import GlimpsesTaken
from wall.model.glimpse import Glimpse, Sight, Way
from wall.model.tile import Cause
from wall.ui.signals import EventBridge


@dataclass(frozen=True)
class Looked:
    """What was asked for last."""

    cameras: tuple[int, ...]
    in_sight: tuple[int, ...]
    size: tuple[int, int]


class FakeOverview:
    """`looked` is None while nobody looks."""

    def __init__(self, bridge: EventBridge) -> None:
        self.looked: Looked | None = None
        self._bridge = bridge
        self._sights: dict[int, Sight] = {}

    # -- OverviewPort

    def look(self, cameras: Sequence[int], in_sight: int, width: int, height: int) -> None:
        self.looked = Looked(tuple(cameras), tuple(cameras[:in_sight]), (width, height))

    def look_away(self) -> None:
        self.looked = None

    def sight(self, camera_id: int) -> Sight:
        return self._sights.get(camera_id, Sight())

    # -- what a test does with it

    def take(
        self,
        camera_id: int,
        taken_s: float,
        colour: tuple[int, int, int] = (200, 30, 30),
        *,
        same_since_s: float | None = None,
        cause: Cause = Cause.NONE,
    ) -> None:
        """A picture of one colour has come."""
        red, green, blue = colour
        pixels = bytes((blue, green, red, 255)) * (160 * 90)
        since_s = taken_s if same_since_s is None else same_since_s
        glimpse = Glimpse(160, 90, pixels, taken_s, 1_795_000_000.0, since_s, Way.SNAPSHOT, "digest")
        failing_s = None if cause is Cause.NONE else taken_s
        self._put(camera_id, Sight(glimpse, cause, failing_s))

    def fail(self, camera_id: int, cause: Cause) -> None:
        """None has come, for this reason."""
        self._put(camera_id, Sight(None, cause, 0.0))

    def _put(self, camera_id: int, sight: Sight) -> None:
        self._sights[camera_id] = sight
        self._bridge.publish(GlimpsesTaken(frozenset({camera_id})))
