"""Which alarms want to stand on one screen, the most urgent first. Pure; thousands cost what changes among them."""

from __future__ import annotations

from bisect import bisect_left, insort

from wall.model.alarms.alarm import Alarm, urgency

_Key = tuple[tuple[int, bool, float], int]


class PopUpQueue:
    """Each alarm with the camera that is to be shown of it; 0: there is none, and it is shown in words."""

    def __init__(self) -> None:
        self._order: list[_Key] = []
        self._keys: dict[int, _Key] = {}
        self._alarms: dict[int, tuple[Alarm, int]] = {}

    def __bool__(self) -> bool:
        return bool(self._keys)

    def put(self, alarm: Alarm, camera_id: int) -> bool:
        """It wants to be shown; whether that is news."""
        key = (urgency(alarm), alarm.alarm_id)
        is_news = self._keys.get(alarm.alarm_id) != key
        if is_news:
            self.drop(alarm.alarm_id)
            self._keys[alarm.alarm_id] = key
            insort(self._order, key)
        self._alarms[alarm.alarm_id] = alarm, camera_id
        return is_news

    def drop(self, alarm_id: int) -> bool:
        """It does not any more; whether it did."""
        key = self._keys.pop(alarm_id, None)
        if key is None:
            return False
        del self._order[bisect_left(self._order, key)]
        del self._alarms[alarm_id]
        return True

    def first(self, most: int) -> dict[int, tuple[Alarm, int]]:
        """By id, in their order, with their cameras: so many, and of each camera only the most urgent one."""
        chosen: dict[int, tuple[Alarm, int]] = {}
        cameras: set[int] = set()
        for _, alarm_id in self._order:
            alarm, camera_id = self._alarms[alarm_id]
            if not camera_id or camera_id not in cameras:
                cameras.add(camera_id)
                chosen[alarm_id] = alarm, camera_id
            if len(chosen) == most:
                break
        return chosen
