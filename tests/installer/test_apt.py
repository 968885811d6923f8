"""What is installed, and what a person is told where nothing can be."""

import io
import os
from pathlib import Path

import pytest

from installer import apt
from installer.system_packages import Part
from installer.trouble import Trouble

GLIB = Part(("libglib2.0-0t64", "libglib2.0-0"), "lib:libglib-2.0.so.0")
VLC = Part(("libvlc5",), "lib:libvlc.so.5")


def only_known(*names: str) -> apt.Known:
    return lambda name: name in names


def test_the_first_known_alternative_is_taken() -> None:
    assert apt.package_names([GLIB, VLC], only_known("libglib2.0-0t64", "libglib2.0-0", "libvlc5")) == [
        "libglib2.0-0t64",
        "libvlc5",
    ]
    assert apt.package_names([GLIB], only_known("libglib2.0-0")) == ["libglib2.0-0"]


def test_the_plainest_name_is_taken_while_apt_knows_none() -> None:
    assert apt.package_names([GLIB], only_known()) == ["libglib2.0-0"]


def test_the_line_to_run_can_be_pasted_into_a_shell() -> None:
    said = apt.line_to_run([GLIB, VLC], only_known("libvlc5", "libglib2.0-0t64"))
    assert said.splitlines()[-1].split(" && ") == [
        "  sudo apt-get update",
        "sudo apt-get install --yes --no-install-recommends libglib2.0-0t64 libvlc5",
    ]


def test_without_apt_every_missing_part_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble) as trouble:
        apt.install([GLIB, VLC])
    said = str(trouble.value)
    assert "no apt" in said
    assert "libglib2.0-0t64 or libglib2.0-0  (libglib-2.0.so.0)" in said
    assert "libvlc5  (libvlc.so.5)" in said


def test_a_part_that_no_source_has_is_named() -> None:
    assert "libvlc5" in apt.unknown_to_apt([VLC], updated=True)
    assert "apt-get update failed" in apt.unknown_to_apt([VLC], updated=False)


class FakeMachine:
    """A PATH with programs of our own: each writes down how it was called."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.journal = folder / "journal"
        self.journal.touch()
        monkeypatch.setenv("PATH", str(folder))

    def program(self, name: str, then: str = "") -> None:
        script = self.folder / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.journal}\n{then}\n')
        script.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        return self.journal.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    machine = FakeMachine(tmp_path, monkeypatch)
    for name in ("apt-get", "apt-cache"):
        machine.program(name)
    machine.program("env", 'shift; exec "$@"')
    return machine


def become(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_root_installs_after_an_update(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 0)
    apt.install([GLIB, VLC])
    install = [call for call in machine.calls if call.startswith("apt-get")]
    assert install == [
        "apt-get update --quiet=2",
        "apt-get install --yes --no-install-recommends --quiet=2 libglib2.0-0t64 libvlc5",
    ]


def test_another_person_uses_sudo_where_it_asks_nothing(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 1000)
    machine.program("sudo", '[ "$1" = -n ] || exec "$@"')
    apt.install([VLC])
    assert "sudo apt-get update --quiet=2" in machine.calls
    assert machine.calls[-1].endswith("install --yes --no-install-recommends --quiet=2 libvlc5")


class Terminal(io.StringIO):
    """Standard input with a person before it."""

    def isatty(self) -> bool:
        return True


def test_sudo_may_ask_only_where_someone_can_answer(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 1000)
    machine.program("sudo", '[ "$1" = -n ] && exit 1')
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert apt.as_root() is None
    monkeypatch.setattr("sys.stdin", Terminal())
    assert apt.as_root() == ["sudo"]


def test_without_root_nothing_is_changed(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 1000)
    with pytest.raises(Trouble, match="sudo apt-get install"):
        apt.install([VLC])
    assert [call for call in machine.calls if call.startswith("apt-get")] == []


def test_nothing_is_installed_when_a_part_is_unknown(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 0)
    machine.program("apt-cache", "exit 100")
    with pytest.raises(Trouble, match="do not have: libvlc5"):
        apt.install([VLC])
    assert not any("install" in call for call in machine.calls)


def test_a_failing_apt_is_told(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 0)
    machine.program("apt-get", "exit 100")
    with pytest.raises(Trouble, match="could not install"):
        apt.install([VLC])
