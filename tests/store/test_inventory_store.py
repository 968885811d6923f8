"""The inventory in and out of the database: by what differs, with ids, one step back."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.city import city
from wall.model.device import ClockReading, Device, Login, Problem, Step, StreamProfile, Trouble
from wall.model.errors import StoreError
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Position, Site, StreamRecord
from wall.model.stream import Codec, Transport
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore


@pytest.fixture
def kept(store: InventoryStore) -> Inventory:
    return store.save(city(devices=8, cameras=12, sites=3), "a search")


def again(database: Database) -> Inventory:
    """What another part of the program, or this one after a restart, finds."""
    return InventoryStore(database).load()


def test_an_empty_database_is_an_empty_inventory(store: InventoryStore) -> None:
    assert store.load() == Inventory()
    assert store.undo_text == "" and store.undo() is None


def test_all_of_a_city_comes_back_with_ids(database: Database, kept: Inventory) -> None:
    assert again(database) == kept
    assert [each.site_id for each in kept.sites] == [1, 2, 3]
    assert [each.device_id for each in kept.devices] == list(range(1, 9))
    assert [each.camera_id for each in kept.cameras] == list(range(1, 13))
    given = city(devices=8, cameras=12, sites=3)
    assert [replace(each, site_id=-each.site_id) for each in kept.sites] == list(given.sites)
    assert [replace(each, device_id=-each.device_id) for each in kept.devices] == list(given.devices)
    referred = [
        replace(each, site_id=-(each.site_id or 0), device_id=-(each.device_id or 0), camera_id=0)
        for each in kept.cameras
    ]
    assert referred == list(given.cameras)


def test_every_field_of_the_model_is_in_the_sample() -> None:
    """Else the test above would say nothing about a field that is new in the model."""
    inventory = city(devices=8, cameras=12, sites=3)
    devices, cameras = inventory.devices, inventory.cameras
    for records in (inventory.sites, devices, cameras, [each.device for each in devices], cameras[0].streams):
        for each in fields(records[0]):
            if each.name not in ("camera_id", "credential", "problems"):
                values = [getattr(record, each.name) for record in records]
                assert any(value not in (None, "", ()) for value in values), each.name


def test_a_change_writes_only_what_differs(database: Database, store: InventoryStore, kept: Inventory) -> None:
    with database.transaction() as tables:
        tables.execute("update camera set nickname = 'by hand' where camera_id = 2")
    first = replace(kept.cameras[0], nickname="cổng")
    store.save(replace(kept, cameras=(first, *kept.cameras[1:])), "a nickname")
    assert [each.nickname for each in again(database).cameras[:2]] == ["cổng", "by hand"]


def test_what_is_left_out_is_removed(database: Database, store: InventoryStore, kept: Inventory) -> None:
    left = Inventory(kept.sites[:1], kept.devices[:1], tuple(each for each in kept.cameras if each.site_id == 1)[:0])
    assert store.save(left, "removing") == left == again(database)


def test_an_id_is_never_given_twice(store: InventoryStore, kept: Inventory) -> None:
    store.save(replace(kept, cameras=kept.cameras[:-1]), "one less")
    more = store.save(replace(kept, cameras=(*kept.cameras[:-1], CameraRecord("mới"))), "one more")
    assert more.cameras[-1].camera_id == 13


def test_numbers_may_be_exchanged(database: Database, store: InventoryStore, kept: Inventory) -> None:
    first, second, *rest = kept.cameras
    swapped = replace(kept, cameras=(replace(first, number=second.number), replace(second, number=first.number), *rest))
    assert store.save(swapped, "exchange") == swapped == again(database)
    assert store.undo() == kept


def test_a_number_may_pass_to_a_new_camera(store: InventoryStore, kept: Inventory) -> None:
    new = CameraRecord("mới", kept.cameras[0].number)
    saved = store.save(replace(kept, cameras=(*kept.cameras[1:], new)), "another in its place")
    assert saved.cameras[-1].number == 1
    assert store.undo() == kept


@pytest.mark.parametrize(
    ("cameras", "said"),
    [
        ((CameraRecord("a", 7), CameraRecord("b", 7)), "camera number 7 is there twice"),
        ((CameraRecord("a", site_id=9),), "camera a: there is no site 9"),
        ((CameraRecord("a", site_id=-9),), "there is no site -9"),
        ((CameraRecord("a", device_id=9),), "there is no device 9"),
        ((CameraRecord("a", camera_id=4), CameraRecord("b", camera_id=4)), "camera 4 is there twice"),
        ((CameraRecord("a", camera_id=-4), CameraRecord("b", camera_id=-4)), "camera -4 is there twice"),
    ],
)
def test_a_contradiction_is_refused(
    database: Database, store: InventoryStore, kept: Inventory, cameras: tuple[CameraRecord, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        store.save(Inventory(cameras=cameras), "nonsense")
    assert again(database) == kept


def test_one_step_is_taken_back(database: Database, store: InventoryStore, kept: Inventory) -> None:
    assert store.undo_text == "a search"
    cameras = (*kept.cameras[2:], CameraRecord("mới", 99, streams=(StreamRecord("rtsp://10.0.0.9/a"),), tags=("x",)))
    renamed = replace(kept.sites[0], ward="Phường mới", former_wards=())
    store.save(Inventory((renamed, *kept.sites[1:]), kept.devices, cameras), "an import")
    assert store.undo_text == "an import"
    assert store.undo() == kept == again(database)
    assert store.undo_text == "" and store.undo() is None


def test_a_step_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "a.db")) as database:
        store = InventoryStore(database)
        before = store.save(city(devices=4, cameras=4, sites=2), "a search")
        store.save(Inventory(), "removing all")
    with closing(Database(tmp_path / "a.db")) as database:
        store = InventoryStore(database)
        assert store.undo_text == "removing all"
        assert store.undo() == before


def test_nothing_changed_is_no_step(store: InventoryStore, kept: Inventory) -> None:
    assert store.save(kept, "nothing") == kept
    assert store.undo_text == "a search"


def test_what_a_survey_learnt_stays_when_a_step_is_taken_back(store: InventoryStore, kept: Inventory) -> None:
    first = kept.devices[0]
    store.save(replace(kept, devices=(replace(first, credential="đội 2"), *kept.devices[1:])), "another login")
    learnt = replace(first, device=replace(first.device, firmware="V9"), credential="đội 2", seen_s=1.8e9)
    store.note_survey([learnt])
    undone = store.undo()
    assert undone is not None
    assert undone.devices[0] == replace(learnt, credential=first.credential)


def test_a_survey_is_kept_and_is_no_step(database: Database, store: InventoryStore, kept: Inventory) -> None:
    learnt = replace(kept.devices[1], device=Device("http://10.0.0.2/", login=Login.REFUSED), seen_s=1.8e9)
    camera = replace(kept.cameras[1], streams=(), has_ptz=True)
    store.note_survey([learnt, DeviceRecord(Device("http://gone/"), device_id=99)], [camera])
    found = again(database)
    assert found.devices[1] == learnt and found.cameras[1] == camera and len(found.devices) == len(kept.devices)
    assert store.undo_text == "a search"
    assert store.save(found, "the same") == found


def test_what_another_program_added_is_not_taken_away(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "a.db")) as one, closing(Database(tmp_path / "a.db")) as other:
        console, command = InventoryStore(one), InventoryStore(other)
        seen = console.save(city(devices=2, cameras=2, sites=2), "a search")
        imported = command.load()
        command.save(replace(imported, cameras=(*imported.cameras, CameraRecord("imported", 50))), "an import")
        saved = console.save(replace(seen, cameras=(replace(seen.cameras[0], notes="x"), *seen.cameras[1:])), "a note")
        assert [(each.number, each.notes) for each in saved.cameras] == [(1, "x"), (2, ""), (50, "")]
        console.save(replace(saved, cameras=(*saved.cameras, CameraRecord("by hand", 60))), "by hand")
        with pytest.raises(StoreError, match="changed by another program"):
            command.save(replace(imported, cameras=(*imported.cameras, CameraRecord("imported", 60))), "an import")
        assert [each.name for each in command.load().cameras[2:]] == ["imported", "by hand"]


def test_strange_values_of_one_device_do_not_hold_up_the_others(database: Database, store: InventoryStore) -> None:
    strange = Device("http://10.0.0.1/", name="a\ud800b", clock=ClockReading(float("nan"), 1.0), topics=("\udfff",))
    camera = CameraRecord(
        "\ud800", streams=(StreamRecord("rtsp://h/a", width=10**30, fps=float("inf")),), bearing_deg=float("nan")
    )
    saved = store.save(
        Inventory(devices=(DeviceRecord(strange, drift_s_per_day=float("nan")),), cameras=(camera,)), "x"
    )
    assert saved == again(database)
    assert saved.devices[0].device.name == "a?b" and saved.devices[0].device.clock is None
    assert saved.cameras[0].streams == (StreamRecord("rtsp://h/a"),)


def test_a_login_in_an_address_does_not_reach_the_disk(tmp_path: Path) -> None:
    profile = StreamProfile(
        "t", "n", "H264", Codec.H264, url="rtsp://u:s3cret@10.0.0.5/a", snapshot_url="http://u:s3cret@h/b"
    )
    told = Device("http://u:s3cret@10.0.0.5/onvif", services=(("n", "http://u:s3cret@h/"),))
    told = replace(
        told, channels=tuple(replace(each, streams=(profile,)) for each in city(1, 1, 1).devices[0].device.channels)
    )
    camera = CameraRecord("a", streams=(StreamRecord("rtsp://u:s3cret#@h/c@1"),), snapshot_url="http://u:s3cret@h/")
    with closing(Database(tmp_path / "a.db")) as database:
        saved = InventoryStore(database).save(Inventory(devices=(DeviceRecord(told),), cameras=(camera,)), "x")
    assert saved.devices[0].device.channels[0].streams[0].url == "rtsp://10.0.0.5/a"
    assert saved.cameras[0].snapshot_url == "http://h/"
    assert all(b"s3cret" not in file.read_bytes() for file in tmp_path.iterdir())


def test_what_a_newer_program_calls_by_other_names_is_passed_over(database: Database, store: InventoryStore) -> None:
    problems = (Problem(Step.CLOCK, Trouble.TIMEOUT), Problem(Step.PTZ, Trouble.FAULT, "x"))
    store.save(Inventory(devices=(DeviceRecord(Device("http://h/", problems=problems)),)), "x")
    with database.transaction() as tables:
        tables.execute("update capability set data = replace(data, 'TIMEOUT', 'BORED')")
        tables.execute("insert into capability values (1, 9, 'smells', '[]')")
        tables.execute("update device set login = 'DREAMT', auth = 'BLOOD'")
    (found,) = again(database).devices
    assert found.device.problems == problems[1:]
    assert (found.device.login, found.device.auth) == (Login.UNTRIED, None)


TEXT = st.text(max_size=12)
PLACES = st.none() | st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))
STREAMS = st.builds(
    StreamRecord,
    st.just("rtsp://10.0.0.5/a"),
    TEXT,
    st.none() | st.sampled_from(Codec),
    st.none() | st.integers(0, 9999),
    fps=st.none() | st.floats(0, 100),
    transport=st.sampled_from(Transport),
)
CAMERAS = st.builds(
    CameraRecord,
    TEXT,
    nickname=TEXT,
    streams=st.lists(STREAMS, max_size=3).map(tuple),
    has_ptz=st.booleans(),
    tags=st.lists(TEXT, max_size=3).map(tuple),
    position=PLACES,
    bearing_deg=st.none() | st.floats(0, 360),
    priority=st.integers(-9, 9),
    notes=TEXT,
)
SITES = st.builds(Site, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple), PLACES, TEXT)
CITIES = st.builds(
    Inventory, st.lists(SITES, max_size=4).map(tuple), st.just(()), st.lists(CAMERAS, max_size=4).map(tuple)
)


@given(CITIES, CITIES, st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_saved_is_found_and_taken_back(
    database: Database, first: Inventory, second: Inventory, data: st.DataObject
) -> None:
    store = InventoryStore(database)
    before = store.save(first, "first")
    assert again(database) == before
    assert [replace(each, site_id=0) for each in before.sites] == list(first.sites)
    assert [replace(each, camera_id=0) for each in before.cameras] == list(first.cameras)
    old = data.draw(st.lists(st.sampled_from(before.cameras), unique=True)) if before.cameras else []
    changed = tuple(replace(each, notes="changed") for each in old) + second.cameras
    after = store.save(Inventory(second.sites, (), changed), "second")
    assert again(database) == after
    if after != before:
        assert store.undo() == before == again(database)


def test_a_city_is_kept_in_a_second(database: Database, store: InventoryStore) -> None:
    best_s = float("inf")
    for _ in range(3):
        began_s = time.thread_time()
        kept = store.save(city(), "a search")
        best_s = min(best_s, time.thread_time() - began_s)
        assert (len(kept.devices), len(kept.cameras)) == (640, 1000)
        store.save(Inventory(), "removing all")
    assert best_s < 1.0
