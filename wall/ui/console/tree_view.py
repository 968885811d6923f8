"""How the tree looks and behaves in the hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.tree_model import ASIDE
from wall.ui.theme import SPACE, TARGET, Theme

Index = QModelIndex | QPersistentModelIndex
_ARROW = 3.5
_ASIDE_SHARE = 0.4
"""What stands aside may not take more of the row."""


class TreeView(QTreeView):
    """Enter opens a camera, and unfolds what has cameras under it."""

    entered = Signal(object)
    """The index of a camera."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(_Row(theme, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setIndentation(4 * SPACE)
        FingerDrags(self)

    # -- Qt

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow where there is something to unfold; nothing else."""
        if not self.model().hasChildren(index):
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
    """The name, elided in the middle into the room that what stands aside leaves it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    # -- Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        aside = index.data(ASIDE) or ""
        metrics = whole.fontMetrics
        rect: QRect = whole.rect
        room = rect.width() - 3 * SPACE
        aside = metrics.elidedText(aside, Qt.TextElideMode.ElideMiddle, round(room * _ASIDE_SHARE))
        taken = metrics.horizontalAdvance(aside) + 3 * SPACE if aside else SPACE
        mark = whole.decorationSize.width() + SPACE if not whole.icon.isNull() else 0
        name = whole.text
        whole.text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room - taken - mark)
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        painter.setPen(self._theme.muted)
        painter.drawText(
            rect.adjusted(0, 0, -2 * SPACE, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * SPACE, TARGET)
