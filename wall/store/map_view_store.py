"""Looks at the map in the database, in the order in which they were kept."""

from __future__ import annotations

from wall.model.geo.map_view import MOST_LAYERS, MapView
from wall.model.inventory import Position
from wall.store.database import Database
from wall.store.json_fields import items, parsed, whole, words, written
from wall.store.last_id import count_up, new_ids
from wall.store.plain import text
from wall.store.rows import Row
from wall.store.shelf import MAP_VIEW

_MOST_TEXT = 1000


class MapViewStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> tuple[MapView, ...]:
        """All of them. A row that cannot be understood (damaged, of a newer program) is left out, and left as it is."""
        with self._database.reading() as tables:
            rows = list(tables.query("select * from map_view order by view_id"))
        return tuple(view for row in rows if (view := _understood(row)) is not None)

    def keep(self, view: MapView) -> int:
        """A new one where its id is 0, else this is what it is now; its id. What was removed comes back so, too."""
        with self._database.transaction() as tables:
            (fresh,) = new_ids(tables, MAP_VIEW, 1, above=0)
            key = view.view_id or fresh
            tables.table("map_view").upsert(_row(view, key), pk="view_id")
            count_up(tables, {MAP_VIEW.table: key})
        return key

    def remove(self, view_id: int) -> None:
        """Take it away; one that is gone already is passed over."""
        with self._database.transaction() as tables:
            tables.execute("delete from map_view where view_id = ?", [view_id])


def _row(view: MapView, key: int) -> Row:
    return {
        "view_id": key,
        "name": text(view.name),
        "map_id": view.map_id,
        "layers": written(list(view.layers)),
        "latitude": view.centre.latitude,
        "longitude": view.centre.longitude,
        "zoom": view.zoom,
    }


def _understood(row: Row) -> MapView | None:
    try:
        layers = items(parsed(row["layers"]), "«layers»", MOST_LAYERS)
        return MapView(
            words(row["name"], "its name", _MOST_TEXT),
            Position(float(row["latitude"]), float(row["longitude"])),
            float(row["zoom"]),
            whole(row["map_id"], "its map"),
            tuple(words(each, "a layer", _MOST_TEXT) for each in layers),
            row["view_id"],
        )
    except ValueError:
        return None
