"""What one buffer gives back: everything in its order, from the keyframe before the moment that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.video.buffer.shelves import MB, Shelved, fill, info, number_of, numbers, opened, shelved, unit
from tests.video.encoded import moving
from wall.model.stream import Codec
from wall.video.buffer import KeptUnit
from wall.video.rtsp import AccessUnit


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Shelved]:
    """Little memory, so that most is on the disk."""
    with shelved(tmp_path, memory_bytes=MB // 2) as room:
        yield room


def test_reading_begins_with_the_keyframe_before(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 100)
    assert numbers(buffer, 1005.55) == list(range(50, 100))
    assert numbers(buffer, 1005.0) == list(range(50, 100))
    assert numbers(buffer, 0) == list(range(100)), "from the earliest, where nothing is so old"
    assert numbers(buffer, 9999) == list(range(90, 100))


def test_what_was_moved_to_the_disk_is_read_like_what_was_not(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 2000)
    room.settle()
    assert room.files() and room.shelf.memory_bytes < MB // 2
    for at_s, first in ((1000, 0), (1000.1, 0), (1077.7, 770), (1150, 1500), (1199.9, 1990)):
        assert numbers(buffer, at_s) == list(range(first, 2000))


def test_a_unit_comes_back_as_it_was(room: Shelved) -> None:
    buffer = opened(room.shelf, codec=Codec.H265)
    buffer.add(unit(7, 1000.25, keyframe=True))
    buffer.add(unit(8, 1000.5, damaged=True))
    fill(room, opened(room.shelf, tile=1), 2000)
    room.settle()
    first, second = buffer.units_from(0)
    assert first == KeptUnit(unit(7, 0).data, 1000.25, True, Codec.H265, damaged=False, follows=False)
    assert second == KeptUnit(unit(8, 0).data, 1000.5, False, Codec.H265, damaged=True, follows=True)


def test_a_reading_goes_on_with_what_comes_meanwhile(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 15)
    reading = buffer.units_from(1001.2)
    assert [number_of(each.data) for each in reading] == [10, 11, 12, 13, 14]
    assert reading.take() is None
    fill(room, buffer, 500, first=15, from_s=1001.5)
    room.settle()
    assert [number_of(each.data) for each in reading] == list(range(15, 515))


def test_a_reading_of_nothing_begins_with_what_comes(room: Shelved) -> None:
    buffer = opened(room.shelf)
    reading = buffer.units_from(1000)
    assert reading.take() is None
    fill(room, buffer, 3)
    assert [number_of(each.data) for each in reading] == [0, 1, 2]


def test_peeking_takes_nothing(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 3)
    reading = buffer.units_from(0)
    assert reading.peek() == reading.peek() == reading.take()
    assert [number_of(each.data) for each in reading] == [1, 2]


def test_nothing_begins_at_a_damaged_keyframe(room: Shelved) -> None:
    """What is built on half a keyframe is a grey smear."""
    buffer = opened(room.shelf)
    fill(room, buffer, 10)
    buffer.add(unit(10, 1001.0, keyframe=True, damaged=True))
    buffer.add(unit(11, 1001.1))
    assert numbers(buffer, 1001.05) == list(range(12))


def test_a_new_connection_begins_anew(room: Shelved) -> None:
    """With another codec, too; what follows what is told."""
    buffer = opened(room.shelf)
    fill(room, buffer, 5)
    buffer.begin(info(Codec.H265))
    fill(room, buffer, 5, first=10, from_s=1002)
    units = list(buffer.units_from(0))
    assert [each.codec for each in units] == [Codec.H264] * 5 + [Codec.H265] * 5
    assert [each.follows for each in units] == [False, *[True] * 4, False, *[True] * 4]


def test_before_the_first_keyframe_something_is_kept_and_not_begun_with(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 25, first=5)
    assert numbers(buffer, 0) == list(range(10, 30))


def test_a_camera_without_keyframes_is_kept_all_the_same(room: Shelved) -> None:
    """Gradual refresh: a decoder shows something after a while."""
    buffer = opened(room.shelf)
    for number in range(1, 200):
        buffer.add(unit(number, 1000 + number))
    assert numbers(buffer, 1100)[0] in range(85, 101)
    assert numbers(buffer, 1100)[-1] == 199


def test_arrival_never_falls(room: Shelved) -> None:
    buffer = opened(room.shelf)
    for number, at_s in enumerate((1000, 1000.5, 999, 1000.5, 1001)):
        buffer.add(unit(number, at_s, keyframe=number == 0))
    assert [each.arrived_s for each in buffer.units_from(0)] == [1000, 1000.5, 1000.5, 1000.5, 1001]


def test_a_keyframe_without_parameter_sets_gets_them(room: Shelved) -> None:
    """Some cameras tell them in the SDP alone."""
    buffer = room.shelf.buffer(0)
    keyframe, following = moving(Codec.H264)[:2]
    buffer.begin(info(parameter_sets=b"\0\0\0\1SETS"))
    buffer.add(AccessUnit(keyframe, 0.0, 1000.0, True))
    buffer.add(AccessUnit(b"\0\0\0\1\x65bare", 0.0, 1000.1, True))
    buffer.add(AccessUnit(following, 0.0, 1000.2, False))
    whole, bare, last = buffer.units_from(0)
    assert (whole.data, last.data) == (keyframe, following)
    assert bare.data == b"\0\0\0\1SETS\0\0\0\1\x65bare"


def test_spans_tell_what_is_kept(room: Shelved) -> None:
    buffer = opened(room.shelf)
    assert buffer.spans() == []
    fill(room, buffer, 300)
    buffer.begin(info())
    fill(room, buffer, 300, first=1000, from_s=1060)
    room.settle()
    edges = [edge for span in buffer.spans() for edge in span]
    assert edges == pytest.approx([1000, 1029.9, 1060, 1089.9])


def test_what_is_too_old_goes_from_memory_and_disk(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 3000, every_s=0.5)
    room.settle()
    room.shelf.tick(2500)
    room.settle()
    assert 2185 <= buffer.spans()[0].from_s <= 2200 and numbers(buffer, 0)[-1] == 2999
    room.shelf.tick(5000)
    room.settle()
    assert (buffer.spans(), room.files(), room.shelf.memory_bytes) == ([], [], 0)
    fill(room, buffer, 10, first=5000, from_s=5000)
    assert numbers(buffer, 0) == list(range(5000, 5010)), "it goes on"


def test_a_closed_buffer_gives_everything_back(room: Shelved) -> None:
    buffer = opened(room.shelf)
    fill(room, buffer, 2000)
    reading = buffer.units_from(0)
    assert reading.take() is not None
    buffer.close()
    room.settle()
    assert room.shelf.memory_bytes == 0 and room.files() == []
    list(reading)
    assert reading.take() is None
    buffer.add(unit(1, 1.0))
    assert buffer.spans() == []


def test_a_reading_passes_over_what_is_dropped_before_it(tmp_path: Path) -> None:
    """It is slower than what comes; what it gets says that something is missing."""
    with shelved(tmp_path, memory_bytes=MB // 4, disk_bytes=MB) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 500)
        reading = buffer.units_from(0)
        assert [number_of(each.data) for each, _ in zip(reading, range(5), strict=False)] == [0, 1, 2, 3, 4]
        for part in range(20):
            fill(room, buffer, 500, first=500 + part * 500, from_s=1050 + part * 50)
            room.settle()
        rest = list(reading)
        given = [number_of(each.data) for each in rest]
        assert given == sorted(given) and given[-1] == 10_499 and len(given) < 2500
        jumps = [each for before, each in pairwise(rest) if number_of(each.data) != number_of(before.data) + 1]
        assert jumps and all(each.keyframe and not each.follows for each in jumps)
