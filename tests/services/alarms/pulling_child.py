"""Listens to a city that is kept in a folder, and keeps what it hears, until it is killed: run as
`python -m tests.services.alarms.pulling_child CONTROL FOLDER`. It says when everything is heard.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

from tests.services.fleet_room import fleet_room
from wall.demo import City
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.subscription import Hearing
from wall.onvif.contract import Contract
from wall.services.alarms.opening import open_alarms
from wall.services.alarms.subscriptions_opening import open_subscriptions
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database


class WornStore(AlarmStore):
    """On a disk that takes its time: who asks for more before it is done is found out."""

    def keep(self, outcome: Outcome, jpeg: bytes = b"") -> None:
        time.sleep(0.2)
        super().keep(outcome, jpeg)


def main() -> None:
    control, folder = sys.argv[1], Path(sys.argv[2])
    with (
        closing(Database(folder / "citywall.db")) as database,
        fleet_room(City([], (), control, 0), folder) as room,
        open_alarms(
            room.io,
            room.events.append,
            room.fleet,
            (WornStore(database), AlarmRuleStore(database)),
            lambda: "An",
        ) as desk,
        open_subscriptions(room.io, room.events.append, room.fleet, Contract(), desk.receive) as subscriptions,
    ):
        many = len(room.fleet.inventory.devices)
        room.wait(lambda: [each.hearing for each in subscriptions.health.values()] == [Hearing.FINE] * many)
        print("heard", flush=True)
        while True:
            time.sleep(1)


if __name__ == "__main__":
    main()
