"""The wall in the database: views and tours with one step back, screens with what they showed last, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import sqlite_utils

from wall.model.board import Board
from wall.model.kept import Kept, UnderWay
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.view import Tour, View
from wall.store import shelf
from wall.store.board_json import board_json, read_board
from wall.store.changes import Change, Record, change_of, identified, unique
from wall.store.database import Database
from wall.store.json_fields import items, parsed, words, written
from wall.store.last_id import count_up, new_ids
from wall.store.rows import Row
from wall.store.screen_rows import read_screen, screen_row
from wall.store.shelf import SCREEN, TOUR, VIEW, Kind
from wall.store.undo_step import WALL_STEP
from wall.store.view_rows import read_tour, read_view, tour_row, view_row

Known = TypeVar("Known")
Key = TypeVar("Key", int, str)

_PUT_BOARD = (
    "insert into screen_board (data, screen_id) select ?, screen_id from screen where screen_id = ?"
    " on conflict (screen_id) do update set data = excluded.data"
)
_MOST_KEYS = 100
_MOST_TEXT = 1000


@dataclass(frozen=True, slots=True)
class _Told:
    """What the caller was told last: what it saves differs from this by what it wants changed."""

    kept: Kept
    changes_by_others: int
    """As the database counted them then."""


class WallStore:
    """Reads and writes what the wall is. Blocks, on one thread at a time; StoreError where the disk does not.

    A row that cannot be understood is named in `Kept.unreadable`, left out, and left as it is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told: _Told | None = None
        self._boards: dict[int, Board] = {}
        """As they are on the disk, as far as this program wrote them."""

    def load(self) -> Kept:
        """All of it, each kind in the order of its ids."""
        with self._database.reading() as tables:
            self._told = self._read(tables)
        self._boards = dict(self._told.kept.boards)
        return self._told.kept

    def save_views(self, views: Sequence[View], tours: Sequence[Tour], why: str) -> Kept:
        """Keep what differs from what was loaded or saved last, in one transaction; what is kept then.

        An id of 0 means new. The former state becomes the one undo step, named `why`; where nothing differs, nothing is
        written and the step stays. What another program added since is kept. ValueError, in plain words, for two of one
        name in one folder of one owner: nothing is changed.
        """
        with self._database.transaction() as tables:
            told = self._told or self._read(tables)
            new_views = _with_ids(tables, VIEW, tuple(views))
            new_tours = _with_ids(tables, TOUR, tuple(tours))
            steps = _steps(told.kept, new_views, new_tours)
            if steps:
                WALL_STEP.remember(tables, why, steps)
                _carry_out(tables, steps)
            if told.changes_by_others != self._database.changes_by_others:
                saved = self._views_read(tables, told)
            else:
                undo = WALL_STEP.text_of(tables) or ""
                saved = replace(told, kept=replace(told.kept, views=new_views, tours=new_tours, undo=undo))
        self._told = saved
        return saved.kept

    def undo_views(self) -> Kept:
        """Take the last change of views and tours back; what is kept then. Nothing happens where there was none."""
        with self._database.transaction() as tables:
            told = self._told or self._read(tables)
            if WALL_STEP.text_of(tables) is not None:
                steps = WALL_STEP.take_back(tables)
                WALL_STEP.forget(tables)
                _carry_out(tables, steps)
            restored = self._views_read(tables, told)
        self._told = restored
        return restored.kept

    def keep_boards(self, boards: Mapping[int, Board]) -> None:
        """What these screens show now, in one transaction; a screen that is gone is passed over."""
        changed = {key: board for key, board in boards.items() if self._boards.get(key) != board}
        if not changed:
            return
        rows = [(written(board_json(board)), key) for key, board in changed.items()]
        with self._database.transaction() as tables:
            there = [row[1] for row in rows if tables.execute(_PUT_BOARD, row).rowcount > 0]
        self._boards.update((key, changed[key]) for key in there)

    def keep_screens(self, screens: Sequence[Screen]) -> tuple[Screen, ...]:
        """These are the screens now; with their ids, an id of 0 means new. Boards of those that are gone go too."""
        with self._database.transaction() as tables:
            told = self._told or self._read(tables)
            now = _with_ids(tables, SCREEN, tuple(screens))
            change = change_of(SCREEN, {each.screen_id: each for each in told.kept.screens}, now, screen_row)
            for key in change.removed:
                tables.table("screen_board").delete_where("screen_id = ?", [key])
            _carry_out(tables, [change])
        self._boards = {key: board for key, board in self._boards.items() if key not in change.removed}
        self._told = replace(told, kept=replace(told.kept, screens=now))
        return now

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """All that is assigned now, by action."""
        with self._database.transaction() as tables:
            told = self._told or self._read(tables)
            for action in told.kept.keys.keys() - keys.keys():
                tables.table("key_assignment").delete_where("action = ?", [action])
            tables.table("key_assignment").upsert_all(
                ({"action": action, "keys": written(list(each))} for action, each in keys.items()), pk="action"
            )
        self._told = replace(told, kept=replace(told.kept, keys=dict(keys)))

    def keep_tours(self, under_way: Sequence[UnderWay]) -> None:
        """These tours are under way now, and no others."""
        rows = [(each.screen_id, each.slot, each.tour_id, each.place, each.is_paused) for each in under_way]
        with self._database.transaction() as tables:
            tables.execute("delete from tour_under_way")
            for row in rows:
                # Who has removed the screen or the tour meanwhile was faster.
                tables.execute(
                    "insert into tour_under_way (screen_id, slot, tour_id, place, is_paused)"
                    " select ?1, ?2, ?3, ?4, ?5 where ?1 in (select screen_id from screen)"
                    " and ?3 in (select tour_id from tour)",
                    row,
                )

    def _read(self, tables: sqlite_utils.Database) -> _Told:
        unreadable: list[str] = []
        screens = _understood(tables, SCREEN, read_screen, unreadable)
        boards = tables.execute("select screen_id, data from screen_board order by screen_id")
        keys = tables.execute("select action, keys from key_assignment order by action")
        kept = Kept(
            screens=screens,
            under_way=_under_way(tables),
            boards=dict(_each_understood("what was shown on screen", boards, _read_board, unreadable)),
            keys=dict(_each_understood("the keys of", keys, _read_keys, unreadable)),
            unreadable=tuple(unreadable),
        )
        return self._views_read(tables, _Told(kept, 0))

    def _views_read(self, tables: sqlite_utils.Database, told: _Told) -> _Told:
        """The same with the views and tours that are in the tables now."""
        layouts: dict[str, Layout] = {}
        unreadable: list[str] = []
        views = _understood(tables, VIEW, lambda row: read_view(row, layouts), unreadable)
        tours = _understood(tables, TOUR, read_tour, unreadable)
        named = tuple(dict.fromkeys((*told.kept.unreadable, *unreadable)))
        undo = WALL_STEP.text_of(tables) or ""
        kept = replace(told.kept, views=views, tours=tours, undo=undo, unreadable=named)
        return _Told(kept, self._database.changes_by_others)


