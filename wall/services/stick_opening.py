"""Reads the joysticks for as long as a context lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.events import Event
from wall.model.sticks import StickNews
from wall.services.io import IoLoop
from wall.services.stick_maps import StickMaps
from wall.services.sticks import PROGRAM, Sticks


@contextmanager
def open_sticks(
    io: IoLoop,
    publish: Callable[[Event], None],
    hear: Callable[[StickNews], None],
    maps: StickMaps,
    log: Path | None = None,
    program: str = PROGRAM,
) -> Iterator[Sticks]:
    """`hear` and `publish` are called on the io loop. Not to be called there."""
    sticks = Sticks(io.loop, publish, hear, maps, log, program)
    io.request(sticks.start()).result()
    try:
        yield sticks
    finally:
        io.request(sticks.stop()).result()
