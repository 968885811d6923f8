"""One decode process: what it is given, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.support.resources import open_files
from tests.support.waiting import until, wait_until
from tests.video.pooled import START_WITHIN_S, decoders
from wall.video import worker as worker_module
from wall.video.channel import Message
from wall.video.memory import PictureMemory
from wall.video.worker import Worker

SECRET = "s3cret-of-the-camera"


@asynccontextmanager
async def worker(log: Path | None = None) -> AsyncIterator[tuple[Worker, list[Message], list[Worker]]]:
    """A worker that is up, what it says, and where it stands once it is lost. Gone with the block."""
    said: list[Message] = []
    lost: list[Worker] = []
    started = Worker(log, said.append, lost.append)
    try:
        await until(lambda: started.is_ready or lost, START_WITHIN_S, "it did not come up")
        yield started, said, lost
    finally:
        started.kill()
        await until(started.is_gone, START_WITHIN_S, "it stays")


def files_of(pid: int) -> dict[int, str]:
    """What a process has open, by descriptor."""
    found = {}
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            found[int(each.name)] = str(each.readlink())
    return found


def pictures_mapped(process: psutil.Process) -> int:
    """How many picture memories a process has."""
    return sum("citywall-pictures" in each.path for each in process.memory_maps(grouped=False))


def nowhere(tile: int = 1) -> Message:
    """The order to look at a camera that is not there."""
    return {
        "do": "open",
        "rest": False,
        "decoder": "VLC",
        "level": "FULL",
        "tile": tile,
        "url": "rtsp://127.0.0.1:9/none",
        "owner": "",
        "user": "admin",
        "password": SECRET,
        "transport": "AUTO",
        "width": 64,
        "height": 36,
    }


def test_it_does_what_it_is_told_and_says_what_happens() -> None:
    async def scenario() -> None:
        async with worker() as (process, said, _):
            memory = PictureMemory.create(64, 36)
            process.send(nowhere(), (memory.descriptor,))
            await until(lambda: len(said) > 1)
            memory.close()
        assert [(each["tile"], each["phase"], each["cause"]) for each in said[:2]] == [
            (1, "OPENING", "NONE"),
            (1, "FAILED", "REFUSED"),
        ]

    asyncio.run(scenario())


def test_nothing_of_ours_reaches_it_but_the_channel() -> None:
    """No login on the command line or in the environment, no standard output, no other descriptor."""

    async def scenario() -> None:
        pipe = os.pipe()
        for descriptor in pipe:
            os.set_inheritable(descriptor, True)
        async with worker() as (process, said, _):
            memory = PictureMemory.create(64, 36)
            process.send(nowhere(), (memory.descriptor,))
            await until(lambda: len(said) > 1)
            theirs = psutil.Process(process.pid)
            assert SECRET not in str(theirs.cmdline()) + str(theirs.environ())
            files = files_of(process.pid)
            assert files[0] == files[1] == files[2] == "/dev/null"
            ours = files_of(os.getpid())
            assert not {ours[descriptor] for descriptor in pipe} & set(files.values())
            memory.close()
        for descriptor in pipe:
            os.close(descriptor)

    asyncio.run(scenario())


def test_a_closed_tile_gives_its_memory_back_there() -> None:
    async def scenario() -> None:
        async with worker() as (process, said, _):
            theirs = psutil.Process(process.pid)
            for tile in range(4):
                memory = PictureMemory.create(64, 36)
                process.send(nowhere(tile), (memory.descriptor,))
                memory.close()
            await until(lambda: {each["tile"] for each in said if each["phase"] == "FAILED"} == {0, 1, 2, 3})
            assert pictures_mapped(theirs) == 4
            for tile in range(3):
                process.send({"do": "close", "tile": tile})
            await until(lambda: pictures_mapped(theirs) == 1, 10, "it keeps the memory")

    asyncio.run(scenario())


def test_its_errors_go_to_the_log(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with worker(tmp_path / "decode.log") as (process, _, _lost):
            assert files_of(process.pid)[2] == str(tmp_path / "decode.log")

    asyncio.run(scenario())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_a_killed_process_is_noticed_at_once(number: signal.Signals) -> None:
    async def scenario() -> None:
        async with worker() as (process, _, lost):
            os.kill(process.pid, number)
            assert await until(lambda: lost) < 1
            assert lost == [process]
            await until(process.is_gone)

    asyncio.run(scenario())


def test_ctrl_c_in_the_terminal_is_for_the_parent() -> None:
    async def scenario() -> None:
        async with worker() as (process, _, lost):
            os.kill(process.pid, signal.SIGINT)
            await asyncio.sleep(0.8)
            process.check(time.monotonic())
            assert lost == [] and not process.is_gone()

    asyncio.run(scenario())


def test_a_stopped_process_is_noticed_and_killed() -> None:
    async def scenario() -> None:
        async with worker() as (process, _, lost):
            os.kill(process.pid, signal.SIGSTOP)
            now_s = time.monotonic()
            process.check(now_s)
            assert lost == []
            process.check(now_s + 4.1)
            assert lost == [process]
            await until(process.is_gone)

    asyncio.run(scenario())


def test_a_process_that_is_late_but_works_is_given_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that has too much to do; a new process would have as much to do, and more."""

    async def scenario() -> None:
        async with worker() as (process, _, lost):
            os.kill(process.pid, signal.SIGSTOP)
            now_s = time.monotonic()
            process.check(now_s)
            before = worker_module._worked_ticks(process.pid)
            assert before > 0
            monkeypatch.setattr(worker_module, "_worked_ticks", lambda pid: before + 20)
            process.check(now_s + 8)
            assert lost == []
            process.check(now_s + 16)
            assert lost == [process]
            await until(process.is_gone)

    asyncio.run(scenario())


