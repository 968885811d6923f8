"""What operators do to the inventory, and what devices tell meanwhile: neither loses the other."""

from __future__ import annotations

from dataclasses import replace

from wall.model.device import Device
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord
from wall.model.stream import Transport
from wall.services.edits import counted, credentials_of, edited, numbered, rebased, with_camera, without

STREAM = StreamRecord("rtsp://10.0.0.1/main", "m")
CAMERA = CameraRecord("Cổng", 1, device_id=1, streams=(STREAM,), camera_id=11)
PLAIN = CameraRecord("Bãi xe", 2, streams=(StreamRecord("rtsp://10.0.0.2/"),), credential="bãi xe", camera_id=12)
RECORD = DeviceRecord(Device("http://10.0.0.1/"), "city", device_id=1)
BASE = Inventory((Site("Ngã Sáu", site_id=5),), (RECORD,), (CAMERA, PLAIN))


def named(inventory: Inventory, camera_id: int) -> CameraRecord:
    return next(camera for camera in inventory.cameras if camera.camera_id == camera_id)


def test_an_edit_keeps_what_the_device_told_since_but_takes_the_transport() -> None:
    newer = replace(CAMERA, streams=(STREAM, StreamRecord("rtsp://10.0.0.1/sub", "s")), has_ptz=True)
    wanted = replace(CAMERA, name="Cổng chính", streams=(replace(STREAM, transport=Transport.UDP),))
    after = named(edited(replace(BASE, cameras=(newer, PLAIN)), [wanted]), 11)
    assert (after.name, after.has_ptz, len(after.streams)) == ("Cổng chính", True, 2)
    assert [each.transport for each in after.streams] == [Transport.UDP, Transport.AUTO]


def test_an_edit_of_a_plain_stream_is_taken_whole_and_one_of_a_removed_camera_is_passed_over() -> None:
    moved = replace(PLAIN, streams=(StreamRecord("rtsp://10.0.0.3/"),))
    gone = replace(CAMERA, camera_id=99)
    after = edited(BASE, [moved, gone])
    assert named(after, 12) == moved and len(after.cameras) == 2


def test_an_import_made_for_a_former_inventory_changes_only_what_it_meant() -> None:
    new_site, new = Site("Chợ", site_id=-1), CameraRecord("Mới", site_id=-1)
    wanted = Inventory((*BASE.sites, new_site), (RECORD,), (replace(CAMERA, name="Cổng 1"), PLAIN, new))
    now = Inventory(
        BASE.sites,
        (replace(RECORD, seen_s=5.0),),
        (replace(CAMERA, notes="sơn lại"), CameraRecord("Thêm", 9, camera_id=13)),
    )
    after = rebased(BASE, wanted, now)
    assert named(after, 11) == replace(CAMERA, name="Cổng 1", notes="sơn lại")
    assert [camera.camera_id for camera in after.cameras] == [11, 13, 0], "12 was removed meanwhile, 13 added"
    assert after.devices[0].seen_s == 5.0 and after.sites[-1] == new_site
    assert rebased(BASE, wanted, BASE) is wanted


def test_with_the_last_camera_of_a_device_the_device_goes() -> None:
    two = replace(BASE, cameras=(CAMERA, replace(CAMERA, camera_id=14, source_token="b"), PLAIN))
    assert without(two, {11}).devices == (RECORD,)
    assert without(two, {11, 14}) == replace(BASE, devices=(), cameras=(PLAIN,))


def test_new_cameras_get_free_numbers_and_one_whose_number_was_taken_away_gets_none() -> None:
    cameras = (replace(CAMERA, number=None), PLAIN, CameraRecord("a", camera_id=-1), CameraRecord("b", camera_id=-2))
    assert [camera.number for camera in numbered(cameras)] == [None, 2, 1, 3]


def test_the_rest() -> None:
    assert with_camera(BASE, CameraRecord("x")).cameras[-1].number == 3
    assert credentials_of(BASE) == {"city", "bãi xe"}
    assert counted(1, "changed") == "1 camera changed" and counted(3, "removed") == "3 cameras removed"
