"""One line at the lower edge of a tile, for a note about what was just kept. It holds nobody up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.bookmark import MOST_NOTE
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font

STAYS_MS = 8000
_LEAST_WIDTH = 220


class NoteField(QLineEdit):
    """Gone after eight seconds without a key, with Enter, Esc, or when the hand goes elsewhere.

    It says «Bookmarked», and has its frame in the colour of the hand, once that is true. `noted` tells what was
    written, once, as it goes; nothing where Esc was pressed or nothing written.
    """

    noted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(font(BODY))
        self.setMaxLength(MOST_NOTE)
        self.setFixedHeight(TARGET)
        self._theme = theme
        self._stays = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stays.timeout.connect(self._keep)
        self.textEdited.connect(lambda _text: self._stays.start())
        self.hide()

    def open_at(self, tile: QRect) -> None:
        """At the lower edge of a tile; what was being written before is kept."""
        self._keep()
        width = min(tile.width() - 2, max(_LEAST_WIDTH, tile.width()))
        self.setGeometry(tile.x() + 1, tile.bottom() - TARGET, width, TARGET)
        self.clear()
        self._dress(self.tr("Note and #tags – Enter keeps them"), self._theme.line)
        self.show()
        self.raise_()
        self.setFocus()
        self._stays.start()

    def confirm(self) -> None:
        """What the note is about is on the disk."""
        self._dress(self.tr("Bookmarked. Note and #tags – Enter keeps them"), self._theme.accent)

    def give_up(self) -> None:
        """There is nothing to write a note about."""
        if not self.isHidden():
            self._go()

    def finish(self) -> None:
        """Keep what was written, and go."""
        self._keep()

    def _dress(self, prompt: str, frame: QColor) -> None:
        self.setPlaceholderText(prompt)
        self.setStyleSheet(
            f"NoteField {{ background: {self._theme.raised.name()}; color: {self._theme.text.name()};"
            f" border: 1px solid {frame.name()}; padding: 0 {2 * SPACE}px; }}"
        )

    def _keep(self) -> None:
        if self.isHidden():
            return
        text = self.text().strip()
        self._go()
        if text:
            self.noted.emit(text)

    def _go(self) -> None:
        self._stays.stop()
        self.clear()
        parent = self.parentWidget()
        if parent is not None and self.hasFocus():
            parent.setFocus()
        self.hide()

    # -- Qt

    def event(self, event: QEvent) -> bool:
        """Keys without Ctrl or Alt are written here, and are no keys of the wall meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and not _is_held(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._keep()


def _is_held(event: QKeyEvent) -> bool:
    """Is a key held that makes it a command?"""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
