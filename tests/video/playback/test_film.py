"""One film, in this process: what becomes of a picture that is being looked for while its place is exchanged."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.waiting import until, wait_until
from tests.video.encoded import GREYS, grey_number
from tests.video.playback.test_stills import FPS, recorded
from tests.video.screen import colour_at
from wall.model.stream import Codec
from wall.video.decode.vlc_player import VlcEngine
from wall.video.engine import Engine
from wall.video.memory import PictureMemory, PictureReader
from wall.video.playback.film import Film


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("film"), Codec.H264)


@contextmanager
def memories(*sizes: tuple[int, int]) -> Iterator[list[PictureMemory]]:
    made = [PictureMemory.create(*size) for size in sizes]
    try:
        yield made
    finally:
        for each in made:
            each.close()


def seen_in(reader: PictureReader) -> int | None:
    picture = reader.hold()
    return grey_number(colour_at(picture, 0.5, 0.5)[2]) if picture is not None else None


def standing(engine: Engine, path: Path, memory: PictureMemory) -> Film:
    assert isinstance(engine, VlcEngine)
    return Film(engine, path, memory, 0.0, 1.0, runs=False)


def test_a_size_that_comes_with_the_first_picture_has_it_too(engine: Engine, path: Path) -> None:
    async def play() -> None:
        with memories((320, 180), (160, 90)) as (first, second):
            film = standing(engine, path, first)
            while film._stills is None:  # noqa: ASYNC110 - no moment too late
                await asyncio.sleep(0)
            wait_until(lambda: seen_in(PictureReader(first)) == 0)  # The loop has not heard of it yet.
            film.move(second)
            await until(lambda: seen_in(PictureReader(second)) == 0)
            film.close()

    asyncio.run(play())


def test_a_size_that_comes_with_a_step_leaves_it_where_it_stepped_to(engine: Engine, path: Path) -> None:
    async def play() -> None:
        with memories((320, 180), (160, 90)) as (first, second):
            film = standing(engine, path, first)
            await until(lambda: seen_in(PictureReader(first)) == 0)
            film.seek(1.0)
            await until(lambda: seen_in(PictureReader(first)) == FPS)
            film.step(1)
            await asyncio.sleep(0)
            film.move(second)
            await until(lambda: seen_in(PictureReader(second)) == FPS + 1)
            stood_s = time.monotonic()
            await until(lambda: time.monotonic() > stood_s + 0.3)
            assert seen_in(PictureReader(second)) == (FPS + 1) % GREYS
            film.close()

    asyncio.run(play())
