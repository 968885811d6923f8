"""When each camera's small picture is taken next: evenly spread, those in sight first, never two at once of one device.
Pure.

Every camera has its turn every 7 s, more or less: a keyframe comes up to 2 s later in one round than in another, and no
picture shall be older than 10 s. Where there are more cameras than can be asked in that time, those in sight come
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

_CATCH_UP_S = 0.1


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. `most` is how many may be under way at once."""

    every_s: float = 7.5
    jitter_s: float = 1.0
    """Up to so much sooner: cameras that began together shall not stay together."""
    apart_s: float = 0.01
    """Between two cameras."""
    device_apart_s: float = 0.1
    """Between two pictures of one device: a recorder has other things to do."""
    again_s: tuple[float, ...] = (10.0, 20.0, 40.0, 80.0)
    """After so many failures in a row; then as the last."""
    later_s: float = 2.0
    """Where it was not the camera's fault."""
    most: int = 64


class GlimpsePlan:
    """One thread. `now_s` is monotonic."""

    def __init__(self, pace: Pace, random: Random) -> None:
        self._pace = pace
        self._random = random
        self._devices: Mapping[int, str] = {}
        self._due_s: dict[int, float] = {}
        self._failures: dict[int, int] = {}
        self._in_sight: frozenset[int] = frozenset()
        self._wanted: dict[int, None] = {}
        self._under_way: dict[int, str] = {}
        self._free_s: dict[str, float] = {}
        self._next_s = 0.0

    def follow(self, devices: Mapping[int, str]) -> None:
        """The cameras that there are, each with what its device goes by."""
        self._devices = devices
        self._due_s = {camera: due_s for camera, due_s in self._due_s.items() if camera in devices}
        self._failures = {camera: count for camera, count in self._failures.items() if camera in devices}

    def want(self, cameras: Sequence[int], in_sight: int) -> None:
        """Take pictures of these, in this order as far as they wait equally long; so many of them are in sight."""
        self._wanted = dict.fromkeys(cameras)
        self._in_sight = frozenset(cameras[:in_sight])

    def due(self, now_s: float) -> list[int]:
        """Who may be asked now, the most urgent first. Whoever is asked is told by `begun`."""
        places = min(self._pace.most - len(self._under_way), self._due_by_rate(now_s))
        if places <= 0:
            return []
        busy = set(self._under_way.values())
        waiting = sorted(
            (camera for camera in self._wanted if self._is_ready(camera, now_s) and self._devices[camera] not in busy),
            key=lambda camera: (camera not in self._in_sight, self._due_s.get(camera, 0.0)),
        )
        taken: dict[str, int] = {}
        for camera in waiting:
            taken.setdefault(self._devices[camera], camera)
            if len(taken) == places:
                break
        return list(taken.values())

    def begun(self, camera: int, now_s: float) -> None:
        """It is being asked."""
        self._under_way[camera] = self._devices[camera]
        self._due_s[camera] = now_s + self._pace.every_s - self._random.uniform(0, self._pace.jitter_s)
        self._next_s = max(self._next_s, now_s - _CATCH_UP_S) + self._pace.apart_s

    def ended(self, camera: int, now_s: float, *, went_well: bool) -> None:
        """It has answered, or has not. Who fails is asked ever more rarely."""
        self._leave(camera, now_s)
        failures = 0 if went_well else self._failures.get(camera, 0) + 1
        self._failures[camera] = failures
        if failures:
            self._due_s[camera] = now_s + self._pace.again_s[min(failures, len(self._pace.again_s)) - 1]

    def put_off(self, camera: int, now_s: float) -> None:
        """Nothing has become of it, and that is not its fault: again in a moment."""
        self._leave(camera, now_s)
        self._due_s[camera] = now_s + self._pace.later_s

    def hurry(self, cameras: Iterable[int]) -> None:
        """Something has changed with these: ask them as soon as possible, whatever has been."""
        for camera in cameras:
            if camera not in self._under_way:
                self._due_s.pop(camera, None)
                self._failures.pop(camera, None)

    def _leave(self, camera: int, now_s: float) -> None:
        self._free_s[self._under_way.pop(camera)] = now_s + self._pace.device_apart_s

    def _is_ready(self, camera: int, now_s: float) -> bool:
        device = self._devices.get(camera)
        return device is not None and self._due_s.get(camera, 0.0) <= now_s and self._free_s.get(device, 0.0) <= now_s

    def _due_by_rate(self, now_s: float) -> int:
        """How many the pace lets begin. What was not used for long is not made up for by a flood."""
        since_s = now_s - max(self._next_s, now_s - _CATCH_UP_S)
        return int(since_s / self._pace.apart_s) + 1 if since_s >= 0 else 0
