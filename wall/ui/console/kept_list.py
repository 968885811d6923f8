"""Lists of what was kept, bookmarks or recordings: the newest first, each with a small picture and three lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

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
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.kept_pictures import KeptPictures
from wall.ui.console.style import selected_row
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

SMALL_PICTURE = QSize(96, 54)
_EDGE = 2 * SPACE
ROW_HEIGHT = SMALL_PICTURE.height() + 2 * SPACE
_PALE = 0.4


class Face(NamedTuple):
    """What a row says. `middle` is as large as the title if `is_said`: somebody wrote it."""

    title: str
    when: str
    middle: str
    last: str
    is_said: bool = False
    has_picture: bool = False
    is_pale: bool = False


class KeptModel(QAbstractListModel, Generic[Row]):
    """The newest first; `more_wanted` when the end of what is here comes into sight and there are older ones."""

    more_wanted = Signal()

    def __init__(self, mime_type: str, parent: QObject) -> None:
        """`mime_type` of what is dragged out of it."""
        super().__init__(parent)
        self._mime_type = mime_type
        self.rows: list[Row] = []
        self._has_more = False
        self._is_waiting = False

    # -- what kind of rows they are

    def id_of(self, row: Row) -> int:
        """Under which it is kept."""
        raise NotImplementedError

    def face_of(self, row: Row) -> Face:
        """What is painted of it."""
        raise NotImplementedError

    def whole_text(self, row: Row) -> str:
        """For the tooltip: nothing is elided there."""
        raise NotImplementedError

    def freight_of(self, rows: Sequence[Row]) -> QMimeData:
        """What is dragged with them."""
        raise NotImplementedError

    # -- which they are

    def show(self, rows: Sequence[Row], has_more: bool) -> None:
        """These, and nothing else; where they are the same in the same order, nothing moves."""
        self._has_more, self._is_waiting = has_more, False
        if self.ids(rows) == self.ids(self.rows):
            self.rows = list(rows)
            self.renew()
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Row], has_more: bool) -> None:
        """Older ones."""
        self._has_more, self._is_waiting = has_more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def change(self, place: int, row: Row) -> None:
        """Another one in its place."""
        self.rows[place] = row
        self.dataChanged.emit(self.index(place), self.index(place))

    def give_up(self) -> None:
        """The older ones could not be had now; they may be asked for again."""
        self._is_waiting = False

    def ids(self, rows: Sequence[Row]) -> list[int]:
        return [self.id_of(row) for row in rows]

    def place_of(self, kept_id: int) -> int | None:
        """In which row it stands."""
        return next((place for place, row in enumerate(self.rows) if self.id_of(row) == kept_id), None)

    def renew(self) -> None:
        """What is said of them may be another thing now."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    # -- Qt

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.face_of(self.rows[index.row()]).title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.whole_text(self.rows[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [self._mime_type]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.freight_of([self.rows[index.row()] for index in indexes])

    def canFetchMore(self, parent: Index = _NONE) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index = _NONE) -> None:
        self._is_waiting = True
        self.more_wanted.emit()


class KeptRows(QStyledItemDelegate, Generic[Row]):
    """Paints three lines beside a picture."""

    def __init__(self, model: KeptModel[Row], pictures: KeptPictures, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self._theme = theme
        self._selected = selected_row(theme)
        self._body, self._small = Fitting(font(BODY)), Fitting(font(SMALL))

    def _paint_picture(self, painter: QPainter, corner: QPoint, kept_id: int, face: Face) -> None:
        frame = QRect(corner, SMALL_PICTURE)
        painter.fillRect(frame, self._theme.ground)
        picture = self._pictures.small(kept_id) if face.has_picture else None
        if picture is None or picture.isNull():
            return
        size = picture.deviceIndependentSize().toSize()
        left = (frame.width() - size.width()) // 2
        painter.setOpacity(_PALE if face.is_pale else 1.0)
        painter.drawPixmap(frame.topLeft() + QPoint(left, (frame.height() - size.height()) // 2), picture)
        painter.setOpacity(1.0)

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
        row, rect = self._model.rows[index.row()], option.rect
        face = self._model.face_of(row)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.raised)
        self._paint_picture(painter, rect.topLeft() + QPoint(_EDGE, SPACE), self._model.id_of(row), face)
        inner = rect.adjusted(SMALL_PICTURE.width() + 2 * _EDGE + SPACE, SPACE, -_EDGE, -SPACE)
        line = QRect(inner.topLeft(), QSize(inner.width(), inner.height() // 3))
        taken = self._write_aside(painter, line, face.when)
        self._write(painter, line.adjusted(0, 0, -taken - 2 * SPACE, 0), face.title)
        line.translate(0, line.height())
        self._write(painter, line, face.middle, is_small=not face.is_said)
        line.translate(0, line.height())
        self._write(painter, line, face.last, is_small=True)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class KeptView(QListView, Generic[Row]):
    """Several may be selected; Enter is `activated` on the current one. `key_pressed` is asked first: who takes a key
    calls `accept` of its event.
    """

    key_pressed = Signal(object)

    def __init__(self, model: KeptModel[Row], pictures: KeptPictures, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(KeptRows(model, pictures, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        FingerDrags(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pictures.came.connect(self._renew)

    def selected(self) -> list[Row]:
        """What is selected, the newest first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[row] for row in rows]

    @property
    def current(self) -> Row | None:
        """The one that the hand is on."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def show_steadily(self, rows: Sequence[Row], has_more: bool) -> None:
        """These: what is current, selected and in sight stays so where it is still there."""
        index, chosen = self.currentIndex(), self.selectionModel()
        current = self._id_at(index)
        selected = self._model.ids(self.selected())
        top, scrolled = self.indexAt(QPoint(1, 1)), self.verticalScrollBar().value()
        top_id, top_row = self._id_at(top), top.row()
        self._model.show(rows, has_more)
        if not rows:
            return
        place = self._model.place_of(current)
        if place is None:
            self.setCurrentIndex(self._model.index(min(max(index.row(), 0), len(rows) - 1)))
            return
        chosen.setCurrentIndex(self._model.index(place), chosen.SelectionFlag.NoUpdate)
        for each in selected:
            if (at := self._model.place_of(each)) is not None:
                chosen.select(self._model.index(at), chosen.SelectionFlag.Select)
        moved = (self._model.place_of(top_id) or top_row) - top_row if scrolled else 0
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled + moved * ROW_HEIGHT)

    def _id_at(self, index: QModelIndex) -> int:
        return self._model.id_of(self._model.rows[index.row()]) if index.isValid() else 0

    def _renew(self, kept_id: int) -> None:
        place = self._model.place_of(kept_id)
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
