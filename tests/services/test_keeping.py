"""Surveyed devices become sites and cameras, are known again, and never overwrite what an operator wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.device import Channel, ClockReading, Device, Login, Problem, Step, StreamProfile, Trouble
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Position, Site
from wall.model.stream import Codec, Transport
from wall.services.identity import Identities, key_of, where
from wall.services.keeping import Surveyed, kept, renewed
from wall.services.places import Place, place_of, spelled

LOCATION = "country/vietnam, city/bac-ninh, ward/vo-cuong, site/Ngã Sáu"


def stream(token: str, url: str = "rtsp://10.0.0.1/1") -> StreamProfile:
    return StreamProfile(token, token, "H264", Codec.H264, 1280, 720, 25.0, 2048, url, "http://10.0.0.1/snap")


def box(number: int, count: int = 1, **told: object) -> Device:
    device = Device(
        f"http://10.0.0.{number}/onvif/device_service",
        f"urn:uuid:{number}",
        f"Ngã Sáu – {number}",
        LOCATION,
        "AXIS",
        "P1",
        "1.0",
        f"S{number}",
        clock=ClockReading(0.5, 1e9),
        login=Login.PROVEN,
        channels=tuple(Channel(f"v{n}", f"v{n}", (stream(f"m{n}"), stream(f"s{n}"))) for n in range(count)),
    )
    return replace(device, **told)  # type: ignore[arg-type]


def saved(inventory: Inventory) -> Inventory:
    """Give new records the ids that a store would give."""
    ids: dict[int, int] = {}

    def real(given: int | None) -> int | None:
        return None if given is None else ids.setdefault(given, 1000 + len(ids)) if given < 0 else given

    return Inventory(
        tuple(replace(site, site_id=real(site.site_id) or 0) for site in inventory.sites),
        tuple(replace(each, device_id=real(each.device_id) or 0) for each in inventory.devices),
        tuple(
            replace(
                each, camera_id=real(each.camera_id) or 0, site_id=real(each.site_id), device_id=real(each.device_id)
            )
            for each in inventory.cameras
        ),
    )


def keep(inventory: Inventory, *devices: Device, credential: str = "city") -> Inventory:
    return saved(kept(inventory, [Surveyed(device, credential, 1e9) for device in devices]))


def test_devices_of_one_place_become_one_site_with_numbered_cameras() -> None:
    inventory = keep(Inventory(), box(2), box(10), box(1), box(3, location="site/Chợ Nhớn, ward/kinh-bac"))
    assert [(site.name, site.ward) for site in inventory.sites] == [("Chợ Nhớn", "Kinh Bac"), ("Ngã Sáu", "Vo Cuong")]
    names = [(camera.number, camera.name) for camera in inventory.cameras]
    assert names == [(1, "Ngã Sáu – 3"), (2, "Ngã Sáu – 1"), (3, "Ngã Sáu – 2"), (4, "Ngã Sáu – 10")]
    camera = inventory.cameras[1]
    assert [each.token for each in camera.streams] == ["m0", "s0"]
    assert camera.streams[0].codec is Codec.H264 and camera.snapshot_url == "http://10.0.0.1/snap"
    assert {record.credential for record in inventory.devices} == {"city"}


def test_a_recorder_of_sixteen_channels_is_sixteen_cameras_of_one_device() -> None:
    inventory = keep(Inventory(), box(1, 16))
    assert len(inventory.devices) == 1 and len(inventory.cameras) == 16
    assert [camera.name for camera in inventory.cameras[:2]] == ["Ngã Sáu – 1 1", "Ngã Sáu – 1 2"]
    assert len({camera.number for camera in inventory.cameras}) == 16


def test_channels_that_have_names_keep_them_unless_all_are_called_the_same() -> None:
    named = box(1, channels=(Channel("a", "Cổng Đông"), Channel("b", "Cổng Tây")))
    same = box(2, channels=(Channel("a", "Sân"), Channel("b", "Sân")))
    factory = box(3, channels=(Channel("a", "VideoSourceConfig_1"), Channel("b", "Channel 2")))
    names = [camera.name for camera in keep(Inventory(), named, same, factory).cameras]
    assert names == ["Cổng Đông", "Cổng Tây", "Ngã Sáu – 2 1", "Ngã Sáu – 2 2", "Ngã Sáu – 3 1", "Ngã Sáu – 3 2"]


def test_surveyed_again_what_an_operator_wrote_stays_and_what_the_device_tells_is_renewed() -> None:
    inventory = keep(Inventory(), box(1))
    (camera,) = inventory.cameras
    edited = replace(
        camera,
        name="Cổng chợ",
        nickname="Mắt 1",
        number=77,
        site_id=None,
        tags=("chợ",),
        position=Position(21.0, 106.0),
        notes="sơn lại",
        priority=2,
        streams=tuple(replace(each, transport=Transport.UDP) for each in camera.streams),
    )
    again = box(1, firmware="2.0", name="IPCAM", channels=(Channel("v0", "x", (stream("m0", "rtsp://10.0.0.1/new"),)),))
    after = keep(replace(inventory, cameras=(edited,)), again)
    (now,) = after.cameras
    assert now.streams[0].url == "rtsp://10.0.0.1/new" and now.streams[0].transport is Transport.UDP
    assert replace(now, streams=edited.streams) == edited
    assert after.devices[0].device.firmware == "2.0" and len(after.sites) == 1


def test_a_survey_that_failed_takes_nothing_away() -> None:
    inventory = keep(Inventory(), box(1, 4))
    problem = Problem(Step.CLOCK, Trouble.TIMEOUT)
    failed = Device(box(1).address, "urn:uuid:1", problems=(problem,))
    record, cameras = renewed(inventory.devices[0], inventory.cameras, Surveyed(failed, "city", 2e9))
    assert cameras == []
    assert record.device.channels == inventory.devices[0].device.channels and record.device.serial == "S1"
    assert record.device.problems == (problem,) and record.seen_s == 1e9


def test_a_channel_that_vanished_stays_and_a_new_one_is_added_at_the_same_site() -> None:
    inventory = keep(Inventory(), box(1, 2))
    other = (Channel("v1", "v1", (stream("m1"),)), Channel("v9", "v9", (stream("m9"),)))
    after = keep(inventory, box(1, channels=other, location="site/Elsewhere"))
    assert [camera.source_token for camera in after.cameras] == ["v0", "v1", "v9"]
    assert len({camera.site_id for camera in after.cameras}) == 1
    assert [camera.number for camera in after.cameras] == [1, 2, 3]


def test_a_refused_login_does_not_replace_one_that_worked() -> None:
    inventory = keep(Inventory(), box(1))
    refused = keep(inventory, box(1, login=Login.REFUSED, channels=()), credential="wrong")
    assert refused.devices[0].credential == "city"
    assert keep(inventory, box(1), credential="new").devices[0].credential == "new"


@pytest.mark.parametrize(
    "again",
    [
        box(1, address="http://10.9.9.9/onvif/device_service"),
        box(1, address="http://10.9.9.9/", endpoint="urn:uuid:other"),
        box(1, address="http://10.0.0.1:80/", endpoint="", serial="", manufacturer=""),
    ],
    ids=["endpoint", "serial and maker", "address"],
)
def test_one_device_is_one_row(again: Device) -> None:
    after = keep(keep(Inventory(), box(1)), again)
    assert len(after.devices) == len(after.cameras) == 1
    assert after.devices[0].device.address == again.address


@pytest.mark.parametrize(
    "other",
    [
        box(2, endpoint="urn:uuid:1"),
        box(2, address=box(1).address),
        box(2, address=box(1).address, serial="", endpoint="urn:uuid:2"),
        box(2, serial="S1", manufacturer="Other"),
    ],
    ids=["cloned endpoint", "address given to another", "another endpoint there", "serial of another maker"],
)
def test_two_that_contradict_each_other_are_two(other: Device) -> None:
    assert len(keep(keep(Inventory(), box(1)), other).devices) == 2


def test_twice_in_one_survey_it_is_one() -> None:
    assert len(keep(Inventory(), box(1), box(1, address="http://192.168.0.9/")).devices) == 1


def test_a_known_site_is_used_as_it_is_written() -> None:
    site = Site("NGÃ SÁU", "Võ Cường", site_id=5)
    elsewhere = Site("Ngã Sáu", "Kinh Bắc", site_id=6)
    inventory = keep(Inventory((site, elsewhere)), box(1))
    assert inventory.sites == (site, elsewhere) and inventory.cameras[0].site_id == 5


@pytest.mark.parametrize(
    ("location", "name", "place"),
    [
        (LOCATION, "x", Place("Ngã Sáu", "vo-cuong")),
        ("Ngã Sáu", "x", Place("Ngã Sáu")),
        ("site/Lý Thái Tổ / Trần Hưng Đạo", "x", Place("Lý Thái Tổ / Trần Hưng Đạo")),
        ("Lý Thái Tổ / Trần Hưng Đạo", "x", Place("Lý Thái Tổ / Trần Hưng Đạo")),
        ("country/china", "Ngã Sáu – cổng", Place("Ngã Sáu")),
        ("country/china, city/hangzhou", "IPCAM", Place()),
        ("China", "Đại lộ - hướng Bắc - 2", Place("Đại lộ")),
        ("", "AXIS P3818-PVE", Place()),
    ],
)
def test_where_a_device_says_it_stands(location: str, name: str, place: Place) -> None:
    assert place_of(location, name) == place


def test_wards_are_spelled_as_the_inventory_does() -> None:
    assert spelled("vo-cuong", [Site("x", "Võ Cường")]) == "Võ Cường"
    assert spelled("dai-phuc", []) == "Dai Phuc"
    assert spelled("Đại Phúc", []) == "Đại Phúc"


def test_addresses_are_compared_by_host_and_port() -> None:
    assert where("http://10.0.0.1/a") == where("HTTP://10.0.0.1:80/b")
    assert where("https://10.0.0.1/") != where("http://10.0.0.1/")
    assert where("http://[::1") == "http://[::1"
    assert key_of(box(1)) == "urn:uuid:1" and key_of(box(1, endpoint="")) == box(1).address


FLAG = st.booleans()


@given(st.dictionaries(st.integers(1, 6), st.tuples(FLAG, FLAG, st.integers(0, 3)), max_size=6))
def test_kept_twice_nothing_changes(told: dict[int, tuple[bool, bool, int]]) -> None:
    devices = [
        replace(
            box(number, count), endpoint=f"urn:uuid:{number}" if has_endpoint else "", serial=f"S{number}" * has_serial
        )
        for number, (has_endpoint, has_serial, count) in told.items()
    ]
    once = keep(Inventory(), *devices)
    twice = keep(once, *devices)
    assert twice == once and len(once.devices) == len(told)
    numbers = [camera.number for camera in twice.cameras]
    assert len(set(numbers)) == len(numbers)
    ids = {record.device_id for record in twice.devices}
    assert all(camera.device_id in ids for camera in twice.cameras)
    assert len(ids) == len(twice.devices)


def test_an_empty_identity_finds_nothing() -> None:
    assert Identities().find(box(1)) is None
    record = DeviceRecord(box(1), device_id=3)
    assert Identities([record]).find(box(1)) == 3
    assert CameraRecord("x").device_id is None
