"""What the control room needs of the disk. `wall.store` fulfils it. All of it blocks and belongs to the db thread;
StoreError where the disk does not do it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from wall.model.board import Board
from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.inventory import Inventory
from wall.model.kept import Kept as Kept
from wall.model.kept import UnderWay
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.view import Tour, View
from wall.model.watching import Seen
from wall.model.watching import Watched as Watched


class KeepsWall(Protocol):
    """Views, tours, screens and what they show, keys: `wall.store.wall_store.WallStore`."""

    def load(self) -> Kept: ...

    def save_views(self, views: Sequence[View], tours: Sequence[Tour], why: str) -> Kept:
        """Keep what differs from what was loaded or saved last, as one undo step called `why`; ids of 0 are new.

        What another program added meanwhile stays. ValueError, in plain words, for two of one name in one folder of one
        owner. Gives views, tours and undo as they are then; the rest of `Kept` is as it was read.
        """
        ...

    def undo_views(self) -> Kept: ...

    def keep_boards(self, boards: Mapping[int, Board]) -> None:
        """What these screens show now. A screen that is gone is passed over."""
        ...

    def keep_screens(self, screens: Sequence[Screen]) -> tuple[Screen, ...]:
        """These are the screens now, under the ids that the room has given them: it cannot wait for the disk to show
        what stands on a new one. A `screen_id` of 0 gets the next free one. Boards of those that are gone go too.
        """
        ...

    def keep_tours(self, under_way: Sequence[UnderWay]) -> None:
        """These tours are under way now, and no others."""
        ...

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None: ...


class KeepsBookmarks(Protocol):
    """`wall.store.bookmark_store.BookmarkStore`."""

    def add(self, bookmark: Bookmark, jpeg: bytes) -> int: ...

    def change(self, bookmark: Bookmark) -> None:
        """Note and tags."""
        ...

    def remove(self, bookmark_ids: Collection[int]) -> None: ...

    def restore(self) -> int:
        """What `remove` took away last comes back, also after a restart; how many."""
        ...

    def find(
        self, text: str, camera_id: int | None = None, older_than: Bookmark | None = None, limit: int = 100
    ) -> BookmarkPage:
        """See `wall.ui.room_port.RoomPort.find_bookmarks`. 100,000 of them: under 20 ms."""
        ...

    def between(self, from_s: float, to_s: float, limit: int = 2000) -> Sequence[Bookmark]:
        """Those of a time, the newest first."""
        ...

    def picture(self, bookmark_id: int) -> bytes: ...


class KeepsWatching(Protocol):
    """The watch-coverage ledger: `wall.store.watch_store.WatchStore`."""

    def note(self, watched: Sequence[Watched]) -> None:
        """Add to the ledger: summed up by camera and hour; what is older than 400 days is dropped."""
        ...

    def seen(self, since_s: float) -> Mapping[int, Seen]:
        """Of every camera that was ever seen; seconds are those since then, to the hour."""
        ...


class ReadsLayouts(Protocol):
    """`wall.store.layout_files`."""

    def __call__(self, folder: Path) -> tuple[tuple[Layout, ...], tuple[str, ...]]:
        """The layouts of a folder in the order of their file names, and what is wrong with those that are broken."""
        ...


class ExchangesViews(Protocol):
    """`wall.store.view_files`: views in a file of their own, their cameras by number, name and address, not by id."""

    def write(self, path: Path, views: Sequence[View], inventory: Inventory) -> None: ...

    def read(self, path: Path, inventory: Inventory) -> tuple[tuple[View, ...], tuple[str, ...]]:
        """New views (ids 0), and in plain words which cameras are not here any more: their cells are empty.

        StoreError (FILE) for what is no such file, is damaged, or of a newer version.
        """
        ...