def test_dismissed_it_ends_by_itself() -> None:
    async def scenario() -> None:
        async with worker() as (process, _, lost):
            process.dismiss()
            assert await until(process.is_gone) < 1.5
            process.dismiss()
            assert lost == []

    asyncio.run(scenario())


def test_telling_a_dead_process_something_is_no_error() -> None:
    async def scenario() -> None:
        async with worker() as (process, _, lost):
            psutil.Process(process.pid).kill()
            await until(lambda: lost)
            process.send({"do": "close", "tile": 1})
            process.kill()
            assert lost == [process]

    asyncio.run(scenario())


def test_nothing_stays_when_it_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        before = open_files()
        with pytest.raises(OSError):
            Worker(None, lambda message: None, lambda process: None)
        assert open_files() <= before

    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    asyncio.run(scenario())


_PARENT = """
import asyncio, sys
from wall.video.pool import DecodePool
async def main():
    pool = DecodePool(2, lambda report: None)
    await pool.start()
    while not all(worker is not None and worker.is_ready for worker in [*pool._workers, pool._spare]):
        await asyncio.sleep(0.05)
    print("up", flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


@pytest.mark.parametrize("one_hangs", [False, True], ids=["all well", "one hangs"])
def test_they_end_with_a_killed_parent(one_hangs: bool) -> None:
    """Within two seconds, and whoever reads the parent's output sees its end."""
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE) as parent:
        try:
            assert parent.stdout is not None and parent.stdout.readline() == b"up\n"
            children = [psutil.Process(pid) for pid in decoders(parent.pid)]
            assert len(children) == 3
            if one_hangs:
                children[0].suspend()
        finally:
            parent.kill()
        killed_s = time.monotonic()
        assert parent.stdout.read() == b""
        wait_until(lambda: all(_has_ended(child) for child in children), 10, "they stay")
        assert time.monotonic() - killed_s < 2


def _has_ended(orphan: psutil.Process) -> bool:
    """A zombie has: when the system's first process takes notice of it is not up to us."""
    try:
        return bool(orphan.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
