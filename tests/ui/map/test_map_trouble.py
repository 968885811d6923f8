"""A tile server that goes away under a map that is looked at: one notice, what is kept stays, and it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.maps import xyz_server
from tests.maps.xyz_server import Server, serving
from tests.services.map_room import MapRoom, map_room, result
from tests.ui.map.conftest import MakeCanvas
from wall.model.map_kinds import MapFault
from wall.ui.map.base_maps import BaseMaps
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.furniture import Furniture
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK

PATIENCE_MS = 15_000
YELLOW = QColor(255, 255, 0)


@dataclass
class Looked:
    """A map of a server on a canvas, and what the operator was told."""

    room: MapRoom
    canvas: MapCanvas
    server: Server
    troubles: list[str]
    told: list[str]

    def colour(self) -> QColor:
        """In the middle of what is really painted."""
        picture = self.canvas.grab().toImage()
        found: QColor = picture.pixelColor(picture.width() // 2 + 40, picture.height() // 2 + 40)
        return found


@pytest.fixture
def looked(qtbot: QtBot, vietnamese: None, make_canvas: MakeCanvas, tmp_path: Path) -> Iterator[Looked]:
    events = EventBridge()
    with serving() as server, map_room(tmp_path, publish=events.publish) as room:
        server.habit = xyz_server.other
        result(room.maps.choose(result(room.maps.take_in(server.template, name="OSM")).map_id))
        canvas = make_canvas(DARK, 700, 500)
        base = BaseMaps(canvas, DARK, room.maps, events, Furniture(DARK), canvas)
        made = Looked(room, canvas, server, [], [])
        base.failed.connect(made.troubles.append)
        base.well_again.connect(made.told.append)
        canvas.centre_on((0.78, 0.44), 12)
        yield made
        base.end()


def test_one_notice_and_it_comes_back(qtbot: QtBot, looked: Looked) -> None:
    qtbot.waitUntil(lambda: looked.colour() == YELLOW, timeout=PATIENCE_MS)
    looked.server.habit = xyz_server.page
    looked.canvas.centre_on((0.785, 0.441), 14)
    qtbot.waitUntil(lambda: bool(looked.troubles), timeout=PATIENCE_MS)
    looked.canvas.centre_on((0.79, 0.442), 13)
    qtbot.waitUntil(lambda: not looked.canvas.is_moving, timeout=PATIENCE_MS)
    why = "máy chủ bản đồ trả lời bằng thứ không phải ô bản đồ"
    assert looked.troubles == [f"OSM: {why}. Đang dùng phần đã lưu."]
    assert looked.room.troubles() == [MapFault.WRONG_ANSWER] and looked.told == []
    looked.server.habit = xyz_server.other
    looked.room.clock.now_s += 400
    qtbot.waitUntil(lambda: looked.told == ["OSM: đã lại nhận được ô bản đồ mới"], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: looked.colour() == YELLOW, timeout=PATIENCE_MS)
    assert len(looked.troubles) == 1
