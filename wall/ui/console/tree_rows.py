"""What a row of a tree says, and the models that tell it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

ASIDE = Qt.ItemDataRole.UserRole
"""What stands at the right edge of a row."""


class Row(NamedTuple):
    """Its name, what stands at its right edge, and what is drawn before it."""

    text: str
    aside: str = ""
    drawing: QPixmap | None = None


class RowModel(QAbstractItemModel):
    """Tells a row in one go: each question of Qt's for one role more costs as much as painting a word."""

    @property
    def is_found_list(self) -> bool:
        """Is it no tree now, but the plain list of what was found?"""
        raise NotImplementedError

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        """All that is painted of it."""
        raise NotImplementedError
