"""Opens the ways in for other systems that somebody has set up, for as long as a context lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from wall.model.alarms.ways_in import WaysIn
from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.model.tile import Cause
from wall.services.alarms.mqtt_opening import open_mqtt
from wall.services.alarms.ports import TakesSignals
from wall.services.alarms.webhook_opening import open_webhook
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.store.ways_in_file import read_ways_in, ways_in_path

_WORK = "open the ways in for other systems"


@contextmanager
def open_ways_in(
    io: IoLoop,
    publish: Callable[[Event], None],
    fleet: Fleet,
    intake: TakesSignals,
    database: Path,
    wait: Callable[[Future[Any]], object] = Future.result,
) -> Iterator[None]:
    """What is wrong with one of them is published, and the wall goes on without it. Not to be called on the loop."""
    with ExitStack() as opened:
        ways = _ways(database, publish)
        if ways.broker is not None:
            try:
                login = fleet.login_named(ways.broker.credential)
                wait(login)
                opened.enter_context(
                    open_mqtt(ways.broker, login.result(), intake, lambda: fleet.inventory, publish, wait)
                )
            except (
                StoreError,
                OSError,
                ValueError,
            ) as error:
                # A locked key ring; a file of certificates that is none.
                publish(WorkFailed(_WORK, Cause.SETUP, f"MQTT: {error}"))
        if ways.webhook is not None:
            opened.enter_context(open_webhook(io, ways.webhook, intake, lambda: fleet.inventory, publish, wait))
        yield


def _ways(database: Path, publish: Callable[[Event], None]) -> WaysIn:
    try:
        return read_ways_in(ways_in_path(database))
    except StoreError as error:
        publish(WorkFailed(_WORK, error.cause, error.detail))
        return WaysIn()
