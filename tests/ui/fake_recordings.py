"""Recordings without cameras and files: what was asked is remembered, what is to be told a test says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from wall.model.camera import Camera
from wall.model.errors import StoreError
from wall.model.events import RecordingChanged, RecordingsChanged
from wall.model.fold import fold
from wall.model.recording import End, Hitch, Part, Recording, RecordingPage
from wall.model.stream import Codec, Source
from wall.model.tile import Cause
from wall.ui.signals import EventBridge

T = TypeVar("T")
NOW_S = 1_790_000_000.0
PAGE = 200


class FakeKept:
    """Fulfils `KeptRecordings`. `disk_says` is what copying fails with."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.all: list[Recording] = []
        """The newest first."""
        self.pictures: dict[int, bytes] = {}
        self.gone_paths: frozenset[str] = frozenset()
        self.copied: list[tuple[list[int], Path]] = []
        self.disk_says: StoreError | None = None
        self._removed: list[Recording] = []

    def find(
        self, text: str, camera_id: int | None = None, older_than: Recording | None = None
    ) -> Future[RecordingPage]:
        words = fold(text).split()
        found = [each for each in self.all if all(f" {word}" in f" {fold(_told(each))}" for word in words)]
        found = [each for each in found if camera_id in (None, each.camera_id)]
        if older_than is not None:
            found = [each for each in found if each.started_s < older_than.started_s]
        return _done(RecordingPage(tuple(found[:PAGE]), has_more=len(found) > PAGE))

    def gone(self, recordings: Sequence[Recording]) -> Future[frozenset[str]]:
        paths = {part.path for each in recordings for part in each.parts}
        return _done(self.gone_paths & paths)

    def picture(self, recording_id: int) -> Future[bytes]:
        return _done(self.pictures.get(recording_id, b""))

    def remove(self, recording_ids: Collection[int]) -> Future[None]:
        self._removed = [each for each in self.all if each.recording_id in recording_ids]
        self.all = [each for each in self.all if each.recording_id not in recording_ids]
        self.bridge.publish(RecordingsChanged())
        return _done(None)

    def restore(self) -> Future[int]:
        self.all = sorted([*self.all, *self._removed], key=lambda each: -each.started_s)
        many, self._removed = len(self._removed), []
        self.bridge.publish(RecordingsChanged())
        return _done(many)

    def copy(self, recordings: Sequence[Recording], folder: Path) -> Future[int]:
        if self.disk_says is not None:
            failed: Future[int] = Future()
            failed.set_exception(self.disk_says)
            return failed
        self.copied.append(([each.recording_id for each in recordings], folder))
        return _done(sum(len(each.parts) for each in recordings))


class FakeRecordings:
    """Fulfils `RecordingsPort`."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.kept = FakeKept(bridge)
        self.folder = Path("/films")
        self.under_way: dict[int, Recording] = {}
        self.asked: list[tuple[object, ...]] = []

    def start(self, camera: Camera, shown: Source, clock_offset_s: float | None = None) -> None:
        self.asked.append(("start", camera.camera_id, shown.url, clock_offset_s))
        begun = Recording(camera.camera_id, camera.number, camera.name, NOW_S, camera.site, "lan")
        self.under_way = {**self.under_way, camera.camera_id: begun}
        self.bridge.publish(RecordingChanged(begun))

    def stop(self, camera_id: int) -> None:
        self.asked.append(("stop", camera_id))

    def tell(self, camera_id: int, *, hitch: Hitch = Hitch.NONE, end: End | None = None, seconds: float = 42.0) -> None:
        """How far it has come."""
        part = Part(f"/films/{camera_id}.mp4", NOW_S - 10, seconds, 3_000_000, Codec.H264, 640, 360)
        parts = () if end is End.NO_PICTURES else (part,)
        now = replace(self.under_way[camera_id], parts=parts, end=end, ended_s=NOW_S + 60 if end else None)
        self.under_way = {**self.under_way, camera_id: now}
        if end is not None:
            del self.under_way[camera_id]
        self.bridge.publish(RecordingChanged(now, hitch))


def full() -> StoreError:
    return StoreError("/media/stick was not written: make room and try again", cause=Cause.DISK_FULL)


def _told(recording: Recording) -> str:
    return f"{recording.number} {recording.name} {recording.site} {recording.operator}"


def _done(result: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(result)
    return future
