"""The stamp decides what there is to do."""

import json
import sys
from pathlib import Path

import pytest

from installer.pythons import Python
from installer.trouble import Trouble
from installer.venv import BUILD_LOCK, LOCKS, State, Venv, digests

VERSION = ".".join(map(str, sys.version_info[:3]))


@pytest.fixture
def venv(tmp_path: Path) -> Venv:
    """A checkout whose environment has an interpreter that runs, and no stamp."""
    (tmp_path / "installer").mkdir()
    for name in (BUILD_LOCK, *LOCKS.values()):
        (tmp_path / "installer" / name).write_text(f"# {name}\n")
    venv = Venv(tmp_path)
    venv.python.parent.mkdir(parents=True)
    venv.python.symlink_to(sys.executable)
    return venv


def finish(venv: Venv, *locks: str, python: str = VERSION, place: str = "") -> None:
    stamp = {"python": python, "place": place or str(venv.root), "locks": digests(venv.installer, *locks)}
    venv.stamp_file.write_text(json.dumps(stamp))


def test_without_a_stamp_it_was_left_half_built(venv: Venv) -> None:
    assert venv.state("demo") is State.ABSENT


@pytest.mark.parametrize("purpose", ["demo", "test"])
def test_with_its_stamp_there_is_nothing_to_do(venv: Venv, purpose: str) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"], LOCKS[purpose])
    assert venv.state(purpose) is State.COMPLETE


def test_the_demo_needs_nothing_of_the_tests(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, *LOCKS.values())
    assert venv.state("demo") is State.COMPLETE


def test_the_tests_need_more_than_the_demo(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"])
    assert venv.state("test") is State.LACKS_TEST_PACKAGES


def test_a_changed_lock_asks_for_a_new_one(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"])
    (venv.installer / LOCKS["demo"]).write_text("# another\n")
    assert venv.state("demo") is State.ABSENT


def test_the_lock_of_the_tests_does_not_touch_the_demo(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"])
    (venv.installer / LOCKS["test"]).write_text("# another\n")
    assert venv.state("demo") is State.COMPLETE


def test_an_interpreter_that_is_gone_asks_for_a_new_one(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"])
    venv.python.unlink()
    venv.python.symlink_to("/nowhere/python3")
    assert venv.state("demo") is State.ABSENT


def test_another_version_asks_for_a_new_one(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"], python="3.11.0")
    assert venv.state("demo") is State.ABSENT


def test_a_moved_checkout_asks_for_a_new_one(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"], place="/somewhere/else")
    assert venv.state("demo") is State.ABSENT


@pytest.mark.parametrize("text", ["", "{", "[]", '"stamp"', '{"python": "3.11.2"}', '{"unknown": 1}'])
def test_a_damaged_stamp_is_none(venv: Venv, text: str) -> None:
    venv.stamp_file.write_text(text)
    assert venv.state("demo") is State.ABSENT


def test_a_build_that_fails_leaves_no_stamp(venv: Venv) -> None:
    finish(venv, BUILD_LOCK, LOCKS["demo"])
    with pytest.raises(Trouble, match="Could not make the virtual environment"):
        venv.build(Python(Path("/bin/false"), "3.11.2", True), "demo")
    assert not venv.stamp_file.exists()


def test_the_environment_of_another_checkout_is_left_as_it_is(venv: Venv, tmp_path: Path) -> None:
    """To make one's own would empty it first."""
    finish(venv, BUILD_LOCK, LOCKS["demo"], place="/somewhere/else")
    theirs = tmp_path / "theirs"
    venv.folder.rename(theirs)
    venv.folder.symlink_to(theirs)
    with pytest.raises(Trouble):
        venv.build(Python(Path("/bin/false"), VERSION, True), "demo")
    assert (theirs / venv.stamp_file.name).exists()
    assert not venv.folder.exists()
