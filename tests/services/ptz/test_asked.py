"""Domes of a wall that has no inventory: found at the addresses that were given, and driven."""

from __future__ import annotations

from typing import Any

import httpx

from tests.support.waiting import wait_until
from wall.demo import running_city
from wall.model.dome_events import PtzAbilityKnown
from wall.model.events import Event
from wall.model.ptz.move import Velocity
from wall.services.io import IoLoop
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.ptz.asked import open_asked_ptz


def test_those_that_move_are_known_by_their_streams_and_stop_with_the_wall() -> None:
    events: list[Event] = []
    with running_city(16, 4) as city:

        def told(path: str) -> Any:
            return httpx.get(f"{city.control}{path}", trust_env=False).json()

        (number, *_) = [each["camera"] for each in told("/domes")]
        camera_id = next(at for at, each in enumerate(city.cameras, 1) if each.number == number)
        desks = Desks(LoginGuard(), events.append)
        with IoLoop() as io, open_asked_ptz(io, events.append, city.cameras, city.devices, desks) as desk:
            wait_until(lambda: (able := desk.ability(camera_id)) is not None and able.pan_tilt, 20)
            assert any(isinstance(each, PtzAbilityKnown) and each.camera_id == camera_id for each in events)
            desk.open(camera_id)

            def turns() -> bool:
                desk.drive(camera_id, "keys:1", Velocity(pan=0.2))
                return bool(told(f"/dome?camera={number}")["moving"])

            wait_until(turns, 20)
        wait_until(lambda: not told(f"/dome?camera={number}")["moving"], 5)
