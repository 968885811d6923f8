"""What responses are done with, as far as a test can see it."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from wall.model.alarms.alarm import Alarm
from wall.model.bookmark import Bookmark
from wall.model.camera import Camera, CameraStream
from wall.model.device import Preset
from wall.model.errors import BusyError
from wall.model.recording import Recording
from wall.model.stream import Source
from wall.services.alarms.responses import Hands


def camera_of(camera_id: int) -> Camera:
    streams = (CameraStream(Source(f"rtsp://{camera_id}/main")), CameraStream(Source(f"rtsp://{camera_id}/sub")))
    return Camera(camera_id, f"Camera {camera_id}", streams, "Ngã Sáu", camera_id)


def _small_of(camera: Camera) -> Source:
    return camera.streams[1].source


def done(value: object = None, error: Exception | None = None) -> Future[object]:
    future: Future[object] = Future()
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(value)
    return future


@dataclass
class Seen:
    """What was asked for, in its order."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    under_way: Mapping[int, Recording] = field(default_factory=dict)
    is_held: bool = False
    before_s: list[float | None] = field(default_factory=list)
    """How long before each recording was to begin."""

    def start(
        self, camera: Camera, shown: Source, clock_offset_s: float | None = None, before_s: float | None = None
    ) -> None:
        self.asked.append(("record", camera.camera_id, shown.url))
        self.before_s.append(before_s)

    def stop(self, camera_id: int) -> None:
        self.asked.append(("stop", camera_id))

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        return done((Preset("1", "Cổng"), Preset("2", "Ngã tư")))  # type: ignore[return-value]

    def send(self, camera_id: int, token: str) -> Future[None]:
        self.asked.append(("send", camera_id, token))
        return done(error=BusyError("held by Bình") if self.is_held else None)  # type: ignore[return-value]

    def add_bookmark(self, bookmark: Bookmark, jpeg: bytes) -> Future[int]:
        self.asked.append(("bookmark", bookmark.camera_id, bookmark.note))
        return done(7)  # type: ignore[return-value]

    @property
    def hands(self) -> Hands:
        return Hands(self, self, self.add_bookmark, camera_of, _small_of, self.tell, self.escalate)

    def tell(self, alarm: Alarm) -> None:
        self.asked.append(("tell", alarm.alarm_id))

    def escalate(self, alarm: Alarm) -> None:
        self.asked.append(("escalate", alarm.alarm_id, alarm.level))


def idle_hands() -> Hands:
    """For tests in which nothing is done."""
    return Seen().hands
