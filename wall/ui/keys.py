"""Every key of the wall, in one place: the actions are built from it, and so is the list on F1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

GRIDS = tuple((n, n) for n in range(1, 9))
"""The grids on Ctrl+1 to Ctrl+8."""

_PRINTED = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "PgDown": "PgDn"}
"""What stands on the key, where Qt calls it otherwise."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing the operator can do: its keys, what it is called, and what it does."""

    keys: tuple[str, ...]
    text: str
    does: Callable[[], object]
    repeats: bool = False
    """Whether a held key does it again: never where that would open a page of connections each time."""


def action_of(key: Key, owner: QWidget) -> QAction:
    """An action of `owner` that the keys trigger wherever the focus is in its window."""
    action = QAction(key.text, owner)
    action.setShortcuts([QKeySequence(keys) for keys in key.keys])
    action.setAutoRepeat(key.repeats)
    action.triggered.connect(lambda _checked=False: key.does())
    owner.addAction(action)
    return action


def keys_text(action: QAction) -> str:
    """The keys as they are printed on the keyboard."""
    names = [sequence.toString(QKeySequence.SequenceFormat.PortableText) for sequence in action.shortcuts()]
    printed = dict.fromkeys(_PRINTED.get(name, name) for name in names)
    either = QCoreApplication.translate("Wall", "or")
    return f" {either} ".join(printed)
