"""How what one types is matched: every word must be found, in any order, folded; what begins so comes first.

Rows are folded once; matching them takes a few milliseconds for ten thousand, and less with each letter, because what
is typed further only narrows. The first letter, which narrows nothing, can be answered beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from wall.model.fold import fold

TIERS = 7
FIRST_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""What is left of most writing once it is folded."""
_ALL_WORDS: Final = 4
"""The place in a Row: by number it is found in half the time."""


class Row(NamedTuple):
    """One thing to be found, folded. `all_words` begins with a space, so that " x" in it means "a word that begins
    with x".
    """

    key: int
    number: str
    nickname: str
    name: str
    all_words: str


Tiers = tuple[Sequence[int], ...]
"""Keys of rows, the best tier first."""


class _Typed(NamedTuple):
    """What was searched last, and the rows that matched."""

    words: tuple[str, ...]
    rows: list[Row]


class Index:
    """Rows that can be searched. Callable from any thread: what it remembers is replaced whole.

    `prepared` are words, each of which is answered at once when it is typed alone: that takes some milliseconds for
    each now, and room for the keys of the rows in which it is found.
    """

    def __init__(self, rows: Iterable[Row], prepared: Iterable[str] = ()) -> None:
        self._rows = list(rows)
        self._typed = _Typed((), self._rows)
        self._answers: dict[tuple[str, ...], tuple[_Typed, Tiers]] = {(word,): self._answer(word) for word in prepared}

    def ranked(self, words: tuple[str, ...]) -> Tiers:
        """The keys of the rows in which every word is found, as `ranked` has them."""
        answer = self._answers.get(words)
        if answer is None:
            return ranked(self.matching(words), words)
        self._typed, tiers = answer
        return tiers

    def _answer(self, word: str) -> tuple[_Typed, Tiers]:
        rows = [row for row in self._rows if word in row[_ALL_WORDS]]
        return _Typed((word,), rows), ranked(rows, (word,))

    def matching(self, words: tuple[str, ...]) -> list[Row]:
        """The rows in which every word is found, in their order."""
        before = self._typed
        rows = before.rows if _narrows(before.words, words) else self._rows
        for word in words:
            rows = [row for row in rows if word in row[_ALL_WORDS]]
        self._typed = _Typed(words, rows)
        return rows


def words_of(text: str) -> tuple[str, ...]:
    """What was typed, to be matched."""
    return tuple(_plain_number(word) for word in fold(text).split())


def row_of(key: int, number: int | None, nickname: str, name: str, other_words: str) -> Row:
    """A row; `other_words` are `spaced` already."""
    digits = "" if number is None else str(number)
    name, nickname = spaced(name), spaced(nickname)
    return Row(key, digits, nickname, name, f" {digits}" * bool(digits) + nickname + name + other_words)


def spaced(*texts: str) -> str:
    """Folded, with a space before each."""
    folded = (fold(text) for text in texts)
    return "".join(f" {each}" for each in folded if each)


def ranked(rows: Sequence[Row], words: Sequence[str]) -> Tiers:
    """The keys of rows that match, in `TIERS` tiers, the best first.

    First the number itself, then numbers that begin so, nicknames, names that begin so, words of the name that begin
    so, other words that begin so, and last what merely contains it. One loop without calls, the question that settles
    most rows first: it may see every row for each letter.
    """
    query = " ".join(words)
    may_be_number = query.isdigit()
    whole, first, *others = (" " + query, *(" " + word for word in words))
    tiers: tuple[list[int], ...] = tuple([] for _ in range(TIERS))
    exact, numbers, nicknames, names, in_names, begun, contained = tiers
    for key, number, nickname, name, all_words in rows:
        if first not in all_words:
            contained.append(key)
        elif may_be_number and number.startswith(query):
            (exact if number == query else numbers).append(key)
        elif nickname and first in nickname and (not others or _all_in(others, nickname)):
            nicknames.append(key)
        elif first in name and (not others or _all_in(others, name)):
            (names if name.startswith(whole) else in_names).append(key)
        elif not others or _all_in(others, all_words):
            begun.append(key)
        else:
            contained.append(key)
    return tiers


def _narrows(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Is every row that matches `now` among those that matched `before`?"""
    return len(before) <= len(now) and all(old in new for old, new in zip(before, now, strict=False))


def _all_in(starts: Sequence[str], text: str) -> bool:
    for start in starts:  # noqa: SIM110 - a generator would take three times as long, ten thousand times.
        if start not in text:
            return False
    return True


def _plain_number(word: str) -> str:
    """`007` is number 7: keypads and lists pad."""
    return (word.lstrip("0") or "0") if word.isascii() and word.isdigit() else word
