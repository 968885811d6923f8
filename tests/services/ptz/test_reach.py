"""What is known of domes by their survey, and their logins' way past the guard."""

from __future__ import annotations

import asyncio

import pytest

from wall.model.device import Channel, Device, Login, PtzNode, Trouble
from wall.model.events import CredentialHeld
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, StreamRecord
from wall.model.ptz.ability import NO_PTZ
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.lines import PtzLines
from wall.services.identity import where
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.ptz.reach import DomeLogin, Reach

URL = "http://127.0.0.1:8000/onvif/device_service"
PTZ = (("http://www.onvif.org/ver20/ptz/wsdl", "http://127.0.0.1:8000/onvif/ptz"),)
NODE = PtzNode("N1", can_pan_tilt=True, can_zoom=True, can_go_to=True, has_home=True, most_presets=8)
LOGIN = Credentials("trực", "kín")


def inventory() -> Inventory:
    channels = (
        Channel("dome", "Vòm", ptz=NODE, ptz_profile="P1"),
        Channel("fixed", "Cố định"),
        Channel("nameless", "Không hồ sơ", ptz=NODE),
    )
    device = DeviceRecord(Device(URL, channels=channels, services=PTZ), credential="city", device_id=1)
    tokens = enumerate(("dome", "fixed", "nameless", "gone"), 1)
    cameras = tuple(CameraRecord(each, device_id=1, source_token=each, camera_id=key) for key, each in tokens)
    plain = CameraRecord("plain", streams=(StreamRecord("rtsp://127.0.0.1/x"),), camera_id=9)
    return Inventory(devices=(device,), cameras=(*cameras, plain))


@pytest.fixture
def reach() -> Reach:
    kept = inventory()
    desks = Desks(LoginGuard(), lambda _held: None)
    return Reach(lambda: kept, lambda _camera: LOGIN, desks, PtzLines(Contract()))


def test_what_the_survey_told_is_known_before_anybody_opens_it(reach: Reach) -> None:
    known = reach.known(1)
    assert known is not None and known.pan_tilt and known.zoom and known.absolute and known.presets and known.home
    assert known.most_presets == 8 and not known.relative, "nothing is promised that is not known"


@pytest.mark.parametrize("camera_id", [2, 3, 9])
def test_what_is_no_dome_is_known_as_none_and_has_no_line(reach: Reach, camera_id: int) -> None:
    assert reach.known(camera_id) == NO_PTZ and reach.line(camera_id) is None


@pytest.mark.parametrize("camera_id", [4, 77])
def test_of_what_is_not_there_nothing_is_known(reach: Reach, camera_id: int) -> None:
    assert reach.known(camera_id) is None and reach.line(camera_id) is None


def test_a_dome_has_a_line(reach: Reach) -> None:
    line = reach.line(1)
    assert line is not None
    line.close()


def test_a_login_that_the_guard_holds_back_is_not_sent() -> None:
    guard = LoginGuard()
    guard.recall("city", {where(URL): URL}, True)
    login = DomeLogin(Desks(guard, lambda _held: None), "city", LOGIN, URL)
    with pytest.raises(DeviceFault) as told:
        asyncio.run(login.request())
    assert told.value.trouble is Trouble.WITHHELD


def test_where_there_is_no_login_there_is_none() -> None:
    login = DomeLogin(Desks(LoginGuard(), lambda _held: None), "", None, URL)
    assert asyncio.run(login.request()) is None


def test_a_login_that_was_accepted_and_is_refused_later_is_told_to_the_guard() -> None:
    held: list[CredentialHeld] = []
    desks = Desks(LoginGuard(), held.append)
    places = [f"http://127.0.0.1:{port}/onvif/device_service" for port in (1, 2, 3)]

    async def go() -> None:
        for place in places:
            login = DomeLogin(desks, "city", LOGIN, place)
            assert await login.request() == LOGIN
            login.told(Login.PROVEN)
            login.told(Login.PROVEN)
            login.told(Login.REFUSED, Trouble.LOGIN)

    asyncio.run(go())
    assert all(desks.guard.withholds("city", where(place)) for place in places)


def test_a_dome_that_waits_too_long_at_the_guard_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another device proves the login now."""
    monkeypatch.setattr("wall.services.ptz.reach._PATIENCE_S", 0.05)
    desks = Desks(LoginGuard(), lambda _held: None)

    async def go() -> None:
        first, second = (DomeLogin(desks, "city", LOGIN, f"http://127.0.0.1:{port}/x") for port in (1, 2))
        assert await first.request() == LOGIN
        with pytest.raises(DeviceFault) as told:
            await second.request()
        assert told.value.trouble is Trouble.WITHHELD
        first.told(Login.PROVEN)
        assert await second.request() == LOGIN
        second.told(Login.PROVEN)

    asyncio.run(go())


def test_a_dome_that_never_tells_what_it_made_of_a_login_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wall.services.ptz.reach._TOLD_WITHIN_S", 0.1)
    desks = Desks(LoginGuard(), lambda _held: None)

    async def go() -> None:
        first, second = (DomeLogin(desks, "city", LOGIN, f"http://127.0.0.1:{port}/x") for port in (1, 2))
        assert await first.request() == LOGIN
        assert await second.request() == LOGIN
        second.told(Login.PROVEN)

    asyncio.run(go())
