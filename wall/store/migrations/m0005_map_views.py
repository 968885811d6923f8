"""The map: looks at it that were kept under a name."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the fifth version."""
    texts = ("name", "layers")
    numbers = {"map_id": int, "latitude": float, "longitude": float, "zoom": float}
    # `layers` is JSON: read whole, never searched.
    database.table("map_view").create(
        {"view_id": int, **dict.fromkeys(texts, str), **numbers}, pk="view_id", not_null={*texts, *numbers}
    )
