"""A line in which seconds are typed. A comma is as good as a point, whatever the language of the machine."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from wall.ui.console.rtsp_form import field

_TYPED = r"\d{0,5}([.,]\d?)?"
"""Qt's own validator of numbers makes 45 of «4,5» where the comma parts thousands."""


def seconds_field(name: str, width: int = 64) -> QLineEdit:
    """Takes figures only."""
    line = field(name)
    line.setValidator(QRegularExpressionValidator(QRegularExpression(_TYPED), line))
    line.setFixedWidth(width)
    return line


def seconds_in(line: QLineEdit) -> float | None:
    """What was typed; None where nothing was."""
    text = line.text().strip().replace(",", ".").strip(".")
    return float(text) if text else None
