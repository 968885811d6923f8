"""Who may ask what: tokens, HTTP digest, wrong passwords, wrong clocks, too many sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.simulator.running import JPEG, UTCNOW_IS_OLD, Running, onvif_client, running_city
from tests.simulator.soap import action, body_of, envelope, fault_of, post, texts, token
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)

WHO = action("GetDeviceInformation")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), cameras=6, sites=2) as running:
        yield running


@pytest.fixture
def url(city: Running) -> str:
    return city.url(city.first("camera"))


def test_a_wrong_password_is_refused_to_a_real_client(city: Running) -> None:
    with (
        onvif_client(city.port(city.first("camera")), "wrong") as client,
        pytest.raises(Exception, match="not authorized"),
    ):
        client.devicemgmt.GetDeviceInformation()


def test_a_good_token_opens(url: str) -> None:
    assert post(url, envelope(WHO, token())).status_code == 200


@pytest.mark.parametrize(
    "bad",
    [
        token("wrong"),
        token(user="root"),
        token(kind="PasswordText"),
        token(at=datetime.now(UTC) - timedelta(seconds=60)),
        token(at=datetime.now(UTC) + timedelta(hours=7)),
        token().replace("bm9uY2U=", "&amp;&amp;"),
    ],
    ids=["password", "user", "text", "old", "future", "nonce"],
)
def test_a_bad_token_is_not_authorized(url: str, bad: str) -> None:
    response = post(url, envelope(WHO, bad))
    assert response.status_code == 400
    assert fault_of(response) == ["s:Sender", "ter:NotAuthorized"]


def test_an_empty_password_with_a_nonce_that_is_none_proves_nothing(url: str) -> None:
    bad = re.sub(r">[^<]+</w:Password>", "></w:Password>", token()).replace("bm9uY2U=", "!!!")
    assert fault_of(post(url, envelope(WHO, bad))) == ["s:Sender", "ter:NotAuthorized"]


def test_no_login_is_asked_for_digest(url: str) -> None:
    response = post(url, envelope(WHO))
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"].startswith("Digest ")


@pytest.mark.parametrize(("password", "status"), [(DEMO_PASSWORD, 200), ("wrong", 401)])
def test_http_digest_works_as_well(url: str, password: str, status: int) -> None:
    response = post(url, envelope(WHO), httpx.DigestAuth(DEMO_USER, password))
    assert response.status_code == status


def test_the_clock_is_told_to_anybody(url: str) -> None:
    response = post(url, envelope(action("GetSystemDateAndTime")))
    assert response.status_code == 200
    assert texts(body_of(response), "Year")


def test_tokens_go_by_the_cameras_own_clock(city: Running, url: str) -> None:
    with city.fault("clock-skew", city.first("camera"), 3600):
        assert post(url, envelope(WHO, token())).status_code == 400
        shifted = token(at=datetime.now(UTC) + timedelta(hours=1))
        response = post(url, envelope(WHO, shifted))
        assert response.status_code == 200
        assert post(url, envelope(WHO), httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD)).status_code == 200
        with onvif_client(city.port(city.first("camera")), adjust_time=True) as client:
            assert client.devicemgmt.GetDeviceInformation().SerialNumber


def test_a_changed_password_refuses_the_old_one(city: Running, url: str) -> None:
    with city.fault("password", city.first("camera")):
        assert post(url, envelope(WHO, token())).status_code == 400
        assert post(url, envelope(WHO, token(f"{DEMO_PASSWORD}-changed"))).status_code == 200
    assert post(url, envelope(WHO, token())).status_code == 200


def test_full_sessions_have_a_name_of_their_own(city: Running, url: str) -> None:
    with city.fault("sessions-full", city.first("camera")):
        response = post(url, envelope(WHO, token()))
        assert fault_of(response) == ["s:Receiver", "ter:Action", "ter:BlockedThreadUpperLimit"]
        assert post(url, envelope(action("GetSystemDateAndTime"))).status_code == 200


def test_a_snapshot_needs_a_login(city: Running) -> None:
    picture = city.url(city.first("camera"), "snapshot/1")
    with httpx.Client(trust_env=False) as client:
        assert client.get(picture).status_code == 401
        assert client.get(picture, auth=httpx.DigestAuth(DEMO_USER, "wrong")).status_code == 401
        got = client.get(picture, auth=httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD))
        assert (got.status_code, got.headers["Content-Type"], got.content) == (200, "image/jpeg", JPEG % 1)
        other = client.get(f"{picture}7", auth=httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD))
        assert other.status_code == 404


def test_every_answer_tells_the_cameras_time(city: Running, url: str) -> None:
    with city.fault("clock-skew", city.first("camera"), -1e9):
        date = httpx.get(url, trust_env=False).headers["Date"]
    assert " 1995 " in date
