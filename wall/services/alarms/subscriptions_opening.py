"""Builds the subscriptions of their real parts."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

from wall.model.events import Event
from wall.onvif.contract import Contract
from wall.onvif.events.talks import Talks
from wall.services.alarms.event_logins import EventLogins
from wall.services.alarms.subscription import Means, Receive
from wall.services.alarms.subscriptions import Subscriptions
from wall.services.fleet import Fleet
from wall.services.health import Clocks
from wall.services.io import IoLoop

_FILES = 4096
"""Open files and connections of one process."""


@contextmanager
def open_subscriptions(
    io: IoLoop,
    publish: Callable[[Event], None],
    fleet: Fleet,
    contract: Contract,
    receive: Receive,
    clocks: Clocks | None = None,
) -> Iterator[Subscriptions]:
    """Every device of the fleet is listened to for as long as the context lasts. Not to be called on the io loop.

    Each of them has a connection, which is more than a program may have by itself: as many as the system allows.

    `receive` takes what they say in; `contract` is best shared with the fleet, for it is large.
    """
    _allow_connections()
    clocks = clocks or Clocks()
    talks, logins = Talks(contract, clocks.unix), EventLogins(fleet.desks)
    means = Means(talks, logins, fleet.login_of, receive, clocks, Random())
    subscriptions = Subscriptions(lambda: fleet.inventory, means, publish)

    async def start() -> None:
        await contract.prepare()
        await subscriptions.start()

    io.request(start()).result()
    try:
        yield subscriptions
    finally:
        io.request(subscriptions.stop()).result()


def _allow_connections() -> None:
    """Take what the system lets this program have, as far as a city needs it."""
    mine, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    if mine != resource.RLIM_INFINITY and mine < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
