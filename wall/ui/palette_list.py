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
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wall.model.palette import Entry, Kind
from wall.ui.theme import BODY, SMALL, SPACE, TARGET, Theme, font

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
ROW_HEIGHT = TARGET
_KIND_ROOM = 22 * SPACE
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
        self._font, self._small = font(BODY), font(SMALL)
        self._kinds = kind_words()
        self._current = QColor(theme.accent)
        self._current.setAlphaF(_CURRENT_SHARE)

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_KIND_ROOM, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = self._model.entries[index.row()], option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._current if is_current else self._theme.line)
        muted = self._theme.text if is_current else self._theme.muted
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._small)
        painter.setPen(muted)
        painter.drawText(
            rect.adjusted(2 * SPACE, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self._kinds[entry.kind]
        )
        room = rect.adjusted(_KIND_ROOM, 0, -2 * SPACE, 0)
        elide = Qt.TextElideMode.ElideMiddle
        detail = QFontMetrics(self._small).elidedText(entry.detail, elide, room.width() * 2 // 5)
        taken = QFontMetrics(self._small).horizontalAdvance(detail)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
        painter.setFont(self._font)
        painter.setPen(self._theme.text)
        name = QRect(room.x(), room.y(), room.width() - taken - 3 * SPACE * bool(taken), room.height())
        fitted = QFontMetrics(self._font).elidedText(entry_text(entry), elide, name.width())
        painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, fitted)


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
