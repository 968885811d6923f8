"""The presets of a dome, on the pad: a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wall.ui.ptz.known_presets import KnownPresets
from wall.ui.theme import BODY, SPACE, font

_MOST_ROWS = 4
_ROW = 28


class PadPresets(QWidget):
    """UI thread. The number before a name is the key that goes there."""

    resized = Signal()
    """There are more or fewer of them."""

    def __init__(self, known: KnownPresets, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self._said = QLabel(self)
        self._said.setFont(font(BODY))
        self._said.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setFont(font(BODY))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(lambda item: known.go(self._list.row(item) + 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._said)
        column.addWidget(self._list)
        known.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        presets = self._known.presets
        self._list.clear()
        for place, preset in enumerate(presets, 1):
            item = QListWidgetItem(f"{place}   {preset.name or preset.token}", self._list)
            item.setToolTip(preset.name or preset.token)
            item.setSizeHint(QSize(0, _ROW))
        self._list.setFixedHeight(min(_MOST_ROWS, len(presets)) * _ROW + 4)
        self._list.setVisible(bool(presets))
        self._said.setText(self._sentence())
        self.resized.emit()

    def _sentence(self) -> str:
        if self._known.is_waiting:
            return self.tr("Asking for its presets …")
        if self._known.trouble:
            return self._known.trouble
        return self.tr("Presets") if self._known.presets else self.tr("It has no presets yet")
