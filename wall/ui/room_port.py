"""What the wall and its console ask of the control room. `wall.services.control_room.ControlRoom` fulfils it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from wall.model.board import Board
from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.camera import Camera
from wall.model.geo.neighbours import Direction, Neighbour
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.touring import Touring
from wall.model.view import Tour, View
from wall.model.watching import Seen


class CamerasPort(Protocol):
    """The cameras as the wall shows them. Callable from any thread; the answers are those of the present inventory."""

    def camera(self, camera_id: int) -> Camera | None:
        """The camera of this id; None for one that is gone, or that has no stream."""
        ...

    def by_number(self, number: int) -> int | None:
        """The id of the camera that operators call by this number."""
        ...

    def beside(self, camera_id: int, steps: int) -> int | None:
        """The camera so many places further among those of its site, by number, in a ring. None without a site."""
        ...

    def of_site(self, site_id: int) -> Sequence[int]:
        """The cameras of a site that can be shown, by number; none where nobody knows it."""
        ...

    def around(self, camera_id: int) -> Mapping[Direction, Neighbour]:
        """The next camera in each direction that can be shown, by where they stand; none where that is not known."""
        ...

    def ids(self) -> Sequence[int]:
        """All that can be shown, by number."""
        ...

    def name_of(self, camera_id: int) -> str:
        """«7  Ngã Sáu – cổng»; for one that is gone, its id."""
        ...

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first."""
        ...

    def priorities(self) -> Mapping[int, int]:
        """By camera id, those above 0."""
        ...


