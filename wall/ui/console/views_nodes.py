"""Saved views and tours as the tree of folders that people keep them in. Values and pure functions."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from wall.model.fold import fold
from wall.model.view import Tour, View
from wall.ui.console.alphabet import alphabetic

Entry = View | Tour
Key = tuple[str, int]
"""("view" or "tour", its id)."""


@dataclass(frozen=True, slots=True)
class Folder:
    """`owner` "" is shared by all; `path` "" is all of it."""

    owner: str
    path: str = ""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> Folder:
        """The folder that it lies in."""
        return Folder(self.owner, self.path.rpartition("/")[0])


@dataclass(slots=True)
class Node:
    """One row: what it is, in which row of which node it stands, and the nodes below it."""

    item: Folder | Entry
    parent: int = -1
    row: int = 0
    below: list[int] = field(default_factory=list)
    entries: int = 0
    """How many views and tours are below a folder, at any depth."""


class ViewNodes:
    """All of them. Places in `nodes` are for ever; the first two are what is shared and what is one's own."""

    def __init__(self, views: Sequence[View] = (), tours: Sequence[Tour] = (), operator: str = "") -> None:
        self.nodes: list[Node] = [Node(Folder("")), Node(Folder(operator), row=1)]
        self._folders = {Folder(""): 0, Folder(operator): 1}
        self._asked: tuple[str | None, list[int]] = (None, [])
        entries: list[Entry] = [*views, *tours]
        folders = {each: Folder(each[0], tidy_path(each[1])) for each in {(e.owner, e.folder) for e in entries}}
        for folder in sorted(folders.values(), key=lambda each: alphabetic(each.path)):
            self._place_of(folder)
        self.places: dict[Key, int] = {}
        for each in entries:
            self.places[key_of(each)] = self._add(Node(each), self._folders[folders[each.owner, each.folder]])
        self._words: dict[int, str] = {}
        """What each entry is found by, the name first, with a space before each word."""
        self._unfolded = iter(tuple(self.places.values()))
        self._folded = cache(fold)

    @property
    def folders(self) -> Iterable[Folder]:
        """Every folder there is."""
        return self._folders

    def place_of_folder(self, folder: Folder) -> int | None:
        """Where a folder stands; None for one that is gone."""
        return self._folders.get(folder)

    def prepare(self, at_most: int = sys.maxsize) -> bool:
        """Fold so many names more, by which what is kept is found: two thousand take 25 ms. Is there none left?"""
        for place in islice(self._unfolded, at_most):
            item = self.nodes[place].item
            assert not isinstance(item, Folder)
            self._words[place] = f" {fold(item.name)} {self._folded(item.folder)}"
        return len(self._words) == len(self.places)

    def find(self, text: str) -> list[int]:
        """The places of what every typed word begins a word of: those whose name begins so come first."""
        if text == self._asked[0]:
            return self._asked[1]
        self.prepare()
        typed = [f" {word}" for word in fold(text).split()]
        found = [place for place, words in self._words.items() if all(word in words for word in typed)]
        found.sort(key=lambda place: not self._words[place].startswith("".join(typed)))
        self._asked = text, found
        return found

    def entries_under(self, place: int) -> list[Entry]:
        """What is in a folder, at any depth; or the entry itself."""
        item = self.nodes[place].item
        if not isinstance(item, Folder):
            return [item]
        return [entry for below in self.nodes[place].below for entry in self.entries_under(below)]

    def _place_of(self, folder: Folder) -> int:
        place = self._folders.get(folder)
        if place is None:
            place = self._folders[folder] = self._add(Node(folder), self._place_of(folder.parent))
        return place

    def _add(self, node: Node, parent: int) -> int:
        place = len(self.nodes)
        node.parent, node.row = parent, len(self.nodes[parent].below)
        self.nodes.append(node)
        self.nodes[parent].below.append(place)
        above = parent if not isinstance(node.item, Folder) else -1
        while above >= 0:
            self.nodes[above].entries += 1
            above = self.nodes[above].parent
        return place


def key_of(entry: Entry) -> Key:
    """By what an entry is known."""
    return ("view", entry.view_id) if isinstance(entry, View) else ("tour", entry.tour_id)


def folder_of(entry: Entry) -> Folder:
    """Where it is kept."""
    return Folder(entry.owner, tidy_path(entry.folder))


def tidy_path(path: str) -> str:
    """Parts that say nothing are left out."""
    return "/".join(part.strip() for part in path.split("/") if part.strip())
