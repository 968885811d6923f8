"""The list of recordings: each with its first picture, which camera, when, how long, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.model.recording import Recording
from wall.ui.console import recording_words as words
from wall.ui.console.bookmark_pictures import BookmarkPictures
from wall.ui.console.style import selected_row
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

SMALL_PICTURE = QSize(96, 54)
_EDGE = 2 * SPACE
ROW_HEIGHT = SMALL_PICTURE.height() + 2 * SPACE
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordingModel(QAbstractListModel):
    """The newest first; `more_wanted` when the end of what is here comes into sight and there are older ones."""

    more_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Recording] = []
        self.gone: frozenset[str] = frozenset()
        """The paths at which there is no file any more."""
        self._has_more = False
        self._is_waiting = False

    def show(self, rows: Sequence[Recording], has_more: bool) -> None:
        """These, and nothing else; where they are the same in the same order, nothing moves."""
        self._has_more, self._is_waiting = has_more, False
        if [each.recording_id for each in rows] == [each.recording_id for each in self.rows]:
            self.rows = list(rows)
            self._renew()
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Recording], has_more: bool) -> None:
        """Older ones."""
        self._has_more, self._is_waiting = has_more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def follow(self, recording: Recording) -> None:
        """One that goes on is now so far."""
        for place, row in enumerate(self.rows):
            if (row.camera_id, row.started_s) == (recording.camera_id, recording.started_s):
                self.rows[place] = _carried_on(row, recording)
                self.dataChanged.emit(self.index(place), self.index(place))

    def note_gone(self, paths: frozenset[str]) -> None:
        """There are no files at these paths any more."""
        if paths != self.gone:
            self.gone = paths
            self._renew()

    def give_up(self) -> None:
        """The older ones could not be had now; they may be asked for again."""
        self._is_waiting = False

    def place_of(self, recording_id: int) -> int | None:
        """In which row it stands."""
        return next((place for place, each in enumerate(self.rows) if each.recording_id == recording_id), None)

    def is_gone(self, recording: Recording) -> bool:
        """Is none of its files there any more?"""
        return bool(recording.parts) and all(part.path in self.gone for part in recording.parts)

    def _renew(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    # -- Qt

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        recording = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.camera_text(recording)
        if role == Qt.ItemDataRole.ToolTipRole:
            return whole_text(recording, is_gone=self.is_gone(recording))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return files_freight([self.rows[index.row()] for index in indexes])

    def canFetchMore(self, parent: Index = _NONE) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index = _NONE) -> None:
        self._is_waiting = True
        self.more_wanted.emit()


class RecordingRows(QStyledItemDelegate):
    """Paints a recording in three lines beside its picture."""

    def __init__(self, model: RecordingModel, pictures: BookmarkPictures, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self._theme = theme
        self._selected = selected_row(theme)
        self._font, self._small = font(BODY), font(SMALL)

    def _paint_picture(self, painter: QPainter, corner: QPoint, recording: Recording) -> None:
        frame = QRect(corner, SMALL_PICTURE)
        painter.fillRect(frame, self._theme.ground)
        picture = self._pictures.small(recording.recording_id) if recording.has_picture else None
        if picture is None or picture.isNull():
            return
        size = picture.deviceIndependentSize().toSize()
        left = (frame.width() - size.width()) // 2
        painter.setOpacity(0.4 if self._model.is_gone(recording) else 1.0)
        painter.drawPixmap(frame.topLeft() + QPoint(left, (frame.height() - size.height()) // 2), picture)
        painter.setOpacity(1.0)

    def _write(
        self, painter: QPainter, room: QRect, text: str, *, is_small: bool = True, is_right: bool = False
    ) -> int:
        """One line of text, elided in the middle; how wide it is."""
        chosen = self._small if is_small else self._font
        metrics = QFontMetrics(chosen)
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(chosen)
        painter.setPen(self._theme.muted if is_small else self._theme.text)
        painter.drawText(room, _RIGHT if is_right else _LEFT, fitted)
        return metrics.horizontalAdvance(fitted)

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60 * SPACE, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        recording, rect = self._model.rows[index.row()], option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.raised)
        self._paint_picture(painter, rect.topLeft() + QPoint(_EDGE, SPACE), recording)
        inner = rect.adjusted(SMALL_PICTURE.width() + 2 * _EDGE + SPACE, SPACE, -_EDGE, -SPACE)
        line = QRect(inner.topLeft(), QSize(inner.width(), inner.height() // 3))
        taken = self._write(painter, line, words.when_text(words.begins_s(recording)), is_right=True)
        self._write(painter, line.adjusted(0, 0, -taken - 2 * SPACE, 0), words.camera_text(recording), is_small=False)
        line.translate(0, line.height())
        self._write(painter, line, _second_line(recording))
        line.translate(0, line.height())
        self._write(painter, line, words.state_text(recording, is_gone=self._model.is_gone(recording)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class RecordingView(QListView):
    """Several may be selected; Enter is `activated` on the current one. `key_pressed` is asked first: who takes a key
    calls `accept` of its event.
    """

    key_pressed = Signal(object)

    def __init__(self, model: RecordingModel, pictures: BookmarkPictures, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recordings")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RecordingRows(model, pictures, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pictures.came.connect(self._renew)

    def selected(self) -> list[Recording]:
        """What is selected, the newest first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[row] for row in rows]

    @property
    def current(self) -> Recording | None:
        """The one that the hand is on."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _renew(self, recording_id: int) -> None:
        place = self._model.place_of(recording_id)
        if place is not None:
            self.update(self._model.index(place))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if event.isAccepted():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def files_freight(recordings: Sequence[Recording]) -> QMimeData:
    """The files, as any file manager takes them."""
    freight = QMimeData()
    freight.setUrls([QUrl.fromLocalFile(part.path) for each in recordings for part in each.parts])
    return freight


def whole_text(recording: Recording, *, is_gone: bool) -> str:
    """For the tooltip: nothing is elided there."""
    lines = (
        words.camera_text(recording),
        recording.site,
        words.when_text(words.begins_s(recording)),
        _second_line(recording),
        words.state_text(recording, is_gone=is_gone),
        *(part.path for part in recording.parts),
    )
    return "\n".join(line for line in lines if line)


def _second_line(recording: Recording) -> str:
    parts = (words.length_text(recording), words.files_text(recording), recording.operator)
    return "  ·  ".join(part for part in parts if part)


def _carried_on(row: Recording, told: Recording) -> Recording:
    """What is told while it goes on does not know yet under which id it is kept."""
    return replace(told, recording_id=row.recording_id, has_picture=row.has_picture or told.has_picture)
