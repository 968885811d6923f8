"""Clips on disk and on the shelf: whole or not there, made once, made again when damaged."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulator.footage import clip, planes
from wall.simulator.clips import job, store
from wall.simulator.clips.clip import DamagedClipError, from_bytes, to_bytes
from wall.simulator.clips.encode import encode, stamped, with_noise
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.clips.shelf import ClipError, ClipShelf
from wall.simulator.rtp import nal

SMALL = ClipRecipe("city", 3, "h264", 160, 90, 5, 64, seconds=2)
WHOLE = to_bytes(clip())


def test_a_clip_comes_back_from_its_bytes() -> None:
    assert from_bytes(WHOLE) == clip()


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(at: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] ^= change
    try:
        same = from_bytes(bytes(damaged))
    except DamagedClipError:
        return
    # Only the header may differ, where it does not matter for the contents: a frame rate, say.
    assert [unit.data for unit in same.units] == [unit.data for unit in clip().units]
    assert at < WHOLE.index(b"\n")


@given(st.integers(0, len(WHOLE) - 1))
def test_half_a_clip_is_none(size: int) -> None:
    with pytest.raises(DamagedClipError):
        from_bytes(WHOLE[:size])


@pytest.mark.parametrize("data", [b"", b"{}\n", b"[]\n", b"null\n", b'{"sizes": 3}\n', b"\xff\xfe\n"])
def test_other_files_are_no_clips(data: bytes) -> None:
    with pytest.raises(DamagedClipError):
        from_bytes(data)


def test_what_is_saved_is_loaded_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "clips"
    assert store.load(folder, SMALL) is None
    store.save(folder, SMALL, clip())
    assert store.load(folder, SMALL) == clip()
    assert [path.name for path in folder.iterdir()] == [SMALL.file_name]


def test_every_field_of_a_recipe_names_another_file() -> None:
    others = [replace(SMALL, scene=4), replace(SMALL, codec="h265"), replace(SMALL, still=True)]
    others += [replace(SMALL, kbit_s=65), replace(SMALL, seconds=3), replace(SMALL, style="bench")]
    assert len({recipe.file_name for recipe in (SMALL, *others)}) == 7


@pytest.mark.parametrize("codec", ["h264", "h265"])
def test_clips_are_as_a_camera_s_stream(codec: str) -> None:
    """A keyframe every two seconds with its parameter sets, no B-frames, about the rate that was asked for."""
    recipe = ClipRecipe("city", 0, codec, 320, 180, 15, 256)
    (made,) = encode(stamped(with_noise(planes(320, 180, 90), 8.0, 1)), [recipe])
    assert [i for i, unit in enumerate(made.units) if unit.is_key] == [0, 30, 60]
    parameter_sets = {"h264": 2, "h265": 3}[codec]
    assert all(len(nal.split(unit.data)) > parameter_sets for unit in made.units if unit.is_key)
    rate = sum(len(unit.data) for unit in made.units) * 8 / 6
    assert 180_000 < rate < 320_000


def test_the_shelf_has_a_clip_drawn_once(tmp_path: Path) -> None:
    other = replace(SMALL, codec="h265")

    async def twice() -> None:
        shelf = ClipShelf(tmp_path)
        shelf.prepare([other])
        one, same, second = await asyncio.gather(shelf.get(SMALL), shelf.get(SMALL), shelf.get(other))
        assert one is same
        assert (one.codec, one.width, len(one.frames)) == ("h264", 160, 10)
        assert (second.codec, len(second.frames)) == ("h265", 10)
        await shelf.close()

    asyncio.run(twice())
    assert {path.name for path in tmp_path.iterdir()} == {SMALL.file_name, other.file_name}


def test_a_damaged_clip_is_made_again(tmp_path: Path) -> None:
    (tmp_path / SMALL.file_name).write_bytes(WHOLE[:1000])

    async def get() -> int:
        shelf = ClipShelf(tmp_path)
        made = await shelf.get(SMALL)
        await shelf.close()
        return len(made.frames)

    assert asyncio.run(get()) == 10


def test_what_cannot_be_made_says_why_and_may_be_tried_again(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")

    async def get() -> None:
        shelf = ClipShelf(blocked)
        for _ in range(2):
            with pytest.raises(ClipError, match=SMALL.file_name):
                await shelf.get(SMALL)
        await shelf.close()

    asyncio.run(get())


def test_closing_ends_the_processes(tmp_path: Path) -> None:
    async def close_early() -> None:
        shelf = ClipShelf(tmp_path)
        waiting = asyncio.create_task(shelf.get(replace(SMALL, seconds=600)))
        while not shelf.is_busy:  # noqa: ASYNC110 - nobody is told when a process starts
            await asyncio.sleep(0)
        assert shelf.unmade == 1
        await shelf.close()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    # That no process is left is checked for every test (tests/conftest.py).
    asyncio.run(close_early())
    assert list(tmp_path.iterdir()) == []


def test_an_orphaned_job_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parents = iter([10, 10, 10, 1])
    monkeypatch.setattr("os.getppid", lambda: next(parents, 1))
    monkeypatch.setattr("os.nice", lambda _: 0)
    assert job.main([str(tmp_path), '[["city", 3, "h264", 160, 90, 5, 64, 600, false]]']) == 3
    assert list(tmp_path.iterdir()) == []
