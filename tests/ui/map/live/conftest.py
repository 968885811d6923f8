"""A real map with live pictures, on a fake live view and a fake room: twelve cameras of Bắc Ninh, 300 m apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.garbage import clear_garbage
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from wall.model.geo.mercator import metres_per_world, to_position, to_world
from wall.model.inventory import CameraRecord, Inventory, Position, Site, StreamRecord
from wall.model.stream import Codec
from wall.ui.console.facts import Facts
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.style import dress
from wall.ui.map.live import FIRST_MAP_TILE
from wall.ui.map.live.desk import LiveDesk
from wall.ui.map.live.picture import MapPicture
from wall.ui.map.page import MapPage, MapPorts
from wall.ui.theme import DARK, Theme
from wall.ui.tile_numbers import TileNumbers

CENTRE = Position(21.186, 106.076)
COLUMNS, ROWS, APART_M = 4, 3, 300
MAIN, SUB = "main", "sub"
_NAMES = ("Ngã Sáu – cổng bắc", "Trường THPT Chuyên Bắc Ninh – cổng chính", "Cầu Đáp Cầu", "Chợ Nhớn")


def url(camera: int, stream: str) -> str:
    return f"rtsp://127.0.0.1/{camera}/{stream}"


def inventory_of(columns: int = COLUMNS, rows: int = ROWS) -> Inventory:
    """Numbered as one reads, each at a site of its own."""
    sites, cameras = [], []
    x, y = to_world(CENTRE)
    metre = 1 / metres_per_world(CENTRE.latitude)
    for index in range(columns * rows):
        row, column = divmod(index, columns)
        east, south = (column - (columns - 1) / 2) * APART_M, (row - (rows - 1) / 2) * APART_M
        place = to_position(x + east * metre, y + south * metre)
        name = _NAMES[index % len(_NAMES)]
        sites.append(Site(f"{name} {index + 1}", position=place, site_id=index + 1))
        streams = (
            StreamRecord(url(index + 1, MAIN), codec=Codec.H264, width=1920, height=1080),
            StreamRecord(url(index + 1, SUB), codec=Codec.H264, width=640, height=360),
        )
        cameras.append(CameraRecord(name, index + 1, site_id=index + 1, streams=streams, camera_id=index + 1))
    return Inventory(tuple(sites), (), tuple(cameras))


class Map:
    """One map in a window of its own, as the page has it."""

    def __init__(self, qtbot: QtBot, live: FakeLive, inventory: Inventory, theme: Theme, size: tuple[int, int]) -> None:
        self.qtbot, self.live = qtbot, live
        self.window = QWidget()
        self.room = FakeRoom(live.bridge, inventory)
        self.fleet = FakeFleet(live.bridge, inventory)
        self.facts = Facts(self.fleet, live.bridge, (), self.window)
        self.wall = RoomFacts(self.room, live.bridge, self.window)
        self.carried: list[QMimeData] = []
        ports = MapPorts(self.facts, lambda _cameras: None, frozenset, parts=(self._make_desk,), events=live.bridge)
        self._theme = theme
        self.page = MapPage(theme, ports, self.window)
        self.canvas, self.marks = self.page.canvas, self.page.cameras
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        dress(self.window, theme)
        self.window.resize(*size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.canvas.setFocus()
        self.canvas.show_frame(self.canvas.frame.centred(*to_world(CENTRE), 15.5))

    def _make_desk(self, page: MapPage) -> LiveDesk:
        self.desk = LiveDesk(
            page.canvas,
            self._theme,
            self.facts,
            self.wall,
            self.live,
            self.live.bridge,
            page.cameras,
            TileNumbers(FIRST_MAP_TILE),
            self.live.clock,
            carries=self._carry,
        )
        return self.desk

    @property
    def said(self) -> str:
        """What stands at the lower edge of the map."""
        return self.desk.notice.text() if self.desk.notice.isVisible() else ""

    def _carry(self, _source: QWidget, freight: QMimeData, _picture: QPixmap) -> None:
        self.carried.append(freight)

    def at(self, camera: int) -> QPoint:
        """Where the mark of a camera is, in pixels of the viewport."""
        found = self.marks.pixel_of(self.canvas.frame, camera)
        assert found is not None
        return QPoint(round(found[0]), round(found[1]))

    def point_at(self, place: QPoint | int) -> None:
        """Move the pointer there."""
        QTest.mouseMove(self.canvas.viewport(), place if isinstance(place, QPoint) else self.at(place))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.canvas, key, held)

    def drag(self, places: Sequence[QPoint]) -> None:
        """With the left button, along these places of the viewport."""
        viewport = self.canvas.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(viewport, place)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=places[-1])

    def pictures(self) -> list[MapPicture]:
        """Those that stand on the map now."""
        return [each for each in self.canvas.overlay.findChildren(MapPicture) if each.isVisible()]

    def shown_urls(self) -> set[str]:
        """What is received for the map."""
        return {self.live.sources[tile].url for tile in self.live.feeds if tile >= FIRST_MAP_TILE}

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=8000)

    def close(self) -> None:
        self.page.end()
        self.facts.end()
        self.wall.end()
        self.window.close()
        left = [timer for timer in self.window.findChildren(QTimer) if timer.isActive()]
        self.window.deleteLater()
        assert left == []


@pytest.fixture
def city_map(qtbot: QtBot, live: FakeLive) -> Iterator[Map]:
    made = Map(qtbot, live, inventory_of(), DARK, (1280, 800))
    yield made
    made.close()
    assert {tile for tile in live.feeds if tile >= FIRST_MAP_TILE} == set()
    clear_garbage()
