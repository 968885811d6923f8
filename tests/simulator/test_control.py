"""The control port, asked as other programs ask it, and the command that uses it."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.simulator.streaming import Streaming
from wall.simulator.cli import main
from wall.simulator.faults import Fault


@pytest.fixture
def control(city: Streaming) -> str:
    return city.simulator.control_url


def test_status(control: str) -> None:
    status = httpx.get(f"{control}/status").json()
    assert (status["cameras"], status["sites"], status["faults"]) == (2, 2, {})
    assert status["clips_unmade"] == 0
    assert status["cpu_s"] > 0
    assert status["rss_mb"] > 1


def test_cameras_have_addresses(control: str, city: Streaming) -> None:
    cameras = httpx.get(f"{control}/cameras").json()
    assert [camera["number"] for camera in cameras] == [1, 2]
    assert cameras[0]["sub_url"] == f"rtsp://127.0.0.1:{city.port(1)}/1/sub"
    assert cameras[0]["onvif"].startswith("http://127.0.0.1:")
    assert "bacninh-2022" not in json.dumps(cameras)


def test_sessions_and_what_was_sent(control: str, city: Streaming) -> None:
    with city.client() as client:
        client.play()
        client.frames(3)
        (session,) = (s for s in httpx.get(f"{control}/sessions").json() if s["camera"] == 1)
        assert session["playing"]
        assert session["frames_sent"] >= 3
        sent = httpx.get(f"{control}/sent", params={"camera": 1, "stream": "sub"}).json()
    assert sent["epoch"] == "monotonic"
    number, time_s = sent["sent"][-1]
    assert 0 <= number < 60
    assert time_s > 0


def test_a_fault_is_switched(control: str, city: Streaming) -> None:
    order = {"fault": "loss", "all": True, "on": True, "value": 3}
    assert httpx.post(f"{control}/faults", json=order).json() == {
        "fault": "loss",
        "on": True,
        "cameras": [1, 2],
    }
    assert httpx.get(f"{control}/status").json()["faults"] == {"1": {"loss": 3.0}, "2": {"loss": 3.0}}
    order = {"fault": "loss", "site": 1, "on": False}
    assert httpx.post(f"{control}/faults", json=order).json()["cameras"] == [1]
    order = {"fault": "loss", "cameras": [1, 2], "on": False}
    assert httpx.post(f"{control}/faults", json=order).status_code == 200


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"fault": "nix", "all": True, "on": True}, "no fault is called 'nix'; there are: frozen,"),
        ({"fault": "silent", "on": True}, 'name the cameras in one way: "cameras": [numbers]'),
        ({"fault": "silent", "site": 1, "all": True, "on": True}, "name the cameras in one way"),
        ({"fault": "silent", "cameras": [3], "on": True}, "camera must be a number from 1 to 2, not 3"),
        ({"fault": "silent", "cameras": [True], "on": True}, "camera must be a number from 1 to 2, not True"),
        ({"fault": "silent", "cameras": [], "on": True}, "cameras must be a list of camera numbers"),
        ({"fault": "silent", "site": 9, "on": True}, "site must be a number from 1 to 2, not 9"),
        ({"fault": "silent", "all": True}, "say on: true or on: false"),
        ({"fault": "silent", "all": True, "on": True, "value": []}, "value must be a number or a word"),
        ({"fault": "loss", "all": True, "on": True, "value": 200}, "loss takes percent from 0 to 100"),
        ([], "send JSON"),
    ],
)
def test_a_wrong_order_changes_nothing_and_says_why(control: str, order: object, said: str) -> None:
    answer = httpx.post(f"{control}/faults", json=order)
    assert answer.status_code == 400
    assert said in answer.json()["error"]


def test_other_pages_and_questions(control: str) -> None:
    assert httpx.get(f"{control}/nix").status_code == 404
    assert "GET /status" in httpx.get(f"{control}/nix").json()["error"]
    assert httpx.get(f"{control}/sent", params={"camera": "x"}).status_code == 400
    assert httpx.get(f"{control}/sent", params={"camera": 1, "stream": "x"}).status_code == 400


def test_the_command_breaks_and_mends(control: str, city: Streaming, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["fault", "clock-skew", "--camera", "1,2", "--control", control]
    assert main([*line, "--on", "--value", "60"]) == 0
    assert city.ask(lambda: city.simulator.faults.is_on(Fault.CLOCK_SKEW, 2)) == 60.0
    assert main([*line, "--off"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "clock-skew is on for 2 camera(s)",
        "clock-skew is off for 2 camera(s)",
    ]


def test_the_command_says_what_is_wrong(control: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fault", "loss", "--all", "--on", "--value", "200", "--control", control]) == 1
    assert "from 0 to 100" in capsys.readouterr().err
    assert main(["fault", "loss", "--all", "--on", "--control", "http://127.0.0.1:9"]) == 1
    assert "is `citywall simulate` running?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [["nix", "--all", "--on"], ["silent", "--on"], ["silent", "--all"], ["silent", "--camera", "x", "--on"]],
)
def test_a_wrong_line_is_explained(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["fault", *line])
    assert "usage" in capsys.readouterr().err


def test_the_list_names_every_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fault", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [str(fault) for fault in Fault]
