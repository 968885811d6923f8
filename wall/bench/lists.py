"""`citywall bench lists`: 10,000 cameras, 2,000 views, 100,000 bookmarks. Do lists open, and answer as one types?

`open_s` is from the wish to the painted list, on the second visit for what is prepared once; `type_ms` from a typed
letter to the end of the painting of the list that answers it (`typist`), through the window and, for bookmarks, through
the database. `type_held_ms` is the same without what the thread waited for a processor, `type_cpu_ms` what it used of
one; `idle_ms` is until nothing was left to be done, in any list. `ui_held_ms_max` is the longest that the painting
thread was held meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from secrets import token_hex

from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Heartbeat
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.bench.typist import Letter, Typist
from wall.console import open_console
from wall.model.bookmark import Bookmark
from wall.model.inventory import CameraRecord, Inventory, Site, StreamRecord
from wall.model.layout import Layout
from wall.model.view import CameraCell, View
from wall.services.check_plan import Pace
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.wall_store import WallStore
from wall.ui.console.pages import BOOKMARKS, CAMERAS, SCREENS, UNSEEN, VIEWS
from wall.ui.console.window import ConsoleWindow
from wall.ui.spin import spin

_SITES, _CELLS, _FOLDERS = 180, 36, 40
_PATIENCE_S = 20.0
_LOOK_S = 1.0
"""Nobody types the moment that a list opens."""
_TEXTS = 16
"""Typed into each list, its own by turns."""
_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
"""10,000 cameras that are not there would be 10,000 losses to be told: another thing than lists."""
_PLACES = ("Ngã Sáu", "Chợ Nhớn", "Cổng Ô", "Trường THPT Hàn Thuyên", "Cầu Đáp Cầu", "Công viên Nguyên Phi Ỷ Lan")
_SEES = ("cổng chính", "đường vào", "toàn cảnh", "vỉa hè phía đông", "bãi xe", "ngã tư")
_NOTES = ("đổ rác trộm", "xe đỗ sai", "lấn chiếm vỉa hè", "va chạm giao thông", "tụ tập đông người")
_CAMERAS_TYPED = ("nga sau", "truong thpt", "12", "cong chinh")
_TYPED = {
    "cameras": (CAMERAS, _CAMERAS_TYPED),
    "camera_table": (CAMERAS, _CAMERAS_TYPED),
    "views": (VIEWS, ("ca ngay", "cho nhon", "19", "thu muc 3")),
    "bookmarks": (BOOKMARKS, ("do rac", "cho nhon", "va cham giao thong", "77")),
    "palette": (CAMERAS, ("nga sau", "ca ngay 12", "luu", "12")),
}


def run(cameras: int, views: int, bookmarks: int, json_file: str | None, texts: int = _TEXTS) -> int:
    """Measure and tell."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder:
        database = Path(folder) / "citywall.db"
        fill(database, cameras, views, bookmarks)
        began_s = time.monotonic()
        with open_console(app, database, ConsoleLook(), _NO_CHECKS) as (window, _, _):
            window.show()
            spin(0.1)
            figures: dict[str, object] = {"cameras": cameras, "views": views, "bookmarks": bookmarks}
            figures |= {"window_s": round(time.monotonic() - began_s, 2)} | Reading(window, texts).measure()
    tell(figures, json_file)
    return 0


def fill(path: Path, cameras: int, views: int, bookmarks: int) -> None:
    """A database as a city has it after years."""
    with closing(Database(path)) as database:
        inventory = InventoryStore(database).save(_inventory(cameras), "filling")
        ids = [camera.camera_id for camera in inventory.cameras]
        wall = WallStore(database)
        wall.load()
        wall.save_views([_view(number, ids) for number in range(views)], [], "filling")
        BookmarkStore(database).add_all([(_bookmark(number, inventory), b"") for number in range(bookmarks)])


