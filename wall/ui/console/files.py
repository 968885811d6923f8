"""Asking the operator for a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

AskForFile = Callable[[QWidget, bool], Path | None]
"""(the window, whether the file is to be written) → the file, None for none."""


def ask_for_file(window: QWidget, is_to_write: bool) -> Path | None:
    """By the system's own dialog."""
    translate = QCoreApplication.translate
    tables = translate("Files", "Tables (*.csv *.xlsx)")
    if is_to_write:
        title = translate("Files", "Export the cameras")
        chosen, _ = QFileDialog.getSaveFileName(window, title, "citywall.xlsx", tables)
    else:
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Files", "Import cameras"), "", tables)
    return Path(chosen) if chosen else None


def ask_for_views(window: QWidget, is_to_write: bool) -> Path | None:
    """The same for saved views."""
    translate = QCoreApplication.translate
    views = translate("Files", "Views of CityWall (*.cwviews.json)")
    if is_to_write:
        chosen, _ = QFileDialog.getSaveFileName(window, translate("Files", "Export views"), "views.cwviews.json", views)
    else:
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Files", "Import views"), "", views)
    return Path(chosen) if chosen else None
