"""The samples of a camera's sound: one soft tone that swells and fades, over a whisper of noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PITCHES = 16
"""Cameras with numbers so far apart sound alike."""

_LOWEST_HZ, _STEP_HZ = 320, 45
_LOUDNESS, _NOISE = 0.08, 0.002
"""Of full scale: -22 dB and -54 dB."""
_SWELLS = 2
_FULL = 32767


def pitch_hz(camera: int) -> int:
    """The pitch of a camera's tone, as nearly as a loop of whole swings allows."""
    return _LOWEST_HZ + _STEP_HZ * (camera % PITCHES)


def hum(hz: float, rate_hz: int, samples: int) -> NDArray[np.int16]:
    """A loop of so many samples without a seam: its tone is moved to the next whole number of swings."""
    turn = np.arange(samples) / samples
    swings = round(hz * samples / rate_hz)
    swell = 0.75 + 0.25 * np.cos(2 * np.pi * _SWELLS * turn)
    tone = _LOUDNESS * swell * np.sin(2 * np.pi * swings * turn)
    noise = _NOISE * np.random.default_rng(swings).standard_normal(samples)
    return np.round((tone + noise) * _FULL).astype(np.int16)
