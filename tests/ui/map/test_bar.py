"""What stands above the map has room in one line, or in two."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from wall.ui.map.bar import MapBar
from wall.ui.map.canvas import MapCanvas
from wall.ui.theme import DARK


def wide(pixels: int, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    made.setFixedSize(pixels, 28)
    return made


def middle_of(widget: QWidget) -> int:
    """Two that stand in one line may differ by a pixel."""
    return round(widget.geometry().center().y() / 8)


def test_lines_come_and_go_with_the_room_and_are_as_full_as_they_can_be(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    canvas = MapCanvas(DARK)
    qtbot.addWidget(canvas)
    bar = MapBar(canvas, lambda: None, window)
    parts = [wide(pixels, bar) for pixels in (300, 90, 200)]
    for each in parts:
        bar.add(each)
    window.show()
    for width, lines in ((1200, [0, 0, 0]), (560, [0, 0, 1]), (1200, [0, 0, 0]), (350, [0, 1, 1])):
        bar.resize(width, 100)
        QApplication.sendPostedEvents()
        middles = sorted({middle_of(each) for each in (*parts, bar._own)})
        assert [middles.index(middle_of(each)) for each in parts] == lines
        bar.resize(width, bar.sizeHint().height())
        QApplication.sendPostedEvents()
        assert parts[0].x() == 0 and bar._own.geometry().bottom() < bar.height()
        assert bar._own.geometry().right() == width - 1, "at the right end"
        assert middle_of(bar._own) >= max(map(middle_of, parts)), "of the last line"
