"""How the tree looks and behaves in the hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.style import selected_row
from wall.ui.console.tree_rows import RowModel
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font

Index = QModelIndex | QPersistentModelIndex
_ARROW = 3.5
_ASIDE_SHARE = 0.4
"""What stands aside may not take more of the row."""
_MARGIN = 3
"""Around a drawing, and before a text."""
_EDGE = SPACE + _MARGIN
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value


class TreeView(QTreeView):
    """Enter opens a camera, and unfolds what has cameras under it."""

    entered = Signal(object)
    """The index of a camera."""

    def __init__(self, model: RowModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(_Row(model, theme, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setIndentation(4 * SPACE)
        FingerDrags(self)

    def begin_anew(self) -> None:
        """Other rows stand in the places of the former: the hand was on none of them, and the best is seen.

        They find their places now: otherwise they would be painted, find their places, and be painted again.
        """
        self.selectionModel().reset()
        self.executeDelayedItemsLayout()
        self.scrollToTop()

    # -- Qt

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow where there is something to unfold; nothing else."""
        if rect.isEmpty() or not self.model().hasChildren(index):
            return
        middle = QPointF(rect.right() - 2 * SPACE + 0.5, rect.center().y() + 0.5)
        points = [QPointF(-_ARROW / 2, -_ARROW), QPointF(_ARROW / 2, 0), QPointF(-_ARROW / 2, _ARROW)]
        if self.isExpanded(index):
            points = [QPointF(point.y(), point.x()) for point in points]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted)
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self.model().hasChildren(index):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.entered.emit(index)
            return
        super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The name, elided in the middle into the room that what stands aside leaves it.

    Painted as the style sheet has it, but not by it: that asks the model seven times for each row.
    """

    def __init__(self, model: RowModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected = selected_row(theme)
        self._fitting = Fitting(font(BODY))
        self._baseline = self._fitting.baseline(TARGET)
        self._tinted: dict[int, QPixmap] = {}

    def _drawing(self, drawing: QPixmap, is_selected: bool) -> QPixmap:
        """As Qt shows it in a selected row."""
        if not is_selected:
            return drawing
        key = drawing.cacheKey()
        if key not in self._tinted:
            size = drawing.deviceIndependentSize().toSize()
            self._tinted[key] = QIcon(drawing).pixmap(size, drawing.devicePixelRatio(), QIcon.Mode.Selected)
        return self._tinted[key]

    # -- Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: int = option.state.value
        is_selected = bool(state & _SELECTED)
        if is_selected:
            painter.fillRect(rect, self._selected)
        elif state & _UNDER_POINTER:
            painter.fillRect(rect, self._theme.raised)
        row = self._model.row(index)
        left, top, width = rect.x() + _EDGE, rect.y(), rect.width()
        room = width - 3 * SPACE
        aside, taken = self._fitting.fit(row.aside, round(room * _ASIDE_SHARE)) if row.aside else ("", 0)
        room -= taken + 3 * SPACE if aside else SPACE
        painter.setFont(self._fitting.font)
        if row.drawing is not None:
            size = row.drawing.deviceIndependentSize()
            wide, high = round(size.width()), round(size.height())
            drawing = self._drawing(row.drawing, is_selected)
            painter.drawPixmap(left, top + (rect.height() - high) // 2, drawing)
            left += wide + 2 * _MARGIN
            room -= wide + SPACE
        painter.setPen(self._theme.text)
        painter.drawText(left, top + self._baseline, self._fitting.fit(row.text, room).text)
        if aside:
            painter.setPen(self._theme.muted)
            painter.drawText(rect.adjusted(0, 0, -2 * SPACE, 0), _RIGHT, aside)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * SPACE, TARGET)
