"""The steps from an empty file to the present schema, in their order.

A migration is a module `m<number>_<what>.py` with one function, `apply`. It runs inside a transaction, with foreign
keys off, after a copy of the file. Once released it is never changed again: a new one is added, and a database as the
last one left it is kept in `tests/store/databases/`.
"""

from __future__ import annotations

from wall.store.migrations import (
    m0001_inventory,
    m0002_wall,
    m0003_recordings,
    m0004_maps,
    m0005_map_views,
    m0006_ptz,
    m0007_sticks,
    m0008_duty,
    m0009_alarms,
    m0010_alarm_push,
    m0011_alarm_drill,
)

MIGRATIONS = (
    m0001_inventory.apply,
    m0002_wall.apply,
    m0003_recordings.apply,
    m0004_maps.apply,
    m0005_map_views.apply,
    m0006_ptz.apply,
    m0007_sticks.apply,
    m0008_duty.apply,
    m0009_alarms.apply,
    m0010_alarm_push.apply,
    m0011_alarm_drill.apply,
)
