"""Domes: patrols, duty views, and the pictures of both duty views and presets, whose files lie beside this database."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the eighth version. A camera that is taken out of the inventory can come back: nothing refers to
    it by a key that would take these along.
    """
    _create_patrols(database)
    _create_pictures(database)


def _create_patrols(database: sqlite_utils.Database) -> None:
    patrol = {"camera_id": int, "name": str, "stops": str, "tour": str, "resume_after_s": float, "is_on": int}
    # `stops` is JSON: read whole, never searched.
    database.table("patrol").create({"patrol_id": int, **patrol}, pk="patrol_id", not_null=set(patrol))
    duty = {"token": str, "name": str, "return_after_s": float}
    # No minute: no picture is taken by the clock. No place: it is not known yet.
    learnt = {"picture_minute": int, "pan": float, "tilt": float, "zoom": float}
    database.table("duty_view").create({"camera_id": int, **duty, **learnt}, pk="camera_id", not_null=set(duty))


def _create_pictures(database: sqlite_utils.Database) -> None:
    reference = {"camera_id": int, "token": str, "taken_s": float, "occasion": str, "file": str}
    facts = {"width": int, "height": int, "view_name": str, "operator": str}
    database.table("reference_picture").create(
        {"reference_id": int, **reference, **facts}, pk="reference_id", not_null={*reference, *facts}
    )
    database.table("reference_picture").create_index(["camera_id", "taken_s"])
    preset = {"camera_id": int, "token": str, "taken_s": float, "file": str}
    database.table("preset_picture").create(preset, pk=("camera_id", "token"), not_null=set(preset))
