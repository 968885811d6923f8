"""One device's subscription: held as long as the device lives, sought again when it died, its health and its gaps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

from wall.model.alarms import kinds
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.subscription import Gap, Hearing, SubscriptionHealth
from wall.model.device import Trouble
from wall.model.stream import Credentials
from wall.onvif.events.configurations import read_configurations
from wall.onvif.events.manners import Manners
from wall.onvif.events.notification import Notification, Operation
from wall.onvif.events.pull_point import PullPoint
from wall.onvif.events.talk import Talk, has_lost, is_of_the_way
from wall.onvif.events.talks import Talks
from wall.onvif.events.telling import Telling
from wall.onvif.events.whose import Whose
from wall.onvif.faults import DeviceFault
from wall.services.alarms.event_logins import EventLogins
from wall.services.alarms.event_subjects import EventSubject
from wall.services.health import Clocks

AGAIN_S = (0.0, 1.0, 2.0, 4.0, 8.0)
"""After so many seconds it is tried again; the last again and again: a device that is back is heard within 15 s."""
_AGAIN_SLOWLY_S = (5.0, 10.0, 20.0, 60.0)
_SLOW = frozenset({Trouble.SESSIONS_FULL, Trouble.UNSUPPORTED, Trouble.CERTIFICATE, Trouble.LOGIN_NEEDED})
"""To ask soon again would make it worse, or be in vain."""
_HELD_BACK = frozenset({Trouble.LOGIN, Trouble.WITHHELD})
_PATIENCE_S = 60.0
_LIVED_S = 10.0
"""One that lived so long has not failed at once."""
_KEPT_WITHIN_S = 10.0
_LEAVE_WITHIN_S = 1.0

Receive = Callable[[Sequence[Signal]], "Future[None]"]
"""Takes signals in; the future is done once they are on the disk."""


@dataclass(frozen=True, slots=True)
class Means:
    """What subscriptions are held with. `login_of` gives a camera's login, unless the guard holds it back."""

    talks: Talks
    logins: EventLogins
    login_of: Callable[[int], Credentials | None]
    receive: Receive
    clocks: Clocks
    random: Random


