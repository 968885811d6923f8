"""The button of the base maps, on real maps in a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.maps.makers import make_folder, make_mbtiles, some_tiles
from tests.maps.xyz_server import serving
from tests.services.map_room import MapRoom, map_room, result
from wall.model.map_kinds import SHIPPED
from wall.ui.map.base_menu import BaseMenu

PATIENCE_MS = 10_000


@dataclass
class Page:
    """Where the button stands, what the operator answers, and what he was told."""

    window: QWidget
    menu: BaseMenu
    answer: Path | None = None
    told: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def actions(self) -> list[QAction]:
        return [each for each in self.menu.menu().actions() if not each.isSeparator()]

    def does(self, text: str) -> None:
        next(each for each in self.actions() if text in each.text()).trigger()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MapRoom]:
    with map_room(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, vietnamese: None, room: MapRoom) -> Page:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[str] = []
    troubles: list[str] = []
    menu = BaseMenu(room.maps, told.append, troubles.append, window, lambda _window, _is_folder: made.answer)
    made = Page(window, menu, None, told, troubles)
    return made


def test_a_file_is_taken_in_and_shown(qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path) -> None:
    assert next(each.isChecked() for each in page.actions())
    page.answer = make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), {"name": "Nền & phố"})
    page.does("tệp…")
    qtbot.waitUntil(lambda: room.maps.shown.map_id == 1, timeout=PATIENCE_MS)
    assert page.told == ["Đang thêm bản đồ…", "Đã thêm Nền & phố, đang hiển thị"] and page.troubles == []
    listed = page.actions()[:2]
    assert [each.isChecked() for each in listed] == [False, True]
    assert listed[1].text() == "Nền && phố  ·  tệp MBTiles"


def test_choosing_and_taking_out(qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path) -> None:
    base = result(room.maps.take_in(str(make_folder(tmp_path / "ô", some_tiles()))))
    assert not any("Xóa" in each.text() for each in page.actions()), "the shipped map stays"
    page.does("ô  ·  thư mục")
    qtbot.waitUntil(lambda: room.maps.shown == base, timeout=PATIENCE_MS)
    page.does("Xóa ô")
    qtbot.waitUntil(lambda: page.told == ["Đã xóa ô"], timeout=PATIENCE_MS)
    assert room.maps.shown.map_id == SHIPPED and len(room.maps.maps) == 1


def test_what_is_no_map_is_named_and_changes_nothing(qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path) -> None:
    page.answer = tmp_path / "trang.mbtiles"
    page.answer.write_text("<html>")
    page.does("tệp…")
    qtbot.waitUntil(lambda: bool(page.troubles), timeout=PATIENCE_MS)
    assert page.troubles[0].startswith("trang.mbtiles: đây không phải là bản đồ mà CityWall đọc được")
    page.answer = None
    page.does("thư mục ô")
    assert len(room.maps.maps) == 1 and len(page.told) == 1


def test_an_address_is_taken_from_the_clipboard(qtbot: QtBot, page: Page, room: MapRoom) -> None:
    QGuiApplication.clipboard().setText("not an address")
    assert [each.isEnabled() for each in page.actions() if "máy chủ" in each.text()] == [False]
    with serving() as server:
        QGuiApplication.clipboard().setText(server.template)
        page.does("máy chủ")
        qtbot.waitUntil(lambda: room.maps.shown.name == "127.0.0.1", timeout=PATIENCE_MS)
    QGuiApplication.clipboard().clear()
