"""Pictures in shared memory: never torn, never lost, and given back."""

import gc
import os
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.resources import mappings, open_files
from tests.video import picture_writer
from wall.model.scene import Scene
from wall.model.video import Decoder, StreamSize
from wall.video.memory import PICTURES, PictureMemory, PictureReader, PictureWriter

WIDTH, HEIGHT = 160, 96
NAME = "citywall-pictures"


@pytest.fixture
def memory() -> Iterator[PictureMemory]:
    memory = PictureMemory.create(WIDTH, HEIGHT)
    yield memory
    memory.close()


@contextmanager
def writing_process(memory: PictureMemory) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that writes pictures as fast as it can."""
    arguments = [str(memory.descriptor), str(memory.width), str(memory.height)]
    with subprocess.Popen(
        [sys.executable, "-m", picture_writer.__name__, *arguments],
        stdin=subprocess.PIPE,
        pass_fds=(memory.descriptor,),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for_more(reader: PictureReader, patience_s: float = 20) -> None:
    deadline_s = time.monotonic() + patience_s
    while not reader.has_newer():
        assert time.monotonic() < deadline_s, "no further picture came"


def assert_uniform(pixels: memoryview, count: int) -> None:
    value = count % picture_writer.VALUES
    assert pixels == bytes([value]) * len(pixels), f"picture {count} is torn"


def test_no_picture_is_ever_torn(memory: PictureMemory) -> None:
    """Two processes at full speed; a held picture is looked at twice, with pictures written in between."""
    reader, counts, outrun = PictureReader(memory), [0], 0
    with writing_process(memory):
        wait_for_more(reader)
        end_s = time.monotonic() + 30
        while (len(counts) < 1000 or outrun < 10) and time.monotonic() < end_s:
            wait_for_more(reader)
            picture = reader.hold()
            assert picture is not None
            assert (picture.width, picture.height, picture.stride) == (WIDTH, HEIGHT, WIDTH * 4)
            assert len(picture.pixels) == WIDTH * HEIGHT * 4
            assert_uniform(picture.pixels, picture.count)
            if len(counts) % 16 == 0:
                outrun += _outrun(memory, picture.count)
                assert_uniform(picture.pixels, picture.count)
            counts.append(picture.count)
    assert counts == sorted(set(counts)), "an older picture came after a newer one"
    assert len(counts) > 100 and outrun > 3


def _outrun(memory: PictureMemory, count: int, patience_s: float = 0.2) -> bool:
    """Wait until the writer has gone through all its buffers; says whether it has."""
    end_s = time.monotonic() + patience_s
    while (ahead := PictureWriter(memory).count - count) <= PICTURES and time.monotonic() < end_s:
        pass
    return ahead > PICTURES


def test_what_was_published_outlives_its_writer(memory: PictureMemory) -> None:
    reader = PictureReader(memory)
    with writing_process(memory) as process:
        wait_for_more(reader)
        process.kill()
    picture = reader.hold()
    assert picture is not None
    assert_uniform(picture.pixels, picture.count)


def test_another_process_goes_on_where_the_killed_one_stopped(memory: PictureMemory) -> None:
    """A killed decoder's tiles go to a spare: the count goes on, so that its first picture is seen as a newer one."""
    reader = PictureReader(memory)
    with writing_process(memory):
        wait_for_more(reader)
    before = reader.hold()
    assert before is not None
    with writing_process(memory):
        wait_for_more(reader)
        after = reader.hold()
    assert after is not None and after.count > before.count


def test_nothing_to_hold_at_first(memory: PictureMemory) -> None:
    reader = PictureReader(memory)
    assert not reader.has_newer()
    assert reader.hold() is None


def test_each_picture_is_new_once(memory: PictureMemory) -> None:
    reader, writer = PictureReader(memory), PictureWriter(memory)
    picture_writer.fill(writer)
    assert reader.has_newer()
    first = reader.hold()
    assert not reader.has_newer()
    assert reader.hold() is first
    picture_writer.fill(writer)
    second = reader.hold()
    assert first is not None and second is not None and second.count == first.count + 1


def test_the_held_and_the_newest_picture_are_never_overwritten(memory: PictureMemory) -> None:
    reader, writer = PictureReader(memory), PictureWriter(memory)
    for _ in range(PICTURES * 3):
        picture_writer.fill(writer)
        held = reader.hold()
        assert held is not None
        for _ in range(PICTURES * 2):
            picture_writer.fill(writer)
            assert_uniform(held.pixels, held.count)
            newest = writer.latest()
            assert newest is not None
            assert_uniform(newest.pixels, writer.count)


def test_a_picture_may_be_smaller_than_its_memory(memory: PictureMemory) -> None:
    reader, writer = PictureReader(memory), PictureWriter(memory)
    writer.publish(writer.begin(), 96, 54, 96 * 4)
    picture = reader.hold()
    assert picture is not None
    assert (picture.width, picture.height, len(picture.pixels)) == (96, 54, 96 * 54 * 4)


def test_vitals_are_none_until_seen(memory: PictureMemory) -> None:
    vitals = memory.vitals()
    assert (vitals.packet_s, vitals.picture_s, vitals.changed_s, vitals.format_s) == (None,) * 4
    assert vitals.clock_offset_s is None and vitals.damaged_share == 0


