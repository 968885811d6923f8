"""The one thread that the database belongs to: inventory, wall, bookmarks and ledgers, one thing after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from wall.model.errors import WallError
from wall.model.events import Event, WorkFailed
from wall.model.tile import Cause
from wall.services.folder_threads import FolderThreads

T = TypeVar("T")


class DbThread:
    """Everything returns at once, on any thread; futures end on the db thread, and there `publish` is called."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._executor = ThreadPoolExecutor(1, "db")
        self._publish = publish
        self.folders = FolderThreads()
        """For what an operator reads and writes elsewhere: a stick that hangs does not hold up the database."""

    def work(self, what: str, job: Callable[[], T]) -> Future[T]:
        """Do something; `what` names it where it fails, which is published. RuntimeError after the end."""
        future = self._executor.submit(self._told, what, job)
        future.add_done_callback(_report_mistake)
        return future

    def ask(self, job: Callable[[], T]) -> Future[T]:
        """The same for somebody who waits for the answer: only the future tells when it fails. Cancelled after the end:
        a window that is going may still hear that there is something new, and ask.
        """
        try:
            return self._executor.submit(job)
        except RuntimeError:
            nobody_answers: Future[T] = Future()
            nobody_answers.cancel()
            return nobody_answers

    def close(self) -> None:
        """Finish what is waiting and end the thread; in the folders, as far as their disks let it."""
        self._executor.shutdown()
        self.folders.close()

    def _told(self, what: str, job: Callable[[], T]) -> T:
        try:
            return job()
        except WallError as error:
            self._publish(WorkFailed(what, error.cause, error.detail))
            raise
        except ValueError as error:
            # What contradicts itself: two cameras of one number, a site that is not there.
            self._publish(WorkFailed(what, Cause.DATABASE, str(error)))
            raise


def _report_mistake(done: Future[T]) -> None:
    """Give what nobody foresaw to the crash handler: nobody may be waiting for the future."""
    if done.cancelled():
        return
    error = done.exception()
    if error is not None and not isinstance(error, WallError | ValueError):
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
