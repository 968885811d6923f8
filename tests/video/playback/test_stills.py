"""Exactly the picture that is wanted, in both directions, in every codec, also of a file that broke off."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from tests.video.encoded import GREYS, encode, grey, grey_number
from tests.video.record.films import files_in, units
from tests.video.record.test_parts import Recording
from wall.model.stream import Codec
from wall.video.playback.stills import Stills

COUNT = 4 * GREYS
FPS = 15


def recorded(folder: Path, codec: Codec, *, keyframe_every: int = GREYS, aspect: Fraction = Fraction(1)) -> Path:
    """Grey pictures that tell their numbers, four times over: eight seconds."""
    pictures = [grey(number % GREYS) for number in range(COUNT)]
    recording = Recording(folder)
    recording.feed(
        units(
            codec, encode(codec, pictures, keyframe_every=keyframe_every, aspect=aspect), keyframe_every=keyframe_every
        )
    )
    recording.close()
    return files_in(folder)[0]


@contextmanager
def stills_of(path: Path) -> Iterator[Stills]:
    stills = Stills(path)
    try:
        yield stills
    finally:
        stills.close()


def number_of(frame: VideoFrame | None) -> int | None:
    return grey_number(int(np.mean(frame.to_ndarray(format="gray")))) if frame is not None else None


@pytest.mark.parametrize("codec", list(Codec))
def test_any_picture_and_its_neighbours(tmp_path: Path, codec: Codec) -> None:
    chance = random.Random(1)
    with stills_of(recorded(tmp_path, codec)) as stills:
        for number in chance.sample(range(1, COUNT - 1), 25):
            assert number_of(stills.at((number + chance.random() * 0.9) / FPS)) == number % GREYS
            assert stills.shown_s == pytest.approx(number / FPS, abs=0.001)
            assert number_of(stills.after()) == (number + 1) % GREYS
            assert number_of(stills.before()) == number % GREYS
            assert number_of(stills.before()) == (number - 1) % GREYS


def test_at_both_ends(tmp_path: Path) -> None:
    with stills_of(recorded(tmp_path, Codec.H264)) as stills:
        assert number_of(stills.at(1e6)) == GREYS - 1 and stills.after() is None
        assert number_of(stills.before()) == GREYS - 2
        assert number_of(stills.at(-5)) == 0 and stills.before() is None
        assert number_of(stills.after()) == 1


def test_a_group_of_the_whole_file(tmp_path: Path) -> None:
    with stills_of(recorded(tmp_path, Codec.H264, keyframe_every=COUNT)) as stills:
        for number in (100, 7, 64):
            assert number_of(stills.at(number / FPS)) == number % GREYS
            assert number_of(stills.before()) == (number - 1) % GREYS


def test_what_broke_off(tmp_path: Path) -> None:
    path = recorded(tmp_path, Codec.H264)
    broken = tmp_path / "broken.mp4"
    shutil.copy(path, broken)
    broken.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    with stills_of(broken) as stills:
        assert number_of(stills.at(2.0)) == 0
        last = number_of(stills.at(1e6))
        assert last is not None and stills.shown_s > 3


def test_what_is_damaged_is_passed_over(tmp_path: Path) -> None:
    path = recorded(tmp_path, Codec.H264, keyframe_every=15)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(random.Random(1).randrange(256) for _ in range(3000))
    path.write_bytes(data)
    with stills_of(path) as stills:
        assert number_of(stills.at(0.5)) == 7
        assert stills.at(4.5) is not None or stills.at(7.0) is not None


def test_pixels_that_are_not_square(tmp_path: Path) -> None:
    with stills_of(recorded(tmp_path, Codec.H264, aspect=Fraction(4, 3))) as stills:
        assert stills.shape == (427, 180)


def test_what_is_no_film(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no film")
    for path in (tmp_path / "text", tmp_path / "none", tmp_path):
        with pytest.raises((OSError, av.FFmpegError)):
            Stills(path)
