"""Figures, put together of parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.alarms.figures import FLOOD, MOST_NOISY, FigurePart, Figures, Noisy, windows_of


def part(*windows: int, sources: tuple[Noisy, ...] = (), judged: int = 0, false: int = 0) -> FigurePart:
    return FigurePart(windows, (1, 0, 2, 0, 0, 0, 0), judged, false, sources)


def test_parts_add_up() -> None:
    figures = Figures(0.0)
    figures.add(part(3, FLOOD, sources=(Noisy(1, 1, "line", 7, "cũ", "Ga", 3, 9, 1),), judged=4, false=1))
    figures.add(part(0, FLOOD + 1, sources=(Noisy(1, 1, "line", 7, "mới", "Ga", 1, 1, 0), Noisy(2, 1, "line"))))
    assert (figures.alarms, figures.floods, figures.false_share) == (2 * FLOOD + 4, 1, 0.25)
    assert figures.waits[:3] == [2, 0, 4]
    first = figures.noisiest()[0]
    assert (first.name, first.alarms, first.signals, first.false) == ("mới", 4, 10, 1)


def test_nothing_is_nothing() -> None:
    figures = Figures(0.0)
    assert (figures.alarms, figures.floods, figures.false_share, figures.noisiest(), figures.rate(48)) == (
        *(0, 0, None),
        [],
        [],
    )


def test_only_the_noisiest_are_named() -> None:
    figures = Figures(0.0)
    figures.add(part(1, sources=tuple(Noisy(camera, 0, "motion", alarms=camera) for camera in range(1, 50))))
    assert [each.camera_id for each in figures.noisiest()] == list(range(49, 49 - MOST_NOISY, -1))


@given(st.lists(st.integers(0, 50), max_size=300), st.integers(1, 60))
def test_no_alarm_is_left_out_of_the_rate(windows: list[int], parts: int) -> None:
    figures = Figures(0.0)
    figures.add(part(*windows))
    rate = figures.rate(parts)
    assert sum(rate) == sum(windows) and len(rate) <= max(parts, 1)


def test_a_row_of_counts_has_its_length_whatever_is_known() -> None:
    assert windows_of([(0, 2), (2, 1), (9, 5)], 3) == (2, 0, 1)
