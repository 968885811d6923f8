"""A line that waits for the keys that an action is to have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wall.model.key_map import normal_key
from wall.ui.console.parts import button, label
from wall.ui.theme import SPACE

_ONLY_HELD = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


class KeyCatcher(QFrame):
    """While it is seen every key is caught, whatever it does elsewhere; Esc, or a click elsewhere, leaves it."""

    caught = Signal(str)
    """In Qt's portable form."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        row.addWidget(self._text, 1)
        cancel = button(self.tr("Cancel"), self.leave)
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(cancel)
        self.hide()

    def begin(self, sentence: str) -> None:
        """Say for what, and wait."""
        self._text.setText(sentence)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Why the keys that were pressed cannot be had; it goes on waiting."""
        self._text.setText(f"▲  {sentence}")

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text() if self.isVisible() else ""

    def leave(self) -> None:
        """Wait no more."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    # -- Qt

    def event(self, event: QEvent) -> bool:
        """Tab is a key like others here, and no other window's key takes part."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in _ONLY_HELD or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.leave()
            return
        pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        try:
            self.caught.emit(normal_key(pressed))
        except ValueError:
            self.say(self.tr("This key cannot be used."))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.leave()
