"""The way that Tab takes through a form: as it is read, however its fields came to be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(form: QWidget) -> None:
    """To be called once it is laid out; what is put into it later comes last."""
    for one, other in pairwise(tab_stops(form)):
        QWidget.setTabOrder(one, other)


def tab_stops(form: QWidget) -> tuple[QWidget, ...]:
    """All fields in the order of its layouts, those that cannot be used or seen now, too."""
    return tuple(_stops(form))


def _stops(widget: QWidget) -> Iterator[QWidget]:
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inside.layout() if inside is not None else None
    if layout is not None:
        yield from _in(layout)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif nested is not None:
            yield from _in(nested)
