"""Labels do not cover each other, nor a mark, at whatever zoom of their step."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wall.ui.map.label_places import Stands, Wanted, placed

GROWTH = 2**0.5
Rect = tuple[float, float, float, float]

wishes = st.lists(
    st.builds(
        Wanted,
        x=st.floats(0, 600),
        y=st.floats(0, 600),
        dx=st.floats(-30, 30),
        dy=st.floats(-30, 30),
        half_width=st.floats(4, 24),
        half_height=st.floats(4, 16),
        sizes=st.lists(st.tuples(st.floats(10, 200), st.floats(10, 18)), min_size=1, max_size=2).map(tuple),
    ),
    max_size=40,
)


def standing(wanted: list[Wanted], growth: float) -> list[Stands]:
    return [each for each in placed(wanted, growth) if each is not None]


def rect_of(wanted: list[Wanted], stands: Stands, scale: float) -> Rect:
    label = wanted[stands.label]
    left, top = label.x * scale + stands.dx, label.y * scale + stands.dy
    width, height = label.sizes[stands.size]
    return left, top, left + width, top + height


def mark_of(wanted: Wanted, scale: float) -> Rect:
    x, y = wanted.x * scale + wanted.dx, wanted.y * scale + wanted.dy
    return x - wanted.half_width, y - wanted.half_height, x + wanted.half_width, y + wanted.half_height


def overlap(one: Rect, other: Rect) -> bool:
    slack = 1e-6
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


@settings(max_examples=150)
@given(wishes, st.floats(1, GROWTH))
def test_no_label_covers_another_one_or_a_mark(wanted: list[Wanted], scale: float) -> None:
    answers = standing(wanted, GROWTH)
    assert [each.label for each in answers] == sorted({each.label for each in answers})
    rects = [rect_of(wanted, each, scale) for each in answers]
    for place, rect in enumerate(rects):
        assert not any(overlap(rect, other) for other in rects[:place])
        assert not any(overlap(rect, mark_of(each, scale)) for each in wanted)


def test_a_lone_label_stands_at_the_right() -> None:
    (stands,) = standing([Wanted(0, 0, 0, 0, 8, 8, ((100, 14),))], GROWTH)
    assert stands == Stands(0, 0, 11, -7)


def test_a_mark_of_a_ring_has_its_label_outside() -> None:
    (stands,) = standing([Wanted(0, 0, -20, 0, 8, 8, ((100, 14),))], GROWTH)
    assert stands.dx == -20 - 11 - 100


def test_where_the_long_one_has_no_room_the_short_one_stands() -> None:
    around = [Wanted(x, y, 0, 0, 10, 10, ()) for x, y in ((60, 0), (-60, 0), (0, 40), (0, -40))]
    (stands,) = standing([Wanted(0, 0, 0, 0, 8, 8, ((100, 40), (30, 14))), *around], 1.0)
    assert (stands.label, stands.size) == (0, 1)


def test_where_nothing_has_room_there_is_none() -> None:
    around = [Wanted(x, y, 0, 0, 20, 20, ()) for x, y in ((30, 0), (-30, 0), (0, 30), (0, -30))]
    assert standing([Wanted(0, 0, 0, 0, 8, 8, ((100, 40),)), *around], 1.0) == []
