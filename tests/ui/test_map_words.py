"""What is said of base maps."""

from __future__ import annotations

from PySide6.QtCore import QObject

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, MapKind
from wall.ui.homeward import Homeward
from wall.ui.map_words import map_kind, map_trouble


def test_a_fault_names_the_file_and_what_is_wrong(vietnamese: None) -> None:
    error = MapError(MapFault.PROJECTION, "nền.mbtiles", "EPSG:3405")
    owner = QObject()
    assert Homeward(owner).in_words(error) == "nền.mbtiles: bản đồ dùng phép chiếu khác (EPSG:3405)"
    assert Homeward(owner).in_words(MapError(MapFault.EMPTY, "")) == "Tệp trống"


def test_a_server_that_is_away_and_back(vietnamese: None) -> None:
    assert map_trouble("OSM", MapFault.SLOW) == "OSM: máy chủ bản đồ không trả lời kịp. Đang dùng phần đã lưu."
    assert map_trouble("OSM", None) == "OSM: đã lại nhận được ô bản đồ mới"
    assert map_kind(MapKind.PLAN) == "ảnh"
