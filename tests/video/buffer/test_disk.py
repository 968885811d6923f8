"""A disk that is full, slow, taken away or left behind: it is told, and nothing but what it held suffers."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from tests.support.waiting import wait_until
from tests.video.buffer.shelves import MB, Clock, Shelved, fill, number_of, numbers, opened, shelved
from wall.model.tile import Cause
from wall.video.buffer.disk import AGAIN_S
from wall.video.buffer.folder import Folder
from wall.video.buffer.segments import create
from wall.video.terms import new_token


def causes(room: Shelved) -> list[Cause]:
    return [cause for cause, _ in room.troubles]


class FullDisk:
    """New files are /dev/full while it is full: the kernel answers every write with ENOSPC."""

    def __init__(self) -> None:
        self.is_full = True

    def __call__(self, path: Path) -> int:
        if not self.is_full:
            return create(path)
        os.close(create(path))
        return os.open("/dev/full", os.O_WRONLY | os.O_CLOEXEC)


def test_a_full_disk_is_told_once_and_memory_goes_on(tmp_path: Path) -> None:
    disk = FullDisk()
    with shelved(tmp_path, opener=disk) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 5000)
        assert causes(room) == [Cause.KEEPING_FULL]
        kept = numbers(buffer, 0)
        assert kept == list(range(kept[0], 5000)) and len(kept) > 600, "the newest, without a hole"
        assert room.files() == []
        disk.is_full = False
        room.clock.now_s += AGAIN_S + 1
        fill(room, buffer, 2000, first=5000, from_s=1500)
        assert causes(room) == [Cause.KEEPING_FULL, Cause.NONE]
        assert room.files() and len(numbers(buffer, 0)) > 2000


def test_others_have_what_is_left_of_the_disk(tmp_path: Path) -> None:
    with shelved(tmp_path, spare_bytes=1 << 60) as room:
        fill(room, opened(room.shelf), 3000)
        assert causes(room) == [Cause.KEEPING_FULL] and room.files() == []


def test_a_folder_removed_in_the_middle_is_told_and_made_again(tmp_path: Path) -> None:
    with shelved(tmp_path) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 5000)
        assert room.files()
        shutil.rmtree(tmp_path)
        assert list(buffer.units_from(0)), "what is in memory is there"
        fill(room, buffer, 2000, first=5000, from_s=1500)
        assert causes(room) == [Cause.KEEPING_FOLDER]
        kept = numbers(buffer, 0)
        assert kept == list(range(kept[0], 7000)), "what was on the disk is not claimed to be there"
        room.clock.now_s += AGAIN_S + 1
        fill(room, buffer, 3000, first=7000, from_s=1700)
        assert causes(room) == [Cause.KEEPING_FOLDER, Cause.NONE] and room.files()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with shelved(tmp_path / "file") as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 2000)
        assert causes(room) == [Cause.KEEPING_FOLDER] and "file" in room.troubles[0][1]
        assert numbers(buffer, 0)[-1] == 1999


def test_a_file_that_is_damaged_gives_nothing_wrong(tmp_path: Path) -> None:
    with shelved(tmp_path) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 5000)
        for path in room.files():
            path.write_bytes(b"\xff" * path.stat().st_size)
        kept = numbers(buffer, 0)
        assert kept == list(range(kept[0], 5000)) and 0 < len(kept) < 1500


class SlowDisk:
    """Takes no new file before it is let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def __call__(self, path: Path) -> int:
        assert self.gate.wait(20)
        return create(path)


def test_a_slow_disk_is_told_and_holds_nobody_up(tmp_path: Path) -> None:
    disk = SlowDisk()
    with shelved(tmp_path, opener=disk) as room:
        buffer = opened(room.shelf)
        for part in range(0, 5000, 10):
            fill(Shelved(room.shelf, None, room.clock, room.folder), buffer, 10, first=part, from_s=1000 + part / 10)
            assert room.shelf.memory_bytes <= MB
        assert causes(room) == [Cause.KEEPING_SLOW]
        assert numbers(buffer, 9999)[-1] == 4999
        disk.gate.set()
        room.settle()
        room.clock.now_s += 60
        room.shelf.tick(room.clock.now_s)
        assert causes(room) == [Cause.KEEPING_SLOW, Cause.NONE]
        fill(room, buffer, 2000, first=5000, from_s=1500)
        assert numbers(buffer, 1400)[-2000:] == list(range(5000, 7000))


