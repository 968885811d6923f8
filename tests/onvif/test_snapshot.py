"""Single pictures: from every make, with one wrong login at most, and inside bounds whatever a device sends."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import ExitStack, asynccontextmanager
from typing import Any, TypeVar

import pytest
from PIL import Image

from tests.onvif.desks import NotingDesk
from tests.onvif.scripted import Asked, Scripted, http, scripted
from tests.simulator.running import JPEG, Running, running_city
from wall.demo import DEMO_PASSWORD, DEMO_USER
from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.budget import ConnectionBudget
from wall.onvif.faults import DeviceFault
from wall.onvif.http_message import ReplyLimits
from wall.onvif.snapshot import Limits, Snapshot, SnapshotReader
from wall.onvif.transport import Times
from wall.simulator.devices import make_called

T = TypeVar("T")
RIGHT, WRONG = Credentials(DEMO_USER, DEMO_PASSWORD), Credentials(DEMO_USER, "not-it")
QUICK = Limits(Times(2.0, 0.5), ReplyLimits(head=2048, body=100_000))
DIGEST = 'WWW-Authenticate: Digest realm="cam", nonce="n{0}", qop="auth"'
PROVEN, REFUSED = (Login.PROVEN, None), (Login.REFUSED, Trouble.LOGIN)


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 36), 50).save(out, "JPEG")
    return out.getvalue()


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 30))


@asynccontextmanager
async def reading(limits: Limits | None = None) -> AsyncIterator[SnapshotReader]:
    reader = SnapshotReader(ConnectionBudget(2), os.urandom, limits)
    yield reader
    reader.close()
    await asyncio.sleep(0)


def read(url: str, desk: NotingDesk, limits: Limits | None = None) -> Snapshot:
    async def work() -> Snapshot:
        async with reading(limits) as reader:
            return await reader.read(url, desk)

    return run(work())


def trouble(url: str, desk: NotingDesk) -> Trouble:
    with pytest.raises(DeviceFault) as caught:
        read(url, desk)
    return caught.value.trouble


def of_device(
    answer: Callable[[Asked], bytes | Awaitable[bytes]], desk: NotingDesk | None = None, path: str = "/a.jpg"
) -> tuple[Snapshot | DeviceFault, Scripted]:
    """What becomes of asking a device that answers so."""

    async def work() -> tuple[Snapshot | DeviceFault, Scripted]:
        async with scripted(answer) as device, reading(QUICK) as reader:
            url = device.address.replace("/onvif/device_service", path)
            try:
                return await reader.read(url, desk or NotingDesk(None)), device
            except DeviceFault as fault:
                return fault, device

    return run(work())


# -- the makes of the city


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Running]]:
    makes = ("Axiom Nord", "Kinh Bac", "Meridian", "Reoview", "Song Cau", "Thang Long")
    options = {"recorders": False, "habits": True}
    with ExitStack() as stack:
        running = {
            maker: stack.enter_context(
                running_city(tmp_path_factory.mktemp("clips"), 2, 1, make=make_called(maker), **options)
            )
            for maker in makes
        }
        yield running.__getitem__


def address(city: Running) -> str:
    return city.url(city.city.devices[0], "snapshot/1")


@pytest.mark.parametrize("maker", ["Axiom Nord", "Meridian", "Thang Long"])
def test_a_picture_for_a_login(cities: Callable[[str], Running], maker: str) -> None:
    desk = NotingDesk(RIGHT)
    assert read(address(cities(maker)), desk).jpeg == JPEG % 1
    assert desk.told_all == [PROVEN]


def test_a_wrong_login_is_sent_once(cities: Callable[[str], Running]) -> None:
    city = cities("Axiom Nord")
    desk, before = NotingDesk(WRONG), city.simulator.parts.refused.http[1]
    assert trouble(address(city), desk) is Trouble.LOGIN
    assert desk.told_all == [REFUSED]
    assert city.simulator.parts.refused.http[1] == before + 1


def test_nobody_is_asked_for_a_login_that_is_not_needed(cities: Callable[[str], Running]) -> None:
    desk = NotingDesk(RIGHT)
    assert read(address(cities("Song Cau")), desk).jpeg == JPEG % 1
    assert desk.requests == 0


def test_no_password_goes_out_in_the_clear(cities: Callable[[str], Running]) -> None:
    city, desk = cities("Reoview"), NotingDesk(RIGHT)
    assert trouble(address(city), desk) is Trouble.UNSUPPORTED
    assert desk.requests == 0 and city.simulator.parts.refused.http[1] == 0


def test_a_device_without_pictures(cities: Callable[[str], Running]) -> None:
    assert trouble(address(cities("Kinh Bac")), NotingDesk(RIGHT)) is Trouble.UNSUPPORTED


def test_a_picture_that_was_kept_is_as_old_as_the_device_says(cities: Callable[[str], Running]) -> None:
    age_s = read(address(cities("Meridian")), NotingDesk(RIGHT)).age_s
    assert age_s is not None and 0 <= age_s <= 6


def test_full_sessions_are_no_refusal(cities: Callable[[str], Running]) -> None:
    city, desk = cities("Axiom Nord"), NotingDesk(RIGHT)
    with city.fault("sessions-full", city.city.devices[0]):
        assert trouble(address(city), desk) is Trouble.SESSIONS_FULL
    assert desk.told_all == []


# -- rude devices


def test_without_a_login_none_is_sent() -> None:
    fault, device = of_device(lambda asked: http("", 401, DIGEST.format(1)))
    assert isinstance(fault, DeviceFault) and fault.trouble is Trouble.LOGIN_NEEDED
    assert len(device.asked) == 1


def test_a_device_whose_nonces_are_stale_at_once_is_not_asked_for_ever() -> None:
    desk, answers = NotingDesk(RIGHT), iter(range(9))
    fault, device = of_device(lambda asked: http("", 401, DIGEST.format(next(answers)) + ", stale=true"), desk)
    assert isinstance(fault, DeviceFault) and fault.trouble is Trouble.SESSIONS_FULL
    assert len(device.logins) == 1
    assert desk.told_all == [(Login.UNTRIED, Trouble.TIMEOUT)]


def test_forbidden_is_a_refusal() -> None:
    desk = NotingDesk(RIGHT)
    fault, _ = of_device(lambda asked: http("", 403 if asked.has_login else 401, DIGEST.format(1)), desk)
    assert isinstance(fault, DeviceFault) and fault.trouble is Trouble.LOGIN
    assert desk.told_all == [REFUSED]


def test_a_connection_that_dies_over_the_login_decides_nothing() -> None:
    desk = NotingDesk(RIGHT)
    fault, _ = of_device(lambda asked: b"" if asked.has_login else http("", 401, DIGEST.format(1)), desk)
    assert isinstance(fault, DeviceFault) and fault.trouble is Trouble.UNREACHABLE
    assert desk.told_all == [(Login.UNTRIED, Trouble.UNREACHABLE)]


async def _endless(asked: Asked) -> bytes:
    await asyncio.sleep(60)
    return b""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda asked: http(b"\xff\xd8\xff" + bytes(200_000)), Trouble.TOO_LARGE),
        (lambda asked: b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n\xff\xd8\xff", Trouble.TOO_LARGE),
        (lambda asked: b"HTTP/1.0 200 OK\r\n\r\n\xff\xd8\xff" + bytes(5_000_000), Trouble.TOO_LARGE),
        (lambda asked: b"HTTP/1.1 200 OK\r\nX: " + b"y" * 50_000, Trouble.TOO_LARGE),
        (lambda asked: b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n\xff\xd8\xff", Trouble.TIMEOUT),
        (_endless, Trouble.TIMEOUT),
        (lambda asked: os.urandom(500), Trouble.NOT_ONVIF),
        (lambda asked: http("<html>please log in</html>"), Trouble.MALFORMED),
        (lambda asked: http(""), Trouble.MALFORMED),
        (lambda asked: http("busy", 503), Trouble.SESSIONS_FULL),
        (lambda asked: http("gone", 404), Trouble.UNSUPPORTED),
        (lambda asked: http("oh", 500), Trouble.FAULT),
        (lambda asked: http("", 302, "Location: http://198.51.100.7/a.jpg"), Trouble.FOREIGN_HOST),
        (lambda asked: http("", 302, "Location: /round.jpg"), Trouble.FAULT),
    ],
)
def test_every_failure_has_a_name(answer: Callable[[Asked], bytes], expected: Trouble) -> None:
    fault, _ = of_device(answer)
    assert isinstance(fault, DeviceFault)
    assert fault.trouble is expected


@pytest.mark.parametrize(
    ("headers", "age_s"),
    [
        (("Date: Sun, 01 Feb 1970 10:00:09 GMT", "Last-Modified: Sun, 01 Feb 1970 10:00:00 GMT"), 9.0),
        (("Date: Sun, 01 Feb 1970 10:00:00 GMT", "Last-Modified: Sun, 01 Feb 1970 10:00:09 GMT"), 0.0),
        (("Date: Sun, 01 Feb 1970 10:00:00 GMT",), None),
        (("Date: today", "Last-Modified: a while ago"), None),
    ],
)
def test_ages_are_told_by_one_clock(headers: tuple[str, ...], age_s: float | None) -> None:
    picture = jpeg()
    read_, _ = of_device(lambda asked: http(picture, 200, *headers))
    assert read_ == Snapshot(picture, age_s)


def test_a_secret_is_in_no_repr() -> None:
    assert "\\xff" not in repr(Snapshot(b"\xff\xd8\xff"))
