"""What the window remembers from one day to the next: its size, its panels' sizes, its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from wall.ui.console.table_view import TableView

_WINDOW, _PANELS, _PLOTS = "console/window", "console/panels", "console/plots"


def remember(
    settings: QSettings | None, window: QWidget, panels: QSplitter, plots: QSplitter, tables: Sequence[TableView]
) -> None:
    """Write it down; without settings nothing is remembered."""
    if settings is None:
        return
    settings.setValue(_WINDOW, window.saveGeometry())
    settings.setValue(_PANELS, panels.saveState())
    settings.setValue(_PLOTS, plots.saveState())
    for table in tables:
        table.keep_in(settings)


def recall(
    settings: QSettings | None, window: QWidget, panels: QSplitter, plots: QSplitter, tables: Sequence[TableView]
) -> None:
    """Have it as it was; what is not remembered, or damaged, stays as it is."""
    if settings is None:
        return
    for key, restore in (
        (_WINDOW, window.restoreGeometry),
        (_PANELS, panels.restoreState),
        (_PLOTS, plots.restoreState),
    ):
        state = settings.value(key)
        if isinstance(state, QByteArray):
            restore(state)
    for table in tables:
        table.take_from(settings)
