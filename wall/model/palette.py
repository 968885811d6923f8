"""The index behind the command palette: one line to type into, and cameras, views, sites and actions come of it.

Cameras are found by the `Finder` of their inventory, which is built where it holds up no window; the few best of them
are handed in and ranked among the rest. All else is indexed here: two thousand views are folded in some 50 ms the
first time, and next time only what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from wall.model.matching import Index, Row, ranked, row_of, spaced, words_of

LIMIT = 50
"""So many entries a list has at most, and so many cameras are looked at."""
FEW = 4
"""So many of each kind come before more of any."""
_MOST_REMEMBERED = 4096


class Kind(Enum):
    """What an entry is."""

    CAMERA = "camera"
    VIEW = "view"
    TOUR = "tour"
    SITE = "site"
    SCREEN = "screen"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the palette can bring. `ref` is its id, for an action its `action_id`.

    It is found by all that is told here; `detail` (a site, a folder, keys) is shown beside the name, `words` are not
    shown.
    """

    kind: Kind
    ref: int | str
    name: str
    number: int | None = None
    nickname: str = ""
    detail: str = ""
    words: tuple[str, ...] = ()


class Palette:
    """Entries in the order in which equals are to come. Callable from any thread."""

    def __init__(self, entries: Iterable[Entry] = (), former: Palette | None = None) -> None:
        """All but the cameras. `former` saves the work for what was in it already."""
        known: dict[Entry, Row] = former._rows if former else {}
        self._entries = tuple(entries)
        self._rows: dict[Entry, Row] = {each: known.get(each) or _row(0, each) for each in self._entries}
        self._by_ref = {(each.kind, each.ref): each for each in self._entries}
        self._index = Index(self._rows[each]._replace(key=place) for place, each in enumerate(self._entries))
        self._cameras: dict[Entry, Row] = former._cameras if former else {}

    def find(self, text: str, cameras: Sequence[Entry] = (), recent: Iterable[Entry] = ()) -> list[Entry]:
        """The best first, at most `LIMIT`; `cameras` are those that the finder has for this text, the best first.

        Exact numbers, then the `FEW` best of each kind, then more of what begins so, at last what merely contains it.
        For no text: what was used lately (the latest first; what is gone is left out), then the actions.
        """
        words = words_of(text)
        if not words:
            return [] if text.strip() else self._unasked(recent)
        cameras = cameras[:LIMIT]
        of_cameras = ranked([self._row_of_camera(place, each) for place, each in enumerate(cameras)], words)
        of_others = self._index.ranked(words)
        tiers = [
            [*(cameras[place] for place in mine), *(self._entries[place] for place in others)]
            for mine, others in zip(of_cameras, of_others, strict=True)
        ]
        return _few_of_each(tiers)

    def _row_of_camera(self, place: int, camera: Entry) -> Row:
        """Folded once: the same cameras are found again with the next letter."""
        row = self._cameras.get(camera)
        if row is None:
            if len(self._cameras) > _MOST_REMEMBERED:
                self._cameras.clear()
            row = self._cameras[camera] = _row(0, camera)
        return Row(place, *row[1:])

    def _unasked(self, recent: Iterable[Entry]) -> list[Entry]:
        used = (each if each.kind is Kind.CAMERA else self._by_ref.get((each.kind, each.ref)) for each in recent)
        actions = (each for each in self._entries if each.kind is Kind.ACTION)
        return list(dict.fromkeys([*(each for each in used if each), *actions]))[:LIMIT]


def _few_of_each(tiers: Sequence[list[Entry]]) -> list[Entry]:
    """No more than `LIMIT`, and however many begin so: a few of each kind that only contain it are among them."""
    exact, *begun, contained = tiers
    seen = dict.fromkeys(Kind.__members__, 0)
    best, more = _parted(chain.from_iterable(begun), seen)
    weak, left = _parted(contained, seen)
    strong = [*exact, *best, *more][: LIMIT - len(weak)]
    return [*strong, *weak, *left][:LIMIT]


def _parted(entries: Iterable[Entry], seen: dict[str, int]) -> tuple[list[Entry], list[Entry]]:
    """The first few of each kind, those counted that were seen before, and so many of the others as can be shown.

    By the names of kinds, which are looked up faster than kinds are: two thousand views may begin so.
    """
    few, others = list[Entry](), list[Entry]()
    for entry in entries:
        kind = entry.kind.name
        if seen[kind] < FEW:
            seen[kind] += 1
            few.append(entry)
        elif len(others) < LIMIT:
            others.append(entry)
    return few, others


def _row(key: int, entry: Entry) -> Row:
    return row_of(key, entry.number, entry.nickname, entry.name, spaced(entry.detail, *entry.words))
