"""What a device is asked about its events, as the contract builds it (ONVIF Core, section 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from wall.onvif.contract import Contract, Message, Service

MOST_AT_ONCE = 100
"""Notifications in one answer; what lies there beyond that comes with the next."""


class EventCalls:
    """`Contract.prepare` must have been awaited. How long something is to last is said in seconds, never in minutes:
    some devices read the number and not the unit.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def clock(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetSystemDateAndTime")

    def identity(self) -> Message:
        """The question that every device has, and answers only to those it knows: for proving a login."""
        return self._contract.message(Service.DEVICE, "GetDeviceInformation")

    def configurations(self) -> Message:
        return self._contract.message(Service.MEDIA, "GetVideoSourceConfigurations")

    def create(self, lasts_s: float) -> Message:
        """Without a filter: many devices choke on one, and what is no alarm is soon left out."""
        return self._contract.message(
            Service.EVENTS, "CreatePullPointSubscription", InitialTerminationTime=_seconds(lasts_s)
        )

    def pull(self, wait_s: int) -> Message:
        """`wait_s`, under a minute, is how long the device is to wait for something to say."""
        wait = timedelta(seconds=wait_s)
        message = self._contract.message(Service.EVENTS, "PullMessages", Timeout=wait, MessageLimit=MOST_AT_ONCE)
        return replace(message, waits_s=float(wait_s))

    def synchronize(self) -> Message:
        return self._contract.message(Service.EVENTS, "SetSynchronizationPoint")

    def renew(self, lasts_s: float) -> Message:
        """The contract forgets that ONVIF wants these two addressed as well."""
        message = self._contract.message(Service.EVENTS, "Renew", TerminationTime=_seconds(lasts_s))
        return replace(message, wants_addressing=True)

    def unsubscribe(self) -> Message:
        return replace(self._contract.message(Service.EVENTS, "Unsubscribe"), wants_addressing=True)


def _seconds(lasts_s: float) -> str:
    return f"PT{round(lasts_s)}S"
