"""The ways in as the program opens them: from what is kept, beside a database."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path

import pytest

from wall.intake.webhook import hash_of
from wall.model.alarms.ways_in import BrokerSettings, WaysIn, WebhookSettings
from wall.model.events import Event, WorkFailed
from wall.services.alarms.opening import open_alarms
from wall.services.alarms.ways_in_opening import open_ways_in
from wall.services.io import IoLoop
from wall.services.opening import open_room
from wall.store.ways_in_file import ways_in_path, write_ways_in


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def run(database: Path, events: list[Event], port: int | None = None) -> int:
    """The status of an alarm that is sent to the webhook of a room that was opened."""
    with (
        IoLoop() as io,
        open_room(io, database, events.append, "An") as (fleet, room),
        open_alarms(io, events.append, fleet, room.alarms, lambda: "An") as alarms,
        open_ways_in(io, events.append, fleet, alarms, room.pushes, database),
    ):
        if port is None:
            return 0
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        link.request("POST", "/alarms", b'{"kind": "fire"}', {"Authorization": "Bearer t"})
        status = link.getresponse().status
        link.close()
        return status


def test_what_is_kept_is_opened_and_what_is_wrong_with_the_other_is_said(tmp_path: Path, port: int) -> None:
    database, events = tmp_path / "citywall.db", list[Event]()
    broker = BrokerSettings("127.0.0.1", "wall", 1, has_tls=True, ca_file=str(tmp_path / "gone.pem"))
    write_ways_in(ways_in_path(database), WaysIn(broker, WebhookSettings(hash_of("t"), port=port)))
    assert run(database, events, port) == 202
    assert [event.detail[:4] for event in events if isinstance(event, WorkFailed)] == ["MQTT"]


def test_a_broken_file_leaves_the_wall_open(tmp_path: Path) -> None:
    database, events = tmp_path / "citywall.db", list[Event]()
    ways_in_path(database).write_text("{")
    assert run(database, events) == 0
    assert [event.detail[:12] for event in events if isinstance(event, WorkFailed)] == ["ways-in.json"]
