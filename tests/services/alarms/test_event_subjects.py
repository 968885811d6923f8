"""Which devices are listened to, and what makes two of them the same."""

from __future__ import annotations

from dataclasses import replace

from wall.model.device import ClockReading, Device
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.onvif.contract import Service
from wall.services.alarms.event_subjects import EventSubject, event_subjects

ADDRESS = "http://10.0.0.1/onvif/device_service"
EVENTS = ((Service.EVENTS.value, "http://10.0.0.1/onvif/events"),)
DEVICE = DeviceRecord(Device(ADDRESS, services=EVENTS), "city", device_id=1)
CAMERAS = tuple(CameraRecord(f"c{n}", device_id=1, source_token=f"v{n}", camera_id=n) for n in (11, 12))


def subjects(*devices: DeviceRecord, cameras: tuple[CameraRecord, ...] = CAMERAS) -> dict[int, EventSubject]:
    return event_subjects(Inventory((), devices, cameras))


def test_a_device_with_its_cameras() -> None:
    (subject,) = subjects(DEVICE).values()
    assert subject.target is not None and subject.target.events_url == EVENTS[0][1]
    assert subject.cameras == (("v11", 11), ("v12", 12)) and subject.place == "10.0.0.1:80"


def test_one_without_events_is_known_to_be_so_and_one_without_a_camera_is_left_out() -> None:
    deaf = replace(DEVICE, device=Device(ADDRESS))
    assert subjects(deaf)[1].target is None
    plain = CameraRecord("plain", camera_id=5)
    assert subjects(DEVICE, cameras=(plain,)) == {}


def test_what_is_learnt_of_its_clock_makes_no_other_of_it() -> None:
    later = replace(DEVICE, device=replace(DEVICE.device, clock=ClockReading(5.0, 1.0)), drift_s_per_day=2.0)
    moved = replace(DEVICE, device=replace(DEVICE.device, address="http://10.0.0.2/onvif/device_service"))
    assert subjects(later) == subjects(DEVICE) != subjects(moved)
    assert subjects(replace(DEVICE, credential="other")) != subjects(DEVICE)
