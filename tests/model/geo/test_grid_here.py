from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.grid_here import nearest_first, smallest_layout
from wall.model.geo.route import Placed
from wall.model.layout import Layout
from wall.store.layout_files import presets

PRESETS, _ = presets()


@pytest.mark.parametrize(
    ("count", "name"),
    [
        (1, "1"),
        (4, "2 × 2"),
        (5, "1 + 5"),
        (7, "3 × 3"),
        (9, "3 × 3"),
        (16, "4 × 4"),
        (64, "8 × 8"),
        (900, "8 × 8"),
    ],
)
def test_the_smallest_preset_with_the_largest_pictures_is_taken(count: int, name: str) -> None:
    assert smallest_layout(PRESETS, count).name == name


def test_on_an_upright_panel_presets_for_it_are_taken() -> None:
    assert smallest_layout(PRESETS, 3, 9 / 16).name == "1 × 3 · 9:16"
    assert smallest_layout(PRESETS, 12, 21 / 9).name == "4 × 3 · 21:9"


def test_without_a_preset_that_is_large_enough_there_is_a_plain_one() -> None:
    assert smallest_layout([], 10) == Layout.plain(4, 4)
    assert smallest_layout([Layout.plain(2, 2)], 60) == Layout.plain(8, 8)


@given(st.integers(1, 64), st.floats(0.5, 4))
def test_all_find_a_cell(count: int, ratio: float) -> None:
    assert smallest_layout(PRESETS, count, ratio).size >= count


def test_the_most_important_come_first_then_the_nearest() -> None:
    cameras = [Placed(1, (0.5, 0.5)), Placed(2, (0.1, 0.5)), Placed(3, (0.4, 0.5)), Placed(4, (0.9, 0.9))]
    assert nearest_first(cameras, (0.5, 0.5), {4: 2, 2: 1}) == (4, 2, 1, 3)
    assert nearest_first(cameras, (0.5, 0.5), {}, most=2) == (1, 3)
