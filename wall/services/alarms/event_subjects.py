"""The devices of the inventory as their events are subscribed to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.onvif.events.talk import EventTarget, event_target
from wall.services.identity import where


@dataclass(frozen=True, slots=True)
class EventSubject:
    """One device. Two that are equal are subscribed to in the same way. `target` is None where it has no events."""

    device_id: int
    target: EventTarget | None
    credential: str
    """The name of its login."""
    cameras: tuple[tuple[str, int], ...]
    """The tokens of its video sources with the ids of their cameras, at least one."""

    @property
    def place(self) -> str:
        """What it goes by at the login guard."""
        return where(self.target.device_url) if self.target is not None else ""


def event_subjects(inventory: Inventory) -> dict[int, EventSubject]:
    """By device id; devices without a camera have nothing to say to us."""
    cameras: dict[int, list[CameraRecord]] = {}
    for camera in inventory.cameras:
        if camera.device_id is not None:
            cameras.setdefault(camera.device_id, []).append(camera)
    devices = (each for each in inventory.devices if each.device_id in cameras)
    return {each.device_id: _subject(each, cameras[each.device_id]) for each in devices}


def _subject(record: DeviceRecord, cameras: list[CameraRecord]) -> EventSubject:
    target = event_target(record.device)
    if target is not None:
        target = replace(target, clock=None)  # It is asked for; what is kept of it changes all the time.
    tokens = tuple((camera.source_token, camera.camera_id) for camera in cameras)
    return EventSubject(record.device_id, target, record.credential, tokens)
