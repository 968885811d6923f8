"""Patrols and duty views in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from wall.model.ptz.duty import DutyView
from wall.model.ptz.move import Place
from wall.model.ptz.patrol import MOST_NAME, MOST_STOPS, Patrol, PatrolStop
from wall.store.database import Database
from wall.store.json_fields import items, number, parsed, record, truth, whole, words, written
from wall.store.last_id import count_up, new_ids
from wall.store.plain import text
from wall.store.rows import Row
from wall.store.shelf import PATROL

T = TypeVar("T")
_MOST_TOKEN = 1000


class DutyStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not.

    A row that cannot be understood (damaged, of a newer program) is left out, and left as it is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def patrols(self) -> tuple[Patrol, ...]:
        """In the order in which they were made."""
        with self._database.reading() as tables:
            rows = list(tables.query("select * from patrol order by patrol_id"))
        return tuple(_understood(rows, _patrol))

    def keep_patrol(self, patrol: Patrol) -> int:
        """A new one where its id is 0, else this is what it is now; its id. What was removed comes back so, too."""
        with self._database.transaction() as tables:
            (fresh,) = new_ids(tables, PATROL, 1, above=0)
            key = patrol.patrol_id or fresh
            tables.table("patrol").upsert(_patrol_row(patrol, key), pk="patrol_id")
            count_up(tables, {PATROL.table: key})
        return key

    def remove_patrol(self, patrol_id: int) -> None:
        """Take it away; one that is gone already is passed over."""
        with self._database.transaction() as tables:
            tables.execute("delete from patrol where patrol_id = ?", [patrol_id])

    def duty_views(self) -> tuple[DutyView, ...]:
        """One a camera at most."""
        with self._database.reading() as tables:
            rows = list(tables.query("select * from duty_view order by camera_id"))
        return tuple(_understood(rows, _duty_view))

    def keep_duty_view(self, view: DutyView) -> None:
        """This is its camera's from now on."""
        with self._database.transaction() as tables:
            tables.table("duty_view").upsert(_duty_row(view), pk="camera_id")

    def remove_duty_view(self, camera_id: int) -> None:
        """This camera belongs nowhere any more."""
        with self._database.transaction() as tables:
            tables.execute("delete from duty_view where camera_id = ?", [camera_id])


def _understood(rows: Iterable[Row], read: Callable[[Row], T]) -> Iterable[T]:
    for row in rows:
        try:
            yield read(row)
        except ValueError:
            continue


def _patrol_row(patrol: Patrol, key: int) -> Row:
    stops = [{"preset": text(each.token), "dwell_s": each.dwell_s, "speed": each.speed} for each in patrol.stops]
    return {
        "patrol_id": key,
        "camera_id": patrol.camera_id,
        "name": text(patrol.name),
        "stops": written(stops),
        "tour": text(patrol.tour),
        "resume_after_s": patrol.resume_after_s,
        "is_on": int(patrol.is_on),
    }


def _patrol(row: Row) -> Patrol:
    return Patrol(
        whole(row["camera_id"], "its camera"),
        words(row["name"], "its name", MOST_NAME),
        tuple(_stop(each) for each in items(parsed(row["stops"]), "its stops", MOST_STOPS)),
        words(row["tour"], "its tour", _MOST_TOKEN),
        number(row["resume_after_s"], "its pause"),
        truth(bool(row["is_on"]), "whether it is on"),
        row["patrol_id"],
    )


def _stop(data: object) -> PatrolStop:
    stop = record(data, "a stop")
    return PatrolStop(
        words(stop.get("preset"), "its preset", _MOST_TOKEN),
        number(stop.get("dwell_s"), "its time"),
        number(stop.get("speed"), "its speed"),
    )


def _duty_row(view: DutyView) -> Row:
    place = view.place or Place()
    return {
        "camera_id": view.camera_id,
        "token": text(view.token),
        "name": text(view.name),
        "return_after_s": view.return_after_s,
        "picture_minute": view.picture_minute,
        "pan": place.pan,
        "tilt": place.tilt,
        "zoom": place.zoom,
    }


def _duty_view(row: Row) -> DutyView:
    minute = row["picture_minute"]
    place = Place(*(None if row[each] is None else number(row[each], each) for each in ("pan", "tilt", "zoom")))
    return DutyView(
        row["camera_id"],
        words(row["token"], "its preset", _MOST_TOKEN),
        words(row["name"], "its name", _MOST_TOKEN),
        number(row["return_after_s"], "its countdown"),
        None if minute is None else whole(minute, "its minute"),
        None if place == Place() else place,
    )
