"""One subscription that is alive, or raises the fault of which it died.

It is renewed at half of its time, waited at in long polls, and asked to prove that it lives where it has been silent: a
device that reboots, or loses count, may go on answering with nothing for ever. It is then told to say how everything
stands (SetSynchronizationPoint, ONVIF Core, section 9), and that must come. Who does not know that question, or says
nothing then, is subscribed to anew, before the former subscription is emptied and let go.

What a poll hands out comes but once: where its answer does not arrive whole, what happened since the last one may be
missing, and that is said (`lost_s`). How everything stands is asked for then.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from math import ceil

from wall.model.device import Trouble
from wall.onvif.events.calls import MOST_AT_ONCE
from wall.onvif.events.created import Reference, read_lasts_s, read_reference
from wall.onvif.events.manners import Manners
from wall.onvif.events.notification import Notification, Operation
from wall.onvif.events.talk import Talk, has_lost, is_of_the_way
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
_COMPARE_S = 1
"""So long a former one has for what its successor was told."""
_AT_ONCE_S = 0.5
_BREATH_S = 0.5
"""After a poll that did not wait although it had nothing to say."""
_MOST_DRAINED = 20
"""Answers. Some devices say but one thing in each, some say the same for ever."""


class PullPoint:
    """Event-loop thread only. `clock` is monotonic seconds.

    `proven_s` is when something came last, `whole_s` when a whole answer came last: until then nothing is missing but
    what `lost_s` says. `doubted_s`: since when the former one, exchanged for its silence, said nothing. `lost_s`: since
    when something that happened may be lost. Whoever takes note of the two sets them to None.
    """

    def __init__(self, talk: Talk, manners: Manners, clock: Callable[[], float]) -> None:
        self._talk = talk
        self._manners = manners
        self._clock = clock
        self._reference = Reference(talk.target.events_url)
        self._renew_s = self._ends_s = self.proven_s = self.whole_s = clock()
        self.doubted_s: float | None = None
        self.lost_s: float | None = None
        self._suspected_s: float | None = None
        """Since when a former one said nothing, of a device of which nobody knows yet whether it would have."""
        self._asks_after_s: float | None = None
        """Where that cannot be compared: once something came later than this, ask whether this one would have."""
        self._is_under_way = False
        """Has a poll gone out, and no whole answer come?"""
        self._former: Reference | None = None
        """One that was exchanged and must be emptied."""
        self._former_whole_s = 0.0
        self._compared: Reference | None = None
        """One that was exchanged for its silence and emptied: is it told what happens next?"""
        self._compared_since_s: float | None = None
        """Since when it said nothing; None where it is known what that was."""
        self._last_told: tuple[Notification, ...] = ()
        """In the last answer, and more than how things stand."""
        self._left: list[Notification] = []
        """What was told by it alone."""
        self._is_given_back = False
        """Was the former one the only one that the device has to give?"""
        self._known: Counter[Notification] = Counter()
        """What the former one has said, and this one may say as well."""
        self._pause_s = 0.0
        """Before the next poll."""

    @property
    def is_over(self) -> bool:
        """Has its time run out, as far as the device told?"""
        return self._clock() >= self._ends_s

    @property
    def since_s(self) -> float:
        """Since when something may be missing, now that it is gone."""
        return self.whole_s if self.lost_s is None else self.lost_s

    async def create(self) -> None:
        """Subscribe. DeviceFault where the device does not let us."""
        asked_s = self._manners.asked_s
        body = await self._talk.ask(self._talk.calls.create(asked_s), self._talk.target.events_url)
        self._reference = read_reference(body, self._talk.target.events_url)
        self.proven_s = self.whole_s = self._clock()
        self._lasts(read_lasts_s(body, asked_s))

    async def resume(self, talk: Talk) -> tuple[Notification, ...]:
        """Go on with it in another conversation, if it is still there. What lay there comes with it. Where an answer
        was lost on the way, how everything stands is learnt.
        """
        self._talk = talk
        has_lost_answer, self._is_under_way = self._is_under_way, False
        if has_lost_answer:
            self._lose(self.whole_s if self._former is None else self._former_whole_s)
        if self._former is not None:
            await self._empty(self._former)
        told: tuple[Notification, ...] = ()
        if self._is_given_back:
            await self._begin_anew()
        elif self._manners.is_provable:
            told = await self._prove()
        else:
            told = await (self._exchange() if has_lost_answer else self._pull(1))
        return (*self.rest(), *told)

    def rest(self) -> tuple[Notification, ...]:
        """What came out of a former one and was not given yet: for who lets go of this one."""
        left, self._left = tuple(self._left), []
        return left

    async def next(self) -> tuple[Notification, ...]:
        """What has come, perhaps nothing; within `WAIT_S` and a little."""
        if self._is_given_back:
            await self._begin_anew()
        if self._compared is not None and self._last_told:
            await self._compare(self._compared)
            if self._left:
                return self.rest()
        now_s = self._clock()
        if now_s >= self._renew_s:
            drained = await self._renew()
            if drained or self._is_given_back:
                return drained
        if self._asks_after_s is not None and self.proven_s > self._asks_after_s:
            self._asks_after_s = None
            return await self._prove()
        if now_s - self.proven_s >= QUIET_S:
            if self._manners.is_provable:
                return await self._prove()
            if now_s - self.proven_s >= UNPROVABLE_S:
                return await self._replace(is_dead=False)
        quiet_s = QUIET_S if self._manners.is_provable else UNPROVABLE_S
        left_s = min(QUIET_S, self._renew_s - now_s, self.proven_s + quiet_s - now_s)
        return await self._pull(min(WAIT_S, max(1, ceil(left_s))))

    async def end(self) -> None:
        """Take leave: a device has few subscriptions to give. DeviceFault where it takes no notice."""
        await self._leave_compared()
        await self._talk.ask_at(self._reference, self._talk.calls.unsubscribe())

    async def _pull(self, wait_s: int) -> tuple[Notification, ...]:
        pause_s, self._pause_s = self._pause_s, 0.0
        if pause_s:
            await asyncio.sleep(pause_s)
        began_s = self._clock()
        told = await self._ask(self._reference, wait_s)
        self.whole_s = self._clock()
        self._last_told = _happenings(told)
        if told:
            self.proven_s = self.whole_s
            self._pause_s = _GATHER_S if len(told) < MOST_AT_ONCE else 0.0
            return self._without_known(told)
        self._known.clear()
        self._pause_s = _BREATH_S if self.whole_s - began_s < min(_BREATH_S, wait_s) else 0.0
        return ()

    async def _ask(self, reference: Reference, wait_s: int) -> tuple[Notification, ...]:
        """Have handed out what has come. Cancelled, too, the answer may be on its way."""
        if not self._manners.keeps_connections:
            self._talk.hang_up()
        self._is_under_way, began_s = True, self._clock()
        try:
            told = await self._talk.pull(reference, wait_s)
        except DeviceFault as fault:
            self._is_under_way = has_lost(fault)
            if fault.trouble is Trouble.UNREACHABLE and self._is_under_way and self._clock() - began_s < _AT_ONCE_S:
                self._manners.ended()
            raise
        self._is_under_way = False
        self._manners.most_given = max(self._manners.most_given, len(told))
        return told

    async def _prove(self) -> tuple[Notification, ...]:
        """Have it say how everything stands. Who does not gets another one: it is dead where it once did, else perhaps.
        What happens to come meanwhile proves that it lives, and not that it answers the question.
        """
        asked_s, is_dead = self._clock(), self._manners.has_proven
        try:
            await self._talk.ask_at(self._reference, self._talk.calls.synchronize())
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._manners.silent()
            if fault.trouble is Trouble.UNSUPPORTED:
                self._manners.cannot_prove()
            return await self._replace(is_dead=False)
        told = await self._pull(PROOF_S)
        if any(each.operation is Operation.INITIALIZED for each in told):
            self._manners.proven()
            self._find_suspicion_true()
        elif self.proven_s < asked_s:
            self._manners.silent()
            silent_since_s = self.proven_s
            drained = await self._replace(is_dead=is_dead)
            self._suspected_s = None if drained or is_dead else silent_since_s
            is_alone = self._suspected_s is not None and self._compared is None
            self._asks_after_s = self.proven_s if is_alone and self._manners.is_provable else None
            return drained
        return told

    def _find_suspicion_true(self) -> None:
        """It says how everything stands when it is asked: the one that did not was dead."""
        if self._suspected_s is not None:
            self._lose(self._suspected_s)
            self._suspected_s = self._compared_since_s = None

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

    async def _replace(self, *, is_dead: bool) -> tuple[Notification, ...]:
        """Another one for one that has been silent. Where it is not known to be dead, its successor's first words may
        tell that it was, or that it is not told what its successor is.
        """
        silent_since_s = self.proven_s if self.doubted_s is None else self.doubted_s
        await self._leave_compared()
        self._compared_since_s = self.proven_s
        drained = await self._exchange(is_compared=not is_dead and self._manners.tells_both)
        self.doubted_s = None if drained or is_dead else silent_since_s
        if is_dead and not drained:
            self._lose(silent_since_s)
        return drained

    async def _compare(self, former: Reference) -> None:
        """Something has happened: who was told nothing of it was dead, and for how long nobody knows. What it was told
        and its successor was not is kept: that comes there, too, later, or never where the device has but one list.
        """
        self._compared = None
        try:
            told = await self._ask(former, _COMPARE_S)
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._is_under_way = False
            return
        self._manners.compared(is_told=bool(told))
        if not told and self._compared_since_s is not None:
            self._lose(self._compared_since_s)
            self._suspected_s = None
        untold = tuple((Counter(told) - Counter(self._last_told)).elements())
        self._left.extend(untold)
        self._known += Counter(_happenings(untold))
        await self._leave(former)

    async def _leave_compared(self) -> None:
        """It has shown what it had to show, or had the time for it."""
        former, self._compared = self._compared, None
        if former is not None:
            await self._leave(former)

    async def _exchange(self, *, is_compared: bool = False) -> tuple[Notification, ...]:
        """Subscribe anew, then empty the former one and give it back: nothing lies between the two. What comes in both
        is told once. Some devices give the same again: to give that back would end it.
        """
        former, former_whole_s = self._reference, self.whole_s
        try:
            await self.create()
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._is_given_back = True  # Perhaps it has but one to give.
        if self._is_given_back or self._reference != former:
            self._former, self._former_whole_s = former, former_whole_s
            await self._empty(former, is_compared=is_compared)
        self.proven_s = self._clock()  # However long that took, the new one has not been listened to yet.
        return self.rest()

    async def _begin_anew(self) -> None:
        """After the only one that the device has to give was given back: what happens in between nobody hears."""
        self._lose(self.whole_s)
        await self.create()
        self._is_given_back = False

    async def _empty(self, former: Reference, *, is_compared: bool = False) -> None:
        """Take all that lies in a subscription that is not needed any more, and let go of it; where it said nothing and
        is to be compared, later. Perhaps it is gone, and all that with it.
        """
        is_emptied = await self._is_emptied(former)
        if not is_emptied:
            self._lose(self._former_whole_s)
        self._former = None
        if self._is_given_back:
            self.whole_s = self._clock()
        else:
            self._known = Counter(_happenings(self._left))
        if is_compared and is_emptied and not self._left and not self._is_given_back:
            self._compared = former
        else:
            await self._leave(former)

    async def _leave(self, former: Reference) -> None:
        try:
            await self._talk.ask_at(former, self._talk.calls.unsubscribe())
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise

    def find_dead(self) -> None:
        """Its first words say that the former one was: nothing has to show that any more."""
        self._compared_since_s = None

    async def _is_emptied(self, former: Reference) -> bool:
        try:
            for _ in range(_MOST_DRAINED):
                told = await self._ask(former, 0)
                self._left.extend(self._without_known(told))
                if len(told) < self._manners.most_given:
                    return True
        except DeviceFault as fault:
            if is_of_the_way(fault):
                raise
            self._is_under_way = False
        return False

    def _without_known(self, told: tuple[Notification, ...]) -> tuple[Notification, ...]:
        """Without what the former one has said already: that comes first, after how everything stands. What has no time
        is known only where it is in the first answer: later it may be another happening.
        """
        if not self._known:
            return told
        news = tuple(each for each in told if not self._is_known(each))
        self._known = Counter({each: times for each, times in self._known.items() if each.told_s is not None})
        return news

    def _is_known(self, notification: Notification) -> bool:
        if notification.operation is Operation.INITIALIZED or not self._known:
            return False
        if not self._known[notification]:
            self._known.clear()
            return False
        self._known[notification] -= 1
        return True

    def _lose(self, since_s: float) -> None:
        self.lost_s = since_s if self.lost_s is None else min(self.lost_s, since_s)

    def _lasts(self, lasts_s: float) -> None:
        now_s = self._clock()
        self._ends_s = now_s + lasts_s
        asks_again = self._manners.told(lasts_s)
        self._renew_s = now_s if asks_again else now_s + lasts_s / 2


def _happenings(told: Iterable[Notification]) -> tuple[Notification, ...]:
    return tuple(each for each in told if each.operation is not Operation.INITIALIZED)
