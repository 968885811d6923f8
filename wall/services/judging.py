"""Judges a whole city a few cameras at a time: ten thousand in one go hold the interpreter for 30 ms, and with it the
thread that paints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from wall.model.health import Health
from wall.model.inventory import CameraRecord

Judge = Callable[[CameraRecord], Health]


class Round:
    """One look at every camera. The cameras of one group are judged in one go, so that what is concluded from them
    together (an outage of a site) never rests on a half of them from before and a half from after.

    `health` is complete, and `changed` all that differs from `told`, once `go_on` has said so.
    """

    def __init__(self, groups: Iterable[Sequence[CameraRecord]], told: Mapping[int, Health], judge: Judge) -> None:
        self._groups = iter(groups)
        self._told = told
        self._judge = judge
        self.health: dict[int, Health] = {}
        self.changed: dict[int, Health] = {}

    def go_on(self, at_least: int | None = None) -> bool:
        """Judge so many more, and the rest of the last one's group; None: all. Is everyone judged?"""
        enough = len(self.health) + at_least if at_least is not None else None
        for group in self._groups:
            for camera in group:
                self._take(camera.camera_id, self._judge(camera))
            if enough is not None and len(self.health) >= enough:
                return False
        return True

    def _take(self, camera_id: int, health: Health) -> None:
        self.health[camera_id] = health
        if self._told.get(camera_id) != health:
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
