"""Makes plain rows of screens, and screens of rows. ValueError for a row that cannot be understood."""

from __future__ import annotations

from wall.model.grid import Rect
from wall.model.screen import DisplayId, Screen
from wall.store.json_fields import items, parsed, whole, words, written
from wall.store.plain import text
from wall.store.rows import Row

_MOST_TEXT = 1_000_000
_FAR = 10_000_000
"""Pixels, in either direction."""


def screen_row(screen: Screen) -> Row:
    display, area = screen.display, screen.area
    names = [display.maker, display.model, display.serial, display.connector] if display else None
    return {
        "screen_id": screen.screen_id,
        "number": screen.number,
        "name": text(screen.name),
        "kiosk": int(screen.kiosk),
        "display": written(names) if names else None,
        "area": written([area.x, area.y, area.width, area.height]) if area else None,
    }


def read_screen(row: Row) -> Screen:
    return Screen(
        words(row["name"], "its name", _MOST_TEXT),
        whole(row["number"], "its number"),
        _display(row["display"]) if row["display"] is not None else None,
        bool(whole(row["kiosk"], "«kiosk»")),
        _area(row["area"]) if row["area"] is not None else None,
        row["screen_id"],
    )


def _display(data: str) -> DisplayId:
    maker, model, serial, connector = (words(each, "its display", _MOST_TEXT) for each in _four(data, "its display"))
    return DisplayId(maker, model, serial, connector)


def _area(data: str) -> Rect:
    x, y, width, height = (whole(each, "its place", -_FAR, _FAR) for each in _four(data, "its place"))
    return Rect(x, y, width, height)


def _four(data: str, what: str) -> list[object]:
    found = items(parsed(data), what, 4)
    if len(found) < 4:
        raise ValueError(f"{what} has {len(found)} parts, it needs 4")
    return found
