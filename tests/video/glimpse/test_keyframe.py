"""One keyframe of a real stream, and the session given back."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import httpx
import pytest

from tests.support.waiting import until
from wall.demo import City
from wall.model.errors import UnauthorizedError, UnreachableError, WallError
from wall.model.stream import Codec, Credentials, Source
from wall.model.tile import Cause
from wall.video.glimpse.keyframe import Keyframe, first_keyframe
from wall.video.glimpse.shrink import shrink_unit
from wall.video.rtsp.desk import OwnLogin


def take(source: Source, within_s: float = 10.0) -> Keyframe:
    return asyncio.run(first_keyframe(source, OwnLogin(source.credentials), within_s))


def sessions(city: City) -> int:
    return len(httpx.get(f"{city.control}/sessions", trust_env=False).json())


def fault(city: City, name: str, on: bool, value: float | None = None) -> None:
    order = {"fault": name, "cameras": [1], "on": on, "value": value}
    assert httpx.post(f"{city.control}/faults", json=order, trust_env=False).status_code == 200


def test_a_keyframe_of_a_camera(city: City) -> None:
    before_s = time.monotonic()
    found = take(city.cameras[0].source_for_grid())
    assert found.codec is Codec.H264 and before_s < found.came_s < time.monotonic()
    small = shrink_unit(found.codec, found.data, (240, 135))
    assert (small.width, small.height) == (240, 135)
    asyncio.run(until(lambda: sessions(city) == 0))


def test_who_gives_up_gives_the_session_back(city: City) -> None:
    async def give_up() -> None:
        source = city.cameras[0].source_for_grid()
        task = asyncio.create_task(first_keyframe(source, OwnLogin(source.credentials)))
        while not await asyncio.to_thread(sessions, city) and not task.done():
            pass
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(give_up())
    asyncio.run(until(lambda: sessions(city) == 0))


def test_a_camera_that_sends_nothing(city: City) -> None:
    fault(city, "slow-first-frame", True, 60)
    try:
        with pytest.raises(UnreachableError) as caught:
            take(city.cameras[0].source_for_grid(), 1.0)
        assert caught.value.cause is Cause.SILENT
    finally:
        fault(city, "slow-first-frame", False)


@pytest.mark.parametrize(
    ("url", "kind"), [("rtsp://127.0.0.1:9/1/sub", UnreachableError), ("rtsp://host.invalid/1", UnreachableError)]
)
def test_a_camera_that_is_not_there(url: str, kind: type[WallError]) -> None:
    with pytest.raises(kind):
        take(Source(url))


def test_a_wrong_login_is_refused(city: City) -> None:
    source = replace(city.cameras[0].source_for_grid(), credentials=Credentials("admin", "wrong"))
    with pytest.raises(UnauthorizedError):
        take(source)


class _SlowDesk:
    def __init__(self, login: Credentials | None, wait_s: float) -> None:
        self._login, self._wait_s = login, wait_s

    async def request(self) -> Credentials:
        await asyncio.sleep(self._wait_s)
        assert self._login is not None
        return self._login

    def told(self, *, accepted: bool) -> None:
        assert accepted


def test_the_wait_for_a_login_does_not_count(city: City) -> None:
    source = city.cameras[0].source_for_grid()
    found = asyncio.run(first_keyframe(source, _SlowDesk(source.credentials, 2.6), 2.5))
    assert found.data
