"""Rows that are made when they are looked at are, to whoever looks, a list that was made at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.ui.console.lazy_rows import LazyRows

KEYS = st.lists(st.integers(0, 99), max_size=12)
PLACES = st.integers(-15, 15)


def named(key: int) -> str:
    return f"camera {key}"


@given(KEYS, st.lists(st.tuples(PLACES, st.none() | st.just("replaced")), max_size=12), PLACES, PLACES)
def test_they_are_as_a_plain_list(keys: list[int], steps: list[tuple[int, str | None]], first: int, end: int) -> None:
    lazy, plain = LazyRows(keys, named), [named(key) for key in keys]
    for place, new in steps:
        if not -len(plain) <= place < len(plain):
            with pytest.raises(IndexError):
                lazy[place]
        elif new is None:
            assert lazy[place] == plain[place]
        else:
            lazy.replace(place % len(plain), new)
            plain[place] = new
            assert lazy[place] == new
    assert list(lazy) == plain and len(lazy) == len(plain)
    assert lazy[first:end] == plain[first:end]
    assert list(reversed(lazy)) == plain[::-1]


def test_only_what_is_looked_at_is_made_and_only_once() -> None:
    made: list[int] = []

    def make(key: int) -> str:
        made.append(key)
        return named(key)

    rows = LazyRows(range(10_000), make)
    assert len(rows) == 10_000 and made == []
    assert [rows[7], rows[9_999], rows[7], rows[-1]] == ["camera 7", "camera 9999", "camera 7", "camera 9999"]
    assert made == [7, 9_999]
    rows.replace(8, "another")
    assert rows[8] == "another" and made == [7, 9_999]
