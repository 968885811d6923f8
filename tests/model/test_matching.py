"""What was typed is put into tiers: each way to match is better than the next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.matching import FIRST_LETTERS, TIERS, Index, Row, ranked, row_of, spaced, words_of

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


TEXTS = st.text("abc12 đ", max_size=8)
NUMBERS = st.none() | st.sampled_from((1, 2, 12, 21, 121))
SOME_ROWS = st.lists(st.tuples(NUMBERS, TEXTS, TEXTS, TEXTS), max_size=12).map(
    lambda told: [row_of(key, number, nick, name, spaced(more)) for key, (number, nick, name, more) in enumerate(told)]
)


def begin(words: Sequence[str], text: str) -> bool:
    """Does every word begin a word of the text?"""
    return all(any(each.startswith(word) for each in text.split()) for word in words)


def tier_of(row: Row, words: Sequence[str]) -> int | None:
    """As the finder promises it, one question after the other; None where it is not found at all."""
    query = " ".join(words)
    if not all(word in row.all_words for word in words):
        return None
    questions = (
        row.number == query,
        row.number.startswith(query),
        begin(words, row.nickname),
        begin(words, row.name) and row.name.startswith(f" {query}"),
        begin(words, row.name),
        begin(words, row.all_words),
    )
    return questions.index(True) if True in questions else TIERS - 1


def plainly_ranked(rows: Sequence[Row], words: Sequence[str]) -> list[list[int]]:
    return [[row.key for row in rows if tier_of(row, words) == tier] for tier in range(TIERS)]


@given(SOME_ROWS, TEXTS.map(words_of).filter(bool))
def test_ranking_in_one_loop_is_as_asking_one_question_after_the_other(rows: list[Row], words: tuple[str, ...]) -> None:
    assert list(ranked(Index(rows).matching(words), words)) == plainly_ranked(rows, words)


@given(SOME_ROWS, st.lists(TEXTS, max_size=3), st.sampled_from(("", FIRST_LETTERS)))
def test_letters_and_deletions_find_what_is_found_at_once(rows: list[Row], texts: list[str], prepared: str) -> None:
    index = Index(rows, prepared)
    for text in texts:
        ends = [*range(len(text) + 1), *reversed(range(len(text)))]
        for words in filter(None, (words_of(text[:end]) for end in ends)):
            assert list(index.ranked(words)) == plainly_ranked(rows, words)


def test_a_first_letter_looks_at_no_row() -> None:
    looked_at: list[int] = []

    class Watched(str):
        def __contains__(self, key: object) -> bool:
            looked_at.append(1)
            return str.__contains__(self, str(key))

    rows = [row._replace(all_words=Watched(row.all_words)) for row in ROWS]
    index = Index(rows, prepared=FIRST_LETTERS)
    looked_at.clear()
    assert index.ranked(("c",))[3] == [5, 6, 7] and looked_at == []
    assert index.ranked(("co",))[3] == [5, 6, 7] and looked_at != []
