"""What was settled of each dome: known to every thread, and on the disk before it is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Protocol

from wall.model.errors import StoreError
from wall.model.ptz.settings import DomeSettings
from wall.services.db_thread import DbThread


class KeepsDomeSettings(Protocol):
    """`wall.store.dome_settings_file.DomeSettingsFile`. On the db thread; StoreError."""

    def load(self) -> Mapping[int, DomeSettings]: ...

    def keep(self, settings: Mapping[int, DomeSettings]) -> None: ...


class Settled:
    """Without a store nothing outlasts the program. What is read is replaced whole: any thread may ask."""

    def __init__(self, db: DbThread, store: KeepsDomeSettings | None) -> None:
        self._db = db
        self._store = store
        self._known: Mapping[int, DomeSettings] = {}
        self._fault: StoreError | None = None

    def load(self) -> Future[None]:
        """What cannot be read is published; then nothing is settled, nor can be: the file stays."""
        return self._db.work("read what was settled of cameras that move", self._load)

    def of(self, camera_id: int) -> DomeSettings:
        return self._known.get(camera_id, DomeSettings())

    def keep(self, camera_id: int, settings: DomeSettings, then: Callable[[], object]) -> Future[None]:
        """From now on; `then` is called on the db thread once it is so."""

        def write() -> None:
            if self._fault is not None:
                raise self._fault  # What nobody understands is not written over.
            known = {**self._known, camera_id: settings}
            if self._store is not None:
                self._store.keep(known)
            self._known = known
            then()

        return self._db.ask(write)

    def _load(self) -> None:
        if self._store is not None:
            try:
                self._known = self._store.load()
            except StoreError as error:
                self._fault = error
                raise
