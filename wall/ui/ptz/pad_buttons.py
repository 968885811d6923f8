"""The buttons of the PTZ pad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from wall.ui.theme import BODY, RADIUS, SPACE, Theme, font

HEIGHT = 32


class PadButton(QToolButton):
    """Takes no focus: the keys stay with the wall."""

    def __init__(self, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setFont(font(BODY))
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class HoldButton(PadButton):
    """Does something for as long as it is held; `let_go` also follows when it is hidden under the hand."""

    held = Signal()
    let_go = Signal()

    def __init__(self, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(text, tip, parent)
        self.pressed.connect(self.held)
        self.released.connect(self.let_go)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.isDown():
            self.setDown(False)
            self.let_go.emit()
        super().hideEvent(event)


def pad_style(theme: Theme) -> str:
    """Of the pad and all that stands on it."""
    return f"""
        PtzPad {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};
                  border-radius: {RADIUS}px; }}
        QLabel {{ color: {theme.muted.name()}; }}
        QLabel#name, QLabel#holder {{ color: {theme.text.name()}; }}
        QToolButton {{ color: {theme.text.name()}; background: {theme.surface.name()};
                       border: 1px solid {theme.line.name()}; border-radius: {RADIUS}px; padding: 0 {SPACE}px; }}
        QToolButton:hover {{ border-color: {theme.muted.name()}; }}
        QToolButton:pressed, QToolButton:checked {{ background: {theme.accent.name()};
                       color: {theme.ground.name()}; }}
        QToolButton:disabled {{ color: {theme.muted.name()}; }}
        QListWidget {{ color: {theme.text.name()}; background: {theme.surface.name()};
                       border: 1px solid {theme.line.name()}; border-radius: {RADIUS}px; }}
        QListWidget::item {{ padding: {SPACE}px; }}
        QListWidget::item:hover {{ background: {theme.raised.name()}; }}
        QSlider::groove:horizontal {{ height: 4px; background: {theme.line.name()}; border-radius: 2px; }}
        QSlider::sub-page:horizontal {{ background: {theme.muted.name()}; border-radius: 2px; }}
        QSlider::handle:horizontal {{ width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
                       background: {theme.text.name()}; }}
    """
