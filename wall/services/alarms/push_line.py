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
from wall.model.errors import StoreError
from wall.model.events import Event
from wall.services.alarms.ports import KeepsPushes
from wall.services.db_thread import DbThread

T = TypeVar("T")

_AT_ONCE = 20
_DISK_AGAIN_S = _MISTAKE_AGAIN_S = 5.0
_END_WITHIN_S = 1.0
_ITS_OWN = frozenset({Answer.REJECTED, Answer.MISTAKE})
"""What may be about one message only: others may pass."""
_FOR_LONG = frozenset({Answer.REFUSED, Answer.LOCKED})
"""What only a person can change."""


class Sends(Protocol):
    """`wall.intake.caller.Caller`, `wall.intake.broker_link.BrokerLink`."""

    def send(self, body: bytes) -> str:
        """What was answered. Blocks; SendError where it was not taken."""
        ...


@dataclass(frozen=True, slots=True)
class Outbox:
    """Where messages wait, who is told what became of them, and Unix time. `log` writes into an alarm's record, on the
    db thread.
    """

    db: DbThread
    store: KeepsPushes
    log: Callable[[int, Deed, str], None]
    publish: Callable[[Event], None]
    unix: Callable[[], float]
    on_duty: Callable[[], str] = str
    """Who is at the desk."""


class PushLine:
    """`start`, `wake` it when there is something new, `stop`. What was sent and not noted before a crash is sent again:
    at least once, with the same id. While a disk does not let it be noted nothing else is sent.

    A mistake of the program itself is told as what came of the last message, and to the crash handler, without its
    words, which might quote a secret; then the line goes on.
    """

    def __init__(
        self, sender: Sends, outbox: Outbox, former: PushHealth, again: Callable[[int], float] = again_s
    ) -> None:
        """`former` is how its way stood before: its counts go on."""
        self._sender = sender
        self._outbox = outbox
        self._again = again
        self._bell = threading.Event()
        self._ending = threading.Event()
        self._failures = 0
        """In a row, of the way itself: it cannot be reached, or refuses us."""
        self._not_before_s = 0.0
        self._unnoted: list[tuple[Parcel, Tried]] = []
        """They were sent, and the disk does not know."""
        self.health = PushHealth(former.way, is_on=True, sent=former.sent, given_up=former.given_up)
        self._thread = threading.Thread(target=self._run, name=f"push {former.way.value}", daemon=True)

    def start(self) -> None:
        """Go on with what waits."""
        self._thread.start()

    def wake(self) -> None:
        """There is something new. Any thread."""
        self._bell.set()

    def stop(self) -> None:
        """What is being sent now may still be. Blocks, a second at most."""
        self._ending.set()
        self._bell.set()
        self._thread.join(_END_WITHIN_S)

    # -- on its thread

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                wait_s = self._round()
            except StoreError:
                wait_s = _DISK_AGAIN_S
            except CancelledError:
                return  # The disk is closed.
            except Exception as error:
                self._tell(last=self._mistake(error))
                self._ending.wait(_MISTAKE_AGAIN_S)  # However much comes meanwhile.
                continue
            self._bell.wait(wait_s)
            self._bell.clear()

    def _round(self) -> float | None:
        """Send what is due. For how long nothing is; None: until something new comes."""
        self._note_sent()
        while not self._ending.is_set():
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
            if self._ending.is_set() or not self._send(each):
                return

    def _send(self, parcel: Parcel) -> bool:
        """False where the next one need not be tried now."""
        try:
            answer = Tried(Answer.TAKEN, self._sender.send(parcel.body.encode()))
        except SendError as error:
            return self._put_off(parcel, error.tried)
        except Exception as error:
            return self._put_off(parcel, self._mistake(error))
        self._failures, self._not_before_s = 0, 0.0
        self._unnoted.append((parcel, answer))
        self._note_sent()
        return True

    def _note_sent(self) -> None:
        while self._unnoted:
            parcel, answer = self._unnoted[0]
            self._end(parcel, Deed.PUSHED_AGAIN if parcel.level else Deed.PUSHED, self.health.way.value)
            del self._unnoted[0]
            self._tell(last=answer, sent=self.health.sent + 1, waiting=self._count())

    def _put_off(self, parcel: Parcel, why: Tried) -> bool:
        """What is not taken waits alone; where the way itself fails, all wait."""
        now_s, tries = self._outbox.unix(), parcel.tries + 1
        is_its_own = why.answer in _ITS_OWN
        if not is_its_own:
            self._failures += 1
            wait_s = REFUSED_AGAIN_S if why.answer in _FOR_LONG else self._again(self._failures)
            self._not_before_s = now_s + wait_s
        next_s = now_s + self._again(tries) if is_its_own else parcel.next_s
        self._ask(lambda: self._outbox.store.postpone(parcel.parcel_id, tries, next_s))
        self._tell(last=why, waiting=self._count())
        return is_its_own

    def _give_up(self, parcel: Parcel) -> None:
        why = f": {self.health.last.detail}" if self.health.last and self.health.last.detail else ""
        self._end(parcel, Deed.PUSH_LOST, f"{self.health.way.value}, {parcel.tries}×{why}")
        self._tell(given_up=self.health.given_up + 1, waiting=self._count())

    def _end(self, parcel: Parcel, deed: Deed, text: str) -> None:
        """It waits no more, and its alarm's record says why."""

        def end() -> None:
            self._outbox.store.end((parcel.parcel_id,), self._outbox.unix())
            self._outbox.log(parcel.alarm_id, deed, text)

        self._ask(end)

    def _count(self) -> int:
        return self._ask(lambda: self._outbox.store.count(self.health.way))

    def _ask(self, job: Callable[[], T]) -> T:
        return self._outbox.db.ask(job).result()

    def _mistake(self, error: Exception) -> Tried:
        """What nobody foresaw: to the crash handler, each once."""
        told = Tried(Answer.MISTAKE, type(error).__name__)
        if told != self.health.last and not self._ending.is_set():
            mistake = RuntimeError(f"{told.detail} where the supervisor was told by {self.health.way.value}")
            threading.excepthook(threading.ExceptHookArgs((RuntimeError, mistake, error.__traceback__, self._thread)))
        return told

    def _tell(self, last: Tried | None = None, **changes: int) -> None:
        told = {"last": last, "last_s": self._outbox.unix()} if last is not None else {}
        health = replace(self.health, **changes, **told)  # type: ignore[arg-type]
        if health != self.health and not self._ending.is_set():  # Then another line speaks for this way.
            self.health = health
            self._outbox.publish(PushChanged(health))


class Barred:
    """Stands for a way that is wanted and cannot be used as the program runs now: what is to be sent there waits."""

    def __init__(self, answer: Answer, detail: str) -> None:
        self._why = (answer, detail)

    def send(self, body: bytes) -> str:
        """Never taken."""
        raise SendError(*self._why)


def send_a_test(sender: Sends, now_s: float) -> Tried:
    """What comes of a message of which nothing happened. Blocks."""
    try:
        return Tried(Answer.TAKEN, sender.send(json.dumps(told_as_a_test(now_s), ensure_ascii=False).encode()))
    except SendError as error:
        return error.tried
