"""Several files as one film."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.film import Place, Reel
from wall.model.recording import Part

REEL = Reel([Part("a", 100.0, 10.0), Part("b", 200.0, 5.0), Part("c", 300.0, 0.0), Part("d", 400.0, 2.5)])


@pytest.mark.parametrize(
    ("at_s", "place"),
    [
        (-1, Place(0, 0)),
        (0, Place(0, 0)),
        (9.5, Place(0, 9.5)),
        (10, Place(1, 0)),
        (14, Place(1, 4)),
        (15, Place(3, 0)),
        (99, Place(3, 2.5)),
    ],
)
def test_where_a_moment_lies(at_s: float, place: Place) -> None:
    assert REEL.place(at_s) == place


def test_how_long_and_when() -> None:
    assert REEL.seconds == 17.5
    assert (REEL.taken_s(3), REEL.taken_s(12), REEL.taken_s(16)) == (103, 202, 401)
    assert REEL.at_s(Place(1, 99)) == 15, "a file that plays longer than was known ends where the next begins"
    with pytest.raises(ValueError, match="no film"):
        Reel([]).place(0)


@given(st.floats(0, 17.5))
def test_there_and_back(at_s: float) -> None:
    assert REEL.at_s(REEL.place(at_s)) == pytest.approx(at_s)
