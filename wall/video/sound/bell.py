"""The sound of an alarm, drawn here: two or three short tones, again and again, the more urgent the oftener."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass

from wall.model.sound import MOST_RINGING
from wall.video.sound.samples import RATE_HZ, SAMPLE_BYTES

PACKET_S = 0.02
_RAMP_S = 0.01
"""Tones that begin at once click."""


@dataclass(frozen=True, slots=True)
class _Ring:
    """Tones in Hz, each for so long, one after the other; then silence until it begins again. `loudness` of full."""

    tones: tuple[float, ...]
    each_s: float
    every_s: float
    loudness: float


_RINGS = (
    _Ring((660.0, 880.0), 0.18, 6.0, 0.25),
    _Ring((660.0, 880.0, 660.0), 0.18, 3.0, 0.45),
    _Ring((880.0, 1175.0, 880.0, 1175.0), 0.14, 1.2, 0.8),
)
assert len(_RINGS) == MOST_RINGING


def ringing(level: int) -> tuple[bytes, ...]:
    """One round of it in packets of `PACKET_S`, mono, 48 kHz, sixteen bits. `level` is 1 to `MOST_RINGING`."""
    ring = _RINGS[min(max(level, 1), MOST_RINGING) - 1]
    samples = array("h")
    for hz in ring.tones:
        samples.extend(_tone(hz, ring.each_s, ring.loudness))
    samples.extend(array("h", bytes(SAMPLE_BYTES * max(0, round(ring.every_s * RATE_HZ) - len(samples)))))
    size = round(PACKET_S * RATE_HZ)
    return tuple(samples[at : at + size].tobytes() for at in range(0, len(samples), size))


def _tone(hz: float, seconds: float, loudness: float) -> array[int]:
    count, ramp = round(seconds * RATE_HZ), round(_RAMP_S * RATE_HZ)
    peak, turn = loudness * 32767, 2 * math.pi * hz / RATE_HZ
    return array("h", (round(peak * min(1.0, n / ramp, (count - n) / ramp) * math.sin(turn * n)) for n in range(count)))
