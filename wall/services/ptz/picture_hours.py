"""When dated pictures of duty views are taken by themselves: once a day at their hour, and when a dome came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import Occasion, is_due, may_follow_return

AGAIN_AFTER_S = 900.0
"""What failed (the camera is away, the disk is full) is tried again then."""


class PictureHours:
    """Remembers when what was taken last. All times are Unix seconds; `to_local` turns one into a local time."""

    def __init__(self, to_local: Callable[[float], datetime] = datetime.fromtimestamp) -> None:
        self._to_local = to_local
        self._last: dict[int, dict[Occasion, float]] = {}
        self._not_before: dict[int, float] = {}
        self._begun: dict[int, float] = {}
        """Those of a return that are under way, or came to be."""

    def know(self, last: Mapping[int, Mapping[Occasion, float]]) -> None:
        """What the disk says, as far as nothing newer is known."""
        for camera_id, taken in last.items():
            self._last[camera_id] = {**taken, **self._last.get(camera_id, {})}

    def forget(self, camera_id: int) -> None:
        """It belongs elsewhere now."""
        self._last.pop(camera_id, None)
        self._not_before.pop(camera_id, None)
        self._begun.pop(camera_id, None)

    def taken(self, camera_id: int, occasion: Occasion, at_s: float) -> None:
        """One is on the disk."""
        self._last.setdefault(camera_id, {})[occasion] = at_s
        self._not_before.pop(camera_id, None)

    def failed(self, camera_id: int, now_s: float) -> None:
        """One came to nothing."""
        self._not_before[camera_id] = now_s + AGAIN_AFTER_S
        self._begun.pop(camera_id, None)

    def begin_daily(self, view: DutyView, now_s: float) -> bool:
        """Is its picture of the day to be taken now? Once begun, it is not for a while."""
        if now_s < self._not_before.get(view.camera_id, 0.0):
            return False
        daily = self._last.get(view.camera_id, {}).get(Occasion.DAILY)
        if not is_due(view, self._to_local(now_s), None if daily is None else self._to_local(daily)):
            return False
        self._not_before[view.camera_id] = now_s + AGAIN_AFTER_S
        return True

    def begin_on_return(self, camera_id: int, now_s: float) -> bool:
        """Is one to be taken as it has come back now? Once begun, it counts as taken until it has failed."""
        known = (*self._last.get(camera_id, {}).values(), self._begun.get(camera_id))
        if not may_follow_return(now_s, max((each for each in known if each is not None), default=None)):
            return False
        self._begun[camera_id] = now_s
        return True
