"""Listens to one MQTT broker (3.1.1), for ever: what breaks is connected again, later and later.

Everything of it runs on the library's thread. A message is acknowledged once what it says is on the disk.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.told import Standing
from wall.model.stream import Credentials

REFUSALS = frozenset({"Bad user name or password", "Not authorized"})
"""What a broker says of a login, as the library words it."""

Hear = Callable[[str, bytes], "Future[None]"]
"""A topic and a payload; done once it is on the disk, or known not to belong there. On the library's thread."""
TellStanding = Callable[[Standing, str], None]
"""And more of it, in English. On the library's thread."""


@dataclass(frozen=True, slots=True)
class BrokerPace:
    """Seconds."""

    keep_alive_s: int = 15
    patience_s: float = 5.0
    first_again_s: int = 1
    last_again_s: int = 30
    refused_again_s: int = 300
    """A wrong password does not get right by saying it often, and there are brokers that lock an account for it."""


class Broker:
    """`start` returns at once; `stop` waits for the thread, up to `patience_s`: not on a thread that others wait for.

    ValueError or OSError for settings that make no sense: a file of certificates that is none.
    """

    def __init__(
        self,
        settings: BrokerSettings,
        login: Credentials | None,
        hear: Hear,
        tell: TellStanding,
        pace: BrokerPace | None = None,
    ) -> None:
        self._settings = settings
        self._hear = hear
        self._tell = tell
        self._pace = pace or BrokerPace()
        self._connection = 0
        """Which one it is; packet numbers mean nothing on another one."""
        self._is_connected = False
        self._client = Client(
            CallbackAPIVersion.VERSION2,
            client_id=settings.client_id,
            clean_session=False,
            protocol=MQTTProtocolVersion.MQTTv311,
            manual_ack=True,
        )
        if login is not None:
            self._client.username_pw_set(login.username, login.password)
        if settings.has_tls:
            context = ssl.create_default_context(cafile=settings.ca_file or None)
            self._client.tls_set_context(context)
        self._try_again_usually()
        self._client.connect_timeout = self._pace.patience_s
        self._client.on_connect = self._connected
        self._client.on_connect_fail = self._failed
        self._client.on_disconnect = self._disconnected
        self._client.on_subscribe = self._subscribed
        self._client.on_message = self._take

    def start(self) -> None:
        """Connect, and go on with it until `stop`."""
        self._tell(Standing.CONNECTING, "")
        self._client.connect_async(self._settings.host, self._settings.port, self._pace.keep_alive_s)
        self._client.loop_start()

    def stop(self) -> None:
        """Blocks. The session stays with the broker: what comes meanwhile waits there."""
        self._client.disconnect()
        self._client.loop_stop()

    # -- on the library's thread

    def _connected(
        self, client: Client, _data: Any, _flags: ConnectFlags, reason: ReasonCode, _properties: Properties | None
    ) -> None:
        self._connection += 1
        self._is_connected = not reason.is_failure
        if self._is_connected:
            self._try_again_usually()
            client.subscribe([(topic, 1) for topic in self._settings.topics])
        elif str(reason) in REFUSALS:
            client.reconnect_delay_set(self._pace.refused_again_s, self._pace.refused_again_s)
            self._tell(Standing.REFUSED, str(reason))
        else:
            self._tell(Standing.UNREACHABLE, str(reason))

    def _try_again_usually(self) -> None:
        self._client.reconnect_delay_set(self._pace.first_again_s, self._pace.last_again_s)

    def _subscribed(
        self, _client: Client, _data: Any, _number: int, reasons: list[ReasonCode], _properties: Properties | None
    ) -> None:
        refused = [topic for topic, reason in zip(self._settings.topics, reasons, strict=False) if reason.is_failure]
        self._tell(Standing.FORBIDDEN if refused else Standing.FINE, ", ".join(refused))

    def _failed(self, _client: Client, _data: Any) -> None:
        self._tell(Standing.UNREACHABLE, self._address)

    @property
    def _address(self) -> str:
        return f"{self._settings.host}:{self._settings.port}"

    def _disconnected(
        self, _client: Client, _data: Any, _flags: DisconnectFlags, reason: ReasonCode, _properties: Properties | None
    ) -> None:
        self._connection += 1
        was_connected, self._is_connected = self._is_connected, False
        if reason.is_failure and was_connected:  # Of which the protocol tells no cause.
            self._tell(Standing.UNREACHABLE, self._address)

    def _take(self, client: Client, _data: Any, message: MQTTMessage) -> None:
        done = self._hear(message.topic, bytes(message.payload))
        if message.qos:
            done.add_done_callback(partial(self._acknowledge, client, message.mid, message.qos, self._connection))

    def _acknowledge(self, client: Client, number: int, qos: int, connection: int, done: Future[None]) -> None:
        """On whichever thread it was kept on. What failed is not acknowledged: the broker says it again."""
        if connection == self._connection and not done.cancelled() and done.exception() is None:
            client.ack(number, qos)
