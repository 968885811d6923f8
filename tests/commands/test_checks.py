"""What the doctor finds, well and ill."""

from __future__ import annotations

import json
import socket
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.commands.conftest import User
from wall.commands import checks
from wall.commands.checks import State
from wall.commands.doctor import HEADING
from wall.model.hardware import Hardware, NoHardware

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_the_doctor_says_of_each_thing_how_it_is(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    ended = user.types("doctor")
    assert (ended.status, ended.errors) == (0, "")
    heading, *lines = ended.told.splitlines()
    assert heading.split("  ")[0] == HEADING[0]
    whats = ["libVLC", "hardware", "fonts", "display", "disk", "database", "open files", "time"]
    assert [next(what for what in whats if line.startswith(what)) for line in lines] == whats
    assert not user.database.exists()


def test_what_is_wrong_is_named_with_what_to_do(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    user.database.parent.mkdir()
    user.database.write_bytes(b"no database" * 500)
    ended = user.types("doctor", "--json", "-")
    assert ended.status == 1
    told = json.loads(ended.told)
    assert told["well"] is False
    wrong = {check["what"]: check for check in told["checks"] if check["state"] == "wrong"}
    assert {"display", "database"} <= wrong.keys()
    assert all(check["todo"] for check in wrong.values())


def test_a_libvlc_that_takes_its_process_down_is_wrong_and_nothing_else() -> None:
    crashed = checks.libvlc((sys.executable, "-c", "import os; os.abort()"))
    missing = checks.libvlc((sys.executable, "-c", "raise OSError('no libvlc.so.5')"))
    assert (crashed.state, missing.state) == (State.WRONG, State.WRONG)
    assert missing.seen == "no libvlc.so.5" and "libvlc5" in missing.todo


def test_a_libvlc_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_VLC_WITHIN_S", 0.2)
    assert "does not start" in checks.libvlc((sys.executable, "-c", "import time; time.sleep(30)")).seen


def test_hardware_is_no_must_and_what_would_help_is_named() -> None:
    """What cannot be helped is no fault."""
    fine = checks.hardware(Hardware("vaapi_drm", "Intel iHD 24.1", None))
    assert (fine.state, fine.seen) == (State.FINE, "Intel iHD 24.1 decodes (vaapi_drm)")
    none = checks.hardware(Hardware(why_not=NoHardware.NO_DEVICE))
    assert (none.state, none.todo) == (State.FINE, "")
    assert none.seen == "the processor decodes everything: this computer has no graphics device"
    closed = checks.hardware(Hardware(why_not=NoHardware.NO_ACCESS))
    assert closed.state is State.NOTE and "group render" in closed.todo
    lame = checks.hardware(Hardware("", "Mesa", NoHardware.NO_PLUGIN))
    assert lame.seen.endswith("(Mesa)") and "vlc-plugin-video-output" in lame.todo
    assert checks.hardware(Hardware(why_not=NoHardware.NO_ANSWER)).state is State.NOTE


@pytest.mark.parametrize(("count", "state"), [(9, State.FINE), (0, State.WRONG), (None, State.WRONG)])
def test_fonts_are_counted(count: int | None, state: State) -> None:
    assert checks.fonts(lambda: count).state is state


def test_a_display_must_be_reached(tmp_path: Path) -> None:
    place = tmp_path / "wayland-0"
    known = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert checks.display(known).state is State.WRONG
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(place))
        server.listen()
        assert checks.display(known).state is State.FINE
    assert checks.display({"DISPLAY": ":59999"}).state is State.WRONG
    assert checks.display({"DISPLAY": "nonsense"}).seen == "nonsense is no display"
    assert checks.display({"QT_QPA_PLATFORM": "offscreen"}).state is State.FINE
    assert checks.display({}).seen == "there is no screen here"


@pytest.mark.parametrize(("free", "state"), [(10**7, State.WRONG), (10**9, State.NOTE), (10**11, State.FINE)])
def test_a_full_disk_is_told(free: int, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    assert checks.disk(tmp_path / "not" / "there" / "citywall.db").state is state


def test_the_time_must_be_one_that_can_be() -> None:
    assert checks.clock(NOW, True).state is State.FINE
    assert checks.clock(NOW, None).state is State.FINE
    assert checks.clock(NOW, False).state is State.NOTE
    assert checks.clock(datetime(1970, 1, 1, tzinfo=UTC), True).state is State.WRONG
