"""A tile in the care of a decode process, and the words in which the process is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.model.playhead import Playhead
from wall.model.recording import RecordOrder
from wall.model.stream import Source
from wall.model.video import Ease
from wall.video.channel import Message
from wall.video.memory import PictureMemory
from wall.video.worker import Worker


@dataclass(slots=True)
class Entrusted:
    """A tile that a decode process has, or is to have again."""

    source: Source
    memory: PictureMemory
    worker: Worker
    is_refused: bool = False
    """The camera refused the login: only an operator may try again, and so not a new process either."""
    is_open: bool = False
    """Does `worker` know of it?"""
    is_resting: bool = False
    """Received, and not decoded."""
    ease: Ease = field(default_factory=Ease)
    order: RecordOrder | None = None
    """What of it is being recorded."""
    looks: dict[int, tuple[Playhead, PictureMemory]] = field(default_factory=dict)
    """Who looks back at it, at which moment, and where that is shown."""


def load_of(worker: Worker) -> int:
    """How much it has to do."""
    return len(worker.tiles)


def words_of(ease: Ease) -> Message:
    """How it is to be decoded."""
    return {"decoder": ease.decoder.name, "level": ease.level.name}


def size_of(memory: PictureMemory) -> Message:
    """How large it is to be."""
    return {"width": memory.width, "height": memory.height}
