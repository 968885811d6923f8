"""Makes plain rows of views and tours, and views and tours of rows. ValueError for a row that cannot be understood."""

from __future__ import annotations

from wall.model.layout import Layout
from wall.model.view import Order, Stop, Tour, View
from wall.store.board_json import contents_json, framings_json, read_contents, read_framings
from wall.store.json_fields import Json, items, number, parsed, record, refuse_newer, whole, words, written
from wall.store.layout_json import layout_json, read_layout
from wall.store.plain import text
from wall.store.rows import Row

_FORMAT = 1
_MOST_TEXT = 1_000_000
_MOST_STOPS = 100_000


def view_row(view: View) -> Row:
    return {
        "view_id": view.view_id,
        "owner": text(view.owner),
        "folder": text(view.folder),
        "name": text(view.name),
        "layout": written(layout_json(view.layout)),
        "contents": written({"format": _FORMAT, "contents": contents_json(view.contents), **framed_json(view)}),
    }


def framed_json(view: View) -> dict[str, Json]:
    """How its pictures stand, where something is to be said of that."""
    return {"framings": framings_json(view.framings)} if view.framings else {}


def read_view(row: Row, layouts: dict[str, Layout]) -> View:
    """`layouts` are those that were read already, by their text: thousands of views share a few."""
    layout = layouts.get(row["layout"])
    if layout is None:
        layout = layouts[row["layout"]] = read_layout(parsed(row["layout"]))
    fields = record(parsed(row["contents"]), "its contents")
    refuse_newer(fields, _FORMAT)
    contents = read_contents(fields.get("contents"))
    name, folder, owner = (_text(row, field) for field in ("name", "folder", "owner"))
    framings = read_framings(fields.get("framings", []))
    return View(name, layout, contents, folder, owner, row["view_id"], framings)


def tour_row(tour: Tour) -> Row:
    data = {
        "format": _FORMAT,
        "dwell_s": tour.dwell_s,
        "order": tour.order.name,
        "stops": [_stop_json(stop) for stop in tour.stops],
    }
    return {
        "tour_id": tour.tour_id,
        "owner": text(tour.owner),
        "folder": text(tour.folder),
        "name": text(tour.name),
        "data": written(data),
    }


def read_tour(row: Row) -> Tour:
    """An order that this program does not know is read as the listed one."""
    fields = record(parsed(row["data"]), "its stops")
    refuse_newer(fields, _FORMAT)
    return Tour(
        _text(row, "name"),
        tuple(map(_stop, items(fields.get("stops"), "«stops»", _MOST_STOPS))),
        number(fields.get("dwell_s"), "«dwell_s»"),
        Order.__members__.get(words(fields.get("order"), "«order»", _MOST_TEXT), Order.LISTED),
        _text(row, "folder"),
        _text(row, "owner"),
        row["tour_id"],
    )


def _stop_json(stop: Stop) -> Json:
    where = {"view": stop.view_id} if stop.view_id else {"camera": stop.camera_id}
    return where if stop.dwell_s is None else {**where, "dwell_s": stop.dwell_s}


def _stop(data: Json) -> Stop:
    fields = record(data, "a stop")
    dwell_s = number(fields["dwell_s"], "«dwell_s»") if "dwell_s" in fields else None
    return Stop(whole(fields.get("view", 0), "«view»"), whole(fields.get("camera", 0), "«camera»"), dwell_s)


def _text(row: Row, field: str) -> str:
    return words(row[field], f"its {field}", _MOST_TEXT)
