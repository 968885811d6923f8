"""Saved views and tours: on the disk first and then believed, one step back, in and out of files.

What is in memory is an immutable value that is swapped on the db thread; whoever reads it has one moment of it. Changes
are made there, one after the other, of what is there by then.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from wall.model.events import Event, ViewsChanged
from wall.model.fold import fold
from wall.model.inventory import Inventory
from wall.model.kept import Kept
from wall.model.view import Tour, View
from wall.services.db_thread import DbThread
from wall.services.in_parts import InParts, elsewhere, in_parts
from wall.services.wall_ports import ExchangesViews, KeepsWall

Make = Callable[[Sequence[View], Sequence[Tour]], tuple[Sequence[View], Sequence[Tour]]]
_T = TypeVar("_T", View, Tour)
Imported = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class _Shelf:
    """All views and tours at one moment, and those that one operator sees: the shared ones and the own, by name.

    Telling it sorts it, on the db thread and not on the one that paints.
    """

    all_views: tuple[View, ...]
    all_tours: tuple[Tour, ...]
    undo: str
    operator: str

    @cached_property
    def views(self) -> tuple[View, ...]:
        return tuple(sorted((each for each in self.all_views if each.owner in ("", self.operator)), key=_in_order))

    @cached_property
    def tours(self) -> tuple[Tour, ...]:
        return tuple(sorted((each for each in self.all_tours if each.owner in ("", self.operator)), key=_in_order))

    @cached_property
    def by_id(self) -> dict[int, View]:
        return {each.view_id: each for each in self.all_views}

    @property
    def told(self) -> ViewsChanged:
        return ViewsChanged(self.views, self.tours, self.undo)


class Views:
    """Any thread; everything returns at once. `publish` is called on the db thread, also where a change fails."""

    def __init__(
        self,
        db: DbThread,
        store: KeepsWall,
        exchange: ExchangesViews,
        kept: Kept,
        operator: str,
        publish: Callable[[Event], None],
    ) -> None:
        self._db = db
        self._store = store
        self._exchange = exchange
        self._publish = publish
        self._operator = operator
        self._shelf = _Shelf(kept.views, kept.tours, kept.undo, operator)

    @property
    def views(self) -> Sequence[View]:
        return self._shelf.views

    @property
    def tours(self) -> Sequence[Tour]:
        return self._shelf.tours

    def find(self, view_id: int) -> View | None:
        """A view by its id, whoever's it is; None for one that is gone."""
        return self._shelf.by_id.get(view_id)

    def tour(self, tour_id: int) -> Tour:
        """KeyError for one that is not there."""
        found = next((each for each in self._shelf.all_tours if each.tour_id == tour_id), None)
        if found is None:
            raise KeyError(tour_id)
        return found

    def save(self, view: View) -> None:
        """ValueError where another has its name there. One whose id is gone by now is a new one."""
        self._save([view], [], f"view {_tidy(view.name)} saved")

    def save_tour(self, tour: Tour) -> None:
        """The same for a tour."""
        self._save([], [tour], f"tour {_tidy(tour.name)} saved")

    def save_all(self, views: Sequence[View], tours: Sequence[Tour]) -> None:
        """Several as one change."""
        self._save(views, tours, f"{_counted(len(views), len(tours))} saved")

    def remove(self, view_ids: Collection[int], tour_ids: Collection[int]) -> None:
        """Tours lose the stops that are gone, and go when they have none left."""
        gone, gone_tours = frozenset(view_ids), frozenset(tour_ids)

        def make(views: Sequence[View], tours: Sequence[Tour]) -> tuple[Sequence[View], Sequence[Tour]]:
            left = (_without(tour, gone) for tour in tours if tour.tour_id not in gone_tours)
            return [each for each in views if each.view_id not in gone], [each for each in left if each is not None]

        self._change(f"{_counted(len(gone), len(gone_tours))} removed", make)

    def undo(self) -> None:
        """Take the last change back."""
        self._db.work("undo", lambda: self._become(self._store.undo_views()))

    def export(self, view_ids: Collection[int], path: Path, inventory: Callable[[], Inventory]) -> Future[int]:
        """How many were written."""
        wanted = frozenset(view_ids)

        def write() -> InParts[int]:
            views, known = [each for each in self._shelf.views if each.view_id in wanted], inventory()
            writing = self._db.folders.ask(path.parent, lambda: self._exchange.write(path, views, known))
            yield from elsewhere(writing)
            return len(views)

        return in_parts(self._db, write())

    def take_in(self, path: Path, inventory: Callable[[], Inventory]) -> Future[Imported]:
        """How many came, and what of them could not be found. One whose name is taken gets a number behind it."""

        def read() -> InParts[Imported]:
            known = inventory()
            reading = self._db.folders.ask(path.parent, lambda: self._exchange.read(path, known))
            views, problems = yield from elsewhere(reading)
            new = _renamed(views, self._shelf.all_views)
            if new:
                why = f"{len(new)} view{'s' * (len(new) != 1)} imported"
                self._become(self._store.save_views([*self._shelf.all_views, *new], self._shelf.all_tours, why))
            return len(new), problems

        return in_parts(self._db, read())

    def _save(self, views: Sequence[View], tours: Sequence[Tour], why: str) -> None:
        shelf = self._shelf
        tidy = [replace(each, name=_tidy(each.name)) for each in views]
        tidy_tours = [replace(each, name=_tidy(each.name)) for each in tours]
        _refuse_namesakes("view", tidy, _others_than({each.view_id for each in tidy}, shelf.all_views))
        _refuse_namesakes("tour", tidy_tours, _others_than({each.tour_id for each in tidy_tours}, shelf.all_tours))

        def make(views: Sequence[View], tours: Sequence[Tour]) -> tuple[Sequence[View], Sequence[Tour]]:
            there, tours_there = {each.view_id for each in views}, {each.tour_id for each in tours}
            kept = [each if each.view_id in there else replace(each, view_id=0) for each in tidy]
            kept_tours = [each if each.tour_id in tours_there else replace(each, tour_id=0) for each in tidy_tours]
            others = _others_than({each.view_id for each in kept}, views)
            return [*others, *kept], [*_others_than({each.tour_id for each in kept_tours}, tours), *kept_tours]

        self._change(why, make)

    def _change(self, why: str, make: Make) -> None:
        def change() -> None:
            views, tours = make(self._shelf.all_views, self._shelf.all_tours)
            self._become(self._store.save_views(views, tours, why))

        self._db.work(why, change)

    def _become(self, kept: Kept) -> None:
        """On the db thread."""
        self._shelf = _Shelf(kept.views, kept.tours, kept.undo, self._operator)
        self._publish(self._shelf.told)