class Subscription:
    """On the io loop. `run` until cancelled. `health` is how it stands now."""

    def __init__(self, subject: EventSubject, means: Means) -> None:
        self.subject = subject
        self.health = SubscriptionHealth(Hearing.STARTING, means.clocks.unix())
        self._means = means
        self._manners = Manners()
        self._point: PullPoint | None = None
        self._whole_s: float | None = None
        """Until when (monotonic) nothing is missing; None before the first subscription."""
        self._rest: tuple[Notification, ...] = ()
        """What came and was not taken yet."""
        self._telling = Telling(Whose(dict(subject.cameras)))
        self._is_mapped = len(subject.cameras) < 2
        self._alive_s = 0.0
        self._failures = 0

    def follow(self, former: Subscription) -> None:
        """Go on where that one ends, which must be cancelled: the device is the same, the way to it may be another.
        What lies in its subscription comes, if that can still be reached.
        """
        self.health = replace(self.health, gap=former.health.gap)
        self._manners, self._telling, self._rest = former._manners, former._telling, former._rest
        self._telling.whose = Whose(dict(self.subject.cameras))
        self._whole_s, point = former._whole_s, former._point
        if point is not None:
            self._whole_s = point.since_s
        if self.subject.place == former.subject.place:
            self._point, former._point = point, None

    async def run(self, after_s: float = 0.0) -> None:
        """Listen, from so many seconds on."""
        await asyncio.sleep(after_s)
        while True:
            self._alive_s = self._means.clocks.monotonic()
            try:
                await self._hold()
            except DeviceFault as fault:
                self._fail(fault)
                await self._wait(fault)

    async def _hold(self) -> None:
        """Listen until it fails, which raises DeviceFault."""
        subject, means = self.subject, self._means
        assert subject.target is not None
        login = means.login_of(subject.cameras[0][1])
        with means.logins.desk(subject.credential, login, subject.target.device_url) as desk:
            talk = means.talks.talk(subject.target, desk)
            try:
                await talk.open()
                await self._subscribe(talk)
                await self._map(talk)
                await self._listen()
            except asyncio.CancelledError:
                await self._take_leave()
                raise
            finally:
                talk.close()

    async def _subscribe(self, talk: Talk) -> None:
        """Find the subscription again, with all that lay in it, or make a new one."""
        if self._point is not None and not self._point.is_over:
            try:
                self._rest = (*self._rest, *await self._point.resume(talk))
            except DeviceFault as fault:
                if is_of_the_way(fault):
                    raise
            else:
                self._fine(None)
                return
        if self._point is not None:
            await self._let_go(self._point)
        point = PullPoint(talk, self._manners, self._means.clocks.monotonic)
        await point.create()
        self._point = point
        self._fine(self._gap())

    async def _let_go(self, point: PullPoint) -> None:
        """It is gone, but for what came out of it."""
        self._whole_s = point.since_s
        await self._take((*self._rest, *point.rest()))
        self._point = None

    async def _map(self, talk: Talk) -> None:
        """Learn which rule belongs to which of many cameras. Where that is not told, it is the first one's."""
        if self._is_mapped or not talk.target.media_url:
            return
        try:
            body = await talk.ask(talk.calls.configurations(), talk.target.media_url)
        except DeviceFault as fault:
            if fault.trouble is not Trouble.LOGIN and is_of_the_way(fault):
                raise
        else:
            self._telling.whose = Whose(dict(self.subject.cameras), read_configurations(body))
        self._is_mapped = True

    async def _listen(self) -> None:
        point = self._point
        assert point is not None
        try:
            while True:
                self._note_loss(point)
                await self._take(self._rest)
                self._rest = await point.next()
        except DeviceFault as fault:
            self._whole_s = point.whole_s
            if not (is_of_the_way(fault) or has_lost(fault)):
                await self._let_go(point)
            raise

    async def _take(self, told: tuple[Notification, ...]) -> None:
        """Hand on what is news, and ask for more once that is on the disk. Where the disk hangs, the device must not be
        left alone for long: it would forget us.
        """
        self._rest = ()
        if not told:
            return
        signals = (*self._first_words(told), *self._telling.signals(told, self._means.clocks.unix()))
        if signals:
            kept = asyncio.wrap_future(self._means.receive(signals))
            await asyncio.wait([kept], timeout=_KEPT_WITHIN_S)

    def _note_loss(self, point: PullPoint) -> None:
        """An answer was lost on the way, or one that was to be exchanged was gone already."""
        lost_s, point.lost_s = point.lost_s, None
        if lost_s is not None:
            self._fine(Gap(self._unix_of(lost_s), self._means.clocks.unix()))

    def _first_words(self, told: tuple[Notification, ...]) -> Sequence[Signal]:
        """Of a subscription in the place of a silent one: where it stands otherwise than was known, that one was dead.
        What is told here is no news any more.
        """
        assert self._point is not None
        silent_since_s, self._point.doubted_s = self._point.doubted_s, None
        if silent_since_s is None:
            return ()
        standing = [each for each in told if each.operation is Operation.INITIALIZED]
        signals = self._telling.signals(standing, self._means.clocks.unix())
        if signals:
            self._point.find_dead()
            self._fine(Gap(self._unix_of(silent_since_s), self._means.clocks.unix()))
        return signals

    async def _take_leave(self) -> None:
        if self._point is not None:
            with suppress(DeviceFault, TimeoutError):
                async with asyncio.timeout(_LEAVE_WITHIN_S):
                    await self._point.end()

    # -- how it stands

    def _fine(self, gap: Gap | None) -> None:
        if gap is not None:
            self._means.receive((self._missed(gap),))
        is_new = self.health.hearing is not Hearing.FINE or gap is not None
        since_s = self._means.clocks.unix() if is_new else self.health.since_s
        self.health = SubscriptionHealth(Hearing.FINE, since_s, gap=gap or self.health.gap)
        self._alive_s = self._means.clocks.monotonic()

    def _missed(self, gap: Gap) -> Signal:
        """For the log, and for who has a rule for it: said of the device's first camera."""
        first = self.subject.cameras[0][1]
        return Signal(Source.WALL, kinds.MISSED, first, gap.until_s, detail=f"{gap.lasts_s:.1f} s")

    def _gap(self) -> Gap | None:
        """None for the first subscription: nobody was listening before."""
        if self._whole_s is None:
            return None
        return Gap(self._unix_of(self._whole_s), self._means.clocks.unix())

    def _fail(self, fault: DeviceFault) -> None:
        """It is told to be dead where it could not be had back at once."""
        is_fine = self.health.hearing is Hearing.FINE
        has_lived = is_fine and self._means.clocks.monotonic() - self._alive_s >= _LIVED_S
        self._failures = 1 if has_lived else self._failures + 1
        if is_fine and self._failures == 1:
            return
        was_dead = self.health.hearing is Hearing.DEAD
        since_s = self.health.since_s if was_dead else self._unix_of(self._whole_s)
        self.health = replace(
            self.health, hearing=Hearing.DEAD, since_s=since_s, trouble=fault.trouble, detail=fault.detail
        )

    def _unix_of(self, monotonic_s: float | None) -> float:
        clocks = self._means.clocks
        return clocks.unix() - (0.0 if monotonic_s is None else clocks.monotonic() - monotonic_s)

    async def _wait(self, fault: DeviceFault) -> None:
        """Before it is tried again."""
        if fault.trouble in _HELD_BACK:
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE_S):
                    await self._means.logins.opened(self.subject.credential, self.subject.place)
        pauses_s = _AGAIN_SLOWLY_S if fault.trouble in _SLOW else AGAIN_S
        pause_s = pauses_s[min(self._failures, len(pauses_s)) - 1]
        await asyncio.sleep(pause_s * self._means.random.uniform(0.75, 1.0))
