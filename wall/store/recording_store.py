"""Recordings in the database: what was recorded, and in which files. The files themselves are not its business."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import sqlite_utils

from wall.model.recording import Recording, RecordingPage
from wall.store.bookmark_rows import moment
from wall.store.database import Database
from wall.store.last_id import count_up, new_ids
from wall.store.recording_rows import part_rows, read_recording, recording_row, search_words, state_row
from wall.store.rows import Row
from wall.store.shelf import RECORDING

_AMONG = "in (select value from json_each(?))"
_LATEST = 2**63 - 1


class RecordingStore:
    """Reads and writes recordings. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, recording: Recording) -> int:
        """A new one; its id, whatever it was."""
        with self._database.transaction() as tables:
            (key,) = new_ids(tables, RECORDING, 1, above=0)
            tables.table("recording").insert(recording_row(recording, key))
            count_up(tables, {RECORDING.table: key})
            _write_parts(tables, recording, key)
        return key

    def keep(self, recording: Recording) -> None:
        """How it stands now. One that is not there any more is passed over."""
        with self._database.transaction() as tables:
            if any(_rows(tables, [recording.recording_id])):
                tables.table("recording").update(recording.recording_id, state_row(recording))
                _write_parts(tables, recording, recording.recording_id)

    def keep_picture(self, recording_id: int, jpeg: bytes) -> None:
        """Its first picture."""
        with self._database.transaction() as tables:
            if any(_rows(tables, [recording_id])):
                tables.table("recording_picture").upsert(
                    {"recording_id": recording_id, "jpeg": jpeg}, pk="recording_id"
                )

    def picture(self, recording_id: int) -> bytes:
        """Its JPEG; b"" where there is none."""
        with self._database.reading() as tables:
            asked = "select jpeg from recording_picture where recording_id = ?"
            row = tables.execute(asked, [recording_id]).fetchone()
        return bytes(row[0]) if row else b""

    def find(
        self, text: str, camera_id: int | None = None, older_than: Recording | None = None, limit: int = 200
    ) -> RecordingPage:
        """The newest first; every word must begin a word of number, name, site, operator or day, diacritics folded."""
        words = search_words(text)
        chosen = ["removed_s is null", "moment < ?", *["instr(folded, ?)"] * len(words)]
        before = moment(older_than.started_s, older_than.recording_id) if older_than is not None else _LATEST
        values: list[object] = [before, *words]
        if camera_id is not None:
            chosen.append("camera_id = ?")
            values.append(camera_id)
        asked = f"select * from recording where {' and '.join(chosen)} order by moment desc limit ?"
        with self._database.reading() as tables:
            found = _read(tables, list(tables.query(asked, [*values, limit + 1])))
        return RecordingPage(found[:limit], has_more=len(found) > limit)

    def unfinished(self) -> tuple[Recording, ...]:
        """Those that have no end: of a program that was cut off, or is at it."""
        with self._database.reading() as tables:
            return _read(tables, list(tables.query("select * from recording where end is null order by moment")))

    # -- taking away, and bringing back

    def remove(self, recording_ids: Collection[int], at_s: float) -> None:
        """Take them away, at this time; `restore` brings them back until `forget`."""
        with self._database.transaction() as tables:
            asked = f"update recording set removed_s = ? where removed_s is null and recording_id {_AMONG}"
            tables.execute(asked, [at_s, json.dumps(list(recording_ids))])

    def restore(self) -> int:
        """Bring back what was removed last; how many."""
        with self._database.transaction() as tables:
            latest = "(select max(removed_s) from recording)"
            done = tables.execute(f"update recording set removed_s = null where removed_s = {latest}")
            return int(done.rowcount)

    def removed(self, before_s: float) -> tuple[Recording, ...]:
        """What was removed before that time and is not forgotten yet."""
        with self._database.reading() as tables:
            return _read(tables, list(tables.query("select * from recording where removed_s < ?", [before_s])))

    def forget(self, recording_ids: Collection[int]) -> None:
        """These are gone for good."""
        keys = json.dumps(list(recording_ids))
        with self._database.transaction() as tables:
            for table in ("recording_picture", "recording_part", "recording"):
                tables.execute(f"delete from {table} where recording_id {_AMONG}", [keys])


def _read(tables: sqlite_utils.Database, rows: Sequence[Row]) -> tuple[Recording, ...]:
    keys = json.dumps([row["recording_id"] for row in rows])
    parts: dict[int, list[Row]] = defaultdict(list)
    for part in tables.query(f"select * from recording_part where recording_id {_AMONG} order by place", [keys]):
        parts[part["recording_id"]].append(part)
    asked = f"select recording_id from recording_picture where recording_id {_AMONG}"
    pictured = {row[0] for row in tables.execute(asked, [keys])}
    return tuple(
        read_recording(row, parts[row["recording_id"]], has_picture=row["recording_id"] in pictured) for row in rows
    )


def _write_parts(tables: sqlite_utils.Database, recording: Recording, key: int) -> None:
    tables.table("recording_part").upsert_all(part_rows(recording, key), pk=("recording_id", "place"))


def _rows(tables: sqlite_utils.Database, recording_ids: Collection[int]) -> Iterable[Row]:
    asked = f"select * from recording where recording_id {_AMONG}"
    return tables.query(asked, [json.dumps(list(recording_ids))])
