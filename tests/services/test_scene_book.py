"""What fixed cameras show is kept for each hour of the day, and recalled only at such a time of the day."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.inventory import CameraRecord, Inventory, StreamRecord
from wall.model.scene import CELLS, REGIONS, KeptScene, UsualScene
from wall.services.scene_book import HOLDS_S, NEAR_S, NOTED_EVERY_S, SceneBook, usual_at
from wall.services.scene_opening import FixedStreams
from wall.store.scene_folder import SceneFolder

T = 1_800_000_000.0
HOUR_S, DAY_S = 3600.0, 86_400.0
URL, DOME = "rtsp://10.0.0.7/1", "rtsp://10.0.0.9/1"
WAIT_S = 10.0


def usual(value: int, generation: int = 0) -> UsualScene:
    return UsualScene(bytes([value]) * CELLS, bytes(REGIONS), is_grey=False, generation=generation)


class Room:
    """A book on real files, at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = SceneFolder(folder)
        self.now_s = T
        self.book = SceneBook(asyncio.get_running_loop(), self.folder, lambda url: url != DOME, lambda: self.now_s)

    async def recalled(self, url: str = URL) -> UsualScene | None:
        """What is told; the disk has answered what was asked after it, too."""
        told: list[UsualScene] = []
        self.book.recall(url, told.append)
        answered = asyncio.Event()
        self.book._files.ask(lambda: None).add_done_callback(
            lambda _: self.book._loop.call_soon_threadsafe(answered.set)
        )
        await asyncio.wait_for(answered.wait(), WAIT_S)
        return told[0] if told else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "scenes"


def test_it_is_recalled_at_such_a_time_of_the_day(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        assert await room.recalled() is None
        room.book.note(URL, usual(1, generation=3))
        for later_s, expected in (
            (60.0, usual(1)),
            (NEAR_S, usual(1)),
            (NEAR_S + 60.0, None),
            (12 * HOUR_S, None),
            (DAY_S - NEAR_S, usual(1)),
            (5 * DAY_S, usual(1)),
            (HOLDS_S + 60.0, None),
            (-60.0, None),
        ):
            room.now_s = T + later_s
            assert await room.recalled() == expected, later_s
        room.book.close()

    asyncio.run(try_it())


def test_domes_are_left_alone(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        room.book.note(DOME, usual(1))
        assert await room.recalled(DOME) is None
        room.book.close()
        assert room.folder.read(DOME) == ()

    asyncio.run(try_it())


def test_it_is_written_now_and_then_and_one_for_each_hour(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        for hour in range(26):
            room.now_s = T + hour * HOUR_S
            room.book.note(URL, usual(hour))
        assert await room.recalled() == usual(25)
        room.book.close()
        kept = room.folder.read(URL)
        assert len(kept) == 24
        assert {each.usual.cells[0] for each in kept} == set(range(2, 26)), "the newer one of each hour"

    asyncio.run(try_it())


def test_what_is_told_every_second_is_not_written_every_second(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        for second in range(int(NOTED_EVERY_S)):
            room.now_s = T + second
            room.book.note(URL, usual(second % 256))
        assert await room.recalled() == usual(0)
        room.now_s = T + NOTED_EVERY_S
        room.book.note(URL, usual(7))
        assert await room.recalled() == usual(7)
        room.book.close()

    asyncio.run(try_it())


def test_once_another_scene_is_usual_nothing_of_it_is_known_until_it_is_noted(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        room.book.note(URL, usual(1))
        room.book.forget(URL)
        assert await room.recalled() is None
        room.book.note(URL, usual(2))
        assert await room.recalled() == usual(2)
        room.book.close()

    asyncio.run(try_it())


def test_a_disk_that_takes_nothing_is_no_trouble(folder: Path) -> None:
    folder.write_text("a file where the folder should be")

    async def try_it() -> None:
        room = Room(folder)
        room.book.note(URL, usual(1))
        assert await room.recalled() is None
        room.book.forget(URL)
        room.book.close()

    asyncio.run(try_it())


def test_old_files_go_at_the_start(folder: Path) -> None:
    async def try_it() -> None:
        room = Room(folder)
        room.book.note(URL, usual(1))
        room.book.close()
        later = Room(folder)
        later.now_s = 4e9
        SceneBook(asyncio.get_running_loop(), later.folder, lambda _: True, lambda: 4e9).close()
        assert later.folder.read(URL) == ()
        later.book.close()

    asyncio.run(try_it())


@given(st.lists(st.floats(T - 20 * DAY_S, T + DAY_S), max_size=8))
def test_the_newest_that_fits_is_recalled(taken_s: list[float]) -> None:
    scenes = [KeptScene(each, usual(number)) for number, each in enumerate(taken_s)]
    found = usual_at(scenes, T)
    fits = [number for number, each in enumerate(taken_s) if _fits(each)]
    if not fits:
        assert found is None
    else:
        assert found is not None and taken_s[found.cells[0]] == max(taken_s[each] for each in fits)


def _fits(taken_s: float) -> bool:
    """By days and hours, counted another way."""
    ago_s = T - taken_s
    return 0 <= ago_s <= HOLDS_S and min(abs(ago_s - day * DAY_S) for day in range(9)) <= NEAR_S


def test_which_streams_are_of_cameras_that_cannot_turn() -> None:
    def inventory(cameras: Iterable[CameraRecord]) -> SimpleNamespace:
        return SimpleNamespace(inventory=Inventory(cameras=tuple(cameras)))

    dome = CameraRecord("dome", 1, streams=(StreamRecord(DOME),), has_ptz=True)
    fixed = CameraRecord("fixed", 2, streams=(StreamRecord(URL), StreamRecord(f"{URL}/small")))
    fleet = inventory((dome, fixed))
    streams = FixedStreams(fleet)  # type: ignore[arg-type]
    assert [streams.has(url) for url in (URL, f"{URL}/small", DOME, "rtsp://10.0.0.1/")] == [True, True, False, False]
    fleet.inventory = Inventory(cameras=(dome,))
    assert not streams.has(URL)
