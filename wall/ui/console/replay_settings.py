"""How much is kept for replay: what is in force since the start, and what stands in the file for the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSettings, QThreadPool

from wall.model.buffering import NAMES, BufferSettings

_REPLAY = "replay/"


class ReplaySettings:
    """Of this database's console and walls. UI thread; another one writes, one thing after the other."""

    def __init__(
        self,
        settings: QSettings,
        now: BufferSettings,
        apply: Callable[[BufferSettings], object] = lambda _wanted: None,
    ) -> None:
        """`now` is in force, with what was given at the start; `apply` brings others into force, where that can be
        done at once.
        """
        self._apply = apply
        self._file = settings.fileName()
        self.now = now
        self.next_start = buffer_settings(settings, BufferSettings())
        """What is in force from then on, unless something else is given there."""
        self.writing = QThreadPool()
        self.writing.setMaxThreadCount(1)

    def keep(self, wanted: BufferSettings) -> bool:
        """Write it down; the folder stays as it stands there. Is it in force at once?"""
        self.next_start = wanted
        soon = self.now.with_kept(texts_of(wanted))
        is_at_once = self.now.can_become(soon)
        if is_at_once:
            self.now = soon
            self._apply(soon)
        texts = {_REPLAY + name: text for name, text in texts_of(wanted).items()}
        self.writing.start(partial(_write, self._file, texts))
        return is_at_once


def buffer_settings(settings: QSettings, asked: BufferSettings) -> BufferSettings:
    """How much is kept for replay: what was asked for at the start, else what stands in the file, else the usual."""
    kept = {name: settings.value(_REPLAY + name) for name in NAMES}
    return asked.with_kept({name: str(value) for name, value in kept.items() if value is not None})


def texts_of(settings: BufferSettings) -> dict[str, str]:
    """As a person types them, by name."""
    return {
        "minutes": f"{settings.minutes:g}",
        "memory_mb": str(settings.memory_mb),
        "disk_mb": str(settings.disk_mb),
        "while_hidden": "yes" if settings.while_hidden else "no",
    }


def _write(file: str, texts: Mapping[str, str]) -> None:
    settings = QSettings(file, QSettings.Format.IniFormat)
    for key, text in texts.items():
        settings.setValue(key, text)
    settings.sync()
