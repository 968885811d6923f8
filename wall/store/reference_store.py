"""The index of reference pictures and of presets' pictures. Their files are `picture_folder`'s."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import sqlite_utils

from wall.model.ptz.reference import Occasion, PresetPicture, Reference
from wall.store.database import Database
from wall.store.last_id import count_up, new_ids
from wall.store.plain import text
from wall.store.rows import Row
from wall.store.shelf import REFERENCE

_FACTS = "reference_id, camera_id, token, taken_s, occasion, file, width, height, view_name, operator"


class ReferenceStore:
    """Blocks, on one thread at a time; StoreError where the disk does not.

    A picture has a file before it has a row, and loses its row before its file: `files` says which have one.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, reference: Reference) -> int:
        """One more; its id."""
        with self._database.transaction() as tables:
            (key,) = new_ids(tables, REFERENCE, 1, above=0)
            tables.table("reference_picture").insert(_row(reference, key))
            count_up(tables, {REFERENCE.table: key})
        return key

    def of_camera(self, camera_id: int) -> tuple[Reference, ...]:
        """All of one camera, the oldest first."""
        asked = f"select {_FACTS} from reference_picture where camera_id = ? order by taken_s, reference_id"
        with self._database.reading() as tables:
            rows = list(tables.query(asked, [camera_id]))
        return tuple(_known(rows))

    def last_taken(self) -> dict[int, dict[Occasion, float]]:
        """When the last of each kind was taken of each camera's present duty view (Unix time)."""
        asked = (
            "select camera_id, occasion, max(taken_s) from reference_picture join duty_view using (camera_id, token)"
            " group by camera_id, occasion"
        )
        found: dict[int, dict[Occasion, float]] = {}
        with self._database.reading() as tables:
            for camera_id, occasion, taken_s in tables.execute(asked).fetchall():
                if occasion in Occasion.__members__:
                    found.setdefault(camera_id, {})[Occasion[occasion]] = taken_s
        return found

    def remove(self, reference_ids: Collection[int]) -> None:
        """Forget these; who is gone already is passed over."""
        with self._database.transaction() as tables:
            for key in reference_ids:
                tables.execute("delete from reference_picture where reference_id = ?", [key])

    def keep_preset(self, picture: PresetPicture) -> str:
        """What a preset looks like now; the file of what it looked like before, "" for none."""
        with self._database.transaction() as tables:
            former = _file_of_preset(tables, picture.camera_id, picture.token)
            tables.table("preset_picture").upsert(
                {
                    "camera_id": picture.camera_id,
                    "token": text(picture.token),
                    "taken_s": picture.taken_s,
                    "file": picture.file,
                },
                pk=("camera_id", "token"),
            )
        return former

    def presets_of(self, camera_id: int) -> tuple[PresetPicture, ...]:
        """What is known of a camera's presets."""
        asked = "select camera_id, token, taken_s, file from preset_picture where camera_id = ?"
        with self._database.reading() as tables:
            return tuple(PresetPicture(**row) for row in tables.query(asked, [camera_id]))

    def remove_preset(self, camera_id: int, token: str) -> str:
        """A preset is gone; the file of its picture, "" for none."""
        with self._database.transaction() as tables:
            former = _file_of_preset(tables, camera_id, token)
            tables.execute("delete from preset_picture where camera_id = ? and token = ?", [camera_id, text(token)])
        return former

    def alone(self, job: Callable[[frozenset[str]], None]) -> None:
        """Do something with the names of all files that are kept, while none can be added."""
        asked = "select file from reference_picture union select file from preset_picture"
        with self._database.transaction() as tables:
            job(frozenset(row[0] for row in tables.execute(asked).fetchall()))


def _file_of_preset(tables: sqlite_utils.Database, camera_id: int, token: str) -> str:
    asked = "select file from preset_picture where camera_id = ? and token = ?"
    found = tables.execute(asked, [camera_id, text(token)]).fetchone()
    return str(found[0]) if found else ""


def _row(reference: Reference, key: int) -> Row:
    return {
        "reference_id": key,
        "camera_id": reference.camera_id,
        "token": text(reference.token),
        "taken_s": reference.taken_s,
        "occasion": reference.occasion.name,
        "file": reference.file,
        "width": reference.width,
        "height": reference.height,
        "view_name": text(reference.view_name),
        "operator": text(reference.operator),
    }


def _known(rows: Iterable[Row]) -> Iterable[Reference]:
    """Without those of a kind that only a newer program knows."""
    for row in rows:
        if row["occasion"] in Occasion.__members__:
            yield Reference(**row | {"occasion": Occasion[row["occasion"]]})
