"""`citywall bench lists`: 10,000 cameras, 2,000 views, 100,000 bookmarks. Do lists open, and answer as one types?

`open_s` is from the wish to the painted list, on the second visit for what is prepared once; `type_ms_p99` from a typed
letter to the list that answers it, through the window and, for bookmarks, through the database. `ui_held_ms_max` is the
longest that the painting thread was held meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QLineEdit

from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Heartbeat
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.console import ConsoleLook, open_console
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
_ROUNDS = 3
_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
"""10,000 cameras that are not there would be 10,000 losses to be told: another thing than lists."""
_PLACES = ("Ngã Sáu", "Chợ Nhớn", "Cổng Ô", "Trường THPT Hàn Thuyên", "Cầu Đáp Cầu", "Công viên Nguyên Phi Ỷ Lan")
_SEES = ("cổng chính", "đường vào", "toàn cảnh", "vỉa hè phía đông", "bãi xe", "ngã tư")
_NOTES = ("đổ rác trộm", "xe đỗ sai", "lấn chiếm vỉa hè", "va chạm giao thông", "tụ tập đông người")
_TYPED = {
    CAMERAS: ("nga sau", "truong thpt", "12", "cong chinh"),
    VIEWS: ("ca ngay", "cho nhon", "19", "thu muc 3"),
    BOOKMARKS: ("do rac", "cho nhon", "va cham giao thong", "77"),
    "palette": ("nga sau", "ca ngay 12", "luu", "12"),
}


def run(cameras: int, views: int, bookmarks: int, json_file: str | None) -> int:
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
            figures |= {"window_s": round(time.monotonic() - began_s, 2)} | Reading(window).measure()
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

    def __init__(self, window: ConsoleWindow) -> None:
        self._window = window
        self._heart = Heartbeat()

    def measure(self) -> dict[str, object]:
        """All figures."""
        spin(3.0)  # What is prepared in the background once is prepared.
        crowd = Crowd()
        self._heart.start()
        opened_s = {name: round(self._opened_s(name), 3) for name in (SCREENS, VIEWS, BOOKMARKS, UNSEEN, CAMERAS)}
        typed_ms = {name: sorted(times) for name, times in self._typed().items()}
        self._heart.stop()
        return {
            "open_s": opened_s,
            "open_s_max": max(opened_s.values()),
            "type_ms_p50": {name: round(times[len(times) // 2], 1) for name, times in typed_ms.items()},
            "type_ms_p99": {name: round(percentile(times, 99), 1) for name, times in typed_ms.items()},
            "type_ms_p99_max": round(max(percentile(times, 99) for times in typed_ms.values()), 1),
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

    def _typed(self) -> dict[str, Iterator[float]]:
        window = self._window
        return {
            CAMERAS: self._on_page_ms(CAMERAS, window.tree.finder, _at_once),
            VIEWS: self._on_page_ms(VIEWS, window.views.finder, _at_once),
            BOOKMARKS: self._on_page_ms(BOOKMARKS, window.bookmarks.finder, lambda: not window.bookmarks.is_asking),
            "palette": self._in_palette_ms(),
        }

    def _on_page_ms(self, page: str, line: QLineEdit, has_answered: Callable[[], bool]) -> Iterator[float]:
        self._window.go_to(page)
        spin(_LOOK_S)
        yield from _typing_ms(line, _TYPED[page], has_answered)

    def _in_palette_ms(self) -> Iterator[float]:
        self._window.toggle_palette()
        spin(_LOOK_S)
        yield from _typing_ms(self._window.everything.sheet.line, _TYPED["palette"], _at_once)
        self._window.toggle_palette()


def _typing_ms(line: QLineEdit, texts: tuple[str, ...], has_answered: Callable[[], bool]) -> Iterator[float]:
    """From each letter to the list that answers it."""
    for text in texts * _ROUNDS:
        for end in range(1, len(text) + 1):
            began_s = time.perf_counter()
            line.setText(text[:end])
            QApplication.processEvents()
            while not has_answered() and time.perf_counter() - began_s < _PATIENCE_S:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            yield (time.perf_counter() - began_s) * 1000
        line.clear()
        spin(0.3)


def _at_once() -> bool:
    return True


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
