"""Layouts as JSON: in layout files, in view files and in the database, one and the same format."""

from __future__ import annotations

from wall.model.layout import MOST_CELLS, MOST_UNITS, Area, Layout
from wall.store.json_fields import Json, items, record, refuse_newer, whole, words
from wall.store.plain import text

LAYOUT_FORMAT = 1
MOST_NAME = 1000
"""Characters; of a longer name the beginning is kept."""


def layout_json(layout: Layout) -> dict[str, Json]:
    """See `layouts/README.md`."""
    return {
        "format": LAYOUT_FORMAT,
        "name": text(layout.name[:MOST_NAME]),
        "columns": layout.columns,
        "rows": layout.rows,
        "cells": [[cell.column, cell.row, cell.columns, cell.rows] for cell in layout.cells],
    }


def read_layout(data: Json) -> Layout:
    """ValueError, in plain words, for what is no layout."""
    fields = record(data, "the layout")
    refuse_newer(fields, LAYOUT_FORMAT)
    return Layout(
        whole(fields.get("columns"), "«columns»", 1, MOST_UNITS),
        whole(fields.get("rows"), "«rows»", 1, MOST_UNITS),
        tuple(_area(number, cell) for number, cell in enumerate(items(fields.get("cells"), "«cells»", MOST_CELLS), 1)),
        words(fields.get("name", ""), "«name»", MOST_NAME).strip(),
    )


def _area(number: int, cell: Json) -> Area:
    what = f"cell {number}"
    numbers = items(cell, what, 4)
    if len(numbers) < 4:
        raise ValueError(f"{what} has {len(numbers)} numbers, it needs [column, row, columns, rows]")
    column, row, columns, rows = (whole(each, f"a number of {what}", 0, MOST_UNITS) for each in numbers)
    return Area(row, column, rows, columns)
