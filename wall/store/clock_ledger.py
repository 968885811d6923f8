"""The history of each camera's clock: close to now every reading, further back fewer, and never more than a bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlite_utils

from wall.model.device import ClockReading

_ALL = 24
_HOURS = 48
_DAYS = 60
MOST_READINGS = _ALL + _HOURS + _DAYS
_THIN_AT = MOST_READINGS + 24
_QUIET_S = 600.0
_MOVED_S = 0.25


def is_worth_keeping(reading: ClockReading, last: ClockReading | None) -> bool:
    """Is it the first for ten minutes, or has the clock moved by more than can be explained by the measuring?"""
    if last is None or not 0 <= reading.measured_s - last.measured_s < _QUIET_S:
        return True
    return abs(reading.offset_s - last.offset_s) > _MOVED_S + reading.uncertainty_s + last.uncertainty_s


def thinned(readings: Sequence[ClockReading]) -> tuple[ClockReading, ...]:
    """The newest as they are, before them one an hour, before those one a day: the most certain of each. Oldest first.

    Hours and days without a reading do not count: a ledger survives a year in which the program did not run.
    """
    ordered = sorted(readings, key=lambda each: each.measured_s)
    newest, older = ordered[-_ALL:], ordered[:-_ALL]
    hours = _best_of_each(older, 3600)[-_HOURS:]
    first_s = hours[0].measured_s if hours else 0.0
    days = _best_of_each([each for each in older if each.measured_s < first_s], 86_400)[-_DAYS:]
    return (*days, *hours, *newest)


def note(tables: sqlite_utils.Database, readings: Mapping[int, ClockReading]) -> None:
    """Keep, by device, each reading that says something new. Inside a transaction."""
    last = {device_id: _last(tables, device_id) for device_id in readings}
    new = {device_id: each for device_id, each in readings.items() if is_worth_keeping(each, last[device_id])}
    tables.table("clock_reading").upsert_all(
        (_row(device_id, each) for device_id, each in new.items()), pk=("device_id", "measured_s")
    )
    many = f"select device_id from clock_reading group by device_id having count(*) > {_THIN_AT}"
    for (device_id,) in tables.execute(many).fetchall() if new else ():
        kept = thinned(ledger(tables, device_id))
        tables.table("clock_reading").delete_where("device_id = ?", [device_id])
        tables.table("clock_reading").insert_all(_row(device_id, each) for each in kept)


def ledger(tables: sqlite_utils.Database, device_id: int) -> tuple[ClockReading, ...]:
    """What is kept of one device, the oldest first."""
    rows = tables.table("clock_reading").rows_where("device_id = ?", [device_id], order_by="measured_s")
    return tuple(ClockReading(row["offset_s"], row["measured_s"], row["uncertainty_s"]) for row in rows)


def sweep(tables: sqlite_utils.Database) -> None:
    """Forget the ledgers of devices that are gone for good, beyond the undo step."""
    tables.execute(
        "delete from clock_reading where device_id not in (select device_id from device)"
        " and device_id not in (select row_id from undo_row where kind = 'device')"
    )


def _last(tables: sqlite_utils.Database, device_id: int) -> ClockReading | None:
    row = tables.execute(
        "select offset_s, measured_s, uncertainty_s from clock_reading"
        " where device_id = ? order by measured_s desc limit 1",
        [device_id],
    ).fetchone()
    return ClockReading(*row) if row else None


def _row(device_id: int, reading: ClockReading) -> dict[str, float]:
    return {
        "device_id": device_id,
        "measured_s": reading.measured_s,
        "offset_s": reading.offset_s,
        "uncertainty_s": reading.uncertainty_s,
    }


def _best_of_each(readings: Sequence[ClockReading], span_s: float) -> list[ClockReading]:
    best: dict[float, ClockReading] = {}
    for each in readings:
        span = each.measured_s // span_s
        if span not in best or each.uncertainty_s < best[span].uncertainty_s:
            best[span] = each
    return [best[span] for span in sorted(best)]
