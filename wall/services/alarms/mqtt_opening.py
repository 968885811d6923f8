"""Listens to a broker for as long as a context lasts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread
from typing import Any

from wall.intake.broker import Broker
from wall.model.alarms.signal import Source
from wall.model.alarms.ways_in import BrokerSettings
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.services.alarms.others import OthersSay
from wall.services.alarms.ports import TakesSignals


@contextmanager
def open_mqtt(
    settings: BrokerSettings,
    login: Credentials | None,
    intake: TakesSignals,
    inventory: Callable[[], Inventory],
    publish: Callable[[Event], None],
    wait: Callable[[Future[Any]], object] = Future.result,
) -> Iterator[OthersSay]:
    """What the broker says is taken in until the context ends; the intake must outlive it."""
    said = OthersSay(Source.MQTT, intake, inventory, publish, time.time)
    broker = Broker(settings, login, said.hear, said.stand)
    broker.start()
    try:
        yield said
    finally:
        stopped: Future[None] = Future()
        Thread(target=_end, args=(broker, stopped), name="mqtt end").start()
        wait(stopped)


def _end(broker: Broker, stopped: Future[None]) -> None:
    """It waits for the library's thread, and windows must not."""
    broker.stop()
    stopped.set_result(None)
