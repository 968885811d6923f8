"""The ledger of watch coverage: which camera was live on a screen, and for how long.

Only what is painted and live counts, and a camera on two screens counts once. Time is measured on the monotonic clock
and in steps of at most `MOST_S`: neither a suspended computer, nor a window that hung, nor a clock that was set adds
hours that nobody watched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from statistics import median_high
from threading import Lock

from wall.model.errors import WallError
from wall.model.events import Event, WorkFailed
from wall.model.inventory import Inventory
from wall.model.watching import Seen
from wall.services.db_thread import DbThread
from wall.services.wall_ports import KeepsWatching, Watched

FLUSH_S = 10.0
AGAIN_S = 60.0
"""After a failure."""
MOST_S = 3.0
"""A screen tells about once a second what it shows; more than this between two tellings, and nothing is known."""

_WORK = "keep the ledger of watch coverage"


class WatchLedger:
    """On one thread, with `tick` called there. `last_s` is what is kept already: when each camera was last seen (Unix).

    `monotonic` gives seconds, `unix` seconds since 1970.
    """

    def __init__(
        self,
        db: DbThread,
        store: KeepsWatching,
        publish: Callable[[Event], None],
        last_s: Mapping[int, float],
        monotonic: Callable[[], float],
        unix: Callable[[], float],
    ) -> None:
        self._db = db
        self._store = store
        self._publish = publish
        self._last_s = dict(last_s)
        self._monotonic = monotonic
        self._unix = unix
        self._told_s: dict[int, float] = {}
        self._live: dict[int, frozenset[int]] = {}
        """By screen, what it told last."""
        self._counted_to_s: dict[int, float] = {}
        self._lock = Lock()
        """Over what both threads touch: what is not on the disk yet, and whether the disk failed last."""
        self._unkept: dict[int, Watched] = {}
        self._has_failed = False
        self._flushed_s = monotonic()

    def note(self, screen_id: int, shown: Mapping[int, bool]) -> None:
        """A screen paints these cameras now, and has since it last told; True for those that are live."""
        now_s, unix_s = self._monotonic(), self._unix()
        since_s = self._told_s.get(screen_id, now_s)
        self._told_s[screen_id] = now_s
        is_known = now_s - since_s <= MOST_S
        watched = self._live[screen_id] = frozenset(camera_id for camera_id, is_live in shown.items() if is_live)
        with self._lock:
            for camera_id in watched:
                self._last_s[camera_id] = unix_s
                from_s = max(since_s, self._counted_to_s.get(camera_id, since_s)) if is_known else now_s
                self._counted_to_s[camera_id] = now_s
                before = self._unkept.get(camera_id)
                seconds = now_s - from_s + (before.seconds if before else 0.0)
                self._unkept[camera_id] = Watched(camera_id, seconds, unix_s)

    def forget(self, screen_id: int) -> None:
        """This screen is gone."""
        self._told_s.pop(screen_id, None)
        self._live.pop(screen_id, None)

    def watched(self) -> frozenset[int]:
        """The cameras that are live on a screen now; a screen that says nothing any more does not count."""
        now_s = self._monotonic()
        telling = (live for screen_id, live in self._live.items() if now_s - self._told_s[screen_id] <= MOST_S)
        return frozenset().union(*telling)

    def tick(self) -> None:
        """Write what is due."""
        now_s = self._monotonic()
        with self._lock:
            is_due = bool(self._unkept) and now_s - self._flushed_s >= (AGAIN_S if self._has_failed else FLUSH_S)
        if is_due:
            self._flushed_s = now_s
            self._db.work(_WORK, self._write)

    def close(self) -> Future[None]:
        """Write what is left, once more."""
        return self._db.work(_WORK, self._write)

    def unseen_s(self, camera_ids: Sequence[int]) -> float:
        """When most of these were seen last (Unix seconds, 0 for never): the lower, the longer nobody has looked.

        The median, the higher where there are two: one that is broken says nothing of the others.
        """
        return median_high(self._last_s.get(each, 0.0) for each in camera_ids) if camera_ids else self._unix()

    def seen(self, since_s: float, inventory: Callable[[], Inventory]) -> Future[Sequence[Seen]]:
        """Every camera of the inventory: those never seen, then those seen longest ago."""

        def read() -> Sequence[Seen]:
            self._write()
            known = self._store.seen(since_s)
            cameras = [each.camera_id for each in inventory().cameras]
            return sorted((known.get(each) or Seen(each, 0.0, 0.0) for each in cameras), key=lambda seen: seen.last_s)

        return self._db.ask(read)

    def _write(self) -> None:
        """On the db thread."""
        with self._lock:
            unkept, self._unkept = self._unkept, {}
        try:
            if unkept:
                self._store.note(list(unkept.values()))
        except WallError as error:
            with self._lock:
                for each in unkept.values():
                    newer = self._unkept.get(each.camera_id)
                    self._unkept[each.camera_id] = _summed(each, newer) if newer else each
                is_news, self._has_failed = not self._has_failed, True
            if is_news:
                self._publish(WorkFailed(_WORK, error.cause, error.detail))
        else:
            self._has_failed = False


def _summed(older: Watched, newer: Watched) -> Watched:
    return Watched(newer.camera_id, older.seconds + newer.seconds, newer.last_s)
