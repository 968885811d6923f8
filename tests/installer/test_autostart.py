"""What starts the wall again by itself: the commands are the program's own, and they come again."""

from __future__ import annotations

import configparser
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from wall.cli import main

AUTOSTART = Path(__file__).parents[2] / "installer" / "autostart"
WITHIN_S = 20.0


def test_the_unit_starts_the_program_again_however_often_it_fails() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string((AUTOSTART / "citywall.service").read_text(encoding="utf-8"))
    assert unit["Service"]["Restart"] == "always"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert unit["Service"]["ExecStart"] == "/usr/bin/env ${CITYWALL} ${CITYWALL_OPENS}"


@pytest.mark.parametrize("opens", ["console", "wall"])
def test_what_is_opened_is_a_command(opens: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([opens, "--help"])
    assert ended.value.code == 0
    assert "--database" in capsys.readouterr().out


def test_the_session_starts_the_program_again_and_reads_the_environment(tmp_path: Path) -> None:
    program, told = tmp_path / "city wall", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$1 $CITYWALL_PASSPHRASE" >> "{told}"\nexit 1\n')
    program.chmod(0o755)
    environment = tmp_path / ".config" / "citywall" / "environment"
    environment.parent.mkdir(parents=True)
    environment.write_text(f"CITYWALL='{program}'\nCITYWALL_PASSPHRASE='một câu'\n")
    session = subprocess.Popen([AUTOSTART / "xsession"], env={**os.environ, "HOME": str(tmp_path)}, process_group=0)
    deadline_s = time.monotonic() + WITHIN_S
    try:
        while not told.exists() or told.read_text().count("\n") < 2:
            assert time.monotonic() < deadline_s, "it does not come again"
            time.sleep(0.05)
    finally:
        os.killpg(session.pid, signal.SIGKILL)
        session.wait()
    assert set(told.read_text().splitlines()) == {"wall một câu"}
