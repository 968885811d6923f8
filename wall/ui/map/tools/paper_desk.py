"""Saves what is seen of the map as a picture or a PDF, and prints it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QDateTime,
    QIODevice,
    QLocale,
    QMarginsF,
    QObject,
    QRectF,
    QSaveFile,
    QSize,
    QStandardPaths,
    QTimer,
)
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from wall.services.file_thread import FileThread
from wall.ui.console.homeward import Homeward
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import Layer
from wall.ui.map.tools.paper import AROUND, Sheet, SheetPicture
from wall.ui.theme import LIGHT, Theme

AskForMapFile = Callable[[QWidget, str], Path | None]
"""(the window, a name that fits) → the file, None for none. Its ending says whether it is a picture or a PDF."""

A4_PX = QSize(1123, 794)
"""A sheet of A4 lying on its side, at 96 logical pixels an inch."""

PAPER_RATIO = 3.0
"""So many pixels has a logical one on paper: 288 dots an inch."""

_TURN_S = 0.012
"""So long is painted before the window has its turn again."""
_UNWANTED = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\t', "-"))


class PaperDesk(QObject):
    """`say` tells what came of it, `complain` why not; `attribution` is that of the base map; `furniture` are layers
    that say on the screen what stands beside the map here. What is asked for while something is painted comes after it.
    """

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        attribution: Callable[[], str],
        furniture: Collection[Layer],
        now: Callable[[], QDateTime],
        say: Callable[[str], None],
        complain: Callable[[str], None],
        ask_file: AskForMapFile | None = None,
    ) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._canvas = canvas
        self._attribution = attribution
        self._furniture = furniture
        self._now = now
        self._say = say
        self._complain = complain
        self._ask_file = ask_file or ask_for_map_file
        self._homeward = Homeward(self)
        self._disk = FileThread("map pictures")
        self._waiting: list[tuple[SheetPicture, Callable[[QImage], None]]] = []
        self._painting: Iterator[None] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def save(self, title: str) -> None:
        """Ask for a file, and write what is seen there."""
        stamp = self._now().toString("yyyy-MM-dd HH.mm")
        path = self._ask_file(self._canvas.window(), f"{stamp} {title}".translate(_UNWANTED)[:120] + ".png")
        if path is None:
            return
        if path.suffix.lower() == ".pdf":
            self._begin(self._on_paper(title, A4_PX), partial(self._write, path, partial(_pdf, title)))
        else:
            self._begin(self._on_screen(title), partial(self._write, path, _png))

    def print(self, title: str) -> None:
        """By the system's own dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_page())
        if QPrintDialog(printer, self._canvas.window()).exec():
            self.print_on(printer, title)

    def print_on(self, printer: QPrinter, title: str) -> None:
        """On the paper that the printer has."""
        wide = A4_PX.width()
        size = QSize(wide, round(wide * printer.height() / max(1, printer.width())))
        self._begin(self._on_paper(title, size), partial(self._print, printer))

    def end(self) -> None:
        """Finish what is being written; what is not painted yet is given up."""
        self._turn.stop()
        self._painting = None
        self._waiting = []
        self._disk.close()

    # -- painting, a little at a time

    def _on_screen(self, title: str) -> SheetPicture:
        """As it is on the screen."""
        frame = self._canvas.frame
        size = QSize(frame.width, frame.height) + AROUND
        return SheetPicture(size, frame.ratio, frame, self._paint_map, self._sheet(title), self._theme)

    def _on_paper(self, title: str, size: QSize) -> SheetPicture:
        """A sheet is white, whatever the screen is."""
        return SheetPicture(size, PAPER_RATIO, self._canvas.frame, self._paint_map, self._sheet(title), LIGHT)

    def _sheet(self, title: str) -> Sheet:
        return Sheet(title, QLocale().toString(self._now(), QLocale.FormatType.ShortFormat), self._attribution())

    def _paint_map(self, painter: QPainter, frame: MapFrame) -> Iterator[None]:
        return self._canvas.portions(painter, frame, self._furniture)

    def _begin(self, picture: SheetPicture, then: Callable[[QImage], None]) -> None:
        self._waiting.append((picture, then))
        self._turn.start()

    def _go_on(self) -> None:
        picture, then = self._waiting[0]
        if self._painting is None:
            self._painting = picture.portions()
        until_s = time.monotonic() + _TURN_S
        for _portion in self._painting:
            if time.monotonic() >= until_s:
                return
        self._painting = None
        self._waiting.pop(0)
        if not self._waiting:
            self._turn.stop()
        then(picture.image)

    # -- what becomes of the picture

    def _write(self, path: Path, encode: Callable[[QImage], QByteArray], image: QImage) -> None:
        written = self._disk.ask(lambda: _write(path, encode(image)))
        self._homeward.follow(
            written, lambda _nothing: self._say(self.tr("Saved as {0}.").format(path)), self._complain
        )

    def _print(self, printer: QPrinter, image: QImage) -> None:
        sent = self._disk.ask(lambda: _paint_whole(printer, image))
        self._homeward.follow(sent, self._tell_printed, self._complain)

    def _tell_printed(self, _nothing: None) -> None:
        self._say(self.tr("The map is on its way to the printer."))


def ask_for_map_file(window: QWidget, name: str) -> Path | None:
    """By the system's own dialog, in the operator's folder of pictures."""
    translate = QCoreApplication.translate
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    kinds = translate("PaperDesk", "Pictures (*.png);;PDF (*.pdf)")
    title = translate("PaperDesk", "Save the map")
    chosen, kind = QFileDialog.getSaveFileName(window, title, str(folder / name), kinds)
    if not chosen:
        return None
    path, wanted = Path(chosen), ".pdf" if "pdf" in kind.lower() else ".png"
    if path.suffix.lower() in (".png", ".pdf"):
        return path.with_suffix(wanted)
    return path.with_name(path.name + wanted)


def _page() -> QPageLayout:
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))


# -- on another thread


def _png(image: QImage) -> QByteArray:
    data, buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return data


def _pdf(title: str, image: QImage) -> QByteArray:
    data, buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    writer.setResolution(round(96 * PAPER_RATIO))
    writer.setTitle(title)
    writer.setCreator("CityWall")
    _paint_whole(writer, image)
    buffer.close()
    return data


def _paint_whole(device: QPagedPaintDevice, image: QImage) -> None:
    """OSError where there is no printer any more."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(QCoreApplication.translate("PaperDesk", "The printer does not answer."))
    painter.drawImage(QRectF(0, 0, device.width(), device.height()), image)
    painter.end()


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def _write(path: Path, data: QByteArray) -> None:
    """Whole or not at all. OSError where it cannot be written."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(data) != data.size() or not file.commit():
        raise OSError(file.errorString())
