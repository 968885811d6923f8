"""The fleet end to end: a simulated city, a real database, real sockets."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.fleet_room import PATIENCE_S, RIGHT, WRONG, FleetRoom, devices_of, fleet_room, refused_logins
from tests.support.stuck import stuck_disk, stuck_file
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.device import Device, Login, RawReply
from wall.model.events import CredentialHeld, DeviceSurveyed, IncidentsChanged, InventoryChanged, WorkFailed
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.health import SharedCause, Verdict
from wall.model.inventory import CameraRecord, Position, to_show
from wall.model.stream import Credentials

DEVICES = 24


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(DEVICES, 6, "--devices", str(DEVICES), "--clip", "bench") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


@pytest.fixture(scope="module")
def kept_once(city: City, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the inventory of the whole city."""
    folder = tmp_path_factory.mktemp("kept")
    with fleet_room(city, folder) as room:
        keys = room.all_keys()
        room.log_in(keys)
        room.keep(keys)
    return folder


@pytest.fixture
def room(city: City, kept_once: Path, tmp_path: Path) -> Iterator[FleetRoom]:
    """A fleet whose inventory is the whole city, in a copy of its own."""
    for name in ("citywall.db", "logins.sealed"):
        source = kept_once / name
        if source.exists():
            (tmp_path / name).write_bytes(source.read_bytes())
    with fleet_room(city, tmp_path) as room:
        yield room


