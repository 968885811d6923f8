"""A program that hears a broker until it is killed: `python -m tests.services.alarms.mqtt_child PATH PORT`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.model.alarms.town import TOWN
from tests.services.alarms.alarm_room import alarm_room
from wall.model.alarms.told import Standing
from wall.model.alarms.told_events import IntakeChanged
from wall.model.alarms.ways_in import BrokerSettings
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.services.alarms.mqtt_opening import open_mqtt


def main(path: Path, port: int) -> None:
    def tell(event: Event) -> None:
        if isinstance(event, IntakeChanged) and event.health.standing is Standing.FINE:
            print("heard", flush=True)

    with alarm_room(path) as room, open_mqtt(BrokerSettings("127.0.0.1", "wall-1", port), None, room.desk, _town, tell):
        threading.Event().wait()


def _town() -> Inventory:
    return TOWN


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