def _under_way(tables: sqlite_utils.Database) -> tuple[UnderWay, ...]:
    rows = tables.execute("select screen_id, tour_id, slot, place, is_paused from tour_under_way order by rowid")
    return tuple(UnderWay(screen, tour, slot, place, bool(is_paused)) for screen, tour, slot, place, is_paused in rows)


def _with_ids(tables: sqlite_utils.Database, kind: Kind, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records in the order of their ids, new ones with an id that none had before. ValueError for one id twice."""
    identities, _ = identified(kind, records, lambda kind, many, above: new_ids(tables, kind, many, above))
    unique(kind.table, [getattr(each, kind.key) for each in identities])
    return tuple(sorted(identities, key=lambda each: getattr(each, kind.key)))


def _steps(before: Kept, views: Sequence[View], tours: Sequence[Tour]) -> list[Change]:
    """What is to be done for these to be the views and tours."""
    found = (
        change_of(VIEW, {each.view_id: each for each in before.views}, views, view_row),
        change_of(TOUR, {each.tour_id: each for each in before.tours}, tours, tour_row),
    )
    return [change for change in found if change.keys]


def _carry_out(tables: sqlite_utils.Database, steps: Sequence[Change]) -> None:
    for change in steps:
        shelf.remove(tables, change.kind, change.removed)
        shelf.write(tables, change.kind, change.written)
        count_up(tables, {change.kind.table: max((row[change.kind.key] for row in change.written), default=0)})
        if change.kind is not SCREEN:
            _refuse_namesakes(tables, change.kind)


def _refuse_namesakes(tables: sqlite_utils.Database, kind: Kind) -> None:
    """Asked of the tables: another program may have been faster, and a row that nobody can read has a name, too."""
    asked = f"select name, folder from {kind.table} group by owner, folder, name having count(*) > 1 limit 1"
    row = tables.execute(asked).fetchone()
    if row is not None:
        where = f" in the folder «{row[1]}»" if row[1] else ""
        raise ValueError(f"there is a {kind.table} «{row[0]}»{where} already: give it another name")


def _understood(
    tables: sqlite_utils.Database, kind: Kind, read: Callable[[Row], Known], unreadable: list[str]
) -> tuple[Known, ...]:
    """The rows of a kind; those that cannot be understood are named instead."""
    found = []
    for key, row in shelf.read(tables, kind).items():
        try:
            found.append(read(row))
        except (ValueError, TypeError) as error:
            unreadable.append(f"{kind.table} {key} «{row['name']}» cannot be read and stays as it is: {error}")
    return tuple(found)


def _each_understood(
    what: str, rows: Iterable[tuple[Key, str]], read: Callable[[str], Known], unreadable: list[str]
) -> Iterator[tuple[Key, Known]]:
    for key, data in rows:
        try:
            yield key, read(data)
        except (ValueError, TypeError) as error:
            unreadable.append(f"{what} {key} cannot be read and stays as it is: {error}")


def _read_board(data: str) -> Board:
    return read_board(parsed(data))


def _read_keys(data: str) -> tuple[str, ...]:
    return tuple(words(each, "a key", _MOST_TEXT) for each in items(parsed(data), "«keys»", _MOST_KEYS))
