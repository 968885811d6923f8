"""Shows other rows in a table without taking away what the hand is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView

from wall.ui.console.table import TableModel, runs
from wall.ui.console.table_view import TableView

T = TypeVar("T")


def show_steadily(model: TableModel[T], view: TableView, rows: Iterable[T], key: Callable[[T], object]) -> None:
    """What is selected stays selected, and the row under the hand stays where it is, as far as they still exist.

    The hand is the pointer, else the current row where it is in sight, else the eye at the upper edge.
    """
    selected = {key(model.rows[row]) for row in view.selected_rows()}
    current = view.currentIndex()
    at = (key(model.rows[current.row()]), current.column()) if current.isValid() else None
    held = _under_the_hand(view)
    offset = view.rowViewportPosition(held)
    below = [key(row) for row in model.rows[held:]] if held >= 0 else []
    chosen = view.selectionModel()
    is_quiet = chosen.blockSignals(True)
    model.show(rows)
    if at is not None and (place := model.place_of(at[0])) is not None:
        chosen.setCurrentIndex(model.index(place, at[1]), chosen.SelectionFlag.NoUpdate)
    _select(model, chosen, [place for each in selected if (place := model.place_of(each)) is not None])
    chosen.blockSignals(is_quiet)
    anchor = next((place for place in map(model.place_of, below) if place is not None), None)
    if anchor is not None:
        _scroll(view, view.rowViewportPosition(anchor) - offset)
    view.viewport().update()


def _select(model: TableModel[T], chosen: QItemSelectionModel, places: list[int]) -> None:
    """In one go: to select thousands of rows one by one takes seconds."""
    selection, last = QItemSelection(), len(model.columns) - 1
    for first, end in runs(sorted(places)):
        selection.append(QItemSelectionRange(model.index(first, 0), model.index(end, last)))
    chosen.select(selection, chosen.SelectionFlag.Select)


def _under_the_hand(view: TableView) -> int:
    """The row, -1 where there is none."""
    if view.viewport().underMouse():
        pointed = view.rowAt(view.viewport().mapFromGlobal(QCursor.pos()).y())
        if pointed >= 0:
            return pointed
    current = view.currentIndex()
    if current.isValid() and view.visualRect(current).intersects(view.viewport().rect()):
        return current.row()
    return view.rowAt(0)


def _scroll(view: TableView, pixels: int) -> None:
    bar = view.verticalScrollBar()
    is_by_row = view.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerItem
    view.doItemsLayout()
    bar.setValue(bar.value() + (round(pixels / view.verticalHeader().defaultSectionSize()) if is_by_row else pixels))
