"""A dome of the simulated city with a duty view and a patrol: real desk, real lines, real pictures, its own clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from tests.services.ptz.desk_room import desk_room
from tests.support.waiting import wait_until
from wall.demo import City, running_city
from wall.model.device import Preset
from wall.model.ptz.duty import DutyView, is_near
from wall.model.ptz.move import Velocity
from wall.model.ptz.patrol import Patrol, PatrolStop
from wall.model.ptz.reference import Occasion
from wall.model.ptz.standing import Duty
from wall.model.stream import Source
from wall.services.live_view import LiveView
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.duty_opening import open_duty
from wall.services.ptz.duty_room import Clocks, DutyRoom
from wall.video.memory import PictureMemory

PATIENCE_S = 60.0
HASTE = 4.0
"""Countdowns and stays go by so many times as fast."""


class NoLive:
    """Nothing is on the wall."""

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None:
        return None

    def count_too(self, pids: Callable[[], Iterable[int]]) -> None: ...


@dataclass
class Dome:
    """One dome in hand; `presets` look to the left, to the right, and up."""

    room: DutyRoom
    desk: PtzDesk
    camera_id: int
    presets: tuple[Preset, ...]

    def until(self, condition: Callable[[], object]) -> None:
        def look() -> object:
            self.room.tick()
            return condition()

        wait_until(look, PATIENCE_S, lambda: str(self.desk.standing(self.camera_id)))

    def move(self, velocity: Velocity, seconds: float) -> None:
        """As a hand does that holds a key."""
        ends_s = time.monotonic() + seconds
        while time.monotonic() < ends_s:
            self.desk.drive(self.camera_id, "keys:1", velocity)
            self.room.tick()
            time.sleep(0.05)
        self.desk.let_go("keys:1")

    @property
    def duty(self) -> Duty:
        return self.desk.standing(self.camera_id).duty


@pytest.fixture
def dome(tmp_path: Path) -> Iterator[Dome]:
    with (
        running_city(12, 4, "--clip", "bench", "--no-recorders") as city,
        dome_of(city, tmp_path) as dome,
    ):
        yield dome


@contextmanager
def dome_of(city: City, folder: Path) -> Iterator[Dome]:
    with desk_room(city, folder) as behind:
        domes = (each.camera_id for each in behind.fleet.fleet.inventory.cameras if each.has_ptz)
        camera = next(each for each in domes if behind.desk.look(each).result(PATIENCE_S) is not None)
        with open_duty(
            behind.io,
            behind.desk,
            behind.room.domes,
            behind.fleet.fleet,
            cast(LiveView, NoLive()),
            folder / "citywall.db",
            behind.fleet.events.append,
            lambda: behind.desk.operator,
            folder / "pictures.log",
            Clocks(lambda: time.monotonic() * HASTE),
        ) as room:
            behind.desk.open(camera)
            wait_until(lambda: behind.desk.ability(camera), PATIENCE_S)
            dome = Dome(room, behind.desk, camera, ())
            presets: list[Preset] = []
            for name, way in (("Trái", Velocity(pan=-0.6)), ("Phải", Velocity(pan=0.9))):
                dome.move(way, 0.8)
                behind.wait_until_it_stands(camera)
                presets.append(behind.desk.set_preset(camera, name).result(PATIENCE_S))
            yield replace(dome, presets=tuple(presets))


def test_a_dome_of_the_city_goes_back_where_it_belongs_and_walks_until_a_hand_comes(dome: Dome) -> None:
    """In one, for the sake of time."""
    goes_back(dome)
    walks(dome)


def goes_back(dome: Dome) -> None:
    camera, (left, right) = dome.camera_id, dome.presets
    view = DutyView(camera, left.token, left.name, return_after_s=10.0, picture_minute=None)
    dome.room.set_duty(view)
    dome.until(lambda: dome.duty is Duty.THERE)
    learnt = dome.room.views[camera].place
    assert learnt is not None
    dome.until(lambda: dome.room.references(camera).result())
    (first,) = dome.room.references(camera).result()
    assert first.occasion is Occasion.RETURN
    assert dome.room.picture(first.file).result().startswith(b"\xff\xd8")
    dome.desk.go_preset(camera, right.token)
    dome.until(lambda: dome.duty is Duty.AWAY)
    assert dome.desk.standing(camera).moved_by == "lan"
    dome.until(lambda: dome.desk.standing(camera).returns_at_s is not None)
    dome.until(lambda: dome.duty is Duty.RETURNING)
    dome.until(lambda: dome.duty is Duty.THERE)
    now = dome.desk.look(camera).result(PATIENCE_S)
    assert now is not None and is_near(now, learnt)
    cleared = dome.room.clear_duty(camera)
    dome.until(cleared.done)


def walks(dome: Dome) -> None:
    camera, (left, right) = dome.camera_id, dome.presets
    stops = (PatrolStop(left.token, 4.0), PatrolStop(right.token, 4.0))
    kept = dome.room.keep_patrol(Patrol(camera, "Vòng", stops, resume_after_s=8.0))
    dome.until(kept.done)
    dome.until(lambda: dome.room.patrols)
    dome.room.start(kept.result())
    seen = set[float]()

    def walked() -> bool:
        place = dome.desk.standing(camera).place
        if place is not None and place.pan is not None:
            seen.add(round(place.pan, 1))
        return len(seen) >= 3 and max(seen) - min(seen) > 0.2

    dome.until(walked)
    assert dome.desk.standing(camera).patrol == "Vòng"
    dome.move(Velocity(tilt=0.3), 0.4)
    dome.until(lambda: dome.desk.standing(camera).is_patrol_paused)
    dome.room.stop(camera)
    dome.until(lambda: dome.desk.standing(camera).patrol == "")
