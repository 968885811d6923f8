"""How video is to be decoded: what a person may settle, and what is settled for one tile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """What the person who starts the program has settled."""

    engine: EngineChoice = EngineChoice.AUTO

    @property
    def first_decoder(self) -> Decoder:
        """Who decodes a stream that nobody has thought about yet."""
        return Decoder.FFMPEG if self.engine is EngineChoice.FFMPEG else Decoder.VLC
