"""The list of bookmarks: each with its small picture, when it was, which camera, and what was thought of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.model.bookmark import Bookmark
from wall.ui.console.bookmark_pictures import BookmarkPictures
from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.style import selected_row
from wall.ui.drag import CAMERAS, cameras_freight
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

SMALL_PICTURE = QSize(96, 54)
_EDGE = 2 * SPACE
ROW_HEIGHT = SMALL_PICTURE.height() + 2 * SPACE


class BookmarkModel(QAbstractListModel):
    """The newest first; `more_wanted` when the end of what is here comes into sight and there are older ones."""

    more_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Bookmark] = []
        self._has_more = False
        self._is_waiting = False

    def show(self, rows: Sequence[Bookmark], has_more: bool) -> None:
        """These, and nothing else; where they are the same in the same order, nothing moves."""
        self._has_more, self._is_waiting = has_more, False
        if [each.bookmark_id for each in rows] == [each.bookmark_id for each in self.rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Bookmark], has_more: bool) -> None:
        """Older ones."""
        self._has_more, self._is_waiting = has_more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def give_up(self) -> None:
        """The older ones could not be had now; they may be asked for again."""
        self._is_waiting = False

    def place_of(self, bookmark_id: int) -> int | None:
        """In which row it stands."""
        return next((place for place, each in enumerate(self.rows) if each.bookmark_id == bookmark_id), None)

    # -- Qt

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return camera_text(self.rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return whole_text(self.rows[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CAMERAS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return cameras_freight(dict.fromkeys(self.rows[index.row()].camera_id for index in indexes))

    def canFetchMore(self, parent: Index = _NONE) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index = _NONE) -> None:
        self._is_waiting = True
        self.more_wanted.emit()


class BookmarkRows(QStyledItemDelegate):
    """Paints a bookmark in two or three lines beside its picture."""

    def __init__(self, model: BookmarkModel, pictures: BookmarkPictures, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self._theme = theme
        self._selected = selected_row(theme)
        self._body, self._small = Fitting(font(BODY)), Fitting(font(SMALL))

    def _paint_picture(self, painter: QPainter, corner: QPoint, bookmark: Bookmark) -> None:
        frame = QRect(corner, SMALL_PICTURE)
        painter.fillRect(frame, self._theme.ground)
        picture = self._pictures.small(bookmark.bookmark_id) if bookmark.has_picture else None
        if picture is None or picture.isNull():
            return
        size = picture.deviceIndependentSize().toSize()
        left = (frame.width() - size.width()) // 2
        painter.drawPixmap(frame.topLeft() + QPoint(left, (frame.height() - size.height()) // 2), picture)

    def _write(self, painter: QPainter, room: QRect, text: str, *, is_small: bool = False) -> None:
        """One line of text, elided in the middle."""
        fitting = self._begin(painter, is_small)
        fitting.draw(painter, room.x(), room.y(), room.height(), fitting.fit(text, room.width()))

    def _write_aside(self, painter: QPainter, room: QRect, text: str) -> int:
        """The same in small at the right edge; how wide it is."""
        fitting = self._begin(painter, is_small=True)
        fitted = fitting.fit(text, room.width())
        fitting.draw_to(painter, room.x() + room.width(), room.y(), room.height(), fitted)
        return round(fitted.width)

    def _begin(self, painter: QPainter, is_small: bool) -> Fitting:
        fitting = self._small if is_small else self._body
        painter.setPen(self._theme.muted if is_small else self._theme.text)
        return fitting

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60 * SPACE, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bookmark, rect = self._model.rows[index.row()], option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.raised)
        self._paint_picture(painter, rect.topLeft() + QPoint(_EDGE, SPACE), bookmark)
        inner = rect.adjusted(SMALL_PICTURE.width() + 2 * _EDGE + SPACE, SPACE, -_EDGE, -SPACE)
        line = QRect(inner.topLeft(), QSize(inner.width(), inner.height() // 3))
        taken = self._write_aside(painter, line, when_text(bookmark.at_s))
        self._write(painter, line.adjusted(0, 0, -taken - 2 * SPACE, 0), camera_text(bookmark))
        line.translate(0, line.height())
        self._write(painter, line, " ".join(bookmark.note.split()) or bookmark.site, is_small=not bookmark.note)
        line.translate(0, line.height())
        self._write(painter, line, _last_line(bookmark), is_small=True)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class BookmarkView(QListView):
    """Several may be selected; Enter is `activated` on the current one."""

    def __init__(self, model: BookmarkModel, pictures: BookmarkPictures, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarks")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(BookmarkRows(model, pictures, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        FingerDrags(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pictures.came.connect(self._renew)

    def selected(self) -> list[Bookmark]:
        """What is selected, the newest first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[row] for row in rows]

    def _renew(self, bookmark_id: int) -> None:
        place = self._model.place_of(bookmark_id)
        if place is not None:
            self.update(self._model.index(place))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def camera_text(bookmark: Bookmark) -> str:
    """Number and name as they were then."""
    return f"{bookmark.number}  {bookmark.name}"


def when_text(at_s: float) -> str:
    """By the clock of the wall."""
    return QDateTime.fromMSecsSinceEpoch(round(at_s * 1000)).toString("dd/MM/yyyy HH:mm:ss")


def tags_text(tags: Sequence[str]) -> str:
    """As they are written: #market #night."""
    return " ".join(f"#{tag}" for tag in tags)


def whole_text(bookmark: Bookmark) -> str:
    """For the tooltip: nothing is elided there."""
    lines = (camera_text(bookmark), bookmark.site, when_text(bookmark.at_s), bookmark.note, tags_text(bookmark.tags))
    return "\n".join(line for line in lines if line)


def _last_line(bookmark: Bookmark) -> str:
    parts = (tags_text(bookmark.tags), bookmark.site if bookmark.note else "", bookmark.operator)
    return "  ·  ".join(part for part in parts if part)
