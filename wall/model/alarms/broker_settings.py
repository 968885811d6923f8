"""Where an MQTT broker is, and how it is spoken to."""

from __future__ import annotations

from dataclasses import dataclass

USUAL_TOPICS = ("frigate/events", "+/onvif-ej/#", "citywall/alarms")
MQTT_PORT, MQTT_TLS_PORT = 1883, 8883


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
