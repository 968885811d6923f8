"""Brings answers from other threads home to the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from wall.model.errors import MapError, WallError
from wall.ui import words
from wall.ui.map_words import map_error

T = TypeVar("T")


class Homeward(QObject):
    """Made on the UI thread; an answer that comes after its end is dropped."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._came.connect(_run, Qt.ConnectionType.QueuedConnection)

    def answer(self, then: Callable[..., None]) -> Callable[..., None]:
        """What may be called from any thread so that `then` is called on the UI thread."""

        def send(*args: object) -> None:
            if shiboken6.isValid(self):
                self._came.emit(partial(then, *args))

        return send

    def follow(self, future: Future[T], then: Callable[[T], None], failed: Callable[[str], None]) -> None:
        """Have the result told, or in words why there is none; nothing of what was cancelled meanwhile.

        A fault of our own is not hidden.
        """

        def tell(done: Future[T]) -> None:
            if done.cancelled():
                return
            try:
                result = done.result()
            except (OSError, ValueError, WallError) as error:
                failed(self.in_words(error))
            else:
                then(result)

        future.add_done_callback(self.answer(tell))

    def in_words(self, error: Exception) -> str:
        """Why something could not be done."""
        if isinstance(error, MapError):
            return map_error(error)
        return words.cause_with_detail(error.cause, error.detail) if isinstance(error, WallError) else str(error)


def _run(thunk: Callable[[], None]) -> None:
    thunk()
