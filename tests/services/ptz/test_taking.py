"""Pictures of real cameras of a simulated city, to be kept."""

from __future__ import annotations

import io as files
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.services.fleet_room import RIGHT, fleet_room
from tests.support.waiting import wait_until
from wall.demo import City, running_city
from wall.model.camera import Camera
from wall.model.errors import WallError
from wall.model.events import Event
from wall.model.glimpse import Way
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, credential_of, to_show
from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import Occasion
from wall.model.stream import Source
from wall.onvif.budget import ConnectionBudget
from wall.onvif.snapshot import SnapshotReader
from wall.services.db_thread import DbThread
from wall.services.glimpse_logins import GlimpseLogins
from wall.services.glimpsing import Hands
from wall.services.io import IoLoop
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.ptz.references import References
from wall.services.ptz.taking import LEAST_WIDTH, Taking
from wall.store.database import Database
from wall.store.picture_folder import PictureFolder, pictures_folder
from wall.store.reference_store import ReferenceStore
from wall.video.glimpse.maker import GlimpseMaker
from wall.video.memory import PictureMemory, PictureWriter

PATIENCE_S = 40.0


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(3, 4, "--clip", "bench", "--no-recorders") as city:
        yield city


@pytest.fixture(scope="module")
def inventory(city: City, tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    with fleet_room(city, tmp_path_factory.mktemp("kept")) as room:
        keys = room.all_keys()
        room.log_in(keys)
        room.keep(keys)
        return room.fleet.inventory


class OnWall:
    """A wall that shows everything in one size, a picture of a moment ago."""

    def __init__(self, memory: PictureMemory | None = None, age_s: float = 0.0) -> None:
        self.memory = memory
        self.age_s = age_s

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None:
        return (self.memory, time.monotonic() - self.age_s) if self.memory is not None else None


@contextmanager
def taking(inventory: Inventory, wall: OnWall) -> Iterator[tuple[IoLoop, Taking, GlimpseMaker]]:
    with IoLoop() as io:
        desks = Desks(LoginGuard(), lambda event: None)
        logins = GlimpseLogins(desks)

        def show(camera: CameraRecord, device: DeviceRecord | None, site: str) -> Camera:
            return to_show(camera, 0, site, RIGHT, credential_of(camera, device))

        maker = GlimpseMaker(None, logins, logins.left)
        snapshots = SnapshotReader(ConnectionBudget(1), os.urandom)
        made = Taking(Hands(show, wall, snapshots, maker, logins), lambda: inventory, maker.rest)

        async def stop() -> None:
            made.close()
            logins.close()
            snapshots.close()
            await maker.stop()

        try:
            yield io, made, maker
        finally:
            io.request(stop()).result()


def test_a_picture_of_each_camera_is_large_enough_and_as_new_as_the_question(inventory: Inventory) -> None:
    with taking(inventory, OnWall()) as (io, made, _maker):
        for camera in inventory.cameras:
            asked_s = time.time()
            taken = io.request(made.take(camera.camera_id)).result(PATIENCE_S)
            assert taken.size[0] >= LEAST_WIDTH or taken.glimpse.way is Way.KEYFRAME
            assert taken.unix_s >= asked_s - 0.1
            with Image.open(files.BytesIO(taken.jpeg())) as image:
                assert image.size == taken.size and len(image.getcolors(1 << 24) or ()) > 50, "it shows something"


def test_a_small_one_is_small(inventory: Inventory) -> None:
    with taking(inventory, OnWall()) as (io, made, _maker):
        taken = io.request(made.take(inventory.cameras[0].camera_id, is_small=True)).result(PATIENCE_S)
        assert max(taken.size) <= 320


def painted(width: int, height: int) -> PictureMemory:
    """What a decode process would have put there."""
    memory = PictureMemory.create(width, height)
    writer = PictureWriter(memory)
    number = writer.begin()
    start = writer.offset(number)
    memory.view[start : start + width * height * 4] = bytes([10, 200, 30, 0]) * (width * height)
    writer.publish(number, width, height, width * 4)
    return memory


def test_what_the_wall_shows_large_enough_is_taken_from_there_and_nothing_is_asked(inventory: Inventory) -> None:
    memory = painted(960, 540)
    with taking(inventory, OnWall(memory)) as (io, made, _maker):
        camera = inventory.cameras[0].camera_id
        taken = io.request(made.take(camera)).result(PATIENCE_S)
        assert (taken.glimpse.way, taken.size) == (Way.TILE, (960, 540))
        assert taken.glimpse.pixels[:3] == bytes([10, 200, 30])
    memory.close()


def test_a_small_tile_of_the_wall_is_passed_over_but_for_a_small_picture(inventory: Inventory) -> None:
    memory = painted(320, 180)
    with taking(inventory, OnWall(memory)) as (io, made, _maker):
        camera = inventory.cameras[0].camera_id
        assert io.request(made.take(camera)).result(PATIENCE_S).glimpse.way is not Way.TILE
        assert io.request(made.take(camera, is_small=True)).result(PATIENCE_S).glimpse.way is Way.TILE
    memory.close()


def test_a_tile_that_stands_still_is_not_taken_for_a_new_picture(inventory: Inventory) -> None:
    memory = painted(960, 540)
    with taking(inventory, OnWall(memory, age_s=60.0)) as (io, made, _maker):
        taken = io.request(made.take(inventory.cameras[0].camera_id)).result(PATIENCE_S)
        assert taken.glimpse.way is not Way.TILE
    memory.close()


def test_one_that_is_no_camera_is_an_error_for_people(inventory: Inventory) -> None:
    with taking(inventory, OnWall()) as (io, made, _maker), pytest.raises(WallError):
        io.request(made.take(999_999)).result(PATIENCE_S)


def test_what_is_taken_lies_beside_the_database_and_is_found_again(inventory: Inventory, tmp_path: Path) -> None:
    path, events = tmp_path / "city.db", list[Event]()
    camera = inventory.cameras[0].camera_id
    with (
        taking(inventory, OnWall()) as (io, made, _maker),
        closing(Database(path)) as database,
        closing(DbThread(events.append)) as db,
    ):
        folder = PictureFolder(pictures_folder(path))
        kept = References(io.loop, made, folder, db, ReferenceStore(database), events.append, time.time)
        taken = kept.take(DutyView(camera, "5", "Ngã Sáu"), Occasion.HAND, "an").result(PATIENCE_S)
        thumbnail = kept.take_preset(camera, "5").result(PATIENCE_S)
        assert kept.of_camera(camera).result() == (taken,)
        with Image.open(files.BytesIO(kept.picture(taken.file).result())) as image:
            assert image.size == (taken.width, taken.height)
        assert sorted(each.name for each in folder.folder.iterdir()) == sorted((taken.file, thumbnail.file))
        wait_until(lambda: len(events) == 2)
        kept.close()
