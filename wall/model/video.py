"""How video is to be decoded: what a person may settle, and what is settled for one tile."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum

from wall.model.buffering import BufferSettings


class Decoder(Enum):
    """Who decodes a stream."""

    VLC = "vlc"
    """libVLC: whatever there is, at its full pace."""
    FFMPEG = "ffmpeg"
    """FFmpeg's decoder through PyAV, on one thread a process: a third cheaper for what is small and silent."""


class EngineChoice(Enum):
    """Who shall decode. AUTO: libVLC, as long as the machine has room for it."""

    AUTO = "auto"
    VLC = "vlc"
    FFMPEG = "ffmpeg"


class Level(IntEnum):
    """How much is left out of a stream so that the machine keeps up, the least first."""

    FULL = 0
    HALF_RATE = 1
    """Every second picture is decoded and not shown."""
    SMALLER_STREAM = 2
    """The camera's next smaller stream, where it has one."""
    KEYFRAMES = 3
    """One picture a group, every few seconds: all else is received and not decoded."""


@dataclass(frozen=True, slots=True)
class Ease:
    """How one stream is decoded."""

    decoder: Decoder = Decoder.VLC
    level: Level = Level.FULL


@dataclass(frozen=True, slots=True)
class StreamSize:
    """How large the pictures of a stream are, as the stream itself says."""

    width: int
    height: int
    """In its own pixels, which need not be square."""
    shape: tuple[int, int]
    """Width and height in square pixels: what the picture looks like."""


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """What the person who starts the program has settled."""

    engine: EngineChoice = EngineChoice.AUTO
    may_reduce: bool = True
    """May less be shown than the cameras send when the machine has too much to do? Else all stutter alike."""
    buffer: BufferSettings = field(default_factory=BufferSettings)
    may_use_hardware: bool = True
    """May a graphics device decode, where there is one?"""

    @property
    def first_ease(self) -> Ease:
        """How a stream is decoded that nobody has thought about yet."""
        return Ease(Decoder.FFMPEG if self.engine is EngineChoice.FFMPEG else Decoder.VLC)
