"""The fleet's command lines: what they offer, how soon, and what they say when they are used wrongly."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.support.command import ended
from tests.support.waiting import wait_until
from wall import cli

COMMANDS = [
    ["discover"],
    ["probe"],
    ["cameras"],
    ["cameras", "list"],
    ["cameras", "import"],
    ["cameras", "export"],
    ["doctor"],
    ["bench", "fleet"],
]


def test_help_still_loads_nothing_heavy() -> None:
    code = (
        "import sys; from wall import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'asyncio', 'keyring', 'lxml', 'openpyxl', 'sqlite3', 'ssl', 'wsdiscovery', 'zeep'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_has_help(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    status, told, errors = ended(capsys, *command, "--help")
    assert (status, errors) == (0, "")
    assert " ".join(["usage:", "citywall", *command]) in " ".join(told.split())


def test_no_command_takes_a_password(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        told = ended(capsys, *command, "--help")[1]
        assert "--password" not in told.replace("--ask-password", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["discover", "10.0.0.256"], "no address: 10.0.0.256"),
        (["discover", "10.0.0.0/8"], "in parts"),
        (["discover", "--no-multicast"], "nothing to ask"),
        (["discover", "127.0.0.1", "--user", "admin"], "the password of admin is missing"),
        (["discover", "127.0.0.1", "--ask-password"], "say whose password it is"),
        (["discover", "http://admin:s3cret@10.0.0.5/"], "without a login"),
        (["discover", "--discovery-port", "0"], "a port from 1 to 65535, not 0"),
        (["probe"], "ADDRESS"),
        (["probe", "10.0.0.0/24"], "probe asks one address"),
        (["probe", "rtsp://10.0.0.5/"], "streams are added by hand"),
        (["cameras"], "WHAT"),
        (["cameras", "import"], "FILE"),
        (["bench", "fleet", "--devices", "0"], "a number from 1 to 5000, not 0"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_line_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.delenv("CITYWALL_PASSWORD", raising=False)
    monkeypatch.delenv("CITYWALL_USER", raising=False)
    status, told, errors = ended(capsys, *arguments)
    assert (status, told) == (cli.EXIT_USAGE, "")
    last_line = errors.splitlines()[-1]
    assert said in last_line and last_line.startswith("citywall")
    assert "s3cret" not in errors and "Traceback" not in errors


def test_ctrl_c_ends_a_search_at_once_and_quietly() -> None:
    command = [sys.executable, "-m", "wall", "discover", "127.77.0.0/16", "--discovery-port", "9", "--json", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        asking = psutil.Process(process.pid)
        wait_until(lambda: asking.net_connections("udp"))  # It takes minutes: it is under way, and not just loaded.
        began_s = time.monotonic()
        process.send_signal(signal.SIGINT)
        told, errors = process.communicate(timeout=30)
    assert (process.returncode, told, errors) == (130, "", "")
    assert time.monotonic() - began_s < 10
