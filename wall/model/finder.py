"""Finds cameras while one types: numbers, nicknames, names, sites, wards old and new, tags, in any order of words.

An index is built once for each inventory, off the thread that paints (10,000 cameras take about a third of a second);
the answer to a first letter is ready by then, searching for more takes a few milliseconds.
"""

from __future__ import annotations

from itertools import chain

from wall.model.inventory import CameraRecord, Inventory, Site
from wall.model.matching import FIRST_LETTERS, Index, row_of, spaced, words_of


class Finder:
    """The index of one inventory. Callable from any thread."""

    def __init__(self, inventory: Inventory) -> None:
        site_words = {site.site_id: _site_words(site) for site in inventory.sites}
        ordered = sorted(inventory.cameras, key=_in_order)
        self._all = [camera.camera_id for camera in ordered]
        rows = (
            row_of(each.camera_id, each.number, each.nickname, each.name, _other_words(each, site_words))
            for each in ordered
        )
        self._index = Index(rows, prepared=FIRST_LETTERS)

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first as `matching.ranked` has it; every camera, by number, for no text."""
        words = words_of(text)
        if not words:
            return [] if text.strip() else list(self._all)
        return list(chain.from_iterable(self._index.ranked(words)))


def _other_words(camera: CameraRecord, site_words: dict[int, str]) -> str:
    return site_words.get(camera.site_id or 0, "") + spaced(*camera.tags)


def _site_words(site: Site) -> str:
    return spaced(site.name, site.ward, *site.former_wards, site.address)


def _in_order(camera: CameraRecord) -> tuple[bool, int, str]:
    return camera.number is None, camera.number or 0, camera.name
