"""One open database file: brought up to date when opened, changed only in whole transactions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from wall.model.errors import StartError
from wall.store.before import keep_copy
from wall.store.disk_words import damaged, disk_told
from wall.store.migrations import MIGRATIONS

APPLICATION_ID = 0x4354574C
"""«CTWL» in the file's header: this database is CityWall's and no other program's."""

PICTURES = frozenset({"bookmark_picture", "recording_picture", "alarm_picture"})
ALARMS = frozenset(
    {"alarm", "alarm_activity", "alarm_signal", "alarm_text_data", "alarm_text_idx", "alarm_text_content"}
)

Migration = Callable[[sqlite_utils.Database], None]


class Database:
    """A SQLite file, opened or made. Blocks; to be used by one thread at a time, whichever.

    StartError where the file is of a newer CityWall or of another program; StoreError where it is damaged, cannot be
    written, or another program keeps it busy for longer than `busy_timeout_s`. The file is not changed then.
    """

    def __init__(
        self, path: Path, *, migrations: Sequence[Migration] = MIGRATIONS, busy_timeout_s: float = 5.0
    ) -> None:
        self.path = path
        self._busy_timeout_s = busy_timeout_s
        with disk_told(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._connection = sqlite3.connect(
                path, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
            )
        try:
            with disk_told(path):
                self._tables = sqlite_utils.Database(self._connection, execute_plugins=False)
                self._refuse_strangers(len(migrations))
                self._refuse_damage()
                self._set_up()
                self._bring_up_to_date(migrations)
                self._pragma("foreign_keys = on")
        except BaseException:
            self._connection.close()
            raise

    @property
    def version(self) -> int:
        """The number of the last migration that this file has seen; 0 for a new one."""
        return int(self._pragma("user_version"))

    @property
    def changes_by_others(self) -> int:
        """Another number than before means that another program has changed the file since."""
        with disk_told(self.path):
            return int(self._pragma("data_version"))

    @contextmanager
    def transaction(self) -> Iterator[sqlite_utils.Database]:
        """All that is done inside is kept when it ends, or nothing of it when anything is raised. Does not nest."""
        with disk_told(self.path):
            # Deferred transactions fail at their first write where another program wrote: ask for the lock at once.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._tables
                self._connection.execute("COMMIT")
            except BaseException:
                self._tables.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite_utils.Database]:
        """All reads inside see one and the same moment."""
        with disk_told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._tables
            finally:
                self._tables.rollback()

    def add_view(self, statement: str) -> None:
        """Make something to read through for as long as this is open; the file knows nothing of it."""
        with disk_told(self.path):
            self._connection.execute(statement)

    def close(self) -> None:
        """Safe to call twice."""
        with disk_told(self.path):
            self._connection.close()

    def _pragma(self, text: str) -> str | int:
        row = self._connection.execute(f"PRAGMA {text}").fetchone()
        return "" if row is None else row[0]

    def _refuse_strangers(self, known: int) -> None:
        owner, version = self._pragma("application_id"), self.version
        if owner != APPLICATION_ID and (owner or version or self._tables.table_names()):
            raise StartError(f"{self.path} is a database of another program: give CityWall a file of its own")
        if version > known:
            raise StartError(
                f"{self.path} was made by a newer CityWall (its version {version}; this program knows up to {known}): "
                "start that program, or move the file away"
            )

    def _refuse_damage(self) -> None:
        """All but pictures and alarms is looked through: gigabytes of them would hold up every start."""
        tables = self._connection.execute("select name from sqlite_master where type = 'table' and rootpage > 0")
        for name in ("sqlite_master", *(row[0] for row in tables.fetchall())):
            found = "ok" if name in PICTURES | ALARMS else self._pragma(f"quick_check('{name}')")
            if found != "ok":
                raise damaged(self.path, str(found))

    def _set_up(self) -> None:
        self._enable_wal()
        self._pragma("synchronous = full")
        # sqlite-utils' transform() replaces whole tables: with this on, dropping the old one would empty the others.
        self._pragma("foreign_keys = off")

    def _enable_wal(self) -> None:
        """SQLite does not wait for its busy timeout here when two programs make the file at once."""
        deadline_s = time.monotonic() + self._busy_timeout_s
        while True:
            try:
                self._tables.enable_wal()
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline_s:
                    raise
                time.sleep(0.02)

    def _bring_up_to_date(self, migrations: Sequence[Migration]) -> None:
        is_new = self.version == 0
        for number, migration in enumerate(migrations, start=1):
            if self.version >= number:
                continue
            with self.transaction() as tables:
                # Another program may have been faster while we waited for the lock.
                if self.version < number:
                    if not is_new:
                        keep_copy(self.path, number)
                    migration(tables)
                    self._refuse_dangling(number)
                    self._pragma(f"application_id = {APPLICATION_ID}")
                    self._pragma(f"user_version = {number}")

    def _refuse_dangling(self, number: int) -> None:
        """A migration that loses what a row refers to is a mistake in it: nothing of it is kept."""
        found = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if found is not None:
            raise sqlite3.IntegrityError(f"migration {number} leaves {found[0]} without its {found[2]}")