def test_from_nothing_to_an_inventory_and_back_after_a_restart(city: City, tmp_path: Path) -> None:
    with fleet_room(city, tmp_path) as room:
        keys = room.find_all()
        assert sorted(keys) == sorted(each["http"] for each in devices_of(city))
        devices = room.log_in(keys)
        assert {device.login for device in devices} == {Login.PROVEN}
        assert all(device.is_complete for device in devices)
        room.keep(keys)
        inventory = room.fleet.inventory
        assert len(inventory.cameras) == len(city.cameras)
        assert {camera.site for camera in city.cameras} == {site.name for site in inventory.sites}
        assert all(camera.site_id and camera.streams and camera.number for camera in inventory.cameras)
        camera = inventory.cameras[0]
        login = room.fleet.login_of(camera.camera_id)
        assert login == RIGHT and to_show(camera, 1, "", login).main.url.startswith("rtsp://127.0.0.1:")
        assert camera.camera_id in room.fleet.find(camera.name)
        assert refused_logins(city) == 0
    with fleet_room(city, tmp_path) as again:
        assert again.fleet.inventory == inventory
        assert again.fleet.login_of(camera.camera_id) == RIGHT
        again.wait(lambda: all(each.verdict is not Verdict.UNKNOWN for each in again.fleet.health.values()))
        assert len(again.fleet.health) == len(inventory.cameras)
    secret = RIGHT.password.encode()
    assert all(secret not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_wrong_password_for_a_hundred_cameras_is_refused_once(tmp_path: Path) -> None:
    with running_city(100, 20, "--no-recorders", "--clip", "bench") as city, fleet_room(city, tmp_path) as room:
        keys = room.all_keys()
        assert len(keys) == 100
        devices = room.log_in(keys, WRONG)
        assert refused_logins(city) == 1
        assert sorted(device.login.value for device in devices) == ["refused", *["withheld"] * 99]
        (held,) = room.told(CredentialHeld)
        refused = next(device for device in devices if device.login is Login.REFUSED)
        assert held == CredentialHeld("city", (refused.address,))

        began = len(room.events)
        room.fleet.release_credential("city")
        room.surveyed(keys, began)
        assert refused_logins(city) == 2, "released, it is tried on one camera again"

        devices = room.log_in(keys)
        assert {device.login for device in devices} == {Login.PROVEN}
        assert refused_logins(city) == 2
        assert b"not-it" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_kept_in_the_same_breath_as_given_a_login_devices_are_kept_with_their_cameras(
    city: City, tmp_path: Path
) -> None:
    with fleet_room(city, tmp_path) as room:
        keys = room.all_keys()
        room.fleet.use_credentials(keys, RIGHT, "city")
        room.keep(keys)
        assert len(room.fleet.inventory.cameras) == len(city.cameras)
        room.wait(lambda: room.told(InventoryChanged)[-1].inventory.devices)
        assert room.told(InventoryChanged)[-1].undo == f"{DEVICES} devices added", "it took more than one step"


def test_a_held_login_is_held_after_a_restart(city: City, tmp_path: Path) -> None:
    with fleet_room(city, tmp_path) as room:
        keys = room.all_keys()
        room.log_in(keys, WRONG)
        room.keep(keys)
        before = refused_logins(city)
    with fleet_room(city, tmp_path) as again:
        again.wait(lambda: again.told(CredentialHeld))
        began = len(again.events)
        again.fleet.survey(keys)
        devices = again.surveyed(keys, began)
        assert {device.login for device in devices} == {Login.WITHHELD}
        assert refused_logins(city) == before
        again.log_in(keys)
        again.wait(lambda: len(again.fleet.inventory.cameras) == len(city.cameras))


def test_one_device_with_another_password_is_stopped_alone(city: City, control: Control, tmp_path: Path) -> None:
    with fleet_room(city, tmp_path) as room:
        keys = room.all_keys()
        first = devices_of(city)[0]
        assert first["http"] in keys
        room.log_in([key for key in keys if key != first["http"]])
        before = refused_logins(city)
        control.set_fault("password", first["cameras"], on=True)
        try:
            room.log_in([first["http"]])
            began = len(room.events)
            room.fleet.survey([first["http"]])
            (device,) = room.surveyed([first["http"]], began)
        finally:
            control.set_fault("password", first["cameras"], on=False)
        assert refused_logins(city) == before + 1, "it was sent again"
        assert device.login is Login.WITHHELD and room.told(CredentialHeld) == []
        (device,) = room.log_in([first["http"]])
        assert device.login is Login.PROVEN


def test_a_proven_login_that_all_others_refuse_is_stopped_after_three(
    city: City, control: Control, tmp_path: Path
) -> None:
    with fleet_room(city, tmp_path) as room:
        first, *others = devices_of(city)
        room.all_keys()
        room.log_in([first["http"]])
        before = refused_logins(city)
        cameras = [camera for each in others for camera in each["cameras"]]
        control.set_fault("password", cameras, on=True)
        try:
            devices = room.log_in([each["http"] for each in others])
        finally:
            control.set_fault("password", cameras, on=False)
        assert refused_logins(city) == before + 3
        assert sum(device.login is Login.REFUSED for device in devices) == 3
        (held,) = room.told(CredentialHeld)
        assert set(held.refused_by) == {device.address for device in devices if device.login is Login.REFUSED}


def test_full_sessions_are_no_refusal_and_the_device_is_asked_again(
    city: City, control: Control, tmp_path: Path
) -> None:
    with fleet_room(city, tmp_path) as room:
        busy = devices_of(city)[0]
        keys = room.all_keys()
        control.set_fault("sessions-full", busy["cameras"], on=True)
        try:
            (device,) = room.log_in([busy["http"]])
            assert device.login is Login.UNTRIED and not device.is_complete
            others = room.log_in([key for key in keys if key != busy["http"]])
            assert {each.login for each in others} == {Login.PROVEN} and room.told(CredentialHeld) == []
        finally:
            control.set_fault("sessions-full", busy["cameras"], on=False)
        began = len(room.events)
        (device,) = room.surveyed([busy["http"]], began)
        room.wait(lambda: room.told(DeviceSurveyed)[-1].device.login is Login.PROVEN)


def test_a_device_is_tested_with_all_that_went_over_the_network_and_no_password(room: FleetRoom) -> None:
    record = room.fleet.inventory.devices[0]
    got: list[tuple[Device, tuple[RawReply, ...]]] = []
    for _ in range(3):
        room.fleet.test(record.device_id, lambda device, replies: got.append((device, replies)))
    room.wait(lambda: len(got) == 3)
    device, replies = got[0]
    assert device.is_complete and device.serial == record.device.serial
    assert {reply.call for reply in replies} >= {"GetSystemDateAndTime", "GetDeviceInformation", "GetStreamUri"}
    assert RIGHT.password not in json.dumps([(reply.request, reply.reply) for reply in replies])
    with pytest.raises(ValueError):
        room.fleet.test(9999, lambda device, replies: None)


def test_edits_removals_and_one_step_back(room: FleetRoom) -> None:
    before = room.fleet.inventory
    camera = replace(before.cameras[0], nickname="Mắt thần", tags=("trường học",))
    room.change(lambda: room.fleet.edit([camera]))
    assert room.fleet.find("mat than") == [camera.camera_id]
    room.change(lambda: room.fleet.remove([each.camera_id for each in before.cameras[:5]]))
    assert room.told(InventoryChanged)[-1].undo == "5 cameras removed"
    room.change(room.fleet.undo)
    assert room.fleet.inventory.cameras[0] == camera


def test_what_is_placed_on_the_map_is_on_the_disk_and_one_step_back(room: FleetRoom) -> None:
    before = room.fleet.inventory
    camera, site = before.cameras[0], before.sites[0]
    here, there = CameraPlace(camera.camera_id, Position(21.18, 106.07), 90.0, 60.0), Position(21.19, 106.08)
    room.change(lambda: room.fleet.place([here], [SitePlace(site.site_id, there)]))
    kept = room.fleet.inventory
    assert (kept.cameras[0].position, kept.cameras[0].bearing_deg, kept.sites[0].position) == (here.place, 90.0, there)
    assert kept.cameras[0].name == camera.name and room.told(InventoryChanged)[-1].undo == "1 camera placed"
    room.change(room.fleet.undo)
    assert room.fleet.inventory.cameras[0] == camera and room.fleet.inventory.sites[0] == site


def test_kept_again_nothing_is_added_and_what_was_edited_stays(room: FleetRoom) -> None:
    before = room.fleet.inventory
    camera = replace(before.cameras[0], name="Tên riêng", number=999, notes="sơn lại")
    room.change(lambda: room.fleet.edit([camera]))
    keys = room.all_keys()
    room.log_in(keys)
    told = len(room.told(InventoryChanged))
    room.fleet.keep(keys)
    room.wait(lambda: len(room.told(InventoryChanged)) > told)
    after = room.fleet.inventory
    assert len(after.devices) == len(before.devices) and len(after.cameras) == len(before.cameras)
    assert after.cameras[0] == camera


def test_a_table_goes_out_and_comes_back_changed(room: FleetRoom, tmp_path: Path) -> None:
    table = tmp_path / "cameras.csv"
    room.fleet.export(table).result(PATIENCE_S)
    camera = room.fleet.inventory.cameras[0]
    text = table.read_text("utf-8-sig").replace(camera.name, "Tên mới", 1)
    assert RIGHT.password not in text
    table.write_text(text, "utf-8")
    plan = room.fleet.plan_import(table).result(PATIENCE_S)
    assert len(plan.changed) == 1 and not plan.added and not plan.refused
    room.fleet.apply_import(plan).result(PATIENCE_S)
    assert room.fleet.inventory.cameras[0] == replace(camera, name="Tên mới")
    assert room.told(InventoryChanged)[-1].undo == "import of cameras.csv"


def test_a_stick_that_hangs_does_not_hold_up_the_database(room: FleetRoom, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    table = stick / "cameras.csv"
    with stuck_disk(stick) as tries:
        writing = room.fleet.export(table)
        assert tries.wait(PATIENCE_S)
        assert room.fleet.login_named("").result(PATIENCE_S) is None
        assert not writing.done() and not table.exists()
    writing.result(PATIENCE_S)
    with stuck_file(table):
        reading = room.fleet.plan_import(table)
        assert room.fleet.login_named("").result(PATIENCE_S) is None
        assert not reading.done()
    assert reading.result(PATIENCE_S).unchanged == len(room.fleet.inventory.cameras)


def test_an_imported_stream_comes_with_its_login(room: FleetRoom, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("number,name,url\n901,Bãi xe,rtsp://guest:pa55@127.0.0.1:9/x\n", "utf-8")
    plan = room.fleet.plan_import(table).result(PATIENCE_S)
    assert "pa55" not in repr(plan)
    room.fleet.apply_import(plan).result(PATIENCE_S)
    camera = room.fleet.inventory.cameras[-1]
    assert camera.streams[0].url == "rtsp://127.0.0.1:9/x"
    assert room.fleet.login_of(camera.camera_id) == Credentials("guest", "pa55")


def test_a_plain_stream_is_added_with_its_login_apart(room: FleetRoom) -> None:
    count = len(room.fleet.inventory.cameras)
    room.fleet.add_rtsp("Bãi xe", "rtsp://guest:pa55@127.0.0.1:9/live", None)
    room.wait(lambda: len(room.fleet.inventory.cameras) == count + 1)
    camera = room.fleet.inventory.cameras[-1]
    assert camera.streams[0].url == "rtsp://127.0.0.1:9/live" and camera.number
    assert room.fleet.login_of(camera.camera_id) == Credentials("guest", "pa55")
    with pytest.raises(ValueError):
        room.fleet.add_rtsp("x", "http://127.0.0.1/", None)


def test_a_login_given_to_devices_leaves_that_of_a_plain_stream_alone(room: FleetRoom) -> None:
    count = len(room.fleet.inventory.cameras)
    room.fleet.add_rtsp("Cổng sau", "rtsp://guest:own@127.0.0.1:9/back", None)
    room.wait(lambda: len(room.fleet.inventory.cameras) == count + 1)
    camera, surveyed = room.fleet.inventory.cameras[-1], len(room.told(DeviceSurveyed))
    room.fleet.use_credentials(room.all_keys()[:1], RIGHT, camera.credential)
    room.wait(lambda: len(room.told(DeviceSurveyed)) > surveyed)
    assert room.fleet.login_of(camera.camera_id) == Credentials("guest", "own")


def test_a_dark_site_is_one_incident_and_its_cameras_are_lost(room: FleetRoom, control: Control) -> None:
    inventory = room.fleet.inventory
    by_site = {site: [each for each in inventory.cameras if each.site_id == site.site_id] for site in inventory.sites}
    site, cameras = max(by_site.items(), key=lambda pair: len({camera.device_id for camera in pair[1]}))
    numbers = [camera.number for camera in room.city.cameras if camera.site == site.name]
    control.set_fault("outage", numbers, on=True)
    try:
        room.wait(lambda: any(event.incidents for event in room.told(IncidentsChanged)))
        incident = room.told(IncidentsChanged)[-1].incidents[0]
        assert (incident.site, incident.cause) == (site.name, SharedCause.POWER_OR_UPLINK)
        room.wait(
            lambda: room.told(IncidentsChanged)[-1].incidents[0].cameras == tuple(each.camera_id for each in cameras)
        )
        health = room.fleet.health
        assert {health[camera.camera_id].verdict for camera in cameras} == {Verdict.LOST}
    finally:
        control.set_fault("outage", numbers, on=False)
    room.wait(lambda: room.told(IncidentsChanged)[-1].incidents == ())


def test_bad_targets_are_refused_in_words_at_once(room: FleetRoom) -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0"):
        room.fleet.start_search("10.0.0.0/99", False)


def test_it_ends_in_the_middle_of_everything_with_nothing_left(city: City, tmp_path: Path) -> None:
    with fleet_room(city, tmp_path) as room:
        keys = room.all_keys()
        room.fleet.use_credentials(keys, RIGHT, "city")
        room.fleet.keep(keys)
        room.wait(lambda: room.fleet.left_to_survey)
        room.fleet.start_search(" ".join(each["http"] for each in devices_of(city)), False)
    assert not {"io", "db_0"} & {thread.name for thread in threading.enumerate()}
    assert room.told(WorkFailed) == []
    assert len(room.fleet.inventory.devices) in (0, DEVICES), "kept in one step or not at all"


def test_wishes_for_what_nobody_knows_do_nothing(room: FleetRoom, tmp_path: Path) -> None:
    before = room.fleet.inventory
    room.fleet.keep(["http://127.0.0.1:9/"])
    room.fleet.survey(["nobody"])
    room.fleet.use_credentials(["nobody"], RIGHT, "x")
    room.fleet.release_credential("nobody")
    room.fleet.remove([9999])
    room.fleet.edit([CameraRecord("nobody", camera_id=9999)])
    room.fleet.export(tmp_path / "cameras.csv").result(PATIENCE_S)  # Done after all of these.
    assert room.fleet.inventory == before and room.told(WorkFailed) == []
    assert room.fleet.login_of(9999) is None
