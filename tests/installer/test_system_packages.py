"""The lists of system packages, and what of them is missing."""

import shutil
from pathlib import Path

import pytest

from installer.system_packages import (
    Part,
    by_trace,
    in_packages,
    installed_packages,
    missing_parts,
    parse_part,
    read_parts,
)

KINDS = {"lib", "inlib", "path", "program"}
INSTALLER = Path(__file__).parents[2] / "installer"


def test_a_line_names_alternatives_and_a_trace() -> None:
    line = "libglib2.0-0t64 | libglib2.0-0  ; lib:libglib-2.0.so.0  # GLib"
    assert parse_part(line) == Part(("libglib2.0-0t64", "libglib2.0-0"), "lib:libglib-2.0.so.0")


@pytest.mark.parametrize("line", ["", "   ", "# why", "  # why ; not | a part"])
def test_blank_lines_and_comments_are_no_parts(line: str) -> None:
    assert parse_part(line) is None


@pytest.mark.parametrize("line", ["| b", "a |", "; lib:a.so"])
def test_a_line_without_a_name_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no package name"):
        parse_part(line)


def test_every_line_of_the_lists_has_a_name_and_a_trace() -> None:
    parts = read_parts(INSTALLER / "system-packages.txt", INSTALLER / "system-packages-test.txt")
    assert len(parts) > 30
    assert [part for part in parts if part.trace.partition(":")[0] not in KINDS] == []


def test_the_machine_that_runs_the_tests_has_them_all() -> None:
    parts = read_parts(INSTALLER / "system-packages.txt", INSTALLER / "system-packages-test.txt")
    assert missing_parts(parts) == []


def test_the_traces_of_what_is_there_are_found() -> None:
    """Where there is no dpkg the traces decide alone; here both can be asked, and must agree."""
    parts = read_parts(INSTALLER / "system-packages.txt", INSTALLER / "system-packages-test.txt")
    assert [part for part in parts if not by_trace(part)] == []


def test_without_dpkg_only_the_parts_without_a_trace_here_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    there, absent = Part(("libc6",), "lib:libc.so.6"), Part(("libnowhere1",), "lib:libnowhere.so.1")
    assert missing_parts([there, absent]) == [absent]


def test_a_part_without_a_trace_counts_as_missing() -> None:
    assert not by_trace(Part(("unheard-of",)))


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="this system has no dpkg")
def test_dpkg_knows_what_is_installed() -> None:
    assert installed_packages(["libc6", "no-such-package-anywhere"]) == {"libc6"}


def test_one_alternative_is_enough() -> None:
    exists = in_packages({"libglib2.0-0"})
    assert exists(Part(("libglib2.0-0t64", "libglib2.0-0")))
    assert not exists(Part(("libvlc5",)))
