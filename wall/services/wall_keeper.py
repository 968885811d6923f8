"""Keeps what stands on the screens: written on the db thread, soon after each change and never more often than useful.

The first change after a quiet moment is written at once, what follows at the next tick after `EVERY_S`: with a tick
every 100 ms nothing that was shown is older than half a second on the disk. A disk that fails is told once; what could
not be written waits, newer things over older ones, and is tried again until it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock

from wall.model.board import Board
from wall.model.errors import WallError
from wall.model.events import Event, WorkFailed
from wall.model.kept import UnderWay
from wall.model.screen import Screen
from wall.services.db_thread import DbThread
from wall.services.wall_ports import KeepsWall

EVERY_S = 0.3
AGAIN_S = 3.0
"""After a failure: a database that another program holds keeps the db thread for seconds each time."""

_WORK = "keep what stands on the screens"


@dataclass(slots=True)
class _Unkept:
    """What is not on the disk yet; None where nothing of that kind has changed."""

    boards: dict[int, Board] = field(default_factory=dict)
    screens: tuple[Screen, ...] | None = None
    under_way: tuple[UnderWay, ...] | None = None
    keys: Mapping[str, tuple[str, ...]] | None = None

    def __bool__(self) -> bool:
        return self != _Unkept()

    def under(self, newer: _Unkept) -> _Unkept:
        """Both, where the newer counts."""
        return _Unkept(
            {**self.boards, **newer.boards},
            self.screens if newer.screens is None else newer.screens,
            self.under_way if newer.under_way is None else newer.under_way,
            self.keys if newer.keys is None else newer.keys,
        )


class WallKeeper:
    """Writes boards, screens, tours under way and keys. On one thread, with `tick` called there.

    `publish` is called on the db thread; `monotonic` gives seconds.
    """

    def __init__(
        self, db: DbThread, store: KeepsWall, publish: Callable[[Event], None], monotonic: Callable[[], float]
    ) -> None:
        self._db = db
        self._store = store
        self._publish = publish
        self._monotonic = monotonic
        self._lock = Lock()
        """Over what both threads touch."""
        self._unkept = _Unkept()
        self._has_failed = False
        self._not_before_s = monotonic()
        self._writing: Future[None] | None = None

    def keep_board(self, screen_id: int, board: Board) -> None:
        """A screen shows this now."""
        self._keep(_Unkept({screen_id: board}))

    def keep_screens(self, screens: Sequence[Screen]) -> None:
        """These are the screens now."""
        self._keep(_Unkept(screens=tuple(screens)))

    def keep_tours(self, under_way: Sequence[UnderWay]) -> None:
        """These tours are under way now."""
        self._keep(_Unkept(under_way=tuple(under_way)))

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """These are the assigned keys now."""
        self._keep(_Unkept(keys=dict(keys)))

    def tick(self) -> None:
        """Write what is due."""
        now_s = self._monotonic()
        with self._lock:
            is_due = bool(self._unkept) and now_s >= self._not_before_s
            if not is_due or (self._writing is not None and not self._writing.done()):
                return
            self._not_before_s = now_s + EVERY_S
        self._writing = self._db.work(_WORK, self._write)

    def close(self) -> Future[None]:
        """Write what is left, once more."""
        return self._db.work(_WORK, self._write)

    def _keep(self, unkept: _Unkept) -> None:
        with self._lock:
            self._unkept = self._unkept.under(unkept)
        self.tick()

    def _write(self) -> None:
        """On the db thread."""
        with self._lock:
            unkept, self._unkept = self._unkept, _Unkept()
        try:
            self._put(unkept)
        except WallError as error:
            with self._lock:
                self._unkept = unkept.under(self._unkept)
                self._not_before_s = self._monotonic() + AGAIN_S
                is_news, self._has_failed = not self._has_failed, True
            if is_news:
                self._publish(WorkFailed(_WORK, error.cause, error.detail))
        else:
            self._has_failed = False

    def _put(self, unkept: _Unkept) -> None:
        if unkept.screens is not None:
            self._store.keep_screens(unkept.screens)
        if unkept.boards:
            self._store.keep_boards(unkept.boards)
        if unkept.under_way is not None:
            self._store.keep_tours(unkept.under_way)
        if unkept.keys is not None:
            self._store.keep_keys(unkept.keys)
