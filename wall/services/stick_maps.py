"""What was settled of each model of joystick: believed at once, and written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Protocol

from wall.model.dome_events import StickMapsChanged
from wall.model.events import Event
from wall.model.sticks import StickMap, StickModel
from wall.services.db_thread import DbThread


class KeepsSticks(Protocol):
    """What `wall.store.stick_store.StickStore` does. On the db thread; StoreError where the disk does not."""

    def load(self) -> Mapping[str, StickMap]: ...

    def keep(self, model: StickModel, stick_map: StickMap) -> None: ...


class StickMaps:
    """Callable from any thread; `publish` is called on it, and on the db thread. What failed is told as WorkFailed.

    Who turns a slider wants to feel it in the same moment: what could not be kept holds until the end of the program.
    """

    def __init__(self, db: DbThread, open_store: Callable[[], KeepsSticks], publish: Callable[[Event], None]) -> None:
        self._db = db
        self._open_store = open_store
        self._publish = publish
        self.maps: Mapping[str, StickMap] = {}
        """By the key of a model, those that were settled; another value after each change."""
        self._lock = threading.Lock()
        self._unwritten: dict[str, tuple[StickModel, StickMap]] = {}

    def load(self) -> Future[None]:
        """Read them; told by StickMapsChanged."""
        return self._db.work("read the settings of the joysticks", self._read)

    def keep(self, model: StickModel, stick_map: StickMap) -> None:
        """This is what a model's axes and buttons do now. Of many changes the disk is given the newest."""
        self.maps = {**self.maps, model.key: stick_map}
        with self._lock:
            is_first = not self._unwritten
            self._unwritten[model.key] = model, stick_map
        if is_first:
            self._db.work("keep the settings of the joystick", self._write)
        self._publish(StickMapsChanged())

    def _write(self) -> None:
        with self._lock:
            unwritten, self._unwritten = self._unwritten, {}
        for model, stick_map in unwritten.values():
            self._open_store().keep(model, stick_map)

    def _read(self) -> None:
        self.maps = {**self._open_store().load(), **self.maps}
        self._publish(StickMapsChanged())
