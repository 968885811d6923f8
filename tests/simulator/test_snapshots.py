"""Single pictures over HTTP: the time in them, and the habits of the makes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from email.utils import parsedate_to_datetime

import httpx
import numpy as np
import pytest
from PIL import Image

from tests.simulator.running import JPEG, Running, running_city
from tests.simulator.streaming import Streaming
from wall.simulator.devices import make_called
from wall.simulator.onvif.device_http import DeviceHttp
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER
from wall.simulator.restarts import ROW_LINES, RowedJpeg

DIGEST = httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD)
Cities = Callable[[str], Running]


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cities]:
    """A city of each make that has something to show here."""
    makes = ("Axiom Nord", "Kinh Bac", "Lotus Optics", "Meridian", "Reoview", "Song Cau", "Thang Long")
    options = {"recorders": False, "habits": True}
    with ExitStack() as stack:
        running = {
            maker: stack.enter_context(
                running_city(tmp_path_factory.mktemp("clips"), 2, 1, make=make_called(maker), **options)
            )
            for maker in makes
        }
        yield running.__getitem__


def get(city: Running, path: str = "snapshot/1", auth: httpx.Auth | None = DIGEST) -> httpx.Response:
    url = city.url(city.city.devices[0], path)
    return httpx.get(url, auth=auth, trust_env=False, timeout=20)


def test_the_time_stands_in_the_picture(city: Streaming) -> None:
    camera = city.simulator.city.cameras[0]
    snapshot = city.simulator.parts.snapshot
    taken = [city.call(snapshot(camera, moment_s, camera.streams[0])) for moment_s in (0.0, 0.5, 1.0)]
    assert taken[0] == taken[1]
    first, last = (np.asarray(Image.open(io.BytesIO(jpeg)).convert("L"), np.int16) for jpeg in (taken[0], taken[2]))
    changed = np.argwhere(abs(first - last) > 60)
    assert len(changed) and changed[:, 0].max() < ROW_LINES and changed[:, 1].min() > first.shape[1] // 2


def test_each_stream_has_a_picture(cities: Cities) -> None:
    city = cities("Axiom Nord")
    assert [get(city, f"snapshot/{name}").status_code for name in ("1", "1-sub", "1-no", "9")] == [200, 200, 404, 404]


def test_only_the_first_rows_are_exchanged() -> None:
    noise = Image.effect_noise((320, 160), 90).convert("RGB")
    made = RowedJpeg(noise)
    whole = made.with_top(noise.crop((0, 0, 320, ROW_LINES)))
    other = made.with_top(Image.new("RGB", (320, 2 * ROW_LINES), "white"))
    before, after = (np.asarray(Image.open(io.BytesIO(jpeg))) for jpeg in (whole, other))
    assert before.shape == after.shape == (160, 320, 3)
    assert (after[: 2 * ROW_LINES - 1] > 250).all()
    assert (before[2 * ROW_LINES + 1 :] == after[2 * ROW_LINES + 1 :]).all()


def test_a_frozen_camera_gives_the_same_picture(cities: Cities) -> None:
    city = cities("Axiom Nord")
    device = city.city.devices[0]
    with city.fault("frozen", device):
        assert get(city).content == get(city).content == JPEG % 1


def test_a_password_in_the_clear(cities: Cities) -> None:
    city = cities("Reoview")
    assert get(city, auth=None).headers["WWW-Authenticate"].startswith("Basic realm=")
    assert get(city, auth=httpx.BasicAuth(DEMO_USER, DEMO_PASSWORD)).status_code == 200
    refused = city.simulator.parts.refused.http[1]
    assert get(city, auth=httpx.BasicAuth(DEMO_USER, "wrong")).status_code == 401
    assert city.simulator.parts.refused.http[1] == refused + 1


def test_pictures_for_everybody(cities: Cities) -> None:
    answer = get(cities("Song Cau"), auth=None)
    assert (answer.status_code, answer.content) == (200, JPEG % 1)
    assert "Content-Length" not in answer.headers


def test_no_pictures_at_all(cities: Cities) -> None:
    assert get(cities("Kinh Bac")).status_code == 404


def test_pictures_that_have_moved(cities: Cities) -> None:
    city = cities("Thang Long")
    answer = get(city)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/cgi-bin/snap/1.jpg")
    assert get(city, answer.headers["Location"][1:]).content == JPEG % 1


def test_one_picture_at_a_time_that_takes_its_time(cities: Cities) -> None:
    city = cities("Lotus Optics")
    with ThreadPoolExecutor(3) as threads:
        statuses = sorted(answer.status_code for answer in threads.map(lambda _: get(city), range(3)))
    assert statuses[0] == 200 and statuses[-1] == 503
    listener = city.unit_of(city.city.devices[0])
    assert isinstance(listener, DeviceHttp) and listener.snapshots.most_at_once == 1


def test_a_picture_that_is_handed_out_again_says_since_when(cities: Cities) -> None:
    city = cities("Meridian")
    first, again = get(city), get(city)
    assert first.headers["Last-Modified"] == again.headers["Last-Modified"]
    age = parsedate_to_datetime(again.headers["Date"]) - parsedate_to_datetime(again.headers["Last-Modified"])
    assert 0 <= age.total_seconds() <= 5
