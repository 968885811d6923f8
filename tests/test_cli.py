"""The command line: what it offers, how soon, and what it says when it is used wrongly."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from tests.support.command import ended
from wall import __version__, cli
from wall.commands.options import video_settings

COMMANDS = [
    ["demo"],
    ["view"],
    ["bench"],
    ["bench", "live"],
    ["bench", "soak"],
    ["simulate"],
    ["simulate", "fault"],
]
NO_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m wall …` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "wall", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )


def test_help_comes_at_once() -> None:
    """Wanted: 0.3 s. The best of three, and of what it computes, for the machine may be busy."""
    took_s = []
    for _ in range(3):
        began_s = _children_s()
        told = run("--help")
        took_s.append(_children_s() - began_s)
        assert (told.returncode, told.stderr) == (0, "")
        assert all(command[0] in told.stdout for command in COMMANDS)
    assert min(took_s) < 0.6


def _children_s() -> float:
    """What all processes that have ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from wall import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'PySide6', 'av', 'vlc', 'numpy', 'zeep', 'asyncio', 'PIL'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_has_help(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    status, told, errors = ended(capsys, *command, "--help")
    assert (status, errors) == (0, "")
    assert " ".join(["usage:", "citywall", *command]) in " ".join(told.split())


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, "--version") == (0, f"citywall {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["watch"], "watch"),
        (["demo", "--cameras", "0"], "a number from 1 to 640, not 0"),
        (["demo", "--cameras", "641"], "a number from 1 to 640, not 641"),
        (["demo", "--cameras", "many"], "a number from 1 to 640, not many"),
        (["demo", "--cameras", "-1"], "--cameras"),
        (["demo", "--sites", "181"], "a number from 1 to 180, not 181"),
        (["demo", "--grid", "9x1"], "a grid is 1x1 to 8x8, not 9x1"),
        (["demo", "--grid", "0x1"], "a grid is 1x1 to 8x8, not 0x1"),
        (["demo", "--grid", "4"], "two numbers with an x between them, not '4'"),
        (["demo", "--grid", "ax4"], "two numbers with an x between them, not 'ax4'"),
        (["demo", "--size", "10x10"], "a size is 160x120 to 16384x16384, not 10x10"),
        (["demo", "--language", "fr"], "fr"),
        (["demo", "--timeout", "soon"], "soon"),
        (["demo", "--timeout", "nan"], "--timeout"),
        (["demo", "--timeout", "-5"], "--timeout"),
        (["bench"], "WHAT"),
        (["bench", "live", "--tiles", "65"], "a number from 1 to 64, not 65"),
        (["bench", "live", "--seconds", "0"], "--seconds"),
        (["bench", "live", "--seconds", "inf"], "--seconds"),
        (["bench", "soak", "--minutes", "nan"], "--minutes"),
        (["view"], "give addresses, --cameras FILE.csv or --kept"),
        (["view", "rtsp://h/a", "--cameras", "x.csv"], "give addresses, --cameras FILE.csv or --kept"),
        (["view", "--cameras", "/nowhere.csv", "--screenshot", "x.png"], "/nowhere.csv cannot be read"),
        (["view", "http://u:s3cret@h/a", "--screenshot", "x.png"], "rtsp://host:port/path, not: http://h/a"),
        (["view", "rtsp://h/a", "--transport", "sctp"], "sctp"),
        (["simulate", "--cameras", "0"], "0"),
        (["simulate", "fault", "nonsense"], "nonsense"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_line_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    status, told, errors = ended(capsys, *arguments)
    assert (status, told) == (cli.EXIT_USAGE, "")
    last_line = errors.splitlines()[-1]
    assert said in last_line and last_line.startswith("citywall")
    assert "s3cret" not in errors and "Traceback" not in errors


@pytest.mark.parametrize("command", [["demo"], ["view", "rtsp://127.0.0.1:9/none"]], ids=" ".join)
def test_without_a_screen_it_says_so_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    for name in NO_SCREEN:
        monkeypatch.delenv(name, raising=False)
    status, told, errors = ended(capsys, *command)
    assert (status, told) == (cli.EXIT_USAGE, "")
    assert len(errors.splitlines()) == 1
    assert "no screen" in errors and "--screenshot" in errors


def test_python_m_wall_is_the_same() -> None:
    told = run("view", "--grid", "9x9")
    assert told.returncode == cli.EXIT_USAGE
    assert told.stderr.splitlines()[-1].startswith("citywall view: error: argument --grid")


def test_how_much_is_kept_comes_from_the_line_and_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITYWALL_REPLAY_MINUTES", "2")
    monkeypatch.setenv("CITYWALL_REPLAY_FOLDER", "/data")
    options = cli._parser().parse_args(["console", "--replay-minutes", "1.5", "--replay-while-hidden", "yes"])
    buffer = video_settings(options).buffer
    assert (buffer.minutes, buffer.folder, buffer.while_hidden, buffer.disk_mb) == (1.5, "/data", True, 2048)


def test_what_cannot_be_kept_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main(["console", "--replay-memory-mb", "0"]) == 2
    assert "megabytes" in capsys.readouterr().err
