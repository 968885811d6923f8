"""The ways in for other systems and out to a supervisor: as they are set up, set up otherwise, and tried."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wall.intake.broker_link import BrokerLink
from wall.intake.caller import Caller
from wall.intake.own_call import call_ourselves
from wall.intake.webhook import hash_of, new_token
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import Answer, PushHealth, SendError, Tried
from wall.model.alarms.signal import Source
from wall.model.alarms.told import IntakeHealth, Standing
from wall.model.alarms.told_events import IntakeChanged
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings, Way
from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.services.alarms.mqtt_opening import open_mqtt
from wall.services.alarms.others import OthersSay
from wall.services.alarms.ports import TakesSignals
from wall.services.alarms.push_line import Barred, Sends, send_a_test
from wall.services.alarms.pushes import Pushes
from wall.services.alarms.webhook_opening import open_webhook
from wall.services.file_thread import FileThread
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.store.ways_in_file import read_ways_in, ways_in_path, write_ways_in

_OPEN, _OUT = "open the ways in for other systems", "open the ways out to the supervisor"
_WAYS_IN = (Source.MQTT, Source.WEBHOOK)


@dataclass(frozen=True, slots=True)
class WaysGround:
    """What they stand on."""

    io: IoLoop
    fleet: Fleet
    intake: TakesSignals
    pushes: Pushes
    publish: Callable[[Event], None]
    database: Path


class Ways:
    """Fulfils `wall.ui.alarms.ways_port.WaysPort`. Any thread but the io loop's; everything returns at once: what
    blocks is done on a thread of their own, what is tried on another one.
    """

    def __init__(self, ground: WaysGround) -> None:
        self._ground = ground
        self._path = ways_in_path(ground.database)
        self._thread, self._trials = FileThread("ways"), FileThread("ways trial")
        self._opened: dict[Source, ExitStack] = {}
        self._said: dict[Source, OthersSay] = {}
        self._is_barred = False
        """Is there a way out that is wanted and cannot be used?"""
        self.pushes = ground.pushes
        self.settings = WaysIn()
        """What is in force. Another value after each change."""

    def open(self) -> Future[None]:
        """As they are kept. What is wrong with one is published, and the others are opened."""
        return self._thread.ask(self._open)

    def close(self) -> Future[None]:
        """All of them."""
        return self._thread.ask(self._close)

    def end(self) -> None:
        """Once they are closed: end the threads."""
        self._thread.close()
        self._trials.close()

    def health(self) -> tuple[tuple[IntakeHealth, ...], tuple[PushHealth, ...]]:
        """Of the ways in, and of those out."""
        said = self._said
        ways_in = tuple(said[each].health if each in said else IntakeHealth(each) for each in _WAYS_IN)
        return ways_in, self.pushes.health()

    def keep(self, wanted: WaysIn, logins: Mapping[str, Credentials]) -> Future[None]:
        """From now on, and after the next start. `logins` are those that are new, by their names in the settings.

        StoreError where it cannot be kept, ValueError where it makes no sense: then nothing has changed.
        """
        return self._thread.ask(lambda: self._keep(wanted, logins))

    def new_client_id(self) -> str:
        """By which a broker knows this wall, and no other."""
        return f"citywall-{secrets.token_hex(4)}"

    def new_token(self) -> tuple[str, str]:
        """For callers of the webhook, to be shown once; and its hash, which is kept."""
        token = new_token()
        return token, hash_of(token)

    def try_broker(self, settings: BrokerSettings, login: Credentials | None) -> Future[Tried]:
        """Does it let us hear? None: with the login that is kept. If that is in force, it is heard at once, too: one
        that refused us would be asked again after minutes only.
        """

        def hear() -> Tried:
            heard = self._link(settings, login).try_to_hear()
            if login is None and settings == self.settings.broker:
                self._thread.ask(self._hear_again)
            return Tried(Answer.HEARD, heard)

        return self._try(hear)

    def try_webhook(self, token: str = "") -> Future[Tried]:
        """Does it listen, as it is in force?"""

        def call() -> Tried:
            webhook = self.settings.webhook
            if webhook is None:
                raise SendError(Answer.UNREACHABLE)
            return call_ourselves(webhook, token)

        return self._try(call)

    def try_hook(self, settings: HookSettings, token: str) -> Future[Tried]:
        """Send it a message of which nothing happened. "": with the token that is kept."""
        return self._try(lambda: self._send_a_test(self._caller(settings, token)))

    def try_publishing(self, settings: BrokerSettings, login: Credentials | None) -> Future[Tried]:
        """The same by the broker."""
        return self._try(lambda: self._send_a_test(self._link(settings, login)))

    def _send_a_test(self, sender: Sends) -> Tried:
        """Where a login could not be read before, it may be read by now: what waits goes on."""
        tried = send_a_test(sender, time.time())
        if tried.answer.is_good and self._is_barred:
            self._thread.ask(self._open_out)
        return tried

    def _try(self, attempt: Callable[[], Tried]) -> Future[Tried]:
        def told() -> Tried:
            try:
                return attempt()
            except SendError as error:
                return error.tried

        return self._trials.ask(told)

    # -- on a thread of their own

    def _open(self) -> None:
        try:
            self.settings = read_ways_in(self._path)
        except StoreError as error:
            self._ground.publish(WorkFailed(_OPEN, error.cause, error.detail))
            return
        self._open_mqtt()
        self._open_webhook()
        self._open_out()

    def _close(self) -> None:
        for source in list(self._opened):
            self._shut(source)
        self.pushes.stop()

    def _keep(self, wanted: WaysIn, logins: Mapping[str, Credentials]) -> None:
        if wanted.hears_itself:
            raise ValueError("what is published there would come back as an alarm")
        for name, login in logins.items():
            self._ground.fleet.keep_login_named(name, login).result()
        write_ways_in(self._path, wanted)
        before, self.settings = self.settings, wanted
        has_new_login = wanted.broker is not None and wanted.broker.credential in logins
        if before.broker != wanted.broker or has_new_login:
            self._shut(Source.MQTT)
            self._open_mqtt()
        if before.webhook != wanted.webhook:
            self._shut(Source.WEBHOOK)
            self._open_webhook()
        if before.out != wanted.out or logins:
            self._open_out()

    def _open_mqtt(self) -> None:
        broker, opened = self.settings.broker, ExitStack()
        if broker is None:
            return
        ground = self._ground
        try:
            login = self._login(broker.credential)
            said = opened.enter_context(open_mqtt(broker, login, ground.intake, self._inventory, ground.publish))
        except (StoreError, OSError, ValueError) as error:
            # A locked key ring; a file of certificates that is none.
            ground.publish(WorkFailed(_OPEN, Cause.SETUP, f"MQTT: {error}"))
            return
        self._opened[Source.MQTT], self._said = opened, {**self._said, Source.MQTT: said}

    def _hear_again(self) -> None:
        said = self._said.get(Source.MQTT)
        if said is None or said.health.standing is not Standing.FINE:
            self._shut(Source.MQTT)
            self._open_mqtt()

    def _open_webhook(self) -> None:
        webhook, opened, ground = self.settings.webhook, ExitStack(), self._ground
        if webhook is None:
            return
        opening = open_webhook(ground.io, webhook, ground.intake, self._inventory, ground.publish)
        _, said = opened.enter_context(opening)
        self._opened[Source.WEBHOOK], self._said = opened, {**self._said, Source.WEBHOOK: said}

    def _shut(self, source: Source) -> None:
        opened = self._opened.pop(source, None)
        if opened is not None:
            opened.close()
            self._said = {each: said for each, said in self._said.items() if each is not source}
            self._ground.publish(IntakeChanged(IntakeHealth(source)))

    def _open_out(self) -> None:
        out, senders = self.settings.out, dict[Way, Sends]()
        if out.hook is not None:
            senders[Way.HTTP] = self._usable(partial(self._caller, out.hook, ""))
        if out.broker is not None:
            senders[Way.MQTT] = self._usable(partial(self._link, out.broker, None))
        self._is_barred = any(isinstance(each, Barred) for each in senders.values())
        self.pushes.has_screen = bool(out.screen_id)
        self.pushes.set_ways(senders)

    def _usable(self, make: Callable[[], Sends]) -> Sends:
        """A locked key ring holds its own way up, and no other. It is not asked again and again: it may ask a person,
        and the disk waits for that.
        """
        try:
            return make()
        except StoreError as error:
            self._ground.publish(WorkFailed(_OUT, error.cause, error.detail))
            return Barred(Answer.LOCKED, error.detail)

    # -- what it takes

    def _inventory(self) -> Inventory:
        return self._ground.fleet.inventory

    def _login(self, name: str) -> Credentials | None:
        return self._ground.fleet.login_named(name).result() if name else None

    def _link(self, settings: BrokerSettings, login: Credentials | None) -> BrokerLink:
        return BrokerLink(settings, login or self._login(settings.credential))

    def _caller(self, settings: HookSettings, token: str) -> Caller:
        kept = None if token else self._login(settings.credential)
        return Caller(settings, token or (kept.password if kept else ""))
