"""Finds cameras while one types: numbers, nicknames, names, sites, wards old and new, tags, in any order of words.

An index is built once for each inventory, off the thread that paints (10,000 cameras take about a third of a second);
searching it takes a few milliseconds, and fewer with each letter, because what is typed further only narrows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wall.model.fold import fold
from wall.model.inventory import CameraRecord, Inventory, Site

_TIERS = 7


class _Row(NamedTuple):
    """One camera, folded. `all_words` begins with a space, so that " x" in it means "a word that begins with x"."""

    camera_id: int
    number: str
    nickname: str
    name: str
    all_words: str


class _Typed(NamedTuple):
    """What was searched last, and the rows that matched."""

    words: tuple[str, ...]
    rows: list[_Row]


class Finder:
    """The index of one inventory. Callable from any thread: what it remembers is replaced whole."""

    def __init__(self, inventory: Inventory) -> None:
        sites = {site.site_id: site for site in inventory.sites}
        ordered = sorted(inventory.cameras, key=_in_order)
        site_words = {site_id: _site_words(site) for site_id, site in sites.items()}
        self._rows = [_row(camera, site_words.get(camera.site_id or 0, "")) for camera in ordered]
        self._all = [row.camera_id for row in self._rows]
        self._typed = _Typed((), self._rows)

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first; every camera, by number, for no text.

        First the number itself, then numbers that begin so, nicknames, names that begin so, words of the name that
        begin so, other words that begin so, and last what merely contains it. Every word must be found.
        """
        words = tuple(_plain_number(word) for word in fold(text).split())
        if not words:
            return [] if text.strip() else list(self._all)
        return _ranked(self._matching(words), words)

    def _matching(self, words: tuple[str, ...]) -> list[_Row]:
        before = self._typed
        rows = before.rows if _narrows(before.words, words) else self._rows
        for word in words:
            rows = [row for row in rows if word in row.all_words]
        self._typed = _Typed(words, rows)
        return rows


def _narrows(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Is every row that matches `now` among those that matched `before`?"""
    return len(before) <= len(now) and all(old in new for old, new in zip(before, now, strict=False))


def _ranked(rows: Sequence[_Row], words: Sequence[str]) -> list[int]:
    """The ids of rows that match, the best first. One loop without calls: it may see every camera for each letter."""
    query = " ".join(words)
    whole, first, *others = (" " + query, *(" " + word for word in words))
    tiers: tuple[list[int], ...] = tuple([] for _ in range(_TIERS))
    exact, numbers, nicknames, names, in_names, begun, contained = tiers
    for camera_id, number, nickname, name, all_words in rows:
        if number.startswith(query):
            (exact if number == query else numbers).append(camera_id)
        elif first in nickname and (not others or _all_in(others, nickname)):
            nicknames.append(camera_id)
        elif first in name and (not others or _all_in(others, name)):
            (names if name.startswith(whole) else in_names).append(camera_id)
        elif first in all_words and (not others or _all_in(others, all_words)):
            begun.append(camera_id)
        else:
            contained.append(camera_id)
    return [camera_id for tier in tiers for camera_id in tier]


def _all_in(starts: Sequence[str], text: str) -> bool:
    for start in starts:  # noqa: SIM110 - a generator would take three times as long, ten thousand times.
        if start not in text:
            return False
    return True


def _row(camera: CameraRecord, site_words: str) -> _Row:
    number = "" if camera.number is None else str(camera.number)
    name, nickname = _spaced(camera.name), _spaced(camera.nickname)
    words = f" {number}" * bool(number) + nickname + name + site_words + "".join(map(_spaced, camera.tags))
    return _Row(camera.camera_id, number, nickname, name, words)


def _site_words(site: Site) -> str:
    return "".join(_spaced(part) for part in (site.name, site.ward, *site.former_wards, site.address))


def _spaced(text: str) -> str:
    folded = fold(text)
    return f" {folded}" if folded else ""


def _plain_number(word: str) -> str:
    """`007` is number 7: keypads and lists pad."""
    return (word.lstrip("0") or "0") if word.isascii() and word.isdigit() else word


def _in_order(camera: CameraRecord) -> tuple[bool, int, str]:
    return camera.number is None, camera.number or 0, camera.name
