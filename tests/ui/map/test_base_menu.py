"""The button of the base maps, on real maps in a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.maps import xyz_server
from tests.maps.makers import make_folder, make_large_mbtiles, make_mbtiles, make_plan, some_tiles
from tests.maps.xyz_server import Handler, serving
from tests.services.map_room import MapRoom, map_room, result
from wall.model.inventory import Position
from wall.model.map_kinds import SHIPPED, MapKind
from wall.ui.console.style import dress
from wall.ui.map.base_menu import Around, BaseMenu
from wall.ui.map.opacities import LEAST, Opacities
from wall.ui.theme import DARK

CITY = Position(21.186, 106.076)
PATIENCE_MS = 10_000


@dataclass
class Page:
    """Where the button stands, what the operator answers, and what he was told."""

    window: QWidget
    menu: BaseMenu
    opacities: Opacities
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
    row = QHBoxLayout(window)
    opacities = Opacities(None, window)
    around = Around(told.append, troubles.append, lambda: CITY, opacities, lambda _window, _is_folder: made.answer)
    menu = BaseMenu(room.maps, around, window)
    row.addWidget(menu.bar)
    row.addWidget(menu.side)
    dress(window, DARK)
    window.resize(1000, 600)
    with qtbot.waitExposed(window):
        window.show()
    made = Page(window, menu, opacities, None, told, troubles)
    return made


def test_a_file_is_taken_in_and_shown(qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path) -> None:
    assert next(each.isChecked() for each in page.actions())
    page.answer = make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), {"name": "Nền & phố"})
    page.does("tệp…")
    qtbot.waitUntil(lambda: room.maps.shown.map_id == 1, timeout=PATIENCE_MS)
    assert page.told == ["Đã thêm Nền & phố, đang hiển thị"] and page.troubles == []
    assert not page.menu.line.isVisible()
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
    assert len(room.maps.maps) == 1 and page.told == []


def test_it_is_seen_how_far_it_is_and_stopped_with_a_click(
    qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path
) -> None:
    page.answer = make_large_mbtiles(tmp_path / "lớn.mbtiles", 300)
    page.does("tệp…")
    line = page.menu.line
    assert line.isVisible() and line.said.text() == "Đang thêm lớn.mbtiles…"
    assert not next(each for each in page.actions() if "tệp…" in each.text()).isEnabled(), "one after the other"
    qtbot.waitUntil(lambda: "% của lớn.mbtiles" in line.said.text(), timeout=PATIENCE_MS)
    QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert not line.stop.isEnabled()
    qtbot.waitUntil(lambda: not line.isVisible(), timeout=PATIENCE_MS)
    assert len(page.told) == 1 and page.told[0].startswith("lớn.mbtiles: ") and page.troubles == []
    assert len(room.maps.maps) == 1 and list(room.folder.iterdir()) == []


# -- a tile server


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tiles.example/{z}/{x}/{y}.png", "http://"),
        ("https://tiles.example/{z}/{x}.png", "{z}, {x} và {y}"),
        ("https://lan:mat@tiles.example/{z}/{x}/{y}.png", "đăng nhập"),
        ("https://tiles.example/{z}/{x}/{y}.pbf", "vectơ"),
        ("https://tiles.example/wmts?SERVICE=WMTS&request=GetCapabilities", "WMTS"),
        ("https://tiles.example/{z}/{x}/{y}.png?k={key}", "chỉ điền"),
    ],
)
def test_what_is_wrong_with_an_address_is_said_while_it_is_typed(page: Page, address: str, told: str) -> None:
    QGuiApplication.clipboard().clear()
    page.does("máy chủ")
    form = page.menu.panel.form
    assert form.isVisible() and form.address.hasFocus() and not form.take.isEnabled()
    QTest.keyClicks(form.address, address)
    assert told in form.said.text() and "lan:mat" not in form.said.text() and not form.take.isEnabled()
    QTest.keyClick(form.address, Qt.Key.Key_Return)
    assert not page.menu.line.isVisible()


def test_a_server_is_taken_in_with_its_name_and_whose_map_it_is(qtbot: QtBot, page: Page, room: MapRoom) -> None:
    with serving() as server:
        QGuiApplication.clipboard().setText(f"{server.template}?key=SECRET")
        page.does("máy chủ")
        QGuiApplication.clipboard().clear()
        form = page.menu.panel.form
        assert form.address.text().endswith("SECRET") and "127.0.0.1" in form.said.text()
        form.name.setText("Ảnh vệ tinh")
        form.attribution.setText("© Sở TN&MT")
        QTest.mouseClick(form.take, Qt.MouseButton.LeftButton)
        assert "SECRET" not in page.menu.line.said.text()
        qtbot.waitUntil(lambda: room.maps.shown.name == "Ảnh vệ tinh", timeout=PATIENCE_MS)
        assert room.maps.shown.attribution == "© Sở TN&MT" and room.maps.shown.kind is MapKind.TILE_SERVER
        assert (form.address.text(), form.name.text(), form.attribution.text()) == ("", "", "")


def test_a_server_of_one_city_is_asked_for_a_tile_of_it(qtbot: QtBot, page: Page, room: MapRoom) -> None:
    def only_the_city(handler: Handler) -> None:
        (xyz_server.good if "/12/" in handler.path else xyz_server.nothing_there)(handler)

    with serving() as server:
        server.habit = only_the_city
        page.menu.open_form()
        page.menu.panel.form.address.setText(server.template)
        QTest.keyClick(page.menu.panel.form.address, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: room.maps.shown.name == "127.0.0.1", timeout=PATIENCE_MS)


def test_a_server_that_is_none_is_named_in_the_form_and_what_was_typed_stays(
    qtbot: QtBot, page: Page, room: MapRoom
) -> None:
    with serving() as server:
        server.habit = xyz_server.page
        page.menu.open_form()
        form = page.menu.panel.form
        form.address.setText(server.template)
        QTest.mouseClick(form.take, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "127.0.0.1: " in form.said.text(), timeout=PATIENCE_MS)
    assert form.said.text().startswith("▲") and form.address.text() == server.template
    assert form.take.isEnabled() and page.troubles == [] and len(room.maps.maps) == 1
    assert page.menu.go_back() and not form.isVisible() and not page.menu.go_back()


# -- how strong it is


def test_a_plan_is_made_weaker_and_stays_so(qtbot: QtBot, page: Page, room: MapRoom, tmp_path: Path) -> None:
    page.answer = make_plan(tmp_path / "tầng 1.png", world="0.001\n0\n0\n-0.001\n106\n21\n")
    page.menu.open_panel()
    panel = page.menu.panel
    assert not panel.slider.isEnabled(), "the city itself is always whole"
    page.does("tệp…")
    qtbot.waitUntil(panel.slider.isEnabled, timeout=PATIENCE_MS)
    assert panel.said.text().startswith("tầng 1") and "100 %" in panel.said.text()
    panel.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.slider, Qt.Key.Key_PageDown)
    assert page.opacities.of(room.maps.shown.map_id) == 0.4 and "40 %" in panel.said.text()
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert page.opacities.of(room.maps.shown.map_id) == LEAST, "what cannot be seen is not chosen"


def test_how_strong_each_is_survives_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    path = str(tmp_path / "kept.ini")
    window = QWidget()
    qtbot.addWidget(window)
    first = Opacities(QSettings(path, QSettings.Format.IniFormat), window)
    told: list[int] = []
    first.changed.connect(told.append)
    first.keep(3, 0.35)
    first.keep(3, 0.35)
    first.keep(4, 7.0)
    assert told == [3]
    settings = QSettings(path, QSettings.Format.IniFormat)
    again = Opacities(settings, window)
    assert (again.of(3), again.of(4)) == (0.35, 1.0)
    for wrong in ("much", "nan", "-1", "0"):
        settings.setValue("map/opacity/5", wrong)
        assert Opacities(settings, window).of(5) == 1.0
