"""Which Python is chosen."""

import os
import sys
from pathlib import Path

import pytest

from installer.pythons import ANY_PYTHON, Python, candidates, choose, probe, usable
from installer.system_packages import Part
from installer.trouble import Trouble


def fake_python(folder: Path, name: str, answer: str) -> Path:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{answer}\n")
    script.chmod(0o755)
    return script


def only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing but the folder be searched."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).parent == folder and real(path, mode))


def test_a_real_interpreter_says_who_it_is() -> None:
    python = probe(Path(sys.executable))
    assert python
    assert python.version == ".".join(map(str, sys.version_info[:3]))
    assert python.suits


@pytest.mark.parametrize("answer", ["exit 127", "echo pyenv: no such version", "true"])
def test_a_shim_that_points_to_nothing_is_none(tmp_path: Path, answer: str) -> None:
    assert probe(fake_python(tmp_path, "python3.13", answer)) is None


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    assert probe(tmp_path / "python3.11") is None


def test_the_newest_that_makes_environments_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch)
    fake_python(tmp_path, "python3.13", "exit 127")
    twelve = fake_python(tmp_path, "python3.12", "echo 3.12.3 True")
    fake_python(tmp_path, "python3.11", "echo 3.11.2 True")
    assert choose({"PATH": str(tmp_path)}) == Python(twelve, "3.12.3", True)


def test_an_older_one_that_makes_environments_goes_before_a_newer_that_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(tmp_path, monkeypatch)
    fake_python(tmp_path, "python3.13", "echo 3.13.1 False")
    eleven = fake_python(tmp_path, "python3.11", "echo 3.11.2 True")
    assert choose({"PATH": str(tmp_path)}) == Python(eleven, "3.11.2", True)


def test_the_package_for_environments_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch)
    fake_python(tmp_path, "python3", "echo 3.12.3 False")
    part = choose({"PATH": str(tmp_path)})
    assert isinstance(part, Part)
    assert part.names == ("python3.12-venv",)


def test_too_old_and_too_new_ones_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch)
    fake_python(tmp_path, "python3", "echo 3.10.12 True")
    assert choose({"PATH": str(tmp_path)}) == ANY_PYTHON
    assert usable([fake_python(tmp_path, "python3", "echo 3.14.0 True")]) == []


@pytest.mark.parametrize("answer", ["echo 3.10.12 True", "exit 127"])
def test_a_wrong_python_that_was_asked_for_is_refused(tmp_path: Path, answer: str) -> None:
    named = fake_python(tmp_path, "mine", answer)
    with pytest.raises(Trouble, match=r"needs Python 3\.11 to 3\.13"):
        choose({"PYTHON": str(named)})


def test_the_python_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    named = fake_python(tmp_path, "mine", "echo 3.11.9 True")
    assert choose({"PYTHON": str(named)}) == Python(named, "3.11.9", True)


def test_every_folder_is_searched_for_the_newest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shims, real = tmp_path / "shims", tmp_path / "bin"
    for folder in (shims, real):
        folder.mkdir()
        fake_python(folder, "python3.11", "true")
    fake_python(real, "python3.13", "true")
    found = [path for path in candidates(f"{shims}:{real}") if tmp_path in path.parents]
    assert found == [real / "python3.13", shims / "python3.11", real / "python3.11"]
