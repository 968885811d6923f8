"""Base maps: what was taken in, and which one is shown."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the fourth version."""
    texts = ("kind", "name", "attribution", "file", "template", "corners")
    numbers = {"map_id": int, "min_zoom": int, "max_zoom": int}
    bounds = dict.fromkeys(("west", "south", "east", "north"), float)
    database.table("base_map").create(
        {
            **numbers,
            # `file` is a name in the folder of maps beside this database, `template` the address of a tile server;
            # `corners` is JSON, of an image.
            **dict.fromkeys(texts, str),
            **bounds,
            # At most one; none where it is the map that comes with the program.
            "is_shown": int,
        },
        pk="map_id",
        not_null={*numbers, *texts, *bounds, "is_shown"},
    )
    database.execute("create unique index base_map_shown on base_map (is_shown) where is_shown")
