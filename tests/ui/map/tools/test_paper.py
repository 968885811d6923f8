"""The map as a picture and as a PDF: what is around it, and what is in it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.map.tools.tool_hand import ToolHand
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.tools.paper import fitted

RED = QColor("#ff0000")


class Dot(PlainLayer):
    """In the middle of what is seen."""

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(RED)
        painter.drawEllipse(QPointF(frame.width / 2, frame.height / 2), 10, 10)


class Slow(PlainLayer):
    """Takes longer than a turn; on the screen it is nothing."""

    painted = 0

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        if isinstance(painter.device(), QImage):
            time.sleep(0.015)
            self.painted += 1


def inked(image: QImage, left: int, top: int, right: int, bottom: int) -> int:
    """How many pixels are not as the one in the corner."""
    ground = image.pixelColor(2, 2)
    return sum(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(top, bottom))


def test_a_picture_has_the_map_and_around_it_title_date_scale_and_attribution(
    hand: ToolHand, qtbot: QtBot, tmp_path: Path
) -> None:
    hand.canvas.add_layer(Dot())
    hand.files = [tmp_path / "map.png"]
    hand.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hand.desk.paper_panel.line.setText("Bắc Ninh – ca đêm")
    hand.desk.paper_panel.save.click()
    qtbot.waitUntil(lambda: hand.said == [f"Saved as {tmp_path / 'map.png'}."])
    assert hand.names == ["2026-11-29 21.00 Bắc Ninh – ca đêm.png"]
    image = QImage(str(tmp_path / "map.png"))
    size = hand.canvas.viewport().size()
    assert image.size() == size + QSize(48, 128)
    assert any(image.pixelColor(image.width() // 2, y) == RED for y in range(200, image.height() - 200))
    wide, high = image.width(), image.height()
    assert inked(image, 24, 26, 250, 60) > 200, "the title"
    assert inked(image, wide - 200, 26, wide - 24, 60) > 100, "the date"
    assert inked(image, 24, high - 50, 260, high - 20) > 100, "the scale"
    assert inked(image, wide - 300, high - 50, wide - 24, high - 20) > 100, "whose map it is"


def test_a_pdf_is_a_sheet_of_a4_on_its_side(hand: ToolHand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.files = [tmp_path / "map.pdf"]
    hand.desk.paper.save("Bắc Ninh")
    qtbot.waitUntil(lambda: bool(hand.said))
    data = (tmp_path / "map.pdf").read_bytes()
    assert data.startswith(b"%PDF-") and b"/MediaBox [0 0 842" in data and len(data) > 3000


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(hand: ToolHand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.files = [tmp_path / "gone" / "map.png", None]
    hand.desk.paper.save("x")
    qtbot.waitUntil(lambda: len(hand.complaints) == 1)
    assert list(tmp_path.glob("gone*")) == []
    hand.desk.paper.save("x")
    assert hand.said == [] and len(hand.complaints) == 1, "nobody chose a file"


def test_the_file_is_written_by_another_thread(hand: ToolHand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.files = [tmp_path / "map.png"]
    hand.desk.paper.save("x")
    qtbot.waitUntil(lambda: not hand.desk.paper._turn.isActive())
    assert any(thread.name == "map pictures" for thread in threading.enumerate())
    qtbot.waitUntil(lambda: bool(hand.said))
    assert QImageReader(str(tmp_path / "map.png")).canRead()


def test_a_printer_gets_a_whole_sheet(hand: ToolHand, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    hand.desk.paper.print_on(printer, "Bắc Ninh")
    qtbot.waitUntil(lambda: hand.said == ["The map is on its way to the printer."])
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_the_window_has_its_turn_while_the_map_is_painted(hand: ToolHand, qtbot: QtBot, tmp_path: Path) -> None:
    slow = [Slow() for _ in range(20)]
    for each in slow:
        hand.canvas.add_layer(each)
    hand.files = [tmp_path / "map.png"]
    turns: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(sum(each.painted for each in slow)))
    timer.start()
    hand.desk.paper.save("x")
    qtbot.waitUntil(lambda: bool(hand.said))
    timer.stop()
    assert len({each for each in turns if 0 < each < 20}) >= 5, "painted over many turns"


def test_on_another_sheet_all_that_was_seen_is_seen() -> None:
    frame = MapFrame(0.5, 0.4, 1e6, 1000, 700)
    for size in ((1000, 700), (600, 900), (3000, 2000), (120, 80)):
        sheet = fitted(frame, *size)
        assert sheet.left <= frame.left + 1e-12 and sheet.right >= frame.right - 1e-12
        assert sheet.top <= frame.top + 1e-12 and sheet.bottom >= frame.bottom - 1e-12
        assert abs(sheet.centre[0] - frame.centre[0]) < 1e-12 and sheet.scale <= frame.scale
