"""Rectangles of whole pixels, without Qt. How cells are laid out with them is tested with `layout`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.grid import Rect, fit, picture_area, spans
from wall.model.layout import Layout


@pytest.mark.parametrize(
    ("length", "count", "gap", "expected"),
    [
        (10, 3, 0, [(0, 4), (4, 3), (7, 3)]),
        (11, 3, 1, [(0, 3), (4, 3), (8, 3)]),
        (5, 1, 1, [(0, 5)]),
        (2, 4, 1, [(0, 0), (1, 0), (2, 0), (3, 0)]),
    ],
)
def test_pixels_left_over_go_to_the_first_pieces(
    length: int, count: int, gap: int, expected: list[tuple[int, int]]
) -> None:
    assert spans(length, count, gap) == expected


@given(st.integers(1, 4000), st.integers(1, 4000), st.integers(1, 4000), st.integers(1, 4000))
def test_a_fitted_picture_lies_inside_and_keeps_its_proportions(w: int, h: int, aw: int, ah: int) -> None:
    area = Rect(7, 11, aw, ah)
    fitted = fit(w, h, area)
    assert area.x <= fitted.x and fitted.right <= area.right
    assert area.y <= fitted.y and fitted.bottom <= area.bottom
    assert fitted.width == aw or fitted.height == ah
    if min(fitted.width, fitted.height) > 50:
        assert abs(fitted.width / fitted.height - w / h) / (w / h) < 0.02


def test_a_picture_of_the_right_size_is_not_scaled() -> None:
    assert fit(320, 180, Rect(5, 6, 320, 180)) == Rect(5, 6, 320, 180)
    assert fit(240, 180, Rect(0, 0, 320, 180)) == Rect(40, 0, 240, 180)


def test_nothing_fits_into_nothing() -> None:
    assert fit(0, 0, Rect(1, 2, 30, 40)) == Rect(1, 2, 0, 0)
    assert fit(16, 9, Rect(1, 2, 0, 40)) == Rect(1, 2, 0, 0)


@given(st.integers(2, 4000), st.integers(2, 4000))
def test_a_picture_area_has_even_sides_inside_the_cell(width: int, height: int) -> None:
    cell = Rect(3, 4, width, height)
    area = picture_area(cell)
    assert area.width % 2 == 0 and area.height % 2 == 0
    assert cell.x <= area.x and area.right <= cell.right
    assert cell.y <= area.y and area.bottom <= cell.bottom


def test_six_by_six_on_a_full_hd_screen() -> None:
    cells = Layout.plain(6, 6).rects(6 * 320 + 5, 6 * 180 + 5)
    assert {(cell.width, cell.height) for cell in cells} == {(320, 180)}
    assert {(picture_area(cell).width, picture_area(cell).height) for cell in cells} == {(320, 180)}


def test_a_rectangle_knows_its_pixels() -> None:
    rect = Rect(2, 3, 4, 5)
    assert rect.contains(2, 3) and rect.contains(5, 7)
    assert not rect.contains(6, 3) and not rect.contains(2, 8)
