"""Wrong logins: said at once, and never tried again by the wall itself; every try may lock the account."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.program import run_citywall
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.e2e.small_cameras import in_a_thread
from tests.video.rtsp.cameras import Asked, reply
from tests.video.rtsp.cameras import Camera as SmallCamera
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.camera import Camera, streams_of
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause, TileState, TileStatus

pytestmark = pytest.mark.timeout(240)

REFUSED = TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN)
QUIET_S = 4.0
"""Longer than any back-off."""
SOON_S = 1.5
"""Longer than the first."""


@dataclass
class Locking(SmallCamera):
    """Counts the logins that it refuses."""

    refused: int = 0

    def usual(self, asked: Asked) -> bytes:
        if asked.method != "DESCRIBE":
            return super().usual(asked)
        self.refused += "authorization" in asked.headers
        challenge = 'WWW-Authenticate: Digest realm="small", nonce="0123456789abcdef", algorithm=MD5'
        return reply(asked, challenge, status="401 Unauthorized")


@pytest.fixture(scope="module")
def locking() -> Locking:
    return Locking()


@pytest.fixture(scope="module")
def wall(qapp: QCoreApplication, city: City, locking: Locking) -> Iterator[Room]:
    """Two cameras of the city, and between them one that refuses the login."""
    with in_a_thread([locking.serve]) as (url,):
        source = Source(url, Credentials("admin", "no-longer-right"))
        cameras = [city.cameras[0], Camera(99, "locking", streams_of(source)), city.cameras[1]]
        with open_room(qapp, cameras, 2, 2) as room:
            yield room


def test_a_refused_login_is_tried_once(wall: Room, locking: Locking) -> None:
    wall.wait(lambda: wall.status(1) == REFUSED, START_WITHIN_S, "refused")
    assert locking.refused == 1
    assert not wall.spin(QUIET_S, lambda: locking.refused > 1), "tried again by itself"
    wall.all_move([0, 2])


def test_an_operator_may_try_again_once(wall: Room, locking: Locking) -> None:
    before = locking.refused
    wall.live.retry(1)
    wall.wait(lambda: locking.refused > before and wall.status(1) == REFUSED, START_WITHIN_S, "refused again")
    assert not wall.spin(SOON_S, lambda: locking.refused > before + 1), "tried again by itself"


def test_another_size_does_not_try_again(wall: Room, locking: Locking) -> None:
    before = locking.refused
    wall.live.resize(1, 320, 180)
    assert not wall.spin(SOON_S, lambda: locking.refused > before), "tried again by itself"
    assert wall.status(1) == REFUSED


def test_a_lost_decode_process_does_not_try_again(wall: Room, locking: Locking) -> None:
    wall.wait(wall.has_spare, START_WITHIN_S, "a decode process stands by")
    before, begin_s = locking.refused, time.monotonic()
    for decoder in wall.decoders():
        decoder.kill()
    wall.wait(lambda: all(wall.moves_since(n, begin_s + 0.3) for n in (0, 2)), START_WITHIN_S, "live again")
    assert not wall.spin(SOON_S, lambda: locking.refused > before), "tried again by itself"
    assert wall.status(1) == REFUSED
    wall.live.retry(1)
    wall.wait(lambda: locking.refused == before + 1 and wall.status(1) == REFUSED, START_WITHIN_S, "asked to")


def test_a_wrong_password_for_a_whole_wall_costs_one_attempt(tmp_path: Path) -> None:
    """The program as it is started, on sixteen cameras that share one login."""
    with running_city(16, 4) as big:
        control = Control(big.control)
        urls = [camera.source_for_grid().url for camera in big.cameras]
        shot = str(tmp_path / "wall.png")
        ended = run_citywall(
            *("view", *urls, "--user", "admin", "--screenshot", shot, "--timeout", "6"), CITYWALL_PASSWORD="not-it"
        )
        refused = control.status()["refused_logins"]
        control.close()
    assert ended.status == 1
    assert ended.said.count(Cause.LOGIN.value) == 1 and ended.said.count(Cause.LOGIN_WITHHELD.value) == 15
    assert sum(each["rtsp"] for each in refused.values()) == 1
    assert "not-it" not in ended.said + ended.seen


def test_a_password_changed_and_changed_back(wall: Room, control: Control) -> None:
    wall.all_move([0, 2])
    wall.do(partial(control.set_fault, "password", [1], on=True))
    wall.wait(lambda: wall.status(0) == REFUSED, 8, "refused")
    wall.do(partial(control.set_fault, "password", [1], on=False))
    assert not wall.spin(SOON_S, lambda: wall.status(0) != REFUSED), "nobody asked for that"
    begin_s = time.monotonic()
    wall.live.retry(0)
    wall.wait(lambda: wall.moves_since(0, begin_s), 12, "live")
