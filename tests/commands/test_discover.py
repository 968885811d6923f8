"""`citywall discover` and `citywall probe` on a simulated city."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.commands.conftest import User
from tests.simulator.running import Running
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

SHAPE = {"address", "manufacturer", "model", "firmware", "serial", "clock_offset_s", "auth", "cameras", "problems"}
CAMERA_SHAPE = {"name", "streams", "snapshot", "ptz", "presets", "topics"}
STREAM_SHAPE = {"token", "codec", "width", "height", "fps", "uri"}


def test_discover_tells_every_device_whole(user: User, city: Running, at_city: list[str]) -> None:
    ended = user.types("discover", "127.0.0.1", *at_city, "--user", DEMO_USER, "--json", "-")
    devices = [json.loads(line) for line in ended.told.splitlines()]
    assert ended.status == 0, ended.errors
    assert {each["serial"] for each in devices} == {device.serial for device in city.city.devices}
    assert all(each.keys() >= SHAPE for each in devices)
    cameras = [camera for each in devices for camera in each["cameras"]]
    assert len(cameras) == len(city.city.cameras)
    assert all(camera.keys() >= CAMERA_SHAPE for camera in cameras)
    assert all(stream.keys() >= STREAM_SHAPE for camera in cameras for stream in camera["streams"])
    assert all(any(stream["uri"] for stream in camera["streams"]) for camera in cameras)
    assert sum(camera["ptz"] for camera in cameras) == sum(camera.ptz for camera in city.city.cameras)
    assert {each["auth"] for each in devices} <= {"ws-usernametoken", "http-digest", "none"}
    assert DEMO_PASSWORD not in ended.told + ended.errors


def test_discover_tells_people_in_columns(user: User, city: Running, at_city: list[str]) -> None:
    ended = user.types("discover", "127.0.0.1", *at_city, "--user", DEMO_USER)
    heading, *rows = ended.told.splitlines()
    assert heading.startswith("ADDRESS")
    assert len(rows) == len(city.city.devices)
    assert f"{len(rows)} devices, {len(city.city.cameras)} cameras." in ended.errors
    dome = city.first("dome")
    row = next(row for row in rows if row.startswith(f"127.0.0.1:{city.port(dome)} "))
    assert city.city.cameras_of(dome)[0].name in row and dome.maker in row and dome.model in row


def test_discover_keeps_what_it_found_once(user: User, city: Running, at_city: list[str]) -> None:
    command = ("discover", "127.0.0.1", *at_city, "--user", DEMO_USER, "--keep")
    ended = user.types(*command)
    assert ended.status == 0, ended.errors
    many = len(city.city.cameras)
    assert f"has {many} cameras now, {many} more than before" in ended.errors
    assert "0 more than before" in user.types(*command).errors
    listed = user.types("cameras", "list").told.splitlines()
    assert len(listed) == many + 1
    names = Counter(
        camera.name
        for device in city.city.devices
        if device.kind != "recorder"
        for camera in city.city.cameras_of(device)
    )
    assert all(sum(name in line for line in listed) >= count for name, count in names.items())
    kept = b"".join(file.read_bytes() for file in user.database.parent.iterdir())
    assert DEMO_PASSWORD.encode() not in kept


def test_a_wrong_password_reaches_one_device(
    user: User, city: Running, at_city: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITYWALL_PASSWORD", "wr0ng-password")
    ended = user.types("discover", "127.0.0.1", *at_city, "--user", DEMO_USER, "--json", "-")
    devices = [json.loads(line) for line in ended.told.splitlines()]
    logins = Counter(each["login"] for each in devices)
    assert ended.status == 1
    assert logins["refused"] == 1 and logins["proven"] == 0
    assert "it was tried nowhere else" in ended.errors
    assert "wr0ng-password" not in ended.told + ended.errors


def test_without_a_login_devices_are_found_and_say_that_they_want_one(
    user: User, city: Running, at_city: list[str]
) -> None:
    ended = user.types("discover", "127.0.0.1", *at_city, "--json", "-")
    devices = [json.loads(line) for line in ended.told.splitlines()]
    assert len(devices) == len(city.city.devices)
    assert ended.status == 1
    assert any(problem["trouble"] == "login needed" for each in devices for problem in each["problems"])


def test_json_goes_into_a_file(user: User, city: Running, at_city: list[str], tmp_path: Path) -> None:
    device = city.first("recorder")
    file = tmp_path / "found.json"
    ended = user.types("probe", city.url(device), *at_city, "--user", DEMO_USER, "--json", str(file))
    (told,) = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert (ended.status, ended.told) == (0, "")
    assert told["serial"] == device.serial
    assert len(told["cameras"]) == len(device.channels)


def test_probe_tells_people_all_of_one_device(user: User, city: Running, at_city: list[str]) -> None:
    dome = city.first("dome")
    ended = user.types("probe", f"127.0.0.1:{city.port(dome)}", *at_city, "--user", DEMO_USER)
    assert ended.status == 0, ended.errors
    camera = city.city.cameras_of(dome)[0]
    for said in (dome.maker, dome.model, dome.serial, camera.name, "rtsp://127.0.0.1:", "presets"):
        assert said in ended.told
    assert DEMO_PASSWORD not in ended.told


def test_where_nothing_answers_it_says_so(user: User, at_city: list[str]) -> None:
    ended = user.types("probe", "127.0.0.1:9", *at_city)
    assert (ended.status, ended.told) == (1, "")
    assert ended.errors == "No ONVIF device answers at 127.0.0.1:9.\n"


def test_a_file_that_cannot_be_written_is_named(user: User, city: Running, at_city: list[str]) -> None:
    ended = user.types("probe", city.url(city.first("dome")), *at_city, "--json", "/nowhere/x.json")
    assert ended.status == 2
    assert "/nowhere/x.json cannot be written" in ended.errors


def test_a_database_that_cannot_be_used_is_said_before_the_search(user: User, at_city: list[str]) -> None:
    ended = user.types("discover", "127.0.0.1", *at_city, "--keep", "--database", "/proc/none/x.db")
    assert (ended.status, ended.told) == (2, "")
    assert "/proc/none" in ended.errors and "devices" not in ended.errors


def test_another_login_of_the_same_name_stays_with_those_who_use_it(
    user: User, city: Running, at_city: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "one.csv"
    file.write_text("number,name,url,username,password\n1,A,rtsp://10.0.0.7/a,fleet,first-word\n", encoding="utf-8")
    user.types("cameras", "import", str(file))
    ended = user.types("discover", city.url(city.first("dome")), *at_city, "--user", DEMO_USER, "--keep")
    assert ended.status == 0, ended.errors
    told = [json.loads(line) for line in user.types("cameras", "list", "--json", "-").told.splitlines()]
    assert len({each["credential"] for each in told}) == 2
