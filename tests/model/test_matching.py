"""What was typed is put into tiers: each way to match is better than the next."""

from __future__ import annotations

import pytest

from wall.model.matching import Index, ranked, row_of, spaced, words_of

ROWS = (
    row_of(1, 12, "", "Bãi xe", ""),
    row_of(2, 127, "", "Bãi xe", ""),
    row_of(3, None, "Cổng 12 đông", "Bãi xe", ""),
    row_of(4, None, "", "12 đông Cổng", ""),
    row_of(5, None, "", "Cổng đông 12", ""),
    row_of(6, None, "", "Cổng đông", spaced("Đường", "số 12")),
    row_of(7, None, "", "Cổng đôngg", spaced("A12")),
)


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("12", [[1], [2], [3], [4], [5], [6], [7]]),
        ("12 dong", [[], [], [3], [4], [5], [6], [7]]),
        ("dong 12", [[], [], [3], [], [4, 5], [6], [7]]),
        ("cong", [[], [], [3], [5, 6, 7], [4], [], []]),
        ("ong cong", [[], [], [], [], [], [], [3, 4, 5, 6, 7]]),
    ],
)
def test_tiers(text: str, tiers: list[list[int]]) -> None:
    words = words_of(text)
    assert list(ranked(Index(ROWS).matching(words), words)) == tiers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("007 Ngã", ("7", "nga")),
        ("000", ("0",)),
        ("0a1", ("0a1",)),
        ("٠٣", ("٠٣",)),
        ("  –", ()),
        ("12/4", ("12", "4")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words
