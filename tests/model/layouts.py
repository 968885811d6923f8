"""Layouts as an editor makes them, for hypothesis: a plain one, split and merged at random."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from hypothesis import strategies as st

from wall.model.layout import Layout

Edit = Callable[[Layout], Layout]


def _split(number: int, columns: int, rows: int) -> Edit:
    return lambda layout: layout.split(number % layout.size, columns, rows)


def _merged(numbers: list[int]) -> Edit:
    return lambda layout: layout.merged(number % layout.size for number in numbers)


EDITS = st.one_of(
    st.builds(_split, st.integers(0, 63), st.integers(1, 3), st.integers(1, 3)),
    st.builds(_merged, st.lists(st.integers(0, 63), min_size=2, max_size=4)),
)


@st.composite
def edited(draw: st.DrawFn) -> Layout:
    """Cells that fill the whole raster."""
    layout = Layout.plain(draw(st.integers(1, 4)), draw(st.integers(1, 4)))
    for edit in draw(st.lists(EDITS, max_size=6)):
        # Not every cell can be split further, nor do any cells together make a rectangle.
        with suppress(ValueError):
            layout = edit(layout)
    return layout


@st.composite
def with_holes(draw: st.DrawFn) -> Layout:
    """Cells that leave some of the raster empty."""
    whole = draw(edited())
    kept = draw(st.lists(st.sampled_from(whole.cells), min_size=1, unique=True))
    return Layout(whole.columns, whole.rows, tuple(kept), whole.name)
