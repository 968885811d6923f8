"""What the window remembers from one day to the next: its size, its panels' sizes, its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from wall.model.buffering import NAMES, BufferSettings
from wall.ui.console.table_view import TableView

_WINDOW = "console/window"
_REPLAY = "replay/"


def remember(
    settings: QSettings | None, window: QWidget, splits: Mapping[str, QSplitter], tables: Sequence[TableView]
) -> None:
    """Write it down; without settings nothing is remembered."""
    if settings is None:
        return
    settings.setValue(_WINDOW, window.saveGeometry())
    for name, split in splits.items():
        settings.setValue(f"console/{name}", split.saveState())
    for table in tables:
        table.keep_in(settings)


def recall(
    settings: QSettings | None, window: QWidget, splits: Mapping[str, QSplitter], tables: Sequence[TableView]
) -> None:
    """Have it as it was; what is not remembered, or damaged, stays as it is."""
    if settings is None:
        return
    restores = {f"console/{name}": split.restoreState for name, split in splits.items()}
    for key, restore in {_WINDOW: window.restoreGeometry, **restores}.items():
        state = settings.value(key)
        if isinstance(state, QByteArray):
            restore(state)
    for table in tables:
        table.take_from(settings)


def buffer_settings(settings: QSettings, asked: BufferSettings) -> BufferSettings:
    """How much is kept for replay: what was asked for at the start, else what stands in the file, else the usual."""
    kept = {name: settings.value(_REPLAY + name) for name in NAMES}
    return asked.with_kept({name: str(value) for name, value in kept.items() if value is not None})