class RoomPort(Protocol):
    """The wall as it is to be. UI thread; everything returns at once; what follows comes as an event (BoardChanged…).

    Boards, screens, tours under way and keys are believed at once, and kept as soon as the disk can: what could not be
    kept is told as WorkFailed and tried again. Views and tours are on the disk before they are believed (some
    milliseconds; ViewsChanged tells them with their ids); one that could not be kept is told as WorkFailed.
    """

    @property
    def cameras(self) -> CamerasPort: ...

    @property
    def operator(self) -> str:
        """Whose private views are shown, and who signs bookmarks."""
        ...

    # -- boards: what stands on each screen

    @property
    def screens(self) -> Sequence[Screen]:
        """By number."""
        ...

    def board(self, screen_id: int) -> Board:
        """What a screen is to show. KeyError for one that is not there."""
        ...

    def own_board(self, screen_id: int) -> Board:
        """The same without the guests of a screen whose panel is gone: what a saved view is made of."""
        ...

    def show(self, screen_id: int, board: Board) -> None:
        """Show this from now on: told as BoardChanged, kept within half a second. What stood there can be brought back
        by `undo_board`, unless only the hand moved. A tour of the whole screen ends when another view is called up.
        """
        ...

    def undo_board(self, screen_id: int) -> bool:
        """Bring back what stood there before the last change, up to fifty changes; False where there is none."""
        ...

    def select(self, screen_id: int) -> None:
        """This screen is the one that keys go to, from the console, too. Told as ScreenSelected."""
        ...

    @property
    def selected_screen(self) -> int:
        """The id of the screen in hand; 0 where there is none."""
        ...

    @property
    def hotspot(self) -> int | None:
        """The id of the camera that is selected, on whichever screen: what hotspot cells show."""
        ...

    def keep_screens(self, screens: Sequence[Screen]) -> None:
        """These are the screens now; a `screen_id` of 0 is a new one, and one that is missing is closed for good."""
        ...

    def note_shown(self, screen_id: int, shown: Mapping[int, bool]) -> None:
        """Which cameras are painted on a screen now, and whether each is live; said about once a second.

        From this come the watch-coverage ledger and what a tour knows of cameras that are down.
        """
        ...

    def watched(self) -> frozenset[int]:
        """The ids of the cameras that are live on some screen now, by what the screens told last."""
        ...

    def panel_lost(self, screen_id: int) -> None:
        """The display of a screen is gone: its priority cameras stand as guests on the next screen that is there, told
        as BoardChanged. `board` of that one then has them; what is kept is each screen's own, so that a power cut in
        between brings back what was. Tours of the lost screen wait.
        """
        ...

    def panel_back(self, screen_id: int) -> None:
        """It is there again: the guests go home. What an operator changed meanwhile stays."""
        ...

    # -- views and tours

    @property
    def layouts(self) -> Sequence[Layout]:
        """The presets, in the order of `layouts/`."""
        ...

    @property
    def views(self) -> Sequence[View]:
        """The shared ones and the operator's own, by folder and name."""
        ...

    @property
    def tours(self) -> Sequence[Tour]: ...

    def call_up(self, screen_id: int, view_id: int) -> None:
        """Show a saved view on a screen. KeyError for one that is not there."""
        ...

    def save_view(self, view: View) -> None:
        """Keep a view, a new one where its id is 0. ValueError, in plain words, where another has its name there."""
        ...

    def save_tour(self, tour: Tour) -> None: ...

    def save_all(self, views: Sequence[View], tours: Sequence[Tour] = ()) -> None:
        """Keep several as one change: what is moved to another folder together is taken back together. ValueError as
        for one.
        """
        ...

    def remove_views(self, view_ids: Collection[int], tour_ids: Collection[int] = ()) -> None:
        """Tours lose the stops that are gone, and go when they have none left. Can be taken back in one step."""
        ...

    def undo_views(self) -> None:
        """Take back the last change of views and tours."""
        ...

    def export_views(self, view_ids: Collection[int], path: Path) -> Future[int]:
        """Write views to a file that another CityWall can read; how many. StoreError where it cannot be written."""
        ...

    def import_views(self, path: Path) -> Future[tuple[int, tuple[str, ...]]]:
        """Take views in from a file: how many, and what could not be understood or found, in plain words.

        StoreError (FILE) for a file that is broken or of a newer version: nothing is taken in.
        """
        ...

    # -- tours under way

    def start_tour(self, screen_id: int, tour_id: int, cell: int | None = None) -> None:
        """Begin. A tour of cameras needs a cell of the shown layout; None is the selected one."""
        ...

    def touring(self, screen_id: int) -> Sequence[Touring]:
        """What is under way on a screen: at most one for the whole of it, and one a cell of its present page.

        A `cell` here is one of the layout, whether it is shown or behind a camera shown alone. A tour never works
        against the hand: one of the whole screen halts when something there is changed by hand; one in a cell goes
        along with its tile, and ends when something else is put there. While a camera is shown alone tours wait.
        After a restart tours that were under way go on.
        """
        ...

    def step_tour(self, screen_id: int, steps: int, cell: int | None = None) -> None:
        """The next stop (+1) or the former one (-1), now. Where there is no tour nothing happens.

        `cell` None: the tour of the whole screen, or else the one in the selected cell; so for the next two.
        """
        ...

    def pause_tour(self, screen_id: int, cell: int | None = None) -> None:
        """Halt it, or let it go on."""
        ...

    def end_tour(self, screen_id: int, cell: int | None = None) -> None:
        """What is shown stays."""
        ...

    # -- bookmarks

    def add_bookmark(self, bookmark: Bookmark, jpeg: bytes) -> Future[int]:
        """Keep it with its picture (b"" for none); its id. StoreError where the disk does not."""
        ...

    def change_bookmark(self, bookmark: Bookmark) -> Future[None]:
        """Note and tags as they are now."""
        ...

    def remove_bookmarks(self, bookmark_ids: Collection[int]) -> Future[None]: ...

    def restore_bookmarks(self) -> Future[int]:
        """Bring back what was removed last in this session; how many."""
        ...

    def find_bookmarks(
        self, text: str, camera_id: int | None = None, older_than: Bookmark | None = None
    ) -> Future[BookmarkPage]:
        """At most 200, the newest first; every word must begin a word of note, tags, camera, site, number or operator.

        Diacritics are folded. A query that was overtaken by a newer one may be cancelled.
        """
        ...

    def bookmarks_between(self, from_s: float, to_s: float) -> Future[Sequence[Bookmark]]:
        """Those of a time (Unix seconds), the newest first; of very many the newest 2,000. It is never cancelled."""
        ...

    def bookmark_picture(self, bookmark_id: int) -> Future[bytes]:
        """Its JPEG; b"" where there is none."""
        ...

    def save_picture(self, path: Path, jpeg: bytes) -> Future[None]:
        """Write a picture to a file, whole or not at all; folders that are missing are made. StoreError (FILE)."""
        ...

    # -- the ledger of watch coverage

    def seen(self, since_s: float) -> Future[Sequence[Seen]]:
        """Every camera of the inventory: when it was last seen, and how long since a moment (Unix seconds).

        In this order: never seen, then the longest ago.
        """
        ...

    # -- keys

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """What the operator has assigned, by action; an action that is missing has its usual keys."""
        ...

    def assign_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """All assignments that differ from the usual ones. Told as KeysChanged."""
        ...
