"""How makes name their subscriptions, and what else they say without being asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.simulator.onvif.pull_points import Notification


class Naming(Enum):
    """How further calls tell which subscription they mean."""

    QUERY = "by the query of the address, like Subscription?Idx=5"
    PARAMETER = "by a reference parameter; the address is that of the service"
    NONE = "by nothing: there is but one, and who subscribes again goes on with it"


@dataclass(frozen=True, slots=True)
class Events:
    """`chatter` comes with how everything stands, at a new subscription and whenever that is asked for."""

    naming: Naming = Naming.QUERY
    path: str = "onvif/subscription"
    renews: bool = True
    chatter: tuple[Notification, ...] = ()


def _operating_time(what: str, value: str) -> Notification:
    return Notification(f"tns1:Monitoring/OperatingTime/{what}", "Initialized", 0.0, (), (("Status", value),))


NEVER_SET = (
    _operating_time("LastReset", "1970-01-01T00:00:00Z"),
    _operating_time("LastClockSynchronization", "1970-01-01T00:00:00Z"),
)
"""Of a clock that nobody ever set."""
WITHOUT_TOPIC = (Notification("", "Initialized", 0.0, (), (("State", "true"),)), Notification("", "", 0.0, (), ()))
"""Words without a topic, and none at all."""
