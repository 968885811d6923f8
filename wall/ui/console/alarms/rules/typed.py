"""What is typed into the form of a rule, understood or refused in words. ValueError with a sentence for a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from wall.ui.console.rtsp_form import field
from wall.ui.console.seconds import seconds_in


def count_field(name: str, width: int = 64) -> QLineEdit:
    """Takes whole numbers only."""
    line = field(name)
    line.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,5}"), line))
    line.setFixedWidth(width)
    return line


def count_in(line: QLineEdit, most: int) -> int:
    """What was typed; 0 where nothing was."""
    text = line.text().strip()
    number = int(text) if text else 0
    if number > most:
        raise ValueError(_most().format(line.accessibleName(), most))
    return number


def bounded_s(line: QLineEdit, most_s: float) -> float:
    """Seconds as typed; 0 where nothing was."""
    seconds = seconds_in(line) or 0.0
    if seconds > most_s:
        raise ValueError(_most().format(line.accessibleName(), f"{most_s:g}"))
    return seconds


def _most() -> str:
    return QCoreApplication.translate("RuleForm", "{0}: at most {1}.")
