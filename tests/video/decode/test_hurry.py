"""Where many wait for each other, a group is caught up with in a hurry, and the next one is decoded with care again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pytest

from tests.support.waiting import wait_until
from tests.video.encoded import encode
from wall.model.stream import Codec
from wall.video.decode import quick as quick_module
from wall.video.decode.quick import QuickEngine, QuickPlayer
from wall.video.memory import PictureMemory, PictureReader, PictureWriter

GROUP = 12
SIZE = (320, 180)


@lru_cache(maxsize=1)
def units() -> tuple[bytes, ...]:
    """Two groups of a blurred pattern that moves: the deblocking filter has something to do on each edge."""
    across, down = np.meshgrid(np.arange(320), np.arange(180))
    waves = [(127 + 90 * np.sin((across + 5 * shift) / 9) * np.cos((down + 3 * shift) / 7)) for shift in range(24)]
    pictures = [np.repeat(wave[..., None], 3, 2).astype(np.uint8) for wave in waves]
    return tuple(encode(Codec.H264, pictures, keyframe_every=GROUP, preset="veryfast", bit_rate=300_000))


class Woken:
    """A tile that is given a group to catch up with."""

    def __init__(self, engine: QuickEngine, group: tuple[bytes, ...]) -> None:
        self.memory = PictureMemory.create(*SIZE)
        self.reader = PictureReader(self.memory)
        now_s = time.monotonic()
        self.player: QuickPlayer = engine.player(
            Codec.H264,
            PictureWriter(self.memory),
            lambda: SIZE,
            strict=True,
            units=[(unit, now_s) for unit in group],
        )

    def picture(self) -> bytes:
        """The newest one, once all that was fed is decoded."""
        wait_until(lambda: self.player.progress().waiting == 0 and self.reader.has_newer())
        held = self.reader.hold()
        assert held is not None
        return bytes(held.pixels)

    def close(self) -> None:
        self.player.close()
        self.memory.close()


def woken(engine: QuickEngine, count: int, group: tuple[bytes, ...]) -> list[Woken]:
    with engine._news:  # The thread sees them all at once.
        return [Woken(engine, group) for _ in range(count)]


@pytest.fixture
def careful(quick: QuickEngine) -> Iterator[Woken]:
    (alone,) = woken(quick, 1, units()[:GROUP])
    yield alone
    alone.close()


def test_one_alone_is_decoded_with_care_and_many_in_a_hurry(quick: QuickEngine, careful: Woken) -> None:
    whole = careful.picture()
    many = woken(quick, 6, units()[:GROUP])
    hurried = [tile.picture() for tile in many]
    for tile in many:
        tile.close()
    assert hurried[0] != whole, "the first did not see that others wait"
    assert hurried[-1] == whole, "the last had nobody to hurry for"
    seen, wanted = (np.frombuffer(picture, np.uint8).astype(float) for picture in (hurried[0], whole))
    assert np.abs(seen - wanted).mean() < 4, "it is hardly seen"


def test_the_next_group_is_as_it_should_be(quick: QuickEngine, careful: Woken) -> None:
    many = woken(quick, 6, units()[:GROUP])
    for tile in (*many, careful):
        tile.picture()
        tile.player.feed(units()[GROUP], begins=True)
    wanted = careful.picture()
    assert all(tile.picture() == wanted for tile in many)
    for tile in many:
        tile.close()


def test_a_long_group_is_decoded_with_care(quick: QuickEngine) -> None:
    """What is left out adds up."""
    group = units()[:1] + units()[1:GROUP] * 6
    (alone,) = woken(quick, 1, group)
    wanted = alone.picture()
    alone.close()
    many = woken(quick, 6, group)
    assert many[0].picture() == wanted
    for tile in many:
        tile.close()


def test_what_rested_in_a_hurry_is_decoded_with_care_again(
    quick: QuickEngine, careful: Woken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_module, "_CALM_S", 0.0)
    quick.hold_off()
    whole = careful.picture()
    (left,) = woken(quick, 1, units()[:GROUP])
    left.picture()
    left.player.rest()
    with quick._news:
        for unit in units()[:GROUP]:
            left.player.feed(unit, begins=unit is units()[0])
    wait_until(lambda: left.player.progress().waiting == 1)
    assert left.player.wake()
    assert left.picture() != whole, "while nobody looked it was in a hurry"
    for tile in (left, careful):
        tile.player.feed(units()[GROUP], begins=True)
    assert left.picture() == careful.picture()
    left.close()
