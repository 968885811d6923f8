"""Cameras by what others call them."""

from __future__ import annotations

import pytest

from wall.model.alarms.camera_names import CameraNames
from wall.model.device import Device
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory

CITY = Inventory(
    devices=(
        DeviceRecord(
            Device("http://10.0.0.7:8080/onvif", endpoint="urn:uuid:4f1a-22", serial="ACCC8E", name="Kho"), device_id=1
        ),
        DeviceRecord(Device("http://10.0.0.8/onvif", serial="S1"), device_id=2),
        DeviceRecord(Device("http://10.0.0.9/onvif", serial="S1"), device_id=3),
    ),
    cameras=(
        CameraRecord("Cổng trường", 12, device_id=1, source_token="a", camera_id=1),
        CameraRecord("Sân sau", 13, "Sân", device_id=1, source_token="b", camera_id=2),
        CameraRecord("Ngã tư", 14, device_id=2, tags=("alias:nt4", "gate"), camera_id=3),
        CameraRecord("Ngã tư", 15, device_id=3, camera_id=4),
    ),
)


@pytest.mark.parametrize(
    ("name", "camera_id"),
    [
        *(("cong_truong", 1), ("CONG-TRUONG", 1), ("Sân", 2), ("san_sau", 2), ("NT4", 3), ("gate", 0)),
        *(("Ngã tư", 0), ("", 0), ("…", 0), ("accc8e", 1), ("4f1a-22", 1), ("10.0.0.7", 1), ("kho", 1)),
        *(("S1", 0), ("10.0.0.9", 4), ("12", 0)),
    ],
)
def test_a_name_finds_one_camera_or_none(name: str, camera_id: int) -> None:
    assert CameraNames(CITY).find([name]) == camera_id


def test_the_first_name_that_is_known_counts_and_the_eye_says_which() -> None:
    names = CameraNames(CITY)
    assert names.find(["nobody", "ACCC8E"], eye="b") == 2
    assert names.find(["ACCC8E"], eye="no such eye") == 1
    assert names.find(["Sân"], number=15) == 4
    assert names.find(["Sân"], number=99) == 0
