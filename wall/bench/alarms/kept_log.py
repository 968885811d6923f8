"""The log of what was told, read from the disk as it grows."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence, Set
from concurrent.futures import Future

from wall.behind import Opened
from wall.bench.kept_city import apart
from wall.model.alarms.signal import Signal

_PAGE = 500


class KeptLog:
    """UI thread. `times`: how often each thing that was said is in the log; `first_s`: when it first came (Unix
    seconds). Of what came after the log was begun to be read, and as far as `look` has seen it.
    """

    def __init__(self, behind: Opened) -> None:
        self.times: Counter[str] = Counter()
        self.first_s: dict[str, float] = {}
        self._db = behind.fleet.db
        self._store, _ = behind.room.alarms
        self._above = apart(lambda: self._db.ask(lambda: self._store.last_before(time.time())).result())
        self._asked: Future[Sequence[tuple[int, Signal]]] | None = None

    def look(self) -> Set[str]:
        """All that is known of by now; what there is more is asked for."""
        if self._asked is not None and self._asked.done():
            page = self._asked.result()
            for number, signal in page:
                self.times[signal.detail] += 1
                self.first_s.setdefault(signal.detail, signal.at_s)
                self._above = number
            self._asked = None
        if self._asked is None:
            self._asked = self._db.ask(lambda: self._store.signals(self._above, _PAGE))
        return self.times.keys()
