"""Listens to callers of the webhook for as long as a context lasts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from wall.intake.webhook import Webhook, WebhookLimits
from wall.model.alarms.signal import Source
from wall.model.alarms.ways_in import WebhookSettings
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.services.alarms.others import OthersSay
from wall.services.alarms.ports import TakesSignals
from wall.services.io import IoLoop


@contextmanager
def open_webhook(
    io: IoLoop,
    settings: WebhookSettings,
    intake: TakesSignals,
    inventory: Callable[[], Inventory],
    publish: Callable[[Event], None],
    wait: Callable[[Future[Any]], object] = Future.result,
    limits: WebhookLimits | None = None,
) -> Iterator[tuple[Webhook, OthersSay]]:
    """What callers say is taken in until the context ends; the intake must outlive it. Not to be called on the loop."""
    said = OthersSay(Source.WEBHOOK, intake, inventory, publish, time.time)
    webhook = Webhook(settings, said.hear_or_refuse, said.stand, time.monotonic, limits)
    wait(io.request(webhook.start()))
    try:
        yield webhook, said
    finally:
        wait(io.request(webhook.stop()))
