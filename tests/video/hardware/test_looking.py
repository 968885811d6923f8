"""What is said of a machine's hardware: by the real libraries where they are, and never by a hang or a crash."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from wall.model.hardware import Hardware, NoHardware
from wall.video.hardware import va, vdp
from wall.video.hardware.look import PLUGINS, usable
from wall.video.hardware.probe import found, is_there

Looked = Callable[..., Hardware]


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A folder with a render node in it that is a wrong file."""
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri/renderD128").write_bytes(b"no device")
    return tmp_path


@pytest.fixture
def looked(devices: Path) -> Looked:
    """What is made of what a program says that was started to look at these devices."""
    return lambda code, within_s=10.0: asyncio.run(found((sys.executable, "-c", code), within_s, devices))


def test_this_machine_gets_an_answer_with_a_reason() -> None:
    hardware = asyncio.run(found())
    assert bool(hardware.way) is (hardware.why_not is None)
    assert hardware.why_not not in (NoHardware.NOT_LOOKED, NoHardware.NO_ANSWER)


def test_without_a_node_there_is_no_device_and_no_program_is_started(tmp_path: Path) -> None:
    assert va.look(tmp_path / "none").why_not is NoHardware.NO_DEVICE
    assert asyncio.run(found(("/nonexistent",), devices=tmp_path)).why_not is NoHardware.NO_DEVICE
    (tmp_path / "nvidiactl").touch()
    assert is_there(tmp_path)


def test_what_is_no_device_has_no_driver(devices: Path) -> None:
    """The real library is asked, and declines."""
    assert va.look(devices / "dri").why_not in (NoHardware.NO_DRIVER, NoHardware.NO_LIBRARY)


def test_vdpau_is_asked_where_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    assert vdp.look().why_not in (NoHardware.NO_DEVICE, NoHardware.NO_LIBRARY)


def test_a_node_that_may_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / "renderD128").symlink_to(tmp_path / "gone")
    assert va.look(tmp_path).why_not in (NoHardware.NO_ACCESS, NoHardware.NO_LIBRARY)


def test_what_was_found_is_believed(looked: Looked) -> None:
    said = '{"way": "vaapi_drm", "driver": "Intel iHD 24.1", "why_not": null}'
    assert looked(f"print({said!r})") == Hardware("vaapi_drm", "Intel iHD 24.1", None)


@pytest.mark.parametrize(
    "code", ["import os; os.abort()", "print('{}')", "print('rubbish')", "pass", 'print(\'{"why_not": "NONSENSE"}\')']
)
def test_a_driver_that_crashes_takes_only_its_own_process_down(looked: Looked, code: str) -> None:
    assert looked(code) == Hardware(why_not=NoHardware.NO_ANSWER)


def test_a_driver_that_hangs_is_given_up(looked: Looked) -> None:
    began_s = time.monotonic()
    assert looked("import time; time.sleep(60)", within_s=0.3).why_not is NoHardware.NO_ANSWER
    assert time.monotonic() - began_s < 5


def test_a_program_that_is_killed(looked: Looked) -> None:
    kill = 'import os, signal; print(\'{"way": ""}\', flush=True); os.kill(os.getpid(), signal.SIGKILL)'
    assert looked(kill).why_not is NoHardware.NO_ANSWER


def test_a_program_that_cannot_be_started(devices: Path) -> None:
    assert asyncio.run(found(("/nonexistent",), devices=devices)).why_not is NoHardware.NO_ANSWER


@pytest.mark.parametrize("way", [va.WAY, vdp.WAY])
def test_a_device_is_of_use_only_where_libvlc_has_all_plugins_for_it(tmp_path: Path, way: str) -> None:
    """One that decodes, and one that copies back: they come in two packages."""
    device = Hardware(way, "some driver", None)
    for name in PLUGINS[way]:
        assert usable(device, [tmp_path / "other", tmp_path]) == Hardware("", "some driver", NoHardware.NO_PLUGIN)
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert usable(device, [tmp_path / "other", tmp_path]) == device
