"""The ways in for other systems, as somebody has set them up."""

from __future__ import annotations

from dataclasses import dataclass

USUAL_TOPICS = ("frigate/events", "+/onvif-ej/#", "citywall/alarms")
MQTT_PORT, MQTT_TLS_PORT, WEBHOOK_PORT = 1883, 8883, 8747


@dataclass(frozen=True, slots=True)
class BrokerSettings:
    """Where an MQTT broker is, and what is wanted of it. `client_id` must be this wall's alone, and stay the same."""

    host: str
    client_id: str
    port: int = MQTT_PORT
    topics: tuple[str, ...] = USUAL_TOPICS
    has_tls: bool = False
    ca_file: str = ""
    """"": whom this system trusts."""
    credential: str = ""
    """The name of its login in the secret store; "" for none."""


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
