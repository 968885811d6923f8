"""What a camera usually shows crosses from process to process whole, or not at all."""

from __future__ import annotations

import os
import threading
from array import array
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wall.model.scene import CELLS, REGIONS, UsualScene
from wall.video.memory import PictureMemory, PictureWriter
from wall.video.usual_memory import FRESH_S, fresh_in, put_usual, times_put, usual_in

WIDTH, HEIGHT = 64, 36
USUAL = st.builds(
    UsualScene,
    st.binary(min_size=CELLS, max_size=CELLS),
    st.binary(min_size=REGIONS, max_size=REGIONS),
    st.booleans(),
    st.integers(0, 2**40),
)


@pytest.fixture
def memory() -> Iterator[PictureMemory]:
    memory = PictureMemory.create(WIDTH, HEIGHT)
    yield memory
    memory.close()


def test_there_is_none_at_first(memory: PictureMemory) -> None:
    assert usual_in(memory) is None and fresh_in(memory, 5.0) is None and times_put(memory) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(usual=USUAL)
def test_it_crosses_over_and_hurts_nothing_beside_it(memory: PictureMemory, usual: UsualScene) -> None:
    theirs = PictureMemory(os.dup(memory.descriptor), WIDTH, HEIGHT)
    vitals, before = memory.vitals(), times_put(memory)
    put_usual(theirs, usual, 7.0)
    assert (usual_in(memory), times_put(memory)) == (usual, before + 2)
    assert memory.vitals() == vitals
    assert PictureWriter(memory).latest() is None
    theirs.close()


def test_what_has_stood_there_for_long_is_not_fresh(memory: PictureMemory) -> None:
    usual = UsualScene(bytes(CELLS), bytes(REGIONS), is_grey=False)
    put_usual(memory, usual, 1000.0)
    assert [fresh_in(memory, 1000.0 + after_s) for after_s in (-1.0, 0.0, FRESH_S, FRESH_S + 1.0)] == [
        None,
        usual,
        usual,
        None,
    ]


def test_half_of_one_is_never_read(memory: PictureMemory) -> None:
    """One process writes without a pause."""
    ends = threading.Event()
    scenes = [UsualScene(bytes([value]) * CELLS, bytes([value]) * REGIONS, is_grey=False) for value in range(256)]

    def write() -> None:
        while not ends.is_set():
            for usual in scenes:
                put_usual(memory, usual, 1.0)

    writing = threading.Thread(target=write)
    writing.start()
    read = [usual for _ in range(5000) if (usual := usual_in(memory)) is not None]
    ends.set()
    writing.join()
    assert all(len(set(usual.cells + usual.likeness)) == 1 for usual in read)


@given(header=st.lists(st.integers(-(2**63), 2**63 - 1), min_size=256, max_size=256))
def test_a_writer_gone_astray_does_the_reader_no_harm(header: list[int]) -> None:
    memory = PictureMemory.create(WIDTH, HEIGHT)
    memory.view[2048:4096].cast("q")[:] = array("q", header)
    usual = usual_in(memory)
    assert usual is None or len(usual.cells) == CELLS
    fresh_in(memory, 1e9)
    memory.close()
