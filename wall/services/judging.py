"""Judges a whole city a few cameras at a time: ten thousand in one go hold the interpreter for 30 ms, and with it the
thread that paints.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from wall.model.health import Health
from wall.model.inventory import CameraRecord

Judge = Callable[[CameraRecord], Health]


class Round:
    """One look at every camera. The cameras of one group are judged in one go, so that what is concluded from them
    together (an outage of a site) never rests on a half of them from before and a half from after.

    `health` is complete, and `changed` all that differs from `told`, once `parts` has ended.
    """

    def __init__(self, groups: Iterable[Sequence[CameraRecord]], told: Mapping[int, Health], judge: Judge) -> None:
        self._groups = groups
        self._told = told
        self._judge = judge
        self.health: dict[int, Health] = {}
        self.changed: dict[int, Health] = {}

    def parts(self, at_least: int) -> Iterator[None]:
        """Judge everyone; let others have their turn after each so many, and the rest of the last one's group."""
        enough = at_least
        for group in self._groups:
            if len(self.health) >= enough:
                enough = len(self.health) + at_least
                yield
            for camera in group:
                self._take(camera.camera_id, self._judge(camera))

    def whole(self) -> None:
        """Judge everyone in one go."""
        for _ in self.parts(sys.maxsize):
            pass

    def _take(self, camera_id: int, health: Health) -> None:
        self.health[camera_id] = health
        before = self._told.get(camera_id)
        if before is not health and before != health:
            self.changed[camera_id] = health


def groups_of(cameras: Iterable[CameraRecord]) -> list[list[CameraRecord]]:
    """The cameras of a site together; of those that have none, the cameras of a device."""
    groups: dict[tuple[str, int], list[CameraRecord]] = {}
    for camera in cameras:
        if camera.site_id is not None:
            key = "site", camera.site_id
        elif camera.device_id is not None:
            key = "device", camera.device_id
        else:
            key = "camera", camera.camera_id
        groups.setdefault(key, []).append(camera)
    return list(groups.values())
