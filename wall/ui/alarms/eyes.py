"""Which cameras show an alarm."""

from __future__ import annotations

from collections.abc import Sequence

from wall.model.alarms.alarm import Alarm
from wall.ui.room_port import CamerasPort


def eyes_on(alarm: Alarm, cameras: CamerasPort) -> Sequence[int]:
    """Those that saw it, in their order; of one that no camera saw, those of its site, the most important first."""
    if alarm.cameras:  # In a storm thousands are asked about, and hardly one is of no camera.
        return alarm.cameras
    return (alarm.camera_id,) if alarm.camera_id else at_its_site(alarm, cameras)


def at_its_site(alarm: Alarm, cameras: CamerasPort) -> Sequence[int]:
    """All that can be shown there, the most important first."""
    weights = cameras.priorities()
    return sorted(cameras.of_site(alarm.site_id), key=lambda each: -weights.get(each, 0))
