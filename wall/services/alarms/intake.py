"""Takes in what sources say: sorted and kept in one step, told of afterwards. Nothing is shown that is not on the disk,
and nothing is acknowledged to its source before.

While the disk does not take it, all that came waits in memory, its sources are not told that we have it, and every
second it is tried again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from math import isfinite
from threading import Lock

from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.signal import Signal
from wall.model.alarms.sorting import Sorter
from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.services.alarms.ports import KeepsAlarms
from wall.services.db_thread import DbThread

_WORK = "keep alarms"
_AT_ONCE = 500
"""So many signals in one step; what else the disk has to do comes in between."""
_MOST_TEXT = 4000
_LARGEST = 2**63 - 1

_Told = tuple[tuple[Signal, ...], "Future[None]"]


class Intake:
    """`receive` and `tick` on any thread, all else on the db thread, where `publish` is called, too."""

    def __init__(
        self,
        db: DbThread,
        store: KeepsAlarms,
        sorter: Sorter,
        publish: Callable[[Event], None],
        unix: Callable[[], float],
    ) -> None:
        self.sorter = sorter
        self._db = db
        self._store = store
        self._publish = publish
        self._unix = unix
        self._lock = Lock()
        """Over the queue, and whether somebody is on the way to it."""
        self._queue: deque[_Told] = deque()
        self._is_coming = False
        self._is_ticking = False
        self._unkept = Outcome()
        self._owed: list[Future[None]] = []
        """Of those that are in `unkept`."""
        self._has_failed = False
        self.shown = tuple(sorter.cases.alarms)
        """The open alarms as they are on the disk. May be read on any thread."""

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        """See `TakesSignals`."""
        done: Future[None] = Future()
        # Whoever waits for it may give up; what was received is kept all the same.
        done.set_running_or_notify_cancel()
        with self._lock:
            self._queue.append((tuple(self._sound(signal) for signal in signals), done))
        self._come()
        return done

    def tick(self) -> None:
        """Let time pass; about once a second. Returns at once."""
        with self._lock:
            if self._is_ticking:
                return
            self._is_ticking = True
        self._db.work(_WORK, self._pass_time)

    # -- on the db thread

    def resume(self, waiting: Iterable[tuple[int, Signal]]) -> None:
        """Go on with what waited when the program ended."""
        self._unkept.add(self.sorter.resume(waiting))
        self._flush()

    def keep(self, outcome: Outcome, jpeg: bytes = b"") -> None:
        """What an officer did. StoreError where it cannot be kept: then it was not done."""
        self.flush()
        self._store.keep(outcome, jpeg)
        for alarm in outcome.alarms.values():
            self.sorter.cases.alarms.put(alarm)
        self._tell(outcome.alarms.values())

    def flush(self) -> None:
        """StoreError where what came is still not kept."""
        if not self._flush():
            raise StoreError("what came before cannot be kept yet")

    def put(self, outcome: Outcome) -> None:
        """What else has become of something: kept now, or as soon as it can be."""
        self._unkept.add(outcome)
        self._flush()

    def _come(self) -> None:
        with self._lock:
            if self._is_coming:
                return
            self._is_coming = True
        self._db.work(_WORK, self._drain)

    def _drain(self) -> None:
        with self._lock:
            self._is_coming = False
            told = self._next()
        try:
            if told:
                self._sort([signal for signals, _ in told for signal in signals])
        except StoreError as error:
            self._put_back(told, error)
            return
        except BaseException as error:
            for _, done in told:
                done.set_exception(error)
            raise
        self._owed.extend(done for _, done in told)
        self._flush()
        if self._queue:
            self._come()

    def _put_back(self, told: list[_Told], error: StoreError) -> None:
        """What could not even be looked up is sorted later: with the next that come, or the next second."""
        with self._lock:
            self._queue.extendleft(reversed(told))
        self._fail(error)

    def _next(self) -> list[_Told]:
        """Whole parcels, as they came, up to about so many signals."""
        found: list[_Told] = []
        many = 0
        while self._queue and many < _AT_ONCE:
            found.append(self._queue.popleft())
            many += len(found[-1][0])
        return found

    def _sort(self, signals: Sequence[Signal]) -> None:
        self._catch_up()
        self._unkept.add(self.sorter.sort(self._news(signals)))

    def _catch_up(self) -> None:
        """Another program may have kept alarms in the same file: its ids are taken."""
        last_alarm, last_signal = self._store.last_ids()
        self.sorter.cases.last_id = max(self.sorter.cases.last_id, last_alarm)
        self.sorter.last_signal = max(self.sorter.last_signal, last_signal)

    def _news(self, signals: Sequence[Signal]) -> Iterable[Signal]:
        """Those that were not said before: a source that was not sure says it twice."""
        known = set(self._store.known([(signal.source, signal.key) for signal in signals if signal.key]))
        known.update((filed.signal.source, filed.signal.key) for filed in self._unkept.filed.values())
        for signal in signals:
            if not signal.key or (signal.source, signal.key) not in known:
                known.add((signal.source, signal.key))
                yield signal

    def _pass_time(self) -> None:
        with self._lock:
            self._is_ticking = False
        try:
            self._catch_up()
        except StoreError as error:
            self._fail(error)
            return
        self._unkept.add(self.sorter.pass_time(self._unix()))
        if self._flush() and self._queue:
            self._come()

    def _flush(self) -> bool:
        """Keep what is not kept yet, and tell of it. False where the disk does not take it."""
        try:
            if not self._unkept.is_empty:
                self._store.keep(self._unkept)
        except StoreError as error:
            self._fail(error)
            return False
        self._has_failed = False
        kept, self._unkept = self._unkept, Outcome()
        owed, self._owed = self._owed, []
        self._tell(kept.alarms.values())
        for done in owed:
            done.set_result(None)
        return True

    def _fail(self, error: StoreError) -> None:
        """Told once, until it is well again."""
        if not self._has_failed:
            self._publish(WorkFailed(_WORK, error.cause, error.detail))
        self._has_failed = True

    def _tell(self, alarms: Iterable[Alarm]) -> None:
        changed = tuple(alarms)
        if changed:
            self.shown = tuple(self.sorter.cases.alarms)
            self._publish(AlarmsChanged(changed))

    def _sound(self, signal: Signal) -> Signal:
        """What anybody may send, in bounds that can be kept."""
        return replace(
            signal,
            at_s=signal.at_s if isfinite(signal.at_s) else self._unix(),
            kind=signal.kind[:_MOST_TEXT],
            topic=signal.topic[:_MOST_TEXT],
            detail=signal.detail[:_MOST_TEXT],
            key=signal.key[:_MOST_TEXT],
            camera_id=signal.camera_id if 0 <= signal.camera_id <= _LARGEST else 0,
            site_id=signal.site_id if 0 <= signal.site_id <= _LARGEST else 0,
        )
