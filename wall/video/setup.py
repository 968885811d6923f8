"""Builds the room: how many processes, with which log."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from wall.model.buffering import BufferSettings
from wall.video.logins import LoginKeeper
from wall.video.pool import DecodePool
from wall.video.reports import Report

_MOST_PROCESSES = 8


def decode_pool(
    log: Path | None, buffer: BufferSettings | None = None
) -> Callable[[Callable[[Report], None], LoginKeeper], DecodePool]:
    """A maker of pools with one decode process a core: libVLC's threads share a core well, Python's do not.

    Without `buffer` nothing is kept.
    """
    processes = max(1, min(_MOST_PROCESSES, os.cpu_count() or 1))
    return lambda on_report, logins: DecodePool(processes, on_report, log, logins, buffer)
