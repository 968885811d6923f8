"""A short talk with an MQTT broker (3.1.1): to publish one message, or to see whether it lets us hear. Blocks."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.reasoncodes import ReasonCode

from wall.intake.broker import REFUSALS
from wall.intake.link_words import told_of_link
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import Answer, SendError
from wall.model.stream import Credentials


class BrokerLink:
    """One broker and its login. `patience_s` is for each step.

    It has no session there: its client id is the broker's to choose, so that nobody who listens is thrown out.
    """

    def __init__(self, settings: BrokerSettings, login: Credentials | None, patience_s: float = 10.0) -> None:
        self._settings = settings
        self._login = login
        self._patience_s = patience_s

    def send(self, body: bytes) -> str:
        """The broker has taken it (QoS 1): on which topic. SendError where it has not."""
        topic = self._settings.topics[0]
        with self._linked() as client:
            told = client.publish(topic, body, qos=1)
            with suppress(RuntimeError, ValueError):  # It broke meanwhile.
                told.wait_for_publish(self._patience_s)
            if not told.is_published():
                raise SendError(Answer.UNREACHABLE, "it has not confirmed the message")
        return topic

    def try_to_hear(self) -> str:
        """It lets us hear all of what we ask for: what that is. SendError where it does not."""
        answered, reasons = threading.Event(), list[ReasonCode]()

        def take(_client: object, _data: object, _number: object, codes: list[ReasonCode], _more: object) -> None:
            reasons.extend(codes)
            answered.set()

        with self._linked() as client:
            client.on_subscribe = take
            client.subscribe([(topic, 1) for topic in self._settings.topics])
            if not answered.wait(self._patience_s):
                raise SendError(Answer.UNREACHABLE, "it has not confirmed the topics")
        refused = [topic for topic, code in zip(self._settings.topics, reasons, strict=False) if code.is_failure]
        if refused:
            raise SendError(Answer.FORBIDDEN, ", ".join(refused))
        return ", ".join(self._settings.topics)

    @contextmanager
    def _linked(self) -> Iterator[Client]:
        connected, reasons = threading.Event(), list[ReasonCode]()

        def take(_client: object, _data: object, _flags: object, reason: ReasonCode, _more: object) -> None:
            reasons.append(reason)
            connected.set()

        client = self._client()
        client.on_connect = take
        try:
            self._connect(client)
            client.loop_start()
            if not connected.wait(self._patience_s):
                raise SendError(Answer.UNREACHABLE, "it does not answer")
            if reasons[0].is_failure:
                answer = Answer.REFUSED if str(reasons[0]) in REFUSALS else Answer.UNREACHABLE
                raise SendError(answer, str(reasons[0]))
            yield client
        finally:
            client.disconnect()
            client.loop_stop()

    def _connect(self, client: Client) -> None:
        try:
            client.connect(self._settings.host, self._settings.port)
        except ssl.SSLCertVerificationError as error:
            raise SendError(Answer.UNTRUSTED, error.verify_message) from None
        except (OSError, ValueError) as error:
            raise SendError(Answer.UNREACHABLE, told_of_link(error)) from None

    def _client(self) -> Client:
        client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv311)
        client.connect_timeout = self._patience_s
        if self._login is not None:
            client.username_pw_set(self._login.username, self._login.password)
        if self._settings.has_tls:
            try:
                client.tls_set_context(ssl.create_default_context(cafile=self._settings.ca_file or None))
            except OSError as error:
                raise SendError(Answer.SETTINGS, f"the file of certificates: {error.strerror or error}") from None
        return client
