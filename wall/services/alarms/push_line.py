"""Sends what waits in the outbox on one way, on a thread of its own: nobody waits for another system."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from wall.model.alarms.activity import Deed
from wall.model.alarms.push import (
    LAST_AGAIN_S,
    REFUSED_AGAIN_S,
    Answer,
    Parcel,
    PushChanged,
    PushHealth,
    SendError,
    Tried,
    again_s,
    told_as_a_test,
)
from wall.model.alarms.ways_out import Way
from wall.model.errors import StoreError
from wall.model.events import Event
from wall.services.alarms.ports import KeepsPushes
from wall.services.db_thread import DbThread

T = TypeVar("T")

_AT_ONCE = 20
_DISK_AGAIN_S = 5.0
_END_WITHIN_S = 1.0


class Sends(Protocol):
    """`wall.intake.caller.Caller`, `wall.intake.broker_link.BrokerLink`."""

    def send(self, body: bytes) -> str:
        """What was answered. Blocks; SendError where it was not taken."""
        ...


@dataclass(frozen=True, slots=True)
class Outbox:
    """Where messages wait, who is told what became of them, and Unix time. `log` writes into an alarm's record, any
    thread.
    """

    db: DbThread
    store: KeepsPushes
    log: Callable[[int, Deed, str], object]
    publish: Callable[[Event], None]
    unix: Callable[[], float]


class PushLine:
    """`start`, `wake` it when there is something new, `stop`. What was sent and not noted before a crash is sent again:
    at least once, with the same id.
    """

    def __init__(self, way: Way, sender: Sends, outbox: Outbox, again: Callable[[int], float] = again_s) -> None:
        self._sender = sender
        self._outbox = outbox
        self._again = again
        self._bell = threading.Event()
        self._is_ending = False
        self._failures = 0
        """In a row, of the way itself: it cannot be reached, or refuses us."""
        self._not_before_s = 0.0
        self._thread = threading.Thread(target=self._run, name=f"push {way.value}", daemon=True)
        self.health = PushHealth(way, is_on=True)

    def start(self) -> None:
        """Go on with what waits."""
        self._thread.start()

    def wake(self) -> None:
        """There is something new. Any thread."""
        self._bell.set()

    def stop(self) -> None:
        """What is being sent now may still be. Blocks, a second at most."""
        self._is_ending = True
        self._bell.set()
        self._thread.join(_END_WITHIN_S)

    # -- on its thread

    def _run(self) -> None:
        while not self._is_ending:
            try:
                wait_s = self._round()
            except StoreError:
                wait_s = _DISK_AGAIN_S
            except CancelledError:
                return  # The disk is closed.
            self._bell.wait(wait_s)
            self._bell.clear()

    def _round(self) -> float | None:
        """Send what is due. For how long nothing is; None: until something new comes."""
        while not self._is_ending:
            now_s = self._outbox.unix()
            parcels = self._ask(lambda: tuple(self._outbox.store.waiting(self.health.way, _AT_ONCE)))
            if not parcels:
                self._tell(waiting=0)
                return None
            stale = [each for each in parcels if each.is_stale(now_s)]
            for each in stale:
                self._give_up(each)
            ready = [each for each in parcels if each not in stale and each.is_due(now_s)]
            wait_s = self._not_before_s - now_s
            if 0 < wait_s <= LAST_AGAIN_S:  # A clock that was set back holds nothing up.
                if not stale:
                    self._tell(waiting=self._count())
                    return wait_s
            elif ready:
                self._send_all(ready)
            elif not stale:
                self._tell(waiting=self._count())
                return min(LAST_AGAIN_S, max(0.1, min(each.next_s for each in parcels) - now_s))
        return None

    def _send_all(self, parcels: list[Parcel]) -> None:
        """One after the other, until the way itself fails."""
        for each in parcels:
            if self._is_ending or not self._send(each):
                return

    def _send(self, parcel: Parcel) -> bool:
        """False where the next one need not be tried now."""
        try:
            answer = Tried(Answer.TAKEN, self._sender.send(parcel.body.encode()))
        except SendError as error:
            return self._put_off(parcel, error.tried)
        self._failures, self._not_before_s = 0, 0.0
        self._ask(lambda: self._outbox.store.end((parcel.parcel_id,), self._outbox.unix()))
        self._outbox.log(parcel.alarm_id, Deed.PUSHED, self.health.way.value)
        self._tell(last=answer, sent=self.health.sent + 1, waiting=self._count())
        return True

    def _put_off(self, parcel: Parcel, why: Tried) -> bool:
        """What is not taken waits alone; where the way itself fails, all wait."""
        now_s, tries = self._outbox.unix(), parcel.tries + 1
        is_its_own = why.answer is Answer.REJECTED
        if not is_its_own:
            self._failures += 1
            wait_s = REFUSED_AGAIN_S if why.answer is Answer.REFUSED else self._again(self._failures)
            self._not_before_s = now_s + wait_s
        next_s = now_s + self._again(tries) if is_its_own else parcel.next_s
        self._ask(lambda: self._outbox.store.postpone(parcel.parcel_id, tries, next_s))
        self._tell(last=why, waiting=self._count())
        return is_its_own

    def _give_up(self, parcel: Parcel) -> None:
        self._ask(lambda: self._outbox.store.end((parcel.parcel_id,), self._outbox.unix()))
        why = f": {self.health.last.detail}" if self.health.last and self.health.last.detail else ""
        self._outbox.log(parcel.alarm_id, Deed.PUSH_LOST, f"{self.health.way.value}, {parcel.tries}×{why}")
        self._tell(given_up=self.health.given_up + 1, waiting=self._count())

    def _count(self) -> int:
        return self._ask(lambda: self._outbox.store.count(self.health.way))

    def _ask(self, job: Callable[[], T]) -> T:
        return self._outbox.db.ask(job).result()

    def _tell(self, last: Tried | None = None, **changes: int) -> None:
        told = {"last": last, "last_s": self._outbox.unix()} if last is not None else {}
        health = replace(self.health, **changes, **told)  # type: ignore[arg-type]
        if health != self.health:
            self.health = health
            self._outbox.publish(PushChanged(health))


def send_a_test(sender: Sends, now_s: float) -> Tried:
    """What comes of a message of which nothing happened. Blocks."""
    try:
        return Tried(Answer.TAKEN, sender.send(json.dumps(told_as_a_test(now_s), ensure_ascii=False).encode()))
    except SendError as error:
        return error.tried
