"""What has changed between two pictures of one place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.ui.ptz.presets.difference import Grey, changed, shift_between, shifted

SHAPE = (90, 160)


def scene(seed: int = 3) -> Grey:
    """Blocks of all sizes, as houses and streets are."""
    chance = np.random.default_rng(seed)
    made = np.full(SHAPE, 90.0)
    for _ in range(60):
        top, left = chance.integers(0, SHAPE[0]), chance.integers(0, SHAPE[1])
        high, wide = chance.integers(3, 30, 2)
        made[top : top + high, left : left + wide] = chance.integers(20, 230)
    return made


def noisy(grey: Grey, strength: float = 6.0) -> Grey:
    return np.clip(grey + np.random.default_rng(9).normal(0, strength, grey.shape), 0, 255)


@given(st.integers(-10, 10), st.integers(-6, 6))
@settings(max_examples=25)
def test_a_dome_that_comes_back_a_little_beside_is_found_out(right: int, down: int) -> None:
    one = scene()
    assert shift_between(one, noisy(shifted(one, right, down))) == (right, down)


def test_pictures_that_have_nothing_to_do_with_each_other_are_left_where_they_are() -> None:
    flat = np.full(SHAPE, 100.0)
    assert shift_between(flat, flat) == (0, 0)
    assert max(map(abs, shift_between(scene(1), scene(2)))) <= SHAPE[1] // 12 + 1


@pytest.mark.parametrize(("gain", "offset"), [(1.0, 0.0), (1.0, 40.0), (0.6, 10.0), (1.2, -20.0)])
def test_noise_and_the_light_of_the_day_are_no_change(gain: float, offset: float) -> None:
    one = scene()
    other = np.clip(noisy(one) * gain + offset, 0, 255)
    assert (changed(one[..., None], other[..., None]) > 0.2).mean() < 0.01


def test_what_was_built_is_marked_where_it_stands_and_nowhere_else() -> None:
    one, two = scene(), noisy(scene())
    two[30:50, 60:90] = 255 - one[30:50, 60:90] if one[30:50, 60:90].mean() > 150 else 250.0
    found = changed(one[..., None], two[..., None]) > 0.4
    inside = found[34:46, 64:86]
    outside = found.copy()
    outside[25:55, 55:95] = False
    assert inside.mean() > 0.6 and outside.mean() < 0.01


def test_the_same_picture_has_not_changed() -> None:
    assert changed(scene()[..., None], scene()[..., None]).max() == 0.0
    black = np.zeros(SHAPE)
    assert changed(black[..., None], black[..., None]).max() == 0.0


def test_what_is_as_bright_and_of_another_colour_has_changed() -> None:
    one = np.stack([scene()] * 3, axis=-1)
    two = one.copy()
    two[30:60, 60:100] = (140, 90, 60)
    two[30:60, 60:100] *= one[30:60, 60:100].mean() / two[30:60, 60:100].mean()
    one[30:60, 60:100] = one[30:60, 60:100].mean()
    two[30:60, 60:100, 0] = 255
    assert (changed(one, two)[34:56, 64:96] > 0.4).mean() > 0.9