class Reading:
    """One operator who opens lists and looks for things in them. UI thread."""

    def __init__(self, window: ConsoleWindow, texts: int) -> None:
        self._window = window
        self._texts = texts
        self._heart = Heartbeat()

    def measure(self) -> dict[str, object]:
        """All figures."""
        spin(3.0)  # What is prepared in the background once is prepared.
        crowd = Crowd()
        self._heart.start()
        opened_s = {name: round(self._opened_s(name), 3) for name in (SCREENS, VIEWS, BOOKMARKS, UNSEEN, CAMERAS)}
        letters = {name: list(typed) for name, typed in self._typed().items()}
        self._heart.stop()
        return {
            "open_s": opened_s,
            "open_s_max": max(opened_s.values()),
            "letters": {name: len(typed) for name, typed in letters.items()},
            "type_ms_p50": _percentiles(letters, 50, lambda letter: letter.painted_ms),
            "type_ms_p99": _percentiles(letters, 99, lambda letter: letter.painted_ms),
            "type_held_ms_p99": _percentiles(letters, 99, lambda letter: letter.held_ms),
            "type_cpu_ms_p99": _percentiles(letters, 99, lambda letter: letter.cpu_ms),
            "idle_ms_p99": _percentiles(letters, 99, lambda letter: letter.idle_ms),
            "type_ms_p99_max": max(_percentiles(letters, 99, lambda letter: letter.painted_ms).values()),
            "ui_held_ms_max": round(max(self._heart.beats.held_ms), 1),
            "crowd_share": round(crowd.share(), 3),
        }

    def _opened_s(self, page: str) -> float:
        """The first time it is opened, with what it must read."""
        began_s = time.monotonic()
        self._window.go_to(page)
        spin(_PATIENCE_S, self._is_filled(page))
        self._window.grab()
        return time.monotonic() - began_s

    def _is_filled(self, page: str) -> Callable[[], bool]:
        window = self._window
        models = {
            VIEWS: window.views.model,
            BOOKMARKS: window.bookmarks.model,
            UNSEEN: window.unseen.model,
            CAMERAS: window.cameras.model,
        }
        model = models.get(page)
        return lambda: model is None or model.rowCount() > 0

    def _typed(self) -> dict[str, Iterator[Letter]]:
        """One list after the other, as each is gone through."""
        window = self._window
        tree, cameras, views, bookmarks = window.tree, window.cameras, window.views, window.bookmarks
        sheet = window.everything.sheet
        typists = {
            "cameras": Typist(tree.finder, tree.view, lambda: not tree.is_asking),
            "camera_table": Typist(tree.finder, cameras.view, lambda: not tree.is_asking),
            "views": Typist(views.finder, views.tree, lambda: not views.is_asking),
            "bookmarks": Typist(bookmarks.finder, bookmarks.view, lambda: not bookmarks.is_asking),
            "palette": Typist(sheet.line, sheet.view, lambda: not sheet.is_asking),
        }
        return {name: self._typed_in(name, typist) for name, typist in typists.items()}

    def _typed_in(self, name: str, typist: Typist) -> Iterator[Letter]:
        page, texts = _TYPED[name]
        self._window.go_to(page)
        if name == "palette":
            self._window.toggle_palette()
        spin(_LOOK_S)
        yield from typist.type([*islice(cycle(texts), self._texts)])
        if name == "palette":
            self._window.toggle_palette()


def _percentiles(
    letters: Mapping[str, Sequence[Letter]], percent: float, told: Callable[[Letter], float]
) -> dict[str, float]:
    return {name: round(percentile(map(told, typed), percent), 1) for name, typed in letters.items()}


def _inventory(cameras: int) -> Inventory:
    sites = tuple(
        Site(
            f"{_PLACES[number % len(_PLACES)]} {number // len(_PLACES) + 1}",
            f"Phường {number % 19 + 1}",
            site_id=-number - 1,
        )
        for number in range(_SITES)
    )
    return Inventory(
        sites,
        (),
        tuple(
            CameraRecord(
                f"{sites[number % _SITES].name} – {_SEES[number // _SITES % len(_SEES)]}",
                number + 1,
                site_id=sites[number % _SITES].site_id,
                streams=(StreamRecord(f"rtsp://127.0.0.1:9/{number}"),),
            )
            for number in range(cameras)
        ),
    )


def _view(number: int, ids: list[int]) -> View:
    chosen = (ids[(number * _CELLS + place) % len(ids)] for place in range(_CELLS))
    name = f"Ca ngày {number} {_PLACES[number % len(_PLACES)]}"
    return View(name, Layout.plain(6, 6), tuple(map(CameraCell, chosen)), f"Thư mục {number % _FOLDERS}")


def _bookmark(number: int, inventory: Inventory) -> Bookmark:
    camera = inventory.cameras[number * 7 % len(inventory.cameras)]
    return Bookmark(
        1.7e9 + number * 60,
        camera.camera_id,
        camera.number or 0,
        camera.name,
        _PLACES[number % len(_PLACES)],
        f"{_NOTES[number % len(_NOTES)]} {number}",
        ("ca đêm",) if number % 3 else (),
    )
