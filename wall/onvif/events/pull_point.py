"""One subscription that is alive, or raises the fault of which it died.

It is renewed at half of its time, waited at in long polls, and asked to prove that it lives where it has been silent: a
device that reboots, or loses count, may go on answering with nothing for ever. It is then told to say how everything
stands (SetSynchronizationPoint, ONVIF Core, section 9), and that must come. Who does not know that question is
subscribed to anew instead, before the former subscription is let go.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import ceil

from wall.model.device import Trouble
from wall.onvif.events.calls import MOST_AT_ONCE
from wall.onvif.events.created import Reference, read_lasts_s, read_reference
from wall.onvif.events.manners import Manners
from wall.onvif.events.notification import Notification
from wall.onvif.events.talk import Talk, is_of_the_way
from wall.onvif.faults import DeviceFault

QUIET_S = 8.0
"""After so long without a word it must prove that it lives."""
PROOF_S = 3
"""So long that takes at most."""
WAIT_S = 8
"""The longest poll."""
UNPROVABLE_S = 12.0
"""One that cannot prove it is exchanged after so long without a word: a dead one is not missed for longer."""
_GATHER_S = 0.04
"""After something came: what comes within this time is one answer, which spares asking for each."""
_BREATH_S = 0.5
"""After a poll that did not wait although it had nothing to say."""
_MOST_DRAINED = 5


class PullPoint:
    """Event-loop thread only. `clock` is monotonic seconds.

    `proven_s` is when something came last, `whole_s` until when nothing that happened is missing. `doubted_s`: since
    when the former one, exchanged for its silence, said nothing; `lost_s`: since when what happened is lost, as
    the former one was gone when it was to be emptied. Whoever takes note of them sets them to None.
    """

    def __init__(self, talk: Talk, manners: Manners, clock: Callable[[], float]) -> None:
        self._talk = talk
        self._manners = manners
        self._clock = clock
        self._reference = Reference(talk.target.events_url)
        self._renew_s = self._ends_s = self.proven_s = self.whole_s = clock()
        self.doubted_s: float | None = None
        self.lost_s: float | None = None
        self._known: frozenset[Notification] = frozenset()
        self._pause_s = 0.0
        """Before the next poll."""

    @property
    def is_over(self) -> bool:
        """Has its time run out, as far as the device told?"""
        return self._clock() >= self._ends_s

    async def create(self) -> None:
        """Subscribe. DeviceFault where the device does not let us."""
        asked_s = self._manners.asked_s
        body = await self._talk.ask(self._talk.calls.create(asked_s), self._talk.target.events_url)
        self._reference = read_reference(body, self._talk.target.events_url)
        self.proven_s = self.whole_s = self._clock()
        self._lasts(read_lasts_s(body, asked_s))

    async def resume(self, talk: Talk) -> tuple[Notification, ...]:
        """Go on with it in another conversation, if it is still there. What lay there comes with it."""
        self._talk = talk
        return await self._prove() if self._manners.is_provable else await self._pull(1)

    async def next(self) -> tuple[Notification, ...]:
        """What has come, perhaps nothing; within `WAIT_S` and a little."""
        now_s = self._clock()
        if now_s >= self._renew_s:
            drained = await self._renew()
            if drained:
                return drained
        if now_s - self.proven_s >= QUIET_S:
            if self._manners.is_provable:
                return await self._prove()
            if now_s - self.proven_s >= UNPROVABLE_S:
                return await self._replace()
        quiet_s = QUIET_S if self._manners.is_provable else UNPROVABLE_S
        left_s = min(QUIET_S, self._renew_s - now_s, self.proven_s + quiet_s - now_s)
        return await self._pull(min(WAIT_S, max(1, ceil(left_s))))

    async def end(self) -> None:
        """Take leave: a device has few subscriptions to give. DeviceFault where it takes no notice."""
        await self._talk.ask_at(self._reference, self._talk.calls.unsubscribe())

    async def _pull(self, wait_s: int) -> tuple[Notification, ...]:
        pause_s, self._pause_s = self._pause_s, 0.0
        if pause_s:
            await asyncio.sleep(pause_s)
        began_s = self._clock()
        told = await self._talk.pull(self._reference, wait_s)
        self.whole_s = self._clock()
        if told:
            self.proven_s = self.whole_s
            self._pause_s = _GATHER_S if len(told) < MOST_AT_ONCE else 0.0
            return self._without_known(told)
        self._pause_s = _BREATH_S if self.whole_s - began_s < min(_BREATH_S, wait_s) else 0.0
        return ()

    async def _prove(self) -> tuple[Notification, ...]:
        """Have it say how everything stands. DeviceFault where it does not any more; who never did gets another one."""
        asked_s = self._clock()
        try:
            await self._talk.ask_at(self._reference, self._talk.calls.synchronize())
            told = await self._pull(PROOF_S)
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._manners.silent()
            if fault.trouble is Trouble.UNSUPPORTED:
                self._manners.cannot_prove()
                return await self._replace()
            raise
        if self.proven_s < asked_s:
            self._manners.silent()
            if not self._manners.has_proven:
                return await self._replace()
            self.whole_s = self.proven_s
            raise DeviceFault(Trouble.INCOMPLETE, "the subscription answers, and has nothing to say any more")
        self._manners.proven()
        return told

    async def _renew(self) -> tuple[Notification, ...]:
        """Let it last longer. Where the device will not do that, another one takes its place: what lay in it comes."""
        if not self._manners.renews:
            return await self._exchange()
        asked_s = self._manners.asked_s
        try:
            body = await self._talk.ask_at(self._reference, self._talk.calls.renew(asked_s))
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._manners.renewed(went_well=False)
            return await self._exchange()
        self._manners.renewed(went_well=True)
        self.whole_s = self._clock()
        self._lasts(read_lasts_s(body, asked_s))
        return ()

    async def _replace(self) -> tuple[Notification, ...]:
        """Another one for one that has been silent: it may be dead, and nothing but its successor's words tells."""
        silent_since_s = self.proven_s if self.doubted_s is None else self.doubted_s
        drained = await self._exchange()
        self.doubted_s = None if drained else silent_since_s
        return drained

    async def _exchange(self) -> tuple[Notification, ...]:
        """Subscribe anew, then empty the former one and give it back: nothing lies between the two. What comes in both
        is told once.
        """
        former, whole_s = self._reference, self.whole_s
        try:
            await self.create()
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            drained = await self._drain(former)  # Perhaps it has but one to give.
            await self.create()
        else:
            drained = await self._drain(former)
            self._known = frozenset(drained or ())
        if drained is None:
            self.lost_s = whole_s
        return drained or ()

    async def _drain(self, former: Reference) -> tuple[Notification, ...] | None:
        """All that lies in a subscription that is not needed any more. None where it is gone, and all that with it."""
        drained: list[Notification] | None = None
        try:
            for _ in range(_MOST_DRAINED):
                told = await self._talk.pull(former, 0)
                drained = [*(drained or ()), *told]
                if len(told) < MOST_AT_ONCE:
                    break
            await self._talk.ask_at(former, self._talk.calls.unsubscribe())
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
        return None if drained is None else tuple(drained)

    def _without_known(self, told: tuple[Notification, ...]) -> tuple[Notification, ...]:
        known, self._known = self._known, frozenset()
        return tuple(each for each in told if each not in known) if known else told

    def _lasts(self, lasts_s: float) -> None:
        now_s = self._clock()
        self._ends_s = now_s + lasts_s
        asks_again = self._manners.told(lasts_s)
        self._renew_s = now_s if asks_again else now_s + lasts_s / 2
