"""Layouts, views and boards of every shape, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from wall.model.board import MEMORY, Board, Slot
from wall.model.framing import Framing
from wall.model.layout import Layout
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, Order, Stop, Tour, View

IDS = st.integers(1, 2**40)
DWELLS = st.floats(3.0, 1e6)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda name: bool(name.strip()))

CONTENTS: st.SearchStrategy[Content | None] = st.one_of(
    st.none(),
    st.just(HotspotCell()),
    st.builds(CameraCell, IDS),
    st.builds(CarouselCell, st.lists(IDS, min_size=1, max_size=9).map(tuple), DWELLS),
)
MEMORIES = st.lists(IDS, max_size=MEMORY).map(tuple)
FRAMINGS = st.sampled_from(Framing)
SLOTS = st.builds(Slot, CONTENTS, MEMORIES, MEMORIES, FRAMINGS)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Plain ones, of which some cells were merged, split or taken out."""
    layout = Layout.plain(draw(st.integers(1, 6)), draw(st.integers(1, 6)), draw(NAMES))
    for _ in range(draw(st.integers(0, 3))):
        chosen = draw(st.sets(st.integers(0, layout.size - 1), min_size=1, max_size=4))
        try:
            layout = layout.merged(chosen) if draw(st.booleans()) else layout.split(min(chosen), 2, 1)
        except ValueError:  # No rectangle, or too fine.
            continue
    if layout.size > 1 and draw(st.booleans()):
        layout = Layout(layout.columns, layout.rows, layout.cells[1:], layout.name)
    return layout


def boards() -> st.SearchStrategy[Board]:
    slots = st.lists(SLOTS, max_size=20).map(tuple)
    return st.builds(Board, layouts(), slots, st.integers(0, 30), st.booleans(), st.integers(0, 99), NAMES)


def views() -> st.SearchStrategy[View]:
    contents = st.lists(CONTENTS, max_size=12).map(tuple)
    framings = st.lists(FRAMINGS, max_size=14).map(tuple)
    return st.builds(View, NAMES, layouts(), contents, NAMES, NAMES, framings=framings)


@st.composite
def tours(draw: st.DrawFn) -> Tour:
    kind = draw(st.sampled_from(("view_id", "camera_id")))
    stops = draw(st.lists(st.builds(Stop, **{kind: IDS}, dwell_s=st.none() | DWELLS), min_size=1, max_size=9))
    return Tour(draw(NAMES), tuple(stops), draw(DWELLS), draw(st.sampled_from(Order)), draw(NAMES), draw(NAMES))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner, max_size=5),
    max_leaves=12,
)
"""What JSON may hold, and what it may not."""
