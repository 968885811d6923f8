"""One device as ONVIF sees it: who it is, its clock, and everything that changes while it runs."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from wall.simulator.city import Camera, Device
from wall.simulator.domes.built import built_dome
from wall.simulator.domes.dome import Dome, Quirks
from wall.simulator.faults import Fault
from wall.simulator.onvif.habits.habits import CAREFUL, Habits
from wall.simulator.onvif.happenings import Happenings
from wall.simulator.onvif.imaging import ImagingSettings, default_imaging
from wall.simulator.onvif.motion import Motion, MotionTimes
from wall.simulator.onvif.profile import Profile, plain_profiles
from wall.simulator.onvif.pull_points import Notification, PullPoints
from wall.simulator.onvif.topics import CELL_MOTION, MOTION_ALARM
from wall.simulator.parts import Parts


@dataclass(frozen=True, slots=True)
class Where:
    """How the caller reached the device: its addresses must be such that the same caller can use them."""

    host: str
    port: int
    scheme: str = "http"

    def url(self, path: str) -> str:
        """An address of the same listener."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}/{path}"


class Unit:
    """The state of one device. Event-loop thread only.

    `profiles` are those of the device by token, `listed` those that a service, by its prefix, tells of.
    """

    def __init__(
        self, parts: Parts, device: Device, times: MotionTimes | None = None, habits: Habits = CAREFUL
    ) -> None:
        self.parts = parts
        self.device = device
        self.habits = habits
        self._ahead_s = habits.clock.ahead_s(device.number, parts.wall_clock())
        self.cameras: tuple[Camera, ...] = parts.city.cameras_of(device)
        self.listed = _listed(self.cameras, habits)
        self.profiles = {each.token: each for told in reversed(self.listed.values()) for each in reversed(told)}
        self.domes = {c.channel: _dome(parts, c) for c in self.cameras if c.ptz}
        self.imaging: dict[int, ImagingSettings] = {c.channel: default_imaging() for c in self.cameras}
        self.pull_points = PullPoints(parts.monotonic)
        self.motion = Motion(
            [camera.channel for camera in self.cameras],
            self._say_motion,
            lambda: len(self.pull_points) > 0,
            random.Random(device.serial),
            times or MotionTimes(),
        )
        self.drop: Callable[[], None] = lambda: None
        """Resets every connection."""
        self.halves_answer = False
        """Is the answer that is being made to break off?"""
        self.happenings = Happenings(habits, self.pull_points.put, self.motion.set, self.now_s)

    def now_s(self) -> float:
        """The device's own clock, seconds since 1970, UTC; wrong where a habit or the fault says so."""
        skew = self.parts.faults.any_on(Fault.CLOCK_SKEW, self.device.channels)
        return self.parts.wall_clock() + self._ahead_s + (float(skew) if skew is not None else 0.0)

    def has(self, fault: Fault) -> bool:
        """Whether one of the device's channels has that fault."""
        return self.parts.faults.any_on(fault, self.device.channels) is not None

    def quirks_of(self, channel: int) -> Quirks:
        """In what a channel's dome does not as it is told: by its make, and by the faults that are on."""
        on = self.parts.faults.of(self.cameras[channel - 1].number)
        return self.habits.ptz.quirks(on)

    def motion_of(self, channel: int, operation: str) -> tuple[Notification, ...]:
        """The state of motion before a channel, under each topic that tells it."""
        moves = "true" if self.motion.sees(channel) else "false"
        rule = (
            ("VideoSourceConfigurationToken", f"VideoSourceConfig_{channel}"),
            ("VideoAnalyticsConfigurationToken", f"VideoAnalytics_{channel}"),
            ("Rule", "MotionRule"),
        )
        source = (("Source", self.habits.tokens.source_of(channel)),)
        now_s = self.now_s()
        return (
            Notification(MOTION_ALARM, operation, now_s, source, (("State", moves),)),
            Notification(CELL_MOTION, operation, now_s, rule, (("IsMotion", moves),)),
        )

    def lose_power(self) -> None:
        """Forget what no camera keeps over a power cut."""
        self.motion.stop()
        self.happenings.forget()
        self.pull_points.end_all()

    def _say_motion(self, channel: int, moves: bool) -> None:
        for notification in self.motion_of(channel, "Changed"):
            self.pull_points.put(notification)


def _listed(cameras: tuple[Camera, ...], habits: Habits) -> dict[str, tuple[Profile, ...]]:
    """What Media and Media2, by their prefixes, list of the plain profiles and the make's own."""
    media, profiles = habits.media, plain_profiles(cameras, habits.tokens)
    profiles += [each for extra in media.extras for each in extra(tuple(profiles))]
    return {
        "trt": tuple(profile for profile in profiles if media.in_media(profile)),
        "tr2": tuple(profile for profile in profiles if media.in_media2(profile)),
    }


def _dome(parts: Parts, camera: Camera) -> Dome:
    return parts.domes.setdefault(camera.number, built_dome(camera.number))
