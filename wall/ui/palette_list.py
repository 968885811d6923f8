"""The list of the palette: what was found, what kind of thing it is, and what tells it from others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.model.palette import Entry, Kind
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SMALL, SPACE, TARGET, Theme, font

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
ROW_HEIGHT = TARGET
_KIND_ROOM = 22 * SPACE
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value
_CURRENT_SHARE = 0.3
"""Of the accent: text on it stays readable."""


class EntryModel(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """These, and nothing else."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    # -- Qt

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry_text(entry)}  ·  {entry.detail}" if entry.detail else entry_text(entry)
        return None


class EntryRows(QStyledItemDelegate):
    """The kind, the name, and at the right what tells it from others."""

    def __init__(self, model: EntryModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._body, self._small = Fitting(font(BODY)), Fitting(font(SMALL))
        self._kinds = kind_words()
        self._current = QColor(theme.accent)
        self._current.setAlphaF(_CURRENT_SHARE)

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_KIND_ROOM, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = self._model.entries[index.row()], option.rect
        state: int = option.state.value
        is_current = bool(state & _SELECTED)
        if is_current or state & _UNDER_POINTER:
            painter.fillRect(rect, self._current if is_current else self._theme.line)
        left, top, height = rect.x(), rect.y(), rect.height()
        room = rect.width() - _KIND_ROOM - 2 * SPACE
        painter.setPen(self._theme.text if is_current else self._theme.muted)
        self._small.draw(painter, left + 2 * SPACE, top, height, self._small.fit(self._kinds[entry.kind], _KIND_ROOM))
        detail = self._small.fit(entry.detail, room * 2 // 5)
        self._small.draw_to(painter, left + _KIND_ROOM + room, top, height, detail)
        taken = round(detail.width)
        name = self._body.fit(entry_text(entry), room - taken - 3 * SPACE * bool(taken))
        painter.setPen(self._theme.text)
        self._body.draw(painter, left + _KIND_ROOM, top, height, name)


class EntryView(QListView):
    """Paints its ground itself: otherwise all of the window that lies behind it would be painted for each letter."""

    def __init__(self, model: EntryModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = theme.raised
        self.setModel(model)
        self.setItemDelegate(EntryRows(model, theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)


def entry_text(entry: Entry) -> str:
    """A camera with its number, all else by name."""
    return entry.name if entry.number is None else f"{entry.number}  {entry.name}"


def kind_words() -> dict[Kind, str]:
    """What each kind is called."""
    translate = QCoreApplication.translate
    return {
        Kind.CAMERA: translate("Palette", "camera"),
        Kind.VIEW: translate("Palette", "view"),
        Kind.TOUR: translate("Palette", "tour"),
        Kind.SITE: translate("Palette", "site"),
        Kind.SCREEN: translate("Palette", "screen"),
        Kind.ACTION: translate("Palette", "do"),
    }
