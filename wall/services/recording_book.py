"""The recordings that are kept: written down, found, taken away and brought back, copied.

What is kept belongs to the db thread, files to threads of their own: a disk that hangs holds up nothing but the files
on it. Everything returns at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from wall.model.events import Event, RecordingsChanged
from wall.model.recording import End, Part, Recording, RecordingPage
from wall.services import recording_files
from wall.services.db_thread import DbThread
from wall.services.file_thread import FileThread
from wall.services.recording_ports import KeepsRecordings

_KEEP_REMOVED_S = 86_400.0


class RecordingBook:
    """Fulfils `wall.ui.recordings_port.KeptRecordings`. Any thread; `publish` is called on the db thread."""

    def __init__(
        self, db: DbThread, store: KeepsRecordings, publish: Callable[[Event], None], unix: Callable[[], float]
    ) -> None:
        self._db = db
        self._store = store
        self._publish = publish
        self._unix = unix
        self._files, self._copies = FileThread("recordings"), FileThread("copying")

    def find(
        self, text: str, camera_id: int | None = None, older_than: Recording | None = None
    ) -> Future[RecordingPage]:
        """At most 200, the newest first; every word must begin a word of number, name, site, operator or day."""
        return self._db.ask(lambda: self._store.find(text, camera_id, older_than))

    def gone(self, recordings: Sequence[Recording]) -> Future[frozenset[str]]:
        """The paths of those of their files that are not there any more. It may take as long as the disk does."""
        return self._files.ask(lambda: recording_files.gone(recordings))

    def picture(self, recording_id: int) -> Future[bytes]:
        """The first picture, a JPEG; b"" where there is none."""
        return self._db.ask(lambda: self._store.picture(recording_id))

    def remove(self, recording_ids: Collection[int]) -> Future[None]:
        """Take recordings away. Their files stay until others are removed, or for a day: `restore` brings them back."""
        ids = frozenset(recording_ids)

        def remove() -> None:
            now_s = self._unix()
            former = self._store.removed(now_s)
            self._store.remove(ids, now_s)
            self._delete(former)
            self._publish(RecordingsChanged())

        return self._db.ask(remove)

    def restore(self) -> Future[int]:
        """Bring back what was removed last; how many."""

        def restore() -> int:
            many = self._store.restore()
            self._publish(RecordingsChanged())
            return many

        return self._db.ask(restore)

    def copy(self, recordings: Sequence[Recording], folder: Path) -> Future[int]:
        """Copy their files to a folder; how many. StoreError where they cannot be had or written."""
        return self._copies.ask(lambda: recording_files.copy(recordings, folder))

    # -- for what is under way

    def keep(self, entry: Entry, recording: Recording) -> None:
        """Write down how a recording stands now."""

        def keep() -> None:
            if entry.recording_id:
                self._store.keep(replace(recording, recording_id=entry.recording_id))
            else:
                entry.recording_id = self._store.add(recording)
            self._publish(RecordingsChanged())

        self._work("keep a recording", keep)

    def keep_picture(self, entry: Entry, jpeg: bytes) -> None:
        """Its first picture."""
        self._work("keep a recording's picture", lambda: self._store.keep_picture(entry.recording_id, jpeg))

    def measure(self, part: Part) -> Future[Part]:
        """What became of a file whose writer was killed."""
        return self._files.ask(lambda: recording_files.measured(part))

    # -- beginning and end of the program

    def recover(self) -> None:
        """Close what a former program was recording when it was cut off, and forget what was removed long ago."""
        self._work("look at the recordings", self._recover)

    def close(self) -> None:
        """Before the database is closed, and after all recordings have ended."""
        self._files.close()
        self._copies.close()

    # -- inside, on the db thread

    def _recover(self) -> None:
        for recording in self._store.unfinished():
            self._files.ask(partial(recording_files.mended, recording)).add_done_callback(self._close_broken)
        self._delete(self._store.removed(self._unix() - _KEEP_REMOVED_S))

    def _close_broken(self, done: Future[Recording]) -> None:
        found = done.result()
        last = found.parts[-1] if found.parts else None
        ended_s = last.started_s + last.seconds if last is not None else found.started_s
        broken = replace(found, end=End.BROKEN_OFF, ended_s=ended_s)

        def keep() -> None:
            self._store.keep(broken)
            self._publish(RecordingsChanged())

        self._work("close a recording that was cut off", keep)

    def _delete(self, recordings: Sequence[Recording]) -> None:
        """Their files, and then what is known of them: what cannot be deleted now is tried again."""
        for recording in recordings:
            deleted = self._files.ask(partial(recording_files.delete, recording))
            deleted.add_done_callback(partial(self._forget, recording.recording_id))

    def _forget(self, recording_id: int, done: Future[bool]) -> None:
        if done.result():
            self._work("forget a recording", lambda: self._store.forget([recording_id]))

    def _work(self, what: str, job: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # A disk that hung has answered after the end of the program.
            self._db.work(what, job)


class Entry:
    """Where a recording stands in the book. `recording_id` belongs to the db thread; 0 until it is kept."""

    def __init__(self) -> None:
        self.recording_id = 0
