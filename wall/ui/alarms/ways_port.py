"""What the page of ways asks. `wall.services.alarms.ways.Ways` fulfils it."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Protocol

from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import PushHealth, Tried
from wall.model.alarms.told import IntakeHealth
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings
from wall.model.stream import Credentials


class WaysPort(Protocol):
    """UI thread; everything returns at once. How they stand comes as `IntakeChanged` and `PushChanged`."""

    @property
    def settings(self) -> WaysIn:
        """What is in force."""
        ...

    def health(self) -> tuple[tuple[IntakeHealth, ...], tuple[PushHealth, ...]]:
        """Of the ways in, and of those out."""
        ...

    def keep(self, wanted: WaysIn, logins: Mapping[str, Credentials]) -> Future[None]:
        """In force from then on. `logins` are the new ones, by their names in the settings. StoreError where it cannot
        be kept: then nothing has changed.
        """
        ...

    def new_client_id(self) -> str: ...

    def new_token(self) -> tuple[str, str]:
        """To be shown once, and its hash."""
        ...

    def try_broker(self, settings: BrokerSettings, login: Credentials | None) -> Future[Tried]:
        """Does it let us hear? None: with the login that is kept."""
        ...

    def try_webhook(self, token: str = "") -> Future[Tried]:
        """Does it listen, as it is in force?"""
        ...

    def try_hook(self, settings: HookSettings, token: str) -> Future[Tried]:
        """Send a test. "": with the token that is kept."""
        ...

    def try_publishing(self, settings: BrokerSettings, login: Credentials | None) -> Future[Tried]:
        """Send a test."""
        ...
