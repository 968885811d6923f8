"""The ways in for other systems, and out to a supervisor, as somebody has set them up."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.model.alarms.broker_settings import MQTT_PORT as MQTT_PORT
from wall.model.alarms.broker_settings import MQTT_TLS_PORT as MQTT_TLS_PORT
from wall.model.alarms.broker_settings import USUAL_TOPICS as USUAL_TOPICS
from wall.model.alarms.broker_settings import BrokerSettings as BrokerSettings
from wall.model.alarms.ways_out import WaysOut, matches

WEBHOOK_PORT = 8747
IN_LOGIN, OUT_LOGIN, OUT_TOKEN = "mqtt", "supervisor mqtt", "supervisor token"
"""Under which names they are in the secret store."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where we listen, and the SHA-256 of the token, in hex: the token itself is nowhere."""

    token_sha256: str
    host: str = "127.0.0.1"
    port: int = WEBHOOK_PORT


@dataclass(frozen=True, slots=True)
class WaysIn:
    """None: switched off."""

    broker: BrokerSettings | None = None
    webhook: WebhookSettings | None = None
    out: WaysOut = field(default_factory=WaysOut)

    @property
    def hears_itself(self) -> bool:
        """Would what is published come back as an alarm, for ever?"""
        told, heard = self.out.broker, self.broker
        if told is None or heard is None or (told.host, told.port) != (heard.host, heard.port):
            return False
        return any(matches(each, topic) for each in heard.topics for topic in told.topics)
