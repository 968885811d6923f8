"""Joysticks: what the axes and buttons of each model do."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the seventh version."""
    # `settings` is JSON: read whole, never searched.
    texts = ("model", "name", "settings")
    database.table("stick_map").create(dict.fromkeys(texts, str), pk="model", not_null=set(texts))