def test_who_reads_is_not_kept_waiting_by_what_is_written(tmp_path: Path) -> None:
    """And not for ever: a picture that comes too late is none."""
    disk = SlowDisk()
    disk.gate.set()
    with shelved(tmp_path, opener=disk) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 3000)
        assert room.disk is not None
        order: list[str] = []
        held = threading.Event()
        room.disk._wish(lambda: held.wait(10))
        room.disk._wish(lambda: order.append("written"))
        reader = threading.Thread(target=lambda: order.append(f"read {len(numbers(buffer, 0))}"))
        reader.start()
        wait_until(lambda: room.disk is not None and room.disk._urgent)
        held.set()
        reader.join(10)
        room.settle()
        assert order[-1] == "read 3000" and "written" in order


def test_the_successor_of_a_killed_process_finds_what_was_on_the_disk(tmp_path: Path) -> None:
    """It has the token of the one before, and not what that one had in memory."""
    token, left = new_token(3), tmp_path / "left"
    with shelved(tmp_path / "base", token=token) as room:
        for tile in (4, 5):
            fill(room, opened(room.shelf, tile), 3000)
        shutil.copytree(room.folder, left)
    with max(left.glob("*.units")).open("ab") as last:
        last.write(b"half of a chunk")
    shutil.copytree(left, tmp_path / "base" / token)
    with shelved(tmp_path / "base", token=token) as room:
        early = opened(room.shelf, 4)
        room.settle()
        late = opened(room.shelf, 5)
        for buffer in (early, late):
            kept = numbers(buffer, 1010)
            assert kept[0] == 100 and kept == list(range(100, 100 + len(kept))) and len(kept) > 500
            fill(room, buffer, 100, first=7000, from_s=1400)
            assert numbers(buffer, 1010)[-100:] == list(range(7000, 7100))
            assert len(buffer.spans()) == 2
        assert room.troubles == []
        room.shelf.tick(5000)
        room.settle()
        assert room.files() == []


def test_what_a_killed_program_left_is_removed_and_what_another_uses_is_not(tmp_path: Path) -> None:
    dead, foreign = tmp_path / new_token(0), tmp_path / "photos"
    for folder in (dead, foreign):
        folder.mkdir()
        (folder / "1-000000.units").write_bytes(b"x" * 1000)
    (dead / "lock").touch()
    with shelved(tmp_path) as running:
        fill(running, opened(running.shelf), 3000)
        with shelved(tmp_path) as started:
            fill(started, opened(started.shelf), 3000)
            wait_until(lambda: not dead.exists())
            assert running.files() and started.files() and foreign.is_dir()
        assert not started.folder.exists() and running.files()
        assert number_of(next(iter(running.shelf._buffers[0].units_from(0))).data) == 0
    assert [path.name for path in foreign.iterdir()] == ["1-000000.units"]
    assert {path.name for path in tmp_path.iterdir()} == {".gate", "photos"}


def test_a_folder_belongs_to_one_process(tmp_path: Path) -> None:
    token = new_token(0)
    first, second = Folder(tmp_path, token), Folder(tmp_path, token)
    assert first.claim() and not second.claim()
    first.remove()
    assert second.claim() and second.is_there()
    shutil.rmtree(second.path)
    assert not second.is_there()
    second.remove()


def test_a_disk_that_ends_before_it_began_leaves_nothing(tmp_path: Path) -> None:
    with shelved(tmp_path, clock=Clock()) as room:
        pass
    assert not room.folder.exists()


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    with shelved(tmp_path / "base") as room:
        fill(room, opened(room.shelf), 3000)
        assert room.folder.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in room.files())


@pytest.mark.parametrize("length", [0, 1, 40, 60, 500])
def test_a_record_that_is_cut_off_is_none(tmp_path: Path, length: int) -> None:
    with shelved(tmp_path) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 3000)
        for path in room.files():
            os.truncate(path, length)
        kept = numbers(buffer, 0)
        assert kept == list(range(kept[0], 3000))
