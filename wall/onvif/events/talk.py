"""The conversation with one device about its events: one connection, kept warm, and one login."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.device import Auth, ClockReading, Device, Login, Trouble
from wall.onvif.contract import Message, Service
from wall.onvif.events.calls import EventCalls
from wall.onvif.events.created import Reference
from wall.onvif.events.notification import Notification, read_notifications
from wall.onvif.faults import DeviceFault, Unanswered
from wall.onvif.line import Line
from wall.onvif.transport import Wire
from wall.onvif.xml import Element

_ENDS_IT = frozenset(
    {Trouble.LOGIN, Trouble.LOGIN_NEEDED, Trouble.WITHHELD, Trouble.SESSIONS_FULL, Trouble.CLOCK, Trouble.CERTIFICATE}
)
_UNREADABLE = frozenset({Trouble.MALFORMED, Trouble.TOO_LARGE, Trouble.NOT_ONVIF})
_SAYS_NO = frozenset({Trouble.FAULT, Trouble.UNSUPPORTED, Trouble.MALFORMED, Trouble.INCOMPLETE, Trouble.NOT_ONVIF})


@dataclass(frozen=True, slots=True)
class EventTarget:
    """How one device's events are reached: the addresses of its services, and what an interrogation learnt of it."""

    device_url: str
    events_url: str
    media_url: str = ""
    auth: Auth | None = None
    clock: ClockReading | None = None
    certificate_sha256: str = ""


def event_target(device: Device) -> EventTarget | None:
    """None for a device that tells of no events."""
    services = dict(device.services)
    events_url = services.get(Service.EVENTS.value, "")
    if not events_url:
        return None
    media_url = services.get(Service.MEDIA.value, "")
    return EventTarget(device.address, events_url, media_url, device.auth, device.clock, device.certificate_sha256)


class Talk:
    """Event-loop thread only; one question at a time. Every question raises DeviceFault where it is not answered."""

    def __init__(self, target: EventTarget, calls: EventCalls, line: Line, wire: Wire) -> None:
        self.target = target
        self.calls = calls
        self._line = line
        self._wire = wire
        self._was_answered = False

    async def open(self) -> None:
        """Learn its clock, and prove the login by a question that has nothing to do with events: a device that refuses
        those to this login must not be taken for one that refuses its password.
        """
        await self._line.ask_clock(self.target.device_url)
        try:
            await self._line.ask(self.calls.identity(), self.target.device_url, is_first=True)
        except DeviceFault as fault:
            if fault.trouble not in _SAYS_NO:
                raise

    def close(self) -> None:
        """End the connection."""
        self._line.conclude()
        self._wire.close()

    async def ask(self, message: Message, url: str) -> Element:
        """The answer to a question about events, or about what belongs to them."""
        try:
            body = await self._line.ask(message, url)
        except DeviceFault as fault:
            if fault.trouble is Trouble.LOGIN and self._line.login is Login.PROVEN and not self._was_answered:
                raise DeviceFault(Trouble.FAULT, f"this login may not ask for events: {fault.detail}") from None
            raise
        self._was_answered = True
        return body

    async def ask_at(self, reference: Reference, message: Message) -> Element:
        """The answer of one subscription."""
        return await self.ask(replace(message, parameters=reference.parameters), reference.url)

    def hang_up(self) -> None:
        """What is asked next goes over a new connection."""
        self._wire.hang_up()

    async def pull(self, reference: Reference, wait_s: int) -> tuple[Notification, ...]:
        """What has come to a subscription, after `wait_s` at most."""
        return read_notifications(await self.ask_at(reference, self.calls.pull(wait_s)))[0]


def is_of_the_way(fault: DeviceFault) -> bool:
    """Is it the way to the device, or its door? Then what it had for us may still be there."""
    return fault.trouble in _ENDS_IT or fault.trouble in (Trouble.UNREACHABLE, Trouble.TIMEOUT)


def has_lost(fault: DeviceFault) -> bool:
    """Of a question for what has come: may something have been on its way to us, which is handed out but once?"""
    return isinstance(fault, Unanswered) or fault.trouble in _UNREADABLE