def test_vitals_cross_over(memory: PictureMemory) -> None:
    writer = PictureWriter(PictureMemory(os.dup(memory.descriptor), WIDTH, HEIGHT))
    writer.saw_packet(1.5)
    writer.saw_picture(2.5)
    writer.saw_change(3.5)
    writer.saw_format(4.5)
    writer.saw_damage(0.25)
    writer.saw_clock(0.0)
    vitals = memory.vitals()
    assert (vitals.packet_s, vitals.picture_s, vitals.changed_s, vitals.format_s) == (1.5, 2.5, 3.5, 4.5)
    assert (vitals.damaged_share, vitals.clock_offset_s) == (0.25, 0.0)
    writer.saw_clock(None)
    assert memory.vitals().clock_offset_s is None
    writer.memory.close()


def test_a_new_size_inherits_the_age(memory: PictureMemory) -> None:
    former = PictureMemory.create(64, 36)
    writer = PictureWriter(former)
    writer.saw_picture(2.5)
    writer.saw_change(1.5)
    writer.saw_scene(Scene.MOVED)
    former.turned()
    memory.inherit(former.vitals())
    assert (memory.vitals().scene, memory.turns) == (Scene.MOVED, 1)
    assert memory.vitals().stream_size is None
    writer.saw_size(StreamSize(704, 576, (768, 576)))
    memory.inherit(former.vitals())
    former.close()
    assert memory.vitals().stream_size == StreamSize(704, 576, (768, 576))
    assert (memory.vitals().picture_s, memory.vitals().changed_s) == (2.5, 1.5)
    assert not PictureReader(memory).has_newer()


def test_it_is_told_who_decodes(memory: PictureMemory) -> None:
    writer = PictureWriter(memory)
    for decoder in (None, *Decoder, None):
        writer.saw_decoder(decoder)
        assert memory.vitals().decoder is decoder


def test_a_picture_ages_from_its_last_change(memory: PictureMemory) -> None:
    """Copies of a standing picture do not make it young."""
    reader, writer = PictureReader(memory), PictureWriter(memory)
    writer.saw_change(100.0)
    writer.saw_picture(200.0)
    picture_writer.fill(writer)
    picture = reader.hold()
    assert picture is not None and picture.picture_s == 100.0


@given(header=st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-1, 5), min_size=64, max_size=64))
def test_a_writer_gone_astray_does_the_reader_no_harm(header: list[int]) -> None:
    """Decoders write where they please; only their own process may suffer."""
    memory = PictureMemory.create(WIDTH, HEIGHT)
    memory.view[: 8 * len(header)].cast("q")[:] = array("q", header)
    reader = PictureReader(memory)
    picture = reader.hold() if reader.has_newer() else None
    assert picture is None or len(picture.pixels) == picture.height * picture.stride >= picture.width * 4
    assert memory.vitals().decoder in (None, *Decoder)
    memory.close()


def test_a_size_ends_where_the_memory_does(memory: PictureMemory) -> None:
    assert memory.within((WIDTH * 2, HEIGHT - 2)) == (WIDTH, HEIGHT - 2)
    assert memory.within((WIDTH, HEIGHT * 9)) == (WIDTH, HEIGHT)


def test_everything_is_given_back() -> None:
    gc.collect()  # What former tests have left shall not go in the middle of this one.
    before, mapped = open_files(), mappings(NAME)
    memories = [PictureMemory.create(64, 36) for _ in range(20)]
    readers = [PictureReader(memory) for memory in memories]
    for memory, reader in zip(memories, readers, strict=True):
        picture_writer.fill(PictureWriter(memory))
        assert reader.hold() is not None
    assert mappings(NAME) == mapped + 20
    for memory in memories:
        memory.close()
        memory.close()
    gc.disable()
    try:  # Not left to a collection: a wall that changes its grid must not grow until one comes.
        del memories, readers, memory, reader
        assert mappings(NAME) == mapped
        assert open_files() <= before
    finally:
        gc.enable()


def test_a_held_picture_keeps_its_memory() -> None:
    """A tile may be closed while the painter still looks at its picture."""
    memory = PictureMemory.create(WIDTH, HEIGHT)
    reader = PictureReader(memory)
    picture_writer.fill(PictureWriter(memory))
    picture = reader.hold()
    memory.close()
    del memory, reader
    assert picture is not None
    assert_uniform(picture.pixels, picture.count)


@pytest.mark.parametrize("size", [(16_000, 200_000), (1 << 20, 1 << 20), (1 << 40, 1 << 40), (-64, 64)])
def test_an_impossible_size_is_an_error_now(size: tuple[int, int]) -> None:
    before = open_files()
    with pytest.raises(OSError):
        PictureMemory.create(*size)
    assert open_files() <= before


_WITH_A_LIMIT = """
import resource, sys
from wall.video.memory import PictureMemory
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
try:
    PictureMemory.create(640, 360)
except OSError:
    sys.exit(0)
sys.exit("no error")
"""


def test_no_memory_left_is_an_error_now() -> None:
    """Not a SIGBUS in the middle of painting. A file size limit stands in for a machine without memory."""
    ended = subprocess.run([sys.executable, "-c", _WITH_A_LIMIT], capture_output=True, text=True, timeout=30)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_it_has_no_name_that_could_stay_behind(memory: PictureMemory) -> None:
    target = Path(f"/proc/self/fd/{memory.descriptor}").readlink()
    assert target.name.endswith("(deleted)")
    assert not os.get_inheritable(memory.descriptor)


def test_the_newest_picture_is_copied_without_being_held() -> None:
    memory = PictureMemory.create(4, 2)
    writer, reader = PictureWriter(memory), PictureReader(memory)
    assert memory.copy_newest() is None
    for number in range(4):
        at = writer.offset(chosen := writer.begin())
        memory.view[at : at + 32] = bytes([number]) * 32
        writer.publish(chosen, 4, 2, 16)
        assert memory.copy_newest() == (bytes([number]) * 32, (4, 2), 16)
    assert reader.has_newer()
    memory.close()
