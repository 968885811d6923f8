"""Which cameras stand where, without a window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.grid import Grid
from wall.ui.arrangement import Arrangement

WISHES = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)])),
        st.tuples(st.just("turned"), st.sampled_from([(1,), (-1,)])),
        st.tuples(st.just("with_grid"), st.tuples(st.builds(Grid, st.integers(1, 8), st.integers(1, 8)))),
        st.tuples(st.just("selected_at"), st.tuples(st.integers(0, 63))),
        st.tuples(st.sampled_from(["opened", "closed"]), st.just(())),
    ),
    max_size=30,
)


@given(st.integers(0, 100), WISHES)
def test_the_hand_is_always_on_a_camera_of_the_shown_page(cameras: int, wishes: list[tuple[str, tuple[int]]]) -> None:
    now = Arrangement(cameras, Grid(3, 2))
    for name, arguments in wishes:
        now = getattr(now, name)(*arguments)
        assert 0 <= now.current < max(1, cameras)
        assert 0 <= now.page < now.pages
        if cameras and not now.single:
            assert now.page_cameras()[now.selected_cell] == now.current
        assert now.single is False or cameras > 0


def test_pages_turn_as_far_as_there_are_cameras() -> None:
    now = Arrangement(7, Grid(2, 2), current=3)
    assert now.turned(1).current == 6, "the last page is short: the hand stays on a camera"
    assert now.turned(1).turned(1) == now.turned(1)
    assert now.turned(-1) == now


def test_another_grid_keeps_the_camera() -> None:
    now = Arrangement(100, Grid(8, 8), current=70).with_grid(Grid(2, 2))
    assert now.current == 70
    assert 70 in now.page_cameras()


def test_alone_the_keys_go_from_camera_to_camera() -> None:
    now = Arrangement(5, Grid(2, 2), current=3).opened()
    assert now.turned(1).current == 4
    assert now.turned(1).moved(1, 0).current == 4
    assert now.moved(0, -1).current == 2
    assert now.shown_grid == Grid(1, 1)
    assert now.turned(1).closed().page == 1
