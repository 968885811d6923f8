"""Every camera of a city at once: by which way, how new, at whose cost, and with how many logins."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.fleet_room import RIGHT, WRONG, devices_of, fleet_room, refused_logins
from tests.services.overview_room import BOX, QUICK, fault, overview_room, sessions
from tests.support.waiting import wait_until
from wall.demo import City, running_city
from wall.model.events import CredentialHeld
from wall.model.glimpse import Freshness, Way, freshness
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, to_show
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.model.video import VideoSettings
from wall.services.io import IoLoop
from wall.services.live_pictures import live_pictures
from wall.services.live_view import LiveView
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard

CAMERAS = 12


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(CAMERAS, 4, "--clip", "bench", "--no-recorders") as city:
        yield city


@pytest.fixture(scope="module")
def inventory(city: City, tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    """What the fleet learns of the city: devices of all makes, each with its habits."""
    with fleet_room(city, tmp_path_factory.mktemp("kept")) as room:
        keys = room.all_keys()
        room.log_in(keys)
        room.keep(keys)
        return room.fleet.inventory


def number_of(inventory: Inventory, camera_id: int, city: City) -> int:
    """The camera's number in the city, by its stream's address."""
    url = next(each for each in inventory.cameras if each.camera_id == camera_id).streams[0].url
    port = url.split(":")[2].split("/")[0]
    return next(camera.number for camera in city.cameras if f":{port}/" in camera.main.url)


def test_every_camera_is_seen_whatever_its_make_and_who_looks_away_costs_nothing(
    city: City, inventory: Inventory
) -> None:
    with overview_room(inventory, RIGHT) as room:
        time.sleep(0.2)
        assert room.maker.pids == [] and room.events == []
        room.look()
        room.wait(lambda: len(room.glimpses()) == CAMERAS)
        assert {each.cause for each in room.sights().values()} == {Cause.NONE}
        assert room.ways()[Way.SNAPSHOT] > 0 < room.ways()[Way.KEYFRAME]
        assert {(each.width, each.height) for each in room.glimpses().values()} == {BOX}
        assert all(len(each.pixels) == 160 * 90 * 4 for each in room.glimpses().values())
        room.wait(lambda: room.told() == set(room.ids))
        first = room.glimpses()
        room.look(box=(96, 54))
        room.wait(lambda: all(each.taken_s > first[camera].taken_s for camera, each in room.glimpses().items()))
        now_s = time.monotonic()
        ages = [now_s - each.taken_s for each in room.glimpses().values()]
        assert max(ages) < 8 and min(ages) >= 0
        room.wait(lambda: {each.width for each in room.glimpses().values()} == {96})
        room.overview.look_away()
        wait_until(lambda: sessions(city) == 0)
        time.sleep(0.2)
        asked, before = requests(city), room.glimpses()
        time.sleep(1.2)
        assert requests(city) == asked and room.glimpses() == before
    assert refused_logins(city) == 0


def test_a_tile_on_the_wall_costs_the_camera_nothing(city: City, inventory: Inventory, tmp_path: Path) -> None:
    record, device = first_of(inventory)
    camera = to_show(record, 0, "", RIGHT, device.credential)
    events: list[object] = []
    desks = Desks(LoginGuard(), events.append)
    with IoLoop() as io, live_pictures(io, events.append, tmp_path / "decode.log", desks, VideoSettings()) as live:
        live.show(1, camera.source_for_grid(), 320, 180)
        time.sleep(0.2)
        with overview_room(inventory, RIGHT, io=io, tiles=live, desks=desks) as room:
            room.wait(lambda: io.request(in_sight(live, camera.source_for_grid())).result())
            room.look([record.camera_id])
            room.wait(lambda: room.ways() == {Way.TILE: 1})
            first = room.glimpses()[record.camera_id]
            room.wait(lambda: room.glimpses()[record.camera_id].taken_s > first.taken_s + 1)
            assert sessions(city) == 1
            assert (first.width, first.height) == BOX
            live.hide(1)
            room.wait(lambda: room.ways() != {Way.TILE: 1})


async def in_sight(live: LiveView, source: Source) -> object:
    return live.in_sight([source])


def test_a_wrong_password_reaches_one_camera_and_no_other(city: City, inventory: Inventory) -> None:
    before = refused_logins(city)
    with overview_room(inventory, WRONG) as room:
        room.look()
        room.wait(lambda: all(each.cause is not Cause.NONE or each.glimpse for each in room.sights().values()))
        time.sleep(1.2)  # Every camera has had several turns.
        causes = [each.cause for each in room.sights().values()]
        assert refused_logins(city) == before + 1
        assert causes.count(Cause.LOGIN) == 1 and causes.count(Cause.LOGIN_WITHHELD) > CAMERAS // 2
        (held,) = [event for event in room.events if isinstance(event, CredentialHeld)]
        assert len(held.refused_by) == 1
        seen = [camera for camera, each in room.sights().items() if each.glimpse]  # Those open to everybody.
        assert len(seen) == causes.count(Cause.NONE)


def test_a_login_that_is_released_is_tried_again(city: City, inventory: Inventory) -> None:
    events: list[object] = []
    desks = Desks(LoginGuard(), events.append)
    everyone = [number_of(inventory, camera.camera_id, city) for camera in inventory.cameras]
    with IoLoop() as io, overview_room(inventory, RIGHT, io=io, desks=desks) as room:
        fault(city, "password", everyone, on=True)
        try:
            room.look()
            room.wait(lambda: any(isinstance(event, CredentialHeld) for event in events))
        finally:
            fault(city, "password", everyone, on=False)
        name = next(event.credential for event in events if isinstance(event, CredentialHeld))
        io.loop.call_soon_threadsafe(desks.release, name)
        room.wait(lambda: len(room.glimpses()) == CAMERAS)
        room.wait(lambda: all(each.cause is Cause.NONE for each in room.sights().values()))


def test_a_password_that_changes_everywhere_is_refused_by_few(city: City, inventory: Inventory) -> None:
    everyone = [number_of(inventory, camera.camera_id, city) for camera in inventory.cameras]
    with overview_room(inventory, RIGHT) as room:
        room.look()
        room.wait(lambda: len(room.glimpses()) == CAMERAS)
        before = refusals(city)
        fault(city, "password", everyone, on=True)
        try:
            room.wait(lambda: any(isinstance(event, CredentialHeld) for event in room.events))
            time.sleep(0.8)
            refused = refusals(city) - before
            assert 3 <= refused.total() < CAMERAS  # Those under way when the third one refused it.
            assert set(refused.values()) == {1}
        finally:
            fault(city, "password", everyone, on=False)


def test_a_camera_that_is_gone_keeps_its_last_picture_and_comes_back(city: City, inventory: Inventory) -> None:
    with overview_room(inventory, RIGHT, pace=replace(QUICK, again_s=(0.2, 60.0))) as room:
        record, _ = first_of(inventory)
        number = number_of(inventory, record.camera_id, city)
        room.look()
        room.wait(lambda: len(room.glimpses()) == CAMERAS)
        fault(city, "outage", [number], on=True)
        try:
            room.wait(lambda: room.sights()[record.camera_id].failing_since_s is not None)
            failing = room.sights()[record.camera_id]
            assert failing.glimpse is not None and failing.cause is not Cause.NONE
            assert freshness(failing, time.monotonic() + 60) is Freshness.OLD
            others = [camera for camera in room.ids if camera != record.camera_id]
            first = room.glimpses()
            room.wait(lambda: all(room.glimpses()[each].taken_s > first[each].taken_s for each in others))
            time.sleep(0.5)  # It is asked only every minute now…
        finally:
            fault(city, "outage", [number], on=False)
        room.fleet.health = {record.camera_id: Health(Verdict.LOST)}
        time.sleep(1.2)
        room.fleet.health = {record.camera_id: Health(Verdict.WELL)}  # …but the health check sees it first.
        room.wait(lambda: room.sights()[record.camera_id].cause is Cause.NONE)
        assert room.glimpses()[record.camera_id].taken_s > failing.glimpse.taken_s


def test_a_frozen_camera_gives_the_same_picture(city: City, inventory: Inventory) -> None:
    with overview_room(inventory, RIGHT) as room:
        room.look()
        room.wait(lambda: Way.SNAPSHOT in room.ways())
        camera = next(each for each, glimpse in room.glimpses().items() if glimpse.way is Way.SNAPSHOT)
        number = number_of(inventory, camera, city)
        fault(city, "frozen", [number], on=True)
        try:
            room.look([camera])
            # Some tell when their picture was taken: that stands still, too. One that moves is the same for 0.6 s.
            room.wait(lambda: time.monotonic() - room.glimpses()[camera].same_since_s > 2.5)
            sight = room.sights()[camera]
            assert sight.glimpse is not None
            later_s = sight.glimpse.same_since_s + 61
            assert freshness(sight, later_s) in (Freshness.SAME, Freshness.OLD)
        finally:
            fault(city, "frozen", [number], on=False)


def test_cameras_that_come_and_go(inventory: Inventory) -> None:
    first, *others = inventory.cameras
    with overview_room(replace(inventory, cameras=tuple(others)), RIGHT) as room:
        room.look([camera.camera_id for camera in inventory.cameras])
        room.wait(lambda: len(room.glimpses()) == CAMERAS - 1)
        room.fleet.inventory = replace(inventory, cameras=(first,))
        room.look([first.camera_id])
        room.wait(lambda: set(room.glimpses()) == {first.camera_id})
        assert room.overview.sight(others[0].camera_id).glimpse is None


def first_of(inventory: Inventory) -> tuple[CameraRecord, DeviceRecord]:
    """One with single pictures, and its device."""
    record = next(each for each in inventory.cameras if each.snapshot_url)
    return record, next(each for each in inventory.devices if each.device_id == record.device_id)


def requests(city: City) -> int:
    """How often devices were asked over HTTP."""
    return sum(each["requests"] for each in devices_of(city))


def refusals(city: City) -> Counter[int]:
    """Wrong logins, by the number of the device."""
    told = {each["number"]: each["refused_logins"] for each in devices_of(city)}
    return Counter({number: each["http"] + each["rtsp"] for number, each in told.items()})
