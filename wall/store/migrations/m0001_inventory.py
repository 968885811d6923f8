"""The inventory: wards, sites, devices, cameras; the clock ledger and the undo step."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the first version."""
    _places(database)
    _devices(database)
    _cameras(database)
    _beside(database)


def _places(database: sqlite_utils.Database) -> None:
    database.table("ward").create({"ward_id": int, "name": str}, pk="ward_id", not_null={"name"})
    database.table("ward").create_index(["name"], unique=True)
    database.table("site").create(
        {"site_id": int, "name": str, "ward_id": int, "latitude": float, "longitude": float, "address": str},
        pk="site_id",
        not_null={"name", "address"},
        foreign_keys=[("ward_id", "ward", "ward_id")],
    )
    database.table("site_former_ward").create(
        {"site_id": int, "rank": int, "name": str},
        pk=("site_id", "rank"),
        not_null={"name"},
        foreign_keys=[("site_id", "site", "site_id")],
    )


def _devices(database: sqlite_utils.Database) -> None:
    texts = ("address", "endpoint", "name", "location", "manufacturer", "model", "firmware", "serial", "hardware")
    more_texts = ("login", "certificate_sha256", "credential")
    database.table("device").create(
        {
            "device_id": int,
            **dict.fromkeys(texts, str),
            "auth": str,
            **dict.fromkeys(more_texts, str),
            "clock_offset_s": float,
            "clock_measured_s": float,
            "clock_uncertainty_s": float,
            "drift_s_per_day": float,
            "seen_s": float,
        },
        pk="device_id",
        not_null={*texts, *more_texts},
    )
    # What it can do: channels, services, topics, relays, problems. Read whole, never searched: JSON.
    database.table("capability").create(
        {"device_id": int, "rank": int, "kind": str, "data": str},
        pk=("device_id", "rank"),
        not_null={"kind", "data"},
        foreign_keys=[("device_id", "device", "device_id")],
    )


def _cameras(database: sqlite_utils.Database) -> None:
    texts = ("name", "nickname", "source_token", "snapshot_url", "notes", "credential")
    numbers = ("latitude", "longitude", "bearing_deg", "view_deg")
    database.table("camera").create(
        {
            "camera_id": int,
            "number": int,
            **dict.fromkeys(texts, str),
            "site_id": int,
            "device_id": int,
            "has_ptz": int,
            **dict.fromkeys(numbers, float),
            "priority": int,
        },
        pk="camera_id",
        not_null={*texts, "has_ptz", "priority"},
        foreign_keys=[("site_id", "site", "site_id"), ("device_id", "device", "device_id")],
    )
    database.table("camera").create_index(["number"], unique=True)
    database.table("camera").create_index(["site_id"])
    database.table("camera").create_index(["device_id"])
    database.table("stream").create(
        {
            "camera_id": int,
            "rank": int,
            "token": str,
            "url": str,
            "codec": str,
            "width": int,
            "height": int,
            "fps": float,
            "transport": str,
        },
        pk=("camera_id", "rank"),
        not_null={"token", "url", "transport"},
        foreign_keys=[("camera_id", "camera", "camera_id")],
    )
    database.table("camera_tag").create(
        {"camera_id": int, "rank": int, "tag": str},
        pk=("camera_id", "rank"),
        not_null={"tag"},
        foreign_keys=[("camera_id", "camera", "camera_id")],
    )


def _beside(database: sqlite_utils.Database) -> None:
    # No foreign key: the ledger of a device that the last step removed waits for that step to be undone.
    database.table("clock_reading").create(
        {"device_id": int, "measured_s": float, "offset_s": float, "uncertainty_s": float},
        pk=("device_id", "measured_s"),
        not_null={"offset_s", "uncertainty_s"},
    )
    database.table("undo_step").create({"step_id": int, "why": str}, pk="step_id", not_null={"why"})
    # `former` is JSON: the fields that the step changed, as they were; all of a removed row; nothing of an added one.
    database.table("undo_row").create(
        {"kind": str, "row_id": int, "was_there": int, "former": str},
        pk=("kind", "row_id"),
        not_null={"was_there", "former"},
    )
    database.table("last_id").create({"kind": str, "value": int}, pk="kind", not_null={"value"})
