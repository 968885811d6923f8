"""pytest-qt's hand for a busy machine: it waits longer, and what is not there yet is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_PATIENCE_MS = 20_000
"""What comes is not waited for any longer; only what never comes takes so long."""


class PatientBot(QtBot):
    """`QtBot` whose conditions may look for what is not there yet: no such key or place is *not yet*."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = _PATIENCE_MS) -> None:
        """Wait until `callback` gives something true, or nothing and raises no AssertionError either."""

        def look() -> Any:
            try:
                return callback()
            except LookupError as missing:
                raise AssertionError(f"not there: {missing!r}") from missing

        super().waitUntil(look, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **others: Any) -> Any:
        """Wait for a signal, as `QtBot` does."""
        return super().waitSignal(signal, timeout=timeout, **others)

    def waitExposed(self, widget: QWidget, *, timeout: int = _PATIENCE_MS) -> Any:
        """Wait until a window is seen, as `QtBot` does."""
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = _PATIENCE_MS) -> Any:
        """Wait until a window has the keys, as `QtBot` does."""
        return super().waitActive(widget, timeout=timeout)
