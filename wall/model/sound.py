"""What may be said of the sound that is listened to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.tile import Cause

LOUDEST, STEP = 100, 10
USUAL_VOLUME = 80
MOST_RINGING = 3
"""So many ways there are to ring for an alarm; the third is the most urgent."""


class SoundCodec(Enum):
    """What of cameras' sound can be played. The value is what PyAV calls its decoder."""

    PCMU = "pcm_mulaw"
    PCMA = "pcm_alaw"
    AAC = "aac"


class SoundPhase(Enum):
    """How far listening to one camera has come."""

    OPENING = "opening"
    PLAYING = "playing"
    FAILED = "failed"
    """It does not go on by itself."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud one listens. `volume` is 0 to `LOUDEST`."""

    volume: int = USUAL_VOLUME
    is_muted: bool = False

    def turned(self, steps: int) -> Loudness:
        """So many steps louder, or quieter; whoever turns wants to hear it."""
        return Loudness(min(LOUDEST, max(0, self.volume + steps * STEP)))

    @property
    def gain(self) -> float:
        """What samples are multiplied with: an ear hears the square root of it."""
        return 0.0 if self.is_muted else (self.volume / LOUDEST) ** 2


@dataclass(frozen=True, slots=True)
class Heard:
    """Which camera is listened to, and what comes of it. `cause` says why it fails, or is opened again."""

    camera_id: int
    token: int = 0
    """What `listen` gave; the larger it is, the later that was."""
    phase: SoundPhase = SoundPhase.OPENING
    cause: Cause = Cause.NONE
    loudness: Loudness = Loudness()
