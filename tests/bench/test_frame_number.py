"""The number in the corner of a simulated camera's pictures, read from pixels."""

from __future__ import annotations

import numpy as np
import pytest

from wall.bench.frame_number import frame_number
from wall.model.picture import Picture
from wall.simulator.clips.strip import stamp


def picture(number: int | None, width: int = 320, height: int = 180, noise: int = 0) -> Picture:
    """A grey picture; with a number, as the city draws it."""
    luma = np.full((height, width), 90, np.uint8)
    if number is not None:
        stamp(luma, number)
    chance = np.random.default_rng(1)
    noisy = luma.astype(np.int16) + chance.integers(-noise, noise + 1, luma.shape)
    pixels = np.repeat(noisy.clip(0, 255).astype(np.uint8)[:, :, None], 4, axis=2)
    return Picture(width, height, width * 4, memoryview(pixels.tobytes()), 0.0, 1)


@pytest.mark.parametrize("number", [0, 1, 2, 15, 255, 1365, 2730, 4095])
@pytest.mark.parametrize("size", [(640, 360), (320, 180), (318, 178), (212, 118), (1920, 1080)])
def test_a_number_is_read_at_any_size(number: int, size: tuple[int, int]) -> None:
    assert frame_number(picture(number, *size, noise=40)) == number


def test_numbers_begin_again_after_4095() -> None:
    assert frame_number(picture(4096 + 7)) == 7


def test_a_picture_without_a_number_has_none() -> None:
    assert frame_number(picture(None)) is None


def test_a_number_with_one_wrong_cell_is_none() -> None:
    """Half of an old picture must not pass for a new one."""
    for cell in range(16):
        pixels = np.frombuffer(picture(1234).pixels, np.uint8).reshape(180, 320, 4).copy()
        pixels[:8, cell * 8 : cell * 8 + 8] = 255 - pixels[:8, cell * 8 : cell * 8 + 8]
        assert frame_number(Picture(320, 180, 1280, memoryview(pixels.tobytes()), 0.0, 1)) is None