def _place(each: View | Tour) -> tuple[str, str, str]:
    return each.owner, each.folder, each.name


def _in_order(each: View | Tour) -> tuple[str, list[str], str]:
    """As one looks for them: by folder and name, numbers in it by their size."""
    return fold(each.folder), [word.zfill(8) if word.isdigit() else word for word in fold(each.name).split()], each.name


def _tidy(name: str) -> str:
    """One way to write a name: macOS takes diacritics apart."""
    return normalize("NFC", name).strip()


def _refuse_namesakes(kind: str, wanted: Iterable[View | Tour], others: Iterable[View | Tour]) -> None:
    taken = {_place(each) for each in others}
    for each in wanted:
        if _place(each) in taken:
            where = f" in the folder «{each.folder}»" if each.folder else ""
            raise ValueError(f"there is a {kind} «{each.name}»{where} already: give it another name")
        taken.add(_place(each))


def _others_than(ids: Collection[int], all_there: Sequence[_T]) -> list[_T]:
    return [each for each in all_there if (each.view_id if isinstance(each, View) else each.tour_id) not in ids]


def _renamed(views: Sequence[View], there: Sequence[View]) -> list[View]:
    taken = {_place(each) for each in there}
    renamed = []
    for view in views:
        names = (view.name if number == 1 else f"{view.name} {number}" for number in count(1))
        free = next(each for name in names if _place(each := replace(view, name=name)) not in taken)
        taken.add(_place(free))
        renamed.append(free)
    return renamed


def _without(tour: Tour, view_ids: Collection[int]) -> Tour | None:
    stops = tuple(stop for stop in tour.stops if not stop.view_id or stop.view_id not in view_ids)
    return (tour if stops == tour.stops else replace(tour, stops=stops)) if stops else None


def _counted(views: int, tours: int) -> str:
    """`3 views`, `1 tour`, `2 views and 1 tour`."""
    counted = [f"{many} {name}{'s' * (many != 1)}" for many, name in ((views, "view"), (tours, "tour")) if many]
    return " and ".join(counted) or "nothing"
