"""Facts that services publish. A tile is named by the number its owner gave it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Codec, Transport
from wall.model.tile import TileStatus


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `tile` is the number under which the picture was asked for."""

    tile: int


@dataclass(frozen=True, slots=True)
class TileChanged(Event):
    """A tile is now something else than it was. `since_s` is monotonic."""

    status: TileStatus
    since_s: float


@dataclass(frozen=True, slots=True)
class StreamOpened(Event):
    """The camera answered and plays: what it really sends."""

    codec: Codec
    transport: Transport
